"""A sheet of one's own, in a real browser: chosen anywhere, put in order, sent by its address, printed on one side."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from pypdf import PdfReader

from tests.browser.test_accessibility import violations
from tests.browser.visits import DESKTOP, PHONE, SCHEMES, Scheme
from tests.qr_codes import text_of

THEME = "/themes/information-sharing/"
BRIEFING = "/reviews/oxfordshire-child-r/"
POINTS = ("oxfordshire-child-r.p1", "oxfordshire-child-r.p4", "kent-william.m1", "kent-ruby-and-daisy.p2")
FIVE = "p=oxfordshire-child-r.p1,.p4,kent-william.m1,kent-ruby-and-daisy.p2,oxfordshire-child-r.one-thing"
MOST = 30
OWN = "localStorage.getItem('lb-sheet')"


@dataclass
class Reader:
    """Somebody at a browser, with what the browser asked for and what it complained about."""

    context: BrowserContext
    site: str
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def open(self, address: str) -> Page:
        """A new tab at an address of the site, when everything that it fetches has come."""
        page = self.context.new_page()
        page.on("request", lambda asked: self.requests.append(f"{asked.method} {asked.url}"))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.goto(self.site + address, wait_until="networkidle")
        return page

    def open_sheet(self, query: str = FIVE) -> Page:
        page = self.open(f"/sheet/?{query}")
        expect(page.get_by_role("button", name="Print the sheet")).to_be_visible()
        return page


NewReader = Callable[..., Reader]


@pytest.fixture
def new_reader(browser: Browser, served: str, request: pytest.FixtureRequest) -> NewReader:
    """Readers, each with a browser of their own; they leave when the test ends."""

    def made(width: int = DESKTOP, scheme: Scheme = "light", **settings: Any) -> Reader:
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, **settings)
        request.addfinalizer(context.close)
        return Reader(context, served)

    return made


@pytest.fixture
def reader(new_reader: NewReader) -> Reader:
    return new_reader()


def add_first(page: Page, number: int = 1) -> list[str]:
    """Add the first points of a page, and say which they are, as addresses name them."""
    buttons = page.locator("li .lb-add")
    for place in range(number):
        buttons.nth(place).click()
    return [found.replace("#", ".") for found in records(page)[:number]]


def records(page: Page) -> list[str]:
    return page.locator("main li[data-record]").evaluate_all("items => items.map(item => item.dataset.record)")


def shown(page: Page) -> list[str]:
    """The points of a sheet on the screen, in order."""
    found: list[str] = page.locator("[data-point].lb-sheet__point").evaluate_all(
        "items => items.map(item => item.dataset.point)"
    )
    return found


def query_of(page: Page) -> str:
    return page.url.partition("?")[2]


def status(page: Page) -> Locator:
    return page.locator(".lb-sheet [role=status]")


def sides(page: Page) -> int:
    """How many sides of A4 come out of the printer."""
    return len(PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages)


def printed_words(page: Page) -> str:
    pages = PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


# ── choosing ────────────────────────────────────────────────────────────────────────────────────────────────────────


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


def query_of_way(page: Page) -> str:
    """Where the page in the header leads."""
    return (page.locator(".lb-sheet-way").get_attribute("href") or "").partition("?")[2]


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


# ── the sheet ───────────────────────────────────────────────────────────────────────────────────────────────────────


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


# ── its address ─────────────────────────────────────────────────────────────────────────────────────────────────────


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


# ── on paper ────────────────────────────────────────────────────────────────────────────────────────────────────────


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


# ── for everyone, and against anyone ────────────────────────────────────────────────────────────────────────────────


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
    page.get_by_role("button", name="Take them off").click()
    expect(page.locator(".lb-sheet__missing")).to_be_hidden()
    assert query_of(page) == "p=oxfordshire-child-r.p1"


def test_without_a_connection_the_page_says_so_and_tries_again(reader: Reader) -> None:
    page = reader.context.new_page()
    page.route("**/reviews/kent-william/", lambda route: route.abort())
    page.goto(f"{reader.site}/sheet/?{FIVE}", wait_until="networkidle")
    expect(page.locator(".lb-sheet__missing")).to_contain_text("1 point could not be read just now.")
    expect(page.locator(".lb-sheet__point")).to_have_count(4)
    page.unroute("**/reviews/kent-william/")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(".lb-sheet__point")).to_have_count(5)


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
