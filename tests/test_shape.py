"""Data that does not fit a model, told in an author's words."""

import pytest
from pydantic import BaseModel, ValidationError

from briefings.fields import Ids, Text, WebAddress
from briefings.marked_yaml import read_yaml
from briefings.problems import Problem
from briefings.shape import shape_problems, validated
from briefings.source import Source


class Inner(BaseModel, extra="forbid"):
    label: Text
    site: WebAddress | None = None


class Outer(BaseModel, extra="forbid"):
    name: Text
    words: Ids = ()
    inner: Inner | None = None


def problems(text: str) -> list[Problem]:
    marked = read_yaml(Source("a.yml", text), text)
    assert not marked.problems
    fitted = validated(Outer, marked.data)
    return list(shape_problems(fitted, marked, Outer)) if isinstance(fitted, ValidationError) else []


@pytest.mark.parametrize(
    ("text", "place", "code", "message", "hint"),
    [
        ("words: a", (1, 1), "missing-field", "`name` is missing", "add a line `name: …`"),
        ("name:", (1, 1), "empty-field", "there is no value here", "write one, or delete the line"),
        ("name: [a]", (1, 1), "wrong-shape", "`name` should be plain text", 'put it in quotes: `name: "…"`'),
        ("name: a\nwords: {b: c}", (2, 1), "wrong-shape", "`words` should be a list", "write `words: [one, two]`"),
        ("name: a\nwords: [b, '']", (2, 12), "empty-field", "there is no value here", "write one, or delete the line"),
        ("name: a\nxyz: b", (2, 1), "unknown-field", "`xyz` is not a field", "use one of `name`, `words`, `inner`"),
        ("nmae: a", (1, 1), "unknown-field", "`nmae` is not a field", "did you mean `name`?"),
        (
            "name: a\ninner: {site: https://a.org}",
            (2, 1),
            "missing-field",
            "`inner.label` is missing",
            "add a line `label: …` below `inner:`",
        ),
        ("name: a\ninner: {labl: b}", (2, 9), "unknown-field", "`labl` is not a field", "did you mean `label`?"),
    ],
)
def test_what_does_not_fit_is_told_at_its_place(
    text: str, place: tuple[int, int], code: str, message: str, hint: str
) -> None:
    assert [(p.line, p.column, p.code, p.message) for p in problems(text)] == [(*place, code, message)]
    assert problems(text)[0].hint == hint


def test_everything_that_does_not_fit_is_told_at_once() -> None:
    assert [problem.code for problem in problems("words: {b: c}\nxyz: b\ninner: {label: ''}")] == [
        "missing-field",
        "wrong-shape",
        "empty-field",
        "unknown-field",
    ]


def test_text_becomes_one_line_and_words_may_stand_without_brackets() -> None:
    fitted = validated(Outer, {"name": " a\n  b ", "words": "c, d"})
    assert isinstance(fitted, Outer)
    assert (fitted.name, fitted.words) == ("a b", ("c", "d"))


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://www.example.org/a/b.pdf?c=d&e=f#g", "https://www.example.org/a/b.pdf?c=d&e=f#g"),
        ("HTTPS://EXAMPLE.ORG", "HTTPS://EXAMPLE.ORG"),
        ("https://example.org/a_(b)", "https://example.org/a%5F%28b%29"),
        ("https://example.org/)[x](javascript:a", "https://example.org/%29%5Bx%5D%28javascript:a"),
        ("https://example.org/{a}", "https://example.org/%7Ba%7D"),
    ],
)
def test_an_address_means_nothing_to_markdown(address: str, kept: str) -> None:
    fitted = validated(Inner, {"label": "a", "site": address})
    assert isinstance(fitted, Inner)
    assert fitted.site == kept


@pytest.mark.parametrize(
    ("address", "hint"),
    [
        ("www.example.org/a", "write `https://www.example.org/a`"),
        ("//www.example.org/a", "write `https://www.example.org/a`"),
        ("https:/example.org", "write `https://example.org`"),
        ("https://example.org/a b", "write `https://example.org/a%20b`"),
        ('https://example.org/"a"', "write `https://example.org/%22a%22`"),
        ("https://", "start it with `https://`"),
        ("javascript:alert(1)", "start it with `https://`"),
        ("ftp://example.org", "start it with `https://`"),
        ("http://[x", "copy it from the browser: `https://…`"),
    ],
)
def test_what_is_no_address_is_refused_with_the_nearest(address: str, hint: str) -> None:
    fitted = validated(Inner, {"label": "a", "site": address})
    assert isinstance(fitted, ValidationError)
    assert [(error["type"], error["ctx"]["hint"]) for error in fitted.errors()] == [("bad-address", hint)]
