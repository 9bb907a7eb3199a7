"""The stages of reading a report: Word's numbers, a PDF's columns, which numbers are paragraphs, labels, themes."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest

from briefings.model import Theme
from briefings.problems import Level
from briefings.reports.blocks import Block, Kind
from briefings.reports.columns import Row, in_reading_order, rows_of
from briefings.reports.labels import label_of
from briefings.reports.lines import Line, blocks_of
from briefings.reports.settling import settled
from briefings.reports.theme_words import theme_words
from briefings.reports.word_numbers import WordNumbers, counted
from briefings.reports.word_xml import parsed
from tests import word_files as word
from tests.builders import loaded, review

# ── the numbers that Word counts ─────────────────────────────────────────────────────────────────────────────────────


def lists(*levels: tuple[str, str], restart: int = 0) -> Element:
    """Lists 1 and 2, which count together; list 2 may start again."""
    kinds = "".join(
        f'<lvl ilvl="{depth}"><start val="1"/><numFmt val="{format}"/><lvlText val="{text}"/></lvl>'
        for depth, (format, text) in enumerate(levels)
    )
    again = f'<lvlOverride ilvl="0"><startOverride val="{restart}"/></lvlOverride>' if restart else ""
    num = '<num numId="{}"><abstractNumId val="9"/>{}</num>'
    return fromstring(
        f'<n><abstractNum abstractNumId="9">{kinds}</abstractNum>{num.format(1, "")}{num.format(2, again)}</n>'
    )


@pytest.mark.parametrize(
    ("part", "paragraphs", "labels"),
    [
        (lists(("decimal", "%1.")), [("1", 0), ("1", 0), ("2", 0)], ["1.", "2.", "3."]),
        (lists(("decimal", "%1."), restart=1), [("1", 0), ("2", 0), ("2", 0)], ["1.", "1.", "2."]),
        (
            lists(("decimal", "%1"), ("decimal", "%1.%2")),
            [("1", 0), ("1", 1), ("1", 1), ("1", 0), ("1", 1)],
            ["1", "1.1", "1.2", "2", "2.1"],
        ),
        (lists(("lowerLetter", "(%1)")), [("1", 0), ("1", 0)], ["(a)", "(b)"]),
        (
            lists(("cardinalText", "Recommendation %1:")),
            [("1", 0), ("1", 0)],
            ["Recommendation One:", "Recommendation Two:"],
        ),
        (lists(("bullet", "•")), [("1", 0)], [""]),
        (lists(("none", "")), [("1", 0)], [None]),
        (lists(("decimal", "%1.")), [("7", 0), ("1", 5)], [None, None]),
    ],
)
def test_word_numbers_are_worked_out_as_word_prints_them(
    part: Element, paragraphs: list[tuple[str, int]], labels: list[str | None]
) -> None:
    numbers = WordNumbers(part)
    assert [numbers.label(*paragraph) for paragraph in paragraphs] == labels


@pytest.mark.parametrize(
    ("count", "format", "shown"),
    [
        (3, "decimal", "3"),
        (3, "upperLetter", "C"),
        (4, "lowerRoman", "iv"),
        (19, "upperRoman", "XIX"),
        (30, "lowerLetter", "30"),
    ],
)
def test_a_number_is_written_in_words_way(count: int, format: str, shown: str) -> None:
    assert counted(count, format) == shown


def test_both_namespaces_of_word_are_read() -> None:
    strict = '<w:p xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main" w:val="1"/>'
    assert (parsed(strict.encode()).tag, parsed(strict.encode()).get("val")) == ("p", "1")


# ── which numbers are those of paragraphs ────────────────────────────────────────────────────────────────────────────

LONG = "The services each kept a record of their own, and none could see what the others had written about the family."


def typed(*texts: str) -> list[tuple[str, str]]:
    """Kind and number of each text, after what stands before it was made out."""
    blocks = [
        Block(Kind.HEADING, text[2:], 1) if text.startswith("# ") else Block(Kind.PARAGRAPH, text) for text in texts
    ]
    return [(block.kind.value, block.number) for block in settled(blocks)]


def test_numbers_that_run_on_over_a_heading_are_paragraphs_and_a_list_inside_starts_anew() -> None:
    before = [f"{number}. {LONG}" for number in range(1, 6)]
    after = [f"{number}. {LONG}" for number in range(6, 11)]
    found = typed(*before, "# A heading", "1. first thing", "2. second thing", *after)
    assert found[:5] == [("paragraph", str(number)) for number in range(1, 6)]
    assert found[6:8] == [("item", "1"), ("item", "2")]
    assert found[8:] == [("paragraph", str(number)) for number in range(6, 11)]


def test_a_number_that_a_pdf_lost_does_not_end_the_run() -> None:
    found = typed(
        "# A",
        *(f"{number}. {LONG}" for number in (1, 2, 3, 4)),
        "# B",
        *(f"{number}. {LONG}" for number in (6, 7, 8, 9)),
    )
    assert found[-1] == ("paragraph", "9")


def test_numbers_with_points_are_paragraphs_and_few_words_after_one_are_a_heading() -> None:
    found = typed("4.1 Chronology exercise", *(f"4.{number} {LONG}" for number in range(2, 7)))
    assert found == [("heading", ""), *(("paragraph", f"4.{number}") for number in range(2, 7))]


def test_a_list_of_five_is_no_numbering_of_paragraphs() -> None:
    assert typed("# Recommendations", *(f"{number}. Ask." for number in range(1, 6)))[1:] == [
        ("item", str(number)) for number in range(1, 6)
    ]


def test_a_list_of_contents_is_left_out() -> None:
    lines = ["# Contents", "Introduction ...... 2", "The learning themes\t5", "Recommendations . . . . 12", LONG]
    assert typed(*lines) == [("paragraph", "")]


# ── labels ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "count", "rest"),
    [
        ("Learning: Ask.", "", "Ask."),
        ("Learning point (a) : *Ask.*", "(a)", "Ask."),
        ("Key Learning Point 12 - Ask.", "12", "Ask."),
        ("LESSON LEARNED: Ask.", "", "Ask."),
        ("Recommendation Three: Ask.", "Three", "Ask."),
        ("Recommendation No. 3: Ask.", "3", "Ask."),
        ("Recommendation 2.1 – Ask.", "2.1", "Ask."),
        ("Recommendation 4", "4", ""),
        ("Rec 4: Ask.", "4", "Ask."),
        ("LP3: Ask.", "3", "Ask."),
    ],
)
def test_a_label_is_told_from_its_point(text: str, count: str, rest: str) -> None:
    label = label_of(text)
    assert label
    assert (label.count, label.text) == (count, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Learning about this was hard.",
        "Recommendations",
        "Learning point",
        "Lessons were learned.",
        "Recommendation made",
    ],
)
def test_other_text_has_no_label(text: str) -> None:
    assert label_of(text) is None


# ── pages ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def words(*lines: tuple[float, float, str]) -> list[Row]:
    """Rows of words, each of a place from the left and from the top, 10 points high and 5 a letter wide."""
    return rows_of({"x0": x, "x1": x + 5 * len(text), "top": y, "bottom": y + 10, "text": text} for x, y, text in lines)


def read(rows: list[Row]) -> list[str]:
    return [" ".join(word["text"] for word in row) for row in in_reading_order(rows, 600)]


def test_of_two_columns_the_left_is_read_first() -> None:
    rows = [(50.0, 20.0 * row, f"left{row}") for row in range(5)] + [
        (350.0, 20.0 * row, f"right{row}") for row in range(5)
    ]
    top, foot = (50.0, -20.0, "x" * 100), (50.0, 120.0, "y" * 100)
    assert read(words(top, *rows, foot)) == [
        top[2],
        *(f"left{n}" for n in range(5)),
        *(f"right{n}" for n in range(5)),
        foot[2],
    ]


def test_a_few_words_beside_each_other_are_no_columns() -> None:
    assert read(words((50, 0, "Name"), (350, 0, "Role"), (50, 20, "Ann"), (350, 20, "Chair"))) == [
        "Name Role",
        "Ann Chair",
    ]


def lines(page: int, *texts: str) -> list[Line]:
    """A page of lines, 14 points apart; an empty one is a gap."""
    height = 14.0 * len(texts)
    return [
        Line(text, 11, False, 50, 14.0 * row, 14.0 * row + 11, page, height) for row, text in enumerate(texts) if text
    ]


def test_headers_footers_and_page_numbers_are_left_out_and_a_paragraph_goes_on_over_the_page() -> None:
    pages = [
        lines(
            number,
            f"Report of the board, part {number}",
            "",
            "It began and",
            "went on until",
            "",
            f"Page {number} of 3",
        )
        for number in (1, 2, 3)
    ]
    assert [block.text for block in blocks_of(pages)] == [
        "It began and went on until " * 2 + "It began and went on until"
    ]


def test_a_wrapped_line_that_starts_with_a_number_is_no_new_paragraph() -> None:
    page = lines(1, "She was a girl of", "13. She liked horses.", "14. A new paragraph.")
    assert [block.text for block in blocks_of([page])] == [
        "She was a girl of 13. She liked horses.",
        "14. A new paragraph.",
    ]


def test_a_heading_of_two_lines_is_one() -> None:
    large = [Line(text, 22, True, 50, top, top + 22, 1) for text, top in (("How was the", 90), ("child heard?", 119))]
    page = [*large, *(Line(f"Text {row}.", 11, False, 50, 160 + 15 * row, 171 + 15 * row, 1) for row in range(5))]
    assert [block.text for block in blocks_of([page]) if block.kind is Kind.HEADING] == ["How was the child heard?"]


# ── themes ───────────────────────────────────────────────────────────────────────────────────────────────────────────

THEMES = (
    Theme("escalation", "", "Escalation", "", ("professional challenge",)),
    Theme("was-not-brought", "", "Was not brought", "", ("DNA", "missed appointments")),
    Theme("fathers-and-men", "", "Fathers and other men", "", ("dads",)),
    Theme("mental-health", "", "Mental health", ""),
    Theme("parental-mental-health", "", "Parental mental health", ""),
)


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        ("Escalate early.", ("escalation",)),
        ("A missed appointment is a question.", ("was-not-brought",)),
        ("Do not write DNA.", ("was-not-brought",)),
        ("Take dna samples.", ()),
        ("Ask about fathers, and other men.", ("fathers-and-men",)),
        ("A parent's mental health counts: parental mental health.", ("parental-mental-health",)),
        ("Nothing of the kind.", ()),
        ("", ()),
    ],
)
def test_a_theme_is_suggested_where_a_point_says_its_name(text: str, themes: tuple[str, ...]) -> None:
    assert theme_words(THEMES).suggested(text) == themes


# ── marks ────────────────────────────────────────────────────────────────────────────────────────────────────────────

MARK = "<!-- to confirm: 3 points -->"


@pytest.mark.parametrize(
    ("text", "status", "found"),
    [
        (MARK, "draft", [("to-confirm", Level.WARNING)]),
        (MARK, "embargoed", [("to-confirm", Level.WARNING)]),
        (MARK, "published", [("not-confirmed", Level.ERROR)]),
        ("<!-- a note of mine -->", "draft", []),
        ("That is to confirm: nothing.", "draft", []),
    ],
)
def test_a_mark_is_a_warning_in_a_draft_and_an_error_in_what_is_published(
    tmp_path: Path, text: str, status: str, found: list[tuple[str, Level]]
) -> None:

    learning = "## Learning\n\n- Ask. {#e1 .early-help}\n\n## If you do one thing\n\nAsk.\n"
    body = f"## What happened\n\nA child was harmed. {text}\n\n{learning}"
    problems = loaded(tmp_path, {"reviews/child-a.md": review(body, status=status)}).problems
    assert [(problem.code, problem.level) for problem in problems] == found


def test_a_word_file_of_the_tests_is_read_as_it_was_meant() -> None:
    assert parsed(word.numbering().encode()).tag == "numbering"
