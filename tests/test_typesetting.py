"""How many lines words take, in the widths of the site's own fonts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.typesetting import Face, measured
from tools import font_widths

texts = st.text(st.characters(codec="utf-8"), max_size=200)


def test_the_table_says_what_the_fonts_say() -> None:
    assert font_widths.TABLE.read_text("utf-8") == font_widths.table(), "run: python -m tools.font_widths"


def test_every_face_is_in_the_table() -> None:
    assert {face.value for face in Face} == set(font_widths.FACES)


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        pytest.param("", 10, 0, id="nothing"),
        pytest.param("word", 10, 1, id="a word"),
        pytest.param("iiii iiii iiii", 2.5, 2, id="narrow letters, two words a line"),
        pytest.param("mmmm mmmm mmmm", 3.6, 3, id="wide letters, one word a line"),
        pytest.param("early-help", 3, 2, id="broken after a hyphen"),
        pytest.param("27\N{NO-BREAK SPACE}March", 3, 2, id="no break at a hard space, so inside the word"),
        pytest.param("a " * 60, 1000, 1, id="all on one line"),
        pytest.param("m" * 100, 10, 9, id="a word wider than the line is broken"),
    ],
)
def test_words_take_as_many_lines_as_they_need(text: str, room: float, lines: int) -> None:
    assert measured(text).lines(room) == lines


def test_bold_is_wider() -> None:
    text = "Ask who has not been asked. " * 20
    assert measured(text, Face.BOLD).lines(20) > measured(text, Face.TEXT).lines(20)


def test_what_our_fonts_lack_counts_as_wide_as_their_widest() -> None:
    assert measured("漢" * 30).lines(10) >= measured("m" * 30).lines(10)


@given(texts, st.floats(5, 50), st.floats(0, 50))
def test_more_room_never_takes_more_lines(text: str, room: float, more: float) -> None:
    assert measured(text).lines(room + more) <= measured(text).lines(room)


@given(texts, texts, st.floats(5, 50))
def test_a_text_takes_no_more_lines_than_its_halves(first: str, second: str, room: float) -> None:
    halves = measured(first).lines(room) + measured(second).lines(room)
    assert measured(f"{first} {second}").lines(room) <= halves + 1


def test_words_go_on_behind_a_heading_with_room_between() -> None:
    heading, text = measured("Help", Face.BOLD), measured("is here")
    assert heading.then(text, 1).lines(20) == 1
    assert heading.then(text, 18).lines(20) == 2
    assert measured("").then(text, 1) == text
    assert heading.then(measured(""), 1) == heading
