"""The rules of the craft: what makes a review plain, short and of use. They find what is likely to be better."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from briefings.front_matter import Document
from briefings.marked_yaml import Path
from briefings.outline import Item, Outline, Section
from briefings.plain_text import plain
from briefings.problems import Problem, plural
from briefings.reading.avoided import avoided_words
from briefings.reading_age import LEAST_WORDS, grade, sentences
from briefings.vocabulary import Vocabulary

LONGEST_SENTENCE = {"one-thing": 25, "summary": 30, "learning": 30}
"""The most words that a sentence should have, of a one thing and its checks, the summary, and a learning point."""
HIGHEST_GRADE = {"one-thing": 9.0, "summary": 11.0}
"""The highest Flesch-Kincaid grade that a one thing and a summary should have."""
AGE_OF_GRADE = 5
"""A child in the first grade is six years old."""
MOST_POINTS = 9
"""More learning points than this for one audience, and few of them are read."""
NO_ACTION = re.compile(
    r"(?:the|an?|this|that|these|those|there|it|its|they|their|he|his|she|her|we|our|some|many|most|all|every|each"
    r"|child|children|adults?|parents?|famil(?:y|ies)|professionals?|practitioners?|workers?|staff|agenc(?:y|ies))\b",
    re.IGNORECASE,
)
"""How a sentence starts that says how things are, and not what to do."""


def craft_problems(document: Document, outline: Outline, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Everything in one review that its author may want to write otherwise."""
    yield from _summary(document)
    for section in outline.sections:
        if section.kind.name == "one-thing":
            yield from _one_thing(outline, section)
        elif section.kind.name == "learning":
            for item in section.items:
                yield from _long(outline, item.text, item.line, "learning")
        elif section.kind.name == "recommendations":
            yield from _without_owner(outline, section)
    yield from _too_many(outline)
    yield from _beyond_the_report(document, outline)
    yield from avoided_words(document, outline, vocabulary)


def _summary(document: Document) -> Iterator[Problem]:
    text = document.fields.data.get("summary")
    if isinstance(text, str):
        path: Path = ("summary",)
        for message, hint in _too_long(text, LONGEST_SENTENCE["summary"]):
            yield document.fields.problem("long-sentence", path, message, hint)
        for message, hint in _too_hard(text, "summary"):
            yield document.fields.problem("hard-to-read", path, message, hint)


def _one_thing(outline: Outline, section: Section) -> Iterator[Problem]:
    line = _first_line(outline, section)
    text = plain(section.prose)
    yield from _long(outline, section.prose, line, "one-thing")
    for item in section.items:
        yield from _long(outline, item.text, item.line, "one-thing")
    for message, hint in _too_hard(text, "one-thing"):
        yield outline.source.problem("hard-to-read", line, 1, message, hint)
    if NO_ACTION.match(text):
        message = "the one thing says how things are, not what to do"
        hint = "start with what to do: “Ask …”, “Look …”, or “When …, ask …”"
        yield outline.source.problem("not-an-action", line, 1, message, hint)


def _first_line(outline: Outline, section: Section) -> int:
    """The first line of a section that has words, or its heading's."""
    rest = enumerate(outline.lines[section.line - outline.first_line + 1 :], section.line + 1)
    return next((number for number, line in rest if line.strip()), section.line) if section.prose else section.line


def _long(outline: Outline, text: str, line: int, kind: str) -> Iterator[Problem]:
    for message, hint in _too_long(plain(text), LONGEST_SENTENCE[kind]):
        yield outline.source.problem("long-sentence", line, 1, message, hint)


def _too_long(text: str, most: int) -> Iterator[tuple[str, str]]:
    for words in sentences(text):
        if len(words) > most:
            message = f"a sentence of {len(words)} words: “{' '.join(words[:6])} …”"
            yield message, f"make two of it, of {most} words at most"


def _too_hard(text: str, kind: str) -> Iterator[tuple[str, str]]:
    if sum(map(len, sentences(text))) >= LEAST_WORDS and grade(text) > HIGHEST_GRADE[kind]:
        age = round(grade(text)) + AGE_OF_GRADE
        most = round(HIGHEST_GRADE[kind]) + AGE_OF_GRADE
        yield f"it takes a reader of {age} years to read this with ease", f"aim at {most} or less: use short words"


def _without_owner(outline: Outline, section: Section) -> Iterator[Problem]:
    for item in section.items:
        if item.id and item.readable and not item.attribute("agency") and not item.attribute("audience"):
            hint = 'say who: `agency="police"`, or `audience="system"`'
            message = "nobody is named who should act on this"
            yield outline.source.problem("no-owner", item.line, 1, message, hint)


def _too_many(outline: Outline) -> Iterator[Problem]:
    for section in outline.sections:
        own = _told_apart(section)
        if section.kind.name == "learning" and own > MOST_POINTS:
            message = f"{plural(own, 'learning point')} for one audience"
            hint = f"put the {MOST_POINTS} that matter most first, and join or drop others"
            yield outline.source.problem("too-many-points", section.line, 1, message, hint)


def _told_apart(section: Section) -> int:
    """The most points of a section that speak to one audience."""
    counted = Counter(audience for item in section.items for audience in _audiences(item, section.kind.audience))
    return max(counted.values(), default=0)


def _audiences(item: Item, usual: str) -> list[str]:
    named = item.attribute("audience")
    return named.text.split() if named else [usual]


def _beyond_the_report(document: Document, outline: Outline) -> Iterator[Problem]:
    report = document.fields.data.get("source")
    pages = report.get("pages", "") if isinstance(report, dict) else ""
    last = int(pages) if isinstance(pages, str) and re.fullmatch(r"[0-9]{1,5}", pages) else 0
    for item in (item for section in outline.sections for item in section.items):
        page = item.attribute("page")
        beyond = [number for number in re.findall(r"[0-9]+", page.text) if int(number) > last] if page and last else []
        if page and beyond:
            message = f"page {beyond[0]} of a report that has {last}"
            hint = "correct the page here, or `pages` of `source`"
            yield outline.source.problem("beyond-report", page.line, page.column, message, hint)
