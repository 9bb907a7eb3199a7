"""What can be wrong with what an author wrote, and how it is shown to that author.

Every finding is a :class:`Problem`: a stable code, a place in a file, a sentence and a hint. The codes and their
levels stand in :data:`LEVELS`; each is explained in ``docs/errors.md``, and a test holds the two lists equal.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache


class Level(IntEnum):
    """How much a problem matters: an error stops the build, a warning only a strict one, a note never."""

    NOTE = 0
    WARNING = 1
    ERROR = 2


LEVELS: dict[str, Level] = {
    # reading a file
    "not-readable": Level.ERROR,
    "not-utf8": Level.ERROR,
    "control-character": Level.ERROR,
    # front matter and YAML
    "no-front-matter": Level.ERROR,
    "front-matter-not-closed": Level.ERROR,
    "tab": Level.ERROR,
    "broken-yaml": Level.ERROR,
    "yaml-alias": Level.ERROR,
    "repeated-key": Level.ERROR,
    "typographic-quotes": Level.ERROR,
    # what the fields say
    "missing-field": Level.ERROR,
    "empty-field": Level.ERROR,
    "unknown-field": Level.ERROR,
    "wrong-shape": Level.ERROR,
    "bad-date": Level.ERROR,
    "bad-number": Level.ERROR,
    "bad-address": Level.ERROR,
    "unknown-status": Level.ERROR,
    "too-many-words": Level.ERROR,
    # the vocabulary
    "unknown-review-type": Level.ERROR,
    "unknown-partnership": Level.ERROR,
    "unknown-age-band": Level.ERROR,
    "unknown-outcome": Level.ERROR,
    "unknown-harm": Level.ERROR,
    "unknown-agency": Level.ERROR,
    "unknown-audience": Level.ERROR,
    "unknown-resource": Level.ERROR,
    # ids
    "bad-id": Level.ERROR,
    "missing-id": Level.ERROR,
    "repeated-id": Level.ERROR,
    "repeated-review-id": Level.ERROR,
    # sections
    "top-heading": Level.ERROR,
    "list-marker": Level.ERROR,
    "underlined-heading": Level.ERROR,
    "missing-section": Level.ERROR,
    "empty-section": Level.ERROR,
    "repeated-section": Level.ERROR,
    "no-records": Level.ERROR,
    "no-learning": Level.WARNING,
    "text-before-sections": Level.WARNING,
    "text-after-list": Level.WARNING,
    "unknown-section": Level.NOTE,
    # attribute lists and themes
    "bad-attributes": Level.ERROR,
    "stray-attributes": Level.ERROR,
    "unknown-attribute": Level.ERROR,
    "unknown-theme": Level.ERROR,
    "repeated-alias": Level.ERROR,
    "circular-theme": Level.ERROR,
    "point-without-theme": Level.NOTE,
    # text and links
    "raw-html": Level.ERROR,
    "picture": Level.ERROR,
    "code-block": Level.ERROR,
    "bad-link": Level.ERROR,
    "unknown-link": Level.ERROR,
    "link-to-unpublished": Level.ERROR,
    # actions
    "unknown-review": Level.ERROR,
    "unknown-plan": Level.ERROR,
    "unknown-record": Level.ERROR,
    "answers-nothing": Level.WARNING,
    "due-before-review": Level.WARNING,
    "no-evidence": Level.ERROR,
    "no-reason": Level.ERROR,
    # digests
    "unknown-home": Level.ERROR,
    "bad-period": Level.ERROR,
    "empty-digest": Level.WARNING,
    # reviews of other sites
    "bad-external": Level.ERROR,
    # what a site says of itself
    "no-contact": Level.WARNING,
    # what is public, and when
    "before-publish-on": Level.ERROR,
    "idle-publish-on": Level.WARNING,
    "withdrawn-without-reason": Level.NOTE,
    # levels and waivers
    "unknown-check": Level.ERROR,
    "unknown-level": Level.ERROR,
    "fixed-level": Level.ERROR,
    "unknown-place": Level.ERROR,
    "unused-waiver": Level.WARNING,
    # what `briefings import` made
    "to-confirm": Level.WARNING,
    "not-confirmed": Level.ERROR,
    # words
    "unknown-acronym": Level.WARNING,
    "long-sentence": Level.NOTE,
    "hard-to-read": Level.WARNING,
    "avoided-word": Level.NOTE,
    # what makes a review of use
    "not-an-action": Level.WARNING,
    "too-many-points": Level.NOTE,
    "no-owner": Level.WARNING,
    "beyond-report": Level.WARNING,
    # private details
    "privacy-date": Level.ERROR,
    "privacy-full-date": Level.WARNING,
    "privacy-nhs-number": Level.ERROR,
    "privacy-postcode": Level.ERROR,
    "privacy-phone": Level.ERROR,
    "privacy-email": Level.ERROR,
    "privacy-address": Level.ERROR,
    "privacy-name": Level.ERROR,
    "privacy-age": Level.WARNING,
    "privacy-ward": Level.WARNING,
    "privacy-pseudonym": Level.WARNING,
    "privacy-place-and-age": Level.WARNING,
    "privacy-photo": Level.ERROR,
    "privacy-properties": Level.WARNING,
    # where a file lies
    "misplaced-file": Level.WARNING,
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding. ``line`` and ``column`` count from 1; ``excerpt`` is the source line it points into.

    ``graded`` is the level that a site gave to its code; ``waived`` is why its author lets it stand, if they do.
    """

    path: str
    line: int
    column: int
    code: str
    message: str
    hint: str = ""
    excerpt: str = ""
    graded: Level | None = None
    waived: str = ""

    @property
    def level(self) -> Level:
        """The level of this code, on this site."""
        return LEVELS[self.code] if self.graded is None else self.graded

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Sorts problems by file and place."""
        return (self.path, self.line, self.column, self.code, self.message)


class ContentError(Exception):
    """The content cannot be built; ``problems`` says why, each with its place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep every problem; the text of the exception is the whole report."""
        self.problems = tuple(problems)
        super().__init__(report(self.problems))


Paint = Callable[[str, str], str]
"""Gives a text the look of its role: `path`, `margin`, `hint`, `reason`, or the name of a level."""


def unpainted(_role: str, text: str) -> str:
    """Text as it is, for files and pipes."""
    return text


def show(problem: Problem, paint: Paint = unpainted, beside: str = "") -> str:
    """The problem as an author reads it: place, code and message, the line with a caret, the hint.

    ``beside`` is what stands beside the code.
    """
    place = f"{problem.path}:{problem.line}:{problem.column}:"
    code = paint(problem.level.name.lower(), problem.code + beside)
    lines = [f"{paint('path', place)} {code}: {problem.message}"]
    if problem.excerpt:
        lines += _drawing(problem, paint)
    if problem.hint:
        lines.append(f"  {paint('hint', 'hint:')} {problem.hint}")
    return "\n".join(lines)


EXCERPT_WIDTH = 100


def _drawing(problem: Problem, paint: Paint) -> list[str]:
    """The source line with a caret below the column, cut to the part that matters when the line is long."""
    start = max(0, problem.column - 1 - EXCERPT_WIDTH * 2 // 3) if len(problem.excerpt) > EXCERPT_WIDTH else 0
    text = problem.excerpt[start : start + EXCERPT_WIDTH]
    before = "…" if start else ""
    after = "…" if start + EXCERPT_WIDTH < len(problem.excerpt) else ""
    margin = f"{problem.line:>5} | "
    caret = " " * (len(before) + problem.column - 1 - start)
    return [
        f"{paint('margin', margin)}{before}{_printable(text)}{after}",
        f"{paint('margin', ' ' * (len(margin) - 2) + '| ')}{caret}{paint(problem.level.name.lower(), '^')}",
    ]


def _printable(text: str) -> str:
    """The text with tabs and control characters drawn as one visible character each, so that carets line up."""
    return "".join(char if char.isprintable() else "→" if char == "\t" else "·" for char in text)


def report(problems: Iterable[Problem]) -> str:
    """All problems, sorted by file and place, and a last line that counts them."""
    found = sorted(problems, key=lambda problem: problem.order)
    return "\n\n".join([*map(show, found), counted(found)])


def counted(problems: Iterable[Problem]) -> str:
    """How many errors, warnings and notes there are, in words."""
    found = list(problems)
    if not found:
        return "No problems found."
    return f"{tallied(found)} in {plural(len({problem.path for problem in found}), 'file')}."


def tallied(problems: Iterable[Problem]) -> str:
    """How many there are of each level: ``1 error, 2 notes``."""
    tally = Counter(problem.level for problem in problems)
    return ", ".join(plural(tally[level], level.name.lower()) for level in sorted(Level, reverse=True) if tally[level])


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of the problems stops a build."""
    return any(problem.level is Level.ERROR for problem in problems)


def plural(count: int, noun: str, many: str = "") -> str:
    """``1 review``, ``2 reviews``; ``many`` where an s is not enough."""
    return f"{count:,} {noun if count == 1 else many or noun + 's'}"


LONGEST_WORD = 60
"""What is longer than this was not meant as the name of anything, and is compared with nothing."""


def did_you_mean(word: str, known: Iterable[str], names: Mapping[str, str] | None = None) -> str:
    """A hint that names the nearest known words, or all of them where they are few.

    ``names`` leads from other names of the same things to known words: ``{"Serious Case Review": "scr"}``.
    """
    words = list(known)
    meant = {_plain(name): known_word for name, known_word in (names or {}).items()} | {_plain(w): w for w in words}
    asked = _plain(word)
    if found := _exact(asked, meant) or _near(asked, meant) or _sharing(asked, meant):
        return f"did you mean {' or '.join(f'`{match}`' for match in found)}?"
    return f"use one of {', '.join(f'`{known_word}`' for known_word in words)}" if 0 < len(words) <= 12 else ""


@lru_cache(4096)
def _plain(word: str) -> str:
    return " ".join(re.split(r"[\s_-]+", word.lower().strip()))


def _exact(asked: str, meant: Mapping[str, str]) -> list[str]:
    return [meant[asked]] if asked in meant else []


def _near(asked: str, meant: Mapping[str, str]) -> list[str]:
    """The two words that are spelt most alike, if they are alike."""
    if len(asked) > LONGEST_WORD:
        return []
    return list(dict.fromkeys(meant[match] for match in difflib.get_close_matches(asked, meant, n=2, cutoff=0.6)))


def _sharing(asked: str, meant: Mapping[str, str]) -> list[str]:
    """The first two that have a whole word in common with what was asked."""
    parts = {part for part in asked.split() if len(part) > 3}
    return list(dict.fromkeys(word for name, word in meant.items() if parts & set(name.split())))[:2]
