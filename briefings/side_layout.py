"""Parts of a review in one size of type -> how high its printed side would be.

The side has a head, the one thing across the page, two columns and a foot, at the distances of
`overrides/assets/stylesheets/print-briefing.css`: change the two together (a test compares what is printed with what is
worked out here). Distances are in em of the text, but for the page and what is drawn on it, which are in points.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from briefings.printed_parts import QUESTIONS, STRENGTHS, Blocks, Part, PrintedParts
from briefings.typesetting import Words, measured

MILLIMETRE = 72 / 25.4
WIDTH, HEIGHT, BETWEEN = 188 * MILLIMETRE, 279 * MILLIMETRE, 7 * MILLIMETRE
"""A4 without its margins, and the room between the two columns."""
FOOT, CODE = 20 * MILLIMETRE, 23 * MILLIMETRE
"""The least height of the foot; the width of the QR code with the room beside it."""
FRAME_ACROSS, FRAME_DOWN, RULE = 7, 2, 0.5
"""The lines of the frame around a one thing, from side to side and from top to bottom; the line over a section."""
TITLE, LEAD, ONE, HEADING = (2.2, 1.06), (1.05, 1.3), (1.4, 1.2), (1.2, 1.2)
"""Size, and height of a line as a part of it."""
GAP, AFTER = 0.3, 0.5
"""Between two blocks of a section; below a section."""
NESTED, POINTS, INDENTS = 1.2, 1.5, {STRENGTHS: 1.2, QUESTIONS: 0.9, "happened": 0.0}
"""How far a list in a record, numbered points, and the items of other sections stand in."""


@dataclass(frozen=True, slots=True)
class Type:
    """A size of type in points, with the height of its lines in em."""

    size: float
    line: float


class _Piece(NamedTuple):
    """What is never broken between the columns, with the room ``before`` it; a heading ``leads`` to what follows."""

    before: float
    height: float
    leads: bool = False


@dataclass(frozen=True)
class SideLayout:
    """The side of one review in one size of type."""

    parts: PrintedParts
    type: Type

    def height(self, kept: Mapping[str, int], story: bool) -> float:
        """How high the side is in points, with as many items of each part as are kept, and the story or not."""
        ems = self._head + self._ones(kept) + self._columns(kept, story)
        return ems * self.type.size + self._foot(kept)

    @cached_property
    def _head(self) -> float:
        parts, help = self.parts, self.parts.help
        kicker = self._lines(parts.kicker, self._width) + 0.1
        title = self._lines(parts.title, self._width, TITLE)
        lead = 0.3 + self._lines(parts.lead, self._width, LEAD)
        helped = 0.3 + self._points(RULE) + self._lines(help, self._width) + AFTER if help.pieces else 0.0
        return kicker + title + lead + 0.8 + helped

    def _ones(self, kept: Mapping[str, int]) -> float:
        return sum(self._one(checks, text, kept[checks.id]) for checks, text in self.parts.ones)

    def _one(self, checks: Part, text: Blocks, kept: int) -> float:
        """A one thing in its frame: a heading, the sentence, and its checks side by side."""
        inside = self._width - self._points(FRAME_ACROSS) - 2.4
        heading = self._lines(checks.heading, inside, (1, 1.3)) + 0.1
        height = self._points(FRAME_DOWN) + 1.4 + heading + self._blocks(text, inside, ONE, 0.28) + 0.6
        pieces = [_Piece(0.2, self._blocks(check, inside / 2 - 2.5)) for check in checks.items[:kept]]
        return height + (0.4 + _balanced(pieces) if pieces else 0)

    def _columns(self, kept: Mapping[str, int], story: bool) -> float:
        sections = [(part, kept[part.id]) for part in self.parts.sections]
        told = self.parts.happened
        sections += [(told, len(told.items))] if story else []
        pieces = [piece for part, count in sections if count for piece in self._pieces[part.id][: count + 1]]
        return _balanced(pieces)

    @cached_property
    def _pieces(self) -> Mapping[str, list[_Piece]]:
        """Of each section its heading, then its items."""
        return {part.id: list(self._section(part)) for part in (*self.parts.sections, self.parts.happened)}

    def _section(self, part: Part) -> Iterator[_Piece]:
        room = (self._width - self._points(BETWEEN)) / 2
        yield _Piece(AFTER, 0.6 + self._points(RULE) + self._lines(part.heading, room, HEADING), leads=True)
        inside = room - INDENTS.get(part.id, POINTS)
        for number, item in enumerate(part.items):
            yield _Piece(GAP if number else 0.0, self._blocks(item, inside))

    def _foot(self, kept: Mapping[str, int]) -> float:
        """The height of the foot, and the room above it, in points: it holds a picture that does not grow."""
        room = self._width - self._points(CODE)
        lines = sum(self._lines(measured(text, face), room) + 0.2 for text, face in self.parts.foot(kept))
        return max(FOOT, (lines + 0.4) * self.type.size + RULE) + 0.6 * self.type.size

    def _blocks(self, blocks: Blocks, room: float, type: tuple[float, float] = (1, 0), gap: float = GAP) -> float:
        lines = (self._lines(block.words, room - NESTED * block.depth, type) for block in blocks)
        return sum(lines) + gap * (len(blocks) - 1)

    def _lines(self, words: Words, room: float, type: tuple[float, float] = (1, 0)) -> float:
        size, line = type
        return words.lines(room / size) * size * (line or self.type.line)

    @property
    def _width(self) -> float:
        return self._points(WIDTH)

    def _points(self, points: float) -> float:
        """Points in em."""
        return points / self.type.size


def _balanced(pieces: Sequence[_Piece]) -> float:
    """The height of two columns that hold these pieces in order, broken where they come out lowest.

    Chromium drops the room before the first piece of the second column, WeasyPrint does not: it is counted.
    """
    if not pieces:
        return 0.0
    ends = list(accumulate((piece.before + piece.height for piece in pieces), initial=-pieces[0].before))
    breaks = (end for end, piece in zip(ends[1:], pieces, strict=True) if not piece.leads)
    return min(max(end, ends[-1] - end) for end in breaks)
