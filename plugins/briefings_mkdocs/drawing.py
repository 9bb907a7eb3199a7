"""Shapes -> the bytes of a PNG, by Pillow: the same on every machine.

Each colour of ink on each ground has a short ramp of shades in the palette, and a letter's mask picks from it. So a
picture is a few kilobytes, and nothing is guessed by a quantiser. Each letter is put in its place by the widths and the
pairs that stand beside the fonts, because what Pillow has to lay out text with differs between machines.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import pairwise
from math import ceil
from pathlib import Path

from PIL import Image, ImageColor, ImageDraw, ImageFont

from briefings.sharing_look import HEIGHT, WIDTH, Box, Face, Line, Shape

FONTS = Path(__file__).parent / "fonts"
FILES: dict[Face, str] = {
    "serif": "newsreader-600.ttf",
    "sans": "atkinson-hyperlegible-next-400.ttf",
    "bold": "atkinson-hyperlegible-next-700.ttf",
}
FINER = 2
"""Letters are drawn larger and made smaller, so that they stand where they belong and not on the next whole pixel."""
SHADES = 8
EM = 1000


def measured(text: str, size: int, *, face: Face) -> float:
    """How wide a text is, in pixels."""
    pairs = _pairs(face)
    return (sum(_width(face, letter) for letter in text) + sum(pairs.get(pair, 0) for pair in _twos(text))) * size / EM


def png(shapes: Iterable[Shape]) -> bytes:
    """The picture as a file."""
    image, palette = Image.new("P", (WIDTH, HEIGHT)), _Palette()
    for shape in shapes:
        if isinstance(shape, Box):
            right, foot = shape.left + shape.width, shape.top + shape.height
            image.paste(palette.ramp(shape.colour, shape.colour), (shape.left, shape.top, right, foot))
        else:
            _write(image, shape, palette.ramp(shape.ground, shape.colour))
    image.putpalette(palette.values)
    file = io.BytesIO()
    image.save(file, "PNG", optimize=True)
    return file.getvalue()


class _Palette:
    """The colours of one picture, made as they are asked for."""

    def __init__(self) -> None:
        self.values: list[int] = []
        self.first: dict[tuple[str, str], int] = {}

    def ramp(self, ground: str, ink: str) -> int:
        """The place of the first of a run of shades, from a ground to the ink on it; one shade where both are one."""
        if (ground, ink) not in self.first:
            self.first[ground, ink] = len(self.values) // 3
            for step in range(SHADES if ground != ink else 1):
                self.values += _between(ground, ink, step / (SHADES - 1))
        return self.first[ground, ink]


def _between(ground: str, ink: str, part: float) -> list[int]:
    """A colour on the way from one to the other: its red, green and blue."""
    ways = zip(ImageColor.getrgb(ground), ImageColor.getrgb(ink), strict=True)
    return [round(here + (there - here) * part) for here, there in ways]


def _write(image: Image.Image, line: Line, first: int) -> None:
    """Put a line of text on its ground, in the shades whose first this is."""
    font, room = _font(line.face, line.size * FINER), line.size * 5 // 4
    wide = ceil(measured(line.text, line.size, face=line.face)) + 2 * room
    mask = Image.new("L", (wide * FINER, 2 * room * FINER))
    pen = ImageDraw.Draw(mask)
    for letter, left in _placed(line):
        pen.text(((room + left) * FINER, room * FINER), letter, 255, font, anchor="ls")
    shades = mask.reduce(FINER).point([round(value * (SHADES - 1) / 255) for value in range(256)])
    inked = shades.point([0] + [255] * 255)
    image.paste(shades.point([min(first + shade, 255) for shade in range(256)]), _corner(line, room), inked)


def _corner(line: Line, room: int) -> tuple[int, int]:
    return line.left - room, line.baseline - room


def _placed(line: Line) -> Iterator[tuple[str, float]]:
    """Each letter of a line, and how far from its left end it stands."""
    pairs, left = _pairs(line.face), 0.0
    for letter, pair in zip(line.text, [*_twos(line.text), ""], strict=True):
        yield letter, left * line.size / EM
        left += _width(line.face, letter) + pairs.get(pair, 0)


def _twos(text: str) -> list[str]:
    return [first + second for first, second in pairwise(text)]


@cache
def _width(face: Face, letter: str) -> float:
    """Of a letter, in thousandths of its size."""
    return _font(face, EM).getlength(letter)


@cache
def _pairs(face: Face) -> Mapping[str, int]:
    """By how much two letters that meet stand nearer, or farther, in thousandths of their size."""
    pairs: dict[str, int] = json.loads((FONTS / FILES[face]).with_suffix(".json").read_text("utf-8"))
    return pairs


@cache
def _font(face: Face, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / FILES[face], size, layout_engine=ImageFont.Layout.BASIC)
