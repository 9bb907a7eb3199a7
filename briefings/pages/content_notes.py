"""What stands beside hard text: a note before it of what it talks about, and below whom to turn to.

Both come from the harms, in the vocabulary. However many a review has, there is one line and one paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, zip_longest

from briefings.library import Library
from briefings.markup import escaped
from briefings.model import Review
from briefings.pages.page import Page, Writer, line
from briefings.vocabulary import Harm
from briefings.wording import joined, unbroken

HELP_HEADING = "If this is hard to read"
FIRST = "Stop, and talk to someone you trust."
ANCHOR = "help"
MOST_TOPICS = 3
MOST_HELPLINES = 2
NUMBER = re.compile(r"(?<!\w)(\+?\d(?: ?\d){4,})(?!\w)")
"""A phone number: five digits or more, so that neither 999 nor an age is one."""


def harms_of(library: Library, review: Review) -> tuple[Harm, ...]:
    """The harms of a review, then those of the themes that it carries."""
    taught = (library.themes[id].harm for id in review.themes)
    return tuple(dict.fromkeys(harm for harm in (*review.harms, *taught) if harm))


def content_note(subject: str, harms: Iterable[Harm]) -> str:
    """``This briefing talks about neglect and domestic abuse.`` ``subject`` ends in its verb: "This briefing talks"."""
    topics = list(dict.fromkeys(topic for harm in _urgent_first(harms) for topic in harm.note))
    more = ["other harm"] if len(topics) > MOST_TOPICS else []
    return f"{subject} about {joined([*topics[:MOST_TOPICS], *more])}." if topics else ""


def show_help(writer: Writer, harms: Iterable[Harm]) -> bool:
    """Write whom to turn to; says whether there is anybody."""
    text = help_for(writer.library, harms)
    if text:
        writer.heading(HELP_HEADING, ANCHOR, "help")
        writer.add(text)
    return bool(text)


def help_for(library: Library, harms: Iterable[Harm]) -> str:
    """Whom to turn to, as one paragraph of Markdown; empty where there is nobody."""
    helplines = _helplines(harms)
    return line(FIRST, *map(_callable, helplines), escaped(library.settings.emergency)) if helplines else ""


def cared_for(library: Library, page: Page, harms: Iterable[Harm], subject: str) -> Page:
    """The page with a note before its text, and at its end whom to turn to."""
    found = tuple(harms)
    writer = Writer(library, page.uri, blocks=[page.markdown.strip()])
    helped = show_help(writer, found)
    note = content_note(subject, found)
    return replace(page, markdown=writer.markdown(), note=note, help=f"#{ANCHOR}" if helped else "")


def _helplines(harms: Iterable[Harm]) -> list[str]:
    """The first helpline of each harm, then their second ones, as far as there is room."""
    rounds = zip_longest(*(harm.help for harm in _urgent_first(harms)))
    return list(dict.fromkeys(text for text in chain.from_iterable(rounds) if text))[:MOST_HELPLINES]


def _urgent_first(harms: Iterable[Harm]) -> Iterator[Harm]:
    """The order of the author, but what may be a matter of life goes first."""
    return iter(sorted(dict.fromkeys(harms), key=lambda harm: not harm.urgent))


def _callable(text: str) -> str:
    """The text, in which a phone calls a number that is touched."""
    plain, *rest = NUMBER.split(text)
    linked = (
        f"[{unbroken(number)}](tel:{number.replace(' ', '')}){escaped(after)}"
        for number, after in zip(rest[::2], rest[1::2], strict=True)
    )
    return escaped(plain) + "".join(linked)
