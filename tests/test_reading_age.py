"""How hard a text is to read: syllables, sentences and grades; and all that we say ourselves is easy enough."""

import pytest

from briefings.loading import load_library
from briefings.plain_text import plain
from briefings.reading_age import LEAST_WORDS, grade, sentences, syllables
from tests.interface_words import (
    ROOT,
    is_said,
    texts_of_code,
    texts_of_markdown,
    texts_of_script,
    texts_of_template,
)

HIGHEST = 9
"""The grade that our own words and every one thing keep to."""

SYLLABLES = {
    1: "ask late named names died tried cause house use home whole bruise child nurse plans voice you",
    2: "wanted needed places changes little table handled being seeing doing review reviewed neglect quiet "
    "babies bruises engaged arranged guideline judgement knowledge language centre children placement",
    3: "curious agencies assessment audience manager idea area violence suicide usual sexual actual period "
    "analysed carefully evidence official serious previous disabled dementia hospital referral",
    4: "professional information practitioner supervision experience society variety anxiety material criteria "
    "cumulative evaluate situation vulnerable optimism capacity diagnosis chronology exploitation",
    5: "curiosity evaluation recommendation disability immediately appropriately",
    6: "responsibility",
}


@pytest.mark.parametrize(("count", "words"), SYLLABLES.items())
def test_the_syllables_of_the_words_of_this_field_are_counted(count: int, words: str) -> None:
    assert {word: syllables(word) for word in words.split()} == dict.fromkeys(words.split(), count)


@pytest.mark.parametrize(("word", "count"), [("GP", 2), ("CAMHS", 5), ("UK", 2), ("WWW", 9), ("child's", 1), ("I", 1)])
def test_an_acronym_is_spoken_letter_by_letter_and_a_short_ending_is_not_counted(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("", []),
        ("12 34.", []),
        ("Ask. Listen! Why?", [1, 1, 1]),
        ("Ask who cares: the child, or a friend.", [8]),
        ("One line\nAnother line", [2, 2]),
        ("Talk to a GP, e.g. Dr. Who.", [7]),
        ("Multi-agency work costs 2.5 hours.", [5]),
        ("“Ask me.” He did.", [2, 2]),
    ],
)
def test_a_text_is_taken_apart_into_sentences_of_words(text: str, lengths: list[int]) -> None:
    assert [len(sentence) for sentence in sentences(text)] == lengths


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # 0.39 * 6 / 1 + 11.8 * 6 / 6 - 15.59
        ("The cat sat on the mat.", -1.45),
        # 0.39 * 8 / 1 + 11.8 * 23 / 8 - 15.59
        ("Professional curiosity is essential for safeguarding vulnerable children.", 21.455),
        ("", 0.0),
    ],
)
def test_the_grade_is_that_of_the_formula(text: str, expected: float) -> None:
    assert grade(text) == pytest.approx(expected)


def test_texts_are_measured_together_each_ending_its_last_sentence() -> None:
    assert grade(["Ask the child", "Listen to her"]) == grade("Ask the child. Listen to her.")


def test_longer_sentences_and_longer_words_are_harder() -> None:
    assert grade("Ask the child who lives there.") < grade(
        "Ask the child who lives there and then ask her friends too."
    )
    assert grade("Ask the child who lives there.") < grade("Interrogate the individual permanently residing there.")


PAGES = [text for path in sorted(ROOT.glob("briefings/pages/**/*.py")) for text in texts_of_code(path)]
TEMPLATES = [text for path in sorted(ROOT.glob("overrides/**/*.html")) for text in texts_of_template(path)]
SCRIPTS = [text for path in sorted(ROOT.glob("overrides/assets/scripts/**/*.js")) for text in texts_of_script(path)]
DEFAULT_PAGES = [text for path in sorted(ROOT.glob("briefings/default_pages/*.md")) for text in texts_of_markdown(path)]
TOLD = [
    text
    for folder in ("checking", "reading")
    for path in sorted(ROOT.glob(f"briefings/{folder}/*.py"))
    for text in texts_of_code(path)
]
OURS = {"pages": PAGES, "templates": TEMPLATES, "scripts": SCRIPTS, "default pages": DEFAULT_PAGES, "told": TOLD}


@pytest.mark.parametrize("source", OURS)
def test_what_we_say_ourselves_is_easy_to_read(source: str) -> None:
    said = [text for text in OURS[source] if is_said(text)]
    long = [words for text in said for words in sentences(text) if len(words) >= LEAST_WORDS]
    assert long
    assert grade(" ".join(words) for words in long) <= HIGHEST
    hard = {text: round(grade(text), 1) for text in said if sum(map(len, sentences(text))) >= LEAST_WORDS}
    assert {text: found for text, found in hard.items() if found > HIGHEST} == {}


def test_every_one_thing_is_easy_to_read_with_its_checks_and_without() -> None:
    ones = [one for review in load_library(ROOT / "content").reviews for one in review.one_things]
    hard = {
        f"{one.review} {one.audience}": (round(grade(text), 1), text)
        for one in ones
        for text in (plain(one.text), "\n".join(map(plain, (one.text, *one.checks))))
        if sum(map(len, sentences(text))) >= LEAST_WORDS and grade(text) > HIGHEST
    }
    assert ones
    assert hard == {}


def test_a_hard_text_would_be_found() -> None:
    text = "Practitioners should demonstrate professional curiosity when undertaking safeguarding assessments."
    assert grade(text) > HIGHEST
