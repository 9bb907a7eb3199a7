r"""Rows -> a CSV file that a spreadsheet opens as it is, and back.

It starts with a byte-order mark and its lines end in CR LF, because without them Excel takes UTF-8 for something else.
What a spreadsheet could take for a formula gets an apostrophe in front, and so does what starts with an apostrophe
itself: to read a cell, take one apostrophe from its front if one is there. Items of a list have `; ` between; a
semicolon or backslash inside an item has a backslash in front.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""How a cell may start that a spreadsheet reads as a formula; East Asian ones know the wide signs too."""
APOSTROPHE = "'"


def csv_file(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The text of a CSV file."""
    written = io.StringIO(newline="")
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow(header)
    table.writerows([guarded(cell) for cell in row] for row in rows)
    return MARK + written.getvalue()


def rows_of(text: str) -> list[dict[str, str]]:
    """The rows of a file that :func:`csv_file` made, each by the names in its header."""
    table = csv.DictReader(io.StringIO(text.removeprefix(MARK), newline=""))
    return [{name: unguarded(cell) for name, cell in row.items()} for row in table]


def guarded(text: str) -> str:
    """The cell that holds a text, and that no spreadsheet runs."""
    return APOSTROPHE + text if text.startswith((*FORMULA, APOSTROPHE)) else text


def unguarded(cell: str) -> str:
    """The text that a cell holds."""
    return cell.removeprefix(APOSTROPHE)


def listed(items: Iterable[str]) -> str:
    """A list as one text."""
    return "; ".join(re.sub(r"([\\;])", r"\\\1", item) for item in items)


def items_of(text: str) -> list[str]:
    """The items of a list that :func:`listed` made of some that are not empty."""
    found = re.findall(r"((?:[^\\;]|\\.)+)(?:; |\Z)", text, re.DOTALL)
    return [re.sub(r"\\(.)", r"\1", item, flags=re.DOTALL) for item in found]
