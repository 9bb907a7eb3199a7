"""The menu and the search work by keyboard alone, where axe can't see whether they do."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.visits import DESKTOP, PHONE, OpenPage

TABS = 40
"""More than the header has stops."""


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until the focus is there."""
    for _ in range(TABS):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"Tab never reaches {wanted}")


def menu_button(page: Page) -> Locator:
    return (
        page.locator("header button[aria-controls]")
        .filter(visible=True)
        .and_(page.get_by_role("button", name=re.compile("menu", re.IGNORECASE)))
    )


def search_button(page: Page) -> Locator:
    return page.locator("header").get_by_role("button", name=re.compile("search", re.IGNORECASE)).first


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_phone_menu_opens_moves_and_closes_by_keyboard(open_page: OpenPage, key: str) -> None:
    page = open_page("home", width=PHONE).page
    button = menu_button(page)
    panel = page.locator(f"#{button.get_attribute('aria-controls')}")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(panel).to_be_hidden()

    tab_to(page, button)
    page.keyboard.press(key)
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(panel).to_be_visible()

    tab_to(page, panel.get_by_role("link").first)
    page.keyboard.press("Escape")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(panel).to_be_hidden()
    expect(button).to_be_focused()


def test_tab_never_walks_into_the_closed_menu(open_page: OpenPage) -> None:
    page = open_page("home", width=PHONE).page
    panel = page.locator(f"#{menu_button(page).get_attribute('aria-controls')}")
    for _ in range(TABS):
        page.keyboard.press("Tab")
        assert not panel.evaluate("panel => panel.contains(document.activeElement)")


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_the_first_tab_offers_to_skip_to_the_content(open_page: OpenPage, width: int) -> None:
    page = open_page("briefing", width=width).page
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_be_in_viewport()
    target = skip.get_attribute("href") or ""
    assert target.startswith("#")
    page.keyboard.press("Enter")
    expect(page.locator(target)).to_be_focused()
    expect(page.locator(target).get_by_role("heading", level=1)).to_be_visible()


@pytest.mark.parametrize("width", [320, PHONE, 768, DESKTOP])
def test_search_opens_finds_and_closes_by_keyboard(open_page: OpenPage, width: int) -> None:
    page = open_page("home", width=width).page
    button = search_button(page)
    tab_to(page, button)
    page.keyboard.press("Enter")
    box = page.get_by_role("dialog").get_by_role("textbox").or_(page.get_by_role("dialog").get_by_role("searchbox"))
    expect(box).to_be_focused()

    page.keyboard.type("neglect")
    result = page.get_by_role("dialog").get_by_role("link").filter(visible=True).first
    expect(result).to_be_visible()
    tab_to(page, result)

    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(button).to_be_focused()


def test_the_search_dialog_has_a_name(open_page: OpenPage) -> None:
    page = open_page("home").page
    search_button(page).click()
    expect(page.get_by_role("dialog")).to_have_accessible_name(re.compile("search", re.IGNORECASE))
