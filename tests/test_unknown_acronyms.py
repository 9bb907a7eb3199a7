"""The glossary is asked for every acronym that a reader meets, and for nothing else."""

from pathlib import Path
from textwrap import dedent

import pytest

from briefings.loading import load
from briefings.problems import Level, Problem, show
from tests.builders import BODY, FIELDS, digest, front_matter, happened, loaded, points, review, theme

ROOT = Path(__file__).parent.parent
GLOSSARY = """\
XCP: {expansion: Example Child Plan}
XIN: {expansion: Example In Need}
X&E: {expansion: Example and Emergency}
ACXs: {expansion: Adverse Childhood Examples, also: [ACX]}
"""
FILES: dict[str, str | bytes] = {"vocabulary/glossary.yml": GLOSSARY}


def unknown(folder: Path, files: dict[str, str | bytes]) -> list[Problem]:
    """What is told of acronyms, and that nothing else is wrong but what is private."""
    found = loaded(folder, FILES | files).problems
    others = [problem for problem in found if problem.code != "unknown-acronym"]
    assert all(problem.code.startswith("privacy-") for problem in others)
    return [problem for problem in found if problem not in others]


def words(folder: Path, text: str) -> list[str]:
    """The words in a file's text that the glossary is said to lack."""
    return [problem.message.removeprefix("the glossary has no ").strip("`") for problem in unknown(folder, {A: text})]


A = "reviews/a.md"


def test_an_author_is_shown_the_acronym_and_its_cure(tmp_path: Path) -> None:
    (found,) = unknown(tmp_path, {A: points("- Act on the QZX at once. {#p1 .early-help}")})
    assert found.level is Level.WARNING
    assert show(found) == dedent(
        """\
        content/reviews/a.md:17:14: unknown-acronym: the glossary has no `QZX`
           17 | - Act on the QZX at once. {#p1 .early-help}
              |              ^
          hint: write it out, or add it to vocabulary/glossary.yml: `QZX: {expansion: …, meaning: …}`"""
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # what is an acronym
        ("A QZX was held.", ["QZX"]),
        ("(QZX), *QZY* and **QZW**.", ["QZX", "QZY", "QZW"]),
        ("QZX's work, QZY’s work", ["QZX", "QZY"]),
        ("“QZX” ended", ["QZX"]),
        ("QZXs met.", ["QZXs"]),
        ("a QZX-led change", ["QZX"]),
        ("QZX+ people", ["QZX"]),
        ("the QoZ and the QfX", ["QoZ", "QfX"]),
        ("in Q&Z", ["Q&Z"]),
        ("call QZX111 or Q2Z", ["QZX111", "Q2Z"]),
        ("QZX.", ["QZX"]),
        ("[the QZX guide](https://a.example/b)", ["QZX"]),
        ("| Who | When |\n| --- | --- |\n| QZX | today |", ["QZX"]),
        ("> QZX said so", ["QZX"]),
        ("QZX/QZY", ["QZX/QZY"]),
        ("XCP/QZY", ["XCP/QZY"]),
        ("never SHOUT", ["SHOUT"]),
        # what is none
        ("Child A and Baby G, Child A1", []),
        ("McDonald, iPhone, WhatsApp, I", []),
        ("Section 47 in 2021, A4 paper, 999", []),
        ("[guidance](https://a.example/QZX_(QZY)#QZW)", []),
        ("See https://a.example/QZX?q=QZY now", []),
        ("[mail](mailto:QZX@QZY.example) us", []),
        ("See QZX@example.org or QZX.example", []),
        ("Before <!-- QZX\n\nQZY --> after", []),
        # what the glossary has
        ("XCP and XIN", []),
        ("XCPs and the XCP's", []),
        ("XIN/XCP", []),
        ("XCPs/XINs", []),
        ("in X&E", []),
        ("ACXs, and one ACX", []),
        ("the SAR and the MARAC", []),
        ("in A&E", []),
    ],
)
def test_an_acronym_is_a_word_of_capitals_that_a_reader_sees(tmp_path: Path, text: str, found: list[str]) -> None:
    assert words(tmp_path, happened(text)) == found


def test_attribute_lists_ids_and_links_to_reviews_hold_no_acronym(tmp_path: Path) -> None:
    text = points('- Act. See [[b#p1|the other]] {#p1 .early-help agency="gps" para="QZX 4"}')
    assert unknown(tmp_path, {A: text, "reviews/b.md": review()}) == []


def test_the_text_of_a_link_to_a_review_is_read(tmp_path: Path) -> None:
    (found,) = unknown(tmp_path, {A: happened("See [[b|the QZX case]]."), "reviews/b.md": review()})
    assert (found.line, found.column) == (13, 13)


def test_the_letters_by_which_a_review_names_people_are_its_own(tmp_path: Path) -> None:
    told = happened("QZ lived with ZQ. QW did not.")
    assert words(tmp_path, told.replace("title: Child A", "title: QZ and ZQ")) == ["QW"]
    files: dict[str, str | bytes] = {"reviews/b.md": told, A: told.replace("Child A", "QZ ZQ QW")}
    assert {problem.path for problem in unknown(tmp_path, files)} == {"content/reviews/b.md"}


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "The QZX"},
        {"source": "{title: The QZX, publisher: QZY}"},
        {"source": "\n  title: The QZX\n  publisher: QZY\n  via: QZW\n  url: https://a.example/QZV"},
        {"type": "scr   # or a QZX"},
        {"# status": "QZX, QZY"},
    ],
)
def test_names_that_others_gave_and_comments_are_not_read(tmp_path: Path, fields: dict[str, str]) -> None:
    assert words(tmp_path, front_matter(FIELDS | fields) + BODY) == []


@pytest.mark.parametrize("summary", ["The QZX met.", ">-\n  They met.\n  The QZX was there.", '"The QZX: #1"'])
def test_a_summary_is_read(tmp_path: Path, summary: str) -> None:
    assert words(tmp_path, review(summary=summary)) == ["QZX"]


def test_each_file_is_told_once_of_each_acronym_where_it_first_stands(tmp_path: Path) -> None:
    text = review(BODY.replace("Ask the child.", "Ask QZX, then QZY, then QZX."), summary="QZY met.")
    found = unknown(tmp_path, {A: text, "reviews/b.md": text})
    assert [(problem.path, problem.line, problem.column) for problem in found] == [
        (f"content/reviews/{name}.md", line, column) for name in "ab" for line, column in ((6, 10), (21, 5))
    ]


def test_themes_digests_and_actions_are_read_too(tmp_path: Path) -> None:
    actions = "actions:\n  a1:\n    action: Tell the QZW.\n    owner: [police]\n    answers: [p1]\n"
    files: dict[str, str | bytes] = {
        A: review(),
        "themes/x.md": theme("Ask QZX.\n", title="X"),
        "digests/x.md": digest("For QZY.\n"),
        "actions/a.yml": actions,
    }
    assert [(problem.path, problem.line, problem.column) for problem in unknown(tmp_path, files)] == [
        ("content/actions/a.yml", 3, 22),
        ("content/digests/x.md", 7, 5),
        ("content/themes/x.md", 6, 5),
    ]


def test_a_draft_is_told_before_it_is_published(tmp_path: Path) -> None:
    assert words(tmp_path, happened("The QZX.").replace("status: published", "status: draft")) == ["QZX"]


def test_windows_line_ends_move_no_caret(tmp_path: Path) -> None:
    text = happened("The QZX.").replace("\n", "\r\n")
    assert [(each.line, each.column) for each in unknown(tmp_path, {A: text.encode()})] == [(13, 5)]


def test_the_sites_own_glossary_makes_a_word_known(tmp_path: Path) -> None:
    assert words(tmp_path / "without", happened("The QZX.")) == ["QZX"]
    files = {"vocabulary/glossary.yml": "QZX: {expansion: Quick example}\n", A: happened("The QZXs.")}
    assert loaded(tmp_path / "with", files).problems == ()


def test_a_glossary_that_cannot_be_read_makes_no_word_unknown(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"vocabulary/glossary.yml": "QZX: {", A: happened("The QZX.")}
    assert "unknown-acronym" not in {problem.code for problem in loaded(tmp_path, files).problems}


def test_a_whole_example_of_the_manual_has_no_acronym_to_tell(tmp_path: Path) -> None:
    manual = (ROOT / "docs/writing-a-review.md").read_text("utf-8")
    example = manual.partition("```markdown\n")[2].partition("\n```\n")[0]
    found = loaded(tmp_path, {A: example}).problems
    assert "unknown-acronym" not in {problem.code for problem in found}


ENDLESS = {
    "capitals": "Q" * 500_000 + "_",
    "capitals and signs": "Q&" * 200_000 + "_",
    "capitals and small letters": "qQ" * 200_000,
    "addresses that are not closed": "[a](" * 100_000,
    "comments that are not closed": "<!--" * 100_000,
    "braces": "{" * 200_000,
}


@pytest.mark.parametrize("what", ENDLESS)
def test_text_without_end_is_read_to_its_end(tmp_path: Path, what: str) -> None:
    """In time that grows as the text does: in proportion to its square, each of these would take hours."""
    found = loaded(tmp_path, {A: happened("The QZX.\n\n" + ENDLESS[what])}).problems
    assert "unknown-acronym" in {problem.code for problem in found}


def test_the_glossary_knows_every_acronym_of_the_real_content() -> None:
    told = [show(problem) for problem in load(ROOT / "content").problems if problem.code == "unknown-acronym"]
    assert told == []
