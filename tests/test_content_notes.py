"""Beside hard text: one calm line before it, and one paragraph of whom to turn to, however many harms there are."""

from dataclasses import replace
from pathlib import Path

import pytest

from briefings.model import OneThing, Prose, RecordKind, Review, SiteSettings, Theme
from briefings.pages import Page, site_pages
from briefings.pages.briefing import briefing
from briefings.pages.content_notes import NUMBER, content_note
from briefings.vocabulary import Harm
from tests.builders import loaded
from tests.builders import review as review_text
from tests.libraries import library, record, review, theme, vocabulary
from tests.rendered import RenderedPage, rendered

SAMARITANS = "Samaritans, free at any hour: 116 123."
NSPCC = "NSPCC, if you are worried about a child: 0808 800 5000."
CHILDLINE = "Childline, for anyone under 19: 0800 1111."
DOMESTIC = "National Domestic Abuse Helpline (England): 0808 2000 247."
RAPE_CRISIS = "Rape Crisis, from age 16 (England and Wales): 0808 500 2222."


def harms(*ids: str) -> tuple[Harm, ...]:
    return tuple(vocabulary().harms[id] for id in ids)


def helped(made: Review, *themes: Theme, emergency: str | None = None) -> RenderedPage:
    found = library([made], themes)
    if emergency is not None:
        found = replace(found, settings=SiteSettings(emergency=emergency))
    return rendered(briefing(found, made))


def said(page: RenderedPage) -> str:
    return page.texts["help"].replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("ids", "note"),
    [
        (["suicide"], "This briefing talks about suicide and self-harm."),
        (["neglect", "domestic-abuse"], "This briefing talks about neglect and domestic abuse."),
        (["neglect", "suicide"], "This briefing talks about suicide, self-harm and neglect."),
        (["physical-abuse", "non-accidental-injury"], "This briefing talks about physical abuse."),
        (
            ["neglect", "physical-abuse", "domestic-abuse", "sexual-abuse"],
            "This briefing talks about neglect, physical abuse, domestic abuse and other harm.",
        ),
        (["substance-use"], ""),
        ([], ""),
    ],
)
def test_a_note_names_the_hard_things_the_urgent_first_and_three_at_most(ids: list[str], note: str) -> None:
    assert content_note("This briefing talks", harms(*ids)) == note


@pytest.mark.parametrize(
    ("ids", "helplines"),
    [
        (["suicide"], [SAMARITANS]),
        (["neglect"], [NSPCC, CHILDLINE]),
        (["neglect", "physical-abuse"], [NSPCC, CHILDLINE]),
        (["neglect", "suicide"], [SAMARITANS, NSPCC]),
        (["sexual-abuse", "domestic-abuse"], [RAPE_CRISIS, DOMESTIC]),
        (["physical-abuse", "neglect", "domestic-abuse", "sexual-abuse"], [NSPCC, DOMESTIC]),
        (["domestic-abuse"], [DOMESTIC, SAMARITANS]),
    ],
)
def test_the_most_fitting_helplines_stand_in_one_paragraph_two_at_most(ids: list[str], helplines: list[str]) -> None:
    page = helped(review("a", harms=harms(*ids)))
    first, last = "Stop, and talk to someone you trust.", "If a life is in danger now, call 999."
    assert " ".join(said(page).split()) == " ".join(["If this is hard to read", first, *helplines, last])


def test_a_number_is_called_by_touching_it_but_an_age_or_999_is_not() -> None:
    page = helped(review("a", harms=harms("sexual-abuse")))
    assert [link.href for link in page.links_in("help")] == ["tel:08085002222", "tel:08088005000"]


def test_every_harm_of_abuse_and_of_suicide_has_a_note_and_a_number_that_can_be_called() -> None:
    silent = {"serious-youth-violence", "sudden-unexpected-death", "substance-use", "self-neglect"}
    every = vocabulary().harms
    assert {id for id, harm in every.items() if not harm.note} == silent
    assert {id for id, harm in every.items() if not harm.help} == silent
    assert [text for harm in every.values() for text in harm.help if not NUMBER.search(text)] == []


def test_the_note_leads_to_the_help() -> None:
    made = review("a", harms=harms("suicide"))
    page = briefing(library([made]), made)
    assert (page.note, page.help) == ("This briefing talks about suicide and self-harm.", "#help")


def test_a_page_about_nothing_hard_has_neither() -> None:
    made = review("a")
    page = briefing(library([made]), made)
    assert (page.note, page.help, "help" in rendered(page).texts) == ("", "", False)


def pages_of(made: Review, *themes: Theme) -> dict[str, Page]:
    return {page.uri: page for page in site_pages(library([made], themes), "The site")}


def test_a_letter_what_families_said_and_the_page_of_a_theme_carry_them_too() -> None:
    made = review(
        "a",
        record("a", "f1", "t", kind=RecordKind.FAMILY),
        prose=(Prose("letter", "A letter to you", "Dear you."),),
        one_things=(OneThing("a", "", "Ask."),),
    )
    pages = pages_of(made, theme("t", harm=harms("suicide")[0]))
    topics = "about suicide and self-harm."
    assert {uri: page.note for uri, page in pages.items() if page.note} == {
        "reviews/a.md": f"This briefing talks {topics}",
        "letters/a.md": f"This letter talks {topics}",
        "family-voice/index.md": f"Some of these messages talk {topics}",
        "themes/t.md": f"This page talks {topics}",
    }
    for page in pages.values():
        assert ("## If this is hard to read {#help .help}" in page.markdown) is (page.help == "#help")


def test_each_part_of_a_long_theme_carries_them() -> None:
    records = [record("a", f"p{number}", "t") for number in range(130)]
    others = [record("b", f"p{number}", "t") for number in range(130)]
    found = library([review("a", *records), review("b", *others, year=2020)], [theme("t", harm=harms("suicide")[0])])
    parts = [page for page in site_pages(found, "The site") if page.kind == "theme"]
    assert len(parts) > 1
    assert {(bool(page.note), page.help) for page in parts} == {(True, "#help")}


def test_the_sentence_about_danger_is_the_sites_own() -> None:
    text = said(helped(review("a", harms=harms("suicide")), emergency="In danger? Call 112."))
    assert text.strip().endswith("In danger? Call 112.")
    assert "999" not in text


OWN = "suicide: {name: Suicide, %s}\n"


@pytest.mark.parametrize(
    ("written", "note", "lines"),
    [
        ('note: "", help: ""', (), ()),
        ("group: everyone", (), ()),
        ("note: taking one's life, help: A line of ours.", ("taking one's life",), ("A line of ours.",)),
        ("help: [One., Two.]", (), ("One.", "Two.")),
    ],
)
def test_a_site_says_it_in_its_own_words_or_not_at_all(
    tmp_path: Path, written: str, note: tuple[str, ...], lines: tuple[str, ...]
) -> None:
    read = loaded(tmp_path, {"vocabulary/harms.yml": OWN % written, "reviews/child-a.md": review_text()})
    harm = read.library.vocabulary.harms["suicide"]
    assert read.problems == ()
    assert (harm.note, harm.help) == (note, lines)


def test_urgent_is_yes_or_no(tmp_path: Path) -> None:
    (problem,) = loaded(tmp_path, {"vocabulary/harms.yml": OWN % "urgent: perhaps"}).problems
    assert (problem.code, problem.message) == ("wrong-shape", "`perhaps` is neither yes nor no")


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script> 0800 1111", "[x](javascript:a) 116 123", "*a* _b_ `c`"])
def test_what_a_site_writes_is_shown_as_it_is_written(hostile: str) -> None:
    harm = harms("suicide")[0].model_copy(update={"help": (hostile,)})
    page = helped(review("a", harms=(harm,)))
    assert hostile in said(page)
    assert "<script>alert" not in page.html
    assert all(link.href.startswith("tel:") for link in page.links_in("help"))
