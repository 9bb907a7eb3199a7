"""The closest points: never of one's own review, never without a reason, and the work grows with the library alone."""

from collections.abc import Sequence
from functools import cached_property
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.closeness import (
    LEAST_WORDS,
    LEAST_WORDS_SHARED,
    MOST_CLOSE,
    NEWEST_OF_A_PAIR,
    STOPWORDS,
    Closeness,
    Likeness,
    is_close,
    stem,
    words_of,
)
from briefings.library import Library
from briefings.model import Record, RecordKind
from briefings.plain_text import plain
from tests.close_points import (
    DENTIST,
    MANY,
    MATTRESS,
    REFUSED,
    Point,
    asked_about,
    crowd,
    library_of_points,
    points,
    some_points,
    twins,
)
from tests.libraries import LAW, library, record, review


def close_to(found: Library, address: str) -> list[str]:
    return [point.record.address for point in Closeness(found).closest(found.record_at[address])]


def likeness(found: Library, one: str, other: str) -> Likeness:
    return Closeness(found).likeness(found.record_at[one], found.record_at[other])


# ── how close ────────────────────────────────────────────────────────────────────────────────────────────────────────


@LAW
@given(some_points)
def test_two_points_are_as_close_one_way_as_the_other_and_for_the_same_reasons(made: list[Point]) -> None:
    found = library_of_points(made)
    closeness = Closeness(found)
    for one in asked_about(found):
        for other in asked_about(found):
            there, back = closeness.likeness(one, other), closeness.likeness(other, one)
            assert there.score == pytest.approx(back.score)
            assert set(there.themes) == set(back.themes)
            assert [stem(word.lower()) for word in there.words] == [stem(word.lower()) for word in back.words]


@LAW
@given(some_points)
def test_a_score_runs_from_0_to_1_and_is_0_without_a_shared_theme_or_without_a_shared_word(made: list[Point]) -> None:
    found = library_of_points(made)
    closeness = Closeness(found)
    for one in asked_about(found):
        for other in asked_about(found):
            like = closeness.likeness(one, other)
            assert 0 <= like.score <= 1 + 1e-9
            assert (like.score > 0) == bool(like.themes and like.words)
            assert not is_close(like) or like.score > 0


@LAW
@given(st.lists(points, max_size=8), points)
def test_no_point_is_closer_than_a_twin_in_another_review(others: list[Point], point: Point) -> None:
    _, text, themes = point
    found = library_of_points([*others, ("twin-1", text, themes), ("twin-2", text, themes)])
    closeness = Closeness(found)
    one, twin = found.record_at["twin-1#p1"], found.record_at["twin-2#p1"]
    most = closeness.likeness(one, twin)
    assert most.themes == themes
    telling = words_of(plain(text))
    assert set(most.words) == (set(telling.values()) if len(telling) >= LEAST_WORDS else set())
    assert all(closeness.likeness(one, other).score <= most.score + 1e-9 for other in asked_about(found))


@pytest.mark.parametrize(("theme", "text"), [("sleep", MATTRESS), ("escalation", REFUSED), ("neglect", DENTIST)])
def test_a_twin_with_a_theme_that_few_others_have_is_close(theme: str, text: str) -> None:
    found = library([*twins("a", "b", theme=theme, text=text), crowd()])
    assert close_to(found, "a#p1") == ["b#p1"]
    assert close_to(found, "b#p1") == ["a#p1"]


def test_a_rare_word_says_more_than_a_common_one() -> None:
    common = [
        review(f"c{number}", record(f"c{number}", "p1", "t", text="Neglect, bodabu, bodadu")) for number in range(9)
    ]
    here = review("here", record("here", "p1", "t", text="Neglect, dentist, alcohol"))
    there = review(
        "there",
        record("there", "p1", "t", text="Neglect, mattress, policy"),
        record("there", "p2", "t", text="Dentist, mattress, policy"),
    )
    found = library([*common, here, there, crowd()])
    by_common, by_rare = likeness(found, "here#p1", "there#p1"), likeness(found, "here#p1", "there#p2")
    assert 0 < by_common.score < by_rare.score


def test_a_point_of_fewer_than_three_telling_words_says_too_little_to_be_compared() -> None:
    found = library(
        [*twins("a", "b", text="Neglect, dentist."), *twins("c", "d", text="Alcohol, dentist, drunk."), crowd()]
    )
    assert close_to(found, "a#p1") == []
    assert close_to(found, "c#p1") == ["d#p1"]


def test_a_rare_theme_says_more_than_a_common_one() -> None:
    common = [review(f"c{number}", record(f"c{number}", "p1", "common", text=DENTIST)) for number in range(9)]
    here = review("here", record("here", "p1", "common", "rare", text=MATTRESS))
    there = review(
        "there",
        record("there", "p1", "common", "other", text=MATTRESS),
        record("there", "p2", "rare", "other", text=MATTRESS),
    )
    found = library([*common, here, there, crowd()])
    by_common, by_rare = likeness(found, "here#p1", "there#p1"), likeness(found, "here#p1", "there#p2")
    assert by_common.score < by_rare.score


# ── which are shown ──────────────────────────────────────────────────────────────────────────────────────────────────


def closest_the_plain_way(found: Library, one: Record) -> list[str]:
    """The closest points, by comparing with every other."""
    closeness = Closeness(found)
    others = [other for other in asked_about(found) if other.review != one.review]
    close = [other for other in others if is_close(closeness.likeness(one, other))]
    ranked = sorted(close, key=lambda other: (-round(closeness.likeness(one, other).score, 9), other.address))
    best = {other.review: other for other in reversed(ranked)}
    return [other.address for other in ranked if best[other.review] is other][:MOST_CLOSE]


@LAW
@given(some_points)
def test_the_index_finds_what_comparing_every_point_with_every_other_finds(made: list[Point]) -> None:
    found = library_of_points(made)
    for one in asked_about(found):
        assert close_to(found, one.address) == closest_the_plain_way(found, one)


@LAW
@given(some_points)
def test_at_most_three_are_shown_one_of_each_other_review_and_each_for_a_theme_and_two_words(made: list[Point]) -> None:
    found = library_of_points(made)
    closeness = Closeness(found)
    for one in asked_about(found):
        close = closeness.closest(one)
        assert len(close) <= MOST_CLOSE == 3
        assert len({one.review, *(point.record.review for point in close)}) == len(close) + 1
        for point in close:
            assert point.likeness.themes
            assert set(point.likeness.themes) <= set(one.themes) & set(point.record.themes)
            assert len(point.likeness.words) >= LEAST_WORDS_SHARED == 2


@LAW
@given(some_points)
def test_each_word_that_is_given_as_a_reason_is_in_the_text_and_in_the_other_at_least_by_its_stem(
    made: list[Point],
) -> None:
    found = library_of_points(made)
    closeness = Closeness(found)
    for one in asked_about(found):
        for point in closeness.closest(one):
            theirs = words_of(plain(point.record.text))
            assert len(set(point.likeness.words)) == len(point.likeness.words)
            for word in point.likeness.words:
                assert word.lower() in plain(one.text).lower().split()
                assert stem(word.lower()) in theirs


@pytest.mark.parametrize(
    ("one", "other", "close"),
    [
        pytest.param(("sleep", MATTRESS), ("sleep", MATTRESS), True, id="the same words and theme"),
        pytest.param(
            ("sleep", MATTRESS), ("sleep", "Mattresses, alcohol, sleeps, drunk."), True, id="other forms of the words"
        ),
        pytest.param(("sleep", MATTRESS), ("drink", MATTRESS), False, id="the same words, another theme"),
        pytest.param(("sleep", MATTRESS), ("sleep", REFUSED), False, id="the same theme, other words"),
        pytest.param(("sleep", "Alcohol."), ("sleep", "Alcohol."), False, id="the same theme and one word"),
        pytest.param(
            ("sleep", "Ask the children."), ("sleep", "Ask the children."), False, id="words that say nothing"
        ),
        pytest.param(
            ("sleep", "Police, alcohol."), ("sleep", "Policy, alcohol."), False, id="words that only look alike"
        ),
    ],
)
def test_two_points_are_close_if_they_share_a_theme_and_two_telling_words(
    one: tuple[str, str], other: tuple[str, str], *, close: bool
) -> None:
    pair = [review(id, record(id, "p1", theme, text=text)) for id, (theme, text) in (("a", one), ("b", other))]
    found = library([*pair, crowd()])
    assert close_to(found, "a#p1") == (["b#p1"] if close else [])
    assert close_to(found, "b#p1") == (["a#p1"] if close else [])


def test_the_names_of_reviews_that_points_link_to_are_no_words_that_they_share() -> None:
    text = "Ask about a mattress, alcohol and sleeping, as [[kent-william]] says."
    reviews = [review(id, record(id, "p1", "sleep", text=text)) for id in ("a", "b")]
    found = library([*reviews, review("kent-william", title="William")])
    assert likeness(found, "a#p1", "b#p1").words == ("alcohol", "mattress", "sleeping")


def test_points_of_one_review_are_never_shown_to_each_other() -> None:
    one = review("a", record("a", "p1", "sleep", text=MATTRESS), record("a", "p2", "sleep", text=MATTRESS))
    found = library([one, crowd()])
    assert is_close(likeness(found, "a#p1", "a#p2"))
    assert close_to(found, "a#p1") == []


@pytest.mark.parametrize("kind", RecordKind)
def test_learning_points_and_recommendations_are_compared_and_nothing_else(kind: RecordKind) -> None:
    other = review("b", record("b", "x1", "sleep", kind=kind, text=MATTRESS))
    found = library([*twins("a"), other, crowd()])
    compared = kind in (RecordKind.LEARNING, RecordKind.RECOMMENDATION)
    assert close_to(found, "a#p1") == (["b#x1"] if compared else [])
    assert close_to(found, "b#x1") == (["a#p1"] if compared else [])


LESS = "A mattress for sleeping, alcohol, drunk, dentist."
"""As `MATTRESS`, and a word more."""


def test_of_another_review_the_closest_point_is_shown() -> None:
    both = review("b", record("b", "p1", "sleep", text=LESS), record("b", "p2", "sleep", text=MATTRESS))
    found = library([*twins("a"), both, crowd()])
    assert is_close(likeness(found, "a#p1", "b#p1"))
    assert close_to(found, "a#p1") == ["b#p2"]


def test_the_closest_comes_first_and_of_points_as_close_the_first_by_address() -> None:
    less = twins("a-less", text=LESS)
    same = [review(id, record(id, "p1", "sleep", text=MATTRESS), year=year) for year, id in enumerate("bxyz", 2001)]
    found = library([*less, *same, crowd()])
    assert close_to(found, "x#p1") == ["b#p1", "y#p1", "z#p1"]
    assert close_to(found, "a-less#p1") == ["b#p1", "x#p1", "y#p1"]
    assert close_to(library([*less, *twins("z", "y"), crowd()]), "z#p1") == ["y#p1", "a-less#p1"]


def test_a_word_that_is_given_as_a_reason_is_in_the_form_of_the_point_that_is_asked_about() -> None:
    found = library([*twins("a"), *twins("b", text="Mattresses, alcohol, sleeps, drunk."), crowd()])
    assert likeness(found, "a#p1", "b#p1").words == ("alcohol", "drunk", "mattress", "sleeping")
    assert likeness(found, "b#p1", "a#p1").words == ("alcohol", "drunk", "mattresses", "sleeps")


@LAW
@given(some_points, st.randoms(use_true_random=False))
def test_neither_the_order_of_words_nor_of_themes_changes_what_is_close(made: list[Point], chance: Random) -> None:
    def shuffled(values: Sequence[str]) -> list[str]:
        return chance.sample(values, len(values))

    other = [(id, " ".join(shuffled(text.split())), tuple(shuffled(themes))) for id, text, themes in made]
    first, second = library_of_points(made), library_of_points(other)
    for one in asked_about(first):
        assert close_to(first, one.address) == close_to(second, one.address)


# ── how much is compared ─────────────────────────────────────────────────────────────────────────────────────────────


class Watched(Closeness):
    """Keeps which points are compared, and finds none of them close."""

    @cached_property
    def compared(self) -> list[tuple[Record, Record]]:
        return []

    @cached_property
    def nothing(self) -> Likeness:
        stranger = record("nowhere", "p1", text="")
        return super().likeness(stranger, stranger)

    def likeness(self, one: Record, other: Record) -> Likeness:
        self.compared.append((one, other))
        return self.nothing


def compared(found: Library) -> list[tuple[Record, Record]]:
    """Every comparison that is made to find the closest points of all."""
    watched = Watched(found)
    for one in asked_about(found):
        watched.closest(one)
    return watched.compared


@LAW
@given(some_points)
def test_only_points_of_two_reviews_that_share_a_theme_and_two_telling_words_are_compared_and_once(
    made: list[Point],
) -> None:
    found = library_of_points(made)
    pairs = compared(found)
    assert len(pairs) == len({(one.address, other.address) for one, other in pairs})
    for one, other in pairs:
        assert one.review != other.review
        assert set(one.themes) & set(other.themes)
        shared = words_of(plain(one.text)).keys() & words_of(plain(other.text)).keys()
        assert len(shared) >= LEAST_WORDS_SHARED


WORDS_OF_A_POINT = 5


def library_of_many(count: int) -> Library:
    """A library in which all points are about one theme, and each has five of the same few words."""
    known = MANY[:60]
    assert len({stem(word) for word in known} - {stem(word) for word in STOPWORDS}) == len(known)
    chance = Random(1)
    return library(
        review(f"r{number}", record(f"r{number}", "p1", "t", text=" ".join(chance.sample(known, WORDS_OF_A_POINT))))
        for number in range(count)
    )


def test_the_number_of_comparisons_grows_with_the_library_and_not_with_its_square() -> None:
    thousand, two_thousand = len(compared(library_of_many(1000))), len(compared(library_of_many(2000)))
    assert thousand > 1000
    assert two_thousand <= 2000 * WORDS_OF_A_POINT * NEWEST_OF_A_PAIR
    assert two_thousand / thousand == pytest.approx(2, rel=0.02)


def test_of_each_theme_with_a_word_only_the_newest_points_are_looked_at() -> None:
    years = range(1900, 2000)
    found = library(review(f"y{year}", record(f"y{year}", "p1", "sleep", text=MATTRESS), year=year) for year in years)
    watched = Watched(found)
    watched.closest(found.record_at["y1900#p1"])
    newest = list(reversed(years))[:NEWEST_OF_A_PAIR]
    assert [other.review for _, other in watched.compared] == [f"y{year}" for year in newest]


# ── words ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "forms",
    [
        "escalate escalates escalated escalating escalation escalations",
        "assess assesses assessed assessing assessment assessments",
        "neglect neglects neglected neglecting",
        "policy policies",
        "identify identifies identified identifying",
        "injury injuries",
        "manage manager managers management",
        "suicide suicidal",
        "sexual sexually",
        "serious seriously",
        "independent independently",
        "stress stresses stressed",
    ],
)
def test_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(word) for word in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("police", "policy"),
        ("police", "policies"),
        ("nurse", "nursery"),
        ("refer", "refuse"),
        ("bed", "be"),
        ("red", "ring"),
    ],
)
def test_words_that_only_look_alike_have_two_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize("word", ["a", "ed", "ing", "sing", "king", "bed", "need", "yes", "gas", "they", "eye"])
def test_a_stem_is_never_empty(word: str) -> None:
    assert stem(word)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Escalate, then escalate again.", ["escalate"], id="once, and in small letters"),
        pytest.param("Escalation: escalate!", ["escalation"], id="as it is first written"),
        pytest.param("Ask CAMHS about DoLS.", ["CAMHS", "DoLS"], id="acronyms keep their capitals"),
        pytest.param("A GP at 10 or 1000.", [], id="neither numbers nor what is shorter than three letters"),
        pytest.param("Ask who was worried about the children.", [], id="no words that every point has"),
        pytest.param("Reviewed by reviewers, parental.", [], id="nor other forms of them"),
        pytest.param("Don’t wait, don't wait.", ["wait"], id="nor what an apostrophe cuts off"),
        pytest.param("Café, naïve", ["café", "naïve"], id="letters of any kind"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_the_telling_words_of_a_text(text: str, words: list[str]) -> None:
    assert list(words_of(text).values()) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Share history. In this review the dentist knew.", ["share", "history"]),
        ("The review found neglect. Share history.", ["share", "history"]),
        ("Share history. This review is on neglect! Escalate.", ["share", "history", "escalate"]),
        ("Share history. The digest asks about neglect? Escalate.", ["share", "history", "escalate"]),
        ("In this review the dentist\nknew", ["dentist"]),
        ("The reviewer must escalate.", ["escalate"]),
        ("Escalate, and in this review wait.", ["escalate", "wait"]),
    ],
)
def test_a_sentence_on_the_case_is_not_compared(text: str, words: list[str]) -> None:
    assert list(words_of(text).values()) == words


def test_points_that_are_alike_only_in_what_they_say_of_the_case_are_not_close() -> None:
    case = "In this review the dentist told nobody about the alcohol."
    pair = [*twins("a", text=f"{MATTRESS} {case}"), *twins("b", text=f"{REFUSED} {case}")]
    found = library([*pair, crowd()])
    assert likeness(found, "a#p1", "b#p1").words == ()
    assert close_to(found, "a#p1") == []


def test_the_common_words_are_in_small_letters_each_once() -> None:
    assert STOPWORDS
    assert {word for word in STOPWORDS if not (word.isalpha() and word.islower())} == set()
