"""What a photo says of itself: the place, the time, the camera and the people that JPEG, PNG and TIFF data can hold.

Only the head of each part is read, never the picture; damaged parts end the reading.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Mapping
from types import MappingProxyType

TAGS: Mapping[int, str] = MappingProxyType(
    {
        0x010E: "a description",
        0x010F: "the camera",
        0x0110: "the camera",
        0x0132: "the time",
        0x013B: "who took it",
        0x8298: "who took it",
        0x8825: "the place",
        0x9003: "the time",
        0x9004: "the time",
        0x9286: "a comment",
        0x9C9B: "a description",
        0x9C9C: "a comment",
        0x9C9D: "who took it",
        0x9C9E: "a description",
        0xA430: "who took it",
        0xA431: "the camera",
    }
)
"""The tags of EXIF that can lead to a person, and what each gives away."""

EXIF_BLOCK = 0x8769
MOST_TAGS = 500
XMP = re.compile(
    rb"exif:GPS(?P<place>)|(?:dc:creator|photoshop:AuthorsPosition|dc:rights)(?P<who>)|xmp:CreateDate(?P<time>)"
    rb"|exif:DateTimeOriginal(?P<time2>)|tiff:(?:Make|Model)(?P<camera>)"
)
IN_XMP: Mapping[str, str] = MappingProxyType(
    {"place": "the place", "who": "who took it", "time": "the time", "time2": "the time", "camera": "the camera"}
)


def in_photo(data: bytes) -> list[str]:
    """What a JPEG, PNG or TIFF file gives away, each thing once."""
    if data.startswith(b"\xff\xd8"):
        parts = _jpeg(data)
    elif data.startswith(b"\x89PNG\r\n\x1a\n"):
        parts = _png(data)
    else:
        parts = _exif(data)
    return sorted(set(parts))


def _jpeg(data: bytes) -> Iterator[str]:
    """Segment by segment, up to where the picture begins."""
    at = 2
    while data[at : at + 1] == b"\xff" and at + 4 <= len(data) and data[at + 1] != 0xDA:
        kind, length = data[at + 1], struct.unpack_from(">H", data, at + 2)[0]
        part = data[at + 4 : at + 2 + length]
        if kind == 0xE1 and part.startswith(b"Exif\0\0"):
            yield from _exif(part[6:])
        elif kind == 0xE1:
            yield from in_xmp(part)
        elif kind == 0xED and b"8BIM\x04\x04" in part:
            yield from _iptc(part)
        elif kind == 0xFE and part.strip(b"\0 "):
            yield "a comment"
        at += 2 + max(length, 2)


def _png(data: bytes) -> Iterator[str]:
    """Chunk by chunk; text that names the program alone gives nobody away."""
    at = 8
    while at + 12 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        part = data[at + 8 : at + 8 + length]
        if kind == b"eXIf":
            yield from _exif(part)
        elif kind in (b"tEXt", b"zTXt", b"iTXt"):
            yield from _png_text(part)
        at += 12 + length


def _png_text(part: bytes) -> Iterator[str]:
    word = part.partition(b"\0")[0].decode("latin-1").lower()
    told = {"author": "who took it", "creation time": "the time", "copyright": "who took it", "source": "the camera"}
    if word == "xml:com.adobe.xmp":
        yield from in_xmp(part)
    elif word in ("title", "description", "comment"):
        yield "a description" if word != "comment" else "a comment"
    elif word in told:
        yield told[word]


def _exif(data: bytes) -> Iterator[str]:
    """The tags of the first picture's block and of the EXIF block that it leads to."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(data[:4])
    if order is None or len(data) < 8:
        return
    blocks = [struct.unpack_from(f"{order}I", data, 4)[0]]
    for start in blocks:
        for tag, kind, count, value in _tags(data, order, start):
            if tag == EXIF_BLOCK and len(blocks) == 1:
                blocks.append(struct.unpack(f"{order}I", value)[0])
            elif tag in TAGS and _says_something(data, order, kind, count, value):
                yield TAGS[tag]


def _tags(data: bytes, order: str, start: int) -> Iterator[tuple[int, int, int, bytes]]:
    """Tag, type, count and the four bytes of the value of each entry of a block."""
    if start + 2 > len(data):
        return
    count = struct.unpack_from(f"{order}H", data, start)[0]
    for number in range(min(count, MOST_TAGS)):
        at = start + 2 + 12 * number
        if at + 12 > len(data):
            return
        yield struct.unpack_from(f"{order}HHI4s", data, at)


def _says_something(data: bytes, order: str, kind: int, count: int, value: bytes) -> bool:
    """Whether a value is more than spaces and zeros; the kinds of one byte a character are looked at."""
    if kind not in (1, 2, 7):
        return True
    at = struct.unpack(f"{order}I", value)[0]
    text = value[:count] if count <= 4 else data[at : at + min(count, 1000)]
    return bool(text.replace(b"ASCII\0\0\0", b"").strip(b"\0 "))


def in_xmp(data: bytes) -> Iterator[str]:
    """What the XMP of a picture gives away."""
    return (IN_XMP[found.lastgroup] for found in XMP.finditer(data) if found.lastgroup)


def _iptc(part: bytes) -> Iterator[str]:
    """By-line, headline, caption, city and date of the older data of news pictures."""
    for number, told in ((80, "who took it"), (120, "a description"), (90, "the place"), (55, "the time")):
        if bytes((0x1C, 2, number)) in part:
            yield told
