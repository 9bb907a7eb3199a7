"""A reader with a sheet of their own: what a test does for them, and what it asks of their page."""

from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO

from playwright.sync_api import BrowserContext, Locator, Page, expect
from pypdf import PdfReader

THEME = "/themes/information-sharing/"
BRIEFING = "/reviews/oxfordshire-child-r/"
POINTS = ("oxfordshire-child-r.p1", "oxfordshire-child-r.p4", "kent-william.m1", "kent-ruby-and-daisy.p2")
FIVE = "p=oxfordshire-child-r.p1,.p4,kent-william.m1,kent-ruby-and-daisy.p2,oxfordshire-child-r.one-thing"
MOST = 30
"""Points on a sheet."""
OWN = "localStorage.getItem('lb-sheet')"
"""What a browser keeps of the reader's own sheet."""


@dataclass
class Reader:
    """Somebody at a browser, with what the browser asked for and what it complained about."""

    context: BrowserContext
    site: str
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def open(self, address: str) -> Page:
        """A new tab at an address of the site, when everything that it fetches has come."""
        page = self.context.new_page()
        page.on("request", lambda asked: self.requests.append(f"{asked.method} {asked.url}"))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.goto(self.site + address, wait_until="networkidle")
        return page

    def open_sheet(self, query: str = FIVE) -> Page:
        page = self.open(f"/sheet/?{query}")
        expect(page.get_by_role("button", name="Print the sheet")).to_be_visible()
        return page


NewReader = Callable[..., Reader]


def add_first(page: Page, number: int = 1) -> list[str]:
    """Add the first points of a page, and say which they are, as addresses name them."""
    buttons = page.locator("li .lb-add")
    for place in range(number):
        buttons.nth(place).click()
    return [found.replace("#", ".") for found in records(page)[:number]]


def records(page: Page) -> list[str]:
    found: list[str] = page.locator("main li[data-record]").evaluate_all(
        "items => items.map(item => item.dataset.record)"
    )
    return found


def shown(page: Page) -> list[str]:
    """The points of a sheet on the screen, in order."""
    found: list[str] = page.locator("[data-point].lb-sheet__point").evaluate_all(
        "items => items.map(item => item.dataset.point)"
    )
    return found


def query_of(page: Page) -> str:
    return page.url.partition("?")[2]


def status(page: Page) -> Locator:
    return page.locator(".lb-sheet [role=status]")


def sides(page: Page) -> int:
    """How many sides of A4 come out of the printer."""
    return len(PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages)


def printed_words(page: Page) -> str:
    pages = PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def query_of_way(page: Page) -> str:
    """Where the page in the header leads."""
    return (page.locator(".lb-sheet-way").get_attribute("href") or "").partition("?")[2]
