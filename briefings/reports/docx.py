"""A Word file -> blocks.

Word's own numbers are worked out again, because a learning point without its paragraph is worth little: no converter
that we tried keeps them. What was deleted or hidden, comments, headers and the names in the properties are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element

from briefings.reports.blocks import BULLET, Block, Kind, ReportText, one_line
from briefings.reports.word_numbers import WordNumbers
from briefings.reports.word_styles import Styles
from briefings.reports.word_xml import by_id, is_on, number, read_parts, value

BODY, STYLES, NUMBERS = "word/document.xml", "word/styles.xml", "word/numbering.xml"
LINKS, ABOUT = "word/_rels/document.xml.rels", "docProps/app.xml"
PASSED_OVER = {"del", "moveFrom", "instrText", "delText", "Fallback", "txbxContent", "rPr", "pPr", "annotation"}
INSIDE = ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")
SIGNS = {"tab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "-"}
LONGEST_HEADING = 140


def read_docx(path: Path) -> ReportText:
    """Read a Word file; raises :class:`NotImportedError` where that cannot be done."""
    parts = read_parts(path, (BODY, STYLES, NUMBERS, LINKS, ABOUT))
    reader = _Reader(parts)
    body = parts[BODY].find("body")
    blocks = tuple(reader.blocks(body)) if body is not None else ()
    return ReportText(blocks, number((parts[ABOUT].findtext("Pages") or "") if ABOUT in parts else ""), reader.notes)


class _Reader:
    """Walks one document. ``page`` counts where Word last broke the pages, if it wrote that down."""

    def __init__(self, parts: dict[str, Element]) -> None:
        self.styles = Styles(parts.get(STYLES))
        self.numbers = WordNumbers(parts.get(NUMBERS))
        self.targets = {id: link.get("Target", "") for id, link in by_id(parts.get(LINKS), "Relationship", "Id")}
        self.page = 1 if parts[BODY].find(".//lastRenderedPageBreak") is not None else 0
        self.notes = 0

    def blocks(self, parent: Element) -> Iterator[Block]:
        """Every block in a body, a box or a cell."""
        for found in parent:
            if found.tag == "p":
                yield from self.paragraph(found)
            elif found.tag == "tbl":
                yield from self.table(found)
            elif found.tag in INSIDE and "Table of Contents" not in value(found, "sdtPr/docPartObj/docPartGallery"):
                yield from self.blocks(found)

    def paragraph(self, found: Element) -> Iterator[Block]:
        """A paragraph, and then what stands in boxes that hang on it."""
        pieces = list(self.pieces(found))
        text = _tabbed(pieces)
        page, style = self.page, self.styles.of(value(found, "pPr/pStyle"))
        if text and not style.is_contents:
            yield replace(self.described(found, text), page=page, links=tuple(self.links(found)))
        for box in _outermost(found, "txbxContent"):
            yield from self.blocks(box)

    def described(self, found: Element, text: str) -> Block:
        """A paragraph's text as what its style and its list make of it."""
        style = self.styles.of(value(found, "pPr/pStyle"))
        own = found.find("pPr/numPr")
        list_id = value(own, "numId") or style.list_id
        depth = number(value(own, "ilvl"), style.list_depth)
        label = self.numbers.label(list_id, depth) if list_id not in ("", "0") else None
        level = style.heading if style.heading is not None else _outline(found)
        if label and re.search(r"[^\W\d_]{3}", label):  # Word writes "Recommendation 1:" by itself
            return Block(Kind.PARAGRAPH, f"{label} {text}")
        if level is not None:
            return Block(Kind.HEADING, text, level)
        if label is not None:
            return Block(Kind.ITEM, text, depth, label.rstrip(".").strip())
        if style.is_list:
            return Block(Kind.ITEM, text, style.list_depth)
        if len(text) <= LONGEST_HEADING and not text.endswith((".", ",", ";", ":")) and _is_bold(found, style.bold):
            return Block(Kind.HEADING, text, MINOR)
        return Block(Kind.PARAGRAPH, text)

    def pieces(self, parent: Element) -> Iterator[str]:
        """The text inside an element that a reader of the document sees."""
        for found in parent:
            if found.tag == "t":
                yield found.text or ""
            elif found.tag in SIGNS:
                yield SIGNS[found.tag]
            elif found.tag == "lastRenderedPageBreak":
                self.page += 1
            elif found.tag == "footnoteReference":
                self.notes += 1
            elif found.tag == "r" and is_on(found, "rPr/vanish"):
                continue
            elif found.tag not in PASSED_OVER:
                yield from self.pieces(found)

    def links(self, found: Element) -> Iterator[tuple[str, str]]:
        """The links to the web in a paragraph, by their words."""
        for link in found.iter("hyperlink"):
            target = self.targets.get(link.get("id", ""), "")
            words = one_line("".join(piece.text or "" for piece in link.iter("t")))
            if words and target.startswith(("http://", "https://")):
                yield words, target

    def table(self, found: Element) -> Iterator[Block]:
        """The rows of a table."""
        first = True
        for row in _outermost(found, "tr"):
            page = self.page
            cells = tuple(tuple(self.lines(cell)) for cell in _outermost(row, "tc"))
            if any(cells):
                yield Block(Kind.ROW, level=int(first), page=page, cells=cells)
                first = False

    def lines(self, cell: Element) -> Iterator[str]:
        """The paragraphs of a cell; one that goes on from the cell above has none."""
        merged = cell.find("tcPr/vMerge")
        if merged is not None and merged.get("val", "continue") != "restart":
            return
        for block in self.blocks(cell):
            if block.kind is Kind.ROW:
                yield from (line for inner in block.cells for line in inner)
            elif block.kind is Kind.ITEM:
                mark = block.number or BULLET
                yield f"{mark}{'.' if mark.isdigit() else ''} {block.text}"
            else:
                yield block.text


MINOR = 5
"""The level of a heading that is only a short line in bold."""


def _tabbed(pieces: list[str]) -> str:
    """A text whose tabs still show where a page number stands, as in a list of contents."""
    return "\t".join(one_line(part) for part in "".join(pieces).split("\t")).strip("\t ")


def _outermost(parent: Element, tag: str) -> Iterator[Element]:
    """The elements of a name below another that lie in no other of that name."""
    for found in parent:
        if found.tag == tag:
            yield found
        elif found.tag not in ("Fallback", "tbl"):
            yield from _outermost(found, tag)


def _outline(found: Element) -> int | None:
    level = value(found, "pPr/outlineLvl")
    return number(level) + 1 if level and number(level, 9) < 9 else None


def _is_bold(found: Element, styled: bool) -> bool:
    """Whether every letter of a paragraph is bold."""
    runs = [run for run in found.iter("r") if any((text.text or "").strip() for text in run.findall("t"))]
    return bool(runs) and all(is_on(run, "rPr/b") or (styled and run.find("rPr/b") is None) for run in runs)
