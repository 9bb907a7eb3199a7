"""A digest names themes that exist, and finds at least one review."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefings.problems import Problem, did_you_mean, has_errors
from briefings.reading import ReadDigest, ReadReview, ReadTheme

FILTERS = ("themes", "harms", "agencies", "types", "partnerships")


def digest_problems(
    digests: Sequence[ReadDigest], reviews: Sequence[ReadReview], themes: Sequence[ReadTheme]
) -> Iterator[Problem]:
    """Everything that is wrong between digests and the rest of the library."""
    theme_ids = sorted(read.id for read in themes)
    first: dict[str, str] = {}
    for read in digests:
        if read.id in first:
            message = f"`{read.id}` is the id of {first[read.id]} already"
            yield read.source.problem("repeated-review-id", 1, 1, message, "give this file another name")
        first.setdefault(read.id, read.source.path)
        unknown = list(_unknown_themes(read, theme_ids))
        yield from unknown
        if not unknown and not has_errors(read.problems):
            yield from _nothing_found(read, reviews)


def _unknown_themes(read: ReadDigest, known: list[str]) -> Iterator[Problem]:
    for number, id in enumerate(read.digest.themes if read.digest else ()):
        if id not in known and read.marked:
            hint = did_you_mean(id, known) or "the ids are the files of content/themes"
            yield read.marked.problem("unknown-theme", ("themes", number), f"no theme is called `{id}`", hint)


def _nothing_found(read: ReadDigest, reviews: Sequence[ReadReview]) -> Iterator[Problem]:
    digest = read.digest
    if digest is None or read.marked is None:
        return
    public = [other.review for other in reviews if other.review and other.status == "published"]
    dates = [review.published for review in public]
    if dates and not any(map(digest.covers, dates)):
        between = f"{min(dates)} to {max(dates)}" if min(dates) != max(dates) else f"{min(dates)}"
        hint = f"the published reviews are of {between}"
        yield read.marked.problem("empty-digest", ("period",), "no published review is of this period", hint)
    elif dates and not any(map(digest.wants, public)):
        name = next(name for name in FILTERS if getattr(digest, name))
        hint = "there are reviews of its period; take a filter out, or add ids to it"
        yield read.marked.problem("empty-digest", (name, "key"), "no published review passes the filters", hint)
