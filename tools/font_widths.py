"""The two fonts -> briefings/font_widths.json: how wide each character is, for briefings/typesetting.py.

Run `python -m tools.font_widths` after the fonts in overrides/assets/fonts changed. It needs fontTools, which comes
with the extra `pdf`. A test fails while the table and the fonts differ.
"""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

ROOT = Path(__file__).parent.parent
FONTS = ROOT / "overrides" / "assets" / "fonts"
TABLE = ROOT / "briefings" / "font_widths.json"
SANS, SERIF = "atkinson-hyperlegible-next", "newsreader"
FACES = {"text": (SANS, 400), "bold": (SANS, 700), "heading": (SERIF, 600), "title": (SERIF, 500)}
"""The weights that a printed briefing uses; `briefings.typesetting.Face` has the same names."""


def widths(family: str, weight: int) -> dict[str, int]:
    """The advance of each character of a family at a weight, in thousandths of the size of type."""
    found: dict[str, int] = {}
    for part in ("latin-ext", "latin", "english"):
        font = instantiateVariableFont(TTFont(FONTS / f"{family}-{part}-wght-normal.woff2"), {"wght": weight})
        unit = font["head"].unitsPerEm / 1000
        for code, glyph in font.getBestCmap().items():
            found[chr(code)] = round(font["hmtx"][glyph][0] / unit)
    return found


def table() -> str:
    """The file's text: for each face, the characters of each width together."""
    faces = {name: _by_width(widths(*face)) for name, face in FACES.items()}
    return json.dumps(faces, ensure_ascii=True, indent=1) + "\n"


def _by_width(widths: dict[str, int]) -> dict[str, str]:
    groups = defaultdict(list)
    for character, width in widths.items():
        groups[width].append(character)
    return {str(width): "".join(sorted(groups[width])) for width in sorted(groups)}


if __name__ == "__main__":
    TABLE.write_text(table(), "utf-8")
