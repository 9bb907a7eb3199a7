"""Why two reviews, or two points, are linked or not: what `briefings explain` prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefings.closeness import (
    COMPARED,
    LEAST_WORDS,
    MOST_CLOSE,
    NEWEST_OF_A_PAIR,
    Closeness,
    is_close,
)
from briefings.crosslinks import LEAST_LIKE, MOST_RELATED, related_reviews, theme_likeness, theme_weight
from briefings.library import Library
from briefings.model import Record, Review
from briefings.problems import did_you_mean, plural


class NotInLibraryError(Exception):
    """A name that leads to nothing public; its text says which, and what may have been meant."""


def explanation(library: Library, one: str, other: str) -> str:
    """Why two names are linked: each a review's id, or ``review#point``. Points are compared with points.

    Raises :class:`NotInLibraryError` where a name leads nowhere.
    """
    first, second = _found(library, one), _found(library, other)
    if isinstance(first, Record) and isinstance(second, Record):
        return "\n".join(_points(library, first, second))
    return "\n".join(_reviews(library, _review(library, first), _review(library, second)))


def _found(library: Library, name: str) -> Review | Record:
    review, _, point = name.partition("#")
    if review not in library.by_id:
        hint = did_you_mean(review, library.by_id) or "its id is the name of its file"
        raise NotInLibraryError(f"no published review is called `{review}`; {hint}")
    if not point:
        return library.by_id[review]
    if name not in library.record_at:
        ids = [record.id for record in library.by_id[review].records if record.id]
        raise NotInLibraryError(f"`{review}` has no point `{point}`; {did_you_mean(point, ids) or 'see its file'}")
    return library.record_at[name]


def _review(library: Library, found: Review | Record) -> Review:
    return library.review_of(found) if isinstance(found, Record) else found


def _reviews(library: Library, one: Review, other: Review) -> Iterator[str]:
    yield f"{one.name}  ({one.id})"
    yield f"{other.name}  ({other.id})"
    yield ""
    shared = [theme for theme in one.themes if theme in other.themes]
    yield f"Likeness of their themes: {theme_likeness(library, one, other):.2f}"
    yield f"They share {plural(len(shared), 'theme')}{', the most telling first:' if shared else '.'}"
    for id in sorted(shared, key=lambda id: (-theme_weight(library, id), id)):
        points = (one.learning_by_theme.get(id, 0), other.learning_by_theme.get(id, 0))
        count = plural(library.count_of_reviews(id), "review")
        yield (
            f"  {library.themes[id].title}: weight {theme_weight(library, id):.2f} (in {count}); "
            f"learning points {points[0]} and {points[1]}"
        )
    yield ""
    yield _rank(library, one, other)
    yield _rank(library, other, one)
    for first, second in ((one, other), (other, one)):
        if second.id in first.references:
            yield f"{first.id} links to {second.id} in its text."


def _rank(library: Library, one: Review, other: Review) -> str:
    related = [found.review.id for found in related_reviews(library, one)]
    if other.id in related:
        return f"The page of {one.id} shows {other.id}, as number {related.index(other.id) + 1} of {len(related)}."
    return f"The page of {one.id} does not show {other.id}: {_why_not_related(library, one, other)}."


def _why_not_related(library: Library, one: Review, other: Review) -> str:
    if one.id == other.id:
        return "it is the same review"
    if not set(one.themes) & set(other.themes):
        return "they share no theme"
    if theme_likeness(library, one, other) < LEAST_LIKE:
        return f"their themes are not like enough ({LEAST_LIKE:.2f} would be)"
    return f"it shows the {MOST_RELATED} whose themes are most like its own"


def _points(library: Library, one: Record, other: Record) -> Iterator[str]:
    for record in (one, other):
        yield f"{record.address}: {library.plain(record.text)}"
    yield ""
    if not {one.kind, other.kind} <= {*COMPARED}:
        yield "Only learning points and recommendations are compared."
        return
    closeness = Closeness(library)
    found = closeness.likeness(one, other)
    titles = ", ".join(library.themes[id].title for id in found.themes)
    yield f"Shared themes: {titles or 'none'}"
    yield f"Shared telling words: {', '.join(found.words) or 'none'}"
    yield f"Likeness of the words: {found.by_words:.2f}"
    yield f"Overlap of the themes: {found.overlap:.2f}; how telling they are: {found.telling:.2f}"
    yield f"Score: {found.score:.2f} (see docs/decisions.md for where points begin to be shown as close)"
    yield ""
    for first, second in ((one, other), (other, one)):
        yield _shown(closeness, first, second)


def _shown(closeness: Closeness, one: Record, other: Record) -> str:
    close = [point.record for point in closeness.closest(one)]
    if other in close:
        return f"{one.address} shows {other.address}, as number {close.index(other) + 1} of {len(close)}."
    return f"{one.address} does not show {other.address}: {_why_not_close(closeness, one, other, close)}."


def _why_not_close(closeness: Closeness, one: Record, other: Record, close: Sequence[Record]) -> str:
    if one.review == other.review:
        return "both are of one review"
    if not (closeness.says_enough(one) and closeness.says_enough(other)):
        return f"a point with fewer than {LEAST_WORDS} telling words is not compared"
    if not is_close(closeness.likeness(one, other)):
        return "they are not close"
    if other.review in {record.review for record in close}:
        return "it shows another point of that review"
    if len(close) == MOST_CLOSE:
        return f"it shows at most {MOST_CLOSE}, one of each review"
    return f"of points with the same theme and word, only the newest {NEWEST_OF_A_PAIR} are compared"
