"""When the largest part of a page is painted at a phone's speed, by a throttled browser: for machines without Node."""

from __future__ import annotations

from statistics import median

from playwright.sync_api import Browser

from bench.weight import phone

SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
"""Lighthouse's mobile network: milliseconds, and bytes a second."""
SLOWER_PROCESSOR = 4
LARGEST = """() => new Promise(done => {
  new PerformanceObserver(list => done(list.getEntries().at(-1).startTime))
    .observe({type: "largest-contentful-paint", buffered: true});
})"""


def largest_paint(browser: Browser, url: str, runs: int) -> float:
    """Seconds, the median of several visits with nothing kept from before."""
    return median(_visit(browser, url) for _ in range(runs))


def _visit(browser: Browser, url: str) -> float:
    context = phone(browser)
    try:
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", SLOW_4G)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER_PROCESSOR})
        page.goto(url, wait_until="networkidle")
        return float(page.evaluate(LARGEST)) / 1000
    finally:
        context.close()
