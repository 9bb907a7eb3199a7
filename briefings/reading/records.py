"""The records of a review: each list item with its id, themes, agencies and place, checked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from briefings.ids import is_id, slug
from briefings.links import canonical
from briefings.model import Record, RecordKind
from briefings.outline import Item, Outline, Section, Word
from briefings.problems import Problem, did_you_mean
from briefings.reading.terms import Entry, unknown
from briefings.sections import RESERVED
from briefings.vocabulary import UNKNOWN, Vocabulary

RECORD_KINDS = {str(kind): kind for kind in RecordKind}
ATTRIBUTES = ("agency", "audience", "para", "page")
PLACE = re.compile(r"[0-9A-Za-z][0-9A-Za-z .,;()–-]{0,39}")


class RecordReader:
    """Reads the records of one outline. ``ids`` are theirs, with their lines; ``theme_words`` the themes they name.

    ``without_id`` are the items that need an id, each with one that is free.
    """

    def __init__(self, outline: Outline, review: str, path: str, vocabulary: Vocabulary) -> None:
        self.outline = outline
        self.review = review
        self.path = path
        self.vocabulary = vocabulary
        self.problems: list[Problem] = []
        self.theme_words: list[Word] = []
        self.ids: dict[str, int] = {}
        self.without_id: list[tuple[Item, str]] = []
        self.numbers = _highest_numbers(outline)

    def problem(self, code: str, line: int, column: int, message: str, hint: str = "") -> None:
        """Note what is wrong at a place."""
        self.problems.append(self.outline.source.problem(code, line, column, message, hint))

    def records(self) -> Iterator[Record]:
        """Every record, in the order of the file."""
        for section in self.outline.sections:
            kind = RECORD_KINDS.get(section.kind.name)
            if kind:
                yield from (self._record(section, item, kind) for item in section.items)

    def _record(self, section: Section, item: Item, kind: RecordKind) -> Record:
        self._check_attributes(item, kind)
        self.theme_words.extend(item.themes)
        return Record(
            review=self.review,
            kind=kind,
            id=self._record_id(section, item, kind),
            text=canonical(item.text, self.path),
            themes=tuple(dict.fromkeys(word.text for word in item.themes)),
            agencies=self._words(item, "agency", self.vocabulary.agencies, "agencies"),
            audiences=self._audiences(section, item, kind),
            paragraph=_value(item, "para"),
            page=_value(item, "page"),
        )

    def _audiences(self, section: Section, item: Item, kind: RecordKind) -> tuple[str, ...]:
        named = self._words(item, "audience", self.vocabulary.audiences, "audiences")
        if named:
            return tuple(audience.id for audience in named)
        if kind is not RecordKind.LEARNING:
            return ()
        return (section.kind.audience,) if section.kind.audience else tuple(self.vocabulary.audiences)

    def _words(self, item: Item, name: str, known: Mapping[str, Entry], stem: str) -> tuple[Entry, ...]:
        """The ids in ``agency="schools gps"``, looked up."""
        attribute = item.attribute(name)
        found = []
        for part in re.finditer(r"\S+", attribute.text) if attribute else ():
            id = part.group()
            if id in known:
                found.append(known[id])
            elif attribute and stem not in self.vocabulary.unread:
                column = attribute.column + part.start()
                self.problem(UNKNOWN[stem], attribute.line, column, *unknown(id, known, stem))
        return tuple(dict.fromkeys(found))

    def _record_id(self, section: Section, item: Item, kind: RecordKind) -> str:
        if item.id is None:
            if kind is not RecordKind.FINDING and _tells(item):
                free = self._free_id(section)
                self.without_id.append((item, free))
                hint = f"end it with `{{#{free}}}`, and never change that id again"
                self.problem("missing-id", item.line, 1, "this has no id, so nobody can link to it", hint)
            return ""
        word = item.id
        if not is_id(word.text):
            message = f"`{word.text}` is not an id: small letters, digits and hyphens"
            self.problem("bad-id", word.line, word.column, message, f"write `#{slug(word.text)}`")
        elif RESERVED.fullmatch(word.text):
            message = f"`{word.text}` is the address of a part of every review's page"
            self.problem("bad-id", word.line, word.column, message, f"write `#{self._free_id(section)}`")
        elif word.text in self.ids:
            message = f"`{word.text}` is the id of the item on line {self.ids[word.text]} already"
            self.problem("repeated-id", word.line, word.column, message, f"write `#{self._free_id(section)}`")
        self.ids.setdefault(word.text, item.line)
        return word.text

    def _free_id(self, section: Section) -> str:
        """An id of a section that no record of the file has, another one each time."""
        prefix = section.kind.prefix
        self.numbers[prefix] += 1
        return f"{prefix}{self.numbers[prefix]}"

    def _check_attributes(self, item: Item, kind: RecordKind) -> None:
        for name, word in item.attributes:
            if name.text not in ATTRIBUTES:
                message = f"`{name.text}` is not something a record has"
                hint = did_you_mean(name.text, ATTRIBUTES)
                self.problem("unknown-attribute", name.line, name.column, message, hint)
            elif name.text in ("para", "page") and not PLACE.fullmatch(word.text):
                hint = f'write `{name.text}="27"` or `{name.text}="27-29"`'
                message = f"this is not a place in a report: `{name.text}`"
                self.problem("bad-attributes", word.line, word.column, message, hint)
        if kind is RecordKind.LEARNING and not item.themes and item.id and item.readable:
            hint = "end it with a theme: `{#id .early-help}`; the ids are the files of content/themes"
            self.problem("point-without-theme", item.line, 1, "this learning point is on no theme's page", hint)


def _highest_numbers(outline: Outline) -> Counter[str]:
    """The highest number that an id has behind each prefix: 12 for ``p`` where there is a ``p12``."""
    highest: Counter[str] = Counter()
    for section in outline.sections:
        for item in section.items:
            if item.id and (found := re.fullmatch(r"([a-z]+)([0-9]{1,6})", item.id.text)):
                highest[found.group(1)] = max(highest[found.group(1)], int(found.group(2)))
    return highest


def _tells(item: Item) -> bool:
    """Whether an item's lack of an id is a mistake of its own: not where its attribute list is elsewhere, or broken."""
    return item.readable and "{" not in item.text and bool(item.text.strip())


def _value(item: Item, name: str) -> str:
    word = item.attribute(name)
    return word.text if word else ""
