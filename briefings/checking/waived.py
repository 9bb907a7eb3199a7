"""Problems that their authors let stand are told apart from the others, and no waiver is there for nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefings.problems import Problem
from briefings.reading import Waiver


def apart(problems: Iterable[Problem], waivers: Sequence[Waiver]) -> tuple[list[Problem], list[Problem]]:
    """The problems that count, with those of waivers that cover nothing; and the waived ones, with their reasons."""
    by_file: dict[str, list[Waiver]] = {}
    for waiver in waivers:
        by_file.setdefault(waiver.own.path, []).append(waiver)
    told: list[Problem] = []
    waived: list[Problem] = []
    used: set[Waiver] = set()
    for problem in problems:
        covering = [waiver for waiver in by_file.get(problem.path, ()) if waiver.covers(problem)]
        used.update(covering)
        if covering:
            waived.append(replace(problem, waived=covering[0].reason))
        else:
            told.append(problem)
    return told + [waiver.own for waiver in waivers if waiver not in used], waived
