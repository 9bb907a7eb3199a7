"""Blocks -> a report recognised: its points by kind, its prose by section, its letters, and what was not understood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefings.reports.blocks import Block, Kind, ReportText
from briefings.reports.merging import merged
from briefings.reports.parts import Part, letter_to, parts_of
from briefings.reports.points import Point, found_points
from briefings.reports.settling import settled
from briefings.sections import LETTER, SectionKind

PROSE = ("happened", "today", "one-thing", "questions", "national", "impact", "links")
"""The kinds of section that take the text of a report as it is."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading of the report and text below it. ``level`` counts from 1."""

    heading: str
    level: int
    page: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Recognised:
    """A report, recognised. ``rest`` is all text that became none of the others, in the order of the report."""

    points: tuple[Point, ...] = ()
    prose: tuple[tuple[SectionKind, tuple[Passage, ...]], ...] = ()
    letters: tuple[Passage, ...] = ()
    rest: tuple[Passage, ...] = ()

    def of(self, kind: SectionKind) -> tuple[Point, ...]:
        """The points that stand below one heading of a review."""
        return tuple(point for point in self.points if point.kind == kind)


def recognised(report: ReportText) -> Recognised:
    """What a report holds. Nothing of its text is dropped but headings, labels, contents lists and footnotes."""
    parts = parts_of(block for block in settled(report.blocks) if block.kind is not Kind.NOTE)
    points, left = found_points(parts)
    prose: dict[SectionKind, list[Passage]] = {}
    letters, rest = [], []
    for part, blocks in zip(parts, left, strict=True):
        if part.kind is LETTER and part.own:
            letters.append(Passage(letter_to(part), 1, part.page, tuple(blocks)))
        elif part.kind is LETTER and letters:
            last = letters.pop()
            letters.append(Passage(last.heading, 1, last.page, (*last.blocks, *_with_heading(part, blocks))))
        elif part.kind.name in PROSE:
            prose.setdefault(part.kind, []).append(_passage(part, blocks))
        else:
            rest.append(_passage(part, blocks))
    kept = [(kind, tuple(passages)) for kind, passages in prose.items() if any(p.blocks for p in passages)]
    return Recognised(merged(points), tuple(kept), tuple(letters), tuple(rest))


def _passage(part: Part, blocks: Sequence[Block]) -> Passage:
    return Passage(part.heading, part.level, part.page, tuple(blocks))


def _with_heading(part: Part, blocks: Sequence[Block]) -> tuple[Block, ...]:
    heading = (Block(Kind.PARAGRAPH, part.heading, page=part.page),) if part.heading else ()
    return (*heading, *blocks)
