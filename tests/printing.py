"""Sites with PDFs, and what a PDF says of itself: its sides, its text, how full it is and how small its type."""

from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from tests.building import build

ADDRESS = "https://learning.example.org/"
CONFIG = """\
site_name: Learning Briefings
site_url: {address}
docs_dir: {content}
theme: {{name: material}}
plugins:
  - search
  - briefings: {{pdf: true}}
"""
MILLIMETRE = 72 / 25.4
TOP, BOTTOM = (297 - 9) * MILLIMETRE, 9 * MILLIMETRE
"""Where the text of a side may begin and end, in points from the foot of the paper."""


def build_with_pdfs(content: Path, site: Path, address: str = ADDRESS) -> None:
    """Build a site from a content folder, with a PDF of each briefing."""
    source = site.with_name(f"{site.name}-source")
    source.mkdir()
    (source / "mkdocs.yml").write_text(CONFIG.format(address=address, content=content), "utf-8")
    build(source, site)


@dataclass(frozen=True)
class Pdf:
    """One PDF, read."""

    data: bytes

    @cached_property
    def reader(self) -> PdfReader:
        return PdfReader(BytesIO(self.data))

    @property
    def root(self) -> Any:
        return self.reader.trailer["/Root"]

    @property
    def sides(self) -> int:
        return len(self.reader.pages)

    @cached_property
    def pieces(self) -> list[tuple[str, float, float]]:
        """Each piece of text of the first side, with its height above the foot of the paper and its size, in points."""
        found: list[tuple[str, float, float]] = []

        def visit(text: str, page: list[float], place: list[float], _font: Any, size: float) -> None:
            if text.strip():
                scale = abs(page[3] * place[3])
                found.append((text, page[3] * place[5] + page[5], size * scale))

        self.reader.pages[0].extract_text(visitor_text=visit)
        return found

    @property
    def text(self) -> str:
        """The words of the first side, without spaces: where a line ends says nothing."""
        return "".join("".join(text for text, _, _ in self.pieces).split())

    @property
    def said(self) -> str:
        """All its words: of every side, and of what stands in no side."""
        about = " ".join(str(value) for value in (self.reader.metadata or {}).values())
        outline = " ".join(str(entry) for entry in self.reader.outline)
        links = " ".join(str(link.get_object()) for page in self.reader.pages for link in page.get("/Annots", []))
        return " ".join((about, outline, links, *(page.extract_text() for page in self.reader.pages)))

    @property
    def filled(self) -> float:
        """How much of the side's height is used, from the top margin to the last line."""
        return (TOP - min(height for _, height, _ in self.pieces)) / (TOP - BOTTOM)

    @property
    def smallest(self) -> float:
        """The smallest size of type, in points."""
        return min(size for _, _, size in self.pieces)
