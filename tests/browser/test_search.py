"""Search as readers use it: the dialog, the page with its filters and its address, by keyboard, and without script."""

import gzip
import re
from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, Response, Route, expect

from tests.browser.axe import violations
from tests.browser.measures import TOO_WIDE
from tests.browser.visits import DESKTOP, PHONE, SCHEMES, OpenPage, Scheme
from tests.indexes import Found, Index

MOST_BYTES = 250_000
"""Of everything that the first search loads."""
POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'"
"""A Content-Security-Policy as strict as WebAssembly lets it be."""


@pytest.fixture(scope="module")
def index(built_site: Path) -> Index:
    return Index(built_site / "pagefind")


def open_dialog(page: Page) -> Locator:
    page.locator("header").get_by_role("button", name=re.compile("search", re.IGNORECASE)).click()
    return page.get_by_role("dialog")


def search_for(page: Page, words: str) -> Locator:
    """What the dialog shows for these words."""
    dialog = open_dialog(page)
    page.keyboard.type(words)
    expect(dialog.locator(".lb-found__count")).to_be_visible()
    return dialog


def go_to(page: Page, served: str, query: str = "") -> Page:
    """The search page, once it shows what its address asks for."""
    page.goto(f"{served}/search/{query}")
    expect(page.locator(".lb-filters__value").first).to_be_attached()
    if query:
        expect(page.locator(".lb-found__count")).to_be_visible()
    return page


def names(where: Page | Locator) -> list[str]:
    """The groups that are shown, in their order."""
    return where.locator(".lb-found__name").all_inner_texts()


def counts(page: Page, facet: str) -> dict[str, int]:
    """How many results each value of a facet leaves, by its id."""
    rows = page.locator(f".lb-filters__value:has(input[name={facet}])")
    found = rows.evaluate_all(
        "rows => rows.map(row => [row.querySelector('input').value, row.lastElementChild.textContent])"
    )
    return {value: int(count) for value, count in found if int(count)}


def choose(page: Page, facet: str, value: str) -> None:
    page.locator(f"input[name={facet}][value={value}]").check()


def filtered(index: Index, **wanted: str) -> list[Found]:
    return [
        entry
        for entry in index.entries
        if all(value in {"kind": [entry.kind], **entry.facets}.get(facet, []) for facet, value in wanted.items())
    ]


# ── before anyone searches ───────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("kind", ["home", "briefing", "theme"])
def test_a_page_loads_nothing_of_search_before_somebody_searches(open_page: OpenPage, kind: str) -> None:
    visit = open_page(kind)
    visit.page.wait_for_load_state("networkidle")
    assert [address for address in visit.requests if "/pagefind/" in address or "/scripts/search/" in address] == []


def test_the_first_search_loads_little_from_no_other_host(open_page: OpenPage, served: str) -> None:
    visit = open_page("home")
    loaded: dict[str, int] = {}

    def weigh(response: Response) -> None:
        body = response.body()
        packed = response.url.endswith((".pagefind", ".pf_meta", ".pf_index", ".pf_fragment"))
        loaded[response.url] = len(body) if packed else len(gzip.compress(body, 6))

    visit.page.on("response", weigh)
    search_for(visit.page, "bruising in babies")
    visit.page.wait_for_load_state("networkidle")
    assert any("/pagefind/" in address for address in loaded)
    assert [address for address in loaded if not address.startswith(f"{served}/")] == []
    assert sum(loaded.values()) <= MOST_BYTES, loaded
    assert visit.errors == []


def test_search_works_under_a_strict_content_security_policy(open_page: OpenPage, served: str) -> None:
    visit = open_page("home")

    def strict(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": POLICY})

    visit.page.route("**/*", strict)
    go_to(visit.page, served, "?q=neglect&audience=managers")
    assert names(visit.page)
    assert visit.errors == []


# ── the dialog ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_results_come_while_somebody_types(open_page: OpenPage) -> None:
    dialog = search_for(open_page("home").page, "bruis")
    assert names(dialog)[0] == "Bruising and marks"
    assert "Nothing" not in dialog.inner_text()
    expect(dialog.locator("mark").first).to_have_text(re.compile("bruis", re.IGNORECASE))


def test_a_result_says_what_it_is_and_leads_to_its_exact_place(open_page: OpenPage) -> None:
    page = open_page("home").page
    hit = search_for(page, "early help assessment").locator("a.lb-found__hit").first
    expect(hit).to_contain_text(re.compile(r"^(Learning point|Recommendation|One thing|Key finding)"))
    hit.click()
    page.wait_for_url("**/reviews/**#*")
    anchor = page.url.partition("#")[2]
    expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()


def test_a_result_on_the_same_page_closes_the_dialog(open_page: OpenPage) -> None:
    page = open_page("briefing").page
    dialog = search_for(page, page.locator("h1").inner_text())
    dialog.locator(f"a[href^='{page.url}#']").first.click()
    expect(dialog).to_be_hidden()
    assert "#" in page.url


def test_before_anyone_types_the_dialog_offers_what_people_look_for(open_page: OpenPage) -> None:
    page = open_page("home").page
    dialog = open_dialog(page)
    dialog.get_by_role("button", name="bruising in babies").click()
    expect(dialog.get_by_role("textbox")).to_have_value("bruising in babies")
    expect(dialog.get_by_role("textbox")).to_be_focused()
    expect(dialog.locator(".lb-found__name").first).to_have_text("Bruising and marks")


def test_enter_in_the_dialog_leads_to_all_results(open_page: OpenPage) -> None:
    page = open_page("theme").page
    search_for(page, "neglect")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=neglect")
    expect(page.locator(".lb-found__count")).to_be_visible()


def test_what_was_typed_while_search_was_loading_is_looked_for(open_page: OpenPage) -> None:
    page = open_page("home").page
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    page.route("**/entries.json", hold)
    dialog = open_dialog(page)
    page.keyboard.type("neglect")
    page.wait_for_function("() => document.querySelector('dialog input').value === 'neglect'")
    for route in waiting:
        route.continue_()
    page.unroute("**/entries.json")
    expect(dialog.locator(".lb-found__count")).to_be_visible()


@pytest.mark.parametrize("width", [320, DESKTOP])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_in_the_open_dialog(open_page: OpenPage, width: int, scheme: Scheme) -> None:
    page = open_page("home", width=width, scheme=scheme).page
    search_for(page, "neglet in babies")
    assert violations(page) == []
    assert page.evaluate(TOO_WIDE) == []


# ── the page ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_box_of_the_front_page_leads_to_results(open_page: OpenPage) -> None:
    page = open_page("home").page
    page.locator(".lb-search-box input").fill("CAMHS")
    page.locator(".lb-search-box").get_by_role("button").click()
    page.wait_for_url("**/search/?q=CAMHS")
    expect(page.locator(".lb-found__meaning")).to_contain_text("Child and Adolescent Mental Health Services")


def test_an_offered_search_leads_to_its_results(open_page: OpenPage) -> None:
    page = open_page("home").page
    page.get_by_role("link", name="parent declines help").click()
    page.wait_for_url("**/search/?q=parent+declines+help")
    expect(page.locator(".lb-found__name").first).to_have_text("When help is declined")


def test_the_address_holds_query_and_filters(open_page: OpenPage, served: str) -> None:
    query = "?q=information+sharing&audience=practitioners&audience=managers&agency=gps"
    page = go_to(open_page("search").page, served, query)
    expect(page.locator(".lb-search-page input[name=q]")).to_have_value("information sharing")
    chosen = page.locator(".lb-filters__value input:checked")
    assert chosen.evaluate_all("inputs => inputs.map(input => input.value)") == ["practitioners", "managers", "gps"]
    shown = names(page)
    page.reload()
    expect(page.locator(".lb-found__count")).to_be_visible()
    assert page.url.endswith(query)
    assert names(page) == shown


def test_going_back_takes_back_a_filter_and_then_a_query(open_page: OpenPage, served: str) -> None:
    page = go_to(open_page("search").page, served)
    field = page.locator(".lb-search-page input[name=q]")
    field.fill("neglect")
    field.press("Enter")
    expect(page.locator(".lb-found__count")).to_be_visible()
    choose(page, "audience", "managers")
    page.wait_for_url("**/search/?q=neglect&audience=managers")
    field.fill("police")
    field.press("Enter")
    page.wait_for_url("**/search/?q=police&audience=managers")
    page.go_back()
    expect(field).to_have_value("neglect")
    page.go_back()
    page.wait_for_url("**/search/?q=neglect")
    expect(page.locator("input[value=managers]")).not_to_be_checked()


def test_each_letter_is_no_step_to_go_back(open_page: OpenPage, served: str) -> None:
    page = go_to(open_page("search").page, served)
    steps = page.evaluate("history.length")
    page.locator(".lb-search-page input[name=q]").press_sequentially("thresholds", delay=20)
    page.wait_for_url("**/search/?q=thresholds")
    assert page.evaluate("history.length") == steps


def test_a_bookmark_with_a_filter_that_is_gone_still_works(open_page: OpenPage, served: str) -> None:
    page = go_to(open_page("search").page, served, "?q=neglect&theme=gone&x=y")
    assert names(page)


def test_everything_can_be_filtered_with_counts_that_agree_with_the_library(
    open_page: OpenPage, served: str, index: Index
) -> None:
    page = go_to(open_page("search").page, served)
    assert counts(page, "kind") == Counter(entry.kind for entry in index.entries)
    for facet in ("audience", "theme", "agency", "harm", "age", "type", "partnership", "year"):
        every = Counter(value for entry in index.entries for value in set(entry.facets.get(facet, [])))
        assert counts(page, facet) == every, facet


def test_a_chosen_filter_counts_for_the_others_and_not_for_itself(
    open_page: OpenPage, served: str, index: Index
) -> None:
    page = go_to(open_page("search").page, served)
    kinds = counts(page, "kind")
    choose(page, "kind", "learning")
    expect(page.locator(".lb-found__count")).to_contain_text(f"{len(filtered(index, kind='learning'))} results in")
    assert counts(page, "kind") == kinds
    points = filtered(index, kind="learning")
    assert counts(page, "theme") == Counter(value for entry in points for value in entry.facets.get("theme", []))
    choose(page, "audience", "managers")
    left = filtered(index, kind="learning", audience="managers")
    expect(page.locator(".lb-found__count")).to_contain_text(f"{len(left)} results in")
    shown = page.locator("a.lb-found__hit").evaluate_all("links => links.map(link => link.href)")
    assert shown
    assert {address.removeprefix(f"{served}/") for address in shown} <= {entry.address for entry in left}


def test_a_filter_can_be_taken_away_by_its_chip(open_page: OpenPage, served: str) -> None:
    page = go_to(open_page("search").page, served, "?q=neglect&audience=managers&year=2021")
    page.get_by_role("button", name="Take away the filter Managers").click()
    page.wait_for_url("**/search/?q=neglect&year=2021")
    expect(page.locator("input[value=managers]")).not_to_be_checked()


def test_on_a_phone_the_filters_stand_behind_one_button(open_page: OpenPage, served: str) -> None:
    page = go_to(open_page("search", width=PHONE).page, served, "?q=neglect&audience=managers&year=2021")
    button = page.get_by_role("button", name="Filters (2)")
    expect(page.locator("input[value=practitioners]")).to_be_hidden()
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.locator("input[value=practitioners]")).to_be_visible()


def test_a_long_list_of_values_starts_with_the_most_frequent(open_page: OpenPage, served: str) -> None:
    page = go_to(open_page("search").page, served)
    themes = page.locator(".lb-filters__value:has(input[name=theme])")
    every = counts(page, "theme")
    expect(themes.filter(visible=True)).to_have_count(8)
    seen = themes.filter(visible=True).locator("input").evaluate_all("inputs => inputs.map(input => input.value)")
    assert min(every[value] for value in seen) >= max(count for value, count in every.items() if value not in seen)
    page.get_by_role("button", name=f"Show all {len(every)}").click()
    expect(themes.filter(visible=True)).to_have_count(len(every))


def test_the_readers_role_can_be_chosen_at_once(open_page: OpenPage, served: str) -> None:
    page = open_page("search").page
    page.evaluate('localStorage.setItem(\'lb-role\', \'{"audience": "practitioners", "agency": "gps"}\')')
    go_to(page, served, "?q=information+sharing")
    page.get_by_role("button", name="For my role: Practitioners, GPs and primary care").click()
    page.wait_for_url("**/search/?q=information+sharing&audience=practitioners&agency=gps")
    expect(page.get_by_role("button", name=re.compile("For my role"))).to_have_count(0)


def test_more_results_follow_when_asked_for(open_page: OpenPage, served: str) -> None:
    page = go_to(open_page("search").page, served, "?kind=learning")
    expect(page.locator(".lb-found__group")).to_have_count(10)
    page.get_by_role("button", name="Show more results").click()
    expect(page.locator(".lb-found__group")).to_have_count(20)
    expect(page.locator(".lb-found__group").nth(10).get_by_role("link").first).to_be_focused()


def test_the_rest_of_a_group_follows_when_asked_for(open_page: OpenPage, served: str) -> None:
    page = go_to(open_page("search").page, served, "?kind=learning")
    groups = page.locator(".lb-found__group")
    more = groups.evaluate_all("groups => groups.findIndex(group => group.querySelector('button'))")
    group = groups.nth(more)
    many = int(group.get_by_role("button").inner_text().split()[0])
    before = group.locator("a.lb-found__hit").count()
    group.get_by_role("button").click()
    expect(group.locator("a.lb-found__hit")).to_have_count(before + many)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [320, PHONE, DESKTOP])
def test_axe_finds_nothing_in_results_and_open_filters(
    open_page: OpenPage, served: str, width: int, scheme: Scheme
) -> None:
    page = go_to(open_page("search", width=width, scheme=scheme).page, served, "?q=CAMHS&kind=learning")
    if width < DESKTOP:
        page.get_by_role("button", name="Filters (1)").click()
    page.locator(".lb-filters details").evaluate_all("all => all.forEach(details => { details.open = true })")
    assert violations(page) == []
    assert page.evaluate(TOO_WIDE) == []


def test_results_print_without_what_paper_cannot_do(open_page: OpenPage, served: str) -> None:
    page = go_to(open_page("search").page, served, "?q=neglect&audience=managers")
    page.emulate_media(media="print")
    expect(page.locator(".lb-found__asked")).to_have_text("“neglect” · Managers")
    expect(page.locator(".lb-found__group").first).to_be_visible()
    for part in (".lb-filters", ".lb-chips", ".lb-search-box", ".lb-found__more"):
        expect(page.locator(part).filter(visible=True)).to_have_count(0)


# ── by keyboard, and for those who listen ────────────────────────────────────────────────────────────────────────────


def test_filters_and_chips_work_by_keyboard_and_keep_the_focus(open_page: OpenPage, served: str) -> None:
    page = go_to(open_page("search").page, served, "?q=neglect")
    box = page.locator("input[value=managers]")
    box.focus()
    page.keyboard.press("Space")
    page.wait_for_url("**/search/?q=neglect&audience=managers")
    expect(page.get_by_role("button", name="Take away the filter Managers")).to_be_visible()
    expect(box).to_be_focused()


def test_a_chip_that_is_gone_hands_the_focus_to_the_results(open_page: OpenPage, served: str) -> None:
    page = go_to(open_page("search").page, served, "?q=neglect&audience=managers")
    page.get_by_role("button", name="Take away the filter Managers").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=neglect")
    expect(page.locator(".lb-found__count")).to_be_focused()


def test_what_was_typed_on_the_page_while_search_was_loading_is_looked_for(open_page: OpenPage, served: str) -> None:
    page = open_page("search").page
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    page.route("**/entries.json", hold)
    page.goto(f"{served}/search/")
    page.locator(".lb-search-page input[name=q]").fill("neglect")
    for route in waiting:
        route.continue_()
    page.unroute("**/entries.json")
    page.wait_for_url("**/search/?q=neglect")
    expect(page.locator(".lb-found__count")).to_be_visible()


def test_the_number_of_results_is_read_out_once_somebody_stops_typing(open_page: OpenPage) -> None:
    page = open_page("home").page
    dialog = search_for(page, "neglet")
    region = dialog.get_by_role("status").first
    expect(region).to_have_text(re.compile(r"^Nothing says “neglet”. Showing “neglect”. \d+ results in \d+ reviews"))
    expect(region).to_have_count(1)


def test_every_field_and_group_of_the_search_page_has_a_name(open_page: OpenPage, served: str) -> None:
    page = go_to(open_page("search").page, served, "?q=neglect")
    expect(page.get_by_role("textbox", name="Words to look for")).to_be_visible()
    expect(page.get_by_role("group", name="For whom")).to_be_visible()
    expect(page.get_by_role("checkbox", name=re.compile("^Managers"))).to_be_visible()
    expect(page.get_by_role("form", name="Filters")).to_be_visible()


# ── the words of the field ───────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("did not attend", "Was not brought"),
        ("DNA", "Was not brought"),
        ("disguised compliance", "Professional curiosity"),
        ("chronology", "Chronologies and genograms"),
        ("Child R", "Child R, Oxfordshire, 2021"),
    ],
)
def test_other_words_lead_to_the_same_place(open_page: OpenPage, served: str, typed: str, first: str) -> None:
    page = go_to(open_page("search").page, served, f"?q={typed.replace(' ', '+')}")
    assert first in names(page)[:2]


def test_either_of_two_acronyms_finds_all_that_says_one_of_them(open_page: OpenPage, served: str, index: Index) -> None:
    page = go_to(open_page("search").page, served, "?q=CYPMHS")
    expect(page.locator(".lb-found__meaning")).to_contain_text("CYPMHS Children and Young People")
    found = page.evaluate(
        """async ([base, queries]) => {
          const { openEngine } = await import(new URL("assets/scripts/search/engine.js", base))
          const engine = await openEngine(base)
          const all = await Promise.all(queries.map(query => engine.find(query)))
          return all.map(({ groups }) => groups.flatMap(({ group, hits }) =>
            hits.map(({ entry }) => group.address + (entry.anchor && "#") + entry.anchor)))
        }""",
        [f"{served}/", ["CAMHS", "CYPMHS"]],
    )
    saying = {entry.address for entry in index.entries if re.search(r"\b(CAMHS|CYPMHS)\b", entry.text)}
    assert saying
    assert [saying - set(each) for each in found] == [set(), set()]


# ── what it says when it does not find what was typed ────────────────────────────────────────────────────────────────


def test_a_near_miss_says_so_and_shows_the_nearest(open_page: OpenPage, served: str) -> None:
    page = go_to(open_page("search").page, served, "?q=saftey+plan")
    expect(page.locator(".lb-found__remark")).to_have_text("Nothing says “saftey”. Showing “safety”.")
    assert names(page)[0] == "Safety planning"


def test_an_exact_miss_says_so_and_shows_what_comes_nearest(open_page: OpenPage, served: str) -> None:
    page = go_to(open_page("search").page, served, "?q=neglect+xylophone")
    expect(page.locator(".lb-found__remark")).to_have_text("Nothing says “xylophone”. This comes nearest.")
    assert "Neglect" in names(page)


def test_words_that_no_entry_holds_together_are_told(open_page: OpenPage, served: str) -> None:
    page = go_to(open_page("search").page, served, "?q=sofa+football+coroner")
    expect(page.locator(".lb-found__remark")).to_have_text("Nothing holds all of these words. This comes nearest.")


def test_where_nothing_is_found_the_lists_lead_on(open_page: OpenPage, served: str) -> None:
    page = go_to(open_page("search").page, served, "?q=xylophone")
    expect(page.locator(".lb-found__count")).to_have_text("Nothing found")
    expect(page.get_by_role("heading", name="Start from a list")).to_be_visible()
    go_to(page, served, "?q=neglect")
    expect(page.get_by_role("heading", name="Start from a list")).to_be_hidden()


def test_where_filters_leave_nothing_they_are_named_as_the_reason(open_page: OpenPage, served: str) -> None:
    page = go_to(open_page("search").page, served, "?q=xylophone&audience=managers")
    expect(page.locator(".lb-found__remark").last).to_contain_text("No result passes these filters.")


def test_what_is_typed_is_never_read_as_html(open_page: OpenPage, served: str) -> None:
    visit = open_page("search")
    go_to(visit.page, served, "?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E+qqqqq")
    assert visit.page.locator(".lb-search-page img").count() == 0
    assert visit.errors == []


def test_a_site_whose_index_is_gone_says_so_and_shows_its_lists(open_page: OpenPage, served: str) -> None:
    page = open_page("search").page
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto(f"{served}/search/?q=neglect")
    expect(page.get_by_text("Search is not available here.")).to_be_visible()
    expect(page.get_by_role("heading", name="Start from a list")).to_be_visible()


def test_where_a_script_of_search_does_not_come_the_page_shows_its_lists(open_page: OpenPage, served: str) -> None:
    page = open_page("home").page
    page.route("**/search/page.js", lambda route: route.abort())
    page.goto(f"{served}/search/?q=neglect")
    expect(page.get_by_role("heading", name="Start from a list")).to_be_visible()


def test_where_a_script_of_search_does_not_come_the_dialog_leads_to_the_page_and_can_be_tried_again(
    open_page: OpenPage,
) -> None:
    page = open_page("briefing").page
    page.route("**/search/dialog.js", lambda route: route.abort())
    page.locator("header").get_by_role("button", name="Search").click()
    page.get_by_role("textbox", name="Search the briefings").fill("neglect")
    page.get_by_role("button", name="All results and filters").click()
    expect(page).to_have_url(re.compile(r"/search/\?q=neglect$"))


def test_pressing_for_more_twice_shows_it_once(open_page: OpenPage, served: str) -> None:
    page = go_to(open_page("search").page, served, "?q=child")
    page.get_by_role("button", name="Show more results").dblclick()
    expect(page.locator(".lb-found__group").nth(19)).to_be_attached()
    names = page.locator(".lb-found__name").all_inner_texts()
    assert len(names) == len(set(names))


def test_a_letter_that_stands_alone_marks_no_longer_words(open_page: OpenPage, served: str) -> None:
    page = go_to(open_page("search").page, served, "?q=child+r")
    marked = {text.strip(".,;:’'").lower() for text in page.locator(".lb-found mark").all_inner_texts()}
    assert "r" in marked
    assert [text for text in marked if text.startswith("r") and text != "r"] == []


def test_enter_right_after_the_last_letter_is_a_step_to_come_back_to(open_page: OpenPage, served: str) -> None:
    page = go_to(open_page("search").page, served, "")
    field = page.get_by_label("Words to look for")
    field.press_sequentially("neglect", delay=5)
    field.press("Enter")
    page.wait_for_timeout(400)
    field.press_sequentially(" parent", delay=5)
    page.wait_for_url(re.compile("neglect.parent"))
    page.go_back()
    expect(field).to_have_value("neglect")


# ── without script ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_without_script_search_leads_to_the_lists(open_page: OpenPage) -> None:
    page = open_page("home", width=PHONE, script=False).page
    page.locator(".lb-search-box input").fill("neglect")
    page.locator(".lb-search-box button").click()
    expect(page.locator(".lb-search-page__unscripted")).to_contain_text("Search needs scripts, which are off here.")
    links = page.locator("main .lb-section").get_by_role("link").filter(visible=True)
    assert {"Themes", "Learning by role", "What families said", "Glossary"} <= set(links.all_inner_texts())
    expect(page.locator(".lb-search-page")).to_be_hidden()


def test_without_script_the_headers_search_is_a_link(open_page: OpenPage) -> None:
    page = open_page("briefing", script=False).page
    page.locator("header").get_by_role("link", name=re.compile("Search")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Search")


def test_in_forced_colours_a_chosen_filter_can_be_told_and_taken_away(browser: Browser, served: str) -> None:
    context = browser.new_context(viewport={"width": PHONE, "height": 900}, forced_colors="active")
    page = go_to(context.new_page(), served, "?q=neglect&audience=managers")
    expect(page.get_by_role("button", name="Take away the filter Managers")).to_be_visible()
    assert violations(page, "color-contrast") == []
    context.close()
