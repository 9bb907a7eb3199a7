"""Markdown as the words that a reader sees, and how a text begins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.markup import escaped
from briefings.plain_text import as_set, opening, plain
from tests.libraries import SIGNS

words = st.builds("{}{}".format, st.sampled_from("aBzÉß"), st.text("aBzé1’'(),.!?:–/%£@=+#&<>-", max_size=5))
"""Words with the marks that stand in a text, but none that Markdown reads as a sign."""
spaces = st.sampled_from([" ", "  ", "\n", "\n\n", "\t", " \n ", "\N{NO-BREAK SPACE}"])


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        pytest.param("Ask.", "Ask.", id="no Markdown"),
        pytest.param("", "", id="nothing"),
        pytest.param(
            "  Ask\n who \t knows.\n\nThen act.\n", "Ask who knows. Then act.", id="spaces, lines, paragraphs"
        ),
        pytest.param("Ask who has *not* been **asked**.", "Ask who has not been asked.", id="emphasis"),
        pytest.param("_Ask_, __now__ and ***here***.", "Ask, now and here.", id="emphasis of other kinds"),
        pytest.param("The file `care_plan` is kept.", "The file care_plan is kept.", id="code"),
        pytest.param("A snake_case_name and 5_000.", "A snake_case_name and 5_000.", id="an underscore inside a word"),
        pytest.param("- one\n- two", "one two", id="a list"),
        pytest.param("1. one\n2) two\n10. three", "one two three", id="a numbered list"),
        pytest.param("* one\n    + two", "one two", id="a list in a list"),
        pytest.param("Say:\n\n- who\n- when.", "Say: who when.", id="a list in a text"),
        pytest.param("> We were *not* asked.", "We were not asked.", id="a quotation"),
        pytest.param("> > Who?", "Who?", id="a quotation in a quotation"),
        pytest.param("> - Who?\n> - When?", "Who? When?", id="a list in a quotation"),
        pytest.param("### Three things\n\nOne.", "Three things One.", id="a heading"),
        pytest.param("Since 2021 it is 3 - 4 days.", "Since 2021 it is 3 - 4 days.", id="a dash and numbers in a line"),
        pytest.param("#1 of 3", "#1 of 3", id="a sign of a heading without a space"),
        pytest.param("Read [the *guidance*](https://a.example/b_(c)#d_e).", "Read the guidance.", id="a link"),
        pytest.param("See [[child-r|Child R]].", "See Child R.", id="a link to a review"),
        pytest.param("See [[child-r#p1|the **first**\npoint]].", "See the first point.", id="a link to a point"),
        pytest.param("See [[child-r]] and [[early-help#p1]].", "See child-r and early-help.", id="links without words"),
        pytest.param("One.\n{: #p1 .early-help }", "One.", id="an attribute list below a text"),
        pytest.param('One. {#p1 .early-help para="3"}', "One.", id="an attribute list behind a text"),
        pytest.param(r"\*Stars\*, \_lines\_ and \[brackets\]", "*Stars*, _lines_ and [brackets]", id="escaped signs"),
        pytest.param(r"2021\. It began \# 1", "2021. It began # 1", id="escaped signs of lists and headings"),
        pytest.param(r"In \{braces\} it is.", "In {braces} it is.", id="escaped braces"),
        pytest.param("R&amp;D &lt; &#163;5 &#x2019;", "R&D < £5 ’", id="entities"),
        pytest.param("R&D, Q&notes, a&lt", "R&D, Q&notes, a&lt", id="what only looks like an entity"),
    ],
)
def test_markdown_is_read_as_its_words(markdown: str, text: str) -> None:
    assert plain(markdown) == text


@given(st.lists(st.tuples(words, spaces)))
def test_a_text_without_markdown_stays_but_for_its_spaces(parts: list[tuple[str, str]]) -> None:
    text = "".join(word + space for word, space in parts)
    assert plain(text) == " ".join(word for word, _ in parts)


MARKED = [
    "{}", "*{}*", "**{}**", "_{}_", "__{}__", "***{}***", "`{}`",
    "[{}](https://a.example/b_c*(d)_)", "[**{}**](../2021/a.md#p1)", "[[a-b#p1|{}]]", "[[a|*{}*]]",
    "\n- {}", "\n1. {}", "\n> {}", "\n> - **{}**", "\n### {}", "{} {{.t}}", "{}\n{{: #p1 }}\n",
]  # fmt: skip
"""How a word may be marked."""


@given(st.lists(st.tuples(words, st.sampled_from(MARKED))))
def test_a_text_reads_the_same_with_marks_and_without(parts: list[tuple[str, str]]) -> None:
    assert plain(" ".join(mark.format(word) for word, mark in parts)) == " ".join(word for word, _ in parts)


@given(st.lists(st.tuples(words, st.sampled_from(MARKED))))
def test_what_is_plain_is_not_changed_again(parts: list[tuple[str, str]]) -> None:
    text = plain(" ".join(mark.format(word) for word, mark in parts))
    assert plain(text) == text


@given(st.text(SIGNS.replace("(", "") + "12 "))
def test_signs_that_are_to_be_shown_are_shown(text: str) -> None:
    one_line = " ".join(text.split())
    assert plain(escaped(one_line)) == one_line


# ── how a text begins ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "words", "begins"),
    [
        pytest.param("Ask once more.", 16, "Ask once more.", id="all of it, if it is short"),
        pytest.param("Ask once more. Then act.", 16, "Ask once more.", id="its first sentence"),
        pytest.param("Who asked? Nobody.", 16, "Who asked?", id="its first question"),
        pytest.param("Ask once more, and then again.", 3, "Ask once more …", id="its first words, and no comma"),
        pytest.param("Ask once more. Then act.", 3, "Ask once more.", id="a sentence that just fits"),
        pytest.param("Ask once more. Then act.", 2, "Ask once …", id="a sentence that just doesn't"),
        pytest.param("See 3.5 below and more.", 9, "See 3.5 below and more.", id="a point inside a number"),
        pytest.param("Ask – again.", 2, "Ask …", id="no dash before the dots"),
        pytest.param("One-to-one work helps.", 1, "One-to-one …", id="a word with hyphens"),
        pytest.param("", 3, "", id="nothing"),
    ],
)
def test_how_a_text_begins(text: str, words: int, begins: str) -> None:
    assert opening(text, words) == begins


one_line = st.lists(words | st.sampled_from(["–", "-", "10", "3.5", "end.", "who?", "(so", "on),"]), max_size=30).map(
    " ".join
)


@given(one_line, st.integers(1, 20))
def test_the_beginning_of_a_text_is_never_longer_than_asked_and_never_ends_inside_a_word(text: str, most: int) -> None:
    begins = opening(text, most)
    said = begins.removesuffix(" …").split()
    assert len(said) <= most
    assert said[:-1] == text.split()[: len(said)][:-1]
    if said:
        assert said[-1].rstrip(",;:–-") == text.split()[len(said) - 1].rstrip(",;:–-")


@given(one_line, st.integers(1, 20))
def test_a_beginning_that_has_no_dots_is_the_whole_of_its_first_sentence(text: str, most: int) -> None:
    begins = opening(text, most)
    if not begins.endswith(" …"):
        rest = text.removeprefix(begins)
        assert begins + rest == text
        assert not rest or (begins[-1] in ".!?" and rest.startswith(" "))
    else:
        assert len(text.split()) > most


def test_a_text_as_it_is_set_keeps_the_spaces_at_which_no_line_may_end() -> None:
    number = "116\N{NO-BREAK SPACE}123"
    assert as_set(f" Call\n[{number}](tel:116123) \t now. ") == f"Call {number} now."
    assert plain(number) == "116 123"
