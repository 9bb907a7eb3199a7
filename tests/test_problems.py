"""How a problem is shown, counted and hinted at."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.problems import (
    LEVELS,
    ContentError,
    Level,
    Problem,
    counted,
    did_you_mean,
    has_errors,
    plural,
    report,
    show,
)

ERROR = Problem("a.md", 3, 5, "tab", "a tab", "replace it", "ab: \tc")
WARNING = Problem("b.md", 1, 1, "no-learning", "none")
NOTE = Problem("b.md", 2, 1, "unknown-section", "unknown")


def test_a_problem_is_shown_with_its_place_its_line_a_caret_and_a_hint() -> None:
    assert show(ERROR) == "a.md:3:5: tab: a tab\n    3 | ab: →c\n      |     ^\n  hint: replace it"


def test_a_problem_without_a_line_or_a_hint_is_shown_without() -> None:
    assert show(WARNING) == "b.md:1:1: no-learning: none"


@given(
    st.text(st.characters(exclude_characters="\n"), min_size=1, max_size=400),
    st.integers(0, 400),
    st.integers(1, 10**6),
)
def test_the_caret_stands_below_its_character_however_long_the_line(line: str, offset: int, number: int) -> None:
    offset = min(offset, len(line) - 1)
    _, drawn, caret = show(Problem("a.md", number, offset + 1, "tab", "x", "", line)).split("\n")
    char = drawn[caret.index("^")]
    assert char == (line[offset] if line[offset].isprintable() else "→" if line[offset] == "\t" else "·")
    assert len(drawn) < 130


def test_a_report_is_sorted_and_counted() -> None:
    shown = report([NOTE, WARNING, ERROR])
    assert shown.index("a.md:3") < shown.index("b.md:1") < shown.index("b.md:2")
    assert shown.endswith("\n\n1 error, 1 warning, 1 note in 2 files.")
    assert str(ContentError([NOTE, WARNING, ERROR])) == shown


@pytest.mark.parametrize(
    ("problems", "words"),
    [
        ([], "No problems found."),
        ([ERROR], "1 error in 1 file."),
        ([ERROR, ERROR, NOTE], "2 errors, 1 note in 2 files."),
        ([WARNING, WARNING], "2 warnings in 1 file."),
    ],
)
def test_problems_are_counted_in_words(problems: list[Problem], words: str) -> None:
    assert counted(problems) == words


def test_only_errors_stop_a_build() -> None:
    assert has_errors([NOTE, ERROR])
    assert not has_errors([NOTE, WARNING])
    assert {ERROR.level, WARNING.level, NOTE.level} == set(Level)


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 entries"), (1, "1 entry"), (2, "2 entries"), (12345, "12,345 entries")]
)
def test_a_count_goes_with_its_noun(count: int, words: str) -> None:
    assert plural(count, "entry", "entries") == words


THEMES = ["early-help", "neglect", "self-neglect", "escalation", "information-sharing", "professional-curiosity"]
MANY = [*THEMES, *(f"theme-{number}" for number in range(20))]


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("early-hepl", "did you mean `early-help`?"),
        ("Early Help", "did you mean `early-help`?"),
        ("early_help", "did you mean `early-help`?"),
        ("EARLY-HELP", "did you mean `early-help`?"),
        ("neglekt", "did you mean `neglect` or `self-neglect`?"),
        ("sharing information", "did you mean `information-sharing`?"),
        ("curiosity", "did you mean `professional-curiosity`?"),
        ("xyzzy", ""),
        ("x" * 100_000, ""),
        ("", ""),
    ],
)
def test_the_nearest_known_word_is_suggested(word: str, hint: str) -> None:
    assert did_you_mean(word, MANY) == hint


def test_all_known_words_are_named_where_they_are_few() -> None:
    assert did_you_mean("xyzzy", ["a", "b"]) == "use one of `a`, `b`"
    assert did_you_mean("xyzzy", []) == ""


def test_another_name_leads_to_the_known_word() -> None:
    names = {"Serious Case Review": "scr", "Safeguarding Adults Review": "sar"}
    assert did_you_mean("serious case review", ["scr", "sar"], names) == "did you mean `scr`?"
    assert did_you_mean("Serious Case Revue", ["scr", "sar"], names).startswith("did you mean `scr`")


@given(st.text(), st.lists(st.text(max_size=20), max_size=15))
def test_a_hint_names_known_words_only(word: str, known: list[str]) -> None:
    hint = did_you_mean(word, known)
    assert hint == "" or any(f"`{one}`" in hint for one in known)


@pytest.mark.parametrize("code", LEVELS)
def test_a_code_is_a_few_words_with_hyphens(code: str) -> None:
    assert code.replace("-", "").isalnum()
    assert code == code.lower()
