"""What a page weighs: everything that a phone's browser loads for a first view, with nothing kept from before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from playwright.sync_api import Browser, BrowserContext, ViewportSize

from bench.serving import Host, Sent

KINDS = ("html", "css", "js", "fonts", "images", "other")
TYPES = (
    ("text/html", "html"),
    ("text/css", "css"),
    ("text/javascript", "js"),
    ("application/javascript", "js"),
    ("font/", "fonts"),
    ("image/", "images"),
)


@dataclass(frozen=True)
class Weight:
    """Bytes by kind of file, on the wire and with gzip, and how many requests they took."""

    by_kind: Mapping[str, int]
    requests: int
    of_search: int = 0
    """How many of the bytes are for search."""

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.by_kind.values())


def weighed(sent: list[Sent]) -> Weight:
    """What a host sent, added up."""
    by_kind = Counter(dict.fromkeys(KINDS, 0))
    for each in sent:
        by_kind[_kind(each.type)] += each.size
    return Weight(by_kind, len(sent), sum(each.size for each in sent if _is_of_search(each)))


def _kind(type_: str) -> str:
    return next((kind for start, kind in TYPES if type_.startswith(start)), "other")


def _is_of_search(sent: Sent) -> bool:
    return "search" in sent.path and sent.type != "text/html"


def phone(browser: Browser) -> BrowserContext:
    """A phone that has never been here."""
    size: ViewportSize = {"width": 390, "height": 844}
    return browser.new_context(viewport=size, device_scale_factor=2, is_mobile=True, has_touch=True)


def first_view(browser: Browser, host: Host, path: str) -> Weight:
    """Open a page on a phone for the first time, and wait until nothing more is loaded."""
    context = phone(browser)
    try:
        host.taken()
        context.new_page().goto(host.address + path, wait_until="networkidle")
        return weighed(host.taken())
    finally:
        context.close()
