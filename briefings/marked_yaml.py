"""YAML text -> plain data whose every value is a string, and the place where each value stands.

Only strings: PyYAML would turn ``no`` into false and ``12:30`` into a number. Nothing is constructed, so no tag can run
code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from briefings.broken_yaml import broken
from briefings.problems import Problem
from briefings.source import CONTROL, UNSEEN_HINT, Source, unseen

Data = str | list["Data"] | dict[str, "Data"]
Path = tuple[str | int, ...]

LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
TYPOGRAPHIC = re.compile(r"[“”„][^“”„]*[“”]|«[^«»]*»|[‘’](?:[^‘’]|(?<=\w)’(?=\w))*’")
"""A value that stands in typographic quotes as a whole; an apostrophe inside it is no quote."""
MOST_NESTED = 12


@dataclass(slots=True)
class MarkedData:
    """A mapping of strings, lists and mappings; ``marks`` gives the line and column of each key and value, by path.

    ``readable`` is false where the text is no YAML that we read, so that nothing is known of its fields.
    """

    source: Source
    data: dict[str, Data] = field(default_factory=dict)
    marks: dict[Path, tuple[int, int]] = field(default_factory=dict)
    first: tuple[int, int] = (1, 1)
    readable: bool = True
    problems: list[Problem] = field(default_factory=list)

    def mark(self, path: Path) -> tuple[int, int]:
        """The place of a value, or of the nearest thing that holds it."""
        while path and path not in self.marks:
            path = path[:-1]
        return self.marks.get(path, self.first)

    def problem(self, code: str, path: Path, message: str, hint: str = "") -> Problem:
        """A problem at the place of a value."""
        return self.source.problem(code, *self.mark(path), message, hint)


def read_yaml(source: Source, text: str, first_line: int = 1) -> MarkedData:
    """Read one mapping that starts at a line of the source; what is wrong with it is in ``problems``."""
    marked = MarkedData(source, first=(first_line, 1))
    marked.problems.extend(_tabs(source, text, first_line))
    if not marked.problems:
        _read(marked, text, first_line)
    marked.readable = bool(marked.data) or not marked.problems
    return marked


def _read(marked: MarkedData, text: str, first_line: int) -> None:
    try:
        marked.problems.extend(_refused(marked.source, text, first_line))
        node = None if marked.problems else yaml.compose(text, Loader=LOADER)
    except yaml.YAMLError as error:
        marked.problems.append(broken(marked.source, error, first_line))
    else:
        _read_top(marked, node, first_line)


def _refused(source: Source, text: str, first_line: int) -> Iterator[Problem]:
    """What YAML has and we do not read. Depth first of all: text that is nested deep enough would crash the parser."""
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        line, column = _place(event.start_mark, first_line)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MOST_NESTED:
            yield source.problem("broken-yaml", line, column, "lists within lists, far too deep", "write one list")
            return
        if getattr(event, "anchor", None):
            hint = "write the value out; if it starts with `&` or `*`, put it in quotes"
            yield source.problem("yaml-alias", line, column, "an anchor or alias, which is not read", hint)
        elif getattr(event, "tag", None):
            hint = "put the value in quotes, or take the `!` away"
            yield source.problem("yaml-alias", line, column, "a value that starts with `!`, which is not read", hint)


def _read_top(marked: MarkedData, node: yaml.Node | None, first_line: int) -> None:
    if node is None:
        return
    if not isinstance(node, yaml.MappingNode):
        message = "this should be a list of `key: value` lines"
        hint = "write a key, a colon, a space and a value"
        marked.problems.append(
            marked.source.problem("broken-yaml", first_line + node.start_mark.line, 1, message, hint)
        )
        return
    marked.marks[()] = _place(node.start_mark, first_line)
    marked.data = dict(_Walk(marked, first_line).pairs(node, ()))


class _Walk:
    """Turns nodes into data and notes where each stood."""

    def __init__(self, marked: MarkedData, first_line: int) -> None:
        self.marked = marked
        self.first_line = first_line

    def value(self, node: yaml.Node, path: Path) -> Data:
        self.marked.marks[path] = self.place(node)
        if isinstance(node, yaml.MappingNode):
            return dict(self.pairs(node, path))
        if isinstance(node, yaml.SequenceNode):
            return [self.value(child, (*path, number)) for number, child in enumerate(node.value)]
        return self.scalar(node, path)

    def pairs(self, node: yaml.MappingNode, path: Path) -> Iterator[tuple[str, Data]]:
        lines: dict[str, int] = {}
        for key_node, child in node.value:
            key = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else "?"
            if key in lines:
                message = f"`{key}` stands here a second time; the first is on line {lines[key]}"
                self.problem("repeated-key", key_node, message, "keep one of the two")
                continue
            lines[key] = self.place(key_node)[0]
            value = self.value(child, (*path, key))
            if not isinstance(child, yaml.ScalarNode) or not child.value:
                self.marked.marks[(*path, key)] = self.place(key_node)
            self.marked.marks[(*path, key, "key")] = self.place(key_node)
            yield key, value

    def scalar(self, node: yaml.Node, path: Path) -> str:
        value = str(node.value)
        if not getattr(node, "style", None) and value in ("~", "null"):
            return ""
        if found := CONTROL.search(value):
            self.problem("control-character", node, unseen(found.group()), UNSEEN_HINT)
            return CONTROL.sub("", value)
        if TYPOGRAPHIC.fullmatch(value):
            shown = f"{path[-1]}: " if path and isinstance(path[-1], str) else ""
            message = "the value stands in typographic quotes"
            self.problem("typographic-quotes", node, message, f'write `{shown}"{value[1:-1]}"`')
            return value[1:-1]
        return value

    def place(self, node: yaml.Node) -> tuple[int, int]:
        return _place(node.start_mark, self.first_line)

    def problem(self, code: str, node: yaml.Node, message: str, hint: str) -> None:
        self.marked.problems.append(self.marked.source.problem(code, *self.place(node), message, hint))


def _place(mark: Any, first_line: int) -> tuple[int, int]:
    return first_line + mark.line, mark.column + 1


def _tabs(source: Source, text: str, first_line: int) -> Iterator[Problem]:
    """YAML forbids tabs as indentation, and says so in words that help nobody."""
    for number, line in enumerate(text.split("\n"), first_line):
        found = re.match(r" *\t", line)
        if found and line.strip():
            hint = "replace each tab with two spaces"
            yield source.problem("tab", number, found.end(), "a tab at the start of a line", hint)
