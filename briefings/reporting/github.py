"""The report as workflow commands of GitHub, which shows each at its line in a pull request."""

from __future__ import annotations

from briefings.problems import Level, Problem
from briefings.reporting.findings import Findings

COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}
IN_TEXT = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
IN_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})
"""What would end a command or a property early. The percent sign is written first of all."""


def github_report(findings: Findings) -> str:
    """One line for each problem that was not waived; nothing where there is none."""
    return "\n".join(_command(problem) for problem in findings.problems)


def _command(problem: Problem) -> str:
    hint = f"\nhint: {problem.hint}" if problem.hint else ""
    properties = {
        "file": problem.path,
        "line": str(problem.line),
        "col": str(problem.column),
        "title": problem.code,
    }
    listed = ",".join(f"{name}={value.translate(IN_PROPERTY)}" for name, value in properties.items())
    return f"::{COMMANDS[problem.level]} {listed}::{(problem.message + hint).translate(IN_TEXT)}"
