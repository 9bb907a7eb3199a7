"""What is wrong with text that is not YAML, in an author's words: PyYAML's own words help nobody.

PyYAML has two parsers, which word the same fault differently; what is said here is the same for both.
"""

from __future__ import annotations

import re

import yaml

from briefings.problems import Problem
from briefings.source import Source

NOT_A_FIELD = "this line is not `key: value`"
FIELD_HINT = "each line is a key, a colon, a space and a value"
FAULTS: tuple[tuple[str, bool, str, str], ...] = (
    (
        "quoted scalar: found unexpected end",
        True,
        "a quotation mark is opened here and never closed",
        "close it with the same mark",
    ),
    ("unknown escape", True, "a backslash inside double quotes", "use single quotes, or leave the backslash out"),
    (
        "flow sequence",
        True,
        "the list that starts here is not closed",
        "put commas between its items and `]` at its end",
    ),
    ("flow node", False, "something that starts with `[` or `{` is not closed", "put `]` or `}` at its end"),
    (
        "flow mapping",
        True,
        "the fields that start here are not closed",
        "put commas between them, quotes round a value that holds a colon, and `}` at the end",
    ),
    ("entries are not allowed", False, "a list may not start on the line of its key", "write `key: [one, two]`"),
    ("<document start>", False, "this line is indented otherwise than the first", "start each key at the same column"),
    ("found another document", False, "a second line of `---` inside the fields", "delete it"),
)
"""A part of PyYAML's sentence; whether to point at where the thing began; what we say; and the cure."""


def broken(source: Source, error: yaml.YAMLError, first_line: int) -> Problem:
    """The problem for an error of PyYAML in text that starts at a line of the source."""
    context, what = (str(getattr(error, name, None) or "") for name in ("context", "problem"))
    began, met = (_place(error, name, first_line) for name in ("context_mark", "problem_mark"))
    here = met or began or (first_line, 1)
    for part, at_start, message, hint in FAULTS:
        if part in f"{context}: {what}":
            return source.problem("broken-yaml", *(began if at_start and began else here), message, hint)
    if "could not find expected ':'" in what and began:
        line, column = began
        return source.problem("broken-yaml", line, column, NOT_A_FIELD, _spaced(source.lines[line - 1]) or FIELD_HINT)
    place, message, hint = _from_the_line(source, what, here)
    return source.problem("broken-yaml", *place, message, hint)


def _place(error: yaml.YAMLError, name: str, first_line: int) -> tuple[int, int] | None:
    mark = getattr(error, name, None)
    return (first_line + mark.line, mark.column + 1) if mark else None


def _from_the_line(source: Source, what: str, here: tuple[int, int]) -> tuple[tuple[int, int], str, str]:
    """Place, message and hint, as the line where PyYAML stopped tells them."""
    text = source.lines[min(here[0], len(source.lines)) - 1]
    key, colon, value = text.partition(": ")
    if "cannot start any token" in what or (colon and value.lstrip().startswith(("*", "&", "!"))):
        column = len(key) + 2 + len(value) - len(value.lstrip())
        message = f"a value may not start with `{value.strip()[:1]}` unless it is in quotes"
        return (here[0], column + 1), message, _quoted(key, value)
    if "mapping values" in what and colon and ": " in value:
        return here, "a value that holds a colon and a space stands in quotes", _quoted(key, value)
    if "mapping values" in what:
        return _from_the_line_above(source, here)
    if text.lstrip().startswith("- "):
        return here, "a list item where a `key: value` is expected", "indent it by two spaces below its key"
    if colon and value.lstrip().startswith(("'", '"', "[", "{")):
        return here, "text after the end of a value", "put quotes round the whole value, or delete what follows it"
    return here, "this is not YAML", "check colons, quotes and how far lines are indented"


def _from_the_line_above(source: Source, here: tuple[int, int]) -> tuple[tuple[int, int], str, str]:
    number = here[0] - 1
    above = source.lines[number - 1] if number else ""
    if re.match(r"\s*[^\s:]+:([ \t]|$)", above):
        return here, "this line is indented, and the key above has its value already", "start it below the key above"
    return (number, 1), NOT_A_FIELD, _spaced(above) or FIELD_HINT


def _quoted(key: str, value: str) -> str:
    plain = value.strip()
    quote = "'" if '"' in plain else '"'
    inner = plain.replace("'", "''") if quote == "'" else plain.replace("\\", "\\\\")
    return f"write `{key.strip()}: {quote}{inner}{quote}`"


def _spaced(line: str) -> str:
    """The line with a plain space behind its colon, if that is what it lacks."""
    found = re.match(r"\s*([\w-]+)(?::\u00a0*|\u00a0+:?\s*|\s+)(\S.*)", line)
    return f"write `{found.group(1)}: {found.group(2).strip()}`" if found else ""
