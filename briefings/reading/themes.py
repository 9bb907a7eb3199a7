"""A theme's file -> the theme, or its problems."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from briefings.front_matter import read_document
from briefings.links import Reference, canonical, references
from briefings.marked_yaml import MarkedData
from briefings.markup import markup_problems, without_comments
from briefings.model import Theme
from briefings.plain_lists import with_plain_lists
from briefings.problems import ContentError, Problem
from briefings.reading.terms import bad_id, found, unknown_terms
from briefings.reading.waivers import Waiver, read_waivers
from briefings.schema import ThemeFields
from briefings.shape import shape_problems, validated
from briefings.source import Source
from briefings.vocabulary import Vocabulary


@dataclass(frozen=True)
class ReadTheme:
    """What one theme's file gave; ``marked`` keeps the place of each field."""

    id: str
    source: Source
    theme: Theme | None = None
    problems: tuple[Problem, ...] = ()
    references: tuple[Reference, ...] = ()
    marked: MarkedData | None = None
    waivers: tuple[Waiver, ...] = ()


def read_theme(source: Source, path: str, vocabulary: Vocabulary) -> ReadTheme:
    """Read a theme. ``path`` is its file below the content folder; its stem is the id."""
    name = posixpath.basename(path).removesuffix(".md")
    try:
        document = read_document(source)
    except ContentError as error:
        return ReadTheme(name, source, problems=(*error.problems, *bad_id(source, name)))
    lines = without_comments(document.body).split("\n")
    problems = [
        *bad_id(source, name),
        *document.fields.problems,
        *markup_problems(source, lines, document.body_line),
        *unknown_terms(document.fields, {"resources": "resources", "harm": "harms"}, vocabulary),
    ]
    links = tuple(references(source, lines, document.body_line, path))
    fields = validated(ThemeFields, document.fields.data)
    theme = None
    if isinstance(fields, ThemeFields):
        body = canonical("\n".join(with_plain_lists(lines)).strip("\n"), path)
        theme = _theme(fields, name, path, body, vocabulary)
    elif document.fields.readable:
        problems += shape_problems(fields, document.fields, ThemeFields)
    waivers = read_waivers(document)
    problems += waivers.problems
    return ReadTheme(name, source, theme, tuple(problems), links, document.fields, waivers.found)


def _theme(fields: ThemeFields, name: str, path: str, body: str, vocabulary: Vocabulary) -> Theme:
    return Theme(
        id=name,
        path=path,
        title=fields.title,
        definition=fields.definition,
        aliases=fields.aliases,
        broader=fields.broader or "",
        related=fields.related,
        resources=found(fields.resources, vocabulary.resources),
        harm=vocabulary.harms.get(fields.harm or ""),
        body=body,
    )
