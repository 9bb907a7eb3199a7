"""Rules between reviews."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefings.problems import Problem
from briefings.reading import ReadReview


def repeated_review_ids(reviews: Sequence[ReadReview]) -> Iterator[Problem]:
    """Two files may not have the same name, whatever folders they lie in: the name is the id."""
    first: dict[str, str] = {}
    for read in reviews:
        if read.id in first:
            message = f"`{read.id}` is the id of {first[read.id]} already"
            hint = f"rename this file, for example `{read.id}-2.md`"
            yield read.source.problem("repeated-review-id", 1, 1, message, hint)
        first.setdefault(read.id, read.source.path)
