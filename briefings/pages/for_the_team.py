"""What a team takes to its meeting: the one things with their checks, and the questions. Parts of two pages."""

from __future__ import annotations

from briefings.model import Review
from briefings.pages import addresses
from briefings.pages.page import Writer, items, paragraph, told_of
from briefings.sections import QUESTIONS
from briefings.wording import one_thing_heading


def show_one_things(writer: Writer, review: Review) -> None:
    """A section for each one thing. On the briefing it leads to the sheet on which a team writes what it will do."""
    sheet = addresses.reflection(review.id)
    on_sheet = writer.uri == sheet
    for one in review.one_things:
        title = one_thing_heading(one, writer.library.vocabulary.audiences)
        writer.heading(title, one.anchor, "one-thing", told="" if on_sheet else told_of(one))
        writer.add(writer.text(one.text), items(writer.text(check) for check in one.checks))
        if not on_sheet:
            writer.add(paragraph(writer.link("Reflection sheet for your team", sheet), "about screen-only"))


def show_questions(writer: Writer, review: Review, most: int | None = None) -> None:
    """What to ask in the team: the first ones, where there is room only for ``most``. Order is rank."""
    texts = review.prose_of("questions-")
    if review.questions or texts:
        writer.heading(QUESTIONS.heading, QUESTIONS.anchor, QUESTIONS.name)
        writer.add(*(writer.text(prose.text) for prose in texts))
        writer.add(items(writer.text(question) for question in review.questions[:most]))
