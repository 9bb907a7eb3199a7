"""A file's text -> the paragraph, list item or field around a place, as one line each character in its place.

A name may begin on one line and end on the next, so nothing is searched line by line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

BEGINS = re.compile(r"[ \t>]*(?:\n|$|[-*+] |#|\||\d{1,3}[.)] |[\w-]+:(?:[ \n]|$)|---)")
"""A line that begins something new: empty, a list item, a heading, a row of a table, a field."""

UNSEEN = re.compile(r"\{[#.:][^{}\n]*\}|&nbsp;|&#160;|(?<!\w)_+|_+(?!\w)|<!--|-->")
"""Attribute lists, spaces written as entities, marks of emphasis and of comments."""

ADDRESS = re.compile(r"https?://[^\s<>()\"'\]]+")
SIGNS = str.maketrans({"\n": " ", "*": " ", "`": " ", "\\": " ", "\t": " ", "\u00a0": " ", "\u2011": "-", "’": "'"})


def around(text: str, place: int) -> tuple[int, int]:
    """Where the stretch begins that holds a place, and where it ends."""
    start = text.rfind("\n", 0, place) + 1
    while start > 0 and not BEGINS.match(text, start):
        start = text.rfind("\n", 0, start - 1) + 1
    end = text.find("\n", place)
    while 0 <= end < len(text) - 1 and not BEGINS.match(text, end + 1):
        end = text.find("\n", end + 1)
    return start, len(text) if end < 0 else end


def flat(text: str) -> str:
    """A stretch as one line, without addresses of the web and whatever no reader sees."""
    line = text.translate(SIGNS)
    if "://" in line:
        line = ADDRESS.sub(_blank, line)
    return UNSEEN.sub(_blank, line) if any(sign in line for sign in "{&_<>") else line


def addresses(text: str) -> Iterator[tuple[int, str]]:
    """Each web address in a text, with where it starts."""
    if "://" in text:
        for found in ADDRESS.finditer(text):
            yield found.start(), found.group()


def as_words(address: str) -> str:
    """An address or a file's name with the signs between its words made spaces, of the same length."""
    text = re.sub(r"%[0-9A-Fa-f]{2}", "   ", address)
    return re.sub(r"[-_/+=?&.]", lambda sign: "-" if _joins(text, sign.start()) else " ", text)


def _joins(text: str, place: int) -> bool:
    """Whether a sign stands between two digits, as in 2014-03-12."""
    return text[place - 1 : place].isdigit() and text[place + 1 : place + 2].isdigit()


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())
