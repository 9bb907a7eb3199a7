"""The blocks of one part -> the learning points and recommendations in it, each with its place, and what is left."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from briefings.reports.blocks import Block, Kind
from briefings.reports.labels import LEARNING, RECOMMENDATIONS, Label, label_of
from briefings.reports.modes import introduces, is_heading_like, mode_of
from briefings.reports.parts import Part
from briefings.reports.tables import points_of_tables
from briefings.sections import SectionKind


@dataclass(frozen=True, slots=True)
class Point:
    """A learning point, recommendation or other record, in the report's words, and where it stands.

    ``details`` are the items of a list inside it. ``paragraph`` may be empty, and ``page`` 0. ``part`` counts the parts
    of its report; ``listed`` says that it stands under a heading that collects such points, and may repeat one.
    """

    kind: SectionKind
    text: str
    paragraph: str = ""
    page: int = 0
    details: tuple[str, ...] = ()
    part: int = 0
    from_plan: bool = False
    listed: bool = False


@dataclass
class PointFinder:
    """Goes through the parts of a report in order. ``paragraph`` is the number of the last one that was passed."""

    paragraph: str = ""

    def find(self, number: int, part: Part) -> tuple[list[Point], list[Block]]:
        """The points of a part, the ``number``th of its report, and the blocks that are none."""
        if part.level < 3:
            self.paragraph = ""
        walk = _Walk(self, number, part)
        for index, block in enumerate(part.blocks):
            self.paragraph = block.number if block.kind is Kind.PARAGRAPH and block.number else self.paragraph
            walk.step(block, part.blocks[index + 1] if index + 1 < len(part.blocks) else None)
        return walk.points, walk.rest


@dataclass
class _Walk:
    """One part, block by block. ``expected`` is a label whose point has not come yet."""

    finder: PointFinder
    number: int
    part: Part
    points: list[Point] = field(default_factory=list)
    rest: list[Block] = field(default_factory=list)
    expected: Label | None = None
    is_open: bool = False
    listing: int | None = None

    def __post_init__(self) -> None:
        """See how the points of this part are written."""
        self.mode = mode_of(self.part)

    def step(self, block: Block, after: Block | None) -> None:
        """Take one block: as a point, as part of the last one, or as text that is left."""
        if block.kind is Kind.ROW:
            self.row(block)
        elif (label := label_of(block.text)) and block.is_text:
            self.labelled(block, label)
        elif self.expected:
            self.awaited(block, self.expected, after)
        elif block.kind is Kind.ITEM and (self.is_open or (self.listing is not None and block.level > self.listing)):
            self.add_detail(block)
        elif self.is_point(block):
            self.listing = block.level if block.kind is Kind.ITEM else None
            self.add(block, self.part.kind, block.text)
        elif not (self.mode and introduces(block)):
            self.leave(block)

    def leave(self, block: Block) -> None:
        """Keep a block where it is; a list that it interrupts is over."""
        self.is_open, self.listing, self.expected = False, None, None
        self.rest.append(block)

    def row(self, block: Block) -> None:
        """The row of a table: its points are found with those of the whole table, and the row stays."""
        if self.rest and self.rest[-1].kind is Kind.ROW and not block.level:
            self.rest.append(block)
            return
        self.leave(block)

    def labelled(self, block: Block, label: Label) -> None:
        self.listing = None
        if label.text:
            self.expected = None
            self.add(block, self.kind_for(label), label.text, label)
        else:
            self.expected, self.is_open = label, False

    def awaited(self, block: Block, label: Label, after: Block | None) -> None:
        """What follows a label that stands alone: one point, or a list of them."""
        many = label.many or (block.kind is Kind.ITEM and not label.count)
        if block.kind is Kind.PARAGRAPH and block.number and label.many:
            self.leave(block)
            return
        if many and block.kind is Kind.ITEM and self.listing is not None and block.level > self.listing:
            self.add_detail(block)
            return
        self.listing = block.level if block.kind is Kind.ITEM else None
        self.add(block, self.kind_for(label), block.text, label)
        goes_on = many and after is not None and after.kind is block.kind
        self.expected = label if goes_on and not self.is_open else None

    def kind_for(self, label: Label) -> SectionKind:
        """Learning below a heading for managers is for managers."""
        return self.part.kind if label.kind.name == self.part.kind.name else label.kind

    def add(self, block: Block, kind: SectionKind, text: str, label: Label | None = None) -> None:
        self.is_open = text.rstrip().endswith(":")
        place = _place(block, label, self.finder.paragraph)
        listed = kind == self.part.kind
        self.points.append(Point(kind, text, place, block.page, part=self.number, listed=listed))

    def add_detail(self, block: Block) -> None:
        last = self.points[-1]
        self.points[-1] = replace(last, details=(*last.details, block.text))

    def is_point(self, block: Block) -> bool:
        """Whether a block without a label is a point, by the heading above it and by how its fellows are written."""
        if self.mode == "items":
            if block.kind is Kind.ITEM:
                return self.listing is not None or not self.points or self.rest == [] or not self.rest[-1].number
            return False
        return self.mode == "paragraphs" and not introduces(block) and not is_heading_like(block)


def _place(block: Block, label: Label | None, paragraph: str) -> str:
    """The paragraph of a point, with the letter that the point has: ``65 (c)``."""
    letter = label.letter if label else ""
    if block.kind is Kind.ITEM and (found := re.fullmatch(r"\(?([a-z])\)?", block.number)):
        letter = f"({found.group(1)})"
    return f"{paragraph} {letter}".strip() if paragraph else ""


def found_points(parts: Sequence[Part]) -> tuple[list[Point], list[list[Block]]]:
    """Every point of a report in order, and for each part the blocks that are none."""
    finder = PointFinder()
    points: list[Point] = []
    rest = []
    for number, part in enumerate(parts):
        if part.kind.name == "letter":
            rest.append(list(part.blocks))
            continue
        found, left = finder.find(number, part)
        points += found
        points += _of_tables(number, part, finder.paragraph)
        rest.append(left)
    return points, rest


def _of_tables(number: int, part: Part, paragraph: str) -> Iterator[Point]:
    for row in points_of_tables(part.blocks, part.kind):
        kind = {"learning": LEARNING, "recommendations": RECOMMENDATIONS}.get(row.kind, part.kind)
        if row.kind == part.kind.name:
            kind = part.kind
        place = row.paragraph or ("" if row.page else paragraph)
        yield Point(kind, row.text, place, row.page, row.details, number, row.from_plan, listed=True)
