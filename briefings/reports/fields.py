"""What a report states of itself -> the front matter of its draft. What it does not state is a comment that says so."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from briefings.reports.facts import Facts
from briefings.reports.safe_markdown import clean
from briefings.schema import SUMMARY_WORDS
from briefings.vocabulary import Vocabulary

TO_CONFIRM = "to confirm"
"""How a mark starts, in a comment; the checks tell each one until an author deletes it."""
LATER = (
    "# What else the report may state: ages, outcome, harms, agencies, source.url. Their ids stand in the vocabulary."
)


def front_matter(facts: Facts, vocabulary: Vocabulary) -> Iterator[str]:
    """The lines of it, with those of `---`."""
    yield "---"
    yield from _title(facts)
    yield from _choice("type", facts.types, "vocabulary/review-types.yml")
    yield from _choice("partnership", facts.partnerships, "vocabulary/partnerships.yml", facts.publisher)
    yield from _dates(facts)
    yield LATER
    yield f"# summary: one or two plain sentences, {SUMMARY_WORDS} words at most, in your own words."
    yield "source:"
    yield (
        f"  title: {_quoted(facts.full_title)}"
        if facts.full_title
        else "  # title: the report's title, as printed on it."
    )
    publisher = vocabulary.partnerships[facts.partnerships[0]].name if len(facts.partnerships) == 1 else facts.publisher
    yield f"  publisher: {_quoted(publisher)}" if publisher else "  # publisher: who published the report, in full."
    if facts.pages:
        yield f"  pages: {facts.pages}"
    yield from ("status: draft", "---")


def _title(facts: Facts) -> Iterator[str]:
    if facts.title:
        yield f"title: {_quoted(facts.title)}   # {TO_CONFIRM}: the name that the review goes by, and that names nobody"
    else:
        yield "# title: the report shows no title. Write the name that the review goes by, such as Child R."


def _choice(field: str, ids: Sequence[str], place: str, other: str = "") -> Iterator[str]:
    """A field that takes an id: written where the report leaves one, else what there is to choose from."""
    if len(ids) == 1:
        yield f"{field}: {ids[0]}"
    elif ids:
        yield f"# {field}: the report names more than one: {', '.join(ids)}. Write the one that it is."
    else:
        named = f"`{_plain(other)}` is not in {place}: add it there. " if other else "the report does not state it. "
        yield f"# {field}: {named}Write an id of {place}."


def _dates(facts: Facts) -> Iterator[str]:
    if facts.published:
        yield f"published: {facts.published}"
    else:
        cover = f" Its cover says {facts.cover_date.words}." if facts.cover_date else ""
        yield f"# published: the report does not state it.{cover} Write YYYY, YYYY-MM or YYYY-MM-DD."
    if facts.incident:
        yield f"incident: {facts.incident}   # {TO_CONFIRM}: the year of the incident"


def _quoted(text: str) -> str:
    """A value of front matter, whatever signs it holds."""
    return json.dumps(_plain(text), ensure_ascii=False)


def _plain(text: str) -> str:
    return " ".join(clean(text).split())
