"""The passages of `privacy_passages.yml`: what is planted in each, and what of it is found."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from briefings.checking import known_of
from briefings.model import SiteSettings
from briefings.privacy import Finding, Known, details
from tests.builders import vocabulary

MARK = re.compile(r"⟦([\w-]+)\|([^⟧]*)⟧")
PARTS = ("first", "fresh")


@dataclass(frozen=True)
class Passage:
    """A passage without its marks, the title of its review, and what is planted in it."""

    title: str
    text: str
    planted: tuple[Finding, ...]

    @property
    def found(self) -> list[Finding]:
        return details(self.text, known().in_story(self.title))

    @property
    def missed(self) -> list[Finding]:
        """What is planted and was not found: no finding of its kind touches it."""
        return [plant for plant in self.planted if not any(_touches(plant, finding) for finding in self.found)]

    def value(self, finding: Finding) -> str:
        return self.text[finding.start : finding.end]


@dataclass(frozen=True)
class Figures:
    planted: int
    found: int
    innocent: int
    alarmed: int

    @property
    def recall(self) -> str:
        return f"{100 * self.found / self.planted:.1f} %"

    @property
    def false_alarms(self) -> str:
        return f"{100 * self.alarmed / self.innocent:.1f} %"


@cache
def known() -> Known:
    """What a site with the usual vocabulary knows."""
    return known_of(vocabulary(), SiteSettings())


@cache
def passages(part: str) -> tuple[Passage, ...]:
    """The passages of a part of the file; those with nothing planted are the innocent ones."""
    written = yaml.safe_load(Path(__file__).with_name("privacy_passages.yml").read_text("utf-8"))[part]
    return tuple(unmarked(text) for text in (*written["planted"], *written["innocent"]))


def unmarked(written: str) -> Passage:
    """A passage as it stands in the file -> without its marks."""
    title, _, marked = written.rpartition(" ¦ ")
    text, planted, end = "", [], 0
    for mark in MARK.finditer(marked):
        text += marked[end : mark.start()]
        planted.append(Finding(f"privacy-{mark[1]}", len(text), len(text) + len(mark[2])))
        text, end = text + mark[2], mark.end()
    return Passage(title or "Child R", text + marked[end:], tuple(planted))


def figures(of: Sequence[Passage]) -> Figures:
    """How much was found of what is planted, and how many innocent passages alarmed."""
    innocent = [passage for passage in of if not passage.planted]
    planted = sum(len(passage.planted) for passage in of)
    missed = sum(len(passage.missed) for passage in of)
    return Figures(planted, planted - missed, len(innocent), sum(bool(passage.found) for passage in innocent))


def _touches(one: Finding, other: Finding) -> bool:
    return one.code == other.code and one.start < other.end and other.start < one.end
