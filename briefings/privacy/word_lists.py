"""``words.yml``: words that stand with a capital and name nobody, and words that people are named after."""

from __future__ import annotations

from pathlib import Path

import yaml

from briefings.privacy.known import Known


def _lists() -> dict[str, frozenset[str]]:
    texts = yaml.safe_load(Path(__file__).with_name("words.yml").read_text("utf-8"))
    return {name: frozenset(word.strip() for word in text.split(",")) for name, text in texts.items()}


LISTS = _lists()
TITLES = LISTS["titles"]
PEOPLE = LISTS["people"]
ROLES = PEOPLE | LISTS["roles"]
ORGANISATIONS = LISTS["organisations"]
NEVER_NAMES = LISTS["never_names"] | ORGANISATIONS | {title.lower() for title in TITLES}
PUBLIC_FIGURES = LISTS["public_figures"]
OFFICES = LISTS["offices"]
KINDS_OF_WARD = LISTS["kinds_of_ward"]
POSTAL_AREAS = LISTS["postal_areas"]


def never_a_name(word: str, known: Known) -> bool:
    """Whether a word with a capital is a word of the language or the field."""
    plain = word.lower()
    return plain in NEVER_NAMES or plain in known.not_names


def is_organisation(parts: list[str]) -> bool:
    """Whether a run of words with capitals goes on as the names of organisations do."""
    return any(part.lower() in ORGANISATIONS for part in parts[1:])
