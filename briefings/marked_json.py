"""JSON that a program wrote -> data; and what does not fit a model, told at its place in the text."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from briefings.problems import ContentError, Problem
from briefings.source import Source

DECODER = json.JSONDecoder()
SPACE = re.compile(r"[ \t\r\n]*")
MOST_TOLD = 10
"""Problems of one file that are told: whoever wrote a file by program made one mistake many times."""
CODE = "bad-external"
WORDS = {
    "missing": "is missing",
    "extra_forbidden": "is not a field",
    "string_type": "should be text",
    "string_unicode": "should be text",
    "string_pattern_mismatch": "has not its form: it should match {pattern}",
    "string_too_short": "should not be empty",
    "string_too_long": "is longer than {max_length} characters",
    "tuple_type": "should be a list, `[…]`",
    "model_type": "should hold fields, `{{…}}`",
    "model_attributes_type": "should hold fields, `{{…}}`",
}
"""What pydantic's errors are in our words, by its codes."""


def read_json(source: Source, hint: str = "") -> Any:
    """The data; raises :class:`ContentError` where the text is no JSON. ``hint`` says what to do then."""
    try:
        return json.loads(source.text, object_pairs_hook=_once, parse_constant=_refused)
    except json.JSONDecodeError as error:
        place = error.lineno, error.colno
        raise ContentError([source.problem(CODE, *place, f"this is not JSON: {error.msg}", hint)]) from error
    except RecursionError as error:
        raise ContentError([source.problem(CODE, 1, 1, "lists within lists, far too deep", hint)]) from error
    except ValueError as error:
        raise ContentError([source.problem(CODE, 1, 1, str(error), hint)]) from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object, refused where a key stands in it twice."""
    made = dict(pairs)
    if len(made) < len(pairs):
        twice, _ = Counter(key for key, _ in pairs).most_common(1)[0]
        raise ValueError(f"`{twice}` stands twice in one object")
    return made


def _refused(constant: str) -> None:
    raise ValueError(f"`{constant}` is no value of JSON")


def misfits(error: ValidationError, source: Source, hint: str = "") -> Iterator[Problem]:
    """The first things that do not fit, each at its place; ``hint`` where there is no better one."""
    details = error.errors(include_url=False, include_input=False)
    for detail in details[:MOST_TOLD]:
        message, cure = _words(detail)
        if detail is details[min(MOST_TOLD, len(details)) - 1] and len(details) > MOST_TOLD:
            message += f" (and {len(details) - MOST_TOLD:,} more)"
        place = source.position(offset_of(source.text, detail["loc"]))
        yield source.problem(CODE, *place, message, cure or hint)


def _words(detail: ErrorDetails) -> tuple[str, str]:
    """Message and hint of one pydantic error."""
    name, context = named(detail["loc"]), detail.get("ctx", {})
    if "hint" in context:
        return f"`{name}`: {detail['msg']}", str(context["hint"])
    words = WORDS.get(detail["type"], "")
    return f"`{name}` {words.format(**context)}" if words else f"`{name}`: {detail['msg']}", ""


def named(path: Sequence[str | int]) -> str:
    """How a place in JSON is written: ``reviews[0].title``."""
    dotted = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return dotted.removeprefix(".") or "the file"


def offset_of(text: str, path: Sequence[str | int]) -> int:
    """Where in valid JSON a value starts, or the nearest thing that holds it."""
    at = _skip(text, 0)
    for part in path:
        found = next((start for key, start in _members(text, at) if key == part), None)
        if found is None:
            break
        at = found
    return at


def _members(text: str, at: int) -> Iterator[tuple[str | int, int]]:
    """Each key or number of an object or list, with the place of its value."""
    if text[at] not in "{[":
        return
    is_object, number = text[at] == "{", 0
    at = _skip(text, at + 1)
    while text[at] not in "}]":
        key: str | int = number
        if is_object:
            key, at = DECODER.raw_decode(text, at)
            at = _skip(text, _skip(text, at) + 1)
        yield key, at
        _, at = DECODER.raw_decode(text, at)
        at = _skip(text, at)
        at = _skip(text, at + 1) if text[at] == "," else at
        number += 1


def _skip(text: str, at: int) -> int:
    """The next place that is not white space."""
    found = SPACE.match(text, at)
    return found.end() if found else at
