"""Actions answer what their review says, and are not due before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefings.model import Action
from briefings.problems import Problem, did_you_mean
from briefings.reading import ReadActions, ReadReview


def action_problems(plans: Sequence[ReadActions], reviews: Sequence[ReadReview]) -> Iterator[Problem]:
    """Everything that is wrong between files of actions and the reviews that they follow."""
    by_id = {read.id: read for read in reviews}
    first: dict[str, str] = {}
    for read in plans:
        if first.setdefault(read.review, read.source.path) != read.source.path:
            message = f"the actions of `{read.review}` stand in {first[read.review]} already"
            yield read.source.problem("repeated-review-id", 1, 1, message, "put all of them in one file")
            continue
        review = by_id.get(read.review)
        if review is None:
            hint = did_you_mean(read.review, by_id) or "name the file after the review: `review-id.yml`"
            message = f"no review is called `{read.review}`, and a file of actions bears its review's name"
            yield read.source.problem("unknown-review", 1, 1, message, hint)
            continue
        for action in read.actions:
            yield from _unknown_records(read, action, review)
            yield from _due_too_early(read, action, review)


def _unknown_records(read: ReadActions, action: Action, review: ReadReview) -> Iterator[Problem]:
    for number, id in enumerate(action.answers):
        if review.record_ids is not None and id not in review.record_ids:
            hint = did_you_mean(id, sorted(review.record_ids)) or f"its ids stand in {review.source.path}"
            path = ("actions", action.id, "answers", number)
            yield read.marked.problem("unknown-record", path, f"`{review.id}` has no record `{id}`", hint)


def _due_too_early(read: ReadActions, action: Action, review: ReadReview) -> Iterator[Problem]:
    """Due before its plan was agreed; or, where that is not known, before the review was published."""
    agreed = action.plan.agreed if action.plan else None
    start, what = agreed, "its plan was agreed"
    if start is None and review.review:
        start, what = review.review.published, "the review was published"
    if action.due and start and start.is_surely_after(action.due):
        hint = "correct the date, or say when its plan was agreed (`agreed: …` below `plans:`)"
        path = ("actions", action.id, "due")
        yield read.marked.problem("due-before-review", path, f"due {action.due}, before {what} ({start})", hint)
