"""The words of a page -> rows in the order of reading: one column after the other where there are two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

Row = list[Mapping[str, Any]]
"""The words of one line, from left to right: each with ``x0``, ``x1``, ``top``, ``bottom`` and ``text``."""
LEAST_ROWS = 4
"""Rows beside each other that make two columns; fewer are a list of names, or chance."""
GUTTER = 12.0
"""Points of white between two columns."""


def rows_of(words: Iterable[Mapping[str, Any]]) -> list[Row]:
    """Words that stand on one line, from the top of the page to its foot."""
    rows: list[Row] = []
    for word in sorted(words, key=lambda word: ((word["top"] + word["bottom"]) / 2, word["x0"])):
        middle = (word["top"] + word["bottom"]) / 2
        if rows and rows[-1][0]["top"] <= middle <= rows[-1][0]["bottom"]:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda word: word["x0"]) for row in rows]


def in_reading_order(rows: Sequence[Row], width: float) -> Iterator[Row]:
    """The rows of a page; where its middle is white for some rows, the left halves first."""
    middle = _gutter(rows, width)
    band: list[Row] = []
    for row in rows:
        if middle and not _crosses(row, middle):
            band.append(row)
            continue
        yield from _halves(band, middle)
        band = []
        yield row
    yield from _halves(band, middle)


def _gutter(rows: Sequence[Row], width: float) -> float:
    """Where the white between two columns is; 0 where there is none."""
    places = [width * share / 100 for share in range(38, 63, 2)]
    sided = {place: sum(_is_sided(row, place) for row in rows) for place in places}
    best = max(places, key=lambda place: sided[place], default=0.0)
    return best if sided.get(best, 0) >= LEAST_ROWS else 0.0


def _crosses(row: Row, middle: float) -> bool:
    return any(word["x0"] < middle + 2 and word["x1"] > middle - 2 for word in row) or (
        _both(row, middle) and not _is_sided(row, middle)
    )


def _both(row: Row, middle: float) -> bool:
    return bool(row[0]["x0"] < middle < row[-1]["x1"])


def _is_sided(row: Row, middle: float) -> bool:
    """Whether a row has words on both sides of a place, and white between them."""
    left = [word["x1"] for word in row if word["x1"] <= middle]
    right = [word["x0"] for word in row if word["x0"] >= middle]
    crossed = len(left) + len(right) < len(row)
    return bool(left and right) and not crossed and min(right) - max(left) >= GUTTER


def _halves(band: Sequence[Row], middle: float) -> Iterator[Row]:
    """The left halves of some rows, then the right ones; the rows as they are where too few are in two halves."""
    if sum(_is_sided(row, middle) for row in band) < LEAST_ROWS:
        yield from band
        return
    for row in band:
        if left := [word for word in row if word["x1"] <= middle]:
            yield left
    for row in band:
        if right := [word for word in row if word["x0"] >= middle]:
            yield right
