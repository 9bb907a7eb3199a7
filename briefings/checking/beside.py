"""Every file in the content folder, whoever made it: its name, and what a photo, a document or a page gives away."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from briefings.checking.privacy import PrivacySearch
from briefings.privacy import ATTACHMENTS, LARGEST, TOLD, UnreadableError, given_away
from briefings.problems import ContentError, Problem
from briefings.source import read_source

SUSPECT = re.compile(r"[A-Z@]|\d\D?\d|day|hour|ward|bed")
"""What the name of a file has that may give somebody away."""

READ_ELSEWHERE = ("reviews", "themes", "digests", "actions", "external", "vocabulary")


def search_files(search: PrivacySearch, content: Path, shown: Callable[[Path], str]) -> None:
    """Search names, attachments, and the pages of the site's own, which lie outside our folders."""
    for path, folder in _files(content):
        if SUSPECT.search(path.name):
            search.name(shown(path), is_story=folder == "reviews")
        if path.suffix.lower() in ATTACHMENTS:
            search.problems += _given_away(path, shown(path), is_published=folder not in READ_ELSEWHERE)
        elif path.suffix == ".md" and folder not in READ_ELSEWHERE:
            _search_page(search, path, shown(path))


def _search_page(search: PrivacySearch, path: Path, shown_as: str) -> None:
    try:
        search.text(read_source(path, shown_as))
    except ContentError as error:
        search.problems += error.problems


def _files(content: Path) -> Iterator[tuple[Path, str]]:
    """Each file, and the folder of the content that it lies in; in an order that no machine changes."""
    for place, folders, names in os.walk(content):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        inside = Path(place).relative_to(content).parts
        for name in sorted(names):
            path = Path(place) / name
            if not name.startswith(".") and not path.is_symlink():
                yield path, inside[0] if inside else ""


def _given_away(path: Path, shown_as: str, *, is_published: bool) -> Iterator[Problem]:
    """What an attachment gives away. That one cannot be looked into is told where it would be published."""
    code, message = "privacy-properties", ""
    try:
        if path.stat().st_size > LARGEST:
            raise UnreadableError("it is too large")
        code, message = given_away(path.suffix.lower(), path.read_bytes())
    except UnreadableError as error:
        message = f"nobody can see what this document says of itself: {error}" if is_published else ""
    except OSError as error:
        code, message = "not-readable", f"this file cannot be read: {error.strerror or error}"
    if message:
        yield Problem(shown_as, 1, 1, code, message, TOLD.get(code, ("", ""))[1])
