"""What a search can find of a library, by which words, and how Pagefind gets it and gives it back."""

import gzip
import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from briefings.model import OneThing, Prose, RecordKind
from briefings.pages import addresses
from briefings.searching import Catalogue, catalogue_of, document, document_uri, entries_json, number_of, words_json
from briefings.searching.catalogue import KINDS, Entry, Group
from briefings.searching.side_files import MEANT
from briefings.searching.synonyms import Synonyms
from briefings.vocabulary import GlossaryEntry, Vocabulary, load_vocabulary
from tests.building import ROOT
from tests.libraries import library, numbered, numbers, record, review, theme, vocabulary

AGENCIES = vocabulary().agencies


def group_of(catalogue: Catalogue, uri: str) -> Group:
    return next(group for group in catalogue.groups if group.uri == uri)


def only(group: Group, kind: str) -> Entry:
    (found,) = (entry for entry in group.entries if entry.kind == kind)
    return found


def glossary(*entries: GlossaryEntry) -> Synonyms:
    return Synonyms(Vocabulary(glossary={entry.id: entry for entry in entries}))


CAMHS = GlossaryEntry(id="CAMHS", expansion="Child and Adolescent Mental Health Services", also=("CYPMHS",))
CYPMHS = GlossaryEntry(id="CYPMHS", expansion="Children and Young People's Mental Health Service")
DA = GlossaryEntry(id="DA", expansion="Domestic Abuse")
STRATEGY = GlossaryEntry(id="strategy meeting", also=("strategy discussion",), meaning="A meeting.")


# ── the catalogue ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_each_place_of_a_review_is_an_entry_that_leads_there() -> None:
    records = (
        record("r", "p1", "asking"),
        record("r", "k1", kind=RecordKind.FINDING),
        record("r", "s1", kind=RecordKind.STRENGTH),
        record("r", "r1", kind=RecordKind.RECOMMENDATION),
        record("r", "f1", kind=RecordKind.FAMILY),
    )
    prose = (
        Prose("happened", "What happened", "It happened."),
        Prose("letter", "To Ruby", "Dear Ruby."),
        Prose("letter", "To Daisy", "Dear Daisy."),
        Prose("links", "Useful links", "A link."),
        Prose("family-f", "What the family told us", "They told us."),
        Prose("learning-m", "Learning for managers", "Some words first."),
        Prose("learning-e", "Learning for everyone", "Some words first."),
    )
    found = group_of(catalogue_of(library([review("r", *records, prose=prose, questions=("Why?",))])), "reviews/r.md")
    assert [(entry.kind, entry.anchor) for entry in found.entries] == [
        ("briefing", ""),
        ("one-thing", "one-thing"),
        ("learning", "p1"),
        ("findings", "k1"),
        ("strengths", "s1"),
        ("recommendations", "r1"),
        ("family", "f1"),
        ("questions", "questions"),
        ("happened", "happened"),
        ("letter", "letter"),
        ("letter", "letter-2"),
        ("section", "family"),
        ("section", "managers"),
        ("section", "everyone"),
    ]


def test_a_finding_without_an_id_has_no_place_to_lead_to() -> None:
    found = catalogue_of(library([review("r", record("r", "", kind=RecordKind.FINDING))]))
    assert [entry for entry in found.entries if entry.kind == "findings"] == []


def test_themes_come_first_the_most_taught_of_them_then_reviews_newest_first() -> None:
    reviews = [review("a", record("a", "p1", "x"), year=2020), review("b", record("b", "p1", "y", "x"), year=2022)]
    found = catalogue_of(library(reviews, [theme("silent"), theme("also-silent")]))
    assert [group.uri for group in found.groups] == [
        "themes/x.md",
        "themes/y.md",
        "themes/also-silent.md",
        "themes/silent.md",
        "reviews/b.md",
        "reviews/a.md",
    ]


def test_what_a_result_shows_is_plain_and_other_words_stand_apart() -> None:
    point = record("r", "p1", "asking", text="Ask *again*: see [[r#p1|this]] and tell the [GP](https://gp.example/).")
    point = replace(point, agencies=(AGENCIES["police"],))
    entry = only(group_of(catalogue_of(library([review("r", point)])), "reviews/r.md"), "learning")
    assert entry.text == "Ask again: see this and tell the GP."
    assert entry.other_words[:2] == ("Police", "Practitioners")
    assert (entry.audiences, entry.themes, entry.agencies) == (("practitioners",), ("asking",), ("police",))


def test_a_one_thing_for_nobody_in_particular_is_for_everybody_and_carries_the_first_themes_of_its_review() -> None:
    one_things = (OneThing("r", "", "Ask.", ("Who?",)), OneThing("r", "managers", "Check."))
    made = review("r", record("r", "p1", "a", "b", "c", "d"), one_things=one_things)
    every, managers = group_of(catalogue_of(library([made])), "reviews/r.md").entries[1:3]
    assert (every.text, every.audiences) == ("Ask. Who?", tuple(vocabulary().audiences))
    assert (managers.anchor, managers.audiences) == ("one-thing-managers", ("managers",))
    assert every.themes == managers.themes == ("a", "b", "c")


def test_a_group_is_found_by_its_names() -> None:
    names = group_of(
        catalogue_of(library([], [theme("dna", title="Was not brought", aliases=("DNA",))])), "themes/dna.md"
    ).names
    assert (names.title, names.text) == ("Was not brought", "DNA")


def test_what_holds_for_a_whole_review_is_said_once() -> None:
    lists = vocabulary()
    made = review("r", agencies=(AGENCIES["police"],), harms=(lists.harms["neglect"],), ages=(lists.ages["1-5"],))
    assert group_of(catalogue_of(library([made])), "reviews/r.md").facets == {
        "agency": ("police",),
        "harm": ("neglect",),
        "age": ("1-5",),
        "type": ("scr",),
        "partnership": ("north",),
        "year": ("2021",),
    }


def test_a_word_of_the_glossary_is_known_by_each_of_its_forms() -> None:
    lists = replace(vocabulary(), glossary={entry.id: entry for entry in (CAMHS, STRATEGY)})
    camhs, strategy = catalogue_of(replace(library(), vocabulary=lists)).words
    assert camhs.forms == ("CAMHS", "CYPMHS", CAMHS.expansion)
    assert (strategy.forms, strategy.meaning.text) == (("strategy meeting", "strategy discussion"), "A meeting.")
    assert strategy.meaning.anchor == "strategy-meeting"


# ── synonyms ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Ask CAMHS.", (CYPMHS.id, CAMHS.expansion, CYPMHS.expansion)),
        ("Ask CYPMHS.", (CYPMHS.expansion, CAMHS.id, CAMHS.expansion)),
        ("Child and adolescent mental health services were asked.", (CAMHS.id, CYPMHS.id, CYPMHS.expansion)),
        ("There was domestic abuse.", (DA.id,)),
        ("Several DAs.", (DA.expansion,)),
        ("DA means domestic abuse.", ()),
        ("The da Vinci code, and a DAY.", ()),
        ("Hold Strategy Discussions.", ("strategy meeting",)),
        ("Nothing of the kind.", ()),
    ],
)
def test_whoever_writes_a_form_of_a_word_means_the_others_too(text: str, others: tuple[str, ...]) -> None:
    assert set(glossary(CAMHS, CYPMHS, DA, STRATEGY).of(text)) == set(others)


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("CAFCASS was asked.", {"Children and Family Court Advisory and Support Service"}),
        ("Then STEP-DOWN, or Step-Down.", {"step down", "stepping down"}),
        ("A \N{LATIN SMALL LETTER LONG S}trategy meeting, in old print.", set()),
    ],
)
def test_a_form_that_is_no_acronym_may_stand_in_any_letters(text: str, others: set[str]) -> None:
    cafcass = GlossaryEntry(id="Cafcass", expansion="Children and Family Court Advisory and Support Service")
    step_down = GlossaryEntry(id="step-down", also=("step down", "stepping down"), meaning="Less help.")
    assert set(glossary(cafcass, step_down, STRATEGY).of(text)) == others


def test_no_form_of_the_glossary_in_capitals_is_too_much_for_a_search() -> None:
    shipped = load_vocabulary(Path("none"), str, [])
    synonyms = Synonyms(shipped)
    forms = [form for entry in shipped.glossary.values() for form in (entry.id, entry.expansion, *entry.also)]
    assert [form for form in forms if form and form in synonyms.of(form.upper())] == []


def test_a_word_with_one_form_has_no_others() -> None:
    assert glossary(GlossaryEntry(id="core group", meaning="A group.")).of("The core group met.") == ()
    assert glossary().of("Anything.") == ()


# ── documents and fragments ──────────────────────────────────────────────────────────────────────────────────────────


def test_a_document_weighs_its_words_and_marks_where_the_shown_text_ends() -> None:
    entry = Entry("learning", "p1", "Ask & listen ¦ again.", "A <title>", ("GP", "Police"))
    assert document(entry) == (
        '<!doctype html>\n<html lang="en">\n<body data-pagefind-body>\n'
        '<p data-pagefind-weight="1">Ask &amp; listen   again.</p>\n'
        "<p>¦</p>\n"
        '<p data-pagefind-weight="3">A &lt;title&gt;</p>\n'
        '<p data-pagefind-weight="0.4">Learning point. GP. Police</p>\n'
        "</body>\n</html>\n"
    )


def fragment(data: object, signature: bytes = b"pagefind_dcd") -> bytes:
    return gzip.compress(signature + json.dumps(data).encode())


def test_a_fragment_says_which_entry_it_is() -> None:
    assert number_of(fragment({"url": f"/{document_uri(12)}", "content": "Ask."})) == 12


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(fragment({"url": "/about/"}), id="of another page"),
        pytest.param(fragment({"url": "/1.html"}, b"pagefind_new"), id="written in another way"),
        pytest.param(fragment({"content": "Ask."}), id="without an address"),
        pytest.param(gzip.compress(b"pagefind_dcd{"), id="broken"),
    ],
)
def test_what_is_no_fragment_of_ours_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"a fragment|Expecting"):
        number_of(data)


# ── the files beside the index ───────────────────────────────────────────────────────────────────────────────────────


def served(catalogue: Catalogue) -> dict[str, str]:
    return {
        uri: addresses.Root().served(uri) for uri in (addresses.GLOSSARY, *(group.uri for group in catalogue.groups))
    }


def written(catalogue: Catalogue) -> str:
    ids = [f"en_{number}" for number, _ in enumerate(catalogue.entries)]
    return entries_json(catalogue, served(catalogue), ids)


def test_the_side_file_names_every_fragment_with_its_group_and_facets() -> None:
    point = replace(record("r", "p1", "asking"), agencies=(AGENCIES["police"],))
    lists = replace(vocabulary(), glossary={"DA": DA})
    found = catalogue_of(replace(library([review("r", point, prose=())]), vocabulary=lists))
    facts = json.loads(written(replace(found, searches=("bruising",))))
    assert facts["groups"] == [
        ["en_0", "Asking", "themes/asking/", {}, [["en_1", "", 2, [], [0]]]],
        [
            "en_2",
            "R, Northshire, 2021",
            "reviews/r/",
            {"type": [0], "partnership": [0], "year": [0]},
            [["en_3", "", 3, [], [0]], ["en_4", "one-thing", 1, [0, 1, 2], [0]], ["en_5", "p1", 0, [0], [0], [0]]],
        ],
    ]
    assert facts["facets"]["audience"][2] == ["system", "The safeguarding system", "the safeguarding system"]
    assert facts["facets"]["agency"] == [["police", "Police"]]
    assert facts["facets"]["year"] == [["2021", "2021"]]
    assert facts["words"] == [["en_6", "da", "DA", "Domestic Abuse"]]
    assert (facts["glossary"], facts["searches"], facts["meant"]["mum"]) == ("glossary/", ["bruising"], "mother")


def test_the_words_are_those_that_pagefind_indexes_the_most_frequent_first() -> None:
    found = catalogue_of(
        replace(library([], [theme("a", title="Mum's help", definition="Help.")]), vocabulary=Vocabulary())
    )
    assert json.loads(words_json(found)).split() == ["help", "mums", "theme"]


def test_no_everyday_word_stands_on_two_lines_of_which_the_last_would_win() -> None:
    lines = (ROOT / "briefings/searching/everyday_words.txt").read_text("utf-8").splitlines()
    words = Counter(word for line in lines for word in line.partition(": ")[2].split())
    assert [word for word, count in words.items() if count > 1] == []
    assert MEANT["dead"] == "died"


@given(numbers)
def test_any_library_can_be_searched(number: int) -> None:
    found = catalogue_of(numbered(number))
    facts = json.loads(written(found))
    ids = [group[0] for group in facts["groups"]] + [word[0] for word in facts["words"]]
    ids += [entry[0] for group in facts["groups"] for entry in group[4]]
    assert sorted(ids) == sorted(f"en_{number}" for number, _ in enumerate(found.entries))
    assert {entry.kind for group in found.groups for entry in group.entries} <= set(KINDS)
    assert all(group.entries[0].anchor == "" for group in found.groups)
    for entry in found.entries:
        assert document(entry).count("¦") == 1
