"""The nouns of the field, frozen: a review and its records, a theme, and where each stands in its source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from briefings.dates import PartialDate
from briefings.schema import EMERGENCY
from briefings.sections import LEARNING
from briefings.vocabulary import AgeBand, Agency, Harm, Outcome, Partnership, Resource, ReviewType

MOST_FIRST_THEMES = 3


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

    @property
    def anchor(self) -> str:
        """Where it stands on its review's page."""
        return f"one-thing-{self.audience}" if self.audience else "one-thing"


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
    place: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """What was put right in a review after its publication. ``text`` is plain text."""

    on: PartialDate
    text: str


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A review that was taken back: its address, and what readers are told there. Nothing else of it is kept."""

    id: str
    on: PartialDate | None = None
    reason: str = ""


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
    corrections: tuple[Correction, ...] = ()
    formerly: tuple[str, ...] = ()
    """Ids that it had before: their addresses lead to it."""

    def of_kind(self, kind: RecordKind) -> tuple[Record, ...]:
        """Its records of one kind, in the author's order."""
        return tuple(record for record in self.records if record.kind is kind)

    def learning_of(self, audience: str) -> tuple[Record, ...]:
        """The learning points of one section: those for one audience alone, or (``""``) all that are in no other."""
        found = self.of_kind(RecordKind.LEARNING)
        if audience:
            return tuple(record for record in found if record.audiences == (audience,))
        elsewhere = [(kind.audience,) for kind in LEARNING if kind.audience]
        return tuple(record for record in found if record.audiences not in elsewhere)

    def prose_of(self, kind: str) -> tuple[Prose, ...]:
        """Its text sections of one kind."""
        return tuple(prose for prose in self.prose if prose.kind == kind)

    @cached_property
    def records_by_theme(self) -> Mapping[str, int]:
        """How many of its records carry each theme, in order of rank."""
        return Counter(theme for record in self.records for theme in record.themes)

    @cached_property
    def themes(self) -> tuple[str, ...]:
        """The ids of every theme that a record of it carries, most carried first, then in order of rank."""
        return tuple(sorted(self.records_by_theme, key=lambda theme: -self.records_by_theme[theme]))

    @property
    def first_themes(self) -> tuple[str, ...]:
        """The first of its themes: a one thing carries none of its own, and these stand for it."""
        return self.themes[:MOST_FIRST_THEMES]

    @cached_property
    def learning_by_theme(self) -> Mapping[str, int]:
        """How many of its learning points carry each theme."""
        return Counter(theme for record in self.of_kind(RecordKind.LEARNING) for theme in record.themes)

    @property
    def is_about_adults(self) -> bool:
        """Whether it is about adults alone: its kind says so, or (where that may be either) every age band does."""
        if self.type.group != "everyone":
            return self.type.group == "adults"
        return bool(self.ages) and all(band.group == "adults" for band in self.ages)

    @property
    def name(self) -> str:
        """Title, place and year, enough to know it in a list: ``Child R, Oxfordshire, 2021``."""
        return f"{self.title}, {self.partnership.place}, {self.published.year}"


@dataclass(frozen=True, slots=True)
class Theme:
    """A lesson that reviews share. ``body`` is Markdown on what good practice looks like, ``harm`` what it is about."""

    id: str
    path: str
    title: str
    definition: str
    aliases: tuple[str, ...] = ()
    broader: str = ""
    related: tuple[str, ...] = ()
    resources: tuple[Resource, ...] = ()
    harm: Harm | None = None
    body: str = ""


class ActionStatus(StrEnum):
    """How far an action is, by its owner's own account. Overdue is not among them: it follows from the due date."""

    NOT_REPORTED = ""
    NOT_STARTED = "not-started"
    IN_PROGRESS = "in-progress"
    DONE = "done"
    EVIDENCED = "done-evidenced"
    NOT_ACCEPTED = "not-accepted"
    SUPERSEDED = "superseded"

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done, or may be."""
        return self in (ActionStatus.NOT_REPORTED, ActionStatus.NOT_STARTED, ActionStatus.IN_PROGRESS)

    @property
    def is_done(self) -> bool:
        """Whether it is said to be done, with evidence or without."""
        return self in (ActionStatus.DONE, ActionStatus.EVIDENCED)


@dataclass(frozen=True, slots=True)
class Plan:
    """An action plan of a review. ``place`` says where in the report it stands."""

    id: str
    title: str
    agreed: PartialDate | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """One dated report on an action, with what shows it. All text is plain."""

    date: PartialDate
    text: str
    evidence: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """Something that somebody promised to do because of a review, and what came of it. All text is plain.

    ``answers`` are ids of records of the same review; ``named`` is the owner as the plan names it, ``stated`` the
    status in the plan's own word, and ``finished`` the date on which it was done, where that is known.
    """

    review: str
    id: str
    path: str
    text: str
    owners: tuple[Agency, ...]
    status: ActionStatus = ActionStatus.NOT_REPORTED
    plan: Plan | None = None
    answers: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    named: str = ""
    starts: PartialDate | None = None
    due: PartialDate | None = None
    finished: PartialDate | None = None
    stated: str = ""
    reason: str = ""
    progress: tuple[Progress, ...] = ()

    @property
    def address(self) -> str:
        """How it is named across reviews: ``review-id#a1``."""
        return f"{self.review}#{self.id}"

    @property
    def completed(self) -> PartialDate | None:
        """When it was done, if it is said to be: the date given for that, or else that of the newest report."""
        dates = [self.finished] if self.finished else [report.date for report in self.progress]
        return max(dates) if dates and self.status.is_done else None

    def is_overdue(self, day: date) -> bool:
        """Whether its due date has passed and nobody has said that it is done."""
        return bool(self.due and self.status.is_open and self.due.last_day < day)


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom readers of a site can turn to. What is not given is empty."""

    name: str
    email: str = ""
    phone: str = ""
    page: str = ""

    @property
    def answers(self) -> bool:
        """Whether it says a way to get in touch."""
        return bool(self.email or self.phone or self.page)


@dataclass(frozen=True, slots=True)
class LeaveQuickly:
    """A way to leave the site at once: what its button says, and the address it leads to."""

    label: str
    to: str


@dataclass(frozen=True, slots=True)
class PrivacySettings:
    """What a site adds to the lists of the search for private details: titles, roles, and people who may be named."""

    titles: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """What a site says of itself in ``content/site.yml``. ``searches`` are what people really ask.

    ``emergency`` is the sentence that stands after helplines. ``searched`` is whether it is built with a search.
    """

    contact: Contact | None = None
    leave_quickly: LeaveQuickly | None = None
    emergency: str = EMERGENCY
    searches: tuple[str, ...] = ()
    searched: bool = True
    privacy: PrivacySettings = PrivacySettings()


@dataclass(frozen=True, slots=True)
class Digest:
    """Which reviews a bulletin takes from the library. ``home`` is its own partnership, if it has one.

    Of each filter (``themes``, ``harms`` …, all ids) a review must meet one; an empty one lets all through.
    """

    id: str
    path: str
    title: str
    published: PartialDate
    first: PartialDate
    last: PartialDate
    issue: str = ""
    home: Partnership | None = None
    region: str = ""
    neighbours: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    harms: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    partnerships: tuple[str, ...] = ()
    introduction: str = ""

    def covers(self, published: PartialDate) -> bool:
        """Whether a date may lie in its period; a bare year does where it touches it."""
        return self.first.first_day <= published.last_day and published.first_day <= self.last.last_day

    def wants(self, review: Review) -> bool:
        """Whether a review is of its period and passes every filter."""
        return self.covers(review.published) and all(
            not wanted or not set(wanted).isdisjoint(has)
            for wanted, has in (
                (self.themes, review.themes),
                (self.harms, (harm.id for harm in review.harms)),
                (self.agencies, (agency.id for agency in review.agencies)),
                (self.types, (review.type.id,)),
                (self.partnerships, (review.partnership.id,)),
            )
        )

    @property
    def is_filtered(self) -> bool:
        """Whether it leaves out reviews of its period."""
        return any((self.themes, self.harms, self.agencies, self.types, self.partnerships))
