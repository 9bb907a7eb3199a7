"""What a file says, whatever its white space: mending may not change it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from markdown import markdown

from briefings.marked_yaml import Data, MarkedData, read_yaml
from briefings.mending.draft import Draft
from briefings.outline import Item, Outline, Section
from briefings.problems import Problem
from briefings.reading.section_rules import section_problems

Said = tuple[object, ...]
LONGEST_SHOWN = 4_000
"""Python-Markdown can take minutes for a long text of brackets, and no section or item is as long as that."""


@dataclass(frozen=True)
class Meaning:
    """The fields, the text and the ids of a file, and how many problems of each code it has by itself."""

    readable: bool
    fields: Data
    body: Said
    ids: tuple[str, ...]
    codes: Counter[str]

    def keeps(self, before: Meaning) -> bool:
        """Whether this says all that was said before, with no new problem. What could not be read had no meaning."""
        if not before.readable:
            return self.readable
        ids_kept = all(old in ("", new) for old, new in zip(before.ids, self.ids, strict=False))
        same = (self.readable, self.fields, self.body) == (True, before.fields, before.body)
        return same and ids_kept and len(self.ids) == len(before.ids) and not self.codes - before.codes


def meaning_of(draft: Draft) -> Meaning:
    """What a draft says."""
    document = draft.document
    if document is None:
        marked = read_yaml(draft.source, draft.source.text) if draft.path.endswith(".yml") else None
        return _of_yaml(marked)
    split = draft.outline
    outline = split[1] if split else None
    body = _sections(outline) if outline else (_shown(document.body),)
    ids = tuple(item.id.text if item.id else "" for section in _all(outline) for item in section.items)
    problems: list[Problem] = [*document.fields.problems, *(outline.problems if outline else ())]
    problems += section_problems(outline) if outline else ()
    fields = document.fields
    return Meaning(fields.readable, _plain(fields.data), body, ids, Counter(problem.code for problem in problems))


def _of_yaml(marked: MarkedData | None) -> Meaning:
    if marked is None:
        return Meaning(False, {}, (), (), Counter())
    codes = Counter(problem.code for problem in marked.problems)
    return Meaning(marked.readable, _plain(marked.data), (), (), codes)


def _all(outline: Outline | None) -> tuple[Section, ...]:
    return outline.sections if outline else ()


def _sections(outline: Outline) -> Said:
    return (_shown(outline.intro), *map(_section, outline.sections))


def _section(section: Section) -> Said:
    return (section.kind, _shown(section.prose), _shown(section.after), _items(section))


def _items(section: Section) -> Said:
    return tuple((_shown(item.text), _attributes(item)) for item in section.items)


def _attributes(item: Item) -> Said:
    named = tuple((name.text, value.text) for name, value in item.attributes)
    return (tuple(word.text for word in item.themes), named, item.readable)


def _words(text: str) -> str:
    return " ".join(text.split())


@lru_cache(4096)
def _shown(text: str) -> str:
    """A text as it is shown, so that no white space is lost that means something to Markdown. A very long one stays."""
    if len(text) > LONGEST_SHOWN:
        return text
    return _words(markdown(text, extensions=["tables"])).replace(" </", "</")


def _plain(data: Data) -> Data:
    """Data with its white space made plain, as every field is read."""
    if isinstance(data, dict):
        return {key: _plain(value) for key, value in data.items()}
    return [_plain(value) for value in data] if isinstance(data, list) else _words(data)
