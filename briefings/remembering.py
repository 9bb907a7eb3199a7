"""What was read of a file stays known while the file is the same: for whoever reads a folder again and again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from briefings.vocabulary import Vocabulary

Read = TypeVar("Read")
Stamp = tuple[int, int]


@dataclass
class Memory:
    """What was read, by file, with the file's time and size then. It grows with the folder that it is used for."""

    vocabulary: Vocabulary | None = None
    held: dict[Path, tuple[Stamp, Any]] = field(default_factory=dict)

    def hold_for(self, vocabulary: Vocabulary) -> None:
        """Forget everything that was read with another vocabulary."""
        if self.vocabulary != vocabulary:
            self.held.clear()
            self.vocabulary = vocabulary

    def recall(self, path: Path, read: Callable[[], Read]) -> Read:
        """What ``read`` gave the last time, if the file is as it was then; else what it gives now."""
        stamp = stamp_of(path)
        if stamp is None:
            return read()
        known = self.held.get(path)
        if known is None or known[0] != stamp:
            known = self.held[path] = (stamp, read())
        found: Read = known[1]
        return found


def stamp_of(path: Path) -> Stamp | None:
    """When a file was changed (in nanoseconds) and how long it is; nothing where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
