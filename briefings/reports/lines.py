"""The lines of a PDF's pages -> blocks: what runs along every page is left out, and lines are joined to paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from briefings.reports.blocks import Block, Kind, one_line
from briefings.reports.labels import label_of

MARGIN = 0.12
"""The share of a page's height, at its top and at its foot, in which headers and footers stand."""
MARGIN_LINES = 3
"""Lines at the top and at the foot of a page that may be its header or footer."""
LARGER, SMALLER = 1.08, 0.88
"""Type of a heading, and of a footnote, against that of the text."""
LONGEST_HEADING = 160
MOST_TITLES = 3
"""Lines of the largest type on the first page that may be a title; more are headings."""
LOOSE = 1.35
"""How far apart lines of two paragraphs are, against lines of one."""
PAGE_NUMBER = re.compile(r"(?:page\s*)?[-–|]?\s*\d{1,3}\s*[-–|]?(?:\s*(?:of|/)\s*\d{1,3})?", re.IGNORECASE)
STARTS = re.compile(
    r"(?:[•◦▪●‣∙·○■□➢➤✓\uf0b7\uf0a7\uf0fc]|\d{1,3}(?:\.\d{1,3})*[.)]?\s|\d{1,2}(?:\.\d{1,3})+\s|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s|[–-]\s)"
)
ENDS = re.compile(r"[.!?:;]['\"’”)\]]*\d*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page, or (with ``cells``) the row of a table. Sizes and places are in points, from the top left."""

    text: str
    size: float
    bold: bool
    left: float
    top: float
    bottom: float
    page: int
    height: float = 842
    cells: tuple[tuple[str, ...], ...] = ()
    first: bool = False


def blocks_of(pages: Sequence[Sequence[Line]]) -> tuple[Block, ...]:
    """The blocks of a report's pages, each a list of lines in the order of reading."""
    body = _body_size(line for lines in pages for line in lines)
    running = _running(pages)
    kept = [line for lines in pages for line in _inside(lines, running)]
    groups = list(_groups(_whole_rows(kept), body))
    sizes = _heading_sizes(groups, body)
    return tuple(_block(group, body, sizes) for group in groups)


def _body_size(lines: Iterable[Line]) -> float:
    """The size that most letters have."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[round(line.size, 1)] += len(line.text)
    return letters.most_common(1)[0][0] if letters else 10.0


def _plain(text: str) -> str:
    return re.sub(r"\d+", "#", text.lower()).strip()


def _edges(lines: Sequence[Line]) -> list[Line]:
    """The lines at the top and the foot of a page."""
    by_height = sorted((line for line in lines if _is_marginal(line)), key=lambda line: line.top)
    return [*by_height[:MARGIN_LINES], *by_height[MARGIN_LINES:][-MARGIN_LINES:]]


def _is_marginal(line: Line) -> bool:
    """Whether a line stands so near the edge of its page that it may be a header or a footer, and is no label."""
    near = line.top < MARGIN * line.height or line.bottom > (1 - MARGIN) * line.height
    return near and not line.cells and not label_of(line.text)


def _running(pages: Sequence[Sequence[Line]]) -> set[str]:
    """What stands at the edge of half of the pages, and of two at least: headers and footers."""
    seen = Counter(text for lines in pages for text in {_plain(line.text) for line in _edges(lines)})
    return {text for text, count in seen.items() if count >= max(2, len(pages) / 2) and len(text) < 150}


def _inside(lines: Sequence[Line], running: set[str]) -> Iterator[Line]:
    """The lines of a page without its header, footer and number."""
    edges = set(map(id, _edges(lines)))
    tops = [line.top for line in lines]
    for line in lines:
        if id(line) in edges and not line.cells:
            outermost = line.top in (min(tops), max(tops))
            if _plain(line.text) in running or (outermost and PAGE_NUMBER.fullmatch(line.text.strip())):
                continue
        yield line


def _whole_rows(lines: Iterable[Line]) -> list[Line]:
    """Lines in which a table that two pages share is one, and a row that they share too.

    Of such a row one half has nothing in its first cell.
    """
    whole: list[Line] = []
    for line in lines:
        above = whole[-1] if whole else line
        shared = above.cells and above.page == line.page - 1 and len(above.cells) == len(line.cells)
        if shared and line.first and not (line.cells[0] and above.cells[0]):
            cells = tuple(_run_on(one, other) for one, other in zip(above.cells, line.cells, strict=True))
            whole[-1] = replace(above, cells=cells)
        elif shared and line.first:
            whole.append(replace(line, first=False))
        else:
            whole.append(line)
    return whole


def _run_on(above: tuple[str, ...], below: tuple[str, ...]) -> tuple[str, ...]:
    """The lines of two halves of a cell; a sentence that the page broke is whole again."""
    if above and below and not ENDS.search(above[-1]) and not STARTS.match(below[0]) and not label_of(below[0]):
        return (*above[:-1], f"{above[-1]} {below[0]}", *below[1:])
    return (*above, *below)


def _groups(lines: Sequence[Line], body: float) -> Iterator[list[Line]]:
    """Lines that belong together: a paragraph, a heading, an item, a footnote, or one row of a table."""
    pairs = ((line, after) for line, after in pairwise(lines) if line.page == after.page)
    gaps = [after.top - line.top for line, after in pairs if 0 < after.top - line.top < 4 * body]
    leading = median(gaps) if gaps else 1.3 * body
    group: list[Line] = []
    for line in lines:
        if group and not _goes_on(group, line, body, leading):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _goes_on(group: Sequence[Line], line: Line, body: float, leading: float) -> bool:
    """Whether a line goes on where the last one stopped."""
    last = group[-1]
    if last.cells or line.cells or _look(last, body) != _look(line, body) or label_of(line.text):
        return False
    ended, starts = bool(ENDS.search(last.text)), bool(STARTS.match(line.text))
    if last.page != line.page or line.top < last.top - 1:  # the next page, or the next column
        return not (ended or starts or _is_short_heading(group)) and _look(line, body) == "text"
    if line.top - last.top > LOOSE * leading * max(1.0, last.size / body):
        return False
    beside = bool(STARTS.match(group[0].text)) and line.left <= group[0].left + 1
    return not (starts and (ended or beside or line.left < last.left - 3))


def _is_short_heading(group: Sequence[Line]) -> bool:
    return group[0].bold and len(group) == 1


def _look(line: Line, body: float) -> str:
    if line.size < SMALLER * body and line.top > line.height / 2:
        return "note"
    if line.size > LARGER * body:
        return f"heading {line.size:.0f}"
    return "bold" if line.bold else "text"


def _is_heading(group: Sequence[Line], body: float) -> bool:
    text = " ".join(line.text for line in group)
    look = _look(group[0], body)
    if group[0].cells or look in ("note", "text") or len(text) > LONGEST_HEADING:
        return False
    return look != "bold" or not text.endswith((".", ",", ";", ":"))


def _heading_sizes(groups: Iterable[Sequence[Line]], body: float) -> list[float]:
    """The sizes of headings, the largest first: that of the title, which stands on the first page alone, or a 0."""
    headings = [group[0] for group in groups if _is_heading(group, body) and group[0].size > LARGER * body]
    sizes = sorted({float(round(line.size)) for line in headings}, reverse=True)
    largest = [line.page for line in headings if sizes and round(line.size) == sizes[0]]
    is_title = bool(largest) and len(largest) <= MOST_TITLES and max(largest) == 1
    return sizes if is_title else [0.0, *sizes]


def _block(group: Sequence[Line], body: float, sizes: Sequence[float]) -> Block:
    first = group[0]
    if first.cells:
        return Block(Kind.ROW, level=int(first.first), page=first.page, cells=first.cells)
    text = _joined(group)
    if _is_heading(group, body):
        return Block(Kind.HEADING, text, _level(first, body, sizes), page=first.page)
    kind = Kind.NOTE if _look(first, body) == "note" else Kind.PARAGRAPH
    return Block(kind, text, page=first.page)


def _level(line: Line, body: float, sizes: Sequence[float]) -> int:
    """A heading's level by its size; ``sizes`` starts with that of the title, or with 0 where there is none."""
    if line.size <= LARGER * body:
        return max(2, min(5, len(sizes)))
    return min(sizes.index(round(line.size)), 5)


def _joined(group: Sequence[Line]) -> str:
    """Lines as one text; a word that was divided at the end of a line is whole again."""
    text = group[0].text
    for line in group[1:]:
        divided = re.search(r"[^\W\d_]\u00ad$", text)
        text = text[:-1] + line.text if divided else f"{text} {line.text}"
    return one_line(text)
