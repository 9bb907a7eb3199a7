"""A reflection sheet prints on one A4 side that is full of room to write, and reads on any screen without script."""

from io import BytesIO

import pytest
from playwright.sync_api import Browser, expect
from pypdf import PdfReader

from tests.browser.visits import PHONE, OpenPage
from tests.built_pages import BuiltPage

MILLIMETRE = 96 / 25.4
SIDE = (182, 269)
"""Millimetres inside the margins."""
LEAST_ROOM = 50
"""Millimetres of box and table, so that two or three people can write."""
MEASURE = """() => {
  const height = selector => document.querySelector(selector).getBoundingClientRect().height
  const sizes = [...document.querySelectorAll('main :is(h1, h2, p, li, th)')]
    .filter(element => element.offsetParent && element.textContent.trim())
    .map(element => parseFloat(getComputedStyle(element).fontSize) * 72 / 96)
  const room = height('.room:not(.plan)') + height('.plan table')
  return { page: height('.lb-page'), room, smallest: Math.min(...sizes) }
}"""


@pytest.fixture(scope="module")
def sheets(built_pages: dict[str, BuiltPage]) -> list[str]:
    return [page.address for page in built_pages.values() if page.kind == "reflection"]


def test_every_review_with_a_one_thing_has_a_sheet(built_pages: dict[str, BuiltPage], sheets: list[str]) -> None:
    briefings = [page for page in built_pages.values() if page.kind == "briefing" and "one-thing" in page.ids]
    assert sheets == sorted(f"{page.address}reflection/" for page in briefings)
    assert all("reflection/" in page.links for page in briefings)


def test_every_sheet_prints_on_one_full_side_with_room_to_write(
    browser: Browser, served: str, sheets: list[str]
) -> None:
    page = browser.new_page(viewport={"width": round(SIDE[0] * MILLIMETRE), "height": 1000})
    found = {}
    for address in sheets:
        page.goto(served + address)
        number = len(PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages)
        page.emulate_media(media="print")
        measured = page.evaluate(MEASURE)
        page.emulate_media(media="null")
        full = SIDE[1] - 3 < measured["page"] / MILLIMETRE <= SIDE[1]
        room = measured["room"] / MILLIMETRE >= LEAST_ROOM
        found[address] = (number, full, room, round(measured["smallest"], 1) >= 10)
    page.close()
    assert found == dict.fromkeys(sheets, (1, True, True, True))


def test_a_sheet_is_whole_without_script(open_page: OpenPage) -> None:
    page = open_page("reflection", width=PHONE, script=False).page
    for heading in ("What this means for us", "What we will do", "Source"):
        expect(page.get_by_role("heading", name=heading, exact=True)).to_be_visible()
    assert page.get_by_role("columnheader").all_inner_texts() == ["What", "Who", "By when"]
