"""A body of Markdown -> its sections, their prose and list items, each with its line and attribute list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown.extensions.attr_list import get_attrs_and_remainder

from briefings.front_matter import Document
from briefings.markup import markup_problems, without_comments
from briefings.problems import Problem, did_you_mean
from briefings.sections import BY_HEADING, OTHER, SectionKind, kind_of, normal
from briefings.source import Source

HEADING = re.compile(r"(#{1,6})(?:\s+(.*?))?\s*#*\s*$")
UNDERLINE = re.compile(r"(=+|-{2,})\s*$")
ITEM = re.compile(r" {0,3}(?:[-*+]|\d{1,3}[.)])(?: +|$)")
NESTED = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)]) +")
ATTRIBUTES = re.compile(r"(?:^|\s)(\{:?([^{}]*)\})\s*$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of an attribute list, and where it stands."""

    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Item:
    """A top-level list item: its Markdown without the list's indentation, and what its attribute list says."""

    text: str
    line: int
    id: Word | None = None
    themes: tuple[Word, ...] = ()
    attributes: dict[str, Word] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Section:
    """One section. ``prose`` is all its text where items are not kept; else what stands before its list."""

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

    def read(self) -> Outline:
        starts = [number for number, line in enumerate(self.lines) if self.starts_section(number, line)]
        ends = [*starts[1:], len(self.lines)]
        intro = "\n".join(self.lines[: starts[0]] if starts else self.lines).strip("\n")
        sections = tuple(self.section(start, end) for start, end in zip(starts, ends, strict=True))
        self.problems += markup_problems(self.source, self.lines, self.first_line)
        return Outline(self.source, self.first_line, intro, sections, self.lines, tuple(self.problems))

    def problem(self, code: str, index: int, column: int, message: str, hint: str = "") -> None:
        self.problems.append(self.source.problem(code, self.first_line + index, column, message, hint))

    def starts_section(self, index: int, line: str) -> bool:
        found = HEADING.match(line)
        if found and found.group(1) == "#":
            title = found.group(2) or ""
            hint = f"delete it, or make it a section: `## {title}`"
            self.problem("top-heading", index, 1, "a second title: a review's title is in its front matter", hint)
            return True
        if index and UNDERLINE.match(line) and _is_paragraph(self.lines[index - 1]):
            hint = f"write `## {self.lines[index - 1].strip()}`, or put an empty line above a rule"
            self.problem("underlined-heading", index, 1, "a heading made by underlining", hint)
        return bool(found and found.group(1) == "##")

    def section(self, start: int, end: int) -> Section:
        found = HEADING.match(self.lines[start])
        heading = (found.group(2) or "").strip() if found else ""
        kind = kind_of(heading)
        if kind is OTHER:
            self.unknown(start, heading)
        if not any(line.strip() for line in self.lines[start + 1 : end]):
            hint = "write it, or delete the heading"
            self.problem("empty-section", start, 1, f"the section “{heading}” is empty", hint)
        line = self.first_line + start
        if not kind.items:
            return Section(kind, heading, line, "\n".join(self.lines[start + 1 : end]).strip("\n"))
        first, last = self.list_bounds(start + 1, end)
        items = tuple(self.items(kind, first, last))
        prose = "\n".join(self.lines[start + 1 : first]).strip("\n")
        return Section(kind, heading, line, prose, items, self.after(heading, last, end))

    def unknown(self, index: int, heading: str) -> None:
        hint = did_you_mean(normal(heading), BY_HEADING) or "known headings stand in docs/writing-a-review.md"
        self.problem("unknown-section", index, 1, f"“{heading}” is not a section we know; it is kept as written", hint)

    def list_bounds(self, start: int, end: int) -> tuple[int, int]:
        """Where the section's list starts, and where it ends: at text that is not indented, after an empty line."""
        first = next((number for number in range(start, end) if ITEM.match(self.lines[number])), end)
        for number in range(first + 1, end):
            line = self.lines[number]
            belongs = not line.strip() or line.startswith((" ", "\t")) or ITEM.match(line)
            if not belongs and not self.lines[number - 1].strip():
                return first, number
        return first, end

    def after(self, heading: str, last: int, end: int) -> str:
        text = "\n".join(self.lines[last:end]).strip("\n")
        if text:
            hint = "indent it by two spaces if it belongs to the item above, or move it before the list"
            self.problem("text-after-list", last, 1, f"text after the list of “{heading}”", hint)
        return text

    def items(self, kind: SectionKind, first: int, last: int) -> Iterator[Item]:
        starts = [number for number in range(first, last) if self.is_item(number, first)]
        for start, following in zip(starts, [*starts[1:], last], strict=True):
            end = max(number for number in range(start, following) if number == start or self.lines[number].strip()) + 1
            yield self.record(start, end) if kind.items == "records" else self.item(start, end)

    def is_item(self, index: int, first: int) -> bool:
        """Whether an item starts here that is no deeper than the first of the list."""
        found = ITEM.match(self.lines[index])
        return bool(found) and _indent(self.lines[index]) <= _indent(self.lines[first]) + 1

    def record(self, start: int, end: int) -> Item:
        """An item with its attribute list taken off, which is its last line or the end of it."""
        found = ATTRIBUTES.search(self.lines[end - 1])
        if not found:
            return self.item(start, end)
        column = found.start(1)
        attributes = self.lines[end - 1][column:].rstrip()
        self.lines[end - 1] = self.lines[end - 1][:column].rstrip()
        plain = self.item(start, end)
        words = list(self.words(attributes, end - 1, column))
        ids = [word for key, word in words if key == "id"]
        for extra in ids[1:]:
            self.problem("bad-attributes", end - 1, extra.column, "a second id in one attribute list", "keep the first")
        themes = tuple(word for key, word in words if key == ".")
        named = {key: word for key, word in words if key not in ("id", ".")}
        return Item(plain.text, plain.line, ids[0] if ids else None, themes, named)

    def words(self, attributes: str, index: int, column: int) -> Iterator[tuple[str, Word]]:
        """The attribute list, read by ``attr_list``'s own functions."""
        inner = attributes[1:-1].removeprefix(":").replace("\t", " ")
        pairs, rest = get_attrs_and_remainder(inner)
        if rest.strip():
            message = f"this attribute list cannot be read from `{rest.strip()[:20]}` on"
            hint = 'write `{#p1 .early-help agency="schools gps" para="12"}`'
            self.problem("bad-attributes", index, column + 1, message, hint)
            return
        place = column
        for key, value in pairs:
            shown = value or key
            place = max(self.source.lines[self.first_line + index - 1].find(shown, place), column)
            yield key, Word(value or "", self.first_line + index, place + 1)

    def item(self, start: int, end: int) -> Item:
        found = ITEM.match(self.lines[start])
        width = found.end() if found else 0
        text = [self.lines[start][width:], *(_dedented(line, width) for line in self.lines[start + 1 : end])]
        return Item("\n".join(_spaced(text)).strip(), self.first_line + start)


def _is_paragraph(line: str) -> bool:
    return bool(line.strip()) and not HEADING.match(line) and not ITEM.match(line) and "|" not in line


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _dedented(line: str, width: int) -> str:
    return line[min(width, _indent(line)) :]


def _spaced(lines: list[str]) -> Iterator[str]:
    """Lines with an empty one before a nested list, which Markdown wants, and nested items indented by nothing."""
    previous = ""
    for line in lines:
        if NESTED.match(line) and previous.strip() and not NESTED.match(previous) and not previous.startswith(" "):
            yield ""
        yield line
        previous = line
