"""The links in an author's text: which are refused, where they lead, and how they are kept until a page is written."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from briefings.problems import Problem
from briefings.source import Passage, Source

DEFINITION = re.compile(r"\] ?:")
TARGET = re.compile(r"\]\(([^\s()<>\\]*(?:\([^\s()<>\\]*\)[^\s()<>\\]*)*)\)")
OPENING = re.compile(r"\]\(")
WORDLESS = re.compile(r"\[\s*(?=\]\()")
WORDS = r"(?:[^\[\]\n]|\n(?![ \t]*(?:\n|\Z)))+"
"""What a link shows: it may run on to the next line, never over an empty one."""
LINK = re.compile(rf"(?<!\[)\[({WORDS})" + TARGET.pattern)
WIKI = re.compile(rf"\[\[([^\[\]|#\n]+)(?:#([^\[\]|\n]*))?(?:\|({WORDS}))?\]\]")
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
SCHEMES = ("http", "https", "mailto", "tel")
LINK_HINT = "write `[text](https://…)`, `[[review-id]]` or `[text](../2021/review-id.md)`, with no spaces"


@dataclass(frozen=True, slots=True)
class Reference:
    """A link to a review, a theme, or one record of a review, and where an author wrote it."""

    target: str
    anchor: str
    line: int
    column: int


def link_problems(text: Passage) -> Iterator[Problem]:
    """The links that are refused, and whatever could be read as a link and is none of ours."""
    links = list(LINK.finditer(text.text))
    worded = {found.end(1) for found in links}
    pictures = {found.end(1) for found in links if _is_picture(text, found)}
    wordless = {found.end() for found in WORDLESS.finditer(text.text)}
    for opening in OPENING.finditer(text.text):
        if opening.start() in pictures:
            continue
        found = TARGET.match(text.text, opening.start())
        reason = _fault(found.group(1)) if found else "this is not a link that can be read"
        if reason:
            yield text.problem("bad-link", opening.start() + 2, reason, LINK_HINT)
        elif opening.start() in wordless:
            yield text.problem(
                "bad-link", opening.start(), "a link without words", "write what it leads to inside `[ ]`"
            )
        elif found and opening.start() not in worded and not is_outside(found.group(1)):
            message = "the words of a link to a review may not hold brackets"
            yield text.problem("bad-link", opening.start(), message, LINK_HINT)
    rest = WIKI.sub(lambda found: " " * len(found.group()), text.text)
    for found in DEFINITION.finditer(rest):
        hint = "write `[text](https://…)` where the link is wanted, or leave the colon out"
        yield text.problem("bad-link", found.start(), "a link defined apart from its text", hint)
    for found in re.finditer(r"\[\[", rest):
        yield text.problem("bad-link", found.start(), "this is not a link that can be read", LINK_HINT)


def _is_picture(text: Passage, link: re.Match[str]) -> bool:
    """Whether this is a picture, which is told as that and not as a link."""
    return link.start() > 0 and text.text[link.start() - 1] == "!"


def _fault(target: str) -> str:
    """Why a link's target is refused; empty where it is not."""
    if not target:
        return "the link goes nowhere"
    plain = re.sub(r"[\x00-\x20]", "", unquote(html.unescape(target)))
    try:
        parts = urlsplit(plain)
    except ValueError:
        return "this is not an address"
    if not parts.scheme:
        return _fault_of_path(plain)
    if parts.scheme.lower() not in SCHEMES:
        return f"a link may not start with `{parts.scheme}:`"
    return "this address names no website" if parts.scheme in ("http", "https") and not parts.netloc else ""


def _fault_of_path(path: str) -> str:
    if path.startswith(("/", "\\")) or ":" in path.split("/", maxsplit=1)[0]:
        return "a link is a full address, or relative to this file"
    if re.match(r"[^/#]*\w\.(?!md(?:#|$))\w", path):
        return "an address of a website starts with `https://`, and a file of a review or theme ends in `.md`"
    return ""


def is_outside(target: str) -> bool:
    """Whether a link's target is a full address rather than a file of this library."""
    return bool(SCHEME.match(target))


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


def local_target(target: str, path: str) -> str:
    """``review-id#p2`` for a relative link; the path as it stands where it is not a file of reviews or themes."""
    address, _, anchor = target.partition("#")
    where = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(address))) if address else path
    folder, name = where.split("/")[0], posixpath.basename(where)
    known = folder in ("reviews", "themes") and name.endswith(".md")
    return (name.removesuffix(".md") if known else where) + (f"#{anchor}" if anchor else "")


def references(source: Source, lines: list[str], first_line: int, path: str) -> Iterator[Reference]:
    """Every link in these lines that leads to a file of this library."""
    text = Passage.of(source, lines, first_line)
    for found in WIKI.finditer(text.text):
        yield Reference(found.group(1).strip(), (found.group(2) or "").strip(), *text.place(found.start() + 2))
    for found in LINK.finditer(text.text):
        address = found.group(2)
        if not is_outside(address) and not _fault(address) and not _is_picture(text, found):
            target, _, anchor = local_target(address, path).partition("#")
            yield Reference(target, anchor, *text.place(found.start(2)))


def with_links(text: str, link: Callable[[str, str, str], str]) -> str:
    """The text with each ``[[id#record|text]]`` replaced by what ``link(id, record, text)`` gives."""
    return (
        WIKI.sub(lambda found: link(*(part.strip() for part in found.groups(default=""))), text)
        if "[[" in text
        else text
    )
