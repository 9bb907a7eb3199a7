"""Photos and documents that lie in the content: what they say of themselves is told in kind, never in words."""

import io
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.privacy import UnreadableError, given_away
from briefings.privacy.attachments import ATTACHMENTS
from tests.builders import loaded


def tiff(*tags: tuple[int, int, bytes], order: str = "<") -> bytes:
    """An EXIF block with these tags: number, type, value (four bytes or less)."""
    head = b"II*\0" if order == "<" else b"MM\0*"
    entries = b"".join(struct.pack(f"{order}HHI4s", tag, kind, len(value), value) for tag, kind, value in tags)
    return head + struct.pack(f"{order}IH", 8, len(tags)) + entries + b"\0\0\0\0"


def jpeg(*segments: tuple[int, bytes]) -> bytes:
    parts = b"".join(struct.pack(">BBH", 0xFF, kind, len(part) + 2) + part for kind, part in segments)
    return b"\xff\xd8" + parts + b"\xff\xda\0\0picture\xff\xd9"


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    parts = b"".join(struct.pack(">I", len(part)) + kind + part + b"\0\0\0\0" for kind, part in chunks)
    return b"\x89PNG\r\n\x1a\n" + parts


def office(core: str = "", app: str = "", **parts: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("docProps/core.xml", f'<c xmlns:dc="http://purl.org/dc/elements/1.1/">{core}</c>')
        file.writestr("docProps/app.xml", f"<Properties>{app}</Properties>")
        for name, text in parts.items():
            file.writestr(f"word/{name}.xml", text)
    return packed.getvalue()


AUTHOR = (0x013B, 2, b"Ann\0")
PLACE = (0x8825, 4, b"\x1a\0\0\0")
TURNED = (0x0112, 3, b"\1\0")


@pytest.mark.parametrize(
    ("ending", "data", "message"),
    [
        (".jpg", jpeg(), ""),
        (".jpg", jpeg((0xE1, b"Exif\0\0" + tiff(TURNED))), ""),
        (".jpg", jpeg((0xE1, b"Exif\0\0" + tiff(TURNED, PLACE))), "this photo says of itself: the place"),
        (".jpg", jpeg((0xE1, b"Exif\0\0" + tiff(AUTHOR, order=">"))), "this photo says of itself: who took it"),
        (".jpg", jpeg((0xE1, b"Exif\0\0" + tiff((0x013B, 2, b" \0\0\0")))), ""),
        (".jpg", jpeg((0xE1, b"http://ns<x exif:GPSLatitude='51'>")), "this photo says of itself: the place"),
        (".jpg", jpeg((0xED, b"Photoshop\0008BIM\4\4\x1c\2\x50\0\3Ann")), "this photo says of itself: who took it"),
        (".jpg", jpeg((0xFE, b"Ann at home")), "this photo says of itself: a comment"),
        (".jpg", b"no picture", ""),
        (".png", png((b"IHDR", b"x" * 13), (b"tEXt", b"Software\0GIMP")), ""),
        (".png", png((b"tEXt", b"Author\0Ann")), "this photo says of itself: who took it"),
        (".png", png((b"eXIf", tiff(PLACE))), "this photo says of itself: the place"),
        (".docx", office(), ""),
        (".docx", office("<dc:creator>Ann</dc:creator>"), "this document says of itself: the author"),
        (".docx", office("<dc:creator/>", "<Company>Kent</Company>"), "this document says of itself: the company"),
        (".docx", office("<lastModifiedBy>Ann</lastModifiedBy>"), "this document says of itself: who saved it last"),
        (".docx", office(comments="<w:comments/>"), "this document says of itself: comments in the margin"),
        (".docx", office(document='<w:ins w:author="Ann">'), "this document says of itself: tracked changes"),
        (".xlsx", office("<dc:creator>Ann</dc:creator>"), "this document says of itself: the author"),
        (".pdf", b"%PDF-1.7\n<</Title (Report)>>", ""),
        (".pdf", b"%PDF-1.7\n<</Author (Ann)>>", "this document says of itself: the author"),
        (".pdf", b"%PDF-1.7\n<</Author ()>>", ""),
        (".pdf", b"%PDF-1.7\n<dc:creator><rdf:Seq><rdf:li>Ann</rdf:li>", "this document says of itself: the author"),
    ],
)  # fmt: skip
def test_what_a_file_gives_away(ending: str, data: bytes, message: str) -> None:
    assert given_away(ending, data)[1] == message


@pytest.mark.parametrize(
    ("ending", "data", "reason"),
    [
        (".docx", b"PK\3\4broken", "it is damaged, or locked with a password"),
        (".pdf", b"%PDF-1.7\n/Encrypt 5 0 R", "it is locked with a password"),
        (".pdf", b"a text", "it is not a PDF, or is damaged"),
    ],
)
def test_a_document_that_cannot_be_looked_into_is_told_where_it_would_be_published(
    tmp_path: Path, ending: str, data: bytes, reason: str
) -> None:
    problems = loaded(tmp_path, {f"files/plan{ending}": data, f"reviews/plan{ending}": data}).problems
    told = f"nobody can see what this document says of itself: {reason}"
    assert [(problem.path, problem.message) for problem in problems if problem.code == "privacy-properties"] == [
        (f"content/files/plan{ending}", told)
    ]


def test_a_bomb_in_a_document_is_not_unpacked() -> None:
    entities = '<!DOCTYPE c [<!ENTITY a "aaaa">]>'
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("docProps/core.xml", f"{entities}<c>&a;</c>")
        file.writestr("docProps/app.xml", b" " * 50_000_000)
    with pytest.raises(UnreadableError):
        given_away(".docx", packed.getvalue())


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.sampled_from(ATTACHMENTS), st.binary(max_size=300), st.sampled_from([0, 2, 8, 12, 30]))
def test_any_bytes_end_in_an_answer(ending: str, noise: bytes, at: int) -> None:
    starts = {".jpg": jpeg((0xE1, b"Exif\0\0" + tiff(AUTHOR, PLACE))), ".png": png((b"eXIf", tiff(PLACE)))}
    whole = starts.get(ending, office("<dc:creator>Ann</dc:creator>"))
    for data in (noise, whole[:at] + noise, whole[:at] + noise + whole[at + len(noise) :]):
        try:
            code, message = given_away(ending, data)
        except UnreadableError as error:
            code, message = "privacy-properties", str(error)
        assert bool(code) == bool(message)


def test_files_anywhere_in_the_content_are_looked_into_and_their_values_are_not_shown(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "about.md": "# About\n\nAsk the social worker Jane Smith.\n",
        "files/Plan.DOCX": office("<dc:creator>Ann Pike</dc:creator>"),
        "files/map.jpg": jpeg((0xE1, b"Exif\0\0" + tiff(PLACE))),
        "files/.hidden.jpg": jpeg((0xFE, b"Ann")),
    }
    problems = loaded(tmp_path, files).problems
    assert [(problem.path, problem.code) for problem in problems] == [
        ("content/about.md", "privacy-name"),
        ("content/files/Plan.DOCX", "privacy-properties"),
        ("content/files/map.jpg", "privacy-photo"),
    ]
    assert "Ann" not in str(problems)
    assert "Jane" not in str(problems)
