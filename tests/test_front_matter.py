"""Where front matter ends and the body starts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.front_matter import Document, read_document
from briefings.problems import ContentError
from briefings.source import Source


def read(text: str) -> Document:
    return read_document(Source("a.md", text))


@pytest.mark.parametrize(
    ("text", "body", "line"),
    [
        ("---\na: b\n---\nc", "c", 4),
        ("---\na: b\n---\n\nc\n", "\nc\n", 4),
        ("\n\n---\na: b\n---\nc", "c", 6),
        ("---\na: b\n---", "", 4),
        ("---\n---\nc", "c", 3),
        ("---   \na: b\n---  \nc", "c", 4),
        ("----\na: b\n-----\nc", "c", 4),
        ("---\na: b\n---\n\n\n\n---\n", "\n\n\n---\n", 4),
        ("---\na: b\n\n---\n---\nc", "---\nc", 5),
    ],
)
def test_the_body_starts_below_the_second_line(text: str, body: str, line: int) -> None:
    document = read(text)
    assert (document.body, document.body_line) == (body, line)


@given(st.text("ab# -\n"))
def test_the_body_is_all_that_stands_below(body: str) -> None:
    text = f"---\na: b\n---\n{body}"
    assert read(text).body == body
    assert read(text).fields.data == {"a": "b"}


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "no-front-matter", 1),
        ("text", "no-front-matter", 1),
        ("text\n---\na: b\n---\n", "no-front-matter", 1),
        ("a: b\n---\ntext", "no-front-matter", 1),
        ("—\na: b\n—\n", "no-front-matter", 1),
        ("--\na: b\n--\n", "no-front-matter", 1),
        ("---", "front-matter-not-closed", 1),
        ("---\na: b\n", "front-matter-not-closed", 3),
        ("---\na: b\n\n## Text\n", "front-matter-not-closed", 4),
        ("---\na: b\n—\n## Text\n\n---\n", "front-matter-not-closed", 4),
    ],
)
def test_front_matter_that_is_not_there_or_not_closed_is_told(text: str, code: str, line: int) -> None:
    with pytest.raises(ContentError) as raised:
        read(text)
    (problem,) = raised.value.problems
    assert (problem.code, problem.line) == (code, line)
    assert problem.hint


def test_the_places_of_fields_count_from_the_top_of_the_file() -> None:
    assert read("\n---\na: b\nc: d\n---\n").fields.mark(("c",)) == (4, 4)
