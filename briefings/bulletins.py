"""A digest and the library -> the bulletin: which reviews, under which headings, and what to take from them.

A digest's file says only which reviews it wants. Everything else comes from the reviews, and is typed nowhere twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefings.library import Library
from briefings.model import Digest, OneThing, Review, Theme

MOST_RECURRENT = 3
NO_HARM = "Harm not named"


@dataclass(frozen=True, slots=True)
class Recurring:
    """A theme, and how many reviews of a bulletin teach it in a learning point."""

    theme: Theme
    reviews: int


@dataclass(frozen=True, slots=True)
class TakeAway:
    """The one thing of a review, worth taking to a team meeting because of a theme that keeps coming back."""

    review: Review
    one_thing: OneThing
    because: Recurring


@dataclass(frozen=True, slots=True)
class Group:
    """Reviews under one heading: a kind of harm."""

    heading: str
    reviews: tuple[Review, ...]


@dataclass(frozen=True, slots=True)
class Bulletin:
    """A digest with the reviews it found, newest first. ``national`` holds the reviews of the national Panel."""

    digest: Digest
    local: tuple[Review, ...]
    regional: tuple[Review, ...]
    national: tuple[Review, ...]
    children: tuple[Group, ...]
    adults: tuple[Group, ...]
    recurring: tuple[Recurring, ...]
    take_aways: tuple[TakeAway, ...]

    @property
    def reviews(self) -> tuple[Review, ...]:
        """Every review of it, each once, in the order of its sections."""
        grouped = (review for group in (*self.children, *self.adults) for review in group.reviews)
        return (*self.local, *self.regional, *self.national, *grouped)


def bulletin_of(library: Library, digest: Digest) -> Bulletin:
    """The bulletin that a digest makes of a library."""
    found = tuple(review for review in library.reviews if digest.wants(review))
    local, regional, national, rest = (
        tuple(review for review in found if _distance(review, digest) == distance) for distance in range(4)
    )
    recurring = tuple(_recurring(library, found))
    return Bulletin(
        digest=digest,
        local=local,
        regional=regional,
        national=national,
        children=_by_harm(library, (review for review in rest if not review.is_about_adults)),
        adults=_by_harm(library, (review for review in rest if review.is_about_adults)),
        recurring=recurring,
        take_aways=tuple(_take_aways((*local, *regional, *national, *rest), recurring)),
    )


def _distance(review: Review, digest: Digest) -> int:
    """How far from home a review is: 0 local, 1 regional, 2 of the national Panel, 3 anywhere else."""
    partnership = review.partnership
    if digest.home and partnership.id == digest.home.id:
        return 0
    if (digest.region and partnership.region == digest.region) or partnership.id in digest.neighbours:
        return 1
    return 2 if review.type.id == "national-cspr" else 3


def _by_harm(library: Library, reviews: Iterable[Review]) -> tuple[Group, ...]:
    """Each review under its first harm, in the order of the vocabulary; those that name none come last."""
    groups: dict[str, list[Review]] = {id: [] for id in (*library.vocabulary.harms, "")}
    for review in reviews:
        groups[review.harms[0].id if review.harms else ""].append(review)
    headings = {id: harm.name for id, harm in library.vocabulary.harms.items()} | {"": NO_HARM}
    return tuple(Group(headings[id], tuple(found)) for id, found in groups.items() if found)


def _recurring(library: Library, reviews: Sequence[Review]) -> Iterator[Recurring]:
    """The themes that most of these reviews teach, if more than one does."""
    counts = Counter(theme for review in reviews for theme in review.learning_by_theme)
    often = sorted((id for id in counts if counts[id] > 1), key=lambda id: (-counts[id], library.themes[id].title))
    return (Recurring(library.themes[id], counts[id]) for id in often[:MOST_RECURRENT])


def _take_aways(reviews: Sequence[Review], recurring: Iterable[Recurring]) -> Iterator[TakeAway]:
    """For each recurring theme the one thing of a review that teaches it most, the nearest to home first."""
    taken: set[str] = set()
    for theme in recurring:
        rest = [review for review in reviews if review.id not in taken and review.one_things]
        best = max(rest, key=lambda review: _share(review, theme.theme.id), default=None)
        if best and theme.theme.id in best.learning_by_theme:
            taken.add(best.id)
            yield TakeAway(best, best.one_things[0], theme)


def _share(review: Review, theme: str) -> float:
    """How much of a review's learning is about a theme."""
    return review.learning_by_theme.get(theme, 0) / max(1, sum(review.learning_by_theme.values()))
