"""A file of `content/external/` -> the reviews of another site, or its problems."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from pydantic import ValidationError

from briefings.external import ExternalLibrary, Origin
from briefings.ids import is_id, slug
from briefings.marked_json import misfits, read_json
from briefings.problems import ContentError, Problem
from briefings.source import Source

AGAIN = "don't write this file by hand: `briefings import-library` makes it, from the library.json of another site"


@dataclass(frozen=True)
class ReadExternal:
    """What one file of another site's reviews gave."""

    origin: Origin | None = None
    problems: tuple[Problem, ...] = ()


def read_external(source: Source, path: str) -> ReadExternal:
    """Read what was kept of another site's library. ``path`` is its file below the content folder."""
    folder, file = posixpath.split(path)
    name = file.removesuffix(".json")
    if folder != "external" or not is_id(name) or name == "index":
        hint = f"call it `external/{slug(name)}.json`" if name != "index" else "name it after the site that it is of"
        return ReadExternal(problems=(source.problem("bad-id", 1, 1, f"`{path}` cannot be its name", hint),))
    try:
        return ReadExternal(Origin(name, ExternalLibrary.model_validate(read_json(source, AGAIN))))
    except ContentError as error:
        return ReadExternal(problems=error.problems)
    except ValidationError as error:
        return ReadExternal(problems=tuple(misfits(error, source, AGAIN)))
