"""What a review's sections must hold: which are needed, which are there twice, which are empty."""

from __future__ import annotations

from collections.abc import Iterator

from briefings.outline import Outline, Section
from briefings.problems import Problem
from briefings.sections import KINDS, REQUIRED, SectionKind


def section_problems(outline: Outline) -> Iterator[Problem]:
    """Everything that is wrong with the sections of a review as such."""
    yield from _repeated(outline)
    for section in outline.sections:
        yield from _items(outline, section)
    yield from _missing(outline)
    yield from _intro(outline)


def _repeated(outline: Outline) -> Iterator[Problem]:
    seen: dict[SectionKind, int] = {}
    for section in outline.sections:
        if section.kind.name not in ("letter", "other") and section.kind in seen:
            message = f"“{section.heading}” is the same section as line {seen[section.kind]}"
            hint = "put the two together under one heading"
            yield outline.source.problem("repeated-section", section.line, 1, message, hint)
        seen.setdefault(section.kind, section.line)


def _missing(outline: Outline) -> Iterator[Problem]:
    end = len(outline.source.lines)
    there = {section.kind.name for section in outline.sections}
    for kind in KINDS:
        if kind.name in REQUIRED and not kind.audience and kind.name not in there:
            message = f"there is no section “{kind.heading}”"
            yield outline.source.problem("missing-section", end, 1, message, f"add `## {kind.heading}`")
    if "learning" not in there:
        hint = "add `## Learning for practitioners`, with one point an item"
        yield outline.source.problem("no-learning", end, 1, "this review has no learning points", hint)


def _items(outline: Outline, section: Section) -> Iterator[Problem]:
    if section.kind.items == "records" and not section.items and section.prose.strip():
        hint = "put `- ` before each point, and `{#id .theme}` after it"
        message = f"“{section.heading}” has text but no list of points"
        yield outline.source.problem("no-records", section.line, 1, message, hint)
    if section.kind.name == "one-thing" and section.items and not section.prose.strip() + section.after:
        hint = "write the one thing as a sentence above the list; the list holds the checks that go with it"
        yield outline.source.problem("empty-section", section.line, 1, "the one thing itself is missing", hint)
    for item in section.items:
        if not item.text.strip():
            yield outline.source.problem("empty-section", item.line, 1, "an empty list item", "write it, or delete it")


def _intro(outline: Outline) -> Iterator[Problem]:
    """Text above all sections; a heading there is told as such."""
    lines = outline.intro.split("\n")
    text = next((number for number, line in enumerate(lines) if line.strip() and not line.startswith("#")), None)
    if text is not None:
        hint = "move it under `## What happened`"
        message = "text before the first heading, which is shown nowhere"
        yield outline.source.problem("text-before-sections", outline.first_line + text, 1, message, hint)
