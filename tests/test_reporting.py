"""A report is the same problems told to a person, a program, a pull request and a code scanner."""

import io
import json
import re
from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.problems import LEVELS, Level, Problem
from briefings.reporting import FORMATS, Findings, painter, screen_report

SCHEMA = json.loads((Path(__file__).parent.parent / "docs/check-report.schema.json").read_text("utf-8"))
ERROR = Problem("a.md", 3, 5, "tab", "a tab", "replace it", "ab: \tc")
NOTE = Problem("a.md", 9, 1, "unknown-section", "“Tide” is no section we know", "", "## Tide")
WARNING = Problem("b: c, 100%.md", 1, 1, "misplaced-file", "this file\nis not read")
WAIVED = Problem("b.md", 2, 1, "no-learning", "no learning points", waived="It is a thematic review.")
FINDINGS = Findings((ERROR, NOTE, WARNING), (WAIVED,))
TEXT = st.text(st.characters(codec="utf-8"), max_size=20)
PROBLEMS = st.builds(
    Problem,
    path=TEXT.filter(bool),
    line=st.integers(1, 10**5),
    column=st.integers(1, 200),
    code=st.sampled_from(sorted(LEVELS)),
    message=TEXT,
    hint=TEXT,
    excerpt=st.text(st.characters(codec="utf-8", exclude_characters="\n"), max_size=200),
    waived=TEXT,
)


# ── on a screen ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_screen_shows_each_file_with_its_counts_and_then_what_was_waived() -> None:
    assert screen_report(FINDINGS) == dedent(
        """\
        a.md: 1 error, 1 note

        a.md:3:5: tab: a tab
            3 | ab: →c
              |     ^
          hint: replace it

        a.md:9:1: unknown-section (note): “Tide” is no section we know
            9 | ## Tide
              | ^

        b: c, 100%.md:1:1: misplaced-file (warning): this file
        is not read

        Let stand by their authors, 1 problem:
          b.md:2:1: no-learning: no learning points
            reason: It is a thematic review.

        1 error, 1 warning, 1 note in 2 files. 1 waived."""
    )


def acronym(line: int, word: str) -> Problem:
    return Problem("a.md", line, 3, "unknown-acronym", f"the glossary has no `{word}`", "write it out", f"- {word}")


def test_many_problems_of_one_code_in_one_file_are_told_shortly_and_none_is_lost() -> None:
    words = enumerate(["AB", "CD", "EF", "GH", "IJ", "GH"], 1)
    told = screen_report(Findings(tuple(acronym(line, word) for line, word in words)))
    assert told == dedent(
        """\
        a.md: 6 warnings

        a.md:1:3: unknown-acronym (warning): the glossary has no `AB`
            1 | - AB
              |   ^
          hint: write it out

        a.md:2:3: unknown-acronym (warning): the glossary has no `CD`
            2 | - CD
              |   ^
          hint: write it out

        a.md:3:3: unknown-acronym (warning): the glossary has no `EF`
            3 | - EF
              |   ^
          hint: write it out

        a.md: 3 more of unknown-acronym (warning):
          4:3, 6:3: the glossary has no `GH`
          5:3: the glossary has no `IJ`

        6 warnings in 1 file."""
    )


def test_five_of_a_code_are_each_drawn() -> None:
    assert screen_report(Findings(tuple(acronym(line, "AB") for line in range(1, 6)))).count("hint:") == 5


@given(st.lists(PROBLEMS, max_size=30))
def test_a_screen_tells_every_place(problems: list[Problem]) -> None:
    told = screen_report(Findings(tuple(sorted(problems, key=lambda problem: problem.order))))
    assert all(f"{problem.line}:{problem.column}" in told for problem in problems)


# ── colour ───────────────────────────────────────────────────────────────────────────────────────────────────────────


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("choice", "stream", "environment", "coloured"),
    [
        ("auto", Terminal(), {}, True),
        ("auto", Terminal(), {"NO_COLOR": "1"}, False),
        ("auto", Terminal(), {"NO_COLOR": ""}, True),
        ("auto", Terminal(), {"TERM": "dumb"}, False),
        ("auto", io.StringIO(), {}, False),
        ("always", io.StringIO(), {"NO_COLOR": "1"}, True),
        ("never", Terminal(), {}, False),
    ],
)
def test_a_terminal_gets_colour_unless_somebody_says_no(
    choice: str, stream: io.StringIO, environment: Mapping[str, str], coloured: bool
) -> None:
    assert ("\x1b[" in screen_report(FINDINGS, painter(choice, stream, environment))) is coloured


def test_colour_adds_nothing_but_colour() -> None:
    painted = screen_report(FINDINGS, painter("always", io.StringIO(), {}))
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == screen_report(FINDINGS)


# ── JSON ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_json_says_what_was_found_and_what_was_waived() -> None:
    report = json.loads(FORMATS["json"](FINDINGS))
    assert report["counts"] == {"error": 1, "warning": 1, "note": 1, "waived": 1}
    assert report["problems"][0] == {
        "path": "a.md",
        "line": 3,
        "column": 5,
        "code": "tab",
        "level": "error",
        "message": "a tab",
        "hint": "replace it",
        "excerpt": "ab: \tc",
        "help": "docs/errors.md#tab",
    }
    assert [problem["reason"] for problem in report["waived"]] == ["It is a thematic review."]


@given(st.lists(PROBLEMS, max_size=5), st.lists(PROBLEMS, max_size=5))
def test_json_is_as_its_schema_says(problems: list[Problem], waived: list[Problem]) -> None:
    jsonschema.validate(json.loads(FORMATS["json"](Findings(tuple(problems), tuple(waived)))), SCHEMA)


# ── GitHub ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_github_gets_a_command_for_each_problem_with_nothing_in_it_that_would_end_it() -> None:
    assert FORMATS["github"](FINDINGS).split("\n") == [
        "::error file=a.md,line=3,col=5,title=tab::a tab%0Ahint: replace it",
        "::notice file=a.md,line=9,col=1,title=unknown-section::“Tide” is no section we know",
        "::warning file=b%3A c%2C 100%25.md,line=1,col=1,title=misplaced-file::this file%0Ais not read",
    ]
    assert FORMATS["github"](Findings()) == ""


@given(PROBLEMS)
def test_github_reads_a_command_as_it_was_meant(problem: Problem) -> None:
    command = FORMATS["github"](Findings((problem,)))
    found = re.fullmatch(r"::(?:error|warning|notice) ([^\r\n]*?)::([^\r\n]*)", command)
    assert found
    properties = dict(part.split("=", 1) for part in found[1].split(","))
    assert unquote(properties["file"]) == problem.path or "%" in problem.path
    assert read_back(properties["file"]) == problem.path
    assert read_back(found[2]) == problem.message + (f"\nhint: {problem.hint}" if problem.hint else "")


def read_back(text: str) -> str:
    """As GitHub's runner reads a value: the percent sign last of all."""
    for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, sign)
    return text


# ── SARIF ────────────────────────────────────────────────────────────────────────────────────────────────────────────

PLACE = {
    "type": "object",
    "required": ["physicalLocation"],
    "properties": {
        "physicalLocation": {
            "type": "object",
            "required": ["artifactLocation", "region"],
            "properties": {
                "artifactLocation": {
                    "type": "object",
                    "properties": {"uri": {"type": "string", "pattern": r"^[A-Za-z0-9._~/%-]+$"}},
                    "required": ["uri", "uriBaseId"],
                },
                "region": {
                    "type": "object",
                    "required": ["startLine", "startColumn"],
                    "properties": {
                        "startLine": {"type": "integer", "minimum": 1},
                        "startColumn": {"type": "integer", "minimum": 1},
                        "snippet": {"type": "object", "required": ["text"]},
                    },
                },
            },
        }
    },
}
TEXTS = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
SARIF: dict[str, Any] = {
    "type": "object",
    "required": ["$schema", "version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool", "results", "columnKind"],
                "additionalProperties": False,
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "tool": {
                        "type": "object",
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name", "rules"],
                                "properties": {
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": {
                                            "type": "object",
                                            "required": ["id"],
                                            "additionalProperties": False,
                                            "properties": {
                                                "id": {"type": "string"},
                                                "shortDescription": TEXTS,
                                                "help": TEXTS,
                                                "helpUri": {"type": "string", "pattern": "^https?://"},
                                                "defaultConfiguration": {"properties": {"level": LEVEL}},
                                            },
                                        },
                                    }
                                },
                            }
                        },
                    },
                    "results": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["message", "ruleId", "ruleIndex", "level", "locations"],
                            "additionalProperties": False,
                            "properties": {
                                "ruleId": {"type": "string"},
                                "ruleIndex": {"type": "integer", "minimum": 0},
                                "level": LEVEL,
                                "message": TEXTS,
                                "locations": {"type": "array", "items": PLACE},
                                "suppressions": {
                                    "type": "array",
                                    "items": {
                                        "required": ["kind", "justification"],
                                        "properties": {"kind": {"enum": ["inSource", "external"]}},
                                    },
                                },
                            },
                        },
                    },
                },
            },
        },
    },
}
"""What SARIF 2.1.0 asks of the parts that we write (sections 3.13 to 3.35); its whole schema has 3,000 lines."""


@given(st.lists(PROBLEMS, max_size=5), st.lists(PROBLEMS, max_size=3))
def test_sarif_has_the_structure_of_its_standard(problems: list[Problem], waived: list[Problem]) -> None:
    report = json.loads(FORMATS["sarif"](Findings(tuple(problems), tuple(waived), "https://docs.example.org/errors")))
    jsonschema.validate(report, SARIF)
    (run,) = report["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(LEVELS)
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    assert len(run["results"]) == len(problems) + len(waived)


def test_sarif_says_where_and_what_and_why_it_was_let_stand() -> None:
    report = json.loads(FORMATS["sarif"](FINDINGS))
    (run,) = report["runs"]
    first, *_, last = run["results"]
    place = first["locations"][0]["physicalLocation"]
    assert first["message"]["text"] == "a tab. Hint: replace it"
    assert place["artifactLocation"] == {"uri": "a.md", "uriBaseId": "%SRCROOT%"}
    assert place["region"] == {"startLine": 3, "startColumn": 5, "snippet": {"text": "ab: \tc"}}
    assert last["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "b%3A%20c%2C%20100%25.md"
    suppressed = [result["suppressions"] for result in run["results"] if "suppressions" in result]
    assert suppressed == [[{"kind": "inSource", "justification": "It is a thematic review."}]]


def test_sarif_leads_to_the_page_of_each_code_where_that_has_an_address() -> None:
    rules = {}
    for page in ("docs/errors.md", "https://docs.example.org/errors"):
        report = json.loads(FORMATS["sarif"](Findings(errors_page=page)))
        rules[page] = report["runs"][0]["tool"]["driver"]["rules"][0]
    assert "helpUri" not in rules["docs/errors.md"]
    assert rules["docs/errors.md"]["help"]["text"].endswith("docs/errors.md#not-readable")
    assert rules["https://docs.example.org/errors"]["helpUri"] == "https://docs.example.org/errors#not-readable"


def test_a_level_of_the_site_is_the_one_that_is_told() -> None:
    milder = Problem("a.md", 1, 1, "no-learning", "none", graded=Level.NOTE)
    assert "::notice " in FORMATS["github"](Findings((milder,)))
    assert json.loads(FORMATS["json"](Findings((milder,))))["counts"]["note"] == 1
    assert "1 note in 1 file." in screen_report(Findings((milder,)))
