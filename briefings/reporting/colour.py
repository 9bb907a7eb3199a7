"""Colour on a terminal, and none elsewhere. It only stresses what the words say already."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TextIO

from briefings.problems import Paint, unpainted

CHOICES = ("auto", "always", "never")
CODES: Mapping[str, str] = MappingProxyType(
    {"error": "1;31", "warning": "1;33", "note": "1;36", "path": "1", "margin": "2", "hint": "32", "reason": "2"}
)
"""How a terminal is asked for the look of each role (ECMA-48)."""


def painter(choice: str, stream: TextIO, environment: Mapping[str, str]) -> Paint:
    """What paints text for a stream. ``auto`` paints on a terminal that has colours, unless ``NO_COLOR`` is set."""
    dull = bool(environment.get("NO_COLOR")) or environment.get("TERM") == "dumb" or not stream.isatty()
    return unpainted if choice == "never" or (choice == "auto" and dull) else _painted


def _painted(role: str, text: str) -> str:
    return f"\x1b[{CODES[role]}m{text}\x1b[0m"
