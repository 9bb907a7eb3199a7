"""Markdown -> the words that a reader sees, for feeds, comparisons and names of links."""

from __future__ import annotations

import html
import re

from briefings.links import LINK, WIKI

MARKS = re.compile(
    r"^(?:[ \t]*(?:[-*+>]|#{1,6}|\d{1,9}[.)])[ \t]+)+"
    r"|(?<!\\)(?:\*\*|\*|`|(?<!\w)_{1,3}|_{1,3}(?!\w))"
    r"|\n?(?<!\\)\{:?[^{}\n]*\}",
    re.MULTILINE,
)
"""What Markdown reads as a sign and not as text: emphasis, code, and the marks of lists, quotations and headings."""

ENTITY = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|\w+);")
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!<>|~:&-])")


BREAKABLE = re.compile(r"[^\S\u00a0]+")


def plain(markdown: str) -> str:
    """The text alone, on one line. A link becomes its words; for one that has none see :meth:`Library.plain`."""
    return " ".join(as_set(markdown).split())


def as_set(markdown: str) -> str:
    """The text alone, on one line, with the spaces kept at which no line may end."""
    text = WIKI.sub(lambda found: found.group(3) or found.group(1), markdown)
    text = LINK.sub(lambda found: found.group(1), text)
    text = ESCAPED.sub(r"\1", MARKS.sub("", text))
    return BREAKABLE.sub(" ", ENTITY.sub(lambda found: html.unescape(found.group()), text)).strip(" ")


def opening(text: str, words: int) -> str:
    """How a plain text begins: its first sentence if that is short, else its first words and an ellipsis."""
    first = re.split(r"(?<=[.!?])\s", text, maxsplit=1)[0]
    found = first.split()
    return first if len(found) <= words else " ".join(found[:words]).rstrip(",;:–- ") + " …"
