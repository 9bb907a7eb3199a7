"""Acronyms are explained where they occur, and nowhere else."""

from dataclasses import replace

import pytest

from briefings.model import Prose
from briefings.pages import Page, site_pages
from briefings.pages.acronyms import Acronyms
from briefings.pages.page import Writer
from briefings.vocabulary import GlossaryEntry, Vocabulary
from tests.libraries import library, record, review, vocabulary
from tests.rendered import RenderedPage, rendered

ENTRIES = (
    GlossaryEntry(id="SAR", expansion="Safeguarding Adults Review"),
    GlossaryEntry(id="CP", expansion="Child Protection"),
    GlossaryEntry(id="CPP", expansion="Child Protection Plan", also=("CP plan",)),
    GlossaryEntry(id="ACEs", expansion="Adverse Childhood Experiences", also=("ACE",)),
    GlossaryEntry(id="A&E", expansion="Accident and Emergency"),
    GlossaryEntry(id="care leaver", meaning="A plain term has no expansion."),
)
WORDS = Vocabulary(glossary={entry.id: entry for entry in ENTRIES})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A SAR was held.", ["SAR"]),
        ("SARs were held.", ["SARs"]),
        ("The SAR's author", ["SAR"]),
        ("The SAR’s author", ["SAR"]),
        ("(SAR)", ["SAR"]),
        ("*SAR* and **CP**", ["CP", "SAR"]),
        ("SAR/CP", ["CP", "SAR"]),
        ("a SAR-led change in non-CP work", ["CP", "SAR"]),
        ("SARAH and ISAR and sar and SAR_1 and SAR2", []),
        ("the CP plan", ["CP plan"]),
        ("the CPP, and CP", ["CP", "CPP"]),
        ("CP plans", ["CP plans"]),
        ("ACEs and ACE", ["ACE", "ACEs"]),
        ("in A&E", ["A&E"]),
        ("in A&amp;E", ["A&E"]),
        ("a care leaver", []),
        ("[the guidance](https://x.example/SAR)", []),
        ("[the guidance](https://x.example/a_(b)/SAR)", []),
        ("<https://x.example/?q=SAR>", []),
        ("[a SAR](../themes/x.md#SAR){.theme title=CP}", ["SAR"]),
        ("Text\n{: #SAR .CP }", []),
        ("## The SAR {#sar}", []),
        ("### [SAR, Kent](x.md)", []),
        ("", []),
    ],
)
def test_an_acronym_is_found_as_a_word_that_a_reader_sees(text: str, found: list[str]) -> None:
    assert list(Acronyms(WORDS).found_in(text)) == found


@pytest.mark.parametrize(
    ("written", "meaning"),
    [
        ("SARs", "Safeguarding Adults Review"),
        ("CP plan", "Child Protection Plan"),
        ("CP plans", "Child Protection Plan"),
        ("ACEs", "Adverse Childhood Experiences"),
        ("ACE", "Adverse Childhood Experiences"),
    ],
)
def test_every_form_has_the_meaning_of_its_entry(written: str, meaning: str) -> None:
    assert Acronyms(WORDS).found_in(f"The {written} again") == {written: meaning}


def test_without_a_glossary_nothing_is_found() -> None:
    assert Acronyms(Vocabulary()).found_in("SAR") == {}


def explained(markdown: str, kind: str = "text") -> RenderedPage:
    page = Page("about.md", kind, "About", markdown)
    return rendered(Acronyms(WORDS).explained(page, Writer(library(), page.uri)))


def test_an_acronym_becomes_an_abbreviation_and_stands_in_the_list_below() -> None:
    page = explained("A SAR, two SARs and a CP plan.\n")
    assert page.titles[:3] == [
        ("SAR", "Safeguarding Adults Review"),
        ("SARs", "Safeguarding Adults Review"),
        ("CP plan", "Child Protection Plan"),
    ]
    assert [(link.text, link.href) for link in page.links] == [
        ("CP plan", "glossary.md#cpp"),
        ("SAR", "glossary.md#sar"),
    ]
    assert "CP plan Child Protection Plan" in page.texts["words"]


def test_the_longest_form_wins_over_one_that_it_starts_with() -> None:
    page = explained("CP work makes a CP plan.\n")
    assert [title for title in page.titles if title[0].startswith("CP")][:2] == [
        ("CP", "Child Protection"),
        ("CP plan", "Child Protection Plan"),
    ]


def test_addresses_and_attributes_are_left_alone() -> None:
    page = explained("A SAR: [read](https://x.example/SAR_(CP)#SAR){.SAR}\n")
    link = page.links[0]
    assert (link.text, link.href, link.classes) == ("read", "https://x.example/SAR_(CP)#SAR", ["SAR"])


def test_code_is_left_alone() -> None:
    assert "<code>SAR</code>" in explained("A SAR in `SAR`.\n").html


def test_a_heading_keeps_its_id_when_an_acronym_in_it_is_explained() -> None:
    page = explained("## The SAR {#the-review .learning}\n\nA SAR.\n\n### How a SAR starts\n\nText.\n")
    assert page.ids == ["the-review", "how-a-sar-starts", "words"]
    assert page.html.count("<section") == 2


def test_the_glossary_explains_itself_and_is_left_alone() -> None:
    assert explained("A SAR.\n", kind="glossary").titles == []


def test_a_page_without_acronyms_has_no_list_of_them() -> None:
    assert "words" not in explained("Nothing to explain.\n").ids


def test_an_expansion_over_two_lines_in_the_file_stays_one_meaning() -> None:
    folded = replace(WORDS, glossary={"SAR": GlossaryEntry(id="SAR", expansion="Safeguarding\nAdults  Review\n")})
    page = Page("about.md", "text", "About", "A SAR.\n")
    made = rendered(Acronyms(folded).explained(page, Writer(library(), page.uri)))
    assert made.titles[0] == ("SAR", "Safeguarding Adults Review")


def test_every_glossary_link_of_a_real_page_leads_to_its_entry() -> None:
    text = " ".join(form for form in vocabulary().expansions)
    made = review("a", record("a", "p1", text=text), prose=(Prose("happened", "What happened", text),))
    pages = {page.uri: rendered(page) for page in site_pages(library([made]), "The site")}
    links = [link.href for link in pages["reviews/a.md"].links_in("words")]
    assert len(links) == len(vocabulary().expansions)
    assert {link.partition("#")[2] for link in links} <= set(pages["glossary.md"].ids)
