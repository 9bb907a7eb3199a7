"""A content folder -> the files that can be mended, and how they are written."""

from __future__ import annotations

import difflib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefings.loading import authored_files
from briefings.mending import mended
from briefings.problems import ContentError, Problem
from briefings.source import CONTROL

MARK = "\ufeff"


@dataclass(frozen=True)
class Change:
    """A file that can be mended. ``shown_as`` is how messages name it; the texts are whole, with their line ends."""

    path: Path
    shown_as: str
    before: str
    after: str
    done: tuple[str, ...]

    def diff(self) -> str:
        """The change as a unified diff."""
        before, after = (text.splitlines(keepends=True) for text in (self.before, self.after))
        names = (f"a/{self.shown_as}", f"b/{self.shown_as}")
        return "".join(_with_end(line) for line in difflib.unified_diff(before, after, *names))

    def write(self) -> None:
        """Put the mended text in the file's place: whole or not at all. Raises :class:`ContentError`."""
        new = self.path.with_name(f".{self.path.name}.new")
        try:
            new.write_bytes(self.after.encode())
            shutil.copymode(self.path, new)
            new.replace(self.path)
        except OSError as error:
            new.unlink(missing_ok=True)
            message = f"this file cannot be written: {error.strerror or error}"
            raise ContentError([Problem(self.shown_as, 1, 1, "not-readable", message)]) from error


def changes(content: Path, shown_below: Path | None = None) -> Iterator[Change]:
    """Each file of a content folder that can be mended, in the order of their names."""
    for path, shown_as in authored_files(content, shown_below):
        text = _text(path)
        if text and path.suffix in (".md", ".yml"):
            mark = MARK if text.startswith(MARK) else ""
            found = mended(path.relative_to(content).as_posix(), text.removeprefix(MARK))
            if found.done:
                yield Change(path, shown_as, text, mark + found.text, found.done)


def _text(path: Path) -> str:
    """What a file says; nothing where it cannot be read, or holds what its author has to look at first."""
    try:
        text = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
    return "" if CONTROL.search(text.removeprefix(MARK)) else text


def _with_end(line: str) -> str:
    return line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
