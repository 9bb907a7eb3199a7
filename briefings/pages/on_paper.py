"""The printed side of a briefing as its page needs it: what is not printed, in which size, and the foot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from briefings.library import Library
from briefings.model import Review
from briefings.one_side import ROOM, OnPaper, fit
from briefings.printed_parts import Around, credit, more, spoken
from briefings.qr_code import qr_code


@dataclass(frozen=True, slots=True)
class Side:
    """What a page says of its printed side: the size of its type in points, and its foot as HTML.

    ``limits`` says of sections, by their ids, how many of their items are printed. ``filled`` is how much of the side
    is used: over 1 if there will be a second one.
    """

    size: str
    limits: Mapping[str, int]
    foot: str
    filled: float = 0


def side(library: Library, review: Review, around: Around, room: float = ROOM) -> Side:
    """The side of a review, of which the part ``room`` may be filled."""
    paper = fit(library, review, around, room)
    foot = _foot(review, paper, around.address)
    return Side(f"{paper.type.size:g}", paper.limits, foot, paper.filled)


def _foot(review: Review, paper: OnPaper, address: str) -> str:
    """What there was no room for, and where it stands, with a QR code of the address; and the report."""
    before, behind = more(paper.left_out, address)
    where = f' <a href="{escape(address)}">{escape(spoken(address))}</a>' if address else ""
    report = escape(review.report.title)
    if review.report.url:
        report = f'<a href="{escape(review.report.url)}">{report}</a>'
    lines = (
        qr_code(address, "QR code of this briefing’s address") if address else "",
        f"<p><strong>{escape(before)}{where}</strong>{escape(behind)}</p>" if before else "",
        f"<p>Source: {report}{escape(credit(review))}</p>",
    )
    return "\n".join(line for line in lines if line)
