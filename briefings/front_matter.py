"""A file's text -> the front matter between its two lines of ``---``, and the body below."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from frontmatter.default_handlers import YAMLHandler

from briefings.marked_yaml import MarkedData, read_yaml
from briefings.problems import ContentError
from briefings.source import Source

BORDER = YAMLHandler.FM_BOUNDARY


@dataclass(frozen=True, slots=True)
class Document:
    """A Markdown file, split. ``body_line`` is the line of the source, from 1, on which the body starts."""

    source: Source
    fields: MarkedData
    body: str
    body_line: int


def read_document(source: Source) -> Document:
    """Split a file into front matter and body.

    Raises :class:`ContentError` where there is none or it is not closed; problems inside it are in ``fields``.
    """
    borders = list(islice(BORDER.finditer(source.text), 2))
    if not borders or source.text[: borders[0].start()].strip():
        message = "a review or theme starts with front matter, between two lines of `---`"
        raise ContentError([source.problem("no-front-matter", 1, 1, message, "make the first line `---`")])
    first_line = source.position(borders[0].start())[0] + 1
    body_line = source.position(borders[1].start())[0] + 1 if len(borders) == 2 else len(source.lines) + 1
    heading = _first_heading(source, first_line, body_line)
    if len(borders) < 2 or heading:
        hint = "put a line of `---` between the last field and the text"
        line = heading or len(source.lines)
        raise ContentError([source.problem("front-matter-not-closed", line, 1, "the front matter is not closed", hint)])
    text = "\n".join(source.lines[first_line - 1 : body_line - 2])
    fields = read_yaml(source, text, first_line)
    return Document(source, fields, "\n".join(source.lines[body_line - 1 :]), body_line)


def _first_heading(source: Source, first_line: int, end_line: int) -> int:
    """The first line that is a section's heading, where front matter should be; 0 if there is none."""
    lines = source.lines[first_line - 1 : end_line - 1]
    return next((number for number, line in enumerate(lines, first_line) if line.startswith("## ")), 0)
