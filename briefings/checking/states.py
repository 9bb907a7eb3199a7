"""What a review says of its publication fits together, and fits the day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from briefings.marked_yaml import MarkedData
from briefings.problems import Problem
from briefings.reading import ReadReview
from briefings.schema import EMBARGOED, PUBLISHED


def state_problems(reviews: Sequence[ReadReview], day: date) -> Iterator[Problem]:
    """Every review whose status and dates contradict each other on a day."""
    for read in reviews:
        if read.fields:
            yield from _of_embargo(read, read.fields, day)
            yield from _of_withdrawal(read, read.fields)


def _of_embargo(read: ReadReview, fields: MarkedData, day: date) -> Iterator[Problem]:
    """Published before its day is a breach; a day on a draft does nothing."""
    if not read.publish_on:
        return
    written = fields.data.get("status")
    if written == PUBLISHED and date.min < day < read.publish_on.first_day:
        message = f"this is published, and `publish_on` says not before {read.publish_on.words}"
        yield fields.problem("before-publish-on", ("status",), message, f"write `status: {EMBARGOED}`")
    elif written not in (PUBLISHED, EMBARGOED):
        hint = f"write `status: {EMBARGOED}` if it is to be published on that day"
        yield fields.problem("idle-publish-on", ("publish_on",), "only an embargo ends on a day", hint)


def _of_withdrawal(read: ReadReview, fields: MarkedData) -> Iterator[Problem]:
    if read.withdrawn and not read.withdrawn.reason:
        hint = "add `withdrawn: {on: YYYY-MM-DD, reason: …}`, a sentence that identifies nobody"
        message = "readers at its address are not told why it was withdrawn"
        yield fields.problem("withdrawn-without-reason", ("status",), message, hint)
