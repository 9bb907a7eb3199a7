"""A file's text, its lines, and problems that point into it."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path

from briefings.problems import ContentError, Problem

CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    r"\ufffe\uffff\U000e0000-\U000e007f]"
)
"""Characters that no author means: controls, odd line ends, and marks that hide or turn round the text beside them."""


@dataclass(frozen=True, slots=True)
class Source:
    r"""The text of one file. ``path`` is how messages name it; line ends are ``\n``."""

    path: str
    text: str
    lines: list[str] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Split the text once."""
        object.__setattr__(self, "lines", self.text.split("\n"))

    def problem(self, code: str, line: int, column: int, message: str, hint: str = "") -> Problem:
        """A problem at a line and column of this file, both counted from 1."""
        line = min(max(line, 1), len(self.lines))
        excerpt = self.lines[line - 1]
        return Problem(self.path, line, min(max(column, 1), len(excerpt) + 1), code, message, hint, excerpt)

    def position(self, offset: int) -> tuple[int, int]:
        """The line and column, both from 1, of a place in the text."""
        return self.text.count("\n", 0, offset) + 1, offset - self.text.rfind("\n", 0, offset)


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines of a source as one text, of which any place can be told."""

    source: Source
    text: str
    starts: list[int]
    first_line: int

    @classmethod
    def of(cls, source: Source, lines: list[str], first_line: int) -> Passage:
        """The passage of these lines, the first of which stands at a line of the source."""
        starts = [0, *accumulate(len(line) + 1 for line in lines)]
        return cls(source, "\n".join(lines), starts, first_line)

    def place(self, offset: int) -> tuple[int, int]:
        """The line and column of the source, both from 1, of an offset into the text."""
        index = bisect_right(self.starts, offset) - 1
        return self.first_line + index, offset - self.starts[index] + 1

    def problem(self, code: str, offset: int, message: str, hint: str) -> Problem:
        """A problem at an offset into the text."""
        return self.source.problem(code, *self.place(offset), message, hint)


def read_source(path: Path, shown_as: str) -> Source:
    """Read a file as UTF-8. A byte-order mark and Windows line ends are accepted.

    Raises :class:`ContentError` where the file cannot be read, is not UTF-8 or holds control characters.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise ContentError([Problem(shown_as, 1, 1, "not-readable", f"this file cannot be read: {reason}")]) from error
    source = Source(shown_as, _decoded(data.removeprefix(b"\xef\xbb\xbf"), shown_as))
    if found := CONTROL.search(source.text):
        place = source.position(found.start())
        raise ContentError([source.problem("control-character", *place, unseen(found.group()), UNSEEN_HINT)])
    return source


UNSEEN_HINT = "delete it; it often comes with text pasted from a PDF or a web page"


def unseen(character: str) -> str:
    """What to say of a character that cannot be seen: its number, and its name where it has one."""
    name = unicodedata.name(character, "").lower()
    return f"an invisible character (U+{ord(character):04X}{', ' + name if name else ''})"


def _decoded(data: bytes, shown_as: str) -> str:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        good = Source(shown_as, _plain_line_ends(data[: error.start].decode("utf-8", "replace")))
        line, column = good.position(len(good.text))
        hint = "save the file as UTF-8 (in Word: Plain text, Other encoding, Unicode (UTF-8))"
        message = f"a byte that is not UTF-8 text (0x{data[error.start]:02x})"
        raise ContentError([good.problem("not-utf8", line, column, message, hint)]) from error
    return _plain_line_ends(text)


def _plain_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
