"""Makes the font files of the site and of its pictures from those of the npm packages: `python -m tools.fonts FOLDER`.

A reader loads what plain English needs and no more: the weights that the styles use, and of each face a first slice
with the letters and marks of English. Pictures are drawn by a library that may know neither weights nor pairs of
letters, so they get faces of one weight, with a list of pairs beside each. FOLDER holds the packages' files.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Collection, Iterator
from hashlib import sha256
from itertools import product
from pathlib import Path
from string import ascii_letters, digits

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont
from PIL import ImageFont

ROOT = Path(__file__).parent.parent
SITE = ROOT / "overrides/assets/fonts"
PICTURES = ROOT / "plugins/briefings_mkdocs/fonts"

ENGLISH = {*range(0x20, 0x7F), *map(ord, "\N{NO-BREAK SPACE}£§©«°·»½×é–—‘’“”•…€↑↓\N{MINUS SIGN}")}
WEIGHTS = (400, 700)
NEWSREADER = "newsreader-{}-wght-{}.woff2"
ATKINSON = "atkinson-hyperlegible-next-{}-wght-{}.woff2"
STYLES = ((NEWSREADER, "normal"), (NEWSREADER, "italic"), (ATKINSON, "normal"), (ATKINSON, "italic"))
DRAWN = {
    "newsreader-600.ttf": (NEWSREADER, 600),
    "atkinson-hyperlegible-next-400.ttf": (ATKINSON, 400),
    "atkinson-hyperlegible-next-700.ttf": (ATKINSON, 700),
}
IN_PAIRS = ascii_letters + digits + " .,:;!?'\"()-‘’“”–—&/"
EM = 1000
"""Pairs are in thousandths of the letters' size."""
LEAST_KERN = 4
"""Nobody sees less."""


def main(originals: Path) -> None:
    """Write every file, and say of each what it was made from."""
    rows = [*_of_the_site(originals), *_of_the_pictures(originals)]
    for path, sources in rows:
        sys.stdout.write(f"| `{path.name}` | {', '.join(f'`{source}`' for source in sources)} | `{digest(path)}` |\n")


def digest(path: Path) -> str:
    """By which a file is known."""
    return sha256(path.read_bytes()).hexdigest()


def _of_the_site(originals: Path) -> Iterator[tuple[Path, list[str]]]:
    for family, style in STYLES:
        name = family.format("latin", style)
        font = _reopened(instantiateVariableFont(TTFont(originals / name), {"wght": WEIGHTS}))
        every = set(font.getBestCmap())
        for slice_, characters in (("english", every & ENGLISH), ("latin", every - ENGLISH)):
            yield _web(_reopened(font), characters, family.format(slice_, style)), [name]
    for family in (NEWSREADER, ATKINSON):
        name = family.format("latin-ext", "normal")
        font = _reopened(instantiateVariableFont(TTFont(originals / name), {"wght": WEIGHTS}))
        yield _web(font, set(font.getBestCmap()), name), [name]


def _of_the_pictures(originals: Path) -> Iterator[tuple[Path, list[str]]]:
    for target, (family, weight) in DRAWN.items():
        names = [family.format(part, "normal") for part in ("latin", "latin-ext")]
        font = Merger().merge([_still(originals / name, weight) for name in names])
        font["head"].created = font["head"].modified = TTFont(originals / names[0])["head"].modified
        pairs = json.dumps(_pairs(originals / names[0], weight), ensure_ascii=False, indent=0)
        (PICTURES / target).with_suffix(".json").write_text(f"{pairs}\n", "utf-8")
        yield _saved(font, PICTURES / target), names


def _web(font: TTFont, characters: Collection[int], name: str) -> Path:
    _keep(font, characters, ["kern", "liga", "ccmp", "locl", "lnum", "pnum", "tnum"])
    font.flavor = "woff2"
    return _saved(font, SITE / name)


def _still(path: Path, weight: int) -> io.BytesIO:
    """One weight of a face, without rules of layout."""
    font = _reopened(instantiateVariableFont(TTFont(path), {"wght": weight}))
    _keep(font, set(font.getBestCmap()), [])
    for table in ("GSUB", "GPOS", "GDEF"):
        if table in font:
            del font[table]
    return _file(font)


def _keep(font: TTFont, characters: Collection[int], features: list[str]) -> None:
    options = Options(layout_features=features, hinting=False, notdef_outline=True, recalc_timestamp=False)
    options.name_IDs = [0, 1, 2, 4, 6, 13, 14]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)


def _pairs(path: Path, weight: int) -> dict[str, int]:
    """How much nearer, or farther, two letters stand than their widths say: asked of a library that lays them out."""
    shaped = ImageFont.truetype(path, EM, layout_engine=ImageFont.Layout.RAQM)
    shaped.set_variation_by_axes([weight])
    width = {letter: shaped.getlength(letter) for letter in IN_PAIRS}
    apart = {
        left + right: shaped.getlength(left + right, features=["-liga"]) - width[left] - width[right]
        for left, right in product(IN_PAIRS, repeat=2)
    }
    return {pair: round(kern) for pair, kern in apart.items() if abs(kern) >= LEAST_KERN}


def _reopened(font: TTFont) -> TTFont:
    """The font as it would be read from its file."""
    return TTFont(_file(font), recalcTimestamp=False)


def _file(font: TTFont) -> io.BytesIO:
    file = io.BytesIO()
    font.flavor = None
    font.recalcTimestamp = False
    font.save(file)
    file.seek(0)
    return file


def _saved(font: TTFont, path: Path) -> Path:
    font.recalcTimestamp = False
    path.parent.mkdir(exist_ok=True)
    font.save(path)
    return path


if __name__ == "__main__":
    main(Path(sys.argv[1]))
