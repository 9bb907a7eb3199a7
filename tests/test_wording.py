"""Words as English has them: inside a sentence, in a row, and over a one thing."""

import pytest

from briefings.model import OneThing
from briefings.printed_parts import Around, printed_parts
from briefings.sections import KINDS, SectionKind
from briefings.typesetting import Face, measured
from briefings.wording import dotted, joined, one_thing_heading, sentence
from tests.libraries import library, review, vocabulary


@pytest.mark.parametrize(
    ("audience", "heading"),
    [
        ("", "If you do one thing"),
        ("managers", "If you do one thing: managers"),
        ("system", "If you do one thing: the safeguarding system"),
    ],
)
def test_the_heading_of_a_one_thing_says_whose_it_is_and_is_measured_as_shown(audience: str, heading: str) -> None:
    one = OneThing("r", audience, "Ask.")
    made = review("r", one_things=(one,))
    (printed,) = (part for part, _ in printed_parts(library([made]), made, Around()).ones)
    assert one_thing_heading(one, vocabulary().audiences) == heading
    assert printed.heading == measured(heading, Face.BOLD)


@pytest.mark.parametrize(
    ("words", "text"), [([], ""), (["one"], "one"), (["one", "two"], "one and two"), (["a", "b", "c"], "a, b and c")]
)
def test_words_are_joined_as_they_are_spoken(words: list[str], text: str) -> None:
    assert joined(words) == text


def test_a_sentence_ends_in_one_mark() -> None:
    assert [sentence(text) for text in ("Ask", "Ask.", "Why?", "And …")] == ["Ask.", "Ask.", "Why?", "And …"]


def test_facts_with_a_dot_between_leave_out_what_is_empty() -> None:
    assert dotted("2021", "", "Kent") == "2021\N{NO-BREAK SPACE}· Kent"


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.name == "learning"], ids=lambda kind: kind.heading)
def test_learning_stands_at_its_audience_and_that_for_nobody_in_particular_at_everyone(kind: SectionKind) -> None:
    assert kind.anchor == (kind.audience or "everyone")
