"""Settled blocks -> the parts of a report: a heading and what stands below it, and what that heading announces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from briefings.reports.blocks import Block, Kind
from briefings.reports.headings import audience_kind, heading_kind
from briefings.reports.labels import label_of
from briefings.sections import LETTER, OTHER, SectionKind

DEAR = re.compile(r"(?:\d+\.\s*)?Dear (?P<whom>[^,.:]{2,60})[,.:]")
LONGEST_HEADING = 8
"""Words of a line that is a heading only by what it says."""
CARRIES = 3
"""From this level on, a heading leaves us in the paragraph above it."""


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and the blocks below it, to the next heading. ``kind`` is that of the nearest heading that has one.

    ``own`` says whether it is this heading that announces the kind.
    """

    heading: str
    level: int
    page: int
    kind: SectionKind
    own: bool
    blocks: tuple[Block, ...]


def parts_of(blocks: Iterable[Block]) -> tuple[Part, ...]:
    """The parts of a report, in order; the first may have no heading."""
    above: list[tuple[int, SectionKind]] = []
    found = []
    for heading, below in _by_heading(_led(blocks)):
        while above and above[-1][0] >= heading.level:
            above.pop()
        inherited = above[-1][1] if above else OTHER
        own = _kind(heading.text, below, inherited) if heading.level else OTHER
        kind = own if own is not OTHER else inherited
        above.append((heading.level, kind))
        found.append(Part(heading.text, heading.level, heading.page, kind, own is not OTHER, tuple(below)))
    return tuple(found)


def _kind(heading: str, below: list[Block], inherited: SectionKind) -> SectionKind:
    first = next((block.text for block in below if block.is_text), "")
    if DEAR.match(first):
        return LETTER
    if inherited.name == "learning" and (spoken := audience_kind(heading)) is not OTHER:
        return spoken
    return heading_kind(heading)


def _led(blocks: Iterable[Block]) -> Iterator[Block]:
    """Labels set as headings made text again, and headings that are plain lines made headings."""
    level = 1
    for block in blocks:
        if block.kind is Kind.HEADING and _is_label(block.text):
            yield replace(block, kind=Kind.PARAGRAPH, level=0)
        elif block.kind is Kind.PARAGRAPH and not block.number and _is_plain_heading(block.text):
            yield replace(block, kind=Kind.HEADING, text=block.text.rstrip(": "), level=max(level, 1))
        else:
            level = block.level if block.kind is Kind.HEADING else level
            yield block


def _is_label(text: str) -> bool:
    """Whether a heading is the label of one point, or a point with its label; a heading over a list is neither."""
    label = label_of(text)
    return label is not None and (bool(label.text or label.count) or heading_kind(text) is OTHER)


def _is_plain_heading(text: str) -> bool:
    """Whether a line of its own that nothing sets apart is the heading of a known section."""
    if len(text.split()) <= 2 * LONGEST_HEADING and re.match(r"An? (?:open )?letter (?:to|for) [A-Z]", text):
        return True
    few = len(text.split()) <= LONGEST_HEADING and not text.endswith((".", "?", ";", ","))
    kind = heading_kind(text)
    return few and text[:1].isupper() and kind is not OTHER and (not label_of(text) or bool(kind.audience))


def _by_heading(blocks: Iterable[Block]) -> Iterator[tuple[Block, list[Block]]]:
    heading, below = Block(Kind.HEADING), list[Block]()
    for block in blocks:
        if block.kind is not Kind.HEADING:
            below.append(block)
            continue
        if heading.text or below:
            yield heading, below
        heading, below = block, []
    if heading.text or below:
        yield heading, below


def letter_to(part: Part) -> str:
    """To whom a letter is written: ``A letter to William``."""
    dear = next((found["whom"] for block in part.blocks if (found := DEAR.match(block.text))), "")
    named = re.match(
        r"(?:an? )?(?:open )?letters? (?:to|for) (.+?)(?: from .+)?$", part.heading.strip(" ."), re.IGNORECASE
    )
    return f"A letter to {named.group(1) if named else dear or '…'}"
