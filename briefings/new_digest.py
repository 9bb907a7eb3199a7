"""Start a digest: one small file that says which reviews it wants. Its pages are made from the library."""

from __future__ import annotations

import json
from pathlib import Path

from briefings.dates import PartialDate, nearest_date
from briefings.ids import is_id, slug

TEMPLATE = """\
---
title: Lessons from reviews published {words}
published: {last}
period: {{from: {first}, to: {last}}}
{home}status: draft   # write `published` when it is ready to be seen
---

Write here, in two or three sentences, what this digest is for. The reviews, the themes that keep coming back
and what to take to a team meeting are added from the library.
"""
HOME = "# home: kent            # whose digest it is: an id of partnerships.yml, or a region\n"


class NotStartedError(Exception):
    """The file was not made; the text says why and what to do."""


def new_digest(content: Path, period: tuple[str, str], home: str = "", id: str = "") -> Path:
    """Make the file of a digest, named by the last date of its period, and give its path. Nothing is written over.

    Raises :class:`NotStartedError` where a date or the id is none, the folder is not there, or the file is already.
    """
    first, last = (_date(text) for text in period)
    if last.last_day < first.first_day:
        raise NotStartedError(f"the period ends ({last}) before it begins ({first}); give --from the earlier date")
    name = id or str(last)
    if not is_id(name) or name == "index":
        raise NotStartedError(f"`{name}` cannot be an id; try --id {last if name == 'index' else slug(name)}")
    if not content.is_dir():
        raise NotStartedError(f"there is no folder {content}; give the content folder's path with --content")
    path = content / "digests" / f"{name}.md"
    try:
        path.parent.mkdir(exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(_text(first, last, home))
    except OSError as error:
        if path.exists():
            raise NotStartedError(f"{path} is there already; choose another name with --id") from error
        raise NotStartedError(f"{path} cannot be written: {error.strerror}") from error
    return path


def _date(text: str) -> PartialDate:
    try:
        return PartialDate.parse(text)
    except ValueError as error:
        raise NotStartedError(f"`{text}` is not a date: {error}; did you mean {nearest_date(text)}?") from error


def _text(first: PartialDate, last: PartialDate, home: str) -> str:
    words = f"in {last.words}" if first == last else f"from {first.words} to {last.words}"
    return TEMPLATE.format(words=words, first=first, last=last, home=f"home: {_quoted(home)}\n" if home else HOME)


def _quoted(text: str) -> str:
    """A value of front matter, whatever signs it holds."""
    return json.dumps(text, ensure_ascii=False)
