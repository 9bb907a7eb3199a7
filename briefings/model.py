"""The nouns of the field, frozen: a review and its records, a theme, and where each stands in its source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from briefings.dates import PartialDate
from briefings.vocabulary import AgeBand, Agency, Harm, Outcome, Partnership, Resource, ReviewType


class RecordKind(StrEnum):
    """What a record is. The values are the names of the sections that hold them."""

    FINDING = "findings"
    STRENGTH = "strengths"
    LEARNING = "learning"
    RECOMMENDATION = "recommendations"
    FAMILY = "family"


@dataclass(frozen=True, slots=True)
class Record:
    """One list item with an address: a learning point, recommendation, strength, family message or key finding.

    ``text`` is Markdown in which links to reviews read ``[[id#record|text]]``. ``themes`` are ids. ``paragraph`` and
    ``page`` say where it stands in the report. An empty ``id`` (key findings only) means that it has no address.
    """

    review: str
    kind: RecordKind
    id: str
    text: str
    themes: tuple[str, ...] = ()
    agencies: tuple[Agency, ...] = ()
    audiences: tuple[str, ...] = ()
    paragraph: str = ""
    page: str = ""

    @property
    def address(self) -> str:
        """How links name it: ``review-id#p1``."""
        return f"{self.review}#{self.id}"


@dataclass(frozen=True, slots=True)
class OneThing:
    """The one action of a review, and the checks that go with it. ``audience`` is empty when it speaks to everyone."""

    review: str
    audience: str
    text: str
    checks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Prose:
    """A section that is text: what happened, the system today, a letter. ``kind`` is its section's name."""

    kind: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Report:
    """The source of a review, whose copyright stays with its publisher. ``pages`` is 0 when it is not known."""

    title: str
    publisher: str
    url: str = ""
    pages: int = 0
    available_until: PartialDate | None = None
    via: str = ""


@dataclass(frozen=True)
class Review:
    """One published review. ``path`` is its file below the content folder. Order within a kind is the author's rank."""

    id: str
    path: str
    title: str
    type: ReviewType
    partnership: Partnership
    published: PartialDate
    incident: str
    ages: tuple[AgeBand, ...]
    outcome: Outcome | None
    harms: tuple[Harm, ...]
    agencies: tuple[Agency, ...]
    summary: str
    report: Report
    records: tuple[Record, ...] = ()
    one_things: tuple[OneThing, ...] = ()
    questions: tuple[str, ...] = ()
    prose: tuple[Prose, ...] = ()
    references: tuple[str, ...] = ()

    def of_kind(self, kind: RecordKind) -> tuple[Record, ...]:
        """Its records of one kind, in the author's order."""
        return tuple(record for record in self.records if record.kind is kind)

    def prose_of(self, kind: str) -> tuple[Prose, ...]:
        """Its text sections of one kind."""
        return tuple(prose for prose in self.prose if prose.kind == kind)

    @cached_property
    def themes(self) -> tuple[str, ...]:
        """The ids of every theme that a record of it carries, most carried first, then in order of rank."""
        counts = Counter(theme for record in self.records for theme in record.themes)
        return tuple(sorted(counts, key=lambda theme: -counts[theme]))

    @cached_property
    def learning_by_theme(self) -> Mapping[str, int]:
        """How many of its learning points carry each theme."""
        return Counter(theme for record in self.of_kind(RecordKind.LEARNING) for theme in record.themes)

    @property
    def name(self) -> str:
        """Title, place and year, enough to know it in a list: ``Child R, Oxfordshire, 2021``."""
        return f"{self.title}, {self.partnership.place}, {self.published.year}"


@dataclass(frozen=True, slots=True)
class Theme:
    """A lesson that reviews share. ``body`` is Markdown on what good practice looks like."""

    id: str
    path: str
    title: str
    definition: str
    aliases: tuple[str, ...] = ()
    broader: str = ""
    related: tuple[str, ...] = ()
    resources: tuple[Resource, ...] = ()
    body: str = ""
