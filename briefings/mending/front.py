"""Front matter, and files of YAML: tabs, quotes, and the order of the fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

import yaml
from pydantic import BaseModel

from briefings.marked_yaml import LOADER, TYPOGRAPHIC, read_yaml
from briefings.mending.draft import Draft
from briefings.outline import ATTRIBUTES, CURLY
from briefings.schema import DigestFields, ReviewFields, ThemeFields

LEADING_TAB = re.compile(r" *\t[ \t]*(?=[^ \t])")
PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[ -][A-Za-z0-9]+)*")
"""A value that means the same without quotes, in every reader of YAML, unless it is a word of YAML itself."""
OWN_WORDS = frozenset(["true", "false", "yes", "no", "on", "off", "null", "y", "n"])
FIELDS: Mapping[str, type[BaseModel]] = MappingProxyType(
    {"reviews": ReviewFields, "themes": ThemeFields, "digests": DigestFields}
)
"""The fields of front matter by the folder of a file, in the order of the manual."""


def yaml_part(draft: Draft) -> range:
    """The indexes of the lines that are YAML: all of a file of YAML, else those between the borders."""
    if draft.path.endswith(".yml"):
        return range(len(draft.lines))
    document = draft.document
    return range(document.fields.first[0] - 1, document.body_line - 2) if document else range(0)


def without_tabs(draft: Draft) -> tuple[Draft, int]:
    """Two spaces for each tab at the start of a line, which YAML does not allow."""
    texts = {}
    for index in yaml_part(draft):
        text = draft.lines[index].text
        if found := LEADING_TAB.match(text):
            texts[index] = found.group().replace("\t", "  ") + text[found.end() :]
    return draft.with_texts(texts), len(texts)


def with_plain_quotes(draft: Draft) -> tuple[Draft, int]:
    """Straight quotes for typographic ones around a value, and none where a value means the same without."""
    part = yaml_part(draft)
    text = "\n".join(line.text for line in draft.lines[part.start : part.stop])
    found = list(_requoted(text)) if text and read_yaml(draft.source, text).readable else []
    texts: dict[int, str] = {}
    for index, start, end, value in reversed(found):
        line = texts.get(part.start + index, draft.lines[part.start + index].text)
        texts[part.start + index] = line[:start] + value + line[end:]
    return draft.with_texts(texts), len(found)


def _requoted(text: str) -> Iterator[tuple[int, int, int, str]]:
    """The line, start, end and new text of each value that stands in the wrong quotes."""
    lines = text.split("\n")
    try:
        events = list(yaml.parse(text, Loader=LOADER))
    except yaml.YAMLError:
        return
    for event in events:
        start: Any = event.start_mark
        end: Any = event.end_mark
        if isinstance(event, yaml.ScalarEvent) and event.value and start.line == end.line:
            better = _better(lines[start.line][start.column : end.column], str(event.value))
            if better:
                yield start.line, start.column, end.column, better


def _better(written: str, value: str) -> str:
    """How a value should be written; nothing where it is well as it is, or not written out on its line."""
    quoted = written[:1] in ("'", '"')
    if (written[1:-1] if quoted else written) != value:
        return ""
    if TYPOGRAPHIC.fullmatch(value):
        return _written(value[1:-1])
    return value if quoted and _is_plain(value) else ""


def _is_plain(value: str) -> bool:
    return bool(PLAIN.fullmatch(value)) and value.lower() not in OWN_WORDS


def _written(value: str) -> str:
    """A value in straight quotes, or in none where it needs none."""
    if _is_plain(value):
        return value
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def with_plain_attributes(draft: Draft) -> tuple[Draft, int]:
    """Straight quotes for typographic ones in attribute lists."""
    split = draft.outline
    texts = {}
    for line in (
        {problem.line for problem in split[1].problems if problem.code == "typographic-quotes"} if split else ()
    ):
        text = draft.lines[line - 1].text
        if found := ATTRIBUTES.search(text):
            texts[line - 1] = text[: found.start(1)] + found.group(1).translate(CURLY) + text[found.end(1) :]
    return draft.with_texts(texts), len(texts)


def in_order(draft: Draft) -> tuple[Draft, int]:
    """The fields in the order of the manual, each with the comment right above it."""
    blocks = _blocks(draft)
    known = list(FIELDS[draft.path.partition("/")[0]].model_fields) if blocks else []
    if not blocks or any(name not in known for name, _ in blocks):
        return draft, 0
    ordered = sorted(blocks, key=lambda block: known.index(block[0]))
    if ordered == blocks:
        return draft, 0
    first, last = blocks[0][1].start, blocks[-1][1].stop
    inside = [index for _, block in ordered for index in block]
    return draft.with_order([*range(first), *inside, *range(last, len(draft.lines))]), 1


def _blocks(draft: Draft) -> list[tuple[str, range]]:
    """Each field of front matter with the indexes of its lines; none where they are not one below another."""
    document = draft.document
    if document is None or document.fields.problems or not document.fields.data:
        return []
    marks = [(*document.fields.marks[(name, "key")], name) for name in document.fields.data]
    if any(column != 1 for _, column, _ in marks):
        return []
    part = yaml_part(draft)
    starts = [_with_comment(draft, line - 1, part.start) for line, _, _ in marks]
    ends = [*starts[1:], _without_tail(draft, part.stop)]
    return [(name, range(start, end)) for (_, _, name), start, end in zip(marks, starts, ends, strict=True)]


def _with_comment(draft: Draft, index: int, first: int) -> int:
    """Where a field starts: at the comment right above it, if there is one."""
    while index > first and draft.lines[index - 1].text.startswith("#"):
        index -= 1
    return index


def _without_tail(draft: Draft, end: int) -> int:
    """Where the last field ends: what stands below it alone stays where it is."""
    while not draft.lines[end - 1].text.strip() or draft.lines[end - 1].text.startswith("#"):
        end -= 1
    return end
