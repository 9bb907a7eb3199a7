"""What an author's Markdown may hold, and the links in it.

The rules are strict so that nothing needs to be cleaned later: no raw HTML, no pictures, no attribute lists but those
that end a record, and links of one form only. Text that passes cannot bring a script, an event handler or a
``javascript:`` address to a page, whatever the Markdown engine makes of it.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from briefings.problems import Problem
from briefings.source import Source

COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
HTML = re.compile(r"<(?!https?://[^\s<>\"'\\]+>)[A-Za-z/!?]|-8<-")
BRACE = re.compile(r"\{")
PICTURE = re.compile(r"!\[")
DEFINITION = re.compile(r"\[[^\]\n]*\]:")
TARGET = re.compile(r"\]\(([^\s()<>\\]*(?:\([^\s()<>\\]*\)[^\s()<>\\]*)*)\)")
OPENING = re.compile(r"\]\(")
WIKI = re.compile(r"\[\[([^\[\]|#\n]+)(?:#([^\[\]|\n]*))?(?:\|([^\[\]\n]+))?\]\]")
SCHEMES = ("http", "https", "mailto", "tel")


@dataclass(frozen=True, slots=True)
class Reference:
    """A link to a review, a theme, or one record of a review, and where an author wrote it."""

    target: str
    anchor: str
    line: int
    column: int


def without_comments(text: str) -> str:
    """The text with HTML comments blanked out, so that notes to oneself never reach a page and places stay the same."""
    return COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), text)


def markup_problems(source: Source, lines: list[str], first_line: int) -> Iterator[Problem]:
    """What these lines hold that a review may not. ``first_line`` is where they start in the source."""
    for number, line in enumerate(lines, first_line):
        for found in HTML.finditer(line):
            hint = "write it in Markdown; for the sign itself write `&lt;`"
            yield source.problem("raw-html", number, found.start() + 1, "HTML has no place in a review", hint)
        for found in BRACE.finditer(line):
            hint = "put it at the very end of a list item in a section of records, or delete it"
            message = "a brace here: an attribute list belongs at the end of a record"
            yield source.problem("stray-attributes", number, found.start() + 1, message, hint)
        for found in PICTURE.finditer(line):
            hint = "say in words what it shows, or link to the report"
            yield source.problem("picture", number, found.start() + 1, "pictures are not part of a review", hint)
        for found in DEFINITION.finditer(line):
            hint = "write `[text](https://…)` where the link is wanted"
            yield source.problem("bad-link", number, found.start() + 1, "a link defined apart from its text", hint)
        yield from _bad_links(source, line, number)


def _bad_links(source: Source, line: str, number: int) -> Iterator[Problem]:
    for opening in OPENING.finditer(line):
        found = TARGET.match(line, opening.start())
        reason = _fault(found.group(1)) if found else "this is not a link that can be read"
        if reason:
            hint = "write `[text](https://…)`, `[[review-id]]` or `[text](../2021/review-id.md)`, with no spaces"
            yield source.problem("bad-link", number, opening.start() + 3, reason, hint)


def _fault(target: str) -> str:
    """Why a link's target is refused; empty where it is not."""
    if not target:
        return "the link goes nowhere"
    plain = re.sub(r"[\x00-\x20]", "", unquote(html.unescape(target)))
    try:
        parts = urlsplit(plain)
    except ValueError:
        return "this is not an address"
    if parts.scheme and parts.scheme.lower() not in SCHEMES:
        return f"a link may not start with `{parts.scheme}:`"
    if not parts.scheme and (plain.startswith(("/", "\\")) or ":" in plain.split("/")[0]):
        return "a link is a full address, or relative to this file"
    if parts.scheme in ("http", "https") and not parts.netloc:
        return "this address names no website"
    return ""


def is_outside(target: str) -> bool:
    """Whether a link's target is a full address rather than a file of this library."""
    return bool(urlsplit(target).scheme)


def canonical(text: str, path: str) -> str:
    """The text with relative links to reviews and themes turned into ``[[id#record|text]]``.

    ``path`` is the author's file below the content folder. A link that leads to neither stays; it is reported.
    """

    def rewritten(found: re.Match[str]) -> str:
        label, target = found.group(1), found.group(2)
        if is_outside(target):
            return found.group()
        return f"[[{local_target(target, path)}|{label}]]"

    return LINK.sub(rewritten, text)


LINK = re.compile(r"(?<!\[)\[([^\[\]\n]+)" + TARGET.pattern)


def local_target(target: str, path: str) -> str:
    """``review-id#p2`` for a relative link; the path as it stands where it is not a file of reviews or themes."""
    address, _, anchor = target.partition("#")
    where = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(address))) if address else path
    folder, name = where.split("/")[0], posixpath.basename(where)
    known = folder in ("reviews", "themes") and name.endswith(".md")
    return (name.removesuffix(".md") if known else where) + (f"#{anchor}" if anchor else "")


def references(lines: list[str], first_line: int, path: str) -> Iterator[Reference]:
    """Every link in these lines that leads to a file of this library."""
    for number, line in enumerate(lines, first_line):
        for found in WIKI.finditer(line):
            yield Reference(found.group(1).strip(), (found.group(2) or "").strip(), number, found.start() + 3)
        for found in TARGET.finditer(line):
            if not is_outside(found.group(1)):
                target, _, anchor = local_target(found.group(1), path).partition("#")
                yield Reference(target, anchor, number, found.start() + 3)


def with_links(text: str, link: Callable[[str, str, str], str]) -> str:
    """The text with each ``[[id#record|text]]`` replaced by what ``link(id, record, text)`` gives."""
    return (
        WIKI.sub(lambda found: link(*(part.strip() for part in found.groups(default=""))), text)
        if "[[" in text
        else text
    )


def plain_text(text: str) -> str:
    """An author's Markdown as words alone: no marks, no addresses."""
    text = WIKI.sub(lambda found: found.group(3) or found.group(1), text)
    text = LINK.sub(r"\1", text)
    text = re.sub(r"(?m)^\s*(?:[-*+>]|\d+[.)]|#+)\s+", "", text)
    return " ".join(re.sub(r"\*\*|__|(?<!\w)[*_]|[*_](?!\w)|`", "", text).split())


def escaped(text: str) -> str:
    """Plain text made safe to stand anywhere in Markdown."""
    text = html.escape(text, quote=False)
    text = re.sub(r"([\\`*_{}\[\]#])", r"\\\1", text)
    return re.sub(r"^(\d+)([.)])(?=\s|$)", r"\1\\\2", re.sub(r"^([-+])(?=\s|$)", r"\\\1", text))
