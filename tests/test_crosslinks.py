"""Related reviews and themes: never oneself, never without a reason, and the reason is true."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Self

import pytest
from hypothesis import given

from briefings.crosslinks import (
    LEAST_LIKE,
    MOST_RELATED,
    NEWEST_OF_A_THEME,
    recurrence,
    related_reviews,
    related_themes,
    theme_likeness,
    theme_weight,
)
from briefings.library import Library
from briefings.model import RecordKind, Review
from tests.libraries import LAW, library, numbered, numbers, record, review, theme


def points_about(review: Review, theme: str) -> int:
    """How many learning points of a review carry a theme, counted the plain way."""
    return sum(theme in record.themes for record in review.records if record.kind is RecordKind.LEARNING)


def carrying(found: Library, *themes: str) -> list[Review]:
    return [each for each in found.reviews if set(themes) <= set(each.themes)]


@LAW
@given(numbers)
def test_related_reviews_share_every_theme_that_they_are_said_to_share(number: int) -> None:
    found = numbered(number)
    for each in found.reviews:
        related = related_reviews(found, each)
        assert len(related) <= MOST_RELATED
        assert len({other.review.id for other in related}) == len(related)
        for other in related:
            assert other.review.id != each.id
            assert {same.theme.id for same in other.shared} == set(each.themes) & set(other.review.themes)
            assert other.shared
            assert all(same.points == points_about(other.review, same.theme.id) for same in other.shared)


@LAW
@given(numbers)
def test_a_review_is_related_to_those_whose_themes_are_like_its_own(number: int) -> None:
    found = numbered(number)
    for each in found.reviews:
        others = [other for other in found.reviews if other is not each]
        like = [other for other in others if theme_likeness(found, each, other) >= LEAST_LIKE]
        assert len(related_reviews(found, each)) == min(MOST_RELATED, len(like))


@LAW
@given(numbers)
def test_the_likeness_of_themes_runs_from_0_to_1_and_is_the_same_both_ways(number: int) -> None:
    found = numbered(number)
    for each in found.reviews:
        assert theme_likeness(found, each, each) == pytest.approx(1.0 if each.themes else 0.0)
        for other in found.reviews:
            like = theme_likeness(found, each, other)
            assert 0 <= like <= 1 + 1e-9
            assert like == pytest.approx(theme_likeness(found, other, each))
            assert (like > 0) == bool(set(each.themes) & set(other.themes))


def test_a_theme_weighs_more_the_fewer_reviews_carry_it() -> None:
    reviews = [review(f"c{number}", record(f"c{number}", "p1", "common")) for number in range(9)]
    found = library([*reviews, review("here", record("here", "p1", "common", "rare"))])
    assert theme_weight(found, "rare") > theme_weight(found, "common") > 0


@LAW
@given(numbers)
def test_related_themes_are_others_each_once_with_the_number_of_reviews_that_carry_both(number: int) -> None:
    found = numbered(number)
    for each in found.themes.values():
        related = related_themes(found, each)
        assert len({other.theme.id for other in related}) == len(related)
        for other in related:
            assert other.theme.id != each.id
            assert other.reviews == len(carrying(found, each.id, other.theme.id))
            match other.reason:
                case "broader":
                    assert each.broader == other.theme.id
                case "narrower":
                    assert other.theme.broader == each.id
                case "related":
                    assert other.theme.id in each.related or each.id in other.theme.related
                case reason:
                    assert reason == "together"
                    assert other.reviews > 1


@LAW
@given(numbers)
def test_every_relation_that_an_author_wrote_is_shown_from_both_sides(number: int) -> None:
    found = numbered(number)
    shown = {(id, other.theme.id) for id, each in found.themes.items() for other in related_themes(found, each)}
    for id, each in found.themes.items():
        for other in filter(None, (*each.related, each.broader)):
            assert {(id, other), (other, id)} <= shown


@LAW
@given(numbers)
def test_recurrence_counts_the_reviews_and_learning_points_of_a_theme(number: int) -> None:
    found = numbered(number)
    for each in found.themes.values():
        reviews = carrying(found, each.id)
        points = sum(points_about(one, each.id) for one in reviews)
        assert recurrence(found, each) == (
            len(reviews),
            points,
            min((one.published.year for one in reviews), default=0),
        )


def test_a_rare_lesson_makes_reviews_closer_than_a_common_one() -> None:
    common = [review(f"c{number}", record(f"c{number}", "p1", "common"), year=2023) for number in range(9)]
    rare = review("rare", record("rare", "p1", "rare", "common"), year=2001)
    here = review("here", record("here", "p1", "common", "rare"))
    assert related_reviews(library([*common, rare, here]), here)[0].review == rare


def test_reasons_put_lessons_before_themes_that_are_only_touched_on_and_rare_before_common() -> None:
    here = review("here", record("here", "p1", "common", "rare", "touched"))
    there = review(
        "there",
        record("there", "p1", "common"),
        record("there", "p2", "rare", "common"),
        record("there", "r1", "touched", kind=RecordKind.RECOMMENDATION),
    )
    other = review("other", record("other", "p1", "common"))
    first, *_ = related_reviews(library([here, there, other]), here)
    assert [(same.theme.id, same.points) for same in first.shared] == [("rare", 1), ("common", 2), ("touched", 0)]


def test_a_review_with_a_theme_of_its_own_is_related_to_none() -> None:
    alone = review("alone", record("alone", "p1", "mine"))
    assert related_reviews(library([alone, review("other", record("other", "p1", "theirs"))]), alone) == ()


def test_a_theme_taught_once_beside_another_is_no_reason_and_twice_is() -> None:
    found = library([review(id, record(id, "p1", "a", "b"), record(id, "p2", "a")) for id in ("x", "y")])
    once = library([review("x", record("x", "p1", "a", "b"))])
    assert [(other.theme.id, other.reason) for other in related_themes(found, found.themes["a"])] == [("b", "together")]
    assert related_themes(once, once.themes["a"]) == ()


def test_broader_comes_first_then_narrower_then_related_then_together() -> None:
    reviews = [review(id, record(id, "p1", "a", "t")) for id in ("x", "y")]
    themes = [theme("a", broader="top", related=("r",)), theme("top"), theme("r"), theme("part", broader="a")]
    found = library(reviews, themes)
    assert [other.reason for other in related_themes(found, found.themes["a"])] == [
        "broader",
        "narrower",
        "related",
        "together",
    ]


class Watched(Mapping[str, tuple[Review, ...]]):
    """An index that counts how many reviews are taken out of it."""

    def __init__(self, index: Mapping[str, tuple[Review, ...]]) -> None:
        self.index = index
        self.taken = 0

    def __getitem__(self, theme: str) -> Any:
        return WatchedList(self, self.index[theme])

    def __iter__(self) -> Iterator[str]:
        return iter(self.index)

    def __len__(self) -> int:
        return len(self.index)


class WatchedList(tuple[Review, ...]):
    """The reviews of one theme; each that is handed over is counted."""

    watched: Watched

    def __new__(cls, watched: Watched, reviews: tuple[Review, ...]) -> Self:
        made = super().__new__(cls, reviews)
        made.watched = watched
        return made

    def __iter__(self) -> Iterator[Review]:
        for each in super().__iter__():
            self.watched.taken += 1
            yield each

    def __getitem__(self, place: Any) -> Any:
        return WatchedList(self.watched, super().__getitem__(place))


def test_of_each_theme_only_the_newest_reviews_are_looked_at_however_many_carry_it() -> None:
    themes = ["a", "b", "c"]
    many = [review(f"r{number}", record(f"r{number}", "p1", *themes), year=1900 + number) for number in range(300)]
    found = library(many)
    watched = Watched(found.reviews_by_theme)
    related = related_reviews(replace(found, reviews_by_theme=watched), many[0])
    assert watched.taken <= NEWEST_OF_A_THEME * len(themes)
    assert all(other.review.published.year > 1900 + 300 - NEWEST_OF_A_THEME - 1 for other in related)
