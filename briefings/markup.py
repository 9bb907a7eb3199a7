"""What an author's Markdown may hold, and the links in it.

The rules are strict so that nothing needs to be cleaned later: no raw HTML, no pictures, no attribute lists but those
that end a record, and links of one form only. Text that passes cannot bring a script, an event handler or a
``javascript:`` address to a page, whatever the Markdown engine makes of it.
"""

from __future__ import annotations

import html
import posixpath
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from urllib.parse import unquote, urlsplit

from briefings.problems import Problem
from briefings.source import Source

HTML = re.compile(r"<(?!https?://[^\s<>\"'\\]+>)[A-Za-z/!?]|-8<-")
BRACE = re.compile(r"\{")
PICTURE = re.compile(r"!\[")
FENCE = re.compile(r"^[ \t>]*(```|~~~)(?:.*?^[ \t>]*\1)?", re.MULTILINE | re.DOTALL)
INSIDE = r"(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*"
HEADING = re.compile(rf"^({INSIDE})(#{{1,2}})(?!#)[ \t]*(.*)", re.MULTILINE)
UNDERLINE = re.compile(r"[ \t>]*(?:=+|-+)[ \t]*")
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


@dataclass(frozen=True, slots=True)
class Reference:
    """A link to a review, a theme, or one record of a review, and where an author wrote it."""

    target: str
    anchor: str
    line: int
    column: int


def without_comments(text: str) -> str:
    """The text with HTML comments blanked out, so that notes to oneself never reach a page and places stay the same."""
    kept = []
    end = 0
    while (start := text.find("<!--", end)) >= 0 and (close := text.find("-->", start + 4)) >= 0:
        kept += [text[end:start], re.sub(r"[^\n]", " ", text[start : close + 3])]
        end = close + 3
    return "".join([*kept, text[end:]])


@dataclass(frozen=True, slots=True)
class _Text:
    """Lines of a source as one text, of which any place can be told."""

    source: Source
    text: str
    starts: list[int]
    first_line: int

    @classmethod
    def of(cls, source: Source, lines: list[str], first_line: int) -> _Text:
        starts = [0, *accumulate(len(line) + 1 for line in lines)]
        return cls(source, "\n".join(lines), starts, first_line)

    def place(self, offset: int) -> tuple[int, int]:
        index = bisect_right(self.starts, offset) - 1
        return self.first_line + index, offset - self.starts[index] + 1

    def problem(self, code: str, offset: int, message: str, hint: str) -> Problem:
        return self.source.problem(code, *self.place(offset), message, hint)


REFUSED = (
    (
        BRACE,
        "stray-attributes",
        "a brace here: an attribute list belongs at the end of a record",
        "put it at the very end of a list item in a section of records, or delete it; for the sign write `&#123;`",
    ),
    (PICTURE, "picture", "pictures are not part of a review", "say in words what it shows, or link to the report"),
)
"""What may stand nowhere in a text: its pattern, code, message and hint."""


def markup_problems(source: Source, lines: list[str], first_line: int) -> Iterator[Problem]:
    """What these lines hold that a review may not. ``first_line`` is where they start in the source."""
    whole = _Text.of(source, lines, first_line)
    for found in FENCE.finditer(whole.text):
        hint = "delete this line, and the one that ends the block"
        yield whole.problem("code-block", found.start(1), "a block of code, which has no place in a review", hint)
    text = replace(whole, text=FENCE.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), whole.text))
    yield from _raw_html(text)
    for pattern, code, message, hint in REFUSED:
        for found in pattern.finditer(text.text):
            yield text.problem(code, found.start(), message, hint)
    yield from _headings(text)
    yield from _bad_links(text)


def _raw_html(text: _Text) -> Iterator[Problem]:
    """Each tag that opens; those that close only where none opens, for one mistake is one problem."""
    tags = list(HTML.finditer(text.text))
    opening = [tag for tag in tags if tag.group() != "</"]
    for tag in opening or tags:
        hint = "write it in Markdown; for the sign itself write `&lt;`"
        yield text.problem("raw-html", tag.start(), "HTML has no place in a review", hint)


def _headings(text: _Text) -> Iterator[Problem]:
    """Headings that would stand beside the page's own title and sections, or be made of the line below them."""
    for found in HEADING.finditer(text.text):
        inside, hashes, title = found.groups()
        sign = "for the sign itself write `\\#`"
        if inside:
            hint = f"write it in bold, `**{title.strip()}**`; {sign}"
            yield text.problem("top-heading", found.start(2), "a heading inside a list, a quotation or an indent", hint)
        elif len(hashes) == 1:
            message = "a second title: the title is in the front matter"
            yield text.problem(
                "top-heading", found.start(2), message, f"delete it, or write `## {title.strip()}`; {sign}"
            )
    for index, (above, line) in enumerate(pairwise(text.text.split("\n")), 1):
        if UNDERLINE.fullmatch(line) and (title := _underlined(above, line)):
            hint = f"write `## {title}`, or put an empty line above a rule"
            yield text.problem("underlined-heading", text.starts[index], "a heading made by underlining", hint)


def _underlined(above: str, line: str) -> str:
    """The text that a line of dashes would make a heading of; nothing where it makes none."""
    inside = re.match(INSIDE, above)
    title = above[inside.end() if inside else 0 :].strip()
    empty_item = line.strip() == "-" and bool(ITEM.match(above))
    return "" if title.startswith("#") or "|" in title or empty_item else title


LINK_HINT = "write `[text](https://…)`, `[[review-id]]` or `[text](../2021/review-id.md)`, with no spaces"


def _bad_links(text: _Text) -> Iterator[Problem]:
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


def _is_picture(text: _Text, link: re.Match[str]) -> bool:
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
    text = _Text.of(source, lines, first_line)
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


def plain_text(text: str) -> str:
    """An author's Markdown as words alone: no marks, no addresses."""
    text = WIKI.sub(lambda found: found.group(3) or found.group(1), text)
    text = LINK.sub(r"\1", text)
    text = re.sub(r"(?m)^[ \t]*(?:[-*+>]|\d+[.)]|#+)\s+", "", text)
    return " ".join(re.sub(r"\*\*|__|(?<!\w)[*_]|[*_](?!\w)|`", "", text).split())


def escaped(text: str) -> str:
    """Plain text made safe to stand anywhere in Markdown."""
    text = html.escape(text, quote=False)
    text = re.sub(r"([\\`*_{}\[\]#])", r"\\\1", text)
    return re.sub(r"^(\d+)([.)])(?=\s|$)", r"\1\\\2", re.sub(r"^([-+])(?=\s|$)", r"\\\1", text))


ITEM = re.compile(r"([ \t]*)([-*+]|\d{1,3}[.)])[ \t]+(?=\S)")
LONE_MARK = re.compile(r"[ \t]*[-*+][ \t]*")


def with_plain_lists(lines: Iterable[str]) -> Iterator[str]:
    """Lines whose lists stand as Python-Markdown wants them, however their author indented them.

    Each level is indented by four spaces, `1)` is `1.`, and an empty line stands before a list that follows text.
    Other text is not indented at all: it would be a block of code.
    """
    levels: list[tuple[int, bool]] = []
    above = ""
    for line in lines:
        text = line.expandtabs(4)
        indent = len(text) - len(text.lstrip(" "))
        found = ITEM.match(text)
        if found and _starts_item(found.group(2), levels, above):
            inside = bool(levels)
            _close(levels, indent)
            if not inside and above.strip():
                yield ""
            yield f"{' ' * 4 * len(levels)}{found.group(2).replace(')', '.'):<3} {text[found.end() :]}"
            levels.append((indent + 2, found.group(2)[-1] in ".)"))
        elif levels and text.strip():
            if not above.strip() or text.startswith("#"):
                _close(levels, indent)
            if not levels and above.strip():
                yield ""
            lone = LONE_MARK.fullmatch(text)
            yield "" if lone else " " * 4 * len(levels) + text.lstrip()
        else:
            yield line.lstrip()
        above = line


def _starts_item(mark: str, levels: list[tuple[int, bool]], above: str) -> bool:
    """Whether a mark starts an item here. A number does so amid text only as 1, or where a numbered list goes on."""
    if mark[0] in "-*+" or int(mark[:-1]) == 1 or not above.strip():
        return True
    return any(numbered for _, numbered in levels)


def _close(levels: list[tuple[int, bool]], indent: int) -> None:
    """Leave every list that text at this indent is not part of."""
    while levels and indent < levels[-1][0]:
        levels.pop()
