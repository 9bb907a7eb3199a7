"""Words into lines of a given width, at the largest size that has room: for pictures, where no browser does it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol


class Measure(Protocol):
    """How wide a text is at a size, both in pixels."""

    def __call__(self, text: str, size: int) -> float:
        """The width."""
        ...


ELLIPSIS = "…"
NARROWING = 0.98
"""How much a column is narrowed at a time, to make its lines alike."""


@dataclass(frozen=True)
class Room:
    """Where text may stand, in pixels. A line is ``leading`` times its size high; ``sizes`` go from large to small."""

    width: float
    height: float
    sizes: Sequence[int]
    leading: float


@dataclass(frozen=True)
class Setting:
    """Text as it stands in a room."""

    size: int
    lines: tuple[str, ...]


def fitted(text: str, room: Room, measure: Measure) -> Setting:
    """The text at the largest size at which it fits whole; at the smallest, what fits of it and an ellipsis."""
    for size in room.sizes:
        most = int(room.height // (size * room.leading))
        lines = wrapped(text, room.width, partial(measure, size=size))
        if len(lines) <= most:
            return Setting(size, lines)
    return Setting(size, _cut(lines, most, room.width, partial(measure, size=size)))


def wrapped(text: str, width: float, measure: Callable[[str], float]) -> tuple[str, ...]:
    """The text in as few lines as will do, these about as long as each other. A word too long for a line is broken."""
    words = [(piece, measure(piece)) for word in text.split() for piece in _pieces(word, width, measure)]
    longest, space = max((size for _, size in words), default=width), measure(" ")
    lines = _filled(words, space, width)
    while (width := width * NARROWING) > longest and len(narrower := _filled(words, space, width)) == len(lines):
        lines = narrower
    return lines


def _filled(words: Iterable[tuple[str, float]], space: float, width: float) -> tuple[str, ...]:
    """Words, each with its width, line after line."""
    lines: list[str] = []
    room = -1.0
    for word, size in words:
        if size + space <= room:
            lines[-1] += f" {word}"
            room -= space + size
        else:
            lines.append(word)
            room = width - size
    return tuple(lines)


def _pieces(word: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """The word, or, if it is too long for a line, parts of it that are not."""
    if measure(word) <= width:
        return [word]
    pieces = [""]
    for letter in word:
        if pieces[-1] and measure(pieces[-1] + letter) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _cut(lines: Sequence[str], most: int, width: float, measure: Callable[[str], float]) -> tuple[str, ...]:
    """The first lines, the last of them ending at a word with an ellipsis."""
    kept = list(lines[:most])
    words = kept[-1].split()
    while len(words) > 1 and measure(" ".join(words) + f" {ELLIPSIS}") > width:
        words.pop()
    last = " ".join(words).rstrip(",;:–- ")
    while last and measure(f"{last} {ELLIPSIS}") > width:
        last = last[:-1]
    return (*kept[:-1], f"{last} {ELLIPSIS}")
