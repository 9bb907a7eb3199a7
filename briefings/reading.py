"""One file -> one review or theme, or every problem that it has by itself."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from briefings.front_matter import Document, read_document
from briefings.ids import is_id, slug
from briefings.marked_yaml import MarkedData
from briefings.markup import Reference, canonical, markup_problems, references, with_plain_lists, without_comments
from briefings.model import OneThing, Prose, Record, RecordKind, Report, Review, Theme
from briefings.outline import Item, Outline, Section, Word, read_outline
from briefings.problems import ContentError, Problem, did_you_mean
from briefings.schema import STATUSES, ReviewFields, SourceFields, ThemeFields
from briefings.sections import KINDS, REQUIRED, RESERVED, SectionKind
from briefings.shape import shape_problems, validated
from briefings.source import Source
from briefings.vocabulary import UNKNOWN, Term, Vocabulary

Entry = TypeVar("Entry", bound=Term)
RECORD_KINDS = {str(kind): kind for kind in RecordKind}
ATTRIBUTES = ("agency", "audience", "para", "page")
PAGE_OF_OURS = re.compile(r"index|\d{4}(?:-\d+)?")
"""`reviews/index.md` is the list of all reviews, and `reviews/2021.md` that of one year."""
PLACE = re.compile(r"[0-9A-Za-z][0-9A-Za-z .,;()–-]{0,39}")


@dataclass(frozen=True)
class ReadReview:
    """What one review's file gave: the review, if it can be made, its status, and what other files must confirm.

    ``status`` is empty, and ``record_ids`` is None, where the file does not let them be known.
    """

    id: str
    source: Source
    status: str = ""
    review: Review | None = None
    problems: tuple[Problem, ...] = ()
    references: tuple[Reference, ...] = ()
    themes: tuple[Word, ...] = ()
    record_ids: frozenset[str] | None = None


@dataclass(frozen=True)
class ReadTheme:
    """What one theme's file gave; ``marked`` keeps the place of each field."""

    id: str
    source: Source
    theme: Theme | None = None
    problems: tuple[Problem, ...] = ()
    references: tuple[Reference, ...] = ()
    marked: MarkedData | None = None


def read_review(source: Source, path: str, vocabulary: Vocabulary) -> ReadReview:
    """Read a review. ``path`` is its file below the content folder; its stem is the id."""
    name = posixpath.basename(path).removesuffix(".md")
    try:
        document = read_document(source)
    except ContentError as error:
        return ReadReview(name, source, problems=(*error.problems, *_bad_id(source, name)))
    return _ReviewReader(document, path, name, vocabulary).read()


def read_theme(source: Source, path: str, vocabulary: Vocabulary) -> ReadTheme:
    """Read a theme. ``path`` is its file below the content folder; its stem is the id."""
    name = posixpath.basename(path).removesuffix(".md")
    try:
        document = read_document(source)
    except ContentError as error:
        return ReadTheme(name, source, problems=(*error.problems, *_bad_id(source, name)))
    problems = [*_bad_id(source, name), *document.fields.problems]
    lines = without_comments(document.body).split("\n")
    problems += markup_problems(source, lines, document.body_line)
    links = tuple(references(source, lines, document.body_line, path))
    terms = _Terms(document.fields, vocabulary, problems)
    fields = validated(ThemeFields, document.fields.data)
    theme = None
    if isinstance(fields, ThemeFields):
        theme = _theme(fields, terms, path, canonical("\n".join(with_plain_lists(lines)).strip("\n"), path))
    elif document.fields.readable:
        problems += shape_problems(fields, document.fields, ThemeFields)
    return ReadTheme(name, source, theme, tuple(problems), links, document.fields)


def _theme(fields: ThemeFields, terms: _Terms, path: str, body: str) -> Theme:
    return Theme(
        id=posixpath.basename(path).removesuffix(".md"),
        path=path,
        title=fields.title,
        definition=fields.definition,
        aliases=fields.aliases,
        broader=fields.broader or "",
        related=fields.related,
        resources=terms.all("resources", fields.resources, terms.vocabulary.resources, "resources"),
        body=body,
    )


def _bad_id(source: Source, name: str) -> Iterator[Problem]:
    message = f"`{name}` cannot be an id, and a file's name is its id"
    if not is_id(name):
        hint = f"name the file `{slug(name)}.md`: small letters, digits and hyphens"
        yield source.problem("bad-id", 1, 1, message, hint)
    elif PAGE_OF_OURS.fullmatch(name):
        hint = "name the file after the place and the case: `oxfordshire-child-r.md`"
        yield source.problem("bad-id", 1, 1, f"{message}; the address of this one is taken by a list", hint)


@dataclass
class _Terms:
    """Looks ids up in the vocabulary, and reports the unknown ones where they stand in front matter."""

    marked: MarkedData
    vocabulary: Vocabulary
    problems: list[Problem]

    def one(self, name: str, id: str, known: Mapping[str, Entry], stem: str) -> Entry | None:
        return self.find((name,), id, known, stem)

    def all(self, name: str, ids: Iterable[str], known: Mapping[str, Entry], stem: str) -> tuple[Entry, ...]:
        found = (self.find((name, number), id, known, stem) for number, id in enumerate(ids))
        return tuple(dict.fromkeys(entry for entry in found if entry))

    def find(self, path: tuple[str | int, ...], id: str, known: Mapping[str, Entry], stem: str) -> Entry | None:
        if id not in known and stem not in self.vocabulary.unread:
            self.problems.append(self.marked.problem(UNKNOWN[stem], path, *_unknown(id, known, stem)))
        return known.get(id)


def _unknown(id: str, known: Mapping[str, Entry], stem: str) -> tuple[str, str]:
    """What to say of an id that a list does not hold, and the nearest that it does."""
    what = UNKNOWN[stem].removeprefix("unknown-").replace("-", " ")
    names = {entry.name: entry.id for entry in known.values()}
    hint = did_you_mean(id, known, names) or f"the ids stand in vocabulary/{stem}.yml; a new one is added there"
    return f"no {what} is called `{id}`", hint


class _ReviewReader:
    """Makes one review from its document, gathering every problem on the way."""

    def __init__(self, document: Document, path: str, name: str, vocabulary: Vocabulary) -> None:
        self.document = document
        self.source = document.source
        self.path = path
        self.name = name
        self.vocabulary = vocabulary
        self.outline: Outline = read_outline(document)
        self.problems: list[Problem] = [*_bad_id(self.source, name), *document.fields.problems, *self.outline.problems]
        self.theme_words: list[Word] = []
        self.ids: dict[str, int] = {}
        self.numbers = _highest_numbers(self.outline)

    def read(self) -> ReadReview:
        fields = validated(ReviewFields, self.document.fields.data)
        self.check_sections()
        records = tuple(self.records())
        links = tuple(references(self.source, self.outline.lines, self.outline.first_line, self.path))
        review = None
        if isinstance(fields, ReviewFields):
            review = self.review(fields, records, links)
        elif self.document.fields.readable:
            self.problems += shape_problems(fields, self.document.fields, ReviewFields)
        status = self.document.fields.data.get("status")
        return ReadReview(
            id=self.name,
            source=self.source,
            status=status if isinstance(status, str) and status in STATUSES else "",
            review=review,
            problems=tuple(self.problems),
            references=links,
            themes=tuple(self.theme_words),
            record_ids=frozenset(self.ids),
        )

    def problem(self, code: str, line: int, column: int, message: str, hint: str = "") -> None:
        self.problems.append(self.source.problem(code, line, column, message, hint))

    def review(self, fields: ReviewFields, records: tuple[Record, ...], links: tuple[Reference, ...]) -> Review | None:
        lists = self.vocabulary
        terms = _Terms(self.document.fields, lists, self.problems)
        type_ = terms.one("type", fields.type, lists.review_types, "review-types")
        partnership = terms.one("partnership", fields.partnership, lists.partnerships, "partnerships")
        outcome = terms.one("outcome", fields.outcome, lists.outcomes, "outcomes") if fields.outcome else None
        ages = terms.all("ages", fields.ages, lists.ages, "ages")
        harms = terms.all("harms", fields.harms, lists.harms, "harms")
        agencies = terms.all("agencies", fields.agencies, lists.agencies, "agencies")
        if type_ is None or partnership is None:
            return None
        return Review(
            id=self.name,
            path=self.path,
            title=fields.title,
            type=type_,
            partnership=partnership,
            published=fields.published,
            incident=fields.incident or "",
            ages=ages,
            outcome=outcome,
            harms=harms,
            agencies=agencies,
            summary=fields.summary,
            report=_report(fields.source),
            records=records,
            one_things=tuple(self.one_things()),
            questions=tuple(self.text(item.text) for section in self.of("questions") for item in section.items),
            prose=tuple(self.prose()),
            references=tuple(dict.fromkeys(link.target for link in links if link.target != self.name)),
        )

    def of(self, kind: str) -> Iterator[Section]:
        return (section for section in self.outline.sections if section.kind.name == kind)

    def text(self, markdown: str) -> str:
        return canonical(markdown, self.path)

    def check_sections(self) -> None:
        seen: dict[SectionKind, int] = {}
        for section in self.outline.sections:
            if section.kind.name not in ("letter", "other") and section.kind in seen:
                message = f"“{section.heading}” is the same section as line {seen[section.kind]}"
                self.problem("repeated-section", section.line, 1, message, "put the two together under one heading")
            seen.setdefault(section.kind, section.line)
            self.check_items(section)
        end = len(self.source.lines)
        for kind in KINDS:
            if kind.name in REQUIRED and not kind.audience and not any(self.of(kind.name)):
                self.problem(
                    "missing-section", end, 1, f"there is no section “{kind.heading}”", f"add `## {kind.heading}`"
                )
        if not any(self.of("learning")):
            hint = "add `## Learning for practitioners`, with one point an item"
            self.problem("no-learning", end, 1, "this review has no learning points", hint)
        self.check_intro()

    def check_intro(self) -> None:
        line = _first_text(self.outline.intro.split("\n"))
        if line is not None:
            hint = "move it under `## What happened`"
            message = "text before the first heading, which is shown nowhere"
            self.problem("text-before-sections", self.outline.first_line + line, 1, message, hint)

    def check_items(self, section: Section) -> None:
        if section.kind.items == "records" and not section.items and section.prose.strip():
            hint = "put `- ` before each point, and `{#id .theme}` after it"
            self.problem("no-records", section.line, 1, f"“{section.heading}” has text but no list of points", hint)
        if section.kind.name == "one-thing" and section.items and not section.prose.strip() + section.after:
            hint = "write the one thing as a sentence above the list; the list holds the checks that go with it"
            self.problem("empty-section", section.line, 1, "the one thing itself is missing", hint)
        for item in section.items:
            if not item.text.strip():
                self.problem("empty-section", item.line, 1, "an empty list item", "write it, or delete it")

    def records(self) -> Iterator[Record]:
        for section in self.outline.sections:
            kind = RECORD_KINDS.get(section.kind.name)
            for item in section.items if kind else ():
                yield self.record(section, item, RecordKind(section.kind.name))

    def record(self, section: Section, item: Item, kind: RecordKind) -> Record:
        self.check_attributes(item, kind)
        self.theme_words.extend(item.themes)
        return Record(
            review=self.name,
            kind=kind,
            id=self.record_id(section, item, kind),
            text=self.text(item.text),
            themes=tuple(dict.fromkeys(word.text for word in item.themes)),
            agencies=self.words(item, "agency", self.vocabulary.agencies, "agencies"),
            audiences=self.audiences(section, item, kind),
            paragraph=_value(item, "para"),
            page=_value(item, "page"),
        )

    def audiences(self, section: Section, item: Item, kind: RecordKind) -> tuple[str, ...]:
        named = self.words(item, "audience", self.vocabulary.audiences, "audiences")
        if named:
            return tuple(audience.id for audience in named)
        if kind is not RecordKind.LEARNING:
            return ()
        return (section.kind.audience,) if section.kind.audience else tuple(self.vocabulary.audiences)

    def words(self, item: Item, name: str, known: Mapping[str, Entry], stem: str) -> tuple[Entry, ...]:
        """The ids in ``agency="schools gps"``, looked up."""
        attribute = item.attribute(name)
        found = []
        for part in re.finditer(r"\S+", attribute.text) if attribute else ():
            id = part.group()
            if id in known:
                found.append(known[id])
            elif attribute and stem not in self.vocabulary.unread:
                column = attribute.column + part.start()
                self.problem(UNKNOWN[stem], attribute.line, column, *_unknown(id, known, stem))
        return tuple(dict.fromkeys(found))

    def record_id(self, section: Section, item: Item, kind: RecordKind) -> str:
        if item.id is None:
            if kind is not RecordKind.FINDING and _tells(item):
                hint = f"end it with `{{#{self.free_id(section)}}}`, and never change that id again"
                self.problem("missing-id", item.line, 1, "this has no id, so nobody can link to it", hint)
            return ""
        word = item.id
        if not is_id(word.text):
            message = f"`{word.text}` is not an id: small letters, digits and hyphens"
            self.problem("bad-id", word.line, word.column, message, f"write `#{slug(word.text)}`")
        elif RESERVED.fullmatch(word.text):
            message = f"`{word.text}` is the address of a part of every review's page"
            self.problem("bad-id", word.line, word.column, message, f"write `#{self.free_id(section)}`")
        elif word.text in self.ids:
            message = f"`{word.text}` is the id of the item on line {self.ids[word.text]} already"
            self.problem("repeated-id", word.line, word.column, message, f"write `#{self.free_id(section)}`")
        self.ids.setdefault(word.text, item.line)
        return word.text

    def free_id(self, section: Section) -> str:
        """An id of a section that no record of the file has, another one each time."""
        prefix = section.kind.prefix
        self.numbers[prefix] += 1
        return f"{prefix}{self.numbers[prefix]}"

    def check_attributes(self, item: Item, kind: RecordKind) -> None:
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

    def one_things(self) -> Iterator[OneThing]:
        for section in self.of("one-thing"):
            checks = tuple(self.text(item.text) for item in section.items)
            text = "\n\n".join(part for part in (section.prose, section.after) if part)
            yield OneThing(self.name, section.kind.audience, self.text(text), checks)

    def prose(self) -> Iterator[Prose]:
        """Every text section; and the text around the list of a section of records, so that nothing is lost."""
        for section in self.outline.sections:
            if not section.kind.items:
                yield Prose(section.kind.name, section.heading, self.text(section.prose))
            elif section.kind.name != "one-thing":
                for text in filter(None, (section.prose, section.after)):
                    yield Prose(f"{section.kind.name}-{section.kind.prefix}", section.heading, self.text(text))


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


def _first_text(lines: list[str]) -> int | None:
    """Where text stands that is no heading; headings above all sections are told as such."""
    return next((number for number, line in enumerate(lines) if line.strip() and not line.startswith("#")), None)


def _report(fields: SourceFields) -> Report:
    return Report(
        title=fields.title,
        publisher=fields.publisher,
        url=fields.url or "",
        pages=int(fields.pages or 0),
        available_until=fields.available_until,
        via=fields.via or "",
    )
