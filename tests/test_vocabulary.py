"""The controlled lists: the package's own, and a site's on top."""

from pathlib import Path

import pytest

from briefings.problems import LEVELS, Problem
from briefings.vocabulary import LISTS, UNKNOWN, Vocabulary, load_vocabulary


def load(folder: Path, **lists: str) -> tuple[Vocabulary, list[Problem]]:
    for stem, text in lists.items():
        (folder / f"{stem.replace('_', '-')}.yml").write_text(text, "utf-8")
    problems: list[Problem] = []
    return load_vocabulary(folder, lambda path: path.name, problems), problems


def test_the_lists_that_come_with_the_package_are_right(tmp_path: Path) -> None:
    vocabulary, problems = load(tmp_path / "none")
    assert problems == []
    assert vocabulary.review_types["scr"].name == "Serious Case Review"
    assert list(vocabulary.audiences) == ["practitioners", "managers", "system"]
    assert not vocabulary.partnerships


def test_a_site_adds_entries_and_changes_them(tmp_path: Path) -> None:
    vocabulary, problems = load(tmp_path, agencies="police: {name: Garda}\nvets: {name: Vets, meaning: For animals.}")
    assert problems == []
    assert vocabulary.agencies["police"].name == "Garda"
    assert vocabulary.agencies["vets"].meaning == "For animals."
    assert "gps" in vocabulary.agencies


def test_an_acronym_is_known_in_every_form(tmp_path: Path) -> None:
    vocabulary, _ = load(tmp_path, glossary="XYZ: {expansion: Ex, also: [XYZs]}\nplain: {meaning: A word.}")
    assert vocabulary.expansions["XYZ"] == vocabulary.expansions["XYZs"] == "Ex"
    assert "plain" not in vocabulary.expansions


def test_text_over_several_lines_becomes_one(tmp_path: Path) -> None:
    vocabulary, _ = load(tmp_path, glossary='XYZ: {expansion: "a\\n\\n<script>b"}')
    assert vocabulary.expansions["XYZ"] == "a <script>b"


@pytest.mark.parametrize(
    ("stem", "text", "place", "code"),
    [
        ("agencies", "Police: {name: Police}", (1, 1), "bad-id"),
        ("agencies", "police: Police", (1, 9), "wrong-shape"),
        ("audiences", "agency: {name: Agency staff}", (1, 1), "bad-id"),
        ("agencies", "police: {}", (1, 1), "missing-field"),
        ("agencies", "police: {name: ''}", (1, 10), "empty-field"),
        ("agencies", "police: {nam: Police}", (1, 10), "unknown-field"),
        ("agencies", "police: {name: Police, id: gps}", (1, 24), "unknown-field"),
        ("agencies", "police: {name: [Police]}", (1, 10), "wrong-shape"),
        ("agencies", "police: {name: P}\npolice: {name: Q}", (2, 1), "repeated-key"),
        ("partnerships", "kent: {name: Kent, site: www.kent.org}", (1, 26), "bad-address"),
        ("harms", "neglect: {name: Neglect, group: child}", (1, 33), "wrong-shape"),
        ("glossary", "'[A]': {expansion: B}", (1, 1), "bad-id"),
        ("glossary", "A: {expansion: B, also: ['C]: d']}", (1, 26), "bad-id"),
        ("glossary", "A: B", (1, 4), "wrong-shape"),
        ("glossary", "A: {expansion: B: c}", (1, 4), "broken-yaml"),
    ],
)
def test_an_entry_that_is_wrong_is_told_at_its_place(
    tmp_path: Path, stem: str, text: str, place: tuple[int, int], code: str
) -> None:
    _, problems = load(tmp_path, **{stem: text})
    assert [(problem.line, problem.column, problem.code) for problem in problems] == [(*place, code)]
    assert problems[0].hint


def test_an_agency_may_have_the_id_that_no_audience_may_have(tmp_path: Path) -> None:
    _, problems = load(tmp_path, agencies="agency: {name: The agency}")
    assert problems == []


def test_an_entry_that_is_wrong_is_still_known_by_its_id(tmp_path: Path) -> None:
    vocabulary, _ = load(tmp_path, partnerships="kent: {name: Kent, colour: red}")
    assert "kent" in vocabulary.partnerships


def test_a_list_that_cannot_be_read_is_known_as_that(tmp_path: Path) -> None:
    vocabulary, _ = load(tmp_path, partnerships="kent: [")
    assert vocabulary.unread == {"partnerships"}


@pytest.mark.parametrize(
    ("name", "hint"),
    [("agency.yml", "did you mean `agencies.yml` or `ages.yml`?"), ("agencies.yaml", "did you mean `agencies.yml`?")],
)
def test_a_file_that_is_none_of_the_lists_is_told(tmp_path: Path, name: str, hint: str) -> None:
    (tmp_path / name).write_text("a: b", "utf-8")
    _, problems = load(tmp_path)
    assert [(problem.path, problem.code, problem.hint) for problem in problems] == [(name, "misplaced-file", hint)]


def test_files_that_start_with_a_dot_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / ".DS_Store").write_bytes(b"\xff")
    assert load(tmp_path)[1] == []


def test_each_list_that_is_looked_up_in_has_its_code() -> None:
    assert set(UNKNOWN) == set(LISTS) - {"glossary", "avoided"}
    assert set(UNKNOWN.values()) <= set(LEVELS)


def test_each_word_of_the_glossary_has_a_place_of_its_own_in_every_form(tmp_path: Path) -> None:
    vocabulary, _ = load(tmp_path, glossary="CP-plan: {meaning: One.}\nCP plan: {meaning: Two., also: [CPPs]}")
    anchors = vocabulary.anchors
    assert (anchors["CP plan"], anchors["CP-plan"], anchors["CPPs"]) == ("cp-plan", "cp-plan-2", "cp-plan")
    assert len({anchors[id] for id in vocabulary.glossary}) == len(vocabulary.glossary)
