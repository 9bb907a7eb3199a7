"""What an author's Markdown may hold, the links in it, and its lists."""

from textwrap import dedent

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from briefings.links import canonical, is_outside, local_target, references, with_links
from briefings.markup import escaped, markup_problems, without_comments
from briefings.plain_lists import with_plain_lists
from briefings.source import Source
from tests.hostile import SNIPPETS, alive_in, rendered

HERE = "reviews/2021/child-a.md"


def problems(text: str) -> list[tuple[int, int, str]]:
    source = Source("a.md", text)
    return sorted((found.line, found.column, found.code) for found in markup_problems(source, source.lines, 1))


@pytest.mark.parametrize(
    "text",
    [
        "fewer than <5 and > 3, a < b, 5<6",
        "<https://example.org/a?b=c&d=e#f>",
        "[a](https://example.org/b_(c)) and [d](mailto:e@example.org) and [f](tel:+441234)",
        "[a](https://example.org/b) [c](https://example.org/d)",
        "[a [b] c](https://example.org)",
        "[words over\ntwo lines](../2022/child-b.md#p1)",
        "[[child-b]] [[child-b#p1]] [[child-b|words over\ntwo lines]]: taught the same",
        "[a](#p2) [b](child-b.md) [c](../../themes/early-help.md)",
        "`code` and **bold** and _italic_ and ~ and ^",
        "a | b\n--- | ---\nc | d",
        "> quoted\n> text",
        "### A heading\n\n#### A deeper one ####",
        "text\n\n---\n\ntext",
        "- a\n- b\n\n---",
        "&lt;b&gt; &amp; &#123;x&#125; © – “quoted”",
        "1. a\n2. b",
        "Nothing! [see above] (para 3)",
        "issue#12 and \\# and C#",
        "- a\n-\n- b",
    ],
)
def test_plain_markdown_is_accepted(text: str) -> None:
    assert problems(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a <b> c </b>", [(1, 3, "raw-html")]),
        ("a </b> c", [(1, 3, "raw-html")]),
        ("a <b>\nc <i>", [(1, 3, "raw-html"), (2, 3, "raw-html")]),
        ("x\na {b}", [(2, 3, "stray-attributes")]),
        ("![a](b.png)", [(1, 1, "picture")]),
        ("~~~\n<b>\n{x}\n~~~", [(1, 1, "code-block")]),
        ("  ```\n  a", [(1, 3, "code-block")]),
        ("# a", [(1, 1, "top-heading")]),
        ("> > # a", [(1, 5, "top-heading")]),
        ("1. ## a", [(1, 4, "top-heading")]),
        ("  ## a", [(1, 3, "top-heading")]),
        ("a\n==", [(2, 1, "underlined-heading")]),
        ("- a\n  ---", [(2, 1, "underlined-heading")]),
        ("> a\n> =", [(2, 1, "underlined-heading")]),
        ("[a]: b", [(1, 3, "bad-link")]),
        ("[a\nb]: c", [(2, 2, "bad-link")]),
        ("*[a] : b", [(1, 4, "bad-link")]),
        ("[a]()", [(1, 5, "bad-link")]),
        ("[a](b c)", [(1, 5, "bad-link")]),
        ("[a](b", [(1, 5, "bad-link")]),
        ("[a](http://[b)", [(1, 5, "bad-link")]),
        ("[a](report.pdf)", [(1, 5, "bad-link")]),
        ("[ ](https://a.org)", [(1, 3, "bad-link")]),
        ("[[a]", [(1, 1, "bad-link")]),
        ("[[a|b\n\nc]]", [(1, 1, "bad-link")]),
    ],
)
def test_what_has_no_place_in_a_review_is_told_at_its_place(text: str, found: list[tuple[int, int, str]]) -> None:
    assert problems(text) == found


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a <!-- b --> c", "a            c"),
        ("a <!-- b\nc --> d", "a       \n      d"),
        ("<!-- a --> b <!-- c -->", "           b           "),
        ("a <!-- b", "a <!-- b"),
        ("a --> b", "a --> b"),
    ],
)
def test_comments_are_dropped_and_places_stay(text: str, kept: str) -> None:
    assert without_comments(text) == kept


@given(st.lists(st.sampled_from(["<!--", "-->", "a", "\n", " "])).map("".join))
def test_dropping_comments_keeps_every_line_as_long_as_it_was(text: str) -> None:
    assert [len(line) for line in without_comments(text).split("\n")] == [len(line) for line in text.split("\n")]


@pytest.mark.parametrize(
    ("target", "named"),
    [
        ("../2024/kent-william.md", "kent-william"),
        ("../2024/kent-william.md#p2", "kent-william#p2"),
        ("kent-william.md", "kent-william"),
        ("./kent-william.md", "kent-william"),
        ("#p2", "child-a#p2"),
        ("../../themes/early-help.md", "early-help"),
        ("../../themes/early%2Dhelp.md", "early-help"),
        ("../../vocabulary/harms.yml", "vocabulary/harms.yml"),
        ("../../../../etc/passwd", "../../etc/passwd"),
        ("../2024/kent-william", "reviews/2024/kent-william"),
    ],
)
def test_a_relative_link_names_a_review_or_theme(target: str, named: str) -> None:
    assert local_target(target, HERE) == named


@pytest.mark.parametrize(
    ("text", "canonical_text"),
    [
        ("[W](../2024/kent-william.md#p2)", "[[kent-william#p2|W]]"),
        ("[**W**](kent-william.md), [x](https://a.org)", "[[kent-william|**W**]], [x](https://a.org)"),
        ("[two\nlines](#p2)", "[[child-a#p2|two\nlines]]"),
        ("[[kent-william]]", "[[kent-william]]"),
    ],
)
def test_links_to_reviews_are_written_in_one_way(text: str, canonical_text: str) -> None:
    assert canonical(text, HERE) == canonical_text


@given(
    st.lists(st.sampled_from([*"[]()|#\n", "child-b.md", "a", "https://a.org", "](", "[["]), max_size=20).map("".join)
)
def test_writing_links_in_one_way_twice_changes_nothing(text: str) -> None:
    assert canonical(canonical(text, HERE), HERE) == canonical(text, HERE)


def test_each_link_to_a_file_is_found_with_its_place() -> None:
    text = "See [[a#p1|x]] and [b](c.md),\n[d](https://d.org) [e\nf](#p2) ![g](h.md)"
    source = Source("a.md", f"---\n{text}")
    found = [(r.target, r.anchor, r.line, r.column) for r in references(source, source.lines[1:], 2, HERE)]
    assert found == [("a", "p1", 2, 7), ("c", "", 2, 24), ("child-a", "p2", 4, 4)]


def test_links_are_resolved_by_whoever_writes_the_page() -> None:
    text = "[[ a # p1 | b ]] [[c]]"
    assert with_links(text, lambda *parts: "/".join(parts)) == "a/p1/b c//"


@pytest.mark.parametrize(
    ("target", "outside"),
    [
        ("https://a.org", True),
        ("mailto:a@b", True),
        ("HTTP://[", True),
        ("a.md", False),
        ("#p1", False),
        ("a/b:c", False),
    ],
)
def test_an_address_with_a_scheme_is_outside(target: str, *, outside: bool) -> None:
    assert is_outside(target) is outside


@given(st.one_of(st.text(), st.sampled_from([*SNIPPETS.values()])).map(lambda text: " ".join(text.split())))
def test_escaped_text_is_shown_as_it_is_and_nothing_in_it_is_alive(text: str) -> None:
    html = rendered(f"x {escaped(text)}")
    assert alive_in(html) == []
    assert "<h" not in html
    assert "<li" not in html


LISTS = {
    "nested by two spaces": ("- a\n  - b\n    - c\n- d", "- a\n    - b\n        - c\n- d"),
    "nested by four spaces": ("- a\n    - b\n        - c", "- a\n    - b\n        - c"),
    "nested by three under a number": ("1. a\n   - b\n2. c", "1. a\n    - b\n2. c"),
    "nested by two under a number": ("1. a\n  - b", "1. a\n    - b"),
    "nested by a tab": ("- a\n\t- b", "- a\n    - b"),
    "numbers with a bracket": ("1) a\n2) b", "1. a\n2. b"),
    "right under text": ("text\n- a\n- b", "text\n\n- a\n- b"),
    "numbered right under text": ("text\n1. a\n2. b", "text\n\n1. a\n2. b"),
    "a number that only begins a line": ("in the year\n13. of June", "in the year\n13. of June"),
    "text that runs on": ("- a\n  b\nc\n- d", "- a\n    b\n    c\n- d"),
    "a paragraph inside": ("- a\n\n  b\n\n- c", "- a\n\n    b\n\n- c"),
    "a paragraph after": ("- a\n\nb", "- a\n\nb"),
    "a heading after": ("- a\n### b", "- a\n\n### b"),
    "a mark alone": ("- a\n-\n- b", "- a\n\n- b"),
    "indented text": ("text\n\n    more", "text\n\nmore"),
    "a line that breaks": ("a  \nb", "a  \nb"),
    "a quotation that starts with nothing": ("> \n    a", "\na"),
    "a quotation of two paragraphs": ("> a\n>\n> b", "> a\n>\n> b"),
}


@pytest.mark.parametrize("what", LISTS)
def test_lists_stand_as_the_markdown_engine_wants_them(what: str) -> None:
    written, wanted = LISTS[what]
    made = "\n".join(with_plain_lists(written.split("\n")))
    assert made.replace("-   ", "- ").replace(".  ", ". ") == wanted
    assert "<pre" not in rendered(made)


@given(
    st.lists(st.sampled_from(["- ", "1. ", "2) ", "a", "\n", "  ", "    ", "\n\n", "### "]), max_size=20).map("".join)
)
def test_putting_lists_right_twice_changes_nothing(text: str) -> None:
    assume(all("a" in line or not line.strip() for line in text.split("\n")))  # marks of nothing are in LISTS
    once = list(with_plain_lists(text.split("\n")))
    assert [line.rstrip() for line in with_plain_lists(once)] == [line.rstrip() for line in once]


def test_nested_lists_are_nested_on_the_page() -> None:
    text = dedent("""\
        Ask:
        - who
          1) is here
          2) is not
            - and why
        - when""")
    html = rendered("\n".join(with_plain_lists(text.split("\n")))).replace("\n", "")
    assert html == (
        "<p>Ask:</p><ul><li>who<ol><li>is here</li><li>is not<ul><li>and why</li></ul></li></ol></li><li>when</li></ul>"
    )
