"""One file becomes one review or theme."""

from time import process_time

import pytest

from briefings.dates import PartialDate
from briefings.model import Record, Report, Review
from tests.builders import BODY, codes_of, happened, points, problems_of, read, read_a_theme, review, theme

WHOLE = """\
## Background

She was **eleven**.

## Key findings

- Seen late. {.neglect}

## What worked well

- Help at home. {#s1 .early-help audience="managers system"}

## The system today

Better.

## Learning for practitioners

- Act early. {#p1 .early-help .neglect .early-help}
- Ask. See [the first](#p1). {#p2 .early-help agency="gps schools gps" para="12-13"}

## Learning for managers

- Back them. {#m1 .early-help page="4"}

## Learning for everyone

- Listen. {#e1 .early-help}

## If you do one thing

Ask the child.

- Was she asked?

## If you do one thing: managers

Ask the worker.

## Questions for your team

First:

- Who asked?

## Recommendations

- Review it. {#r1}

## What the family told us

- Nobody came. {#f1}

## A letter to Ruby

Dear Ruby.

## A letter to Daisy

Dear Daisy.

## Useful links

[Tools](https://example.org)

## Something else

More.
"""


@pytest.fixture(scope="module")
def whole() -> Review:
    found = read(
        review(
            WHOLE,
            incident="2013",
            ages="[11-15]",
            outcome="death",
            harms="[neglect, neglect]",
            agencies="police",
            source='{title: "A: b", publisher: P, url: https://a.org, pages: "40", available_until: 2030, via: D}',
        )
    )
    assert [problem.code for problem in found.problems] == ["unknown-section"]
    assert found.review
    return found.review


def test_front_matter_becomes_the_review(whole: Review) -> None:
    assert (whole.id, whole.path, whole.title) == ("child-a", "reviews/2021/child-a.md", "Child A")
    assert (whole.type.id, whole.partnership.id, whole.published) == ("scr", "kent", PartialDate(2021, 11))
    assert (whole.incident, whole.outcome and whole.outcome.id) == ("2013", "death")
    assert [term.id for term in (*whole.ages, *whole.harms, *whole.agencies)] == ["11-15", "neglect", "police"]
    assert whole.report == Report("A: b", "P", "https://a.org", 40, PartialDate(2030), "D")


def test_list_items_become_records_in_the_authors_order(whole: Review) -> None:
    assert [(record.kind.value, record.id) for record in whole.records] == [
        ("findings", ""),
        ("strengths", "s1"),
        ("learning", "p1"),
        ("learning", "p2"),
        ("learning", "m1"),
        ("learning", "e1"),
        ("recommendations", "r1"),
        ("family", "f1"),
    ]


def record(whole: Review, id: str) -> Record:
    return next(record for record in whole.records if record.id == id)


def test_a_record_keeps_what_its_attribute_list_says(whole: Review) -> None:
    assert record(whole, "p1").themes == ("early-help", "neglect")
    ask = record(whole, "p2")
    assert ([agency.id for agency in ask.agencies], ask.paragraph, ask.page) == (["gps", "schools"], "12-13", "")
    assert (record(whole, "m1").page, record(whole, "m1").address) == ("4", "child-a#m1")


@pytest.mark.parametrize(
    ("id", "audiences"),
    [
        ("p1", ("practitioners",)),
        ("m1", ("managers",)),
        ("e1", ("practitioners", "managers", "system")),
        ("s1", ("managers", "system")),
        ("r1", ()),
    ],
)
def test_a_record_speaks_to_the_audience_of_its_section_or_its_own(
    whole: Review, id: str, audiences: tuple[str, ...]
) -> None:
    assert record(whole, id).audiences == audiences


def test_the_other_sections_become_one_things_questions_and_prose(whole: Review) -> None:
    assert [(one.audience, one.text, one.checks) for one in whole.one_things] == [
        ("", "Ask the child.", ("Was she asked?",)),
        ("managers", "Ask the worker.", ()),
    ]
    assert whole.questions == ("Who asked?",)
    assert [(prose.kind, prose.heading, prose.text) for prose in whole.prose] == [
        ("happened", "Background", "She was **eleven**."),
        ("today", "The system today", "Better."),
        ("questions-", "Questions for your team", "First:"),
        ("letter", "A letter to Ruby", "Dear Ruby."),
        ("letter", "A letter to Daisy", "Dear Daisy."),
        ("links", "Useful links", "[Tools](https://example.org)"),
        ("other", "Something else", "More."),
    ]


def test_a_link_inside_the_file_names_the_review(whole: Review) -> None:
    assert record(whole, "p2").text == "Ask. See [[child-a#p1|the first]]."
    assert whole.references == ()


def test_a_theme_becomes_a_theme() -> None:
    found = read_a_theme(
        theme(
            "## What helps\n\nSee [W](../reviews/2024/w.md#p1) <!-- later -->\n- a\n  - b\n",
            aliases="[EHA, early intervention]",
            broader="neglect",
            related="neglect",
            resources="toolkit",
        )
    )
    assert found.problems == ()
    assert found.theme
    assert (found.theme.id, found.theme.title) == ("early-help", "Early help")
    assert found.theme.path == "themes/early-help.md"
    assert found.theme.aliases == ("EHA", "early intervention")
    assert (found.theme.broader, found.theme.related) == ("neglect", ("neglect",))
    assert [tool.id for tool in found.theme.resources] == ["toolkit"]
    assert found.theme.body.startswith("## What helps\n\nSee [[w#p1|W]]")
    assert [(link.target, link.anchor, link.line) for link in found.references] == [("w", "p1", 12)]


@pytest.mark.parametrize(
    ("status", "known"),
    [("draft", "draft"), ("withdrawn", "withdrawn"), ("published", "published"), ("Published", ""), (None, "")],
)
def test_a_status_that_is_none_is_not_known(status: str | None, known: str) -> None:
    assert read(review(status=status)).status == known


def test_a_review_without_what_it_needs_is_not_made() -> None:
    assert read(review(type="x")).review is None
    assert read(review(partnership=None)).review is None
    assert read("nothing").review is None
    assert read("nothing").record_ids is None


@pytest.mark.parametrize("name", ["Child A", "child_a", "child--a", "é", "a" * 81])
def test_a_files_name_is_its_id(name: str) -> None:
    assert codes_of(review(), f"reviews/{name}.md") == ["bad-id"]
    assert [problem.code for problem in read_a_theme(theme(), f"themes/{name}.md").problems] == ["bad-id"]


@pytest.mark.parametrize(
    "id", ["source", "whole", "themes", "one-thing", "one-thing-managers", "letter-2", "lb-main", "practitioners"]
)
def test_a_record_cannot_take_an_address_that_the_page_needs(id: str) -> None:
    assert codes_of(points(f"- a {{#{id} .early-help}}")) == ["bad-id"]


def test_each_record_without_an_id_is_offered_another_one() -> None:
    found = problems_of(points("- a {#p7 .x}", "- b", "- c", "- d {#p7 .x}"))
    assert [problem.hint[:20] for problem in found] == ["end it with `{#p8}`,", "end it with `{#p9}`,", "write `#p10`"]


def test_mistakes_of_the_text_are_told_beside_those_of_the_fields() -> None:
    assert codes_of(review(BODY.replace("A child", "A <b>"), title="", harms="[x]")) == [
        "empty-field",
        "unknown-harm",
        "raw-html",
    ]
    assert codes_of(review(BODY.replace("A child", "A <b>"), harms="[x]", type="y")) == [
        "unknown-review-type",
        "unknown-harm",
        "raw-html",
    ]


PAD = "word " * 95
LARGE = {
    "10,000 headings": review(BODY + "".join(f"## Background\n\n{PAD}\n\n" for _ in range(10_000))),
    "10,000 unknown headings": review(BODY + "".join(f"## About {number}\n\n{PAD}\n\n" for number in range(10_000))),
    "10,000 points": points(*(f"- {PAD}{{#p{number} .early-help}}" for number in range(10_000))),
    "10,000 points without an id": points(*(f"- {PAD}" for _ in range(10_000))),
    "10,000 points of one id": points(*(f"- {PAD}{{#p1 .early-help}}" for _ in range(10_000))),
    "10,000 points between texts": points(*(f"- a {{#p{number} .x}}\n\nb\n" for number in range(10_000))),
    "comments that are not closed": happened("<!--" * 50_000),
    "comments that are closed": happened("<!-- -->\n" * 50_000),
    "brackets": happened("[" * 100_000),
    "links that are not closed": happened("[a](" * 50_000),
    "wiki-links that are not closed": happened("[[a" * 50_000),
    "braces": points("- a " + "{" * 50_000),
    "an endless attribute list": points("- a {" + "#p1 " * 20_000 + "}"),
    "fences": happened("```\n" * 50_000),
    "spaces in a heading": review(BODY + "## a" + " " * 100_000 + "b\n\nc"),
    "signs in a heading": review(BODY + "## a" + "#" * 100_000 + " b\n\nc"),
    "spaces under a bar": happened(" " * 100_000 + "|\n---"),
    "a long heading": review(BODY + "## " + "a" * 1_000_000 + "\n\nb"),
    "empty lines": happened("\n" * 500_000),
    "lists in lists": happened("\n".join(" " * depth + "- a" for depth in range(1_000))),
    "a long list of harms": review(harms=f"[{', '.join(['neglect'] * 20_000)}]"),
    "unknown fields": review(**{f"field{number}": "x" for number in range(2_000)}),
    "text without a break": happened("a" * 5_000_000),
}


@pytest.mark.parametrize("what", LARGE)
def test_reading_takes_time_in_proportion_to_the_text(what: str) -> None:
    before = process_time()
    read(LARGE[what])
    assert process_time() - before < 4
