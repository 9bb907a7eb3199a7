"""The parts of a Word file, read within limits: no part too large, no document type, no entities."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from briefings.reports.refusals import DEEPEST, LARGEST_PART, MOST_PARTS, NotImportedError

OLD_WORD = b"\xd0\xcf\x11\xe0"
BROKEN = "this Word file is broken; open it in Word, save it again as .docx, and import that"
NOT_WORD = "this is not a Word file (.docx), whatever its name says; open it in Word, and save it as .docx"
LOCKED = "this is an older Word file (.doc), or it has a password; open it in Word, and save it as .docx without one"
TOO_LARGE = f"a part of this Word file has more than {LARGEST_PART // 1_000_000} MB of text; import a shorter report"
TRICKS = (
    "this Word file holds a document type, which Word never writes; open it in Word, save it again, and import that"
)


def read_parts(path: Path, names: tuple[str, ...]) -> dict[str, Element]:
    """The named XML parts of a Word file that are there; the first must be.

    Raises :class:`NotImportedError` where it is no Word file, has a password, or is broken or too large.
    """
    with path.open("rb") as file:
        start = file.read(4)
    if start == OLD_WORD:
        raise NotImportedError(LOCKED)
    try:
        with ZipFile(path) as archive:
            found = set(archive.namelist())
            if len(archive.infolist()) > MOST_PARTS:
                raise NotImportedError(f"this Word file has more than {MOST_PARTS:,} parts; save it again in Word")
            if names[0] not in found:
                raise NotImportedError(NOT_WORD)
            return {name: parsed(_unpacked(archive, name)) for name in names if name in found}
    except BadZipFile as error:
        raise NotImportedError(BROKEN if start[:2] == b"PK" else NOT_WORD) from error
    except (zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        raise NotImportedError(BROKEN) from error


def _unpacked(archive: ZipFile, name: str) -> bytes:
    """One part. What the file says of its size is not believed."""
    with archive.open(name) as part:
        data = part.read(LARGEST_PART + 1)
    if len(data) > LARGEST_PART:
        raise NotImportedError(TOO_LARGE)
    return data


def parsed(data: bytes) -> Element:
    """The tree of an XML text. Names come without their namespaces, because Word has two sets of them."""
    builder = TreeBuilder()
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise NotImportedError(BROKEN)
        builder.start(_local(name), {_local(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_local(name))

    def refuse(*_: object) -> None:
        raise NotImportedError(TRICKS)

    parser = expat.ParserCreate(namespace_separator="}")
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = refuse
    try:
        parser.Parse(data, True)
        return builder.close()
    except expat.ExpatError as error:
        raise NotImportedError(BROKEN) from error


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def value(parent: Element | None, path: str, attribute: str = "val") -> str:
    """An attribute of the element at a path below another; empty where there is none."""
    found = parent.find(path) if parent is not None else None
    return found.get(attribute, "") if found is not None else ""


def is_on(parent: Element | None, path: str) -> bool:
    """Whether a switch such as bold is set: it is when it is there and does not say no."""
    found = parent.find(path) if parent is not None else None
    return found is not None and found.get("val", "1") not in ("0", "false", "none", "off")


def number(text: str, otherwise: int = 0) -> int:
    """A small number of a Word file, or what to take where it is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else otherwise


def by_id(parent: Element | None, path: str, key: str) -> Iterator[tuple[str, Element]]:
    """Each element at a path with its id."""
    for found in parent.findall(path) if parent is not None else ():
        yield found.get(key, ""), found
