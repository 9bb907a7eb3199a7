"""Ids: how reviews, themes, terms and records are named in addresses, for ever."""

from __future__ import annotations

import re
import unicodedata

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_ID = 80
YEAR = re.compile(r"\d{4}(?:-\d+)?")
"""How the further pages of a long list end: ``2021``, ``2021-2``. No review and no theme may have such an id."""


def is_id(text: str) -> bool:
    """Whether this is small ASCII letters, digits and single hyphens, and not too long for a file's name."""
    return bool(ID.fullmatch(text)) and len(text) <= LONGEST_ID


def slug(text: str) -> str:
    """The nearest id to any text; ``review`` where nothing of it can stand in an id."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower().replace("'", "")
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:LONGEST_ID].strip("-") or "review"
