"""Numbers -> pictures: bars and grids as SVG, each with its numbers on the marks and again in a table.

Nothing is scaled, so text is as large on a phone as elsewhere: there is no `viewBox`, distances across are in per cent
of the room there is, and distances down are in `em`, so that a reader's larger text makes a larger picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import escape
from textwrap import wrap

SHADES = 5
LONGEST_LINE = 36
"""Characters of a label in one line: what the smallest phone has room for."""
LONGEST_BESIDE = 15
"""Characters of a label that may stand beside its bar; where one is longer, all stand above theirs."""
CHARACTER, SPACE, ROOM_FOR_NUMBER = 2.6, 4.0, 16.0
"""Per cent of the width for a character beside a bar, for the space after it, for the number behind the longest bar."""
LINE, BAR, CELL, GAP = 1.4, 1.2, 1.8, 0.9
"""Heights in em: a line of text, a bar, a cell, the room between two rows."""
CENTRED, APART = ' text-anchor="middle"', ' dx="0.4em"'


@dataclass(frozen=True, slots=True)
class Words:
    """What is said of a picture: ``title`` and ``about`` to those who cannot see it, ``note`` to everybody, below it.

    Every id in it begins with ``id``.
    """

    id: str
    title: str
    about: str
    note: str


@dataclass(frozen=True, slots=True)
class Bars:
    """A bar for each label. ``heads`` name the two columns of its table."""

    words: Words
    heads: tuple[str, str]
    rows: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a grid: ``short`` stands over its cells in the picture, ``name`` in the table."""

    name: str
    short: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A row of cells for each label, darker for more. ``corner`` says what the labels are."""

    words: Words
    corner: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]


def bar_chart(bars: Bars) -> str:
    """The picture as a block of HTML, then its numbers as another."""
    drawing = _Drawing()
    most = max((count for _, count in bars.rows), default=0)
    longest = max((len(label) for label, _ in bars.rows), default=0)
    for label, count in bars.rows:
        if longest > LONGEST_BESIDE:
            drawing.label(label)
            _bar(drawing, count, most, 0)
            drawing.top += BAR + GAP
        else:
            drawing.text(label, 0, 0.95, "lb-quiet")
            _bar(drawing, count, most, longest * CHARACTER + SPACE)
            drawing.top += BAR + GAP / 2
    about = f"{bars.words.about} {'; '.join(f'{label}: {count}' for label, count in bars.rows)}."
    rows = [(label, (count,)) for label, count in bars.rows]
    return f"{_figure(bars.words, about, drawing)}\n\n{_table(bars.words, bars.heads, rows)}"


def grid_chart(grid: Grid) -> str:
    """The picture as a block of HTML, then its numbers as another."""
    drawing = _Drawing()
    places = _places(grid.columns)
    narrowest = min((width for _, width in places), default=0.0)
    most = max((count for _, counts in grid.rows for count in counts), default=0)
    for column, (left, width) in zip(grid.columns, places, strict=True):
        drawing.text(column.short, left + width / 2, 1, "lb-head", CENTRED)
    drawing.top += LINE + GAP / 3
    for label, counts in grid.rows:
        drawing.label(label)
        for count, (left, width) in zip(counts, places, strict=True):
            _cell(drawing, count, most, left + (width - narrowest) / 2, narrowest)
        drawing.top += CELL + GAP
    about = f"{grid.words.about} The numbers are in the table below."
    heads = (grid.corner, *(column.name for column in grid.columns))
    return f"{_figure(grid.words, about, drawing)}\n\n{_table(grid.words, heads, grid.rows)}"


def shade(count: int, most: int) -> int:
    """How dark a cell is, from 1 to 5: its count while all counts are small, else its part of the largest."""
    return count if most <= SHADES else -(-SHADES * count // most)


@dataclass
class _Drawing:
    """Marks from top to bottom. ``top`` is where the next one goes, in em."""

    marks: list[str] = field(default_factory=list)
    top: float = 0

    def text(self, text: str, x: float, down: float, name: str, more: str = "") -> None:
        place = f'x="{_short(x)}%" y="{_short(self.top + down)}em"'
        self.marks.append(f'<text class="{name}" {place}{more}>{_plain(text)}</text>')

    def rect(self, left: float, width: float, height: float, name: str) -> None:
        place = f'x="{_short(left)}%" y="{_short(self.top)}em" width="{_short(width)}%" height="{_short(height)}em"'
        self.marks.append(f'<rect class="{name}" {place} fill-opacity="0.25"/>')

    def label(self, text: str) -> None:
        """A label in as many lines as it needs."""
        for part in wrap(text, LONGEST_LINE):
            self.text(part, 0, 1, "lb-label")
            self.top += LINE


def _bar(drawing: _Drawing, count: int, most: int, left: float) -> None:
    """A bar as long as its part of the most, and its number behind it."""
    if count:
        width = (100 - left - ROOM_FOR_NUMBER) * count / most
        drawing.rect(left, width, BAR, "lb-bar")
        drawing.text(str(count), left + width, 0.95, "lb-number", APART)
    else:
        drawing.text("0", left, 0.95, "lb-quiet")


def _places(columns: Sequence[Column]) -> list[tuple[float, float]]:
    """Where each column begins and how wide it is, in per cent: more for a longer name, so that all fit on a phone."""
    weights = [len(column.short) + 2 for column in columns]
    total = sum(weights)
    return [(100 * sum(weights[:number]) / total, 100 * weight / total) for number, weight in enumerate(weights)]


def _cell(drawing: _Drawing, count: int, most: int, left: float, width: float) -> None:
    """A cell with its number, or a dot where there is none."""
    if count:
        drawing.rect(left + 0.3, width - 0.6, CELL, f"lb-shade-{shade(count, most)}")
    drawing.text(str(count or "·"), left + width / 2, 1.25, "lb-number" if count else "lb-quiet", CENTRED)


def _short(number: float) -> str:
    """A number for an attribute: two decimals at most."""
    return f"{number:.2f}".rstrip("0").rstrip(".")


def _plain(text: str) -> str:
    """Text for HTML, in one line: Markdown lets a block through as it is while no line of it is empty."""
    return escape(" ".join(text.split()))


def _figure(words: Words, about: str, drawing: _Drawing) -> str:
    title, described = f"{words.id}-title", f"{words.id}-about"
    size = f'width="100%" height="{_short(drawing.top)}em"'
    lines = (
        '<figure class="lb-chart">',
        f'<svg role="img" aria-labelledby="{title} {described}" {size} fill="currentColor">',
        f'<title id="{title}">{_plain(words.title)}</title>',
        f'<desc id="{described}">{_plain(about)}</desc>',
        *drawing.marks,
        "</svg>",
        f"<figcaption>{_plain(words.note)}</figcaption>",
        "</figure>",
    )
    return "\n".join(lines)


def _table(words: Words, heads: Sequence[str], rows: Iterable[tuple[str, Sequence[int]]]) -> str:
    names = "".join(f'<th scope="col">{_plain(head)}</th>' for head in heads)
    cells = ((label, "".join(f"<td>{count}</td>" for count in counts)) for label, counts in rows)
    lines = (
        '<details class="lb-numbers">',
        "<summary>The numbers as a table</summary>",
        f"<table>\n<caption>{_plain(words.title)}</caption>",
        f"<thead><tr>{names}</tr></thead>\n<tbody>",
        *(f'<tr><th scope="row">{_plain(label)}</th>{row}</tr>' for label, row in cells),
        "</tbody>\n</table>",
        "</details>",
    )
    return "\n".join(lines)
