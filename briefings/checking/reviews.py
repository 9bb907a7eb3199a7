"""Rules between reviews, and between reviews and themes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefings.problems import Problem
from briefings.reading import ReadReview, ReadTheme


def repeated_review_ids(reviews: Sequence[ReadReview]) -> Iterator[Problem]:
    """Two files may not have the same name, whatever folders they lie in: the name is the id."""
    first: dict[str, str] = {}
    for read in reviews:
        if read.id in first:
            message = f"`{read.id}` is the id of {first[read.id]} already"
            hint = f"rename this file, for example `{read.id}-2.md`"
            yield read.source.problem("repeated-review-id", 1, 1, message, hint)
        first.setdefault(read.id, read.source.path)


def former_ids(reviews: Sequence[ReadReview]) -> Iterator[Problem]:
    """An address leads to one review: an id that a review had before is nobody else's, now or before."""
    owners = {read.id: read.source.path for read in reviews}
    for read in reviews:
        for number, id in enumerate(read.review.formerly if read.review else ()):
            if id in owners and read.fields:
                message = f"`{id}` is an address of {owners[id]} already"
                yield read.fields.problem("repeated-review-id", ("formerly", number), message, "take it out here")
            owners.setdefault(id, read.source.path)


def ids_of_themes(reviews: Sequence[ReadReview], themes: Sequence[ReadTheme]) -> Iterator[Problem]:
    """A review may not have the id of a theme: nobody could tell which of the two ``[[id]]`` means."""
    owners = {read.id: read.source.path for read in themes}
    for read in reviews:
        if read.id in owners:
            message = f"`{read.id}` is the id of the theme {owners[read.id]} already"
            hint = f"rename this file, for example `{read.id}-review.md`"
            yield read.source.problem("repeated-review-id", 1, 1, message, hint)
