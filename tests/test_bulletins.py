"""Which reviews a bulletin holds, under which headings, and what it says keeps coming back."""

from collections.abc import Iterable
from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import given

from briefings.bulletins import Bulletin, bulletin_of
from briefings.dates import PartialDate
from briefings.library import Library
from briefings.model import Digest, OneThing, RecordKind, Review
from briefings.vocabulary import Partnership
from tests.libraries import LAW, digest, library, numbered, numbers, record, review, theme, vocabulary

LISTS = vocabulary()
PLACES = {
    id: Partnership(id=id, name=f"{id} Partnership", region=region)
    for id, region in (("home", "North"), ("near", "North"), ("next", "South"), ("far", "South"), ("panel", "National"))
}


def found(digest: Digest, *reviews: Review) -> Bulletin:
    return bulletin_of(library(reviews), digest)


def ids(reviews: Iterable[Review]) -> list[str]:
    return [each.id for each in reviews]


# ── which reviews ────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("first", "last", "published", "held"),
    [
        ("2021", "2021", "2021-01-01", True),
        ("2021", "2021", "2021-12-31", True),
        ("2021", "2021", "2020-12-31", False),
        ("2021", "2021", "2022-01-01", False),
        ("2021-02", "2021-04", "2021-01-31", False),
        ("2021-02", "2021-04", "2021-02-01", True),
        ("2021-02", "2021-04", "2021-04-30", True),
        ("2021-02", "2021-04", "2021-05-01", False),
        ("2021-02", "2021-04", "2021-02", True),
        ("2021-02", "2021-04", "2021-04", True),
        ("2021-02", "2021-04", "2021-05", False),
        ("2021-02", "2021-04", "2021", True),
        ("2021-02", "2021-04", "2022", False),
        ("2021-02-10", "2021-02-20", "2021-02-09", False),
        ("2021-02-10", "2021-02-20", "2021-02-10", True),
        ("2021-02-10", "2021-02-20", "2021-02-20", True),
        ("2021-02-10", "2021-02-20", "2021-02-21", False),
        ("2021-02-10", "2021-02-20", "2021-02", True),
        ("2021-02-10", "2021-02-10", "2021-02-10", True),
        ("2020-02", "2020-02", "2020-02-29", True),
        ("2020-11", "2021-02", "2021-01", True),
        ("2020-11", "2021", "2021-12-31", True),
    ],
)
def test_both_ends_of_a_period_are_part_of_it_and_a_vague_date_may_fall_in_it(
    first: str, last: str, published: str, held: bool
) -> None:
    made = found(digest(first, last), review("a", published=PartialDate.parse(published)))
    assert bool(made.reviews) is held


FILTERED = review(
    "a",
    record("a", "p1", "listening"),
    record("a", "r1", "sleep", kind=RecordKind.RECOMMENDATION),
    harms=(LISTS.harms["neglect"], LISTS.harms["suicide"]),
    agencies=(LISTS.agencies["police"],),
    partnership=PLACES["near"],
)


@pytest.mark.parametrize(
    ("filters", "held"),
    [
        ({}, True),
        ({"themes": ("listening",)}, True),
        ({"themes": ("sleep",)}, True),
        ({"themes": ("other", "sleep")}, True),
        ({"themes": ("other",)}, False),
        ({"harms": ("suicide",)}, True),
        ({"harms": ("domestic-abuse",)}, False),
        ({"agencies": ("police", "gps")}, True),
        ({"agencies": ("gps",)}, False),
        ({"types": ("scr",)}, True),
        ({"types": ("sar",)}, False),
        ({"partnerships": ("near",)}, True),
        ({"partnerships": ("far",)}, False),
        ({"harms": ("neglect",), "types": ("scr",), "agencies": ("police",)}, True),
        ({"harms": ("neglect",), "types": ("sar",)}, False),
    ],
)
def test_a_review_meets_one_value_of_each_filter(filters: dict[str, Any], held: bool) -> None:
    asked = digest(**filters)
    assert bool(found(asked, FILTERED).reviews) is held
    assert asked.is_filtered is bool(filters)


# ── under which heading ──────────────────────────────────────────────────────────────────────────────────────────────

NORTH = {"region": "North"}
HOME = {"home": PLACES["home"], "region": "North"}
WHERE = [
    ("the home itself", HOME, "home", "scr", "local"),
    ("the home, by the Panel", HOME, "home", "national-cspr", "local"),
    ("the home, of an adult", HOME, "home", "sar", "local"),
    ("beside the home", HOME, "near", "scr", "regional"),
    ("beside the home, of an adult", HOME, "near", "sar", "regional"),
    ("another region", HOME, "far", "scr", "children"),
    ("another region, of an adult", HOME, "far", "sar", "adults"),
    ("a neighbour", {**HOME, "neighbours": ("next",)}, "next", "sar", "regional"),
    ("the home as its own neighbour", {**HOME, "neighbours": ("home",)}, "home", "scr", "local"),
    ("the Panel", HOME, "panel", "national-cspr", "national"),
    ("the Panel as a neighbour", {**HOME, "neighbours": ("panel",)}, "panel", "national-cspr", "regional"),
    ("a region for home", NORTH, "home", "scr", "regional"),
    ("a region for home, another region", NORTH, "far", "scr", "children"),
    ("no home", {}, "home", "scr", "children"),
    ("no home, of an adult", {}, "home", "dhr", "adults"),
    ("no home, the Panel", {}, "panel", "national-cspr", "national"),
    ("no home, a neighbour", {"neighbours": ("next",)}, "next", "scr", "regional"),
]


@pytest.mark.parametrize(
    ("digest_fields", "place", "kind", "part"), [row[1:] for row in WHERE], ids=[r[0] for r in WHERE]
)
def test_a_review_stands_as_near_to_home_as_it_belongs(
    digest_fields: dict[str, Any], place: str, kind: str, part: str
) -> None:
    made = found(digest(**digest_fields), review("a", partnership=PLACES[place], type=LISTS.review_types[kind]))
    parts = {name: bool(getattr(made, name)) for name in ("local", "regional", "national", "children", "adults")}
    assert [name for name, holds in parts.items() if holds] == [part]
    assert ids(made.reviews) == ["a"]


def test_a_partnership_without_a_region_is_near_to_no_other() -> None:
    nowhere = (Partnership(id=id, name=id) for id in ("here", "there"))
    here, there = nowhere
    made = found(digest(home=here), review("a", partnership=here), review("b", partnership=there))
    assert (ids(made.local), ids(made.regional)) == (["a"], [])


@pytest.mark.parametrize(
    ("kind", "ages", "about_adults"),
    [
        ("scr", [], False),
        ("scr", ["65-plus"], False),
        ("sar", [], True),
        ("sar", ["16-17"], True),
        ("susr", ["26-64"], True),
        ("susr", ["16-17", "26-64"], False),
        ("susr", [], False),
        ("thematic", ["18-25", "26-64"], True),
    ],
)
def test_whom_a_review_is_about_follows_from_its_kind_and_else_from_its_ages(
    kind: str, ages: list[str], about_adults: bool
) -> None:
    fields: dict[str, Any] = {"type": LISTS.review_types[kind], "ages": tuple(LISTS.ages[age] for age in ages)}
    made = found(digest(), review("a", **fields))
    assert (bool(made.children), bool(made.adults)) == (not about_adults, about_adults)


def harmed(id: str, *harms: str, kind: str = "scr") -> Review:
    fields: dict[str, Any] = {"harms": tuple(LISTS.harms[harm] for harm in harms), "type": LISTS.review_types[kind]}
    return review(id, **fields)


def test_each_review_stands_under_its_first_harm_in_the_order_of_the_vocabulary() -> None:
    made = found(
        digest(),
        harmed("a"),
        harmed("b", "suicide", "neglect"),
        harmed("c", "neglect"),
        harmed("d", "neglect", "suicide"),
        harmed("e", "self-neglect", kind="sar"),
        harmed("f", kind="sar"),
        harmed("g", "suicide", kind="sar"),
    )
    assert [(group.heading, ids(group.reviews)) for group in made.children] == [
        ("Neglect", ["c", "d"]),
        ("Suicide and self-harm", ["b"]),
        ("Harm not named", ["a"]),
    ]
    assert [(group.heading, ids(group.reviews)) for group in made.adults] == [
        ("Suicide and self-harm", ["g"]),
        ("Self-neglect", ["e"]),
        ("Harm not named", ["f"]),
    ]


def test_the_newest_review_stands_first_under_its_heading() -> None:
    dates = {"a": "2021-03", "b": "2021-05", "c": "2021", "d": "2021-05-02", "e": "2021-05"}
    made = found(digest(), *(review(id, published=PartialDate.parse(date)) for id, date in dates.items()))
    assert ids(made.children[0].reviews) == ["d", "b", "e", "a", "c"]


def asked(number: int, library: Library) -> Digest:
    """A digest of any kind, over a library of any kind."""
    chance = Random(number)
    places = {each.partnership.id: each.partnership for each in library.reviews}
    first = PartialDate(chance.randint(2018, 2021), chance.choice([0, 1, 12]))
    return replace(
        digest(),
        first=first,
        last=PartialDate(first.year + chance.randint(0, 3), 12),
        home=chance.choice([None, *places.values()]),
        region=chance.choice(["", "North"]),
        neighbours=tuple(chance.sample(sorted(places), chance.randint(0, len(places)))),
        themes=tuple(chance.sample(sorted(library.themes), min(len(library.themes), chance.choice([0, 0, 2])))),
    )


def in_period(review: Review, digest: Digest) -> bool:
    """As a person with a calendar would say: the two share a day."""
    return review.published.first_day <= digest.last.last_day and review.published.last_day >= digest.first.first_day


@LAW
@given(numbers)
def test_each_review_of_the_period_and_filters_stands_in_a_bulletin_once(number: int) -> None:
    held = numbered(number)
    wanted = asked(number, held)
    made = bulletin_of(held, wanted)
    carried = [each for each in held.reviews if not wanted.themes or set(wanted.themes) & set(each.themes)]
    assert sorted(ids(made.reviews)) == sorted(each.id for each in carried if in_period(each, wanted))


# ── what keeps coming back ───────────────────────────────────────────────────────────────────────────────────────────


def taught(id: str, *themes: str, **fields: Any) -> Review:
    """A review with a learning point for each of these themes."""
    return review(id, *(record(id, f"p{number}", theme) for number, theme in enumerate(themes, 1)), **fields)


def recurring(*reviews: Review) -> list[tuple[str, int]]:
    return [(each.theme.id, each.reviews) for each in found(digest(), *reviews).recurring]


def test_a_theme_counts_each_review_once_that_teaches_it() -> None:
    assert recurring(taught("a", "x", "x", "x"), taught("b", "x"), taught("c", "y")) == [("x", 2)]


def test_a_theme_of_a_recommendation_or_a_strength_alone_is_not_taught() -> None:
    kinds = {"r1": RecordKind.RECOMMENDATION, "s1": RecordKind.STRENGTH}
    carried = [review(id, *(record(id, name, "x", kind=kinds[name]) for name in kinds)) for id in ("a", "b")]
    assert recurring(*carried) == []


def test_the_three_most_recurrent_themes_are_named_and_ties_stand_by_title() -> None:
    themes = ("w", "z", "y", "x")
    assert recurring(taught("a", *themes), taught("b", *themes), taught("c", "z")) == [("z", 3), ("w", 2), ("x", 2)]


def test_a_theme_counts_only_the_reviews_of_the_bulletin() -> None:
    assert recurring(taught("a", "x"), taught("b", "x", year=2019)) == []


def test_for_each_recurring_theme_a_team_takes_the_one_thing_of_the_review_that_teaches_it_most() -> None:
    made = found(
        digest(),
        taught("a", "x", "y", "z"),
        taught("b", "x", "x", "y"),
        taught("c", "y", "z"),
        taught("d", "w"),
    )
    assert [(each.review.id, each.because.theme.id) for each in made.take_aways] == [("c", "y"), ("b", "x"), ("a", "z")]


def test_of_two_that_teach_it_alike_the_nearer_to_home_is_taken() -> None:
    made = found(
        digest(home=PLACES["home"], region="North"),
        taught("a", "x", partnership=PLACES["far"], year=2021, published=PartialDate(2021, 12)),
        taught("b", "x", partnership=PLACES["near"], published=PartialDate(2021, 6)),
        taught("c", "x", partnership=PLACES["home"], published=PartialDate(2021, 1)),
    )
    assert [each.review.id for each in made.take_aways] == ["c"]


def test_a_review_without_a_one_thing_gives_nothing_to_take() -> None:
    made = found(digest(), taught("a", "x", one_things=()), taught("b", "x", "y"))
    assert [(each.review.id, each.one_thing) for each in made.take_aways] == [
        ("b", OneThing("b", "", "Ask one more question."))
    ]
    assert found(digest(), taught("a", "x", one_things=()), taught("b", "x", one_things=())).take_aways == ()


def test_a_theme_whose_reviews_have_given_theirs_already_takes_none_from_elsewhere() -> None:
    made = found(digest(), taught("a", "x", "y", "z"), taught("b", "x", "y", "z"), taught("c", "w"))
    assert [(each.review.id, each.because.theme.id) for each in made.take_aways] == [("a", "x"), ("b", "y")]


@LAW
@given(numbers)
def test_no_review_gives_two_things_to_take_and_each_is_of_a_theme_that_it_teaches(number: int) -> None:
    made = bulletin_of(numbered(number), digest("2019", "2023"))
    given = [each.review.id for each in made.take_aways]
    assert len(given) == len(set(given))
    for each in made.take_aways:
        assert each.because in made.recurring
        assert each.because.theme.id in each.review.learning_by_theme
        assert each.because.reviews == sum(each.because.theme.id in held.learning_by_theme for held in made.reviews)


def test_an_empty_library_makes_an_empty_bulletin() -> None:
    made = bulletin_of(library(themes=[theme("x")]), digest(home=PLACES["home"], region="North"))
    assert made == Bulletin(made.digest, (), (), (), (), (), (), ())
    assert made.reviews == ()
