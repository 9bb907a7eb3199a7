"""Whole libraries for tests: a strategy that makes them from model objects, and small ones made by hand."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from briefings.dates import PartialDate
from briefings.library import Library, library_of
from briefings.links import WIKI
from briefings.model import Digest, OneThing, Prose, Record, RecordKind, Report, Review, Theme
from briefings.vocabulary import GlossaryEntry, Partnership, Resource, Vocabulary, load_vocabulary

LAW = settings(deadline=None, max_examples=30, derandomize=True)
"""For a property of whole libraries: the same examples in each run, however slow the machine."""

PREFIXES = {
    RecordKind.LEARNING: "p",
    RecordKind.RECOMMENDATION: "r",
    RecordKind.STRENGTH: "s",
    RecordKind.FAMILY: "f",
    RecordKind.FINDING: "k",
}
PLACES = (
    Partnership(id="north", name="Northshire Safeguarding Partnership", short="Northshire", site="https://n.example/"),
    Partnership(id="south", name="South & West Board"),
)
GLOSSARY = (
    GlossaryEntry(id="SAR", expansion="Safeguarding Adults Review"),
    GlossaryEntry(id="CP", expansion="Child Protection"),
    GlossaryEntry(id="CP plan", expansion="Child Protection Plan"),
    GlossaryEntry(id="A&E", expansion="Accident and Emergency"),
    GlossaryEntry(id="multi-agency", meaning="More than one agency."),
)


@cache
def vocabulary() -> Vocabulary:
    """The lists that ship with the package, two places, and a glossary of a few words."""
    shipped = load_vocabulary(Path("no such folder"), str, [])
    return replace(
        shipped,
        partnerships={place.id: place for place in PLACES},
        glossary={entry.id: entry for entry in GLOSSARY},
        resources={"tool": Resource(id="tool", name="A tool", meaning="It helps.", url="https://tool.example/")},
    )


# ── by hand: say only what matters to the test ───────────────────────────────────────────────────────────────────────


def record(review: str, id: str, *themes: str, kind: RecordKind = RecordKind.LEARNING, text: str = "Ask.") -> Record:
    """A record; a learning point speaks to practitioners."""
    audiences = ("practitioners",) if kind is RecordKind.LEARNING else ()
    return Record(review, kind, id, text, themes, audiences=audiences)


def review(id: str, *records: Record, year: int = 2021, **fields: Any) -> Review:
    """A review with a one thing and these records."""
    plain = Review(
        id=id,
        path=f"reviews/{year}/{id}.md",
        title=id.replace("-", " ").title(),
        type=vocabulary().review_types["scr"],
        partnership=PLACES[0],
        published=PartialDate(year),
        incident="",
        ages=(),
        outcome=None,
        harms=(),
        agencies=(),
        summary="A summary.",
        report=Report("The report", PLACES[0].name),
        records=records,
        one_things=(OneThing(id, "", "Ask one more question."),),
        prose=(Prose("happened", "What happened", "It happened."),),
    )
    return replace(plain, **fields)


def theme(id: str, **fields: Any) -> Theme:
    return replace(Theme(id, f"themes/{id}.md", id.replace("-", " ").capitalize(), "What it means."), **fields)


def digest(first: str = "2021", last: str = "2021", id: str = "spring", **fields: Any) -> Digest:
    """A digest of the reviews of a period."""
    start, end = PartialDate.parse(first), PartialDate.parse(last)
    return replace(Digest(id, f"digests/{id}.md", "The digest", published=end, first=start, last=end), **fields)


def library(reviews: Iterable[Review] = (), themes: Iterable[Theme] = ()) -> Library:
    """A library of these reviews; themes that they carry and nobody gave are made."""
    given = list(reviews)
    known = {theme.id: theme for theme in themes}
    carried = sorted({id for each in given for id in each.themes})
    return library_of(given, [*known.values(), *(theme(id) for id in carried if id not in known)], vocabulary())


# ── by strategy: anything that the reader lets through ───────────────────────────────────────────────────────────────

TITLES = (
    "Child R", "SARs", "A&E and CP plan", "1. First", "# Hash", "[a](b)", "<b>", "LGBT+ young people", "a_b_c `d`",
    "*Stars*", "{.x #y}", "Half \\ and ] half", "“Ruby’s” – day", "&lt; &amp;", "CP plan: [[a]]", "- dash", "> quote",
)  # fmt: skip
SENTENCES = (
    "Ask who has *not* been asked.",
    "Ask about SARs, and\nthe CP plan.",
    "First.\n\nThen a second paragraph.",
    "Say:\n\n- who does what\n- and when.",
    "Read [the guidance](https://guidance.example/SAR_(2021)#CP) with `care`.",
    "Meet **together**.",
    "> We were *not* asked.",
    "### Three things\n\nOne is enough.",
    "| Who | When |\n| --- | --- |\n| GP | today |",
)
SIGNS = "aB1 .*_[](){}#`<>&|!-+~\"'\\/:=^$’é"
PROSE = (
    "happened", "today", "links", "national", "impact", "letter", "letter", "other", "other",
    "learning-p", "learning-e", "questions-", "strengths-s", "findings-k", "recommendations-r", "family-f",
)  # fmt: skip
IDS = ("a", "a-1", "a-2", "b", "b-2", "ab", "child-r", "child-r-2", "2-b")


numbers = st.integers(0, 29)
"""One of thirty libraries, by its number; small numbers are small libraries."""


@cache
def numbered(number: int, linked: bool = True) -> Library:
    """A library of up to eight reviews and six themes. ``linked``: whether its texts link to each other.

    By the number alone, so that tests can share what they make of it, and that a failure is told in one number.
    """
    chance = Random(number)
    return _Maker(chance, 1 + number // 4, chance.randint(0, 6), chance.randint(0, 5), linked).library()


@dataclass
class _Maker:
    """Makes one library of anything that the reader lets through."""

    chance: Random
    reviews: int
    themes: int
    records: int
    linked: bool
    theme_ids: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)

    def library(self) -> Library:
        self.theme_ids = [f"t-{number}" for number in range(self.themes)]
        review_ids = self.chance.sample(IDS, self.reviews)
        if self.linked:
            self.addresses = [*self.theme_ids, *review_ids]
            self.addresses += [f"{id}#p1" for id in review_ids if self.records]
        reviews = [self.review(id) for id in review_ids]
        themes = [self.theme(number) for number in range(self.themes)]
        return library_of(reviews, themes, vocabulary())

    def some(self, values: Iterable[str], most: int = 3) -> tuple[str, ...]:
        known = list(values)
        return tuple(self.chance.sample(known, self.chance.randint(0, min(most, len(known)))))

    def one(self, *values: str) -> str:
        return self.chance.choice(values)

    def title(self) -> str:
        if self.chance.random() < 0.7:
            return self.one(*TITLES)
        signs = "".join(self.chance.choices(SIGNS, k=self.chance.randint(0, 12)))
        return " ".join(f"x{signs}".split())

    def text(self) -> str:
        """An author's Markdown, which may link to another record, review or theme of the library."""
        linked = self.chance.choice([*self.addresses, ""])
        text = self.one(*SENTENCES)
        return f"{text} See [[{linked}{self.one('', '|as **there**')}]]." if linked else text

    def review(self, id: str) -> Review:
        lists = vocabulary()
        made = Review(
            id=id,
            path=f"reviews/{id}.md",
            title=self.title(),
            type=self.chance.choice(list(lists.review_types.values())),
            partnership=self.chance.choice(PLACES),
            published=PartialDate(self.chance.randint(2019, 2023), self.chance.choice([0, 1, 12])),
            incident=self.one("", "2013"),
            ages=tuple(lists.ages[age] for age in self.some(lists.ages)),
            outcome=self.chance.choice([None, *lists.outcomes.values()]),
            harms=tuple(lists.harms[harm] for harm in self.some(lists.harms)),
            agencies=tuple(lists.agencies[agency] for agency in self.some(lists.agencies)),
            summary=self.title(),
            report=Report(self.title(), PLACES[0].name, self.one("", "https://report.example/a_(b)")),
            records=tuple(self.all_records(id)),
            one_things=tuple(
                OneThing(id, whom, self.text(), ("Check?",)) for whom in self.some(lists.audiences) or ("",)
            ),
            questions=tuple(self.text() for _ in range(self.chance.randint(0, 2))),
            prose=tuple(Prose(kind, self.title(), self.text()) for kind in self.some(PROSE, 6)),
        )
        return replace(made, references=_references(made))

    def all_records(self, review: str) -> Iterable[Record]:
        for kind, prefix in PREFIXES.items():
            count = self.records if kind is RecordKind.LEARNING else self.chance.randint(0, self.records)
            yield from (self.record(review, kind, f"{prefix}{number}") for number in range(1, count + 1))

    def record(self, review: str, kind: RecordKind, id: str) -> Record:
        lists = vocabulary()
        addressed = kind is not RecordKind.FINDING or self.chance.random() < 0.5
        spoken_to = self.some(lists.audiences)
        return Record(
            review,
            kind,
            id if addressed else "",
            self.text(),
            self.some(self.theme_ids),
            tuple(lists.agencies[agency] for agency in self.some(["schools", "gps", "police"])),
            spoken_to or (tuple(lists.audiences) if kind is RecordKind.LEARNING else ()),
            self.one("", "27", "4.1, 4.2"),
            self.one("", "4"),
        )

    def theme(self, number: int) -> Theme:
        """The theme of this number; only an earlier one is broader, so that nothing goes round in a circle."""
        id = self.theme_ids[number]
        return Theme(
            id,
            f"themes/{id}.md",
            self.title(),
            "What it means.",
            aliases=tuple(self.title() for _ in range(self.chance.randint(0, 2))),
            broader=self.one("", *self.theme_ids[:number]),
            related=self.some(other for other in self.theme_ids if other != id),
            resources=tuple(vocabulary().resources.values()) if self.chance.random() < 0.5 else (),
            body=self.text() if self.chance.random() < 0.5 else "",
        )


def _references(made: Review) -> tuple[str, ...]:
    written: Sequence[str] = [
        *(record.text for record in made.records),
        *(one.text for one in made.one_things),
        *(prose.text for prose in made.prose),
        *made.questions,
    ]
    found = (link.group(1) for text in written for link in WIKI.finditer(text))
    return tuple(dict.fromkeys(target for target in found if target != made.id))


# ── on disk ──────────────────────────────────────────────────────────────────────────────────────────────────────────

REVIEW = """\
---
title: {title}
type: scr
partnership: north
published: {published}
summary: The summary of {title}.
source: {{title: The report on {title}, publisher: Northshire Safeguarding Partnership}}
status: {status}
---

## What happened

It happened to {title}.

## Learning for practitioners

- {point} {{#p1 .{theme}}}

## If you do one thing

Ask about {title}.
"""


def review_file(
    title: str = "Child R",
    status: str = "published",
    published: str = "2021",
    point: str = "Ask once more.",
    theme: str = "asking",
) -> str:
    """The text of a small review."""
    return REVIEW.format(title=title, status=status, published=published, point=point, theme=theme)


SITE = {
    "mkdocs.yml": "site_name: The site\ndocs_dir: content\ntheme: {name: material}\nplugins: [briefings]\n",
    "content/site.yml": "contact: {name: Business unit, email: unit@example.org}\n",
    "content/reviews/2021/child-r.md": review_file(),
    "content/themes/asking.md": "---\ntitle: Asking\ndefinition: Asking.\n---\n\nAsk well.\n",
    "content/vocabulary/partnerships.yml": "north: {name: Northshire Safeguarding Partnership, short: Northshire}\n",
}
"""A site of one review, by its files."""


def write_files(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files below a folder in the order given, and give the folder back."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def write_site(folder: Path, more: Mapping[str, str | bytes] | None = None, config: str = "") -> Path:
    """A site of one review with these further (or other) files; ``config`` adds lines to its mkdocs.yml."""
    return write_files(folder, {**SITE, "mkdocs.yml": SITE["mkdocs.yml"] + config, **(more or {})})
