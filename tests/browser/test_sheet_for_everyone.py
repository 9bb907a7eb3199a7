"""A sheet can be used by everyone, and hostile addresses do nothing."""

import pytest
from playwright.sync_api import Route, expect

from tests.browser.axe import violations
from tests.browser.readers import (
    BRIEFING,
    FIVE,
    MOST,
    NewReader,
    Reader,
    add_first,
    query_of,
    shown,
    sides,
    status,
)
from tests.browser.visits import DESKTOP, LEAST_SEEN, PHONE, SCHEMES, SHIFTS, Scheme


@pytest.mark.parametrize("width", [320, PHONE, DESKTOP])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_on_a_sheet_with_points(new_reader: NewReader, width: int, scheme: Scheme) -> None:
    reader = new_reader(width, scheme)
    add_first(reader.open(BRIEFING), 2)
    page = reader.open_sheet(f"{FIVE},gone.p1&w=lines,table")
    expect(page.get_by_text("1 point of this sheet is not on the site.")).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def test_axe_finds_nothing_on_a_briefing_with_points_chosen(new_reader: NewReader) -> None:
    for scheme in SCHEMES:
        page = new_reader(PHONE, scheme).open(BRIEFING)
        add_first(page, 2)
        assert violations(page) == []


def test_a_sheet_asks_only_this_site_and_each_review_once(reader: Reader) -> None:
    page = reader.open_sheet()
    page.get_by_role("button", name="Move down: point 1").click()
    page.get_by_label("Lines under each point").check()
    expect(status(page)).to_contain_text("Room to write is on.")
    assert [asked for asked in reader.requests if not asked.startswith(f"GET {reader.site}/")] == []
    fetched = [asked for asked in reader.requests if "/reviews/" in asked]
    assert sorted(fetched) == [
        f"GET {reader.site}/reviews/{id}/" for id in ("kent-ruby-and-daisy", "kent-william", "oxfordshire-child-r")
    ]
    assert reader.errors == []


def test_only_the_page_of_the_sheet_loads_the_library_for_codes(reader: Reader) -> None:
    reader.open(BRIEFING)
    assert not [asked for asked in reader.requests if "/vendor/" in asked]
    reader.open("/sheet/")
    assert [asked for asked in reader.requests if "/vendor/uqr.js" in asked]


def test_points_that_are_not_there_are_told_kindly_and_the_rest_is_shown(reader: Reader) -> None:
    page = reader.open_sheet("p=withdrawn-child.p1,oxfordshire-child-r.p1,.p99")
    assert shown(page) == ["oxfordshire-child-r.p1"]
    told = "2 points of this sheet are not on the site. The review may have been withdrawn."
    expect(page.locator(".lb-sheet__missing")).to_contain_text(told)
    page.get_by_role("button", name="Take off what is missing").press("Enter")
    expect(page.locator(".lb-sheet__missing")).to_be_hidden()
    expect(page.get_by_role("heading", name="Points, in order")).to_be_focused()
    assert query_of(page) == "p=oxfordshire-child-r.p1"


def test_without_a_connection_the_page_says_so_and_tries_again(reader: Reader) -> None:
    page = reader.context.new_page()
    page.route("**/reviews/kent-william/", lambda route: route.abort())
    page.goto(f"{reader.site}/sheet/?{FIVE}", wait_until="networkidle")
    expect(page.locator(".lb-sheet__missing")).to_contain_text("1 point could not be read just now.")
    expect(page.locator(".lb-sheet__point")).to_have_count(4)
    page.unroute("**/reviews/kent-william/")
    page.get_by_role("button", name="Try again").press("Enter")
    expect(page.locator(".lb-sheet__point")).to_have_count(5)
    expect(page.get_by_role("heading", name="Points, in order")).to_be_focused()


def test_what_could_not_be_read_is_not_asked_for_with_each_change(reader: Reader) -> None:
    page = reader.context.new_page()
    asked: list[str] = []

    def refuse(route: Route) -> None:
        asked.append(route.request.url)
        route.abort()

    page.route("**/reviews/kent-william/", refuse)
    page.goto(f"{reader.site}/sheet/?{FIVE}", wait_until="networkidle")
    page.get_by_role("button", name="Move down: point 1").click()
    expect(status(page)).to_have_text("Moved: now point 2 of 4.")
    assert len(asked) == 1


def test_undo_does_not_lose_the_keyboard(reader: Reader) -> None:
    page = reader.open_sheet()
    page.get_by_role("button", name="Take all points off").press("Enter")
    undo = page.get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    undo.press("Enter")
    expect(page.get_by_role("heading", name="Points, in order")).to_be_focused()


def test_where_the_script_of_the_sheet_does_not_come_the_page_says_what_it_needs(reader: Reader) -> None:
    page = reader.context.new_page()
    page.route("**/sheet/page.js", lambda route: route.abort())
    page.goto(f"{reader.site}/sheet/?{FIVE}")
    expect(page.get_by_role("heading", name="If scripts do not run")).to_be_visible()


@pytest.mark.parametrize("width", [320, 390, 1000, 1100, 1280, 1440])
def test_the_way_to_a_sheet_moves_nothing(new_reader: NewReader, width: int) -> None:
    reader = new_reader(width)
    page = reader.open(BRIEFING)
    height = page.locator(".lb-header__inner").bounding_box()
    add_first(page)
    page.reload(wait_until="networkidle")
    expect(page.locator(".lb-sheet-way")).to_be_visible()
    after = page.locator(".lb-header__inner").bounding_box()
    assert height
    assert after
    assert after["height"] == height["height"]
    assert page.evaluate(SHIFTS) < LEAST_SEEN


@pytest.mark.parametrize(
    "query",
    [
        "p=oxfordshire-child-r.p1&t=<script>alert(1)</script><img src=x onerror=alert(1)>",
        "p=oxfordshire-child-r.p1,<script>alert(1)</script>.p1,../../evil.p1,//evil.example/a.p1",
        "p=oxfordshire-child-r.p1,%00.p1,a%5D%5B.p1,__proto__.constructor,.,..p1,-.-&w=lines,<b>",
        "p=oxfordshire-child-r.p1&t=" + "%E2%80%AE" + "A" * 5000,
    ],
)
def test_a_hostile_address_is_inert(reader: Reader, query: str) -> None:
    page = reader.open_sheet(query)
    assert shown(page)[0] == "oxfordshire-child-r.p1"
    assert page.locator("main script, main img, main iframe").count() == 0
    assert [asked for asked in reader.requests if not asked.startswith(f"GET {reader.site}/")] == []
    assert "\u202e" not in page.locator(".lb-paper__title").inner_text(timeout=1000)
    assert len(page.get_by_label("Title, if you want one").input_value()) <= 80
    assert sides(page) == 1
    assert reader.errors == []


def test_thousands_of_points_are_thirty(reader: Reader) -> None:
    named = ",".join(f"{number:x}.a" for number in range(6_000))  # As many as an address may be long.
    page = reader.open_sheet(f"p=oxfordshire-child-r.p1,{named}")
    expect(page.locator(".lb-sheet__missing")).to_contain_text("This address names 5971 more, which are left out.")
    assert len([asked for asked in reader.requests if "/reviews/" in asked]) == MOST


def test_without_script_the_page_says_what_it_needs_and_what_to_print(new_reader: NewReader) -> None:
    page = new_reader(java_script_enabled=False).open(f"/sheet/?{FIVE}")
    expect(page.locator("main")).to_contain_text("A sheet is made in your browser, and that takes scripts.")
    expect(page.get_by_role("heading", name="If scripts do not run")).to_be_visible()
    expect(page.locator("main").get_by_role("link", name="All briefings")).to_be_visible()
    page.goto(new_reader().site + BRIEFING)
    expect(page.locator(".lb-add")).to_have_count(0)
    expect(page.get_by_role("link", name="Reflection sheet for your team")).to_be_visible()
