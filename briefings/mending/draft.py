"""A file's text as lines that keep their own ends, so that what is not mended stays byte for byte."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType

from briefings.front_matter import Document, read_document
from briefings.outline import Outline, read_outline
from briefings.problems import ContentError
from briefings.source import Source

END = re.compile(r"(\r\n|\r|\n)")


@dataclass(frozen=True, slots=True)
class Line:
    r"""One line; ``end`` is ``\n``, ``\r\n``, ``\r``, or nothing for the last one."""

    text: str
    end: str


@dataclass(frozen=True)
class Draft:
    """The lines of a file. ``path`` is the file below the content folder; line 1 of its source is ``lines[0]``."""

    path: str
    lines: tuple[Line, ...]

    @classmethod
    def of(cls, path: str, text: str) -> Draft:
        """The draft that a text is."""
        parts = [*END.split(text), ""]
        return cls(path, tuple(Line(*pair) for pair in zip(parts[::2], parts[1::2], strict=True)))

    @property
    def text(self) -> str:
        """The text again, each line with its own end."""
        return "".join(line.text + line.end for line in self.lines)

    @cached_property
    def source(self) -> Source:
        """The text as it is read."""
        return Source(self.path, "\n".join(line.text for line in self.lines))

    @property
    def is_review(self) -> bool:
        """Whether its body has sections and records."""
        return self.path.startswith("reviews/")

    @cached_property
    def document(self) -> Document | None:
        """The file, split; nothing where it has no front matter, or is not to have any."""
        try:
            return read_document(self.source) if self.path.endswith(".md") else None
        except ContentError:
            return None

    @cached_property
    def outline(self) -> tuple[Document, Outline] | None:
        """The document with the sections of its body; nothing where it is no review that can be split."""
        document = self.document if self.is_review else None
        return (document, read_outline(document)) if document else None

    @property
    def usual_end(self) -> str:
        """How its lines end, or would."""
        return next((line.end for line in self.lines if line.end), "\n")

    def with_texts(self, texts: Mapping[int, str], below: Mapping[int, str] = MappingProxyType({})) -> Draft:
        """The draft with other texts in some lines, by index, and with new lines below some."""
        lines: list[Line] = []
        for index, line in enumerate(self.lines):
            text = texts.get(index, line.text)
            if index in below:
                lines += [Line(text, line.end or self.usual_end), Line(below[index], line.end)]
            else:
                lines.append(line if text == line.text else Line(text, line.end))
        return replace(self, lines=tuple(lines))

    def with_order(self, order: Sequence[int]) -> Draft:
        """The draft with its lines in another order."""
        return replace(self, lines=tuple(self.lines[index] for index in order))
