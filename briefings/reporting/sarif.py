"""The report as SARIF 2.1.0 (OASIS), which code scanners read."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote, urlsplit

from briefings.problems import LEVELS, Level, Problem
from briefings.reporting.findings import Findings

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "%SRCROOT%"
"""What paths are relative to: the folder in which the check ran."""
RULE_NUMBERS = {code: number for number, code in enumerate(LEVELS)}


def sarif_report(findings: Findings) -> str:
    """One run: a rule for each code, a result for each problem. Waived ones are suppressed, with their reason."""
    driver = {"name": "briefings check", "rules": [_rule(code, findings) for code in LEVELS]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem) for problem in findings.every],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)


def _rule(code: str, findings: Findings) -> dict[str, Any]:
    """A rule. Its address must be a whole one, so a path is told in words instead."""
    address = findings.help_for(code)
    rule = {
        "id": code,
        "shortDescription": {"text": f"{code.replace('-', ' ').capitalize()}."},
        "help": {"text": f"What it means, and its cure: {address}"},
        "defaultConfiguration": {"level": _level(LEVELS[code])},
    }
    return rule | ({"helpUri": address} if urlsplit(address).scheme in ("http", "https") else {})


def _level(level: Level) -> str:
    return level.name.lower()


def _result(problem: Problem) -> dict[str, Any]:
    hint = f" Hint: {problem.hint}" if problem.hint else ""
    region: dict[str, Any] = {"startLine": problem.line, "startColumn": problem.column}
    if problem.excerpt:
        region["snippet"] = {"text": problem.excerpt}
    place = {"artifactLocation": {"uri": quote(problem.path), "uriBaseId": ROOT}, "region": region}
    result = {
        "ruleId": problem.code,
        "ruleIndex": RULE_NUMBERS[problem.code],
        "level": _level(problem.level),
        "message": {"text": f"{problem.message}.{hint}"},
        "locations": [{"physicalLocation": place}],
    }
    waiver = {"kind": "inSource", "justification": problem.waived}
    return result | ({"suppressions": [waiver]} if problem.waived else {})
