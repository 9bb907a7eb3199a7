"""A body's sections, items and attribute lists, in every form that authors write."""

import pytest

from briefings.front_matter import read_document
from briefings.outline import Item, Outline, Section, read_outline
from briefings.source import Source

TOP = "---\na: b\n---\n"


def outline(body: str) -> Outline:
    return read_outline(read_document(Source("a.md", TOP + body)))


def section(text: str) -> Section:
    made = outline(f"## Learning for practitioners\n\n{text}\n")
    assert [problem.code for problem in made.problems] == []
    return made.sections[0]


def summed(item: Item) -> tuple[str, str, list[str], dict[str, str]]:
    return (
        item.text,
        item.id.text if item.id else "",
        [theme.text for theme in item.themes],
        {name.text: value.text for name, value in item.attributes},
    )


ITEMS = {
    "an attribute list at the end": ("- a {#p1 .x .y}", ("a", "p1", ["x", "y"], {})),
    "an attribute list with values": (
        '- a {#p1 .x agency="schools gps" para="12"}',
        ("a", "p1", ["x"], {"agency": "schools gps", "para": "12"}),
    ),
    "single quotes": ("- a {#p1 agency='schools gps'}", ("a", "p1", [], {"agency": "schools gps"})),
    "a value without quotes": ("- a {#p1 para=12}", ("a", "p1", [], {"para": "12"})),
    "a colon": ("- a {: #p1 .x }", ("a", "p1", ["x"], {})),
    "no space before it": ("- a.{#p1 .x}", ("a.", "p1", ["x"], {})),
    "spaces inside and behind": ("- a {  #p1   .x  }  ", ("a", "p1", ["x"], {})),
    "no-break spaces inside": ("- a {#p1\u00a0.x}", ("a", "p1", ["x"], {})),
    "an id in any place": ("- a {.x #p1 .y}", ("a", "p1", ["x", "y"], {})),
    "a line of its own": ("- a\n  {#p1 .x}", ("a", "p1", ["x"], {})),
    "a line of its own, not indented": ("- a\n{#p1 .x}", ("a", "p1", ["x"], {})),
    "a line of its own after an empty one": ("- a\n\n  {#p1 .x}", ("a", "p1", ["x"], {})),
    "text over two lines": ("- a\n  b {#p1 .x}", ("a\nb", "p1", ["x"], {})),
    "text that runs on without an indent": ("- a\nb {#p1 .x}", ("a\nb", "p1", ["x"], {})),
    "two paragraphs": ("- a\n\n  b {#p1 .x}", ("a\n\nb", "p1", ["x"], {})),
    "two paragraphs by four spaces": ("- a\n\n    b {#p1 .x}", ("a\n\nb", "p1", ["x"], {})),
    "a nested list by two spaces": ("- a\n  - b\n  - c {#p1 .x}", ("a\n\n-   b\n-   c", "p1", ["x"], {})),
    "a nested list by four spaces": ("- a\n    - b {#p1 .x}", ("a\n\n-   b", "p1", ["x"], {})),
    "a nested list with the list on its own line": ("- a\n  - b\n\n  {#p1 .x}", ("a\n\n-   b", "p1", ["x"], {})),
    "a nested numbered list": ("- a\n  1. b {#p1 .x}", ("a\n\n1.  b", "p1", ["x"], {})),
    "a star": ("* a {#p1 .x}", ("a", "p1", ["x"], {})),
    "a plus": ("+ a {#p1 .x}", ("a", "p1", ["x"], {})),
    "a wide mark": ("-   a {#p1 .x}", ("a", "p1", ["x"], {})),
    "a number": ("1. a {#p1 .x}", ("a", "p1", ["x"], {})),
    "a number with a bracket": ("1) a {#p1 .x}", ("a", "p1", ["x"], {})),
    "a little indent": (" - a {#p1 .x}", ("a", "p1", ["x"], {})),
    "a comment behind": ("- a {#p1 .x} <!-- check -->", ("a", "p1", ["x"], {})),
    "a comment inside": ("- a <!-- check {#p9} --> b {#p1 .x}", ("a <blank> b", "p1", ["x"], {})),
    "nothing": ("- a", ("a", "", [], {})),
}


@pytest.mark.parametrize("what", ITEMS)
def test_an_item_is_read_in_every_form(what: str) -> None:
    written, wanted = ITEMS[what]
    (item,) = section(written).items
    text, *rest = summed(item)
    assert (" ".join(text.split()) if "<blank>" in wanted[0] else text, *rest) == (
        wanted[0].replace("<blank> ", ""),
        *wanted[1:],
    )


@pytest.mark.parametrize(
    "text",
    [
        "- a {#p1}\n- b {#p2}",
        "- a {#p1}\n\n- b {#p2}",
        "1. a {#p1}\n2. b {#p2}",
        "- a {#p1}\n\n\n* b {#p2}",
        "- a {#p1}\n - b {#p2}",
    ],
)
def test_each_item_of_the_list_is_one(text: str) -> None:
    assert [summed(item)[:2] for item in section(text).items] == [("a", "p1"), ("b", "p2")]


def test_an_item_knows_its_line_and_each_word_its_place() -> None:
    (_, item) = section('- a {#p1}\n- b\n  c {: .help .early-help #p agency="gps p" }').items
    assert item.line == 7
    assert item.id
    words = [*item.themes, item.id, *(word for pair in item.attributes for word in pair)]
    assert [(word.text, word.line, word.column) for word in words] == [
        ("help", 8, 9),
        ("early-help", 8, 15),
        ("p", 8, 27),
        ("agency", 8, 29),
        ("gps p", 8, 37),
    ]


def test_text_round_a_list_belongs_to_its_section() -> None:
    made = outline("## Learning\n\nBefore.\n\n- a {#p1}\n\nBetween.\n\n- b {#p2}\n\nAfter.\n").sections[0]
    assert (made.prose, [item.text for item in made.items], made.after) == ("Before.", ["a", "b"], "Between.\n\nAfter.")


@pytest.mark.parametrize(
    ("body", "headings"),
    [
        ("## A\n\nx\n\n## B\n\ny", ["A", "B"]),
        ("## A ##\n\nx", ["A"]),
        ("##A\n\nx", ["A"]),
        ("##   A   \n\nx", ["A"]),
        ("## A\n### B\n\nx\n#### C\n\ny", ["A"]),
        ("x", []),
        ("", []),
        ("<!--\n## A\n-->\n## B\nx", ["B"]),
        ("## A {#b .c}\n\nx", ["A"]),
        ("#### A", []),
    ],
)
def test_a_section_starts_at_each_heading_of_the_second_level(body: str, headings: list[str]) -> None:
    assert [section.heading for section in outline(body).sections] == headings


def test_text_of_a_section_that_is_prose_is_kept_whole() -> None:
    made = outline("## What happened\n\nOne.\n\n### Later\n\na | b\n--- | ---\nc | d\n\n- e\n  - f\n").sections[0]
    assert made.prose == "One.\n\n### Later\n\na | b\n--- | ---\nc | d\n\n-   e\n    -   f"


def test_checks_and_questions_keep_their_items_one_by_one() -> None:
    made = outline("## If you do one thing\n\nAsk.\n\n- a\n  b\n- c\n").sections[0]
    assert (made.prose, [item.text for item in made.items]) == ("Ask.", ["a\nb", "c"])


@pytest.mark.parametrize("sign", "•◦▪●‣·○■\uf0b7")
def test_a_bullet_of_a_word_processor_is_told_and_read_as_an_item(sign: str) -> None:
    made = outline(f"## Learning\n\n{sign}\ta {{#p1 .x}}\n{sign} b {{#p2 .x}}\n")
    assert [(problem.line, problem.code) for problem in made.problems] == [(6, "list-marker"), (7, "list-marker")]
    assert [summed(item)[:2] for item in made.sections[0].items] == [("a", "p1"), ("b", "p2")]


@pytest.mark.parametrize(
    "text", ["- a\n\n  -5 degrees {#p1}", "*a* b\n\n- c {#p1}", "1.5 of\n\n- c {#p1}", "a\n-b\n\n- c {#p1}"]
)
def test_what_only_looks_like_a_mark_without_its_space_is_text(text: str) -> None:
    assert [problem.code for problem in outline(f"## Learning\n\n{text}\n").problems] == []
