"""Whatever a report holds, an import ends in a draft that can be read, or in a refusal; and it loses no text."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.reading import read_review
from briefings.reports.blocks import Block, Kind, ReportText
from briefings.reports.docx import read_docx
from briefings.reports.drafting import drafted
from briefings.reports.facts import facts_of
from briefings.reports.recognising import recognised
from briefings.reports.refusals import NotImportedError
from briefings.reports.safe_markdown import inline, paragraph
from briefings.source import CONTROL, Source
from tests import word_files as word
from tests.builders import codes_of, happened, vocabulary

EXPECTED = {
    "missing-field",
    "empty-section",
    "no-learning",
    "unknown-section",
    "point-without-theme",
    "text-after-list",
}
"""What the checks may say of one draft by itself: what its author must decide."""

WORDS = st.sampled_from(
    [
        "Learning:",
        "Learning",
        "points",
        "Recommendation",
        "Three",
        "4",
        "(c)",
        "The",
        "child",
        "should",
        "ask",
        "•",
        "-",
        "#",
        ">",
        "|",
        "{#p1}",
        "<b>",
        "[[x]]",
        "![a](b)",
        "`c`",
        "**",
        "_a_",
        "Dear",
        "Rowan,",
        "R4:",
        "12.",
        "a)",
        "Summary",
        "of",
        "learning",
        "Recommendations",
        "Background",
        ":",
        "https://a.example/b",
        "]:",
        "~~~",
        "===",
        "\u202e",
        "\x00",
        "�",
    ]
)
TEXT = st.lists(WORDS, max_size=9).map(" ".join)
BLOCK = st.builds(
    Block,
    kind=st.sampled_from(Kind),
    text=TEXT,
    level=st.integers(0, 6),
    number=st.sampled_from(["", "", "1", "2", "3", "4.2", "(c)", "12)"]),
    page=st.integers(0, 3),
    cells=st.lists(st.lists(TEXT, max_size=3).map(tuple), max_size=3).map(tuple),
    links=st.just(()),
)


@given(st.lists(BLOCK, max_size=25))
def test_any_blocks_become_a_draft_that_can_be_read(blocks: list[Block]) -> None:
    report = ReportText(tuple(blocks), 3)
    lists = vocabulary()
    draft = drafted(recognised(report), facts_of(report, lists), lists, lambda _: ())
    assert not CONTROL.search(draft)
    read = read_review(Source("content/reviews/a.md", draft), "reviews/a.md", lists)
    assert read.status == "draft"
    assert {problem.code for problem in read.problems} <= EXPECTED, draft


@given(st.lists(st.text("abcdefghij ", min_size=30, max_size=60), max_size=12), st.integers(0, 4))
def test_no_text_is_lost(texts: list[str], level: int) -> None:
    words = [" ".join(text.split()) or "x" for text in texts]
    blocks = (Block(Kind.HEADING, "Recommendations", level), *(Block(Kind.PARAGRAPH, text) for text in words))
    report = ReportText(blocks)
    draft = drafted(recognised(report), facts_of(report, vocabulary()), vocabulary(), lambda _: ())
    plain = " ".join(draft.split())
    assert [text for text in words if text not in plain] == []


@given(st.text(max_size=80))
def test_any_text_is_safe_in_a_review(text: str) -> None:
    said = inline(text)
    assert codes_of(happened(paragraph(said) or "x")) == []


@given(st.text("ab#*_[]()<>{}|`~&:!-+=.0123456789 \n\\", max_size=60))
def test_text_of_signs_is_safe_in_a_review(text: str) -> None:
    said = inline(text)
    assert codes_of(happened(paragraph(said) or "x")) == []


@settings(max_examples=60)
@given(st.binary(max_size=400), st.integers(0, 3000), st.integers(0, 255))
def test_a_damaged_word_file_is_read_or_refused(junk: bytes, place: int, byte: int) -> None:
    whole = bytearray(word.docx(word.h("Child K") + word.p("Learning: Ask.")))
    whole[place % len(whole)] = byte
    for data in (bytes(whole), junk, bytes(whole)[: place % len(whole)] + junk):
        with TemporaryDirectory() as folder:
            path = Path(folder) / "report.docx"
            path.write_bytes(data)
            with suppress(NotImportedError):
                read_docx(path)
