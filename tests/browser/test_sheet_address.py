"""A sheet's address holds all of it: for somebody else, for the next day, as a QR code."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.readers import (
    BRIEFING,
    MOST,
    OWN,
    POINTS,
    THEME,
    NewReader,
    Reader,
    add_first,
    printed_words,
    query_of,
    query_of_way,
    records,
    shown,
    status,
)
from tests.qr_codes import text_of


def test_the_address_alone_brings_the_same_sheet_to_somebody_else(new_reader: NewReader) -> None:
    mine = new_reader().open_sheet()
    mine.get_by_role("button", name="Move up: point 3").click()
    mine.get_by_label("Title, if you want one").fill("Für Montag & danach?")
    mine.get_by_label("Lines under each point").check()
    mine.wait_for_url(re.compile(r"t=F%C3%BCr\+Montag\+%26\+danach%3F&w=lines$"))
    theirs = new_reader()
    page = theirs.open_sheet(query_of(mine))
    assert shown(page) == shown(mine)
    expect(page.get_by_label("Title, if you want one")).to_have_value("Für Montag & danach?")
    expect(page.get_by_label("Lines under each point")).to_be_checked()
    expect(page.get_by_label("A table: what we will do, who, by when")).not_to_be_checked()
    assert page.evaluate(OWN) is None


def test_somebody_elses_sheet_leaves_mine_as_it_is_until_i_say_so(reader: Reader) -> None:
    theme = reader.open(THEME)
    own = add_first(theme, 2)
    kept = query_of_way(theme)
    page = reader.open_sheet()
    expect(page.get_by_role("heading", level=1)).to_have_text("A sheet to share")
    page.get_by_role("button", name="Take off: point 1").click()
    expect(page.locator(".lb-sheet__point")).to_have_count(4)
    assert page.evaluate(OWN) == kept
    page.get_by_role("button", name="Make it my sheet").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("My sheet")
    assert page.evaluate(OWN) == query_of(page)
    expect(page.locator(".lb-sheet-way")).to_have_accessible_name("My sheet: 4")
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("A sheet to share")
    assert page.evaluate(OWN) == kept
    page.get_by_role("button", name="Add its points to mine").click()
    expect(page.locator(".lb-sheet__point")).to_have_count(6)
    assert shown(page)[:2] == own


def test_back_on_my_sheet_after_adding_a_point_the_point_is_there(reader: Reader) -> None:
    page = reader.open(THEME)
    first, second = add_first(page, 2)
    page.locator(".lb-sheet-way").click()
    expect(page.locator(".lb-sheet__point")).to_have_count(2)
    page.goto(reader.site + BRIEFING, wait_until="networkidle")
    (third,) = add_first(page)
    page.go_back(wait_until="networkidle")
    expect(page.locator(".lb-sheet__point")).to_have_count(3)
    assert shown(page) == [first, second, third]


def test_the_address_is_copied_or_offered_to_copy(new_reader: NewReader) -> None:
    page = new_reader(permissions=["clipboard-read", "clipboard-write"]).open_sheet()
    page.get_by_role("button", name="Copy its address").click()
    expect(status(page)).to_have_text("The address is copied.")
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    page = new_reader().open_sheet()
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.get_by_role("button", name="Copy its address").click()
    expect(status(page)).to_have_text("Copy the address from the field below.")
    assert page.evaluate("getSelection().toString() || document.activeElement.value") == page.url


@pytest.mark.parametrize("points", [1, 4])
def test_the_qr_code_says_the_address(reader: Reader, points: int) -> None:
    page = reader.open_sheet(f"p={','.join(POINTS[:points])}")
    rows = modules(page.locator(".lb-sheet__code svg"))
    assert text_of(rows) == page.url
    assert modules(page.locator(".lb-paper__code svg")) == rows


def modules(svg: Locator) -> list[list[int]]:
    """The squares of a drawn code, without the white around it."""
    size = int((svg.get_attribute("viewBox") or "").split()[2])
    rows = [[0] * size for _ in range(size)]
    for x, y in re.findall(r"M(\d+) (\d+)", svg.locator("path").get_attribute("d") or ""):
        rows[int(y)][int(x)] = 1
    edge = 4
    assert not any(any(row) for row in (*rows[:edge], *rows[-edge:]))
    return [row[edge:-edge] for row in rows[edge:-edge]]


def test_an_address_that_is_too_long_for_a_code_is_printed_in_words(reader: Reader) -> None:
    reader_points = records(reader.open(THEME))[:MOST]
    page = reader.open_sheet(f"p={','.join(point.replace('#', '.') for point in reader_points)}")
    expect(page.locator(".lb-sheet__code")).to_contain_text("too long for a QR code")
    assert page.locator("svg").count() == 0
    assert page.url.rpartition(",")[2] in printed_words(page).replace(" ", "")
