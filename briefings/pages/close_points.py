"""On a briefing: the points of other reviews that are closest to its learning points and recommendations, and why."""

from __future__ import annotations

from collections.abc import Sequence

from briefings.closeness import COMPARED, Closeness, ClosePoint
from briefings.model import Record, Review
from briefings.pages import addresses
from briefings.pages.page import Writer, items, paragraph, record_block
from briefings.plain_text import opening
from briefings.wording import inside, joined

MOST_WORDS = 16
MOST_REASONS = 4


def show_close_points(writer: Writer, review: Review, closeness: Closeness) -> None:
    """The section, if any point of the review has a close one."""
    found = [(record, closeness.closest(record)) for record in review.records if record.id and record.kind in COMPARED]
    close = [(record, points) for record, points in found if points]
    if close:
        writer.heading("Points that say nearly the same", "close", "close")
        writer.add("Each point of this review, and below it the points of other reviews that come closest.")
        writer.add(items(_point(writer, record, points) for record, points in close))


def _point(writer: Writer, record: Record, points: Sequence[ClosePoint]) -> str:
    own = writer.link(opening(writer.library.plain(record.text), MOST_WORDS), writer.uri, record.id)
    others = items(_other(writer, point) for point in points)
    return f"{paragraph(own, 'own')}\n\n{others}"


def _other(writer: Writer, point: ClosePoint) -> str:
    review = writer.library.review_of(point.record)
    where = writer.link(review.name, addresses.review(review.id), point.record.id, "from")
    why = paragraph(reason(writer, point), "reason")
    return f"{record_block(writer.text(point.record.text), where)}\n\n{why}"


def reason(writer: Writer, point: ClosePoint) -> str:
    """Why a point is here: ``Both are about escalation, and speak of “policy” and “challenge”``."""
    themes = joined(
        writer.theme(writer.library.themes[id], inside(writer.library.themes[id].title)) for id in point.likeness.themes
    )
    words = joined(f"“{word}”" for word in point.likeness.words[:MOST_REASONS])
    return f"Both are about {themes}, and speak of {words}."
