"""The bytes of a file that lies beside the text -> what it gives away, in words, without any value."""

from __future__ import annotations

from briefings.privacy.documents import in_office, in_pdf
from briefings.privacy.photos import in_photo

PHOTOS = (".jpg", ".jpeg", ".png", ".tif", ".tiff")
OFFICE = (".docx", ".xlsx", ".pptx")
ATTACHMENTS = (*PHOTOS, *OFFICE, ".pdf")
LARGEST = 64_000_000
"""Bytes of a file that is still looked into."""


def given_away(ending: str, data: bytes) -> tuple[str, str]:
    """The code and the message of what a file gives away; two empty texts where that is nothing.

    Raises :class:`UnreadableError` where a document cannot be looked into.
    """
    if ending in PHOTOS:
        told = in_photo(data)
        return ("privacy-photo", f"this photo says of itself: {', '.join(told)}") if told else ("", "")
    told = in_pdf(data) if ending == ".pdf" else in_office(data)
    return ("privacy-properties", f"this document says of itself: {', '.join(told)}") if told else ("", "")
