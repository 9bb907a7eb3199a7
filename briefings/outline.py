"""A body of Markdown -> its sections, their prose and list items, each with its line and attribute list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from markdown.extensions.attr_list import get_attrs_and_remainder

from briefings.front_matter import Document
from briefings.markup import markup_problems, without_comments
from briefings.plain_lists import with_plain_lists
from briefings.problems import Problem, did_you_mean
from briefings.sections import BY_HEADING, OTHER, SectionKind, kind_of, normal
from briefings.source import Source

HEADING = re.compile(r"#{1,2}(?!#)")
ITEM = re.compile(r" {0,3}(?:[-*+]|\d{1,3}[.)])(?: +|$)")
BULLET = re.compile(r"\s*([•◦▪●‣∙·○■□➢➤✓\uf0b7\uf0a7])[\s\u00a0]*(?=\S)")
"""What Word puts before an item; Markdown would run such lines together."""
NO_SPACE = re.compile(r"(?:-(?=\w)|\d{1,3}[.)](?=[^\W\d]))")
ATTRIBUTES = re.compile(r"(\{:?([^{}]*)\})\s*$")
UNCLOSED = re.compile(r"\{:?\s*[#.][^{}]*$")
MOST_COMPARED = 100
"""Unknown headings of one file for which the nearest known one is looked for: each costs a millisecond."""
SIGNS = {"id": "#", ".": "."}
CURLY = str.maketrans("“”„‘’", '"""\'\'')


@dataclass(frozen=True, slots=True)
class Word:
    """A word of an attribute list, and where it stands."""

    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Item:
    """A top-level list item: its Markdown without the list's indentation, and what its attribute list says.

    ``attributes`` are the names in it with their values. ``readable`` is false where the list is there and is wrong.
    ``line`` and ``last_line`` are lines of the source, the attribute list's among them.
    """

    text: str
    line: int
    id: Word | None = None
    themes: tuple[Word, ...] = ()
    attributes: tuple[tuple[Word, Word], ...] = ()
    readable: bool = True
    last_line: int = 0

    def attribute(self, name: str) -> Word | None:
        """The value that an attribute of this name has."""
        return next((value for key, value in self.attributes if key.text == name), None)


@dataclass(frozen=True, slots=True)
class Section:
    """One section. ``prose`` is all its text where items are not kept; else what stands before its list.

    ``after`` is what stands between or behind the items and belongs to none.
    """

    kind: SectionKind
    heading: str
    line: int
    prose: str = ""
    items: tuple[Item, ...] = ()
    after: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """A body's sections in order. ``lines`` are its lines without comments and attribute lists."""

    source: Source
    first_line: int
    intro: str
    sections: tuple[Section, ...]
    lines: list[str]
    problems: tuple[Problem, ...]


def read_outline(document: Document) -> Outline:
    """Split a review's body into sections; what is wrong with its text is in ``problems``."""
    return _Reader(document).read()


class _Reader:
    """Walks the lines of one body. Attribute lists are blanked out of ``lines`` as they are read."""

    def __init__(self, document: Document) -> None:
        self.source = document.source
        self.first_line = document.body_line
        self.lines = without_comments(document.body).split("\n")
        self.problems: list[Problem] = []
        self.unknown_headings = 0

    def read(self) -> Outline:
        self.mend_bullets()
        starts = [number for number, line in enumerate(self.lines) if self.starts_section(line)]
        intro = "\n".join(self.lines[: starts[0]] if starts else self.lines)
        sections = tuple(self.section(start, end) for start, end in pairwise([*starts, len(self.lines)]))
        self.problems += markup_problems(self.source, self.lines, self.first_line)
        return Outline(self.source, self.first_line, intro, sections, self.lines, tuple(self.problems))

    def problem(self, code: str, index: int, column: int, message: str, hint: str = "") -> None:
        self.problems.append(self.source.problem(code, self.first_line + index, column, message, hint))

    def starts_section(self, line: str) -> bool:
        """Whether a section starts here: at `##`, and at a wrong `#` over what is plainly meant as a section."""
        return bool(HEADING.match(line)) and (line.startswith("##") or kind_of(_words_of(line)) is not OTHER)

    def mend_bullets(self) -> None:
        """Report each bullet of a word processor, and read on as if the author had written a list."""
        for index, line in enumerate(self.lines):
            if found := BULLET.match(line):
                sign = found.group(1)
                message = f"`{sign}` starts no list item in Markdown"
                self.problem("list-marker", index, found.start(1) + 1, message, "write `- ` in its place")
                self.lines[index] = f"{line[: found.start(1)]}- {line[found.end() :]}"

    def section(self, start: int, end: int) -> Section:
        heading = _words_of(self.lines[start])
        kind = kind_of(heading)
        if self.lines[start].startswith("##"):
            self.check_section(start, end, heading)
        line = self.first_line + start
        if not kind.items:
            return Section(kind, heading, line, _text(self.lines[start + 1 : end]))
        self.mend_marks(start + 1, end)
        first = next((number for number in range(start + 1, end) if ITEM.match(self.lines[number])), end)
        blocks, loose = self.blocks(first, end)
        self.check_loose(heading, loose)
        items = tuple(self.record(*block) if kind.items == "records" else self.item(*block) for block in blocks)
        prose = _text(self.lines[start + 1 : first])
        return Section(kind, heading, line, prose, items, _text(self.lines[number] for number in loose))

    def check_section(self, start: int, end: int, heading: str) -> None:
        hint = "write it, or delete the heading"
        if not heading:
            self.problem("empty-section", start, 1, "a heading without words", hint)
        elif kind_of(heading) is OTHER:
            self.unknown(start, heading)
        if heading and not any(line.strip() for line in self.lines[start + 1 : end]):
            self.problem("empty-section", start, 1, f"the section “{heading}” is empty", hint)

    def unknown(self, index: int, heading: str) -> None:
        self.unknown_headings += 1
        near = did_you_mean(normal(heading), BY_HEADING) if self.unknown_headings <= MOST_COMPARED else ""
        hint = near or "known headings stand in docs/writing-a-review.md"
        self.problem("unknown-section", index, 1, f"“{heading}” is no section we know; it is kept as written", hint)

    def mend_marks(self, start: int, end: int) -> None:
        """Report each mark without its space, where only a list can be meant, and read on as if it had one."""
        for index in range(start, end):
            line = self.lines[index]
            found = NO_SPACE.match(line)
            above = self.lines[index - 1]
            if found and (not above.strip() or above.startswith("#") or ITEM.match(above)):
                hint = f"write `{found.group()} {line[found.end() :][:20].strip()}`"
                self.problem("list-marker", index, found.end() + 1, "a list item without a space after its mark", hint)
                self.lines[index] = f"{found.group()} {line[found.end() :]}"

    def blocks(self, first: int, end: int) -> tuple[list[tuple[int, int]], list[int]]:
        """The first line of each item and the one after its last; and the lines that belong to no item.

        A list ends at a heading, and at text that is not indented after an empty line; it may go on after that.
        """
        blocks: list[tuple[int, int]] = []
        loose: list[int] = []
        inside = True
        for number in range(first, end):
            line = self.lines[number]
            if self.is_item(number, first):
                inside = True
                blocks.append((number, number + 1))
            elif line.startswith("#") or (line.strip() and line[0] not in " \t" and not self.lines[number - 1].strip()):
                inside = False
            if not inside:
                loose.append(number)
            elif line.strip():
                blocks[-1] = (blocks[-1][0], number + 1)
        return blocks, loose

    def check_loose(self, heading: str, loose: list[int]) -> None:
        for above, number in pairwise([-1, *loose]):
            if above != number - 1:
                hint = "indent it by two spaces if it belongs to the item above, or move it before the list"
                self.problem(
                    "text-after-list", number, 1, f"text of “{heading}” that belongs to no item of its list", hint
                )

    def is_item(self, index: int, first: int) -> bool:
        """Whether an item starts here that is no deeper than the first of the list."""
        found = ITEM.match(self.lines[index])
        return bool(found) and _indent(self.lines[index]) <= _indent(self.lines[first]) + 1

    def record(self, start: int, end: int) -> Item:
        """An item with its attribute list taken off, which is its last line or the end of it."""
        last = self.lines[end - 1]
        if found := ATTRIBUTES.search(last):
            self.lines[end - 1] = last[: found.start()].rstrip()
            return self.described(self.item(start, end), found, end - 1)
        broken = self.is_unclosed(start, end)
        return replace(self.item(start, end), readable=not broken)

    def is_unclosed(self, start: int, end: int) -> bool:
        """Whether an attribute list at the end of an item lacks its last brace, or has it on a later line."""
        for index in range(end - 1, max(start, end - 4) - 1, -1):
            found = UNCLOSED.search(self.lines[index])
            rest = " ".join(line.strip() for line in self.lines[index + 1 : end])
            if found and (not rest or (rest.endswith("}") and rest.count("}") == 1 and "{" not in rest)):
                message = "this attribute list is not closed" if not rest else "an attribute list stands on one line"
                hint = f"write `{' '.join([found.group().strip(), rest]).strip().removesuffix('}')}}}`"
                self.problem("bad-attributes", index, found.start() + 1, message, hint)
                self.lines[index:end] = [self.lines[index][: found.start()].rstrip(), *[""] * (end - index - 1)]
                return True
        return False

    def described(self, item: Item, found: re.Match[str], index: int) -> Item:
        """An item with what its attribute list says."""
        words = list(self.words(found.group(1), index, found.start(1)))
        ids = [value for name, value in words if name.text == "id"]
        themes = tuple(value for name, value in words if name.text == ".")
        named = tuple((name, value) for name, value in words if name.text not in ("id", "."))
        for extra in ids[1:]:
            self.problem("bad-attributes", index, extra.column, "a second id in one attribute list", "keep the first")
        seen: set[str] = set()
        for name, _ in named:
            if name.text in seen:
                message = f"`{name.text}` stands here a second time"
                hint = f'put both into one: `{name.text}="one two"`'
                self.problem("bad-attributes", index, name.column, message, hint)
            seen.add(name.text)
        return replace(item, id=ids[0] if ids else None, themes=themes, attributes=named, readable=bool(words))

    def words(self, attributes: str, index: int, column: int) -> Iterator[tuple[Word, Word]]:
        """Names and values of an attribute list, read by ``attr_list``'s own functions; none where it is unreadable."""
        plain = attributes.translate(CURLY)
        if plain != attributes and "=" in plain:
            at = next(number for number, sign in enumerate(attributes) if sign != plain[number])
            message = "typographic quotes in an attribute list"
            self.problem("typographic-quotes", index, column + at + 1, message, f"write `{plain}`")
        inner = re.sub(r"\s", " ", plain[1:-1].removeprefix(":"))
        pairs, rest = get_attrs_and_remainder(inner)
        if fault := _unread(inner, pairs, rest):
            message = f"this attribute list cannot be read at `{fault}`"
            hint = 'write it like this: `{#p1 .early-help agency="schools gps" para="12"}`'
            place = max(attributes.find(fault), 0)
            self.problem("bad-attributes", index, column + place + 1, message, hint)
            return
        line = self.first_line + index
        place = 1
        for key, value in pairs:
            written = f"{SIGNS[key]}{value}" if key in SIGNS else key
            name_at = max(plain.find(written, place), place)
            value_at = max(plain.find(value or key, name_at), name_at)
            place = value_at + len(value or key)
            yield Word(key, line, column + name_at + 1), Word(value or "", line, column + value_at + 1)

    def item(self, start: int, end: int) -> Item:
        found = ITEM.match(self.lines[start])
        width = found.end() if found else 0
        text = [self.lines[start][width:], *(_dedented(line, width) for line in self.lines[start + 1 : end])]
        return Item(_text(text), self.first_line + start, last_line=self.first_line + end - 1)


def _words_of(heading: str) -> str:
    """A heading's words. An attribute list after them, which is reported, does not hide which section it is."""
    return ATTRIBUTES.sub("", heading.lstrip("#")).strip().rstrip("#").strip()


def _unread(inner: str, pairs: Sequence[tuple[str, str | None]], rest: str) -> str:
    """The part of an attribute list that is neither an id, a theme nor ``name="value"``; empty where all is."""
    if not inner.strip():
        return "{}"
    if rest.strip():
        return rest.strip()[:20]
    for key, value in pairs:
        if value is None or (value == "" and key in ("id", ".")) or not re.fullmatch(r"\.|[\w-]+", key):
            return SIGNS.get(key, key)
        if value.startswith(('"', "'")):
            return value
    return ""


def _text(lines: Iterable[str]) -> str:
    return "\n".join(with_plain_lists(lines)).strip()


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _dedented(line: str, width: int) -> str:
    return line[min(width, _indent(line)) :]
