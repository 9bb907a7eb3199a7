"""A review -> the parts that may stand on its printed side, each text measured once: what `one_side` chooses from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from briefings import sections
from briefings.library import Library
from briefings.model import OneThing, RecordKind, Review
from briefings.plain_text import as_set
from briefings.problems import plural
from briefings.sections import LEARNING, SectionKind
from briefings.typesetting import Face, Words, measured
from briefings.wording import one_thing_heading

ITEM = re.compile(r"(?P<indent> *)(?:[-*+]|\d{1,9}[.)]) +")
HEADING = re.compile(r"#{1,6} ")
STRENGTHS, QUESTIONS, HAPPENED = sections.STRENGTHS.anchor, sections.QUESTIONS.anchor, sections.HAPPENED.anchor
BEHIND_HELP_HEADING = 0.7
"""A space, and the distance that the stylesheet adds, in em."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or an item of a list inside a record: ``depth`` says how many lists it stands in."""

    words: Words
    depth: int = 0


Blocks = tuple[Block, ...]
"""One list item, or one text: nothing between its blocks is given to another column."""


@dataclass(frozen=True, slots=True)
class Part:
    """A section, by its anchor on the page: its items in the author's order, which is their rank."""

    id: str
    heading: Words
    items: tuple[Blocks, ...]


@dataclass(frozen=True, slots=True)
class PrintedParts:
    """Everything that a review could print. ``ones`` are the one things, whose items are their checks."""

    kicker: Words
    title: Words
    lead: Words
    ones: tuple[tuple[Part, Blocks], ...]
    help: Words
    sections: tuple[Part, ...]
    happened: Part
    """What happened, in full: each paragraph an item."""
    address: str
    credit: str

    @property
    def totals(self) -> Mapping[str, int]:
        """How many items each part has that is printed item by item."""
        return {part.id: len(part.items) for part in (*(checks for checks, _ in self.ones), *self.sections)}

    def left_out(self, kept: Mapping[str, int]) -> Mapping[str, int]:
        """How many items of each part are not kept; parts that are kept whole are left out."""
        return {id: total - kept[id] for id, total in self.totals.items() if kept[id] < total}

    def foot(self, kept: Mapping[str, int]) -> tuple[tuple[str, Face], ...]:
        """The two texts at the foot of the side."""
        before, behind = more(self.left_out(kept), self.address)
        return (f"{before} {spoken(self.address)}{behind}", Face.BOLD), (self.credit, Face.TEXT)


@dataclass(frozen=True, slots=True)
class Around:
    """What a page prints besides the review itself: the line above its title, whom to call, and the page's address."""

    kicker: str = ""
    help_heading: str = ""
    help: str = ""
    address: str = ""


def printed_parts(library: Library, review: Review, around: Around) -> PrintedParts:
    """The parts of one review, in the order of its page."""
    return PrintedParts(
        kicker=measured(around.kicker),
        title=measured(review.title, Face.TITLE),
        lead=measured(review.summary),
        ones=tuple(_one_thing(library, one) for one in review.one_things),
        help=measured(around.help_heading, Face.BOLD).then(measured(around.help), BEHIND_HELP_HEADING),
        sections=tuple(part for part in _sections(library, review) if part.items),
        happened=_happened(library, review),
        address=around.address,
        credit=f"Source: {review.report.title}{credit(review)}",
    )


AUDIENCES = {kind.anchor: kind.heading.removeprefix("Learning ") for kind in LEARNING}
NOUNS = {
    STRENGTHS: ("example of what worked well", "examples of what worked well"),
    QUESTIONS: ("question for your team", "questions for your team"),
}


def more(left_out: Mapping[str, int], address: str) -> tuple[str, str]:
    """What stands before the address of the page at the foot of its side, and what stands behind it.

    ``12 more at`` and ``: 9 points for practitioners, 3 questions.`` Without an address they are on the site.
    """
    if not left_out:
        return ("This briefing, with all its links:" if address else "", "")
    counts = ", ".join(_counted(count, part) for part, count in left_out.items())
    return f"{sum(left_out.values())} more {'at' if address else 'on the site'}", f": {counts}."


def spoken(address: str) -> str:
    """An address as people write it by hand: without its scheme, and without a slash at its end."""
    return address.partition("://")[2].rstrip("/")


def _counted(count: int, part: str) -> str:
    if part in AUDIENCES:
        return f"{plural(count, 'point')} {AUDIENCES[part]}"
    return plural(count, *NOUNS.get(part, ("check",)))


def credit(review: Review) -> str:
    """What stands behind the title of the report at the foot."""
    return f", {review.report.publisher}, {review.published.words}. This page is our own summary."


def _one_thing(library: Library, one: OneThing) -> tuple[Part, Blocks]:
    heading = measured(one_thing_heading(one, library.vocabulary.audiences), Face.BOLD)
    checks = tuple(_blocks(library, check) for check in one.checks)
    return Part(one.anchor, heading, checks), _blocks(library, one.text, Face.HEADING)


def _sections(library: Library, review: Review) -> Iterator[Part]:
    for kind in LEARNING:
        records = review.learning_of(kind.audience)
        yield _part(library, kind, (record.text for record in records))
    strengths = (record.text for record in review.of_kind(RecordKind.STRENGTH))
    yield _part(library, sections.STRENGTHS, strengths)
    yield _part(library, sections.QUESTIONS, review.questions)


def _part(library: Library, kind: SectionKind, texts: Iterable[str]) -> Part:
    return Part(kind.anchor, measured(kind.heading, Face.HEADING), tuple(_blocks(library, text) for text in texts))


def _happened(library: Library, review: Review) -> Part:
    blocks = [block for prose in review.prose_of(HAPPENED) for block in _blocks(library, prose.text)]
    return Part(HAPPENED, measured(sections.HAPPENED.heading, Face.HEADING), tuple((block,) for block in blocks))


def _blocks(library: Library, markdown: str, face: Face = Face.TEXT) -> Blocks:
    """The text as a reader sees it, a paragraph or an item of a list a block. What holds bold words counts as bold."""
    return tuple(
        Block(measured(as_set(block), Face.BOLD if face is Face.TEXT and "**" in block else face), depth)
        for depth, block in _split(library.with_words(markdown))
    )


def _split(text: str) -> Iterator[tuple[int, str]]:
    """The blocks of a Markdown text; a row of a table is a block of its own."""
    depth, lines = 0, list[str]()
    for line in [*text.splitlines(), ""]:
        item = ITEM.match(line)
        if lines and (item or not line.strip() or line.lstrip().startswith("|") or HEADING.match(line)):
            yield depth, "\n".join(lines)
            lines = []
        if item:
            depth = 1 + len(item["indent"]) // 4
        elif not lines and not line.startswith("  "):
            depth = 0
        lines += [line] if line.strip() else []
