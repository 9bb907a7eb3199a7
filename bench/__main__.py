"""`make bench`: build both sites, visit their pages as a phone would, print the table."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from bench import lighthouse, sites
from bench.serving import Host, hosted
from bench.table import Measured, table
from bench.timing import largest_paint
from bench.weight import first_view
from tests.browser import chromium

RUNS = 5
SEARCH = "/search/"
SEARCHED = "?q=bruising"
WITHOUT_NODE = (
    "Node and npm are not here, so there are no scores of Lighthouse: bytes, and times of a throttled browser, only."
)

Measure = Callable[[Host, str], Measured]


def main(runs: int) -> None:
    """Measure, and print what was found."""
    path = chromium.find()
    if not path:
        sys.exit(chromium.MISSING)
    scored = lighthouse.is_ready()
    if not scored:
        _say(WITHOUT_NODE)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=chromium.FLAGS)
        _compare(Path(folder), partial(_measured, browser, path if scored else "", runs), browser)
        browser.close()


def _compare(folder: Path, measure: Measure, browser: Browser) -> None:
    """Both sites, page by page."""
    every, ours, stock = sites.pages(), folder / "ours", folder / "stock"
    sites.build_ours(ours)
    sites.build_stock(every, folder / "sources", stock)
    paths = {"home": "/", "briefing": sites.longest(every, "briefing"), "theme": sites.longest(every, "theme")}
    with hosted(ours) as our_host, hosted(stock) as stock_host:
        rows = [(name, measure(our_host, at), measure(stock_host, at)) for name, at in paths.items()]
        rows.append(("search", measure(our_host, SEARCH), measure(stock_host, "/")))
        rows.append(("a search", measure(our_host, SEARCH + SEARCHED), measure(stock_host, f"/{SEARCHED}")))
        _say(f"Briefing: {paths['briefing']}, theme: {paths['theme']}, the longest of their kind.\n")
        _say(f"{table(rows)}\n\n{_search(browser, our_host, stock_host)}")


def _measured(browser: Browser, chrome: str, runs: int, host: Host, path: str) -> Measured:
    """One page; ``chrome`` is empty where there is no Lighthouse."""
    weight, url = first_view(browser, host, path), host.address + path
    sys.stderr.write(f"measuring {url}\n")
    if not chrome:
        return Measured(weight, largest_paint(browser, url, runs))
    scores = lighthouse.scored(url, chrome, runs)
    return Measured(weight, scores.largest_paint, scores)


def _search(browser: Browser, ours: Host, stock: Host) -> str:
    """What the first search loads on top of the page that it starts from."""
    asked, before = first_view(browser, ours, SEARCH + SEARCHED), first_view(browser, ours, SEARCH)
    theirs = first_view(browser, stock, f"/{SEARCHED}")
    return (
        f"The first search loads {(asked.total - before.total) / 1000:.0f} kB more. Stock Material has loaded "
        f"{theirs.of_search / 1000:.0f} kB for it before anybody searches, on whatever page comes first."
    )


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS)
