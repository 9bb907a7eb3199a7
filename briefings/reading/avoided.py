"""Words now avoided in a review's own text, each with what to write in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefings.front_matter import Document
from briefings.outline import Outline
from briefings.problems import Problem
from briefings.source import Passage
from briefings.vocabulary import AvoidedWord, Vocabulary

QUOTED = re.compile(r"[“‘\"'][^“”‘\"\n]{0,60}$")
"""What stands before words that are quoted: somebody else's, or talked about."""
ADDRESS = re.compile(r"\]\([^)\n]*\)?|\[\[[^\]\n|]*|https?://\S+")
"""Where a link leads, which nobody reads."""


def avoided_words(document: Document, outline: Outline, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Each avoided word of the summary and of the text, but for those in quotation marks."""
    pattern = vocabulary.avoided_pattern
    if pattern is None:
        return
    summary = document.fields.data.get("summary")
    for found in pattern.finditer(summary) if isinstance(summary, str) else ():
        if not _is_quoted(found):
            yield document.fields.problem("avoided-word", ("summary",), *_words(found, vocabulary))
    body = Passage.of(outline.source, outline.lines, outline.first_line)
    for found in pattern.finditer(ADDRESS.sub(lambda address: " " * len(address.group()), body.text)):
        if not _is_quoted(found):
            yield body.problem("avoided-word", found.start(), *_words(found, vocabulary))


def _is_quoted(found: re.Match[str]) -> bool:
    before = found.string[max(0, found.start() - 61) : found.start()]
    return bool(QUOTED.search(before)) and found.string[found.end() : found.end() + 1] in ("”", "’", '"', "'")


def _words(found: re.Match[str], vocabulary: Vocabulary) -> tuple[str, str]:
    said = " ".join(found.group().split())
    word: AvoidedWord = vocabulary.avoided[vocabulary.as_avoided(said)]
    why = f": {word.meaning[0].lower()}{word.meaning[1:].rstrip('.')}" if word.meaning else ""
    return f"“{said}” is now avoided{why}", f"write {word.prefer}"
