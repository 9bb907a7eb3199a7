"""The report that a person reads: grouped by file, each problem drawn, many of a kind told shortly, all counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from briefings.problems import Level, Paint, Problem, counted, plural, show, tallied, unpainted
from briefings.reporting.findings import Findings

MOST_DRAWN = 5
"""So many problems of one code in one file are drawn each."""
FIRST_DRAWN = 3
"""Of more than that, the first few are drawn, and of the others the place and the message are told."""


def screen_report(findings: Findings, paint: Paint = unpainted) -> str:
    """Every problem, file by file; then what was waived, and how many there are."""
    groups = groupby(findings.problems, key=lambda problem: problem.path)
    told = [part for _, problems in groups for part in _file(list(problems), paint)]
    return "\n\n".join([*told, *_waived(findings.waived, paint), _count(findings)])


def _count(findings: Findings) -> str:
    waived = f" {len(findings.waived):,} waived." if findings.waived else ""
    return counted(findings.problems) + waived


def _file(problems: Sequence[Problem], paint: Paint) -> Iterator[str]:
    """The problems of one file; under a line that counts them where they are several."""
    if len(problems) > 1:
        yield paint("path", f"{problems[0].path}: {tallied(problems)}")
    totals = Counter(problem.code for problem in problems)
    drawn: Counter[str] = Counter()
    others: dict[str, list[Problem]] = {}
    for problem in problems:
        drawn[problem.code] += 1
        if totals[problem.code] > MOST_DRAWN and drawn[problem.code] > FIRST_DRAWN:
            others.setdefault(problem.code, []).append(problem)
        else:
            yield show(problem, paint, _beside(problem.level))
    for code, rest in others.items():
        yield _shortly(code, rest, paint)


def _beside(level: Level) -> str:
    return "" if level is Level.ERROR else f" ({level.name.lower()})"


def _shortly(code: str, problems: Sequence[Problem], paint: Paint) -> str:
    """Where all of them are, with each different message once."""
    places: dict[str, list[str]] = {}
    for problem in problems:
        places.setdefault(problem.message, []).append(f"{problem.line}:{problem.column}")
    level = problems[0].level.name.lower()
    more = paint(level, f"{len(problems):,} more of {code}{_beside(problems[0].level)}")
    head = f"{paint('path', problems[0].path + ':')} {more}:"
    return "\n".join([head, *(f"  {', '.join(found)}: {message}" for message, found in places.items())])


def _waived(problems: Sequence[Problem], paint: Paint) -> Iterator[str]:
    if problems:
        lines = [paint("path", f"Let stand by their authors, {plural(len(problems), 'problem')}:")]
        for problem in problems:
            lines.append(f"  {problem.path}:{problem.line}:{problem.column}: {problem.code}: {problem.message}")
            lines.append(f"    {paint('reason', 'reason:')} {problem.waived}")
        yield "\n".join(lines)
