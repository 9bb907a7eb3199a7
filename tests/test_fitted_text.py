"""Words are set in lines of a width, at the largest size that has room; nothing is ever wider or higher than that."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.fitted_text import Room, fitted, wrapped


def letters(text: str, size: int = 1) -> float:
    """A face in which every letter is as wide as the size."""
    return len(text) * size


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 9, ()),
        ("one", 9, ("one",)),
        ("one two", 7, ("one two",)),
        ("one two", 6, ("one", "two")),
        ("a bb ccc dddd", 12, ("a bb ccc", "dddd")),
        ("aaa bbb ccc ddd", 11, ("aaa bbb", "ccc ddd")),
        ("antidisestablishment", 9, ("antidises", "tablishme", "nt")),
    ],
)
def test_lines_are_few_and_about_as_long_as_each_other(text: str, width: int, lines: tuple[str, ...]) -> None:
    assert wrapped(text, width, letters) == lines


@pytest.mark.parametrize(
    ("text", "size", "lines"),
    [
        ("one two", 3, ("one two",)),
        ("one two three", 2, ("one two", "three")),
        ("one two three four five", 1, ("one two three", "four five")),
        ("one two three four five, six seven eight nine", 1, ("one two three", "four five", "six seven …")),
    ],
)
def test_text_is_as_large_as_there_is_room_and_is_cut_at_a_word(text: str, size: int, lines: tuple[str, ...]) -> None:
    setting = fitted(text, Room(width=21, height=4, sizes=(3, 2, 1), leading=1), letters)
    if size > 1:
        assert (setting.size, setting.lines) == (size, lines)
    assert len(setting.lines) * setting.size <= 4


def test_a_cut_drops_the_mark_before_the_ellipsis() -> None:
    setting = fitted("one two, three four", Room(width=10, height=1, sizes=(1,), leading=1), letters)
    assert setting.lines == ("one two …",)


@given(st.text(), st.integers(3, 30), st.integers(1, 5))
def test_nothing_stands_outside_its_block(text: str, width: int, most: int) -> None:
    room = Room(width=width, height=most, sizes=(3, 2, 1), leading=1)
    setting = fitted(text, room, letters)
    assert all(letters(line, setting.size) <= width for line in setting.lines)
    assert len(setting.lines) * setting.size <= most
