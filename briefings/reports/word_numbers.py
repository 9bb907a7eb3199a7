"""The numbers that Word prints before paragraphs and that stand nowhere in its text: ``29.``, ``(c)``."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from briefings.reports.word_xml import by_id, number, value

ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
WORDS = [
    "One",
    "Two",
    "Three",
    "Four",
    "Five",
    "Six",
    "Seven",
    "Eight",
    "Nine",
    "Ten",
    "Eleven",
    "Twelve",
    "Thirteen",
    "Fourteen",
    "Fifteen",
    "Sixteen",
]
DEEPEST_LEVEL = 8


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how its numbers look, and with which it starts."""

    format: str
    text: str
    start: int


@dataclass
class WordNumbers:
    """Counts the lists of one document, in the order of its paragraphs."""

    part: Element | None
    counts: dict[tuple[str, int], int] = field(default_factory=dict)
    started: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Read what each list is."""
        abstract = dict(by_id(self.part, "abstractNum", "abstractNumId"))
        self.lists = {id: value(found, "abstractNumId") for id, found in by_id(self.part, "num", "numId")}
        self.levels = {
            (id, number(level.get("ilvl", ""))): _level(level)
            for id, found in abstract.items()
            for level in found.findall("lvl")
        }
        self.restarts = {
            (id, number(change.get("ilvl", ""))): number(value(change, "startOverride"), 1)
            for id, found in by_id(self.part, "num", "numId")
            for change in found.findall("lvlOverride")
            if change.find("startOverride") is not None
        }

    def label(self, list_id: str, depth: int) -> str | None:
        """What is printed before the next paragraph of a list; empty for a bullet, None where it is in no list."""
        kind = self.lists.get(list_id)
        depth = min(depth, DEEPEST_LEVEL)
        level = self.levels.get((kind or "", depth))
        if kind is None or level is None:
            return None
        if level.format in ("bullet", "none") or not level.text:
            return "" if level.format != "none" else None
        self._count(list_id, kind, depth, level)
        return re.sub(r"%([1-9])", lambda found: self._shown(kind, int(found.group(1)) - 1), level.text).strip()

    def _count(self, list_id: str, kind: str, depth: int, level: Level) -> None:
        if list_id not in self.started:
            self.started.add(list_id)
            for deep in range(DEEPEST_LEVEL + 1):
                if (list_id, deep) in self.restarts:
                    self.counts[kind, deep] = self.restarts[list_id, deep] - 1
        self.counts[kind, depth] = self.counts.get((kind, depth), level.start - 1) + 1
        for deeper in range(depth + 1, DEEPEST_LEVEL + 1):
            self.counts.pop((kind, deeper), None)

    def _shown(self, kind: str, depth: int) -> str:
        level = self.levels.get((kind, depth), Level("decimal", "", 1))
        return counted(self.counts.get((kind, depth), level.start), level.format)


def _level(found: Element) -> Level:
    return Level(value(found, "numFmt") or "decimal", value(found, "lvlText"), number(value(found, "start"), 1))


def counted(count: int, format: str) -> str:
    """A number in one of Word's ways: 3, c, iii, Three."""
    if format in ("lowerLetter", "upperLetter") and 1 <= count <= 26:
        letter = chr(ord("a") + count - 1)
        return letter.upper() if format == "upperLetter" else letter
    if format in ("lowerRoman", "upperRoman") and 1 <= count <= 39:
        roman = ""
        for worth, sign in ROMAN:
            roman, count = roman + sign * (count // worth), count % worth
        return roman.upper() if format == "upperRoman" else roman
    if format == "cardinalText" and 1 <= count <= len(WORDS):
        return WORDS[count - 1]
    return str(count)
