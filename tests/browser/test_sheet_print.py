"""A sheet on paper: one side, or the screen says how many, and what would make it one."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.readers import (
    FIVE,
    MOST,
    POINTS,
    THEME,
    Reader,
    printed_words,
    records,
    sides,
)


@pytest.mark.parametrize("room", ["", "&w=table", "&w=lines"])
def test_five_points_print_on_one_side(reader: Reader, room: str) -> None:
    page = reader.open_sheet(f"p={','.join(POINTS)},kent-william.m2&t=Our+meeting{room}")
    expect(page.locator(".lb-sheet__sides")).to_have_text("5 points. Prints on one side of A4.")
    assert sides(page) == 1
    printed = printed_words(page)
    for said in ("Our meeting", "Child R, Oxfordshire, 2021", "Paragraph 105 (h)", "/sheet/?p="):
        assert said in printed
    for screen_only in ("Move up", "Print the sheet", "Send it", "Add to my sheet", "How to make a sheet"):
        assert screen_only not in printed


def test_what_is_printed_is_no_smaller_than_ten_points(reader: Reader) -> None:
    page = reader.open_sheet(f"{FIVE}&w=lines,table")
    page.emulate_media(media="print")
    sizes: list[float] = page.evaluate(
        "() => [...document.querySelectorAll('.lb-paper *')].filter(element => element.textContent.trim())"
        ".map(element => parseFloat(getComputedStyle(element).fontSize) * 72 / 96)"
    )
    assert round(min(sizes), 1) >= 10


@pytest.mark.parametrize("points", [8, 12, 20, MOST])
@pytest.mark.parametrize("room", ["", "&w=lines"])
def test_the_screen_says_how_many_sides_come_out_and_what_makes_it_one(reader: Reader, points: int, room: str) -> None:
    chosen = [point.replace("#", ".") for point in records(reader.open(THEME))[:points]]
    page = reader.open_sheet(f"p={','.join(chosen)}{room}")
    said = page.locator(".lb-sheet__sides").inner_text()
    several = re.search(r"prints on (\d+) sides of A4; take (\d+) points? off for one", said)
    assert sides(page) == (int(several[1]) if several else 1), said
    if several:
        fewer = reader.open_sheet(f"p={','.join(chosen[: -int(several[2])])}{room}")
        expect(fewer.locator(".lb-sheet__sides")).to_contain_text("Prints on one side of A4.")
        assert sides(fewer) == 1
