"""Where everything stands on a picture for sharing: ink on paper, and a one thing marked as with a pen.

People meet these pictures on a phone, three hundred pixels wide: a quarter of what is measured here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Literal, Protocol

from briefings.colours import INK, MARIGOLD, ON_MARIGOLD, PALE, PAPER, SOFT
from briefings.fitted_text import Room, Setting, fitted
from briefings.sharing import ONE_THING, SharingPicture

Face = Literal["serif", "sans", "bold"]

WIDTH, HEIGHT = 1200, 630
EDGE = 64
COLUMN = WIDTH - 2 * EDGE
FOOT = 590
"""Where the site's name stands."""


class FaceMeasure(Protocol):
    """How wide a text is in a face at a size, in pixels."""

    def __call__(self, text: str, size: int, *, face: Face) -> float:
        """The width."""
        ...


@dataclass(frozen=True)
class Box:
    """A plain area, in pixels from the left and the top."""

    left: int
    top: int
    width: int
    height: int
    colour: str


@dataclass(frozen=True)
class Line:
    """A line of text on its ground."""

    text: str
    left: int
    baseline: int
    face: Face
    size: int
    colour: str = INK
    ground: str = PAPER


Shape = Box | Line


@dataclass(frozen=True)
class Style:
    """The look of a line that stands alone; it is as large as there is room for."""

    face: Face
    sizes: tuple[int, ...]
    colour: str = INK


ABOUT = Style("sans", (32, 28, 24), SOFT)
TITLE = Style("serif", (62, 52, 44))
SITE = Style("serif", (34, 28, 24))

PANEL = Box(EDGE, 178, COLUMN, 358, PALE)
INSET = 48
LABEL, BELOW_LABEL = 30, 20
ONE = Room(COLUMN - 2 * INSET, PANEL.height - LABEL - BELOW_LABEL - INSET, range(72, 34, -1), 1.2)
NAME = Room(COLUMN, 200, range(112, 58, -4), 1.08)
NAME_TOP = 148
MEANING_SIZES, MEANING_LEADING = range(44, 28, -2), 1.34


def composed(picture: SharingPicture, site: str, measure: FaceMeasure) -> Iterator[Shape]:
    """Everything on the picture, from the back to the front."""
    yield Box(0, 0, WIDTH, HEIGHT, PAPER)
    yield from (_briefing if picture.marked else _named)(picture, measure)
    yield from _foot(site, measure)


def _briefing(picture: SharingPicture, measure: FaceMeasure) -> Iterator[Shape]:
    """Whose it is above, and the one thing in the largest type that has room."""
    yield from _line(picture.about, (EDGE, 80), ABOUT, measure)
    yield from _line(picture.title, (EDGE, 146), TITLE, measure)
    yield PANEL
    yield Box(PANEL.left, PANEL.top, 14, PANEL.height, MARIGOLD)
    yield from _one_thing(fitted(picture.words, ONE, partial(measure, face="serif")), measure)


def _one_thing(one: Setting, measure: FaceMeasure) -> Iterator[Shape]:
    """Its label and its lines, in the middle of the panel, each line marked."""
    left, step = PANEL.left + INSET, one.size * ONE.leading
    top = PANEL.top + (PANEL.height - LABEL - BELOW_LABEL - step * len(one.lines)) / 2
    yield Line(ONE_THING, left, round(top + LABEL * 0.8), "bold", LABEL, ON_MARIGOLD, PALE)
    for number, text in enumerate(one.lines):
        baseline = round(top + LABEL + BELOW_LABEL + number * step + one.size * 0.84)
        width = round(measure(text, one.size, face="serif"))
        yield Box(left - 10, baseline - round(one.size * 0.81), width + 20, round(one.size * 1.12), MARIGOLD)
        yield Line(text, left, baseline, "serif", one.size, ON_MARIGOLD, MARIGOLD)


def _named(picture: SharingPicture, measure: FaceMeasure) -> Iterator[Shape]:
    """A name in large type, and what it is below."""
    yield from _line(picture.about, (EDGE, 110), ABOUT, measure)
    name = fitted(picture.title, NAME, partial(measure, face="serif"))
    step = name.size * NAME.leading
    for number, text in enumerate(name.lines):
        yield Line(text, EDGE, round(NAME_TOP + number * step + name.size * 0.82), "serif", name.size)
    yield from _meaning(picture.words, round(NAME_TOP + len(name.lines) * step) + 30, measure)


def _meaning(words: str, top: int, measure: FaceMeasure) -> Iterator[Shape]:
    room = Room(COLUMN, FOOT - 86 - top, MEANING_SIZES, MEANING_LEADING)
    meaning = fitted(words, room, partial(measure, face="sans"))
    for number, text in enumerate(meaning.lines):
        baseline = top + round(number * meaning.size * room.leading) + meaning.size
        yield Line(text, EDGE, baseline, "sans", meaning.size, SOFT)


def _line(text: str, place: tuple[int, int], style: Style, measure: FaceMeasure) -> Iterator[Shape]:
    """A line of text from its left end on its baseline, to the edge at most; none where there is no text."""
    left, baseline = place
    room = Room(WIDTH - EDGE - left, style.sizes[0], style.sizes, 1)
    setting = fitted(text, room, partial(measure, face=style.face))
    for line in setting.lines:
        yield Line(line, left, baseline, style.face, setting.size, style.colour)


def _foot(site: str, measure: FaceMeasure) -> Iterator[Shape]:
    """The mark of the site, a page of writing with one line of it marked, and its name."""
    left, top = EDGE, FOOT - 36
    yield Box(left, top, 36, 44, INK)
    yield Box(left + 3, top + 3, 30, 38, PAPER)
    yield Box(left + 8, top + 9, 20, 11, MARIGOLD)
    yield Box(left + 8, top + 26, 18, 3, INK)
    yield Box(left + 8, top + 33, 12, 3, INK)
    yield from _line(site, (left + 54, FOOT - 3), SITE, measure)
