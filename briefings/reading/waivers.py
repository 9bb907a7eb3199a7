"""``waive:`` in front matter -> the places at which an author lets a problem stand, each with the reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from briefings.front_matter import Document
from briefings.levels import fixed, is_about_privacy
from briefings.marked_yaml import MarkedData, Path
from briefings.outline import Outline
from briefings.problems import LEVELS, Problem, did_you_mean
from briefings.schema import WaiverFields
from briefings.sections import normal
from briefings.shape import validated

FIELD = "waive"
WHOLE_FILE = range(1, 10**9)


@dataclass(frozen=True, slots=True)
class Waiver:
    """A problem that may stand: its code, the lines on which it may, and why. ``own`` is told if it is not there."""

    code: str
    lines: range
    reason: str
    own: Problem

    def covers(self, problem: Problem) -> bool:
        """Whether this problem may stand."""
        return problem.path == self.own.path and problem.code == self.code and problem.line in self.lines


@dataclass(frozen=True, slots=True)
class Waivers:
    """The waivers of one file, and what is wrong with them."""

    found: tuple[Waiver, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_waivers(document: Document, outline: Outline | None = None) -> Waivers:
    """The waivers of a file. What does not fit their shape is told with the rest of the front matter."""
    entries = document.fields.data.get(FIELD)
    if not isinstance(entries, list):
        return Waivers()
    return _Reader(document, outline).read(len(entries))


def _places(document: Document, outline: Outline | None) -> dict[str, range]:
    """The lines of each field, section and record that a waiver can name."""
    marks = document.fields.marks
    keys = sorted((marks[(name, "key")][0], name) for name in document.fields.data)
    ends = [*keys, (document.body_line - 1, "")]
    places = {name: range(line, end) for (line, name), (end, _) in pairwise(ends)}
    sections = outline.sections if outline else ()
    starts = [*(section.line for section in sections), len(document.source.lines) + 1]
    for section, (line, end) in zip(sections, pairwise(starts), strict=True):
        places.setdefault(normal(section.heading), range(line, end))
    for item in (item for section in sections for item in section.items if item.id):
        places.setdefault(item.id.text if item.id else "", range(item.line, item.last_line + 1))
    return places


class _Reader:
    """Reads the entries of one list, each held against what a waiver can be."""

    def __init__(self, document: Document, outline: Outline | None) -> None:
        self.marked = document.fields
        self.places = _places(document, outline)

    def read(self, count: int) -> Waivers:
        found = []
        problems: list[Problem] = []
        for number in range(count):
            fields = self.fields(number)
            if fields:
                faults = list(self.faults(fields, (FIELD, number)))
                problems += faults
                found += [] if faults else [self.waiver(fields, (FIELD, number))]
        return Waivers(tuple(found), tuple(problems))

    def fields(self, number: int) -> WaiverFields | None:
        entries = self.marked.data[FIELD]
        entry = entries[number] if isinstance(entries, list) else ""
        fields = validated(WaiverFields, entry) if isinstance(entry, dict) else None
        return fields if isinstance(fields, WaiverFields) else None

    def faults(self, fields: WaiverFields, path: Path) -> Iterator[Problem]:
        if fields.code not in LEVELS:
            yield unknown_check(self.marked, (*path, "code"), fields.code)
        elif fixed(fields.code):
            hint = "mend it: without that, the file cannot be read as it was meant"
            yield self.marked.problem("fixed-level", (*path, "code"), f"`{fields.code}` cannot be waived", hint)
        elif is_about_privacy(fields.code) and not fields.at:
            hint = "say which place you looked at: `at: p3`, `at: summary` or `at: What happened`"
            yield self.marked.problem("missing-field", path, "a waiver about privacy is for one place", hint)
        elif fields.at and not self.lines(fields):
            hint = did_you_mean(fields.at, self.places) or "write the id of a record, a field, or a section's heading"
            message = f"this file has no record, field or section `{fields.at}`"
            yield self.marked.problem("unknown-place", (*path, "at"), message, hint)

    def lines(self, fields: WaiverFields) -> range:
        at = fields.at or ""
        return self.places.get(at) or self.places.get(normal(at)) or range(0)

    def waiver(self, fields: WaiverFields, path: Path) -> Waiver:
        message = f"there is no `{fields.code}` {f'at `{fields.at}`' if fields.at else 'in this file'} to waive"
        own = self.marked.problem("unused-waiver", path, message, "delete this entry")
        return Waiver(fields.code, self.lines(fields) if fields.at else WHOLE_FILE, fields.reason, own)


def unknown_check(marked: MarkedData, path: Path, code: str) -> Problem:
    """What to say of a code that there is not."""
    hint = did_you_mean(code, LEVELS) or "the codes stand in docs/errors.md"
    return marked.problem("unknown-check", path, f"no check is called `{code}`", hint)
