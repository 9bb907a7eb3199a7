"""A digest's file -> the digest, or its problems."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from briefings.front_matter import read_document
from briefings.ids import is_id, slug
from briefings.links import Reference, canonical, references
from briefings.marked_yaml import MarkedData
from briefings.markup import markup_problems, without_comments
from briefings.model import Digest
from briefings.plain_lists import with_plain_lists
from briefings.problems import ContentError, Problem, did_you_mean
from briefings.reading.terms import unknown_terms
from briefings.reading.waivers import Waiver, read_waivers
from briefings.schema import DigestFields
from briefings.shape import shape_problems, validated
from briefings.source import Source
from briefings.vocabulary import Vocabulary

TERMS = {
    "neighbours": "partnerships",
    "harms": "harms",
    "agencies": "agencies",
    "types": "review-types",
    "partnerships": "partnerships",
}
"""The list that each filter takes its ids from."""


@dataclass(frozen=True)
class ReadDigest:
    """What one digest's file gave; ``marked`` keeps the place of each field. ``status`` is as a review's."""

    id: str
    source: Source
    digest: Digest | None = None
    status: str = ""
    problems: tuple[Problem, ...] = ()
    references: tuple[Reference, ...] = ()
    marked: MarkedData | None = None
    waivers: tuple[Waiver, ...] = ()


def read_digest(source: Source, path: str, vocabulary: Vocabulary) -> ReadDigest:
    """Read a digest. ``path`` is its file below the content folder; its stem is the id."""
    name = posixpath.basename(path).removesuffix(".md")
    try:
        document = read_document(source)
    except ContentError as error:
        return ReadDigest(name, source, problems=(*error.problems, *_bad_id(source, name)))
    lines = without_comments(document.body).split("\n")
    problems = [
        *_bad_id(source, name),
        *document.fields.problems,
        *markup_problems(source, lines, document.body_line),
        *unknown_terms(document.fields, TERMS, vocabulary),
    ]
    fields = validated(DigestFields, document.fields.data)
    digest = None
    if isinstance(fields, DigestFields):
        problems += _faults(fields, document.fields, vocabulary)
        introduction = canonical("\n".join(with_plain_lists(lines)).strip("\n"), path)
        digest = _digest(fields, name, path, introduction, vocabulary)
    elif document.fields.readable:
        problems += shape_problems(fields, document.fields, DigestFields)
    links = tuple(references(source, lines, document.body_line, path))
    status = fields.status if isinstance(fields, DigestFields) else ""
    waivers = read_waivers(document)
    problems += waivers.problems
    return ReadDigest(name, source, digest, status, tuple(problems), links, document.fields, waivers.found)


def _bad_id(source: Source, name: str) -> Iterator[Problem]:
    if not is_id(name) or name == "index":
        hint = f"name the file `{slug(name)}.md`, or by its month: `2021-10.md`"
        yield source.problem("bad-id", 1, 1, f"`{name}` cannot be an id, and a file's name is its id", hint)


def _faults(fields: DigestFields, marked: MarkedData, vocabulary: Vocabulary) -> Iterator[Problem]:
    if fields.period.last.last_day < fields.period.first.first_day:
        message = f"the period ends ({fields.period.last}) before it begins ({fields.period.first})"
        hint = f"write `{{from: {fields.period.last}, to: {fields.period.first}}}`"
        yield marked.problem("bad-period", ("period",), message, hint)
    known = _homes(vocabulary)
    if fields.home and fields.home.lower() not in known and "partnerships" not in vocabulary.unread:
        hint = (
            did_you_mean(fields.home, known.values())
            or "write an id of partnerships.yml, or a region that stands there"
        )
        yield marked.problem("unknown-home", ("home",), f"no partnership or region is called `{fields.home}`", hint)


def _homes(vocabulary: Vocabulary) -> dict[str, str]:
    """What a digest may call its home, by its small letters: the regions, and the ids of partnerships."""
    regions = {entry.region for entry in vocabulary.partnerships.values() if entry.region}
    return {name.lower(): name for name in (*vocabulary.partnerships, *sorted(regions))}


def _digest(fields: DigestFields, name: str, path: str, introduction: str, vocabulary: Vocabulary) -> Digest:
    named = fields.home or ""
    name_of_home = _homes(vocabulary).get(named.lower(), "")
    home = vocabulary.partnerships.get(named) or vocabulary.partnerships.get(name_of_home)
    return Digest(
        id=name,
        path=path,
        title=fields.title,
        published=fields.published,
        first=fields.period.first,
        last=fields.period.last,
        issue=fields.issue or "",
        home=home,
        region=home.region if home else name_of_home,
        neighbours=fields.neighbours,
        themes=fields.themes,
        harms=fields.harms,
        agencies=fields.agencies,
        types=fields.types,
        partnerships=fields.partnerships,
        introduction=introduction,
    )
