"""YAML as strings with their places."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefings import marked_yaml
from briefings.marked_yaml import MarkedData, read_yaml
from briefings.source import Source


def read(text: str) -> MarkedData:
    return read_yaml(Source("a.yml", text), text)


@pytest.mark.parametrize(
    "value",
    ["no", "yes", "12:30", "0777", "1e3", "2021-11-05", "1.0", "true", ".inf", "0x1f", "1_000", "=", "<<"],
)
def test_a_value_is_the_text_that_was_written(value: str) -> None:
    assert read(f"a: {value}").data == {"a": value}


@pytest.mark.parametrize("value", ["", "~", "null", "''", '""'])
def test_nothing_is_the_empty_text(value: str) -> None:
    assert read(f"a: {value}").data == {"a": ""}


def test_a_tilde_in_quotes_is_a_tilde() -> None:
    assert read("a: '~'").data == {"a": "~"}


def test_every_value_has_its_place() -> None:
    marked = read("é: {ö: [x, y]}\nb:\n  - z\n  - k: v\nc: >-\n  long\n  text\nd:\n")
    assert marked.data == {"é": {"ö": ["x", "y"]}, "b": ["z", {"k": "v"}], "c": "long text", "d": ""}
    places = {
        path: marked.mark(path) for path in [("é", "ö", 1), ("b", 0), ("b", 1, "k"), ("c",), ("d",), ("é", "key")]
    }
    assert places == {
        ("é", "ö", 1): (1, 12),
        ("b", 0): (3, 5),
        ("b", 1, "k"): (4, 8),
        ("c",): (5, 4),
        ("d",): (8, 1),
        ("é", "key"): (1, 1),
    }


def test_a_value_that_is_not_there_has_the_place_of_what_would_hold_it() -> None:
    marked = read("a: {b: c}")
    assert marked.mark(("a", "z", 3)) == marked.mark(("a",)) == (1, 1)


@given(st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), st.text("abc “”'\"\\:#,[]{}é", max_size=20)))
def test_any_text_in_single_quotes_comes_back(data: dict[str, str]) -> None:
    text = "\n".join(f"{key}: '{value.replace(chr(39), chr(39) * 2)}'" for key, value in data.items())
    marked = read(text)
    wrong = [problem.code for problem in marked.problems]
    assert marked.data == data or set(wrong) == {"typographic-quotes"}


SIGNS = st.lists(st.sampled_from([*"[]{}:,-?&*!|>%@`'\"#ab", "\n", "\n  ", ": ", "- "]), max_size=12).map("".join)


@given(st.one_of(SIGNS, st.text()), st.sampled_from(["CSafeLoader", "SafeLoader"]))
def test_reading_never_fails_and_says_why_it_gives_nothing(text: str, parser: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(marked_yaml, "LOADER", getattr(yaml, parser))
        marked = read(text)
    assert marked.readable or marked.problems
    assert all(1 <= problem.line <= len(marked.source.lines) for problem in marked.problems)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: [b", "the list that starts here is not closed"),
        ("a: [", "something that starts with `[` or `{` is not closed"),
        ("a: {b: c", "the fields that start here are not closed"),
        ("a: 'b", "a quotation mark is opened here and never closed"),
        ("a: b: c", "a value that holds a colon and a space stands in quotes"),
        ("a\nb: c", "this line is not `key: value`"),
        ("a: b\nc", "this line is not `key: value`"),
        ("a: b\n  c: d", "this line is indented, and the key above has its value already"),
        ("  a: b\nc: d", "this line is indented otherwise than the first"),
        ("a: - b", "a list may not start on the line of its key"),
        ("a: b\n- c", "a list item where a `key: value` is expected"),
        ("a: 'b' c", "text after the end of a value"),
        ("a: @b", "a value may not start with `@` unless it is in quotes"),
        ("a: %b", "a value may not start with `%` unless it is in quotes"),
        ("a: *b* c", "a value may not start with `*` unless it is in quotes"),
        ('a: "\\q"', "a backslash inside double quotes"),
        ("- a", "this should be a list of `key: value` lines"),
        ("a", "this should be a list of `key: value` lines"),
        ("[" * 50_000, "lists within lists, far too deep"),
        ("? " * 50_000, "lists within lists, far too deep"),
    ],
)
@pytest.mark.parametrize("parser", ["CSafeLoader", "SafeLoader"])
def test_a_fault_is_told_in_our_words_whichever_parser_is_there(
    monkeypatch: pytest.MonkeyPatch, text: str, message: str, parser: str
) -> None:
    monkeypatch.setattr(marked_yaml, "LOADER", getattr(yaml, parser))
    marked = read(text)
    assert [(problem.code, problem.message) for problem in marked.problems] == [("broken-yaml", message)]
    assert marked.problems[0].hint
    assert not marked.readable


@pytest.mark.parametrize(
    ("value", "typographic"),
    [
        ("“a”", True),
        ("‘a’", True),
        ("„a“", True),
        ("«a»", True),
        ("“the child’s voice”", True),
        ("‘the child’s voice’", True),
        ("“a” and “b”", False),
        ("‘a’ and ‘b’", False),
        ("the “voice”", False),
        ("the child’s", False),
        ("’", False),
        ("", False),
    ],
)
def test_quotes_of_a_word_processor_round_a_whole_value_are_told(value: str, *, typographic: bool) -> None:
    marked = read(f"a: {value}")
    assert [problem.code for problem in marked.problems] == ["typographic-quotes"] * typographic
    assert marked.data == {"a": value[1:-1] if typographic else value}
