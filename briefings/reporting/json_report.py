"""The report as JSON. Its shape is written down in ``docs/check-report.schema.json``, and a test holds it to that."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from briefings.problems import Level, Problem
from briefings.reporting.findings import Findings

VERSION = 1
"""Goes up when a field goes or means something else; new fields do not count."""


def json_report(findings: Findings) -> str:
    """Problems and waived ones, each with its place, and how many there are of each level."""
    tally = Counter(problem.level for problem in findings.problems)
    counts = {level.name.lower(): tally[level] for level in sorted(Level, reverse=True)}
    report = {
        "version": VERSION,
        "counts": counts | {"waived": len(findings.waived)},
        "problems": [_told(problem, findings) for problem in findings.problems],
        "waived": [_told(problem, findings) | {"reason": problem.waived} for problem in findings.waived],
    }
    return json.dumps(report, ensure_ascii=False, indent=1)


def _told(problem: Problem, findings: Findings) -> dict[str, Any]:
    return {
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "code": problem.code,
        "level": problem.level.name.lower(),
        "message": problem.message,
        "hint": problem.hint,
        "excerpt": problem.excerpt,
        "help": findings.help_for(problem.code),
    }
