"""My role: chosen once, kept in the browser alone, and what leads because of it; and the same by plain links."""

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from briefings.library import Library
from briefings.loading import load
from briefings.model import Record, RecordKind
from briefings.vocabulary import Agency
from tests.browser.axe import violations
from tests.browser.test_keyboard import tab_to
from tests.browser.visits import DESKTOP, LEAST_SEEN, PHONE, SCHEMES, SHIFTS, Scheme
from tests.building import ROOT

THEME = "/themes/information-sharing/"
MANAGER_OF_POLICE = {
    "audience": "managers",
    "agency": "police",
    "names": {"audience": "Managers", "agency": "Police"},
    "pages": {"audience": "learning/managers/", "agency": "learning/agency/police/"},
}


@dataclass
class Reader:
    """One person's browser: what it keeps lasts from page to page."""

    context: BrowserContext
    page: Page
    site: str
    requests: list[str] = field(default_factory=list)

    def opens(self, address: str) -> Page:
        self.page.goto(self.site + address, wait_until="load")
        return self.page

    @property
    def kept(self) -> dict[str, str] | None:
        role: dict[str, str] | None = self.page.evaluate("JSON.parse(localStorage.getItem('lb-role'))")
        return role


class NewReader(Protocol):
    """A reader with a browser of their own. ``role`` is what it keeps already."""

    def __call__(
        self, role: object = None, *, width: int = DESKTOP, scheme: Scheme = "light", script: bool = True
    ) -> Reader: ...


@pytest.fixture
def new_reader(browser: Browser, served: str) -> Iterator[NewReader]:
    """Readers, whose browsers are closed when the test ends."""
    contexts: list[BrowserContext] = []

    def new(role: object = None, *, width: int = DESKTOP, scheme: Scheme = "light", script: bool = True) -> Reader:
        context = browser.new_context(
            viewport={"width": width, "height": 844},
            color_scheme=scheme,
            has_touch=width == PHONE,
            java_script_enabled=script,
        )
        contexts.append(context)
        page = context.new_page()
        reader = Reader(context, page, served)
        page.on("request", lambda asked: reader.requests.append(asked.url))
        if role:
            reader.opens("/404.html")
            page.evaluate("role => localStorage.setItem('lb-role', JSON.stringify(role))", role)
        return reader

    yield new
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def found() -> Library:
    return load(ROOT / "content").library


def chosen(page: Page, audience: str, agency: str) -> None:
    page.get_by_role("radio", name=audience).check()
    page.get_by_role("combobox", name="Where I work").select_option(label=agency)


def shown(page: Page) -> Locator:
    return page.locator(".points [data-record]").filter(visible=True)


def bar(page: Page) -> Locator:
    return page.locator(".points .lb-mine")


def late(route: Route) -> None:
    """Answer as a slow network does."""
    time.sleep(0.4)
    route.continue_()


def for_role(records: list[Record], audience: str, agency: str) -> list[str]:
    """The addresses of the records that a role is shown: they name it, or nobody."""
    return [
        record.address
        for record in records
        if (not record.audiences or audience in record.audiences)
        and (not record.agencies or agency in [each.id for each in record.agencies])
    ]


# ── choosing ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_role_is_chosen_once_and_kept_over_reloads_and_other_pages(new_reader: NewReader) -> None:
    reader = new_reader()
    page = reader.opens("/my-role/")
    expect(page.get_by_text("No role is kept in this browser.")).to_be_visible()
    chosen(page, "Practitioners", "GPs and primary care")
    expect(page.locator(".kept [role=status]")).to_have_text("Practitioners, GPs and primary care")
    assert reader.kept == {
        "audience": "practitioners",
        "agency": "gps",
        "names": {"audience": "Practitioners", "agency": "GPs and primary care"},
        "pages": {"audience": "learning/practitioners/", "agency": "learning/agency/gps/"},
    }
    page.reload()
    expect(page.get_by_role("radio", name="Practitioners")).to_be_checked()
    expect(page.get_by_role("combobox")).to_have_value("gps")
    expect(bar(reader.opens(THEME))).to_contain_text("chosen for: Practitioners, GPs and primary care")


def test_a_role_is_cleared_with_one_press_and_leaves_nothing_behind(new_reader: NewReader) -> None:
    reader = new_reader(MANAGER_OF_POLICE)
    page = reader.opens("/my-role/")
    page.get_by_role("button", name="Clear my role").click()
    expect(page.locator(".kept [role=status]")).to_have_text("No role is kept in this browser.")
    expect(page.get_by_role("button", name="Clear my role")).to_be_hidden()
    expect(page.get_by_role("radio", name="None of these")).to_be_focused()
    assert page.evaluate("localStorage.length") == 0
    expect(reader.opens(THEME).locator(".lb-mine")).to_have_count(0)


def test_an_audience_or_an_agency_alone_is_a_role(new_reader: NewReader) -> None:
    reader = new_reader()
    page = reader.opens("/my-role/")
    page.get_by_role("combobox").select_option(label="Police")
    assert reader.kept == {
        "agency": "police",
        "names": {"agency": "Police"},
        "pages": {"agency": "learning/agency/police/"},
    }
    page.get_by_role("radio", name="Managers").check()
    page.get_by_role("combobox").select_option(label="Not said")
    assert (reader.kept or {}).keys() == {"audience", "names", "pages"}


def test_choosing_and_using_a_role_sends_nothing_and_sets_no_cookie(new_reader: NewReader) -> None:
    reader = new_reader()
    page = reader.opens("/my-role/")
    page.wait_for_load_state("networkidle")
    reader.requests.clear()
    chosen(page, "Managers", "Police")
    page.get_by_role("button", name="Clear my role").click()
    chosen(page, "Practitioners", "Housing")
    page.wait_for_timeout(200)
    assert reader.requests == []
    reader.opens(THEME)
    bar(page).get_by_role("button").click()
    assert [asked for asked in reader.requests if "housing" in asked or "practitioners" in asked] == []
    assert reader.context.cookies() == []


def test_a_browser_that_keeps_nothing_says_so(new_reader: NewReader) -> None:
    reader = new_reader()
    reader.context.add_init_script(
        "for (const name of ['getItem', 'setItem', 'removeItem'])"
        " Storage.prototype[name] = () => { throw new DOMException('No', 'SecurityError') }"
    )
    page = reader.opens("/my-role/")
    page.get_by_role("radio", name="Managers").check()
    expect(page.locator(".kept [role=status]")).to_have_text(
        "This browser lets sites keep nothing, so your role cannot be kept."
    )


def test_the_role_is_chosen_and_cleared_by_keyboard_alone(new_reader: NewReader) -> None:
    reader = new_reader()
    page = reader.opens("/my-role/")
    tab_to(page, page.get_by_role("radio", name="None of these"))
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name="Practitioners")).to_be_checked()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name="Managers")).to_be_checked()
    page.keyboard.press("Tab")
    expect(page.get_by_role("combobox", name="Where I work")).to_be_focused()
    page.keyboard.type("Pol")
    assert (reader.kept or {})["agency"] == "police"
    tab_to(page, page.get_by_role("button", name="Clear my role"))
    page.keyboard.press("Enter")
    assert reader.kept is None


@pytest.mark.parametrize("junk", ["{", "null", "[]", '"x"', '{"audience": 7}', '{"agency": "gone", "pages": 3}'])
def test_whatever_else_is_kept_under_its_name_breaks_no_page(new_reader: NewReader, junk: str) -> None:
    reader = new_reader()
    errors: list[str] = []
    reader.page.on("pageerror", lambda error: errors.append(str(error)))
    reader.opens("/404.html").evaluate("junk => localStorage.setItem('lb-role', junk)", junk)
    for address in ("/", THEME, "/my-role/"):
        reader.opens(address)
    assert errors == []


def test_a_role_cannot_lead_off_the_site(new_reader: NewReader) -> None:
    pages = {"audience": "https://elsewhere.example/", "agency": "javascript:alert(1)"}
    page = new_reader(MANAGER_OF_POLICE | {"pages": pages}).opens("/")
    links = page.locator(".lb-mine a").evaluate_all("links => links.map(link => link.href)")
    assert [link for link in links if not link.startswith(page.url)] == []


# ── leading ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_front_page_leads_to_the_pages_of_my_role(new_reader: NewReader) -> None:
    page = new_reader(MANAGER_OF_POLICE).opens("/")
    ways = page.get_by_role("navigation", name="My role")
    assert [link.inner_text() for link in ways.get_by_role("link").all()] == ["Managers", "Police", "Change my role"]
    assert ways.evaluate("ways => ways.nextElementSibling.matches('.lb-body')")
    ways.get_by_role("link", name="Police").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Learning for police")


@pytest.mark.parametrize(
    ("audience", "agency"), [("practitioners", "gps"), ("managers", "police"), ("system", "housing")]
)
def test_a_theme_shows_first_what_names_my_role_or_nobody_and_all_with_one_press(
    new_reader: NewReader, found: Library, audience: str, agency: str
) -> None:
    page = new_reader({"audience": audience, "agency": agency}).opens(THEME)
    records = list(found.records_of_theme("information-sharing", RecordKind.LEARNING))
    mine = for_role(records, audience, agency)
    assert 0 < len(mine) < len(records)
    assert shown(page).evaluate_all("all => all.map(item => item.dataset.record)") == mine
    expect(bar(page).get_by_role("status")).to_have_text(
        f"Showing {len(mine)} of {len(records)} here, chosen for: {audience}, {agency}"
    )
    reviews = page.locator(".points h3").filter(visible=True)
    expect(reviews).to_have_count(len({address.partition("#")[0] for address in mine}))

    bar(page).get_by_role("button", name=f"Show all {len(records)}").press("Enter")
    expect(shown(page)).to_have_count(len(records))
    expect(bar(page).get_by_role("status")).to_contain_text(f"Showing all {len(records)}.")
    expect(bar(page).get_by_role("button")).to_be_focused()
    bar(page).get_by_role("button", name=f"Only mine ({len(mine)})").press("Enter")
    expect(shown(page)).to_have_count(len(mine))


def test_a_review_of_which_some_points_are_set_aside_says_how_many_are_shown(new_reader: NewReader) -> None:
    page = new_reader({"audience": "practitioners"}).opens(THEME)
    parts = page.locator(".points .card-meta").filter(has_text="shown", visible=True)
    for part in parts.all():
        total, some = map(int, re.findall(r"(\d+)\s(?:points?|shown)", part.inner_text()))
        inside = part.locator("xpath=following-sibling::ul[1]/li")
        assert (inside.count(), inside.filter(visible=True).count()) == (total, some)
    assert parts.count()


@pytest.mark.parametrize(
    ("audience", "address", "theirs"),
    [
        ("practitioners", "/learning/agency/gps/", "[data-agencies=gps]"),
        ("managers", "/learning/practitioners/", "[data-for=practitioners]"),
    ],
)
def test_a_page_about_somebody_else_sets_nothing_aside_for_being_so(
    new_reader: NewReader, audience: str, address: str, theirs: str
) -> None:
    page = new_reader({"audience": audience, "agency": "police"}).opens(address)
    assert shown(page).and_(page.locator(theirs)).count()


@pytest.mark.parametrize(
    ("address", "items"), [("/reviews/", ".reviews > ul > li"), ("/one-thing/", ".one-things > ul > li")]
)
def test_reviews_and_one_things_lead_with_what_involved_my_agency(
    new_reader: NewReader, found: Library, address: str, items: str
) -> None:
    involved = [review for review in found.reviews if not review.agencies or "police" in _ids(review.agencies)]
    assert 0 < len(involved) < len(found.reviews)
    page = new_reader({"agency": "police"}).opens(address)
    shown = page.locator(items).filter(visible=True)
    expect(shown).to_have_count(len(involved))
    sections = page.locator(".lb-section:is(.reviews, .one-things)")
    assert all(section.locator("li:visible").count() for section in sections.filter(visible=True).all())
    page.locator(".lb-mine").get_by_role("button", name="Show all").click()
    expect(shown).to_have_count(len(found.reviews))


def _ids(agencies: tuple[Agency, ...]) -> list[str]:
    return [agency.id for agency in agencies]


def test_the_list_of_sections_leads_to_nothing_that_is_set_aside(new_reader: NewReader) -> None:
    page = new_reader(MANAGER_OF_POLICE).opens(THEME)
    links = page.locator(".lb-toc a")
    dead = """links => links.filter(link => !link.closest("[hidden]")
        && document.getElementById(link.hash.slice(1)).closest("[hidden]")).length"""
    assert links.evaluate_all(dead) == 0
    hidden = links.filter(visible=False).count()
    assert hidden
    bar(page).get_by_role("button", name="Show all").click()
    assert links.evaluate_all("links => links.filter(link => link.closest('[hidden]')).length") == 0


def test_an_address_that_leads_to_what_is_set_aside_shows_it(new_reader: NewReader) -> None:
    reader = new_reader({"agency": "police"})
    page = reader.opens("/reviews/")
    aside = page.locator(".reviews h3:not(:visible)").first.get_attribute("id")
    page.goto(f"{reader.site}/themes/")
    page.goto(f"{reader.site}/reviews/#{aside}")
    expect(page.locator(f"[id='{aside}']")).to_be_in_viewport()


def test_back_from_a_review_still_shows_all(new_reader: NewReader) -> None:
    page = new_reader({"agency": "police"}).opens("/reviews/")
    items = page.locator(".reviews > ul > li")
    page.locator(".lb-mine").get_by_role("button", name="Show all").click()
    items.last.get_by_role("link").click()
    page.go_back()
    expect(items.filter(visible=True)).to_have_count(items.count())


def test_no_heading_is_left_over_nothing(new_reader: NewReader) -> None:
    page = new_reader({"audience": "system"}).opens("/learning/agency/childrens-social-care/escalation/")
    expect(page.locator(".points.near [data-record]").first).to_be_attached()
    expect(page.locator(".points.near")).to_be_hidden()
    bar(page).get_by_role("button", name="Show all").click()
    expect(page.locator(".points.near")).to_be_visible()


def test_where_nothing_is_for_my_role_all_is_shown_and_it_says_so(new_reader: NewReader) -> None:
    page = new_reader({"audience": "nobody"}).opens(THEME)
    expect(shown(page)).to_have_count(page.locator(".points [data-record]").count())
    expect(bar(page).get_by_role("status")).to_contain_text("None chosen for: nobody")
    expect(bar(page).get_by_role("button")).to_be_hidden()


def headings(page: Page) -> list[str]:
    return page.locator(".lb-body h2").all_inner_texts()


def test_a_briefing_leads_with_my_learning_on_the_page_and_in_its_list_but_not_on_paper(new_reader: NewReader) -> None:
    address = "/reviews/kent-ruby-and-daisy/"
    before = headings(new_reader().opens(address))
    page = new_reader(MANAGER_OF_POLICE).opens(address)
    mine = "Learning for managers"
    after = headings(page)
    first = next(number for number, text in enumerate(before) if text.startswith("Learning for "))
    assert after[first] == mine != before[first]
    assert [text for text in after if text != mine] == [text for text in before if text != mine]
    assert page.locator(".lb-toc a").all_inner_texts() == after

    page.evaluate(
        "addEventListener('beforeprint', () => { window.printed = "
        "[...document.querySelectorAll('.lb-body h2')].map(heading => heading.innerText) })"
    )
    page.pdf()
    assert page.evaluate("window.printed") == before
    assert headings(page) == after


def test_what_names_my_agency_is_marked(new_reader: NewReader) -> None:
    page = new_reader({"agency": "gps"}).opens(THEME)
    marked = page.locator(".lb-names-mine")
    assert marked.count() == page.locator("[data-agencies~=gps]").count() > 0


def test_a_printed_list_says_what_was_chosen_and_holds_nothing_to_press(new_reader: NewReader) -> None:
    page = new_reader(MANAGER_OF_POLICE).opens(THEME)
    page.emulate_media(media="print")
    expect(bar(page).get_by_role("status")).to_be_visible()
    expect(bar(page).get_by_role("button")).to_be_hidden()
    expect(bar(page).get_by_role("link")).to_be_hidden()
    page.emulate_media(media="screen")
    bar(page).get_by_role("button").click()
    page.emulate_media(media="print")
    expect(bar(page)).to_be_hidden()
    reader_home = new_reader(MANAGER_OF_POLICE).opens("/")
    reader_home.emulate_media(media="print")
    expect(reader_home.locator(".lb-mine")).to_be_hidden()


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize(
    "address", ["/", THEME, "/learning/practitioners/", "/reviews/kent-ruby-and-daisy/", "/my-role/"]
)
def test_nothing_on_a_page_moves_because_of_a_role(new_reader: NewReader, address: str, width: int) -> None:
    reader = new_reader(MANAGER_OF_POLICE, width=width)
    reader.page.route("**/role*.js", late)
    assert reader.opens(address).evaluate(SHIFTS) < LEAST_SEEN


def test_back_to_a_page_shows_it_for_the_role_of_now(new_reader: NewReader) -> None:
    reader = new_reader(MANAGER_OF_POLICE)
    page = reader.opens(THEME)
    bar(page).get_by_role("link", name="Change my role").click()
    page.get_by_role("button", name="Clear my role").click()
    page.go_back()
    expect(page.locator(".lb-mine")).to_have_count(0)
    expect(shown(page)).to_have_count(page.locator(".points [data-record]").count())


def test_the_phone_menu_says_which_role_it_is(new_reader: NewReader) -> None:
    page = new_reader(MANAGER_OF_POLICE, width=PHONE).opens("/")
    page.get_by_role("button", name="Menu").tap()
    expect(page.get_by_role("link", name="My role: Managers, Police")).to_be_visible()


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("address", ["/", THEME, "/my-role/"])
def test_axe_finds_nothing_on_what_a_role_adds(new_reader: NewReader, address: str, scheme: Scheme, width: int) -> None:
    assert violations(new_reader(MANAGER_OF_POLICE, width=width, scheme=scheme).opens(address)) == []


# ── the same by links alone ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("script", [True, False])
def test_a_point_for_gps_on_information_sharing_is_three_taps_from_home(
    new_reader: NewReader, found: Library, *, script: bool
) -> None:
    page = new_reader(width=PHONE, script=script).opens("/")
    for way in ("Or start with your agency", re.compile("^GPs and primary care"), re.compile("^Information sharing")):
        page.locator(".lb-body").get_by_role("link", name=way).first.tap()
    expect(page).to_have_url(re.compile("/learning/agency/gps/information-sharing/$"))
    point = page.locator(".points [data-record]").first
    expect(point).to_be_visible()
    record = found.record_at[point.get_attribute("data-record") or ""]
    assert record.kind is RecordKind.LEARNING
    assert "gps" in [agency.id for agency in record.agencies]
    assert "information-sharing" in record.themes


def test_without_script_my_role_is_plain_links_and_says_that_nothing_is_kept(new_reader: NewReader) -> None:
    page = new_reader(width=PHONE, script=False).opens("/my-role/")
    expect(page.get_by_text("Without scripts nothing can be kept.")).to_be_visible()
    page.locator(".lb-body").get_by_role("link", name="Practitioners").tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("Learning for practitioners")
