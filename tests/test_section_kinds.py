"""Which heading names which kind of section, and which ids a page keeps for itself."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.library import library_of
from briefings.pages import site_pages
from briefings.sections import BY_HEADING, KINDS, LETTER, OTHER, RESERVED, SectionKind, kind_of, normal
from tests.builders import read, read_a_theme, review, theme, vocabulary


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind is not LETTER], ids=lambda kind: kind.heading)
def test_a_heading_and_its_aliases_name_their_kind_in_any_case(kind: SectionKind) -> None:
    for heading in (kind.heading, *kind.aliases):
        assert all(kind_of(text) is kind for text in (heading, heading.upper(), f"{heading}:", f" {heading} "))


@pytest.mark.parametrize(
    ("heading", "name", "audience"),
    [
        ("Background", "happened", ""),
        ("Key issues", "happened", ""),
        ("CONTEXT", "happened", ""),
        ("**What happened**", "happened", ""),
        ("What the family’s voice", "other", ""),
        ("The family’s voice", "family", ""),
        ("Tools & resources", "links", ""),
        ("Learning for leaders", "learning", "system"),
        ("Learning", "learning", ""),
        ("If you do one thing: Managers", "one-thing", "managers"),
        ("If you do one thing …", "one-thing", ""),
        ("A letter to Ruby’s brothers", "letter", ""),
        ("Letter to William", "letter", ""),
        ("A letter", "other", ""),
        ("Something else", "other", ""),
        ("", "other", ""),
    ],
)
def test_headings_as_authors_write_them(heading: str, name: str, audience: str) -> None:
    assert (kind_of(heading).name, kind_of(heading).audience) == (name, audience)


def test_no_heading_names_two_kinds() -> None:
    headings = [normal(text) for kind in KINDS if kind is not LETTER for text in (kind.heading, *kind.aliases)]
    assert sorted(headings) == sorted(BY_HEADING)


@given(st.text())
def test_every_text_names_some_kind(text: str) -> None:
    assert kind_of(text) in (*KINDS, OTHER)
    assert normal(normal(text)) == normal(text)


def test_no_record_can_take_an_id_that_a_briefing_gives_to_a_part_of_itself() -> None:
    sections = "".join(
        f"## {kind.heading}\n\nText.\n\n- Item CAMHS.{f' {{#{kind.prefix}1 .early-help}}' if kind.prefix else ''}\n\n"
        for kind in KINDS
    )
    made = read(review(f"{sections}## A letter to Ruby\n\nDear.\n\n## Else\n\nText.\n\n## More\n\nText.\n")).review
    about = read_a_theme(theme()).theme
    assert made
    assert about
    (page,) = (
        page
        for page in site_pages(library_of([made], [about], vocabulary()), "Test")
        if page.uri == "reviews/child-a.md"
    )
    ids = re.findall(r"^## .*\{#([\w-]+)", page.markdown, re.MULTILINE)
    assert len(ids) > 15
    assert [id for id in ids if not RESERVED.fullmatch(id)] == []


def test_every_heading_that_is_known_stands_in_the_manual() -> None:
    manual = (Path(__file__).parent.parent / "docs/writing-a-review.md").read_text("utf-8")
    for kind in KINDS:
        assert f"| `## {kind.heading}` |" in manual
        assert [alias for alias in kind.aliases if alias not in manual] == []
