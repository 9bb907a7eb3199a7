"""The body of a review: ids of records, headings; and white space, of any file."""

from __future__ import annotations

import re

from briefings.markup import without_comments
from briefings.mending.draft import Draft
from briefings.mending.front import yaml_part
from briefings.outline import ATTRIBUTES, ITEM, Item
from briefings.reading.records import RecordReader
from briefings.sections import LETTER, OTHER
from briefings.vocabulary import Vocabulary

INSIDE = re.compile(r"\s+(?:[-*+]|\d{1,3}[.)])\s|\s*[>|]")
"""A line of an item after which an attribute list would seem to belong to something inside the item."""
BULLET = re.compile(r"[-*+][ \t]+\S")
LONE_MARK = re.compile(r"[ \t]*(?:[-*+>]|\d{1,3}[.)])[ \t]*")
"""A mark of a list or a quotation that nothing follows: with a space behind it, it may be one all the same."""


def with_ids(draft: Draft) -> tuple[Draft, int]:
    """An id for each record that lacks one: the next number of its section."""
    split = draft.outline
    if split is None:
        return draft, 0
    document, outline = split
    reader = RecordReader(outline, "", draft.path, Vocabulary())
    list(reader.records())
    seen = [""] * (document.body_line - 1) + without_comments(document.body).split("\n")
    texts: dict[int, str] = {}
    below: dict[int, str] = {}
    for item, id in reader.without_id:
        last = item.last_line - 1
        if line := _own_line(item, id, seen):
            below[last] = line
        else:
            texts[last] = _with_id(draft.lines[last].text, id, seen[last].rstrip())
    return draft.with_texts(texts, below), len(reader.without_id)


def _own_line(item: Item, id: str, seen: list[str]) -> str:
    """The line of its own that an id needs below some items; nothing where it can stand at the end of one.

    ``seen`` are the file's lines without comments.
    """
    first, last = item.line - 1, item.last_line - 1
    if ATTRIBUTES.search(seen[last]) or not any(INSIDE.match(line) for line in seen[first + 1 : last + 1]):
        return ""
    mark = ITEM.match(seen[first])
    return f"{' ' * (mark.end() if mark else 2)}{{#{id}}}"


def _with_id(text: str, id: str, shown: str) -> str:
    """The last line of an item with an id at its end. ``shown`` is the line without comments."""
    if found := ATTRIBUTES.search(shown):
        space = " " if found.group(2)[:1].strip() else ""
        return f"{text[: found.start(2)]}#{id}{space}{text[found.start(2) :]}"
    return f"{text[: len(shown)]} {{#{id}}}{text[len(shown) :]}"


def with_known_headings(draft: Draft) -> tuple[Draft, int]:
    """The heading of this project in place of another one that means the same section."""
    texts = {}
    split = draft.outline
    for section in split[1].sections if split else ():
        text = draft.lines[section.line - 1].text
        plain = re.fullmatch(rf"##[ \t]*{re.escape(section.heading)}[ \t#]*", text)
        if plain and section.kind not in (OTHER, LETTER) and section.heading != section.kind.heading:
            texts[section.line - 1] = text.replace(section.heading, section.kind.heading, 1)
    return draft.with_texts(texts), len(texts)


def with_plain_space(draft: Draft) -> tuple[Draft, int]:
    """No white space at the end of lines, and a line end at the end. Two spaces that break a line stay."""
    part = yaml_part(draft)
    shown = without_comments(draft.source.text).split("\n")
    texts = {}
    for index, line in enumerate(draft.lines):
        is_comment = line.text != shown[index]
        if not is_comment and line.text[-1:] in (" ", "\t") and (index in part or not _breaks_line(shown, index)):
            texts[index] = line.text.rstrip(" \t")
    last = len(draft.lines) - 1
    below = {last: ""} if texts.get(last, draft.lines[last].text) else {}
    return draft.with_texts(texts, below), len(texts) + len(below)


def _breaks_line(lines: list[str], index: int) -> bool:
    """Whether white space at the end of a line of Markdown may mean that the next one starts a new line."""
    text = lines[index]
    if LONE_MARK.fullmatch(text):
        return True
    below = lines[index + 1] if index + 1 < len(lines) else ""
    if len(text) - len(text.rstrip(" \t")) < 2 and not text.endswith("\t"):
        return False
    starts_anew = not below.strip() or below.startswith("#") or bool(BULLET.match(below))
    return not (starts_anew or not text.strip() or text.startswith("#") or ATTRIBUTES.search(text))
