"""Waits until something in a folder changes: by looking at times and sizes, with nothing but the standard library."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from briefings.remembering import Stamp, stamp_of

EVERY = 0.5
"""How long to wait between two looks, in seconds."""
Snapshot = dict[Path, Stamp]


def snapshot(folder: Path) -> Snapshot:
    """The time and size of each file of a folder, at any depth."""
    stamps = ((path, stamp_of(path)) for path in folder.rglob("*") if path.is_file())
    return {path: stamp for path, stamp in stamps if stamp is not None}


def each_change(folder: Path, wait: Callable[[float], None] = time.sleep) -> Iterator[None]:
    """Yields at once, and then whenever something in the folder has changed. It never ends by itself."""
    seen: Snapshot | None = None
    while True:
        now = snapshot(folder)
        if now != seen:
            seen = now
            yield
        wait(EVERY)
