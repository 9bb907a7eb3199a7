"""The reflection sheet of a review, the page of a reader's own sheet, and what of a record scripts may read."""

import re
from dataclasses import replace

import pytest

from briefings.model import OneThing, Record, Report, Review
from briefings.pages import Page, addresses, site_pages
from briefings.pages.reflection import MOST_QUESTIONS, ROWS, reflection
from briefings.pages.sheet import sheet_page
from tests.libraries import library, record, review
from tests.rendered import rendered, targets


def sheet_of(made: Review) -> Page:
    return reflection(library([made]), made)


def sections(page: Page) -> list[str]:
    return re.findall(r"^## .*\{#([\w-]+)", page.markdown, re.MULTILINE)


def test_a_reflection_sheet_is_the_one_thing_the_questions_and_room_to_write() -> None:
    one = OneThing("child-a", "", "Ask the child.", ("Did we ask?",))
    found = sheet_of(review("child-a", one_things=(one,), questions=("Who has not been asked?",)))
    assert sections(found) == ["one-thing", "questions", "for-us", "we-will", "source"]
    assert (found.uri, found.kind) == ("reviews/child-a/reflection.md", "reflection")
    words = rendered(found).texts
    assert "Ask the child." in words["one-thing"]
    assert "Did we ask?" in words["one-thing"]
    assert "Who has not been asked?" in words["questions"]


def test_its_name_tells_it_from_the_sheets_of_other_reviews_with_the_same_title() -> None:
    assert sheet_of(review("child-a")).meta["name"] == "Reflection sheet: Child A, Northshire, 2021"


def test_its_table_has_a_head_and_empty_rows_and_is_a_table_to_every_reader() -> None:
    html = rendered(sheet_of(review("child-a"))).html
    assert re.findall(r"<th>(.*?)</th>", html) == ["What", "Who", "By when"]
    assert set(re.findall(r"<td>(.*?)</td>", html)) == {""}
    assert len(re.findall("<tr>", html)) == 1 + ROWS


def test_each_one_thing_of_a_review_stands_on_its_sheet() -> None:
    ones = (OneThing("child-a", "", "Ask."), OneThing("child-a", "managers", "Ask them."))
    found = sheet_of(review("child-a", one_things=ones))
    assert sections(found)[:2] == ["one-thing", "one-thing-managers"]
    assert "data-record" not in found.markdown


def test_of_many_questions_it_has_the_first_and_the_briefing_has_all() -> None:
    asked = tuple(f"Who was not asked {number} times?" for number in range(MOST_QUESTIONS + 3))
    site = {page.uri: page for page in site_pages(library([review("child-a", questions=asked)]), "The site")}
    on_sheet, on_briefing = site["reviews/child-a/reflection.md"].markdown, site["reviews/child-a.md"].markdown
    assert [text for text in asked if text in on_sheet] == [*asked[:MOST_QUESTIONS]]
    assert [text for text in asked if text in on_briefing] == [*asked]


def test_its_source_leads_to_the_briefing_and_to_the_report() -> None:
    report = Report("The [real] report", "A Board", "https://board.example/report.pdf")
    page = rendered(sheet_of(review("child-a", report=report)))
    assert targets(page, page.links_in("source")) == [
        ("reviews/child-a.md", ""),
        ("https://board.example/report.pdf", ""),
    ]
    assert "The [real] report" in page.texts["source"]


def test_a_briefing_and_its_sheet_link_each_other_and_a_review_without_a_one_thing_has_none() -> None:
    found = library([review("child-a"), review("child-b", one_things=())])
    site = {page.uri: rendered(page) for page in site_pages(found, "The site")}
    assert addresses.reflection("child-a") in dict(targets(site["reviews/child-a.md"]))
    assert "reviews/child-a.md" in dict(targets(site[addresses.reflection("child-a")]))
    assert addresses.reflection("child-b") not in site


def test_no_review_can_take_the_address_of_a_sheet() -> None:
    named = library([review("reflection"), review("child-a-reflection"), review("child-a")])
    found = [page.uri for page in site_pages(named, "The site")]
    assert len(found) == len(set(found))


ASKED = Record("child-a", record("child-a", "p1").kind, "p1", "Ask.", audiences=("practitioners", "managers"))


@pytest.mark.parametrize(
    ("uri", "facts"),
    [
        ("reviews/child-a.md", ["one-thing", "one-thing-managers", "p1"]),
        ("reviews/child-a/reflection.md", []),
        ("index.md", ["one-thing"]),
        ("one-thing/index.md", ["one-thing", "one-thing-managers"]),
        ("learning/practitioners/index.md", ["p1"]),
    ],
)
def test_scripts_can_tell_every_point_of_a_page_by_its_address(uri: str, facts: list[str]) -> None:
    ones = (OneThing("child-a", "", "Ask."), OneThing("child-a", "managers", "Ask them."))
    site = {page.uri: page for page in site_pages(library([review("child-a", ASKED, one_things=ones)]), "The site")}
    html = rendered(site[uri]).html
    assert re.findall(r'data-record="child-a#([\w-]+)"', html) == facts
    if "one-thing-managers" in facts:
        assert re.search(r'<[^>]*data-for="managers"[^>]*child-a#one-thing-managers', html)


def test_the_facts_of_a_one_thing_stand_on_its_whole_section() -> None:
    page = {page.uri: page for page in site_pages(library([review("child-a")]), "The site")}["reviews/child-a.md"]
    section = re.search(r'<section [^>]*class="lb-section one-thing"[^>]*>', rendered(page).html)
    assert section
    assert 'data-record="child-a#one-thing"' in section[0]


def test_the_page_of_a_sheet_leads_to_points_and_to_what_prints_without_script() -> None:
    page = rendered(sheet_page(library([replace(review("child-a"), questions=())])))
    assert page.page.uri == addresses.SHEET
    assert addresses.LEARNING in dict(targets(page, page.links_in("how")))
    assert addresses.REVIEWS in dict(targets(page, page.links_in("without-script")))
