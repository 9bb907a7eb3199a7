"""Where else the same lesson was taught: related reviews and related themes, each with the reason.

Everything goes by way of the theme index: no two reviews are compared unless they share a theme, and of a theme only
its newest reviews are looked at. So the work grows with the library and not with its square.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

from briefings.library import Library
from briefings.model import Review, Theme

NEWEST_OF_A_THEME = 40
MOST_RELATED = 6


@dataclass(frozen=True, slots=True)
class SharedTheme:
    """A theme that two reviews share, and how many learning points of the other one carry it."""

    theme: Theme
    points: int


@dataclass(frozen=True, slots=True)
class RelatedReview:
    """A review that taught some of the same lessons, and which; the rarest lesson first."""

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
    """The reviews that share most with this one, a rare theme counting for more than a common one."""
    shared: dict[str, list[str]] = {}
    for theme in review.themes:
        for other in library.reviews_by_theme.get(theme, ())[:NEWEST_OF_A_THEME]:
            if other.id != review.id:
                shared.setdefault(other.id, []).append(theme)
    weights = {theme: _weight(library, theme) for theme in review.themes}
    ranked = sorted(shared, key=lambda id: (-sum(weights[theme] for theme in shared[id]), id))
    return tuple(_related(library, id, shared[id], weights) for id in ranked[:MOST_RELATED])


def _weight(library: Library, theme: str) -> float:
    """How much sharing a theme says: a lot when few reviews carry it."""
    return math.log(1 + len(library.reviews) / library.count_of_reviews(theme))


def _related(library: Library, id: str, themes: list[str], weights: dict[str, float]) -> RelatedReview:
    other = library.by_id[id]
    ordered = sorted(themes, key=lambda theme: (-weights[theme], theme))
    found = (SharedTheme(library.themes[theme], other.learning_by_theme.get(theme, 0)) for theme in ordered)
    return RelatedReview(other, tuple(sorted(found, key=lambda same: not same.points)))


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
