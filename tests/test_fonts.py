"""The fonts: each file is the one that its table names, and holds the letters for which browsers fetch it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from tests.building import ROOT
from tools.fonts import PICTURES, SITE, digest

FACE = re.compile(r'url\("\.\./fonts/(?P<file>[^"]+)"\).*?unicode-range: (?P<ranges>[^;]+);', re.DOTALL)
FACES = dict(FACE.findall((ROOT / "overrides/assets/stylesheets/fonts.css").read_text("utf-8")))
FILES = sorted([*SITE.glob("*.woff2"), *PICTURES.glob("*.ttf")])
NOT_IN_EVERY_FACE = {0x2191, 0x2193}
"""Arrows, which Newsreader lacks."""


def letters(ranges: str) -> Iterator[int]:
    """The characters of a `unicode-range`."""
    for part in ranges.split(", "):
        first, _, last = part.removeprefix("U+").partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_font_is_the_file_that_its_table_names(path: Path) -> None:
    assert f"| `{path.name}` " in (table := (SITE / "versions.txt").read_text("utf-8"))
    assert f"`{digest(path)}` |" in table


def test_every_font_of_the_site_is_named_by_a_face_and_the_other_way_round() -> None:
    assert set(FACES) == {path.name for path in SITE.glob("*.woff2")}


@pytest.mark.parametrize("name", [name for name in FACES if "-english-" in name])
def test_the_slice_for_english_has_every_letter_that_its_face_claims(name: str) -> None:
    assert set(letters(FACES[name])) - set(TTFont(SITE / name).getBestCmap()) <= NOT_IN_EVERY_FACE


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_beside_a_font_stands_its_licence(path: Path) -> None:
    family = "newsreader" if path.name.startswith("newsreader") else "atkinson-hyperlegible-next"
    assert "SIL Open Font License" in path.with_name(f"{family}-OFL.txt").read_text("utf-8")
