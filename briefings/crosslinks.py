"""Where else the same lesson was taught: related reviews and related themes, each with the reason.

Everything goes by way of the theme index: no two reviews are compared unless they share a theme, and of a theme only
its newest reviews are looked at. So the work grows with the library and not with its square.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from briefings.library import Library
from briefings.model import Review, Theme
from briefings.rarity import cosine, rarity

NEWEST_OF_A_THEME = 40
MOST_RELATED = 6
LEAST_LIKE = 0.4
"""How like the themes of two reviews must be for one to be shown on the other's page. Set by reading forty pairs: see
docs/decisions.md."""


@dataclass(frozen=True, slots=True)
class SharedTheme:
    """A theme that two reviews share, and how many learning points of the other one carry it."""

    theme: Theme
    points: int


@dataclass(frozen=True, slots=True)
class RelatedReview:
    """A review that taught some of the same lessons, and which; first those that both teach and say most about."""

    review: Review
    shared: tuple[SharedTheme, ...]


@dataclass(frozen=True, slots=True)
class RelatedTheme:
    """A theme beside another one. ``reason`` is ``broader``, ``narrower``, ``related`` or ``together``.

    ``reviews`` counts the reviews that carry both.
    """

    theme: Theme
    reason: str
    reviews: int


def related_reviews(library: Library, review: Review) -> tuple[RelatedReview, ...]:
    """The reviews whose themes are most like this one's, a rare theme counting for more than a common one."""
    found = {
        other.id: other
        for theme in review.themes
        for other in library.reviews_by_theme.get(theme, ())[:NEWEST_OF_A_THEME]
        if other.id != review.id
    }
    mine = _profile(library, review)
    profiles = {id: _profile(library, other) for id, other in found.items()}
    likeness = {id: cosine(mine, theirs) for id, theirs in profiles.items()}
    like = (id for id in found if likeness[id] >= LEAST_LIKE)
    ranked = sorted(like, key=lambda id: (-round(likeness[id], 9), id))
    return tuple(_related(library, (review, mine), (found[id], profiles[id])) for id in ranked[:MOST_RELATED])


def theme_likeness(library: Library, one: Review, other: Review) -> float:
    """How like the themes of two reviews are, from 0 to 1: the cosine of their themes, by how much each says of them.

    So a long review that touches on everything is not the nearest to every other.
    """
    return cosine(_profile(library, one), _profile(library, other))


Profile = Mapping[str, float]
"""What a review is about: each theme by how rare it is and by how many of its records carry it."""


def _profile(library: Library, review: Review) -> Profile:
    return {theme: theme_weight(library, theme) * math.sqrt(count) for theme, count in review.records_by_theme.items()}


def theme_weight(library: Library, theme: str) -> float:
    """How much sharing a theme says: a lot when few reviews carry it."""
    return rarity(library.count_of_reviews(theme), len(library.reviews))


def _related(library: Library, this: tuple[Review, Profile], that: tuple[Review, Profile]) -> RelatedReview:
    (one, mine), (other, theirs) = this, that

    def order(theme: str) -> tuple[bool, bool, float, str]:
        taught = theme in other.learning_by_theme
        return not (taught and theme in one.learning_by_theme), not taught, -mine[theme] * theirs[theme], theme

    shared = sorted(mine.keys() & theirs.keys(), key=order)
    return RelatedReview(
        other, tuple(SharedTheme(library.themes[theme], other.learning_by_theme.get(theme, 0)) for theme in shared)
    )


def related_themes(library: Library, theme: Theme) -> tuple[RelatedTheme, ...]:
    """The themes beside this one: broader, narrower, related by their authors, then those most often taught with it."""
    together = Counter(
        other for review in library.reviews_by_theme.get(theme.id, ()) for other in review.themes if other != theme.id
    )
    reasons: dict[str, str] = {theme.broader: "broader"} if theme.broader else {}
    for other in library.narrower_themes.get(theme.id, ()):
        reasons.setdefault(other, "narrower")
    for other in library.beside_theme.get(theme.id, ()):
        reasons.setdefault(other, "related")
    often = sorted((other for other in together if together[other] > 1), key=lambda other: (-together[other], other))
    for other in often[:MOST_RELATED]:
        reasons.setdefault(other, "together")
    return tuple(RelatedTheme(library.themes[id], reason, together[id]) for id, reason in reasons.items())


def recurrence(library: Library, theme: Theme) -> tuple[int, int, int]:
    """How many reviews carry a theme, how many of their learning points do, and the year of the first (0 if none)."""
    reviews = library.reviews_by_theme.get(theme.id, ())
    points = sum(review.learning_by_theme.get(theme.id, 0) for review in reviews)
    return len(reviews), points, reviews[-1].published.year if reviews else 0
