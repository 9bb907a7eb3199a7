"""The glossary knows every acronym that a reader meets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefings.problems import Problem
from briefings.source import Source
from briefings.vocabulary import Vocabulary

ACRONYM = re.compile(r"(?<![\w&/.#@-])[A-Z](?:[a-z]?[A-Z0-9&/]){0,30}[a-z]?[A-Z][0-9]{0,9}s?(?![\w&/@]|\.\w)")
"""Two capitals or more in one word: SAR, GPs, CSEs, A&E, PoT. Not Child A, and nothing in an address or an id."""

NOT_SHOWN = re.compile(
    r"\{[^{}\n]*\}|\]\([^)\n]*\)?|<!--.*?(?:-->|\Z)|https?://\S+|\[\[[^\]\n|]*|(?:^|(?<=[ \t]))#[ ][^\n]*",
    re.DOTALL | re.MULTILINE,
)
"""What no reader sees: attribute lists, addresses, comments of Markdown and of YAML."""

NAME = re.compile(r"^(?:title|publisher|source|via|named|issue|short|link|url):", re.IGNORECASE)
"""A field that holds a name as somebody else gave it."""


def unknown_acronyms(source: Source, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Each acronym of a file that the glossary does not have, where the file first uses it."""
    if "glossary" not in vocabulary.unread:
        yield from _unknown_in(source, vocabulary.words, _own_names(source))


def _own_names(source: Source) -> frozenset[str]:
    """The letters by which a review calls the people in it, from its title: PS, HH, RN19."""
    titles = (line for line in source.lines if line.startswith("title:"))
    return frozenset(re.findall(r"\w+", next(titles, "")))


def _unknown_in(source: Source, known: frozenset[str], names: frozenset[str]) -> Iterator[Problem]:
    told: set[str] = set()
    text = NOT_SHOWN.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), source.text)
    for number, line in enumerate(text.split("\n"), 1):
        if NAME.match(line.strip()):
            continue
        for found in ACRONYM.finditer(line):
            word = found.group()
            if word not in told and word not in names and not _is_known(word, known):
                told.add(word)
                hint = f"write it out, or add it to vocabulary/glossary.yml: `{word}: {{expansion: …, meaning: …}}`"
                message = f"the glossary has no `{word}`"
                yield source.problem("unknown-acronym", number, found.start() + 1, message, hint)


def _is_known(word: str, known: frozenset[str]) -> bool:
    """Whether the glossary has a word: as it is, in the singular, or each part of `CIN/CP`."""
    return all(part in known or part.removesuffix("s") in known for part in word.split("/")) or word in known
