"""A digest's page: from home outwards, children before adults, and each case with the way to its briefing."""

from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import given

from briefings.bulletins import bulletin_of
from briefings.dates import PartialDate
from briefings.library import Library, followed_up
from briefings.model import Digest, RecordKind, Review
from briefings.pages import Page, addresses, site_pages
from briefings.pages.digests import MOST_CASES_IN_FULL, about, digest_pages, period, sections
from briefings.vocabulary import Partnership
from tests.libraries import LAW, digest, library, numbered, numbers, record, review, theme, vocabulary
from tests.rendered import RenderedPage, broken, rendered, rendered_site, target

LISTS = vocabulary()
DARLINGTON = Partnership(id="darlington", name="Darlington Partnership", short="Darlington", region="North East")
TEES = Partnership(id="tees", name="South Tees Partnership", short="South Tees", region="North East")
YORK = Partnership(id="york", name="York Board", short="York", region="Yorkshire")
SURREY = Partnership(id="surrey", name="Surrey Council", short="Surrey", region="South East")
PANEL = Partnership(id="panel", name="The Panel", short="National Panel")
HOME: dict[str, Any] = {"home": DARLINGTON, "region": "North East", "neighbours": ("york",)}


def pages_of(found: Library, *digests: Digest) -> dict[str, Page]:
    """Every page of a site with these digests."""
    return {page.uri: page for page in site_pages(followed_up(found, (), digests, date.min), "The site")}


def page_of(found: Library, asked: Digest) -> RenderedPage:
    pages = {page.uri: page for page in digest_pages(followed_up(found, (), (asked,), date.min))}
    return rendered(pages[addresses.digest(asked.id)])


def case(id: str, place: Partnership, kind: str, *harms: str, **fields: Any) -> Review:
    """A review of a place and kind, with its harms."""
    known = tuple(LISTS.harms[harm] for harm in harms)
    return review(id, partnership=place, type=LISTS.review_types[kind], harms=known, **fields)


SEED = (
    case("emma", TEES, "lcspr", "neglect"),
    case("anne", YORK, "sar", "substance-use"),
    case("babies", PANEL, "national-cspr", "non-accidental-injury"),
    case("baby-b", SURREY, "lcspr", "physical-abuse", "domestic-abuse"),
    case("child-o", SURREY, "lcspr", "neglect"),
    case("khalsa", SURREY, "lcspr"),
    case("matthew", SURREY, "sar", "suicide"),
    case("kannu", SURREY, "sar"),
)
"""Reviews as the first digest brought them together: regional, national, children by harm, adults."""


def test_a_digest_is_built_as_the_first_one_was() -> None:
    page = page_of(library(SEED), digest(**HOME))
    assert [id for id in page.texts if id and id != "words"] == [
        "contents",
        "local",
        "regional",
        "national",
        "children-1",
        "children-2",
        "children-3",
        "adults-1",
        "adults-2",
    ]
    assert [link.text for link in page.links_in("contents")] == [
        "Local learning: Darlington",
        "Regional learning: North East",
        "National reviews",
        "Children: neglect",
        "Children: physical abuse",
        "Children: harm not named",
        "Adults: suicide and self-harm",
        "Adults: harm not named",
    ]


SMALL = library(
    [
        review(
            "baby-b",
            record("baby-b", "k1", kind=RecordKind.FINDING, text="Seen *late*."),
            record("baby-b", "p1", "fathers", text="Ask about him. See [[anne]]."),
            record("baby-b", "r1", "fathers", kind=RecordKind.RECOMMENDATION, text="Change the form."),
            partnership=SURREY,
            type=LISTS.review_types["lcspr"],
            harms=(LISTS.harms["physical-abuse"], LISTS.harms["domestic-abuse"]),
            published=PartialDate(2021, 2),
            summary="A baby was hurt",
        ),
        review(
            "anne",
            record("anne", "p1", "fathers", text="Ask who lives there."),
            partnership=DARLINGTON,
            type=LISTS.review_types["sar"],
            published=PartialDate(2021, 3),
        ),
    ],
    [theme("fathers", title="Fathers and men")],
)
SMALL_PAGE = """\
For [Anne, Darlington, 2021](../reviews/anne.md).

## What keeps coming back {#recurring .weights}

-   [Fathers and men](../themes/fathers.md) 2\N{NO-BREAK SPACE}reviews
    {: .record .w10 }

## Take to your team meeting {#take .one-thing .take}

-   Ask one more question.
    {: .record data-record="anne#one-thing" }

    [Anne, Darlington, 2021](../reviews/anne.md#one-thing){.from} Because fathers and men keeps coming back.
    {: .about }

## In this issue {#contents .ways}

-   [Local learning: Darlington](#local)

    1 review
    {: .card-meta }

-   [Regional learning: North East](#regional)

    none this time
    {: .card-meta }

-   [Children: physical abuse](#children-1)

    1 review
    {: .card-meta }

## Local learning: Darlington {#local .cases}

-   ### [Anne, Darlington, 2021](../reviews/anne.md) {#review-anne}

    Safeguarding Adults Review\N{NO-BREAK SPACE}· March\N{NO-BREAK SPACE}2021
    {: .card-meta }

    A summary.

    **Learning**
    {: .label }

    -   Ask who lives there.

[Back to “In this issue”](#contents)
{: .screen-only }

## Regional learning: North East {#regional .cases}

No other review of the region in this period.

## Children: physical abuse {#children-1 .cases}

-   ### [Baby B, Surrey, 2021](../reviews/baby-b.md) {#review-baby-b}

    Local Child Safeguarding Practice Review\N{NO-BREAK SPACE}· February\N{NO-BREAK SPACE}2021\
\N{NO-BREAK SPACE}· physical abuse and domestic abuse
    {: .card-meta }

    A baby was hurt.

    **Key findings**
    {: .label }

    -   Seen *late*.

    **Learning**
    {: .label }

    -   Ask about him. See [Anne, Darlington, 2021](../reviews/anne.md).

    **Recommendations**
    {: .label }

    -   Change the form.

[Back to “In this issue”](#contents)
{: .screen-only }
"""


def test_a_digest_is_written_like_this() -> None:
    asked = digest("2021-01", "2021-10", issue="4", introduction="For [[anne]].", **HOME)
    page = pages_of(SMALL, asked)["digests/spring.md"]
    assert " ".join(page.meta["kicker"].split()) == "Digest · Issue 4 · Darlington · October 2021"
    assert page.meta["lead"] == "2 reviews published from January to October 2021."
    assert (page.kind, page.source_path) == ("digest", "digests/spring.md")
    assert page.markdown == SMALL_PAGE


def test_each_case_links_to_its_briefing() -> None:
    page = page_of(library(SEED), digest(**HOME))
    cases = ("local", "regional", "national", "children-1", "children-2", "children-3", "adults-1", "adults-2")
    linked = [target(page.page.uri, link.href) for link in page.links_in(*cases) if link.href != "#contents"]
    assert sorted(linked) == sorted((addresses.review(each.id), "") for each in SEED)


def test_a_home_that_published_nothing_says_so() -> None:
    page = page_of(library(SEED), digest(**HOME))
    assert "Darlington Partnership published no review in this period." in page.texts["local"]


@pytest.mark.parametrize(
    ("fields", "section", "said"),
    [
        (HOME, "local", "Darlington Partnership published no review in this period."),
        (HOME, "regional", "No review of the region in this period."),
        (HOME | {"harms": ("neglect",)}, "local", "Darlington Partnership published no such review in this period."),
        (HOME | {"types": ("scr",)}, "regional", "No such review of the region in this period."),
        ({"region": "North East"}, "regional", "No review of the region in this period."),
    ],
)
def test_an_empty_section_near_home_says_that_it_is_empty_and_no_more_than_is_true(
    fields: dict[str, Any], section: str, said: str
) -> None:
    page = page_of(library([case("child-o", SURREY, "scr", "neglect")]), digest(**fields))
    assert page.texts[section].strip().endswith(said)


@pytest.mark.parametrize(
    ("fields", "heading"),
    [
        (HOME, "Regional learning: North East"),
        ({"region": "North East"}, "Regional learning: North East"),
        ({"neighbours": ("tees",)}, "Regional learning"),
    ],
)
def test_the_regional_section_is_named_after_the_region_if_there_is_one(fields: dict[str, Any], heading: str) -> None:
    made = bulletin_of(library([SEED[0]]), digest(**fields))
    assert [(each[0], len(each[3])) for each in sections(made) if each[1] == "regional"] == [(heading, 1)]


def test_a_digest_without_a_home_has_no_section_for_it() -> None:
    page = page_of(library(SEED), digest())
    assert "local" not in page.ids
    assert "regional" not in page.ids


def test_a_digest_of_nothing_has_its_introduction_and_no_empty_section() -> None:
    page = page_of(library(), digest(introduction="Soon."))
    assert page.page.lead == "0 reviews published in 2021."
    assert list(page.texts) == [""]
    assert page.texts[""].strip() == "Soon."


@pytest.mark.parametrize(("over", "learning"), [(0, True), (1, False)])
def test_a_long_digest_gives_each_case_short(over: int, learning: bool) -> None:
    """So that a page does not grow without bound: 1,000 cases in full are more than anyone prints."""
    cases = [
        review(f"r{number}", record(f"r{number}", "p1", text="Ask *why*."), summary=f"Summary {number}.")
        for number in range(MOST_CASES_IN_FULL + over)
    ]
    page = page_of(library(cases), digest())
    shown = page.texts["children-1"]
    assert [f"Summary {number}." in shown for number in range(len(cases))] == [True] * len(cases)
    assert ("Ask why." in shown) is learning
    assert len(page.links_in("children-1")) == len(cases)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2021-01", "2021-10", "from January to October 2021"),
        ("2021", "2021", "in 2021"),
        ("2021-10", "2021-10", "in October 2021"),
        ("2020-11", "2021-02", "from November 2020 to February 2021"),
        ("2020", "2021", "from 2020 to 2021"),
        ("2021", "2021-06", "from 2021 to June 2021"),
        ("2021-01-05", "2021-01-20", "from 5 January to 20 January 2021"),
    ],
)
def test_a_period_reads_as_people_say_it(first: str, last: str, words: str) -> None:
    assert period(PartialDate.parse(first), PartialDate.parse(last)) == words


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({**HOME, "issue": "4"}, "Issue 4 · Darlington · 2021"),
        ({"region": "North East"}, "North East · 2021"),
        ({}, "2021"),
    ],
)
def test_a_digest_says_of_whom_and_when_it_is(fields: dict[str, Any], words: str) -> None:
    assert " ".join(about(digest(**fields)).split()) == words


def test_the_index_lists_every_digest_newest_first() -> None:
    older, newer = digest("2020", "2020", "older"), digest("2021", "2021", "newer")
    index = pages_of(library(SEED), older, newer)["digests/index.md"]
    assert [link.href for link in rendered(index).links_in("digests")] == ["newer.md", "older.md"]
    assert "8 reviews published in 2021." in index.markdown


def test_a_name_reads_as_its_author_wrote_it() -> None:
    odd = Partnership(id="odd", name="[a](b) <b> & *c*", short="{.x #y}", region="`d`_e_")
    asked = digest(home=odd, region=odd.region, title="<i> *Lessons*")
    page = page_of(library(), asked)
    said = "Local learning: {.x #y} [a](b) <b> & *c* published no review in this period."
    assert " ".join(page.texts["local"].split()) == said
    assert [link.text for link in page.links_in("contents")] == [
        "Local learning: {.x #y}",
        "Regional learning: `d`_e_",
    ]


@LAW
@given(numbers)
def test_a_digest_of_any_library_shows_each_of_its_reviews_once_and_every_link_leads_somewhere(number: int) -> None:
    found = numbered(number)
    chance = Random(number)
    places = {each.partnership.id: each.partnership for each in found.reviews}
    asked = digest(
        "2019",
        "2022",
        home=chance.choice([None, *places.values()]),
        region=chance.choice(["", "North"]),
        neighbours=tuple(chance.sample(sorted(places), chance.randint(0, len(places)))),
        introduction="See [[" + found.reviews[0].id + "]].",
    )
    site = rendered_site(pages_of(found, asked).values())
    page = site["digests/spring.md"]
    assert [link for link in broken(site) if link.startswith("digests/")] == []
    assert sorted(page.ids) == sorted(set(page.ids))
    titles = [line for line in page.page.markdown.split("\n") if line.startswith("-   ### ")]
    shown = [each.id for each in found.reviews for line in titles if f"](../{addresses.review(each.id)})" in line]
    assert sorted(shown) == sorted(each.id for each in bulletin_of(found, asked).reviews)
