"""A review's reflection sheet: the one thing, the questions, and room to write what the team will do. One A4 side."""

from __future__ import annotations

from briefings.library import Library
from briefings.markup import escaped
from briefings.model import Review
from briefings.pages import addresses
from briefings.pages.for_the_team import show_one_things, show_questions
from briefings.pages.page import Page, Writer, outside

ROWS = 5
"""Empty rows of the table; on paper they share what room there is."""
MOST_QUESTIONS = 6
"""More than a team talks about in one meeting; the briefing has all of them."""


def reflection(library: Library, review: Review) -> Page:
    """The sheet that goes on the table. It is a page like any other, to be read, printed and linked in an e-mail."""
    writer = Writer(library, addresses.reflection(review.id))
    show_one_things(writer, review)
    show_questions(writer, review, MOST_QUESTIONS)
    writer.heading("What this means for us", "for-us", "room")
    writer.heading("What we will do", "we-will", "room", "plan")
    writer.add("\n".join(["| What | Who | By when |", "| --- | --- | --- |", *["|  |  |  |"] * ROWS]))
    _source(writer, review)
    title = f"Reflection sheet: {review.title}"
    lead = "One side for a team meeting: read it, talk about it, write down what you will do."
    return Page(
        uri=writer.uri,
        kind="reflection",
        title=title,
        markdown=writer.markdown(),
        kicker=review.name,
        lead=lead,
        description=f"{title}. The one thing, questions for your team, and room to write.",
        source_path=review.path,
        name=f"Reflection sheet: {review.name}",
    )


def _source(writer: Writer, review: Review) -> None:
    title = outside(review.report.title, review.report.url)
    writer.heading("Source", "source", "source")
    writer.add(f"From our briefing {writer.review(review)}. The report: {title}, {escaped(review.report.publisher)}.")
