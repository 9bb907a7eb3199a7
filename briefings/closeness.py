"""The closest points: where else nearly the same thing was taught, judged by shared themes and by what the words say.

Two points are compared only if they share a theme and two telling words, which an index finds; of each pair of a theme
and a word only the newest points are looked at. So the work grows with the library and not with its square.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from briefings.library import Library
from briefings.links import with_links
from briefings.model import Record, RecordKind
from briefings.plain_text import plain
from briefings.rarity import cosine, rarity

LEAST_WORDS = 3
LEAST_WORDS_SHARED = 2
"""A point with fewer telling words than the first says too little to compare; two that share fewer than the second are
not compared."""

CLOSE, LIKE_WORDS, OVERLAP = 0.1, 0.15, 0.3
SAME_SUBJECT, TELLING_SUBJECT, LIKE_WORDS_ON_SUBJECT = 0.6, 0.88, 0.08
BROAD_SUBJECT, RARER = 0.8, 1.3
"""From where on points are close: see :func:`is_close`. These, and the list of common words, were set by reading pairs
of points and judging each: see docs/decisions.md."""

MOST_CLOSE = 3
NEWEST_OF_A_PAIR = 40
TELLING_THEME = 4.0
"""The weight of a theme that one point in fifty-five has: sharing it counts in full, and a commoner one far less."""

FURTHER_THEME = 0.25
NAMED_BY_THEME = 0.5
"""How much a shared word counts that only says the name of the shared theme again."""


COMPARED = (RecordKind.LEARNING, RecordKind.RECOMMENDATION)
"""The kinds of record that are compared."""

STOPWORDS = frozenset((Path(__file__).parent / "common_words.txt").read_text("utf-8").split())
"""Words that say nothing about which lesson a point teaches, among them those that nearly every point has."""

ENDINGS = re.compile(r"(?<=\w{4})(?:ings?|edly|ed|ers?|es|(?<!s)s|ly|ments?|ness|ions?|al)$")


def stem(word: str) -> str:
    """A word without its ending, so that `escalated` and `escalation` are the same. Only for comparing.

    A `y` at its end becomes an `i`: then `policies` are a `policy`, and the `police` are not.
    """
    shorter = ENDINGS.sub("", word)
    shortest = ENDINGS.sub("", shorter) if len(shorter) > 4 else shorter
    return re.sub(r"y$", "i", shortest.rstrip("e"))


IGNORED = frozenset(stem(word) for word in STOPWORDS)


OF_THE_CASE = re.compile(r"(?:The|In this|This) (?:review|digest)\b[^.!?]*[.!?]")
"""A sentence on what happened, or on how the review puts it: not the lesson."""


def words_of(text: str) -> Mapping[str, str]:
    """The telling words of a text: each by its stem, as it is first written, in small letters if it is no acronym."""
    found: dict[str, str] = {}
    for written in re.findall(r"[^\W\d_]{3,}", OF_THE_CASE.sub(" ", text)):
        word = written.lower()
        if word not in STOPWORDS and stem(word) not in IGNORED:
            found.setdefault(stem(word), word if written[1:] == word[1:] else written)
    return found


@dataclass(frozen=True, slots=True)
class Likeness:
    """How close two points are, and why: the themes and telling words that they share, the most telling words first.

    Three measures run from 0 to 1: ``by_words`` (the cosine of the weighted words), ``telling`` (how rare the shared
    themes are) and ``overlap`` (how much of all their themes they are). ``beyond`` counts the words that are not in the
    names of the shared themes; ``missed`` says how much rarer than those the rarest theme of only one of the two is.
    """

    themes: tuple[str, ...]
    words: tuple[str, ...]
    beyond: int
    by_words: float
    telling: float
    overlap: float
    missed: float

    @property
    def score(self) -> float:
        """The three measures as one. That the themes are rare counts twice: a common one says little of a lesson."""
        return self.by_words * self.telling**2 * math.sqrt(self.overlap)


@dataclass(frozen=True, slots=True)
class ClosePoint:
    """A point of another review that teaches nearly the same."""

    record: Record
    likeness: Likeness


@dataclass(frozen=True)
class Closeness:
    """The learning points and recommendations of a library, indexed once for comparing. Make one a library."""

    library: Library

    @cached_property
    def _words(self) -> Mapping[str, Mapping[str, str]]:
        """The telling words of each point that says enough to be compared, by its address; the newest review first."""
        every = (record for review in self.library.reviews for record in review.records)
        words = ((record.address, words_of(_lesson(record))) for record in every if _is_compared(record))
        return {address: telling for address, telling in words if len(telling) >= LEAST_WORDS}

    @cached_property
    def _points(self) -> Sequence[Record]:
        return tuple(self.library.record_at[address] for address in self._words)

    @cached_property
    def _weights(self) -> Mapping[str, float]:
        """How telling each stem is: a lot when few points have it."""
        counts = Counter(stem for words in self._words.values() for stem in words)
        return {stem: rarity(count, len(self._points)) for stem, count in counts.items()}

    @cached_property
    def _theme_words(self) -> Mapping[str, frozenset[str]]:
        """The stems in a theme's name and its other names: to share them says no more than to share the theme."""
        themes = self.library.themes.values()
        return {theme.id: frozenset(words_of(" ".join([theme.title, *theme.aliases]))) for theme in themes}

    @cached_property
    def _theme_weights(self) -> Mapping[str, float]:
        counts = Counter(theme for record in self._points for theme in record.themes)
        return {theme: rarity(count, len(self._points)) for theme, count in counts.items()}

    @cached_property
    def _index(self) -> Mapping[tuple[str, str], Sequence[Record]]:
        """The newest points that have both a theme and a stem."""
        found: dict[tuple[str, str], list[Record]] = {}
        for record in self._points:
            for theme in record.themes:
                for stem in self._words[record.address]:
                    having = found.setdefault((theme, stem), [])
                    if len(having) < NEWEST_OF_A_PAIR:
                        having.append(record)
        return found

    def says_enough(self, record: Record) -> bool:
        """Whether a point has telling words enough to be compared."""
        return record.address in self._words

    def closest(self, record: Record) -> tuple[ClosePoint, ...]:
        """The points of other reviews that are close to one, the closest first, at most one of each review."""
        found = (ClosePoint(other, self.likeness(record, other)) for other in self._candidates(record))
        close = (point for point in found if is_close(point.likeness))
        ranked = sorted(close, key=lambda point: (-round(point.likeness.score, 9), point.record.address))
        best: dict[str, ClosePoint] = {}
        for point in ranked:
            best.setdefault(point.record.review, point)
        return tuple(best.values())[:MOST_CLOSE]

    def _candidates(self, record: Record) -> Iterator[Record]:
        """The points of other reviews that share a theme and two telling words with one, each once."""
        found: dict[str, Record] = {}
        stems: dict[str, set[str]] = {}
        for theme in record.themes:
            for stem in self._words.get(record.address, ()):
                for other in self._index.get((theme, stem), ()):
                    found[other.address] = other
                    stems.setdefault(other.address, set()).add(stem)
        return (
            other
            for address, other in found.items()
            if len(stems[address]) >= LEAST_WORDS_SHARED and other.review != record.review
        )

    def likeness(self, one: Record, other: Record) -> Likeness:
        """How close two points are, and why."""
        mine, theirs = self._words.get(one.address, {}), self._words.get(other.address, {})
        themes = tuple(theme for theme in one.themes if theme in other.themes)
        named = {stem for theme in themes for stem in self._theme_words[theme]}
        weights = {stem: self._weights[stem] * (NAMED_BY_THEME if stem in named else 1) for stem in {*mine, *theirs}}
        shared = sorted(mine.keys() & theirs.keys(), key=lambda stem: (-weights[stem], stem))
        return Likeness(
            themes=themes,
            words=tuple(mine[stem] for stem in shared),
            beyond=sum(stem not in named for stem in shared),
            by_words=cosine({stem: weights[stem] for stem in mine}, {stem: weights[stem] for stem in theirs}),
            telling=self._telling(themes),
            overlap=self._overlap(one, other),
            missed=self._missed(one, other),
        )

    def _telling(self, themes: Sequence[str]) -> float:
        """How much sharing these themes says, at most 1: the rarest in full, each further one a little."""
        weights = sorted((self._theme_weights.get(theme, 0.0) for theme in themes), reverse=True)
        together = weights[0] + FURTHER_THEME * math.fsum(weights[1:]) if weights else 0.0
        return min(1.0, together / TELLING_THEME)

    def _missed(self, one: Record, other: Record) -> float:
        """How much rarer than the themes that two points share the rarest one is that only one of them has."""
        weights = self._theme_weights
        shared = max((weights.get(theme, 0.0) for theme in {*one.themes} & {*other.themes}), default=0.0)
        apart = max((weights.get(theme, 0.0) for theme in {*one.themes} ^ {*other.themes}), default=0.0)
        return apart / (shared or 1.0)

    def _overlap(self, one: Record, other: Record) -> float:
        """How much of their themes two points share, a rare theme counting for more."""
        weights = self._theme_weights
        both = math.fsum(weights.get(theme, 0.0) for theme in {*one.themes} & {*other.themes})
        return both / (math.fsum(weights.get(theme, 0.0) for theme in {*one.themes, *other.themes}) or 1.0)


def _lesson(record: Record) -> str:
    """What a point says, without the names of other reviews and themes to which it links: they are no lesson."""
    return plain(with_links(record.text, lambda _id, _anchor, words: words))


def _is_compared(record: Record) -> bool:
    return bool(record.id) and record.kind in COMPARED


def is_close(likeness: Likeness) -> bool:
    """Whether two points are shown as close: they say much the same, or both are about the same rare subject.

    Not where one of them is about something rarer still that the other lacks; nor where all that they share is a broad
    subject and the words that name it.
    """
    shared = len(likeness.words)
    if not likeness.themes or shared < LEAST_WORDS_SHARED or likeness.missed > RARER:
        return False
    same_subject = likeness.overlap >= SAME_SUBJECT and likeness.telling >= TELLING_SUBJECT
    if same_subject and likeness.by_words >= LIKE_WORDS_ON_SUBJECT:
        return True
    needed = 2 if likeness.telling < BROAD_SUBJECT else 1
    alike = likeness.by_words >= LIKE_WORDS and likeness.overlap >= OVERLAP and likeness.score >= CLOSE
    return alike and (likeness.beyond >= needed or (needed == 1 and shared > LEAST_WORDS_SHARED))
