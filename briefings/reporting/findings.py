"""What a check found: the problems, those that were waived, and where each code is explained."""

from __future__ import annotations

from dataclasses import dataclass

from briefings.problems import Problem

ERRORS_PAGE = "docs/errors.md"
"""Where each code is explained, in this project."""


@dataclass(frozen=True)
class Findings:
    """Problems in the order of files and places. ``errors_page`` is the page on which each code has its heading."""

    problems: tuple[Problem, ...] = ()
    waived: tuple[Problem, ...] = ()
    errors_page: str = ERRORS_PAGE

    @property
    def every(self) -> tuple[Problem, ...]:
        """All of them, the waived ones in their places."""
        return tuple(sorted((*self.problems, *self.waived), key=lambda problem: problem.order))

    def help_for(self, code: str) -> str:
        """The address at which a code is explained."""
        return f"{self.errors_page}#{code}"
