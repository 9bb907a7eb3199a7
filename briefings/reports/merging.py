"""Points that a report says twice, in its text and again in a list at its end -> one point each, with its paragraph."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from briefings.reports.points import Point

SHINGLE = 4
ALIKE = 0.8
MOST_HOLDERS = 20
LEAST_WORDS = 6
"""Shorter points are the same only if they say exactly the same."""


@dataclass
class _Kept:
    """A point that is kept, and the parts of the report that say it."""

    point: Point
    words: frozenset[str]
    parts: set[int]


def merged(points: Iterable[Point]) -> tuple[Point, ...]:
    """The points without repeats: each with the first place that has a paragraph, and the longer text.

    Only a list of points repeats, and each item of it repeats one point: two like points of the running text are two.
    """
    kept: list[_Kept] = []
    holding: dict[tuple[str, ...], list[int]] = {}
    for point in points:
        words = _words(point.text)
        new = _Kept(point, frozenset(words), {point.part})
        pieces = [(point.kind.name, *piece) for piece in _pieces(words)]
        near = Counter(index for piece in pieces for index in holding.get(piece, ()))
        best = max(near, key=lambda index: (_likeness(kept[index], new), near[index], -index), default=None)
        if best is not None and _likeness(kept[best], new) >= ALIKE:
            kept[best] = _Kept(_both(kept[best].point, point), new.words, {*kept[best].parts, point.part})
        else:
            best = len(kept)
            kept.append(new)
        for piece in pieces:
            holders = holding.setdefault(piece, [])
            if best not in holders and len(holders) < MOST_HOLDERS:
                holders.append(best)
    return tuple(each.point for each in kept)


def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[a-z0-9]+", text.lower().replace("’", "").replace("'", "")))


def _pieces(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    """Four words in a row, wherever they stand; all of them where there are fewer."""
    return {words[start : start + SHINGLE] for start in range(max(1, len(words) - SHINGLE + 1))}


def _likeness(kept: _Kept, new: _Kept) -> float:
    """How much of the shorter text is in the longer, from 0 to 1; 0 where the two cannot be the same point."""
    if new.parts & kept.parts or not (new.point.listed or kept.point.listed):
        return 0.0
    fewer = min(len(kept.words), len(new.words))
    if fewer < LEAST_WORDS:
        return float(kept.words == new.words)
    return len(kept.words & new.words) / fewer


def _both(first: Point, again: Point) -> Point:
    """One point of two: its place is where the text teaches it, not where a list repeats it."""
    placed = first if first.paragraph or not again.paragraph else again
    text = max(first.text, again.text, key=len)
    return replace(
        placed,
        kind=again.kind if again.kind.audience else first.kind,
        text=text,
        details=first.details or again.details,
        listed=True,
    )
