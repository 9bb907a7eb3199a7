"""YAML text -> plain data whose every value is a string, and the place where each value stands.

Only strings: PyYAML would turn ``no`` into false and ``12:30`` into a number. Nothing is constructed, so no tag can run
code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from briefings.problems import Problem
from briefings.source import Source

Data = str | list["Data"] | dict[str, "Data"]
Path = tuple[str | int, ...]

LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
TYPOGRAPHIC = re.compile(r"^[“”„‘’«].*[“”‘’»]$", re.DOTALL)
MOST_NESTED = 12


@dataclass(slots=True)
class MarkedData:
    """A mapping of strings, lists and mappings; ``marks`` gives the line and column of each key and value, by path."""

    source: Source
    data: dict[str, Data] = field(default_factory=dict)
    marks: dict[Path, tuple[int, int]] = field(default_factory=dict)
    first: tuple[int, int] = (1, 1)
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
    if marked.problems:
        return marked
    try:
        node = yaml.compose(text, Loader=LOADER)
    except yaml.YAMLError as error:
        marked.problems.append(_broken(source, error, first_line))
    except RecursionError:
        marked.problems.append(source.problem("broken-yaml", first_line, 1, "lists within lists, far too deep"))
    else:
        _read_top(marked, node, first_line)
    return marked


def _read_top(marked: MarkedData, node: yaml.Node | None, first_line: int) -> None:
    if node is None:
        return
    if not isinstance(node, yaml.MappingNode):
        message = "this should be a list of `key: value` lines"
        marked.problems.append(marked.source.problem("broken-yaml", first_line + node.start_mark.line, 1, message))
        return
    data = _Walk(marked, first_line).value(node, ())
    if isinstance(data, dict):
        marked.data = data


class _Walk:
    """Turns nodes into data and notes where each stood. A node met twice is an alias, which we refuse."""

    def __init__(self, marked: MarkedData, first_line: int) -> None:
        self.marked = marked
        self.first_line = first_line
        self.seen: set[int] = set()

    def value(self, node: yaml.Node, path: Path) -> Data:
        self.marked.marks[path] = self.place(node)
        if id(node) in self.seen or len(path) > MOST_NESTED:
            self.problem("yaml-alias", node, "an alias, or lists nested too deep", "write the value out")
            return ""
        self.seen.add(id(node))
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
        if getattr(node, "style", None) is None and value in ("~", "null"):
            return ""
        if TYPOGRAPHIC.match(value) and len(value) > 1:
            shown = f"{path[-1]}: " if path and isinstance(path[-1], str) else ""
            message = "the value stands in typographic quotes, which would be shown"
            self.problem("typographic-quotes", node, message, f'write `{shown}"{value[1:-1]}"`')
        return value

    def place(self, node: yaml.Node) -> tuple[int, int]:
        return self.first_line + node.start_mark.line, node.start_mark.column + 1

    def problem(self, code: str, node: yaml.Node, message: str, hint: str) -> None:
        self.marked.problems.append(self.marked.source.problem(code, *self.place(node), message, hint))


def _tabs(source: Source, text: str, first_line: int) -> Iterator[Problem]:
    """YAML forbids tabs as indentation, and says so in words that help nobody."""
    for number, line in enumerate(text.split("\n"), first_line):
        found = re.match(r" *\t", line)
        if found and line.strip():
            hint = "replace each tab with two spaces"
            yield source.problem("tab", number, found.end(), "a tab at the start of a line", hint)


def _broken(source: Source, error: yaml.YAMLError, first_line: int) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (first_line + mark.line, mark.column + 1) if mark else (first_line, 1)
    what = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "this cannot be read")
    return source.problem("broken-yaml", line, column, f"this is not YAML: {what}", _cure(source, what, line))


def _cure(source: Source, what: str, line: int) -> str:
    text = source.lines[line - 1] if line <= len(source.lines) else ""
    key, colon, value = text.partition(": ")
    if "mapping values are not allowed" in what and colon:
        return f'a value that holds a colon stands in quotes: `{key.strip()}: "{value.strip()}"`'
    if "expected ',' or ']'" in what or "flow sequence" in what:
        return "close the list with `]` and put commas between its items"
    if "quoted scalar" in what:
        return "close the quotation mark that was opened"
    if "cannot start any token" in what:
        return "put the value in straight quotes"
    if "could not find expected ':'" in what:
        return "each line is `key: value`, with a colon and a space"
    return "check colons, quotes and how far lines are indented"
