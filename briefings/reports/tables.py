"""Tables of a report -> the points in them: tables of learning, of recommendations, action plans, and boxes of text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from briefings.reports.blocks import BULLET, Block, Kind
from briefings.reports.labels import label_of
from briefings.sections import SectionKind

COLUMNS = (
    ("both", r"learning (?:points? )?(?:&|and|/) recommendations?"),
    (
        "recommendations",
        r"(?:the |key |agreed |review )*recommendations?(?: \d+| no\.?)?(?: of the review)?|suggested improvements?",
    ),
    (
        "learning",
        r"(?:the |key |main )*(?:learning(?: points?| identified| from the review)?|lessons?(?: learn(?:ed|t))?)",
    ),
    ("action", r"(?:the |agreed |key |proposed )*actions?(?: required| needed| to be taken| agreed| points?)?"),
    ("number", r"(?:no|ref|#|number|reference|item)\.?"),
)
ITEM = re.compile(rf"(?:{BULLET}|\(?(?:\d{{1,2}}|[a-z])[.)])\s+")


@dataclass(frozen=True, slots=True)
class TablePoint:
    """A point of a table. ``kind`` is ``learning``, ``recommendations``, or empty for that of its section."""

    kind: str
    text: str
    page: int
    details: tuple[str, ...] = ()
    from_plan: bool = False
    paragraph: str = ""


def points_of_tables(blocks: Iterable[Block], kind: SectionKind) -> Iterator[TablePoint]:
    """The points of every table among the blocks of a part of this kind."""
    columns: Mapping[str, int] = {}
    width = 0
    for table in _tables(blocks):
        header = _columns(table[0])
        if header:
            columns, width = header, len(table[0].cells)
        elif len(table[0].cells) != width:
            columns = {}
        rows = table[1:] if header else table
        for row in rows:
            if _columns(row) == columns and columns:  # the header again, on the next page
                continue
            yield from _of_row(row, columns, kind)


def _tables(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    table: list[Block] = []
    for block in blocks:
        if table and (block.kind is not Kind.ROW or block.level):
            yield table
            table = []
        if block.kind is Kind.ROW:
            table.append(block)
    if table:
        yield table


def _columns(row: Block) -> dict[str, int]:
    """Which column holds what, by the words of a header; empty where this is no header that we know."""
    found: dict[str, int] = {}
    for index, cell in enumerate(row.cells):
        words = " ".join(cell).lower().strip(" :")
        name = next((name for name, pattern in COLUMNS if re.fullmatch(pattern, words)), "")
        if name:
            found.setdefault(name, index)
    return found if found.keys() - {"number"} and len(row.cells) > 1 else {}


def _of_row(row: Block, columns: Mapping[str, int], kind: SectionKind) -> Iterator[TablePoint]:
    """The points of one row: by its columns, or by the labels in it."""
    taken = [name for name in ("both", "learning", "recommendations") if name in columns]
    if not taken and "action" in columns:
        yield from _whole(_cell(row, columns["action"]), "recommendations", row.page, from_plan=True)
        return
    for name in taken:
        yield from _flow(_cell(row, columns[name]), "learning" if name == "both" else name, row.page)
    if not taken:
        yield from _labelled(row, kind)


def _cell(row: Block, index: int) -> tuple[str, ...]:
    return row.cells[index] if index < len(row.cells) else ()


def _whole(lines: Sequence[str], kind: str, page: int, *, from_plan: bool = False) -> Iterator[TablePoint]:
    """A cell that is one point, with the items in it as its details."""
    texts = [line for line in lines if not line.startswith(BULLET)]
    items = tuple(ITEM.sub("", line) for line in lines if line.startswith(BULLET))
    text = " ".join(texts)
    if text:
        yield TablePoint(kind, _unlabelled(text), page, items, from_plan)
    else:
        yield from (TablePoint(kind, item, page, (), from_plan) for item in items)


def _unlabelled(text: str) -> str:
    label = label_of(text)
    text = label.text if label and label.text else text
    return ITEM.sub("", text, count=1) if re.match(r"\(?\d{1,2}[.)]\s", text) else text


def _flow(lines: Sequence[str], kind: str, page: int) -> Iterator[TablePoint]:
    """A cell in which each item is a point, under labels that may change what it is."""
    walk = _Cell(kind, page)
    for line in lines:
        walk.step(line)
    yield from walk.points()


@dataclass
class _Cell:
    kind: str
    page: int
    found: list[tuple[str, str, bool]] = field(default_factory=list)

    def step(self, line: str) -> None:
        label = label_of(ITEM.sub("", line)) if not line.startswith(BULLET) or line.endswith(":") else None
        if label and not label.text:
            self.kind = label.kind.name
        elif label:
            self.found.append((label.kind.name, label.text, True))
        elif ITEM.match(line):
            self.found.append((self.kind, ITEM.sub("", line, count=1), True))
        else:
            self.found.append((self.kind, line, False))

    def points(self) -> Iterator[TablePoint]:
        """Items are points; of a cell without items, each paragraph is."""
        has_items = {kind for kind, _, is_item in self.found if is_item}
        for kind, text, is_item in self.found:
            if is_item or (kind not in has_items and len(text.split()) > 3):
                yield TablePoint(kind, text, self.page)


def _labelled(row: Block, kind: SectionKind) -> Iterator[TablePoint]:
    """A box, or a row whose first cell is a label: ``Learning point 3 | …``."""
    lines = [line for cell in row.cells for line in cell]
    first = label_of(lines[0]) if lines else None
    if first and not first.text and not first.many and len(row.cells) > 1:
        yield from _whole([line for cell in row.cells[1:2] for line in cell], first.kind.name, row.page)
        return
    expected = ""
    for index, line in enumerate(lines):
        label = label_of(ITEM.sub("", line, count=1))
        if label and label.text:
            expected = ""
            yield TablePoint(label.kind.name, label.text, row.page, _details(label.text, lines[index + 1 :]))
        elif label:
            expected = label.kind.name
        elif expected:
            yield TablePoint(expected, ITEM.sub("", line, count=1), row.page)
            expected = expected if line.startswith(BULLET) or kind.name == expected else ""


def _details(text: str, after: Sequence[str]) -> tuple[str, ...]:
    """The items right after a point that ends in a colon."""
    if not text.endswith(":"):
        return ()
    stop = next((index for index, line in enumerate(after) if not ITEM.match(line)), len(after))
    return tuple(ITEM.sub("", line, count=1) for line in after[:stop])
