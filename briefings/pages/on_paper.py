"""The foot of a briefing's printed side: what there was no room for and where it stands, and the report."""

from __future__ import annotations

from html import escape

from briefings.model import Review
from briefings.one_side import OnPaper
from briefings.pages import addresses
from briefings.printed_parts import credit, more, spoken
from briefings.qr_code import qr_code


def address_of(review: Review, url: str) -> str:
    """The whole address of a briefing on a site at ``url``; empty where that is not known."""
    return f"{url}{addresses.served(addresses.review(review.id))}" if url else ""


def foot(review: Review, paper: OnPaper, address: str) -> str:
    """The foot as HTML, with the address as a QR code where the briefing has one."""
    before, behind = more(paper.left_out, address)
    where = f'<a href="{escape(address)}">{escape(spoken(address))}</a>' if address else ""
    report = escape(review.report.title)
    if review.report.url:
        report = f'<a href="{escape(review.report.url)}">{report}</a>'
    lines = (
        qr_code(address, "QR code of this briefing’s address") if address else "",
        f"<p><strong>{escape(before)} {where}</strong>{escape(behind)}</p>" if before else "",
        f"<p>Source: {report}{escape(credit(review))}</p>",
    )
    return "\n".join(line for line in lines if line)
