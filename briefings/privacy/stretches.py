"""A file's text -> its paragraphs, list items and fields, each as one line in which every character keeps its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

NEW = re.compile(r"\n(?![ \t>]*(?:\n|$|[-*+] |#|\||\d{1,3}[.)] |[\w-]+:(?:[ \n]|$)|---))")
"""A line end inside a paragraph: what follows is not empty, a list item, a heading, a table's row or a field."""

UNSEEN = re.compile(r"\{[#.:][^{}\n]*\}|&nbsp;|&#160;|(?<!\w)_+|_+(?!\w)|<!--|-->")
"""Attribute lists, spaces written as entities, and marks of emphasis."""

ADDRESS = re.compile(r"https?://[^\s<>()\"'\]]+")
SIGNS = str.maketrans({"*": " ", "`": " ", "\\": " ", "\t": " ", "\u00a0": " ", "\u2011": "-", "’": "'"})


def stretches(text: str) -> Iterator[tuple[int, str]]:
    """Each stretch of a text, with where it starts. Addresses of the web are left out: see :func:`addresses`."""
    flat = NEW.sub(" ", text).translate(SIGNS)
    if "://" in flat:
        flat = ADDRESS.sub(_blank, flat)
    start = 0
    for line in UNSEEN.sub(_blank, flat).split("\n"):
        if line and not line.isspace():
            yield start, line
        start += len(line) + 1


def addresses(text: str) -> Iterator[tuple[int, str]]:
    """Each web address in a text, with where it starts."""
    if "://" in text:
        for found in ADDRESS.finditer(text):
            yield found.start(), found.group()


def as_words(address: str) -> str:
    """An address or a file's name with the signs between its words made spaces, of the same length."""
    text = re.sub(r"%[0-9A-Fa-f]{2}", "   ", address)
    return re.sub(r"(?<=\d)[-_.](?=\d)|[-_/+=?&.]", lambda sign: "-" if _joins(text, sign.start()) else " ", text)


def _joins(text: str, place: int) -> bool:
    """Whether a sign stands between two digits, as in 2014-03-12."""
    return text[place - 1 : place].isdigit() and text[place + 1 : place + 2].isdigit()


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())
