"""A file's text, its lines, and places in it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.problems import ContentError, Problem
from briefings.source import Source, read_source


def written(folder: Path, data: bytes) -> Path:
    path = folder / "a.md"
    path.write_bytes(data)
    return path


def refusal(path: Path) -> Problem:
    with pytest.raises(ContentError) as raised:
        read_source(path, "a.md")
    (problem,) = raised.value.problems
    return problem


@given(st.text(alphabet="ab\n"), st.data())
def test_a_place_leads_back_to_its_character(text: str, data: st.DataObject) -> None:
    source = Source("a.md", text)
    offset = data.draw(st.integers(0, max(0, len(text) - 1)))
    line, column = source.position(offset)
    assert (source.lines[line - 1] + "\n")[column - 1] == (text + "\n")[offset]


@pytest.mark.parametrize(
    ("line", "column", "place"), [(1, 1, (1, 1)), (2, 9, (2, 3)), (9, 1, (2, 1)), (0, 0, (1, 1)), (-3, 2, (1, 2))]
)
def test_a_problem_stays_inside_the_text(line: int, column: int, place: tuple[int, int]) -> None:
    problem = Source("a.md", "one\nab").problem("tab", line, column, "x")
    assert (problem.line, problem.column) == place


@pytest.mark.parametrize(
    "data",
    [b"a\nb\n", b"\xef\xbb\xbfa\nb\n", b"a\r\nb\r\n", b"a\rb\r", b"\xef\xbb\xbfa\r\nb\n"],
    ids=["plain", "byte-order mark", "Windows", "old Mac", "mixed"],
)
def test_a_mark_at_the_start_and_foreign_line_ends_are_accepted(tmp_path: Path, data: bytes) -> None:
    assert read_source(written(tmp_path, data), "a.md").text == "a\nb\n"


@pytest.mark.parametrize(
    ("data", "place", "byte"),
    [
        (b"caf\xe9", (1, 4), "0xe9"),
        ("é\n".encode() + b"a\x93b", (2, 2), "0x93"),
        (b"a\r\nb\xff", (2, 2), "0xff"),
        ("a".encode("utf-16"), (1, 1), "0xff"),
        (b"\xef\xbb\xbf\xff", (1, 1), "0xff"),
        (b"ab\xed\xa0\x80", (1, 3), "0xed"),
    ],
)
def test_bytes_that_are_not_utf_8_are_refused_at_their_place(
    tmp_path: Path, data: bytes, place: tuple[int, int], byte: str
) -> None:
    problem = refusal(written(tmp_path, data))
    assert (problem.code, problem.line, problem.column) == ("not-utf8", *place)
    assert byte in problem.message


@pytest.mark.parametrize(
    "sign",
    [
        *("\0", "\x07", "\x0b", "\x1b", "\x7f", "\x85"),
        *(
            "\u061c",
            "\u200b",
            "\u200e",
            "\u2028",
            "\u2029",
            "\u202e",
            "\u2060",
            "\u2066",
            "\ufeff",
            "\ufffe",
            "\U000e0041",
        ),
    ],
    ids=lambda sign: f"U+{ord(sign):04X}",
)
def test_characters_that_nobody_sees_are_refused_by_name(tmp_path: Path, sign: str) -> None:
    problem = refusal(written(tmp_path, f"one\nab{sign}c".encode()))
    assert (problem.code, problem.line, problem.column) == ("control-character", 2, 3)
    assert f"U+{ord(sign):04X}" in problem.message


@pytest.mark.parametrize("text", ["a\tb", "a\u00a0b", "Zoë", "👩\u200d👧", "नि\u200cर", "soft\u00adhyphen"])
def test_characters_that_languages_need_are_accepted(tmp_path: Path, text: str) -> None:
    assert read_source(written(tmp_path, text.encode()), "a.md").text == text


def test_what_cannot_be_read_is_one_problem(tmp_path: Path) -> None:
    assert refusal(tmp_path).code == "not-readable"
    assert refusal(tmp_path / "none.md").code == "not-readable"
