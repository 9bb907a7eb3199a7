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


def with_ids(draft: Draft) -> tuple[Draft, int]:
    """An id for each record that lacks one: the next number of its section."""
    split = draft.outline
    if split is None:
        return draft, 0
    document, outline = split
    reader = RecordReader(outline, "", draft.path, Vocabulary())
    list(reader.records())
    seen = [""] * (document.body_line - 1) + without_comments(document.body).split("\n")
    for item, id in reversed(reader.without_id):
        draft = _with_id(draft, item, id, seen)
    return draft, len(reader.without_id)


def _with_id(draft: Draft, item: Item, id: str, seen: list[str]) -> Draft:
    """The draft with an id at the end of an item. ``seen`` are the file's lines without comments."""
    first, last = item.line - 1, item.last_line - 1
    text, shown = draft.lines[last].text, seen[last].rstrip()
    if found := ATTRIBUTES.search(shown):
        space = " " if found.group(2)[:1].strip() else ""
        return draft.with_text(last, f"{text[: found.start(2)]}#{id}{space}{text[found.start(2) :]}")
    if any(INSIDE.match(line) for line in seen[first + 1 : last + 1]):
        mark = ITEM.match(seen[first])
        return draft.with_line_after(last, f"{' ' * (mark.end() if mark else 2)}{{#{id}}}")
    return draft.with_text(last, f"{text[: len(shown)]} {{#{id}}}{text[len(shown) :]}")


def with_known_headings(draft: Draft) -> tuple[Draft, int]:
    """The heading of this project in place of another one that means the same section."""
    changes = 0
    split = draft.outline
    for section in split[1].sections if split else ():
        text = draft.lines[section.line - 1].text
        plain = re.fullmatch(rf"##[ \t]*{re.escape(section.heading)}[ \t#]*", text)
        if plain and section.kind not in (OTHER, LETTER) and section.heading != section.kind.heading:
            draft = draft.with_text(section.line - 1, text.replace(section.heading, section.kind.heading, 1))
            changes += 1
    return draft, changes


def with_plain_space(draft: Draft) -> tuple[Draft, int]:
    """No white space at the end of lines, and a line end at the end. Two spaces that break a line stay."""
    part = yaml_part(draft)
    shown = without_comments(draft.source.text).split("\n")

    def change(index: int, text: str) -> str:
        if text != shown[index] or (index not in part and _breaks_line(shown, index)):
            return text
        return text.rstrip(" \t")

    after = draft.with_texts(change)
    changes = after.changed_from(draft)
    last = len(after.lines) - 1
    if after.lines[last].text:
        after = after.with_line_after(last, "")
        changes += 1
    return after, changes


def _breaks_line(lines: list[str], index: int) -> bool:
    """Whether white space at the end of a line of Markdown may mean that the next one starts a new line."""
    text = lines[index]
    below = lines[index + 1] if index + 1 < len(lines) else ""
    if len(text) - len(text.rstrip(" \t")) < 2 and not text.endswith("\t"):
        return False
    starts_anew = not below.strip() or below.startswith("#") or bool(ITEM.match(below))
    return not (starts_anew or not text.strip() or text.startswith("#") or ATTRIBUTES.search(text))
