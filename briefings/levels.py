"""How much each code matters on one site: what a site may set, and the problems at the levels that it set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from briefings.problems import LEVELS, Level, Problem

OFF = "off"
NAMES: Mapping[str, Level | None] = MappingProxyType(
    {"error": Level.ERROR, "warning": Level.WARNING, "note": Level.NOTE, OFF: None}
)
"""What a site can write for a code; none means that it is not told at all."""


def is_about_privacy(code: str) -> bool:
    """Whether a code is of the rules that keep people from being known."""
    return code.startswith("privacy-")


def fixed(code: str) -> bool:
    """Whether a code protects the build: what it finds cannot be read as it was meant, so it is always an error."""
    return LEVELS[code] is Level.ERROR and not is_about_privacy(code)


def may_be(code: str, level: Level | None) -> bool:
    """Whether a site may give a code this level. A rule of privacy stays a warning at least, if it is one."""
    if fixed(code):
        return level is Level.ERROR
    if is_about_privacy(code):
        return level is not None and level >= min(Level.WARNING, LEVELS[code])
    return True


def graded(problems: Iterable[Problem], levels: Mapping[str, Level | None]) -> Iterator[Problem]:
    """The problems at the levels of a site, without those that it turned off."""
    for problem in problems:
        level = levels.get(problem.code, problem.level)
        if level is not None:
            yield problem if level is problem.level else replace(problem, graded=level)
