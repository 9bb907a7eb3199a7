"""What a report is made of, whatever file it came in: headings, paragraphs, list items, rows of tables, footnotes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

BULLET = "•"
"""Starts a line of a table's cell that is a list item."""


class Kind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Block:
    """One block. ``text`` is plain; a link in it is in ``links``, by its words.

    ``level`` is 0 for the report's title, 1 for its main headings; of an item how deep it lies, from 0; 1 for the first
    row of a table. ``number`` is what is printed before the text, without its full stop: ``29``, ``4.2``, ``(c)``.
    ``page`` is 0 where it is not known. ``cells`` of a row hold lines.
    """

    kind: Kind
    text: str = ""
    level: int = 0
    number: str = ""
    page: int = 0
    cells: tuple[tuple[str, ...], ...] = ()
    links: tuple[tuple[str, str], ...] = ()

    @property
    def is_text(self) -> bool:
        """Whether this is a paragraph or a list item."""
        return self.kind in (Kind.PARAGRAPH, Kind.ITEM)


@dataclass(frozen=True, slots=True)
class ReportText:
    """A report, read. ``pages`` is 0 where the file does not say; ``notes`` counts footnotes, which are left out."""

    blocks: tuple[Block, ...]
    pages: int = 0
    notes: int = 0


def one_line(text: str) -> str:
    """Text with every run of spaces and line ends made one space."""
    return re.sub(r"\s+", " ", text).strip()
