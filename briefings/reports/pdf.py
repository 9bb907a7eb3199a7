"""A PDF -> blocks. Its pages are measured before they are read, so that none can fill the memory."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pdfplumber
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from briefings.reports.blocks import BULLET, Kind, ReportText
from briefings.reports.columns import in_reading_order, rows_of
from briefings.reports.labels import label_of
from briefings.reports.lines import STARTS, Line, blocks_of
from briefings.reports.refusals import LARGEST_PAGE, LEAST_LETTERS, MOST_PAGES, NotImportedError

BROKEN = (
    "this PDF is broken; open it, print it to a new PDF, and import that, or import the Word file that it was made from"
)
LOCKED = "this PDF has a password; save it without one, or import the Word file that it was made from"
TOO_LONG = f"this PDF has more than {MOST_PAGES} pages; save the report without its appendices, and import that"
TOO_FULL = "a page of this PDF is too large to read; import the Word file that it was made from"
SCANNED = (
    "this PDF is a scan: pictures of pages, without text; "
    "import the Word file that it was made from, or run text recognition (OCR) first"
)
BOLD = ("bold", "black", "heavy", "semi")
BULLETS = "•◦▪●‣∙·○■□➢➤✓\uf0b7\uf0a7\uf0fc"
SUPERSCRIPT = 0.8
TOUCHING = 2
"""Points between two lines that are one."""

Word = Mapping[str, Any]


def read_pdf(path: Path) -> ReportText:
    """Read a PDF; raises :class:`NotImportedError` where that cannot be done."""
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    _measure(path)
    try:
        with pdfplumber.open(path, password="") as document:
            pages = [_lines(page) for page in document.pages]
    except Exception as error:
        raise NotImportedError(BROKEN) from error
    letters = sum(len(line.text) + sum(map(len, line.cells)) for lines in pages for line in lines)
    if letters < LEAST_LETTERS * len(pages):
        raise NotImportedError(SCANNED)
    blocks = blocks_of(pages)
    return ReportText(blocks, len(pages), sum(block.kind is Kind.NOTE for block in blocks))


def _measure(path: Path) -> None:
    """Refuse a PDF with a password, with too many pages, or with a page that unpacks to too much."""
    try:
        reader = PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            raise NotImportedError(LOCKED)
        if len(reader.pages) > MOST_PAGES:
            raise NotImportedError(TOO_LONG)
        for page in reader.pages:
            contents = page.get_contents()
            if contents is not None and len(contents.get_data()) > LARGEST_PAGE:
                raise NotImportedError(TOO_FULL)
    except NotImportedError:
        raise
    except PyPdfError as error:
        raise NotImportedError(TOO_FULL if "Limit" in type(error).__name__ else BROKEN) from error
    except Exception as error:
        raise NotImportedError(BROKEN) from error


def _lines(page: Any) -> list[Line]:
    """The lines of a page in the order of reading, the rows of its tables where they stand."""
    tables = _tables(page)
    words = [word for word in _words(page) if not any(_is_in(word, table.bbox) for table in tables)]
    lines = [_line(row, page) for row in in_reading_order(rows_of(words), page.width)]
    for table in tables:
        rows = list(_rows(table, page))
        place = next((index for index, line in enumerate(lines) if line.top > table.bbox[1]), len(lines))
        lines[place:place] = rows
    return lines


def _tables(page: Any) -> list[Any]:
    """The tables of a page. One that goes on from another page may lack its uppermost line, or the lowest."""
    ends = [end for top, bottom in _upright(page.edges) for end in (top, bottom)]
    settings = {"explicit_horizontal_lines": ends} if ends else {}
    return [table for table in page.find_tables(settings) if _is_table(table)]


def _upright(edges: Sequence[Word]) -> Iterator[tuple[float, float]]:
    """From where to where upright lines stand side by side, at least three of them."""
    lines = sorted((edge["top"], edge["bottom"], round(edge["x0"])) for edge in edges if edge["orientation"] == "v")
    top, bottom, places = 0.0, 0.0, set[int]()
    for start, end, place in lines:
        if places and start > bottom + TOUCHING:
            yield from [(top, bottom)] * (len(places) >= 3)
            places = set()
        top, bottom = (top, max(bottom, end)) if places else (start, end)
        places.add(place)
    yield from [(top, bottom)] * (len(places) >= 3)


def _words(page: Any) -> list[Word]:
    """The words of a page, without the small numbers that lead to footnotes."""
    found: list[Word] = page.extract_words(
        extra_attrs=["fontname", "size"], x_tolerance_ratio=0.15, keep_blank_chars=False
    )
    sizes = sorted(word["size"] for word in found)
    usual = sizes[len(sizes) // 2] if sizes else 10
    return [
        word
        for word in found
        if not (word["text"].strip("*†").isdigit() and word["size"] < SUPERSCRIPT * usual and _raised(word, found))
    ]


def _raised(word: Word, words: Sequence[Word]) -> bool:
    """Whether a small number hangs at the end of a word of the text, rather than standing before a footnote."""
    return any(
        other["size"] > word["size"] / SUPERSCRIPT
        and abs(other["x1"] - word["x0"]) < 3
        and other["top"] < word["bottom"]
        and word["top"] < other["bottom"]
        for other in words
    )


def _is_table(table: Any) -> bool:
    """Whether ruled lines are a table and not a frame round text."""
    return len(table.rows) > 0 and max(len(row.cells) for row in table.rows) > 1


def _is_in(word: Word, box: Sequence[float]) -> bool:
    left, top, right, bottom = box
    across, down = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
    return bool(left - 1 <= across <= right + 1 and top - 1 <= down <= bottom + 1)


def _line(row: Sequence[Word], page: Any) -> Line:
    largest = max(row, key=lambda word: len(word["text"]))
    return Line(
        text=" ".join(word["text"] for word in row),
        size=float(largest["size"]),
        bold=all(any(name in word["fontname"].lower() for name in BOLD) for word in row if word["text"].strip(BULLETS)),
        left=row[0]["x0"],
        top=min(word["top"] for word in row),
        bottom=max(word["bottom"] for word in row),
        page=page.page_number,
        height=float(page.height),
    )


def _rows(table: Any, page: Any) -> Iterator[Line]:
    """The rows of a table as lines that hold cells."""
    _, top, _, bottom = table.bbox
    for index, row in enumerate(table.extract()):
        cells = tuple(tuple(_cell_lines(cell or "")) for cell in row)
        if any(cells):
            yield Line("", 0, False, 0, top, bottom, page.page_number, float(page.height), cells, not index)


def _cell_lines(text: str) -> Iterator[str]:
    """The paragraphs and items of a cell, of which only the lines are known."""
    joined: list[str] = []
    for line in filter(None, (line.strip() for line in text.split("\n"))):
        starts = STARTS.match(line) or label_of(line) or (joined and joined[-1].endswith(":"))
        if joined and not starts:
            joined[-1] += f" {line}"
        else:
            joined.append(line)
    yield from (f"{BULLET} {line.lstrip(BULLETS).strip()}" if line[0] in BULLETS else line for line in joined)
