"""The kinds of value that a field of front matter or a vocabulary may hold, each refusing in our words what is none."""

from __future__ import annotations

import re
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

UNSAFE_IN_MARKDOWN = re.compile(r"[()\[\]{}|*_`'^]")
"""Signs that are plain in an address and mean something to Markdown: they are written as ``%28``."""


def refusal(code: str, message: str, hint: str = "") -> PydanticCustomError:
    """An error that keeps our own code; braces in the text are the author's, not a template's."""
    return PydanticCustomError(code, "{message}", {"message": message, "hint": hint})


def not_empty(value: Any) -> Any:
    """A value as it is, unless it is nothing."""
    if value == "":
        raise refusal("empty-field", "there is no value here", "write one, or delete the line")
    return value


def one_line(value: Any) -> Any:
    """Text with every run of spaces and line ends made one space."""
    return " ".join(value.split()) if isinstance(value, str) else value


def listed(value: Any) -> Any:
    """One value may stand without brackets."""
    return [not_empty(value)] if isinstance(value, str) else value


def listed_ids(value: Any) -> Any:
    """Ids may stand without brackets, with commas between."""
    return [not_empty(part.strip()) for part in value.split(",")] if isinstance(value, str) else value


def web_address(value: Any) -> Any:
    """A full address of the web, written so that Markdown reads nothing else into it."""
    if not isinstance(value, str) or not value:
        return value
    if fault := _fault(value):
        raise refusal("bad-address", *fault)
    return UNSAFE_IN_MARKDOWN.sub(lambda sign: f"%{ord(sign.group()):02X}", value)


def _fault(address: str) -> tuple[str, str] | None:
    """What is wrong with an address, and the cure."""
    if sign := re.search(r"[\s<>\"\\]", address):
        written = "%20" if sign.group().isspace() else f"%{ord(sign.group()):02X}"
        return f"an address may not hold `{sign.group()}`", f"write `{address.replace(sign.group(), written)}`"
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return "this is not a web address", "copy it from the browser: `https://…`"
    if parts.scheme in ("http", "https") and host:
        return None
    bare = re.fullmatch(r"(?:https?:)?/*([\w-]+(?:\.[\w-]+)+(?:[/?#].*)?)", address)
    hint = f"write `https://{bare.group(1)}`" if bare else "start it with `https://`"
    return "this is not a full web address", hint


Text = Annotated[str, BeforeValidator(not_empty), BeforeValidator(one_line)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(listed)]
Ids = Annotated[tuple[Text, ...], BeforeValidator(listed_ids)]
WebAddress = Annotated[str, BeforeValidator(web_address), BeforeValidator(not_empty)]
