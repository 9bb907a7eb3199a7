"""A briefing prints on one A4 side, in print big enough to read."""

import pytest
from playwright.sync_api import Browser

from tests.built_pages import BuiltPage

A_PDF_PAGE = b"/Type /Page\n"
SMALLEST = 10
"""Points."""


@pytest.fixture(scope="module")
def briefings(built_pages: dict[str, BuiltPage]) -> list[str]:
    return [page.address for page in built_pages.values() if page.kind == "briefing"]


def test_every_briefing_prints_on_one_a4_side(browser: Browser, served: str, briefings: list[str]) -> None:
    page = browser.new_page()
    sides = {}
    for address in briefings:
        page.goto(served + address)
        sides[address] = page.pdf(format="A4", prefer_css_page_size=True).count(A_PDF_PAGE)
    page.close()
    assert sides == dict.fromkeys(briefings, 1)


def test_what_a_briefing_prints_is_no_smaller_than_ten_points(
    browser: Browser, served: str, briefings: list[str]
) -> None:
    page = browser.new_page()
    page.emulate_media(media="print")
    page.goto(served + briefings[0])
    sizes: list[float] = page.evaluate(
        "() => [...document.querySelectorAll('main p, main li')].filter(element => element.offsetParent)"
        ".map(element => parseFloat(getComputedStyle(element).fontSize) * 72 / 96)"
    )
    page.close()
    assert sizes
    assert round(min(sizes), 1) >= SMALLEST
