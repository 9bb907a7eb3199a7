"""What a document says of itself: the author, the company, the comments of Word, Excel, PowerPoint and PDF files."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree as ET

LARGEST_PART = 2_000_000
"""Bytes of one part of a packed document that are read; properties are small, and a bomb is not."""

IN_OFFICE = {
    "creator": "the author",
    "lastModifiedBy": "who saved it last",
    "Company": "the company",
    "Manager": "the manager",
    "description": "comments",
    "keywords": "keywords",
}
CHANGES = re.compile(rb"<w:(?:ins|del|moveFrom|moveTo) ")
"""Tracked changes: each bears a name, and what was struck out is still there."""

IN_PDF = re.compile(
    rb"/Author\s*(?P<author>\((?!\s*\))|<(?!\s*(?:FEFF\s*)?>))"
    rb"|<dc:creator>(?P<creator>(?:\s|<rdf:\w+>)*[^<\s])"
    rb"|(?:<pdf:Author>|pdf:Author=\")(?P<pdf>[^<\"\s])"
)
ENTITY = re.compile(rb"<!(?:DOCTYPE|ENTITY)")


class UnreadableError(Exception):
    """A document that cannot be looked into; the text says why."""


def in_office(data: bytes) -> list[str]:
    """What a .docx, .xlsx or .pptx file gives away. Raises :class:`UnreadableError` where it is none, or locked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return sorted(set(_told(packed)))
    except (zipfile.BadZipFile, ET.ParseError, RuntimeError, NotImplementedError, EOFError, OSError) as error:
        raise UnreadableError("it is damaged, or locked with a password") from error


def _told(packed: zipfile.ZipFile) -> Iterator[str]:
    names = set(packed.namelist())
    for name in ("docProps/core.xml", "docProps/app.xml"):
        if name in names:
            yield from _properties(_part(packed, name))
    if any(
        re.fullmatch(r"(?:word|xl|ppt)/(?:comments\d*\.xml|comments/.+|threadedComments/.+)", name) for name in names
    ):
        yield "comments in the margin"
    if "word/document.xml" in names and CHANGES.search(_part(packed, "word/document.xml")):
        yield "tracked changes"


def _part(packed: zipfile.ZipFile, name: str) -> bytes:
    with packed.open(name) as part:
        return part.read(LARGEST_PART)


def _properties(xml: bytes) -> Iterator[str]:
    if ENTITY.search(xml):
        raise UnreadableError("its properties are not as Word writes them")
    for node in ET.fromstring(xml):  # noqa: S314 - without entities, which are refused above
        name = node.tag.rpartition("}")[2]
        if name in IN_OFFICE and (node.text or "").strip():
            yield IN_OFFICE[name]


def in_pdf(data: bytes) -> list[str]:
    """What a PDF gives away in its open parts: its author.

    Raises :class:`UnreadableError` where it is no PDF, or is packed or locked so that its author may be out of sight.
    """
    if b"%PDF-" not in data[:1024]:
        raise UnreadableError("it is not a PDF, or is damaged")
    if IN_PDF.search(data):
        return ["the author"]
    if b"/Encrypt" in data:
        raise UnreadableError("it is locked with a password")
    return []
