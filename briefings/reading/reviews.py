"""A review's file -> the review, or its problems."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from pydantic import ValidationError

from briefings.dates import PartialDate
from briefings.front_matter import Document, read_document
from briefings.links import Reference, canonical, references
from briefings.marked_yaml import MarkedData
from briefings.model import Correction, OneThing, Prose, Record, Report, Review, Withdrawn
from briefings.outline import Outline, Section, Word, read_outline
from briefings.problems import ContentError, Problem
from briefings.reading.craft import craft_problems
from briefings.reading.records import RecordReader
from briefings.reading.section_rules import section_problems
from briefings.reading.terms import bad_id, found, unknown_terms
from briefings.reading.waivers import Waiver, read_waivers
from briefings.schema import EMBARGOED, PUBLISHED, STATUSES, WITHDRAWN, ReviewFields, SourceFields
from briefings.shape import shape_problems, validated
from briefings.source import Source
from briefings.vocabulary import Vocabulary

TERMS = {
    "type": "review-types",
    "partnership": "partnerships",
    "ages": "ages",
    "outcome": "outcomes",
    "harms": "harms",
    "agencies": "agencies",
}
"""The list that each field of front matter takes its ids from."""


@dataclass(frozen=True)
class ReadReview:
    """What one review's file gave: the review, if it can be made, its status, and what other files must confirm.

    ``status`` is empty, and ``record_ids`` is None, where the file does not let them be known. ``fields`` keeps the
    place of each field. ``craft`` is what its author may want to write otherwise.
    """

    id: str
    source: Source
    status: str = ""
    review: Review | None = None
    publish_on: PartialDate | None = None
    withdrawn: Withdrawn | None = None
    fields: MarkedData | None = None
    problems: tuple[Problem, ...] = ()
    references: tuple[Reference, ...] = ()
    themes: tuple[Word, ...] = ()
    record_ids: frozenset[str] | None = None
    names: str = ""
    """Whatever names the people in it: its title, summary, pseudonyms, and the report's title."""
    waivers: tuple[Waiver, ...] = ()
    craft: tuple[Problem, ...] = ()

    def as_of(self, day: date) -> ReadReview:
        """The same on a day: an embargo that ends on it, or ended before, is lifted."""
        is_over = self.status == EMBARGOED and self.publish_on and self.publish_on.first_day <= day
        return replace(self, status=PUBLISHED) if is_over else self


def read_review(source: Source, path: str, vocabulary: Vocabulary) -> ReadReview:
    """Read a review. ``path`` is its file below the content folder; its stem is the id."""
    name = posixpath.basename(path).removesuffix(".md")
    try:
        document = read_document(source)
    except ContentError as error:
        return ReadReview(name, source, problems=(*error.problems, *bad_id(source, name)))
    outline = read_outline(document)
    reader = RecordReader(outline, name, path, vocabulary)
    records = tuple(reader.records())
    links = tuple(references(source, outline.lines, outline.first_line, path))
    fields = validated(ReviewFields, document.fields.data)
    status = _status(document)
    review = None
    if isinstance(fields, ReviewFields):
        review = _review(fields, _Body(outline, name, path), records, links, vocabulary)
    waivers = read_waivers(document, outline)
    problems = (
        *bad_id(source, name),
        *document.fields.problems,
        *outline.problems,
        *section_problems(outline),
        *reader.problems,
        *unknown_terms(document.fields, TERMS, vocabulary),
        *_misshapen(fields, document),
        *waivers.problems,
    )
    return ReadReview(
        id=name,
        source=source,
        status=status,
        review=review,
        publish_on=fields.publish_on if isinstance(fields, ReviewFields) else None,
        withdrawn=_withdrawn(name, fields) if status == WITHDRAWN else None,
        fields=document.fields,
        problems=problems,
        references=links,
        themes=tuple(reader.theme_words),
        record_ids=frozenset(reader.ids),
        waivers=waivers.found,
        craft=tuple(craft_problems(document, outline, vocabulary)),
        names=_names(document),
    )


def _status(document: Document) -> str:
    status = document.fields.data.get("status")
    return status if isinstance(status, str) and status in STATUSES else ""


def _withdrawn(name: str, fields: ReviewFields | ValidationError) -> Withdrawn:
    told = fields.withdrawn if isinstance(fields, ReviewFields) else None
    return Withdrawn(name, told.on, told.reason or "") if told else Withdrawn(name)


def _names(document: Document) -> str:
    fields = document.fields.data
    report = fields.get("source")
    named = [fields.get(name) for name in ("title", "summary", "pseudonyms")]
    return "" if not fields.get("title") else str([*named, report.get("title") if isinstance(report, dict) else ""])


def _misshapen(fields: ReviewFields | ValidationError, document: Document) -> Iterator[Problem]:
    if isinstance(fields, ValidationError) and document.fields.readable:
        yield from shape_problems(fields, document.fields, ReviewFields)


def _review(
    fields: ReviewFields, body: _Body, records: tuple[Record, ...], links: tuple[Reference, ...], lists: Vocabulary
) -> Review | None:
    """The review, unless its type or partnership is unknown."""
    type_, partnership = lists.review_types.get(fields.type), lists.partnerships.get(fields.partnership)
    if type_ is None or partnership is None:
        return None
    return Review(
        id=body.name,
        path=body.path,
        title=fields.title,
        type=type_,
        partnership=partnership,
        published=fields.published,
        incident=fields.incident or "",
        ages=found(fields.ages, lists.ages),
        outcome=lists.outcomes.get(fields.outcome or ""),
        harms=found(fields.harms, lists.harms),
        agencies=found(fields.agencies, lists.agencies),
        summary=fields.summary,
        report=_report(fields.source),
        records=records,
        one_things=tuple(body.one_things()),
        questions=tuple(body.text(item.text) for section in body.of("questions") for item in section.items),
        prose=tuple(body.prose()),
        references=tuple(dict.fromkeys(link.target for link in links if link.target != body.name)),
        corrections=tuple(Correction(each.on, each.text) for each in fields.corrections),
        formerly=fields.formerly,
    )


@dataclass(frozen=True)
class _Body:
    """What a review says besides its records."""

    outline: Outline
    name: str
    path: str

    def of(self, kind: str) -> Iterator[Section]:
        return (section for section in self.outline.sections if section.kind.name == kind)

    def text(self, markdown: str) -> str:
        return canonical(markdown, self.path)

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


def _report(fields: SourceFields) -> Report:
    return Report(
        title=fields.title,
        publisher=fields.publisher,
        url=fields.url or "",
        pages=int(fields.pages or 0),
        available_until=fields.available_until,
        via=fields.via or "",
        place=fields.place or "",
    )
