"""Points are put on a sheet from any page that has them, and taken off."""

import pytest
from playwright.sync_api import expect

from tests.browser.readers import (
    BRIEFING,
    MOST,
    OWN,
    THEME,
    NewReader,
    Reader,
    add_first,
    query_of_way,
    shown,
)
from tests.browser.visits import DESKTOP, PHONE


def test_points_are_added_on_a_theme_page_and_on_a_briefing_and_stand_on_one_sheet(reader: Reader) -> None:
    theme = reader.open(THEME)
    chosen = add_first(theme, 2)
    expect(theme.get_by_role("button", name="On my sheet: remove")).to_have_count(2)
    briefing = reader.open(BRIEFING)
    chosen += add_first(briefing)
    briefing.locator("header .lb-sheet-way").click()
    expect(briefing.get_by_role("heading", level=1)).to_have_text("My sheet")
    expect(briefing.locator(".lb-sheet__point")).to_have_count(3)
    assert shown(briefing) == chosen
    assert reader.errors == []


def test_the_one_thing_of_a_briefing_can_be_added_with_its_checks(reader: Reader) -> None:
    page = reader.open(BRIEFING)
    page.locator("section.one-thing .lb-add").click()
    sheet = reader.open_sheet(query_of_way(page))
    assert shown(sheet) == ["oxfordshire-child-r.one-thing"]
    expect(sheet.locator(".lb-sheet__text li")).to_have_count(5)


def test_a_button_adds_takes_off_and_says_so_without_moving_the_focus(reader: Reader) -> None:
    page = reader.open(BRIEFING)
    button = page.locator("li .lb-add").first
    expect(button).to_have_accessible_name("Add to my sheet")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_accessible_name("On my sheet: remove")
    expect(button).to_be_focused()
    expect(page.locator("body > [role=status]")).to_have_text("Added. Your sheet has 1 point.")
    expect(page.locator(".lb-sheet-way")).to_have_accessible_name("My sheet: 1")
    expect(page.get_by_role("link", name="See my sheet (1 point)")).to_be_visible()
    page.keyboard.press("Enter")
    expect(button).to_have_accessible_name("Add to my sheet")
    expect(page.locator("body > [role=status]")).to_have_text("Taken off. Your sheet has 0 points.")
    expect(page.locator(".lb-sheet-way")).to_be_hidden()
    assert page.evaluate(OWN) is None


def test_every_record_of_a_page_has_a_button_and_paper_has_none(reader: Reader) -> None:
    for address in (BRIEFING, THEME, "/", "/one-thing/", "/learning/practitioners/", "/digests/2021-10/"):
        page = reader.open(address)
        marked = page.locator("main [data-record]").count()
        assert marked
        assert page.locator("main [data-record] > .about > .lb-add").count() == marked
        page.emulate_media(media="print")
        assert page.locator(".lb-add, .lb-add-way").filter(visible=True).count() == 0


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_nothing_moves_when_the_buttons_come(new_reader: NewReader, width: int) -> None:
    items = "[...document.querySelectorAll('main li[data-record]')]"
    measure = f"() => {items}.map(item => item.getBoundingClientRect().top)"
    reader = new_reader(width)
    for address in (BRIEFING, THEME):
        after = reader.open(address)
        assert after.locator(".lb-add").count()
        before = reader.context.new_page()
        before.route("**/sheet/buttons.js", lambda route: route.abort())
        before.goto(reader.site + address, wait_until="networkidle")
        assert before.locator(".lb-add").count() == 0
        assert before.evaluate(measure) == pytest.approx(after.evaluate(measure), abs=1)


def test_a_button_is_large_enough_for_a_thumb(new_reader: NewReader) -> None:
    page = new_reader(PHONE, has_touch=True, is_mobile=True).open(BRIEFING)
    boxes = [button.bounding_box() for button in page.locator(".lb-add").all()]
    assert min(box["height"] for box in boxes if box) >= 43.5
    words = page.locator("li .lb-add__words").first
    assert words.evaluate("element => getComputedStyle(element).opacity") == "1"


def test_with_a_mouse_the_words_come_with_the_record_and_the_sign_is_always_there(reader: Reader) -> None:
    page = reader.open(BRIEFING)
    record = page.locator("li[data-record]").first
    words = record.locator(".lb-add__words")
    expect(words).to_have_css("opacity", "0")
    record.hover()
    expect(words).to_have_css("opacity", "1")


def test_a_full_sheet_takes_no_more_and_says_so(reader: Reader) -> None:
    page = reader.open(THEME)
    add_first(page, MOST)
    more = page.locator("li .lb-add").nth(MOST)
    more.click()
    expect(more).to_have_accessible_name("Add to my sheet")
    expect(page.locator("body > [role=status]")).to_have_text("Your sheet is full. Your sheet has 30 points.")
    expect(page.get_by_role("link", name="My sheet is full (30 points)")).to_be_visible()


def test_a_point_added_in_one_tab_shows_in_the_other(reader: Reader) -> None:
    theme, sheet = reader.open(THEME), reader.open("/sheet/")
    (first,) = add_first(theme)
    expect(sheet.locator(".lb-sheet__point")).to_have_count(1)
    assert shown(sheet) == [first]
    sheet.get_by_role("button", name="Take off: point 1").click()
    expect(theme.get_by_role("button", name="On my sheet: remove")).to_have_count(0)


def test_where_storage_is_forbidden_the_way_to_the_sheet_still_holds_the_points(reader: Reader) -> None:
    reader.context.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })"
    )
    page = reader.open(BRIEFING)
    chosen = add_first(page, 2)
    page.locator(".lb-sheet-way").click()
    expect(page.locator(".lb-sheet__point")).to_have_count(2)
    assert shown(page) == chosen
    assert reader.errors == []
