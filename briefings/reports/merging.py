"""Points that a report says twice, in its text and again in a list at its end -> one point each, with its paragraph."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from briefings.reports.points import Point

SHINGLE = 4
ALIKE = 0.8
LEAST_WORDS = 6
"""Shorter points are the same only if they say exactly the same."""


def merged(points: Iterable[Point]) -> tuple[Point, ...]:
    """The points without repeats across sections: the first place that has a paragraph, the longer text."""
    kept: list[Point] = []
    holding: dict[tuple[str, ...], list[int]] = {}
    for point in points:
        words = _words(point.text)
        pieces = _pieces(words)
        near = Counter(index for piece in pieces for index in holding.get((point.kind.name, *piece), ()))
        same = next((index for index, _ in near.most_common() if _is_same(kept[index], point, words)), None)
        if same is None:
            same = len(kept)
            kept.append(point)
        else:
            kept[same] = _both(kept[same], point)
        for piece in pieces:
            holders = holding.setdefault((point.kind.name, *piece), [])
            if same not in holders and len(holders) < 20:
                holders.append(same)
    return tuple(kept)


def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[a-z0-9]+", text.lower().replace("’", "").replace("'", "")))


def _pieces(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    """Four words in a row, wherever they stand; all of them where there are fewer."""
    return {words[start : start + SHINGLE] for start in range(max(1, len(words) - SHINGLE + 1))}


def _is_same(one: Point, other: Point, words: tuple[str, ...]) -> bool:
    if one.part == other.part:
        return False
    mine, theirs = set(_words(one.text)), set(words)
    fewer = min(len(mine), len(theirs))
    if fewer < LEAST_WORDS:
        return mine == theirs
    return len(mine & theirs) >= ALIKE * fewer


def _both(first: Point, again: Point) -> Point:
    """One point of two: its place is where the text teaches it, not where a list repeats it."""
    placed = first if first.paragraph or not again.paragraph else again
    text = max(first.text, again.text, key=len)
    return replace(
        placed,
        kind=again.kind if again.kind.audience else first.kind,
        text=text,
        details=first.details or again.details,
    )
