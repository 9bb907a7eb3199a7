"""The measure of likeness: from 0 to 1, the same both ways, and more for what is rare."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.rarity import cosine, rarity

weights = st.dictionaries(st.sampled_from("abcdef"), st.floats(0.01, 10), max_size=6)


@given(weights, weights)
def test_two_things_are_as_like_one_way_as_the_other(one: dict[str, float], other: dict[str, float]) -> None:
    assert cosine(one, other) == pytest.approx(cosine(other, one))
    assert 0 <= cosine(one, other) <= 1.000001
    assert (cosine(one, other) > 0) == bool(one.keys() & other.keys())


@given(weights.filter(bool))
def test_nothing_is_more_like_a_thing_than_itself(one: dict[str, float]) -> None:
    assert cosine(one, one) == pytest.approx(1)


@given(st.integers(1, 100), st.integers(1, 100))
def test_what_few_have_weighs_more(count: int, more: int) -> None:
    assert rarity(count, 200) > rarity(count + more, 200) > 0
