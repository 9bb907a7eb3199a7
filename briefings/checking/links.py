"""Links from a review, theme or digest to a review, a theme or one record lead somewhere that is public."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefings.links import Reference
from briefings.problems import Problem, did_you_mean
from briefings.reading import ReadDigest, ReadReview, ReadTheme


def link_problems(
    reviews: Sequence[ReadReview], themes: Sequence[ReadTheme], digests: Sequence[ReadDigest] = ()
) -> Iterator[Problem]:
    """Every link whose target is not there, or not public."""
    by_id = {read.id: read for read in reviews}
    theme_ids = {read.id for read in themes}
    sources: tuple[ReadReview | ReadTheme | ReadDigest, ...] = (*reviews, *themes, *digests)
    for read in sources:
        for link in read.references:
            for code, message, hint in _faults(link, _is_public(read), by_id, theme_ids):
                yield read.source.problem(code, link.line, link.column, message, hint)


def _is_public(read: ReadReview | ReadTheme | ReadDigest) -> bool:
    return isinstance(read, ReadTheme) or read.status == "published"


def _faults(
    link: Reference, public: bool, by_id: dict[str, ReadReview], theme_ids: set[str]
) -> Iterator[tuple[str, str, str]]:
    """Code, message and hint of what is wrong with a link. Nothing is said of a target that could not be read."""
    target = by_id.get(link.target)
    if target is None:
        yield from _without_review(link, by_id, theme_ids)
    elif public and target.status not in ("", "published"):
        message = f"`{link.target}` is not published, so nothing public may link to it"
        yield "link-to-unpublished", message, "take the link out until it is published"
    elif link.anchor and target.record_ids is not None and link.anchor not in target.record_ids:
        hint = did_you_mean(link.anchor, sorted(target.record_ids)) or f"its ids stand in {target.source.path}"
        yield "unknown-link", f"`{link.target}` has no record `{link.anchor}`", hint


def _without_review(
    link: Reference, by_id: dict[str, ReadReview], theme_ids: set[str]
) -> Iterator[tuple[str, str, str]]:
    if link.target not in theme_ids:
        name = link.target.rpartition("/")[2].removesuffix(".md")
        hint = did_you_mean(name, sorted({*by_id, *theme_ids})) or "write the id of a review: `[[review-id]]`"
        yield "unknown-link", f"no review or theme is called `{link.target}`", hint
    elif link.anchor:
        yield "unknown-link", f"the theme `{link.target}` has no records to link to", f"write `[[{link.target}]]`"
