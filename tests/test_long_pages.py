"""Pages that list much: parts to jump to, years, how letters begin, weights, dotted lines."""

import pytest

from briefings.model import Prose
from briefings.pages import addresses
from briefings.pages.home import home_page
from briefings.pages.page import Page, weight
from briefings.pages.records import record_pages
from briefings.pages.reviews import reviews_pages
from briefings.wording import dotted
from tests.libraries import library, record, review, theme
from tests.rendered import rendered

PART = "## A part {#part}\n\n" + "Words to read. " * 60 + "\n\n"


@pytest.mark.parametrize(
    ("kind", "markdown", "is_long"),
    [
        ("theme", PART * 3, True),
        ("theme", PART * 2, False),
        ("theme", "## A part {#part}\n\nShort.\n\n" * 9, False),
        ("learning", "## A part {#part}\n\n" + "- [Police](../police/a-long-address.md){.way}\n" * 30, False),
        ("home", PART * 9, False),
        ("glossary", PART * 9, False),
    ],
    ids=["long", "of two parts", "of few words", "of links alone", "the front page", "with letters of its own"],
)
def test_only_a_long_page_of_several_parts_says_what_is_on_it(kind: str, markdown: str, is_long: bool) -> None:
    assert bool(Page("a.md", kind, "A", markdown).meta["contents"]) is is_long


def test_reviews_stand_under_their_year() -> None:
    (page,) = reviews_pages(library([review("a"), review("b", year=2019), review("c")]))
    found = rendered(page)
    listed = {section: [link.href for link in found.links_in(section)] for section in found.texts if "-of-" in section}
    assert listed == {"reviews-of-2021": ["a.md", "c.md"], "reviews-of-2019": ["b.md"]}


@pytest.mark.parametrize(
    ("letter", "begins"),
    [
        ("*We retell it.*\n\nDear R,\n\nYou were *brave*.", "You were brave."),
        ("Dear you.", "Dear you."),
        ("*It was* so, *and is*.", "It was so, and is."),
        ("Dear R,", ""),
        ("Dear R,\n\n" + "word, " * 40 + "end.", "word, " * 29 + "word …"),
    ],
)
def test_the_list_of_letters_shows_how_each_begins(letter: str, begins: str) -> None:
    found = library([review("a", prose=(Prose("letter", "A letter to R", letter),))])
    pages = {page.uri: page for page in record_pages(found)}
    text = " ".join(rendered(pages[addresses.LETTERS]).texts["letters"].split())
    assert text == f"Newest first A letter to R {found.reviews[0].name} {begins}".strip()


@pytest.mark.parametrize(("count", "most", "class_"), [(34, 34, "w10"), (32, 34, "w9"), (1, 90, "w1"), (1, 1, "w10")])
def test_a_bar_is_as_long_as_its_count_to_the_nearest_tenth(count: int, most: int, class_: str) -> None:
    assert weight(count, most) == class_


def test_the_front_page_weighs_its_themes() -> None:
    taught = [review(id, record(id, "p1", *themes)) for id, *themes in (("a", "asking"), ("b", "asking", "help"))]
    page = home_page(library(taught, [theme("asking"), theme("help")]), "Our site")
    assert [name for name in ("w10", "w5") if f".record .{name} " in page.markdown] == ["w10", "w5"]


def test_no_dotted_line_starts_with_a_dot_and_a_short_fact_stays_whole() -> None:
    made = dotted("Local Child Safeguarding Practice Review", "", "11 to 15 years")
    assert made.split(" ") == [
        "Local",
        "Child",
        "Safeguarding",
        "Practice",
        "Review\N{NO-BREAK SPACE}·",
        "11\N{NO-BREAK SPACE}to\N{NO-BREAK SPACE}15\N{NO-BREAK SPACE}years",
    ]
