"""The one-page briefing: what stands where, and what is left out when there is nothing to say."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from briefings.dates import PartialDate
from briefings.library import Library
from briefings.loading import load
from briefings.model import OneThing, Prose, Record, RecordKind, Report, Review
from briefings.pages import Page, site_pages
from briefings.pages.addresses import Root
from briefings.pages.briefing import MOST_REFERRING, briefing
from briefings.pages.page import place
from briefings.sections import RESERVED
from briefings.vocabulary import Audience
from briefings.wording import inside
from tests.libraries import PLACES, library, record, review, review_file, theme, vocabulary, write_site
from tests.rendered import RenderedPage, broken, rendered, rendered_site, targets


def page_of(made: Review, *others: Review) -> RenderedPage:
    return rendered(briefing(library([made, *others]), made))


def sections(made: Review, *others: Review) -> list[str]:
    """The ids of the page's sections, in order."""
    return re.findall(r"^## .*\{#([\w-]+)", briefing(library([made, *others]), made).markdown, re.MULTILINE)


def test_the_smallest_review_says_only_what_it_has() -> None:
    assert sections(review("a")) == ["one-thing", "source", "whole", "happened"]


def full_review() -> Review:
    everyone = tuple(vocabulary().audiences)
    return review(
        "a",
        record("a", "p1", "t"),
        replace(record("a", "m1"), audiences=("managers",)),
        replace(record("a", "y1"), audiences=("system",)),
        replace(record("a", "e1"), audiences=everyone),
        *(record("a", f"{kind[0]}1", kind=kind) for kind in RecordKind if kind is not RecordKind.LEARNING),
        questions=("Where?",),
        one_things=(OneThing("a", "", "Ask."), OneThing("a", "managers", "Ask them.")),
        harms=(vocabulary().harms["suicide"],),
        prose=tuple(
            Prose(kind, kind.title(), "Text.")
            for kind in ("other", "letter", "impact", "national", "links", "today", "happened", "letter")
        ),
    )


def test_a_full_review_stands_in_the_order_in_which_it_is_read() -> None:
    other = review("b", record("b", "p1", "t"))
    assert sections(full_review(), other) == [
        "one-thing",
        "one-thing-managers",
        "help",
        "practitioners",
        "managers",
        "system",
        "everyone",
        "strengths",
        "today",
        "questions",
        "links",
        "themes",
        "same-lesson",
        "source",
        "whole",
        "happened",
        "findings",
        "recommendations",
        "family",
        "letter",
        "letter-2",
        "national",
        "impact",
        "other",
    ]


def test_no_record_can_take_the_id_of_a_part_of_the_page() -> None:
    ids = [*sections(full_review(), review("b", record("b", "p1", "t"))), "words"]
    assert [id for id in ids if not RESERVED.fullmatch(id)] == []


@pytest.mark.parametrize("name", ["index", "2021", "2021-2"])
def test_no_review_can_take_the_address_of_a_list(tmp_path: Path, name: str) -> None:
    site = write_site(tmp_path, {f"content/reviews/2021/{name}.md": review_file()})
    (problem,) = load(site / "content").problems
    assert (problem.path, problem.code) == (f"content/reviews/2021/{name}.md", "bad-id")
    assert "taken by a list" in problem.message


@pytest.mark.parametrize(
    ("audiences", "section", "said"),
    [
        (("practitioners",), "practitioners", ""),
        (("system",), "system", ""),
        (("practitioners", "managers"), "everyone", "For practitioners and managers"),
        (("practitioners", "managers", "system", "trainers"), "everyone", ""),
        (
            ("practitioners", "managers", "system"),
            "everyone",
            "For practitioners, managers and the safeguarding system",
        ),
        (("trainers",), "everyone", "For trainers"),
    ],
)
def test_a_learning_point_stands_under_its_audience_and_says_for_whom_it_is_where_the_heading_does_not(
    audiences: tuple[str, ...], section: str, said: str
) -> None:
    lists = vocabulary()
    more = {**lists.audiences, "trainers": Audience(id="trainers", name="Trainers")}
    made = review("a", replace(record("a", "p1", text="Ask."), audiences=audiences))
    found = replace(library([made]), vocabulary=replace(lists, audiences=more))
    page = rendered(briefing(found, made))
    assert "Ask." in page.texts[section]
    assert re.findall(r"For [^.]*?(?=\n| Link)", page.texts[section]) == ([said] if said else [])


@pytest.mark.parametrize(
    "text",
    [
        "Ask.",
        "Ask:\n\n- who\n- when",
        "First.\n\nSecond.",
        "> We were not asked.",
        "### Ask\n\nAgain.",
        "| a | b |\n| --- | --- |\n| 1 | 2 |",
        "```\nask\n```",
        "- ask\n- again",
        "1. ask\n2. again",
        "---",
    ],
)
def test_a_record_is_anchored_on_its_list_item_whatever_its_text_starts_with(text: str) -> None:
    page = page_of(review("a", record("a", "p1", "t", text=text)))
    assert page.html.count('id="p1"') == 1
    assert re.search(r'<li class="record" [^>]*id="p1">', page.html)
    assert "{:" not in page.html


@pytest.mark.parametrize(
    ("paragraph", "page", "words"),
    [
        ("", "", ""),
        ("27", "", "paragraph 27"),
        ("27", "4", "paragraph 27"),
        ("", "4", "page 4"),
        ("4.2", "", "paragraph 4.2"),
        ("96 (g)", "", "paragraph 96 (g)"),
        ("75, 76", "", "paragraphs 75, 76"),
        ("", "4-6", "pages 4-6"),
        ("", "4–6", "pages 4–6"),
        ("5 and 7", "", "paragraphs 5 and 7"),
        ("4(a), 5", "", "paragraphs 4(a), 5"),
    ],
)
def test_where_a_record_stands_in_its_report_is_said_in_words(paragraph: str, page: str, words: str) -> None:
    assert place(Record("a", RecordKind.LEARNING, "p1", "Ask.", paragraph=paragraph, page=page)) == words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Early help", "early help"),
        ("CAMHS", "CAMHS"),
        ("A", "a"),
        ("LGBT+ people", "LGBT+ people"),
        ("Éclat", "éclat"),
        ("The Care Act", "The Care Act"),
        ("Help (EHA)", "help (EHA)"),
    ],
)
def test_a_name_inside_a_sentence_loses_its_capital_unless_it_is_an_acronym(name: str, words: str) -> None:
    assert inside(name) == words


def test_the_source_box_names_the_report_and_where_each_point_stands_by_the_number_that_a_reader_sees() -> None:
    made = review(
        "a",
        replace(record("a", "p7"), paragraph="12"),
        record("a", "p2"),
        replace(record("a", "p3"), paragraph="14, 15"),
        replace(record("a", "r1", kind=RecordKind.RECOMMENDATION), page="9"),
        incident="2013",
        report=Report(
            "A & B: *learning*", PLACES[0].name, "https://r.example/a_(b)", 40, PartialDate(2022, 11), "A digest"
        ),
    )
    page = page_of(made)
    text = page.texts["source"].replace("\N{NO-BREAK SPACE}", " ")
    rows = dict(line.split(": ", 1) for line in text.splitlines() if ": " in line)
    assert rows == {
        "Report": "A & B: *learning*",
        "Published by": PLACES[0].name,
        "Published": "2021",
        "Kind of review": rows["Kind of review"],
        "Year of the incident": "2013",
        "Pages": "40",
        "Read through": "A digest",
        "May be taken down after": "November 2022",
        "Learning for practitioners, in the report": "1: paragraph 12; 3: paragraphs 14, 15",
        "Recommendations, in the report": "1: page 9",
    }
    assert rows["Kind of review"].startswith("Serious Case Review. ")
    leads_to = [link.href for link in page.links_in("source")]
    assert leads_to == ["https://r.example/a_(b)", "https://n.example/", "#p7", "#p3", "#r1"]


def test_the_kicker_spells_out_the_kind_the_place_the_date_and_the_age() -> None:
    lists = vocabulary()
    made = review("a", published=PartialDate(2021, 11, 5), ages=(lists.ages["11-15"], lists.ages["16-17"]))
    assert " ".join(briefing(library([made]), made).kicker.split()) == (
        f"{lists.review_types['scr'].name} · Northshire · 5 November 2021 · "
        f"{lists.ages['11-15'].name} and {lists.ages['16-17'].name}"
    )


def test_where_else_the_lesson_was_taught_gives_the_reason() -> None:
    made = review("a", *(record("a", f"p{number}", f"t{number}") for number in range(6)))
    other = review(
        "b",
        record("b", "p1", *(f"t{number}" for number in range(6))),
        record("b", "p2", "t0"),
        record("b", "s1", "t5", kind=RecordKind.STRENGTH),
    )
    text = page_of(made, other).texts["same-lesson"].replace("\N{NO-BREAK SPACE}", " ")
    said = [line for line in text.splitlines() if line]
    points = [f"t{number}: 1" for number in (5, 1, 2)]
    assert said == [
        "Where else the same lesson was taught",
        "B, Northshire, 2021",
        f"Also about t0: 2 learning points; {'; '.join(points)}; 2 more themes",
    ]


def test_reviews_that_refer_to_this_one_are_named_and_the_list_has_an_end() -> None:
    made = review("a")
    few = [review(f"b{number}", references=("a",)) for number in range(2)]
    many = [review(f"b{number:02}", references=("a",)) for number in range(MOST_REFERRING + 5)]
    assert (
        "The reviews that refer to this one: B0, Northshire, 2021 and B1, Northshire, 2021."
        in (page_of(made, *few).texts["same-lesson"])
    )
    assert "The newest of the reviews" in page_of(made, *many).texts["same-lesson"]
    assert len(page_of(made, *many).links_in("same-lesson")) == MOST_REFERRING


def test_links_between_reviews_and_themes_take_the_name_of_what_they_lead_to_or_their_own_words() -> None:
    text = "See [[b]], [[b#p1]], [[t]] and [[b#p1|*that* point]]."
    page = page_of(review("a", record("a", "p1", "t", text=text)), review("b", record("b", "p1", "t")))
    links = page.links_in("practitioners")[:4]
    assert [link.text for link in links] == ["B, Northshire, 2021", "B, Northshire, 2021", "T", "that point"]
    assert targets(page, links) == [
        ("reviews/b.md", ""),
        ("reviews/b.md", "p1"),
        ("themes/t.md", ""),
        ("reviews/b.md", "p1"),
    ]


def one_thing_only_for_managers() -> Library:
    made = review("a", record("a", "p1", "t"), one_things=(OneThing("a", "managers", "Ask them."),))
    return library([made], [theme("t")])


def test_a_one_thing_for_one_audience_alone_is_reached_from_every_page_that_shows_it() -> None:
    site = rendered_site(site_pages(one_thing_only_for_managers(), "The site"))
    assert list(broken(site)) == []
    assert ("reviews/a.md", "one-thing-managers") in targets(site["themes/t.md"])
    assert ("reviews/a.md", "one-thing-managers") in targets(site["one-thing/index.md"])
    assert "If you do one thing: managers" in site["reviews/a.md"].texts["one-thing-managers"]


def test_second_letters_have_an_address_that_no_other_review_can_take() -> None:
    letters = tuple(Prose("letter", f"A letter to {name}", "Dear you.") for name in ("R", "D"))
    found = library([review("a", prose=letters), review("a-2", prose=letters[:1])])
    uris = [page.uri for page in site_pages(found, "The site") if page.kind == "letter"]
    assert sorted(uris) == ["letters/a-2.md", "letters/a.md", "letters/a/2.md"]


def crowded(address: str = "") -> Page:
    """A briefing with more points than a side has room for."""
    points = (
        record("a", f"p{number}", text="Ask who has not been asked, and write it down. " * 4) for number in range(40)
    )
    made = review("a", *points, report=Report("The <report>", "A & B", url="https://report.example/?a=1&b=2"))
    return briefing(library([made]), made, root=Root(address))


def test_a_briefing_says_how_many_of_its_points_are_printed() -> None:
    (printed,) = re.findall(r'#practitioners .*data-printed="(\d+)"', crowded().markdown)
    assert (
        f"<strong>{40 - int(printed)} more on the site</strong>: {40 - int(printed)} points for practitioners."
        in crowded().foot
    )
    assert crowded().paper == "10"


def test_the_foot_names_the_address_in_words_and_as_a_qr_code_where_the_site_knows_it() -> None:
    foot = crowded("https://learning.example.org/sub/").foot
    assert (
        ' more at <a href="https://learning.example.org/sub/reviews/a/">learning.example.org/sub/reviews/a</a></strong>'
        in foot
    )
    assert foot.count("<svg") == 1
    assert "<title>QR code of this briefing’s address</title>" in foot
    assert "<svg" not in crowded().foot


def test_the_foot_names_the_report_as_text() -> None:
    assert (
        '<p>Source: <a href="https://report.example/?a=1&amp;b=2">The &lt;report&gt;</a>, A &amp; B, 2021. '
        "This page is our own summary.</p>"
    ) in crowded().foot


def test_a_briefing_that_fits_is_printed_whole_and_larger() -> None:
    page = briefing(library([review("a")]), review("a"))
    assert "data-printed" not in page.markdown
    assert float(page.paper) > 10
