"""Links from a review to another review, a theme or one record lead somewhere that is public."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefings.markup import Reference
from briefings.problems import Problem, did_you_mean
from briefings.reading import ReadReview, ReadTheme


def link_problems(reviews: Sequence[ReadReview], themes: Sequence[ReadTheme]) -> Iterator[Problem]:
    """Every link whose target is not there, or not public."""
    by_id = {read.id: read for read in reviews}
    theme_ids = {read.id for read in themes}
    for read in reviews:
        for link in read.references:
            yield from _link_problems(read, link, by_id, theme_ids)


def _link_problems(
    read: ReadReview, link: Reference, by_id: dict[str, ReadReview], theme_ids: set[str]
) -> Iterator[Problem]:
    target = by_id.get(link.target)
    if target is None:
        if link.target not in theme_ids or link.anchor:
            hint = (
                did_you_mean(link.target, sorted({*by_id, *theme_ids})) or "write the id of a review: `[[review-id]]`"
            )
            yield _problem(read, "unknown-link", link, f"no review or theme is called `{link.target}`", hint)
    elif target.status != "published" and read.status == "published":
        message = f"`{link.target}` is not published, so nothing public may link to it"
        yield _problem(read, "link-to-unpublished", link, message, "take the link out until it is published")
    elif link.anchor and link.anchor not in target.record_ids:
        hint = did_you_mean(link.anchor, sorted(target.record_ids))
        message = f"`{link.target}` has no record `{link.anchor}`"
        yield _problem(read, "unknown-link", link, message, hint)


def _problem(read: ReadReview, code: str, link: Reference, message: str, hint: str) -> Problem:
    return read.source.problem(code, link.line, link.column, message, hint)
