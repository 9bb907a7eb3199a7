"""The page of a sheet: its points in order, moved and taken off by keyboard, with their sources."""

from playwright.sync_api import Locator, expect

from tests.browser.readers import (
    Reader,
    shown,
    status,
)


def test_a_point_stands_on_the_sheet_in_the_words_of_its_review_with_its_source(reader: Reader) -> None:
    sheet = reader.open_sheet("p=kent-william.m1")
    own = reader.open("/reviews/kent-william/").locator("#m1 > p:not(.about)")
    assert words(sheet.locator(".lb-sheet__text")) == " ".join(words(own).split())
    source = sheet.locator(".lb-sheet__source")
    assert words(source) == "Learning for managers · William, Kent, 2024 · Paragraph 105 (h)"
    link = source.get_by_role("link")
    assert (link.get_attribute("href") or "").endswith("/reviews/kent-william/#m1")


def words(found: Locator) -> str:
    return " ".join(found.first.inner_text().split())


def test_points_are_moved_by_keyboard_and_each_move_is_told(reader: Reader) -> None:
    page = reader.open_sheet()
    first, second, third, *rest = shown(page)
    page.get_by_role("button", name="Move down: point 1").focus()
    page.keyboard.press("Enter")
    expect(status(page)).to_have_text("Moved: now point 2 of 5.")
    assert shown(page) == [second, first, third, *rest]
    expect(page.get_by_role("button", name="Move down: point 2")).to_be_focused()
    page.keyboard.press("Space")
    expect(status(page)).to_have_text("Moved: now point 3 of 5.")
    assert shown(page) == [second, third, first, *rest]
    up = page.get_by_role("button", name="Move up: point 1")
    up.focus()
    page.keyboard.press("Enter")
    expect(status(page)).to_have_text("It is the first point.")
    expect(up).to_be_focused()


def test_a_point_that_is_taken_off_can_be_put_back(reader: Reader) -> None:
    page = reader.open_sheet()
    before = shown(page)
    page.get_by_role("button", name="Take off: point 2").click()
    expect(status(page)).to_contain_text("Taken off. 4 points left.")
    expect(page.get_by_role("button", name="Take off: point 2")).to_be_focused()
    assert shown(page) == [before[0], *before[2:]]
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".lb-sheet__point")).to_have_count(5)
    assert shown(page) == before
    page.get_by_role("button", name="Take all points off").click()
    expect(page.get_by_role("heading", name="How to make a sheet")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".lb-sheet__point")).to_have_count(5)


def test_an_empty_sheet_explains_itself_and_leads_to_points(reader: Reader) -> None:
    page = reader.open("/sheet/")
    expect(status(page)).to_have_text("Your sheet is empty.")
    expect(page.locator("main")).to_contain_text("Choose “Add to my sheet” beside any learning point")
    expect(page.get_by_role("button", name="Print the sheet")).to_be_hidden()
    page.get_by_role("link", name="Learning points for your role").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Learning")
