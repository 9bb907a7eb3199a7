"""Words put together as English has them: inside a sentence, in a row, without a line that ends in the wrong place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from briefings.model import OneThing
from briefings.sections import ONE_THING
from briefings.vocabulary import Audience


def one_thing_heading(one: OneThing, audiences: Mapping[str, Audience]) -> str:
    """What stands over a one thing: ``If you do one thing: managers``."""
    whom = audiences.get(one.audience)
    return f"{ONE_THING.heading}: {inside(whom.name)}" if whom else ONE_THING.heading


def inside(name: str) -> str:
    """A name inside a sentence: ``early help``, but ``CAMHS`` and ``Making Safeguarding Personal`` as they are."""
    proper = re.match(r"\w[A-Z]|.*\W[A-Z][a-z]", name)
    return name if proper else name[:1].lower() + name[1:]


def capital(text: str) -> str:
    """The text as a sentence starts."""
    return text[:1].upper() + text[1:]


def joined(words: Iterable[str]) -> str:
    """``one, two and three``."""
    listed = list(words)
    return " and ".join(part for part in (", ".join(listed[:-1]), *listed[-1:]) if part)


def sentence(text: str) -> str:
    """The text with a full stop, if it has no mark at its end."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def unbroken(text: str) -> str:
    """The text with spaces at which no line ends: a number stays with what it counts."""
    return text.replace(" ", "\N{NO-BREAK SPACE}")


UNBROKEN = 24
"""The longest part of a dotted line that stays in one piece: it fits the smallest phone."""


def dotted(*parts: str) -> str:
    """Facts with a dot between, empty ones left out. No line starts with a dot, and a short fact is not broken."""
    kept = (unbroken(part) if len(part) <= UNBROKEN else part for part in parts if part)
    return f"{unbroken(' ')}· ".join(kept)
