"""A long page lists its parts: beside the text on a desk, in a bar that stays in reach on a phone."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.visits import DESKTOP, PHONE, OpenPage

LONG_KINDS = ("briefing", "reviews", "theme", "learning", "one-things", "recommendations", "actions", "digest", "data")
SHORT_KINDS = ("home", "themes", "letters", "glossary", "missing")


def contents(page: Page) -> Locator:
    return page.get_by_role("navigation", name="On this page")


def bar(page: Page) -> Locator:
    return contents(page).locator("summary")


@pytest.mark.parametrize("kind", LONG_KINDS)
def test_a_long_page_lists_every_part_and_every_review(open_page: OpenPage, kind: str) -> None:
    page = open_page(kind).page
    named = page.locator(".lb-section > h2[id], .lb-section h3[id]")
    links = contents(page).get_by_role("link", include_hidden=True)
    expect(links.first).to_be_visible()
    assert [link.get_attribute("href") for link in links.all()] == [f"#{h.get_attribute('id')}" for h in named.all()]


@pytest.mark.parametrize("kind", SHORT_KINDS)
def test_a_page_to_look_over_has_no_such_list(open_page: OpenPage, kind: str) -> None:
    assert contents(open_page(kind).page).count() == 0


def test_on_a_desk_the_list_stays_beside_the_text_and_marks_where_the_reader_is(open_page: OpenPage) -> None:
    page = open_page("recommendations", width=DESKTOP).page
    last = page.locator(".points h3").last
    last.scroll_into_view_if_needed()
    page.evaluate("scrollBy(0, 400)")
    marked = contents(page).locator("[aria-current]")
    expect(marked).to_have_text(last.inner_text())
    expect(marked).to_be_in_viewport()


def test_the_list_marks_what_is_read_where_a_role_has_moved_it(open_page: OpenPage) -> None:
    page = open_page("briefing", width=DESKTOP).page
    page.evaluate("localStorage.setItem('lb-role', JSON.stringify({ audience: 'managers' }))")
    page.reload()
    heading = page.get_by_role("heading", name="Learning for practitioners")
    heading.evaluate("heading => scrollTo(0, heading.getBoundingClientRect().top + scrollY - 100)")
    expect(contents(page).locator("[aria-current]")).to_have_text("Learning for practitioners")


def test_on_a_phone_the_list_closes_when_the_keyboard_goes_on(open_page: OpenPage) -> None:
    page = open_page("theme", width=PHONE).page
    bar(page).press("Enter")
    links = contents(page).get_by_role("link")
    expect(links.first).to_be_visible()
    links.filter(visible=True).last.focus()
    page.keyboard.press("Tab")
    expect(links.first).to_be_hidden()


def test_on_a_phone_the_bar_stays_at_the_top_opens_and_leads_on(open_page: OpenPage) -> None:
    page = open_page("recommendations", width=PHONE).page
    page.evaluate("scrollTo(0, 8000)")
    expect(bar(page)).to_be_in_viewport(ratio=1)
    link = contents(page).get_by_role("link").nth(6)
    expect(link).to_be_hidden()
    bar(page).click()
    name, target = link.inner_text(), (link.get_attribute("href") or "").removeprefix("#")
    link.click()
    expect(link).to_be_hidden()
    expect(bar(page)).to_contain_text(name)
    box, heading = bar(page).bounding_box(), page.locator(f"[id='{target}']").bounding_box()
    assert box
    assert heading
    assert heading["y"] >= box["y"] + box["height"]


def test_escape_closes_the_open_bar_and_gives_the_focus_back(open_page: OpenPage) -> None:
    page = open_page("theme", width=PHONE).page
    bar(page).press("Enter")
    page.keyboard.press("Tab")
    expect(contents(page).get_by_role("link").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(contents(page).get_by_role("link").first).to_be_hidden()
    expect(bar(page)).to_be_focused()


def test_on_a_screen_as_low_as_at_high_zoom_the_bar_covers_nothing(open_page: OpenPage) -> None:
    page = open_page("theme", width=320).page
    page.set_viewport_size({"width": 320, "height": 256})
    page.evaluate("scrollTo(0, 4000)")
    expect(bar(page)).not_to_be_in_viewport()


def test_without_script_the_list_unfolds_by_itself(open_page: OpenPage) -> None:
    page = open_page("theme", width=PHONE, script=False).page
    bar(page).click()
    expect(contents(page).get_by_role("link").first).to_be_visible()
