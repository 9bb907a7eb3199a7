"""Ids and the nearest id to any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.ids import LONGEST_ID, is_id, slug


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("p1", True),
        ("oxfordshire-child-r", True),
        ("2021", True),
        ("a" * 80, True),
        ("a" * 81, False),
        ("", False),
        ("P1", False),
        ("a_b", False),
        ("a--b", False),
        ("-a", False),
        ("a-", False),
        ("a b", False),
        ("a.b", False),
        ("é", False),
        ("\u0661", False),
        ("a\n", False),
        ("../a", False),
    ],
)
def test_an_id_is_small_letters_digits_and_single_hyphens(text: str, *, good: bool) -> None:
    assert is_id(text) is good


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Child R", "child-r"),
        ("Zoë & Ann's", "zoe-anns"),
        ("A&E", "a-e"),
        ("--a--b--", "a-b"),
        ("李", "review"),
        ("", "review"),
    ],
)
def test_the_nearest_id_is_what_a_reader_would_expect(text: str, id: str) -> None:
    assert slug(text) == id


@given(st.text(max_size=300))
def test_any_text_has_an_id_near_it_and_an_id_is_its_own(text: str) -> None:
    assert is_id(slug(text))
    assert len(slug(text)) <= LONGEST_ID
    assert slug(slug(text)) == slug(text)
