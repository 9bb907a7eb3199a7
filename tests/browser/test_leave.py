"""The way to leave quickly: first at hand, from everywhere, at once, without a way back, and never in the way."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.visits import DESKTOP, PHONE, SMALLEST, OpenPage

THERE = "https://www.bbc.co.uk/weather"
BUTTON = ".lb-leave a"


class Elsewhere:
    """Stands in for the other site, and notes how it was asked for."""

    def __init__(self, page: Page, *, held: bool = False) -> None:
        self.asked: list[dict[str, str]] = []
        self.held = held
        page.route("https://www.bbc.co.uk/**", self.answer)

    def answer(self, route: Route) -> None:
        self.asked.append(route.request.all_headers())
        if not self.held:
            route.fulfill(body="<title>Weather</title>Sunny.", content_type="text/html")


def press_shift(page: Page, times: int) -> None:
    for _ in range(times):
        page.keyboard.press("Shift")


@pytest.mark.parametrize("kind", ["home", "briefing", "missing"])
def test_it_is_the_second_stop_of_the_keyboard_and_in_sight(open_page: OpenPage, kind: str) -> None:
    page = open_page(kind, width=PHONE, usual=True).page
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    button = page.locator(BUTTON)
    expect(button).to_be_focused()
    expect(button).to_be_in_viewport(ratio=1)
    assert button.get_attribute("rel") == "noreferrer nofollow"
    page.mouse.wheel(0, 100_000)
    expect(button).to_be_in_viewport(ratio=1)


def test_it_puts_the_other_page_in_the_place_of_this_one_and_does_not_say_where_the_reader_was(
    open_page: OpenPage,
) -> None:
    page = open_page("briefing", width=PHONE).page
    elsewhere = Elsewhere(page)
    before = page.evaluate("history.length")
    page.locator(BUTTON).click()
    page.wait_for_url(THERE)
    assert page.evaluate("history.length") == before
    assert [headers.get("referer") for headers in elsewhere.asked] == [None]
    page.go_back()
    assert "/reviews/" not in page.url


def test_the_page_is_gone_at_once_even_if_the_other_one_is_slow(open_page: OpenPage) -> None:
    page = open_page("briefing", width=PHONE).page
    Elsewhere(page, held=True)
    left = "() => { document.querySelector('.lb-leave a').click(); return [document.body.hidden, document.title] }"
    assert page.evaluate(left) == [True, "www.bbc.co.uk"]


def test_shift_three_times_leaves_and_says_how_often_to_press_it(open_page: OpenPage) -> None:
    page = open_page("briefing").page
    Elsewhere(page)
    status = page.locator(".lb-leave [role=status]")
    press_shift(page, 1)
    expect(status).to_have_text("Press Shift 2 more times to leave.")
    press_shift(page, 1)
    expect(status).to_have_text("Press Shift 1 more time to leave.")
    press_shift(page, 1)
    page.wait_for_url(THERE)


@pytest.mark.parametrize("between", ["a", "Tab", "Shift+Tab", "Shift+A", "Escape"])
def test_another_key_between_starts_the_count_again(open_page: OpenPage, between: str) -> None:
    page = open_page("briefing").page
    elsewhere = Elsewhere(page)
    press_shift(page, 2)
    page.keyboard.press(between)
    press_shift(page, 2)
    expect(page.locator(".lb-leave [role=status]")).to_have_text("Press Shift 1 more time to leave.")
    assert elsewhere.asked == []


def test_capital_letters_and_walking_back_are_no_wish_to_leave(open_page: OpenPage) -> None:
    page = open_page("briefing").page
    elsewhere = Elsewhere(page)
    for _ in range(4):
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Shift+A")
    assert page.locator(".lb-leave [role=status]").inner_text() == ""
    assert elsewhere.asked == []


def test_its_name_says_what_the_keyboard_can_do(open_page: OpenPage) -> None:
    button = open_page("briefing", width=PHONE).page.locator(BUTTON)
    expect(button).to_have_accessible_name("Leave quickly")
    expect(button).to_have_accessible_description("Or press Shift three times.")


def test_without_script_it_is_a_link_in_the_same_tab(open_page: OpenPage) -> None:
    page = open_page("briefing", width=PHONE, script=False).page
    elsewhere = Elsewhere(page)
    page.locator(BUTTON).click()
    page.wait_for_url(THERE)
    assert [headers.get("referer") for headers in elsewhere.asked] == [None]
    assert len(page.context.pages) == 1


def test_it_goes_along_into_a_dialog_and_comes_back(open_page: OpenPage) -> None:
    page = open_page("briefing", width=PHONE).page
    page.evaluate("""() => {
      document.body.insertAdjacentHTML('beforeend', '<dialog id="own" aria-label="Own"><p>Text</p></dialog>')
      document.getElementById('own').showModal()
    }""")
    expect(page.locator("#own .lb-leave")).to_be_visible()
    expect(page.locator(f"#own {BUTTON}")).to_be_in_viewport(ratio=1)
    page.keyboard.press("Escape")
    expect(page.locator("header .lb-leave")).to_be_visible()
    page.evaluate("document.getElementById('own').showModal()")
    Elsewhere(page)
    page.locator(f"#own {BUTTON}").click()
    page.wait_for_url(THERE)


@pytest.mark.parametrize(
    ("width", "height"), [(SMALLEST, 640), (PHONE, 844), (DESKTOP, 900), (320, 256), (844, 390), (640, 319)]
)
def test_it_covers_nothing(open_page: OpenPage, width: int, height: int) -> None:
    page = open_page("briefing", width=width, height=height).page
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    last = page.locator(".lb-footer")
    bottom = last.evaluate("element => element.getBoundingClientRect().bottom")
    box = page.locator(".lb-leave").bounding_box()
    assert box
    assert bottom <= height + 1
    assert box["y"] >= bottom - 1 or box["y"] < 0
    page.locator("h1").scroll_into_view_if_needed()
    assert box["height"] <= 0.3 * height or box["y"] < 0


def test_it_is_not_on_paper(open_page: OpenPage) -> None:
    page = open_page("briefing").page
    page.emulate_media(media="print")
    assert not page.locator(BUTTON).is_visible()
