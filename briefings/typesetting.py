"""Words -> how many lines they take at a given width, in our two fonts: what the printed side is worked out with.

Widths are in em, as parts of the size of type. Browsers and WeasyPrint break lines alike, at spaces and after hyphens,
so counting them needs no more than the widths of the characters. `font_widths.json` holds those;
`tools/font_widths.py` takes them from the fonts.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from math import ceil

WORD = re.compile(r"[^ ]+")
HYPHENATED = re.compile(r"(?<=\w[-/–—])(?=\w)")
"""Where a line may end inside a word."""


class Face(StrEnum):
    """The faces of a printed page. The values are the names in the table of widths."""

    TEXT = "text"
    BOLD = "bold"
    HEADING = "heading"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Words:
    """A text measured once: each unbreakable piece, with the room that it needs before it on a line, and its width."""

    pieces: tuple[tuple[float, float], ...]

    def lines(self, room: float) -> int:
        """How many lines of this width it takes. A piece that is wider than a line is broken; no text takes none."""
        count, used = 0, room
        for before, width in self.pieces:
            if count and used + before + width <= room:
                used += before + width
            else:
                more = max(1, ceil(width / room))
                count += more
                used = width - (more - 1) * room
        return count

    def then(self, other: Words, room: float) -> Words:
        """These words and others on the same line, with so much room between them."""
        if not (self.pieces and other.pieces):
            return self if self.pieces else other
        (_, width), *rest = other.pieces
        return Words((*self.pieces, (room, width), *rest))


def measured(text: str, face: Face = Face.TEXT) -> Words:
    """A plain text, set in a face."""
    space = _width(" ", face)
    pieces: list[tuple[float, float]] = []
    for word in WORD.findall(text):
        first, *rest = HYPHENATED.split(word) if not word.isalnum() else (word,)
        pieces.append((space if pieces else 0.0, _width(first, face)))
        pieces += [(0.0, _width(part, face)) for part in rest]
    return Words(tuple(pieces))


@cache
def _widths(face: Face) -> dict[str, float]:
    table = json.loads(files("briefings").joinpath("font_widths.json").read_text("utf-8"))
    return {character: int(width) / 1000 for width, group in table[face].items() for character in group}


@cache
def _widest(face: Face) -> float:
    """What a character is counted as that our fonts lack: some other font will be as wide as that, or narrower."""
    return max(_widths(face).values())


@lru_cache(maxsize=65536)
def _width(text: str, face: Face) -> float:
    widths, widest = _widths(face), _widest(face)
    return sum(widths.get(character, widest) for character in text)
