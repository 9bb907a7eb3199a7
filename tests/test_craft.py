"""The rules of the craft find what is likely to be better otherwise, and leave what is well alone."""

from pathlib import Path

import pytest

from briefings.loading import load
from briefings.problems import Level
from tests.builders import BODY, happened, loaded, points, read, review

CONTENT = Path(__file__).parent.parent / "content"
LONG = "Ask " + "who " * 29 + "came."
HARD = "Multi-agency safeguarding arrangements demonstrated organisational fragility and vulnerability."


def craft(text: str) -> list[tuple[str, int]]:
    """The code and line of each problem that the rules of the craft find."""
    return [(problem.code, problem.line) for problem in read(text).craft]


def one_thing(text: str) -> str:
    return review(BODY.replace("Ask the child.", text))


def recommended(item: str) -> str:
    return review(f"{BODY}\n## Recommendations\n\n{item}\n")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (one_thing("Ask " + "and ask " * 12), []),
        (one_thing("Ask " + "and ask " * 13), [("long-sentence", 21)]),
        (one_thing("Ask. " * 40), []),
        (one_thing(f"Ask.\n\n- {LONG}"), [("long-sentence", 23)]),
        (points("- Ask " + "who " * 29 + "{#p1 .early-help}"), []),
        (points("- Ask " + "who " * 30 + "{#p1 .early-help}"), [("long-sentence", 17)]),
        (points("- Ask. {#p1 .early-help}\n  " + "\n- " + LONG + " {#p2}"), [("long-sentence", 19)]),
        (review(summary=LONG), [("long-sentence", 6)]),
        (review(summary="[a, b]"), []),
        (happened(LONG), []),
    ],
)
def test_sentences_have_a_length_that_can_be_read(text: str, found: list[tuple[str, int]]) -> None:
    assert craft(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (one_thing("Interrogate individuals."), []),
        (
            one_thing("Demonstrate professional curiosity whenever undertaking individual safeguarding assessments."),
            [("hard-to-read", 21)],
        ),
        (one_thing("Ask what a day is like for the child at home."), []),
        (review(summary=HARD), [("hard-to-read", 6)]),
    ],
)
def test_words_are_short_where_everybody_reads_them(text: str, found: list[tuple[str, int]]) -> None:
    assert craft(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ask the child.", []),
        ("When a child is quiet, ask.", []),
        ("Don’t wait.", []),
        ("Act.", []),
        ("Theory is for later.", []),
        ("Allow time.", []),
        ("The child was not asked.", [("not-an-action", 21)]),
        ("There was no plan.", [("not-an-action", 21)]),
        ("**Professionals** did not ask.", [("not-an-action", 21)]),
        ("Families were not heard.", [("not-an-action", 21)]),
    ],
)
def test_the_one_thing_is_something_to_do(text: str, found: list[tuple[str, int]]) -> None:
    assert craft(one_thing(text)) == found


@pytest.mark.parametrize(
    ("item", "found"),
    [
        ("- Ask. {#r1}", [("no-owner", 25)]),
        ('- Ask. {#r1 agency="police"}', []),
        ('- Ask. {#r1 audience="system"}', []),
        ("- Ask.", []),
        ("- Ask. {#r1", []),
    ],
)
def test_a_recommendation_is_for_somebody(item: str, found: list[tuple[str, int]]) -> None:
    assert craft(recommended(item)) == found


@pytest.mark.parametrize(
    ("count", "more", "found"),
    [(9, "", []), (10, "", [("too-many-points", 15)]), (12, ' audience="managers"', [])],
)
def test_one_audience_is_given_what_it_will_read(count: int, more: str, found: list[tuple[str, int]]) -> None:
    items = [f"- Ask. {{#p{number}{more if number % 2 else ''}}}" for number in range(1, count + 1)]
    assert craft(points(*items)) == found


@pytest.mark.parametrize(
    ("pages", "place", "found"),
    [
        ("40", "40", []),
        ("40", "41", [("beyond-report", 17)]),
        ("40", "12, 39–41", [("beyond-report", 17)]),
        ("about 40", "41", []),
        ("", "41", []),
    ],
)
def test_a_page_is_one_of_the_report(pages: str, place: str, found: list[tuple[str, int]]) -> None:
    source = f'{{title: The report, publisher: Kent, pages: "{pages}"}}'
    body = BODY.replace("{#p1 .early-help}", f'{{#p1 .early-help page="{place}"}}')
    assert craft(review(body, source=source)) == found


@pytest.mark.parametrize(
    ("text", "hints"),
    [
        ("They were hard to reach.", ["write whom services do not reach, and why"]),
        ("They were Hard-to-Reach.", ["write whom services do not reach, and why"]),
        ("She did not\nattend.", ["write was not brought"]),
        ("The “toxic trio” is a name.", []),
        ("Called “hard to reach”, and hard to reach.", ["write whom services do not reach, and why"]),
        ("They were hard to reached.", []),
        ("<!-- hard to reach -->", []),
        ("[the guide](https://example.org/hard-to-reach)", []),
    ],
)
def test_avoided_words_are_found_where_they_are_the_reviews_own(text: str, hints: list[str]) -> None:
    assert [problem.hint for problem in read(happened(text)).craft] == hints


def test_an_avoided_word_is_told_at_its_place() -> None:
    (found,) = read(happened("She was seen.\nShe did not attend twice.")).craft
    assert (found.line, found.column) == (14, 5)
    assert found.message == "“did not attend” is now avoided: a child cannot bring itself to an appointment"


def test_a_site_adds_words_that_it_avoids(tmp_path: Path) -> None:
    files = {
        "vocabulary/avoided.yml": "service user: {prefer: the person}\n",
        "reviews/child-a.md": review(summary="A service user was harmed."),
    }
    (found,) = loaded(tmp_path, dict(files)).problems
    assert (found.code, found.message, found.hint) == (
        "avoided-word", "“service user” is now avoided", "write the person",
    )  # fmt: skip


@pytest.mark.parametrize("text", ["x: y", "x: {meaning: z}", "'[x]': {prefer: z}"])
def test_a_list_of_avoided_words_that_is_wrong_is_told(tmp_path: Path, text: str) -> None:
    read = loaded(tmp_path, {"vocabulary/avoided.yml": text, "reviews/child-a.md": review()})
    assert len(read.problems) == 1


def test_the_content_of_this_repository_is_well_made_but_for_a_few_notes() -> None:
    found = load(CONTENT).problems
    assert [problem for problem in found if problem.level is not Level.NOTE] == []
    assert len({problem.path for problem in found}) <= 7
