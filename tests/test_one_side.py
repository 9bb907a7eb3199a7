"""What stays on the printed side: by rank, fairly, as much as fits, and never more than one side."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.model import OneThing, Prose, Record, RecordKind, Review
from briefings.one_side import ROOM, TYPES, OnPaper, fit
from briefings.printed_parts import Around, more
from tests.libraries import LAW, library, review

SHORT = "Ask one more question."
LONG = "Ask who has not been asked yet, and write down what each of them said and what you did about it. " * 3
GIANT = "Ask again. " * 700
PREFIXES = {"practitioners": "p", "managers": "m", "system": "y", "everyone": "e"}


def briefing(
    points: Mapping[str, int] | None = None,
    text: str = SHORT,
    *,
    strengths: int = 0,
    questions: int = 0,
    checks: int = 0,
    story: str = "It happened.",
) -> Review:
    """A review with so many points for each audience, all of one text, and so many of everything else."""
    learning = [
        Record("child-r", RecordKind.LEARNING, f"{PREFIXES[audience]}{number}", text, audiences=audiences(audience))
        for audience, count in (points or {}).items()
        for number in range(count)
    ]
    good = [Record("child-r", RecordKind.STRENGTH, f"s{number}", text) for number in range(strengths)]
    return review(
        "child-r",
        *learning,
        *good,
        questions=(text,) * questions,
        one_things=(OneThing("child-r", "", SHORT, (text,) * checks),),
        prose=(Prose("happened", "What happened", story),),
    )


def audiences(section: str) -> tuple[str, ...]:
    return ("practitioners", "managers", "system") if section == "everyone" else (section,)


def printed(made: Review, around: Around | None = None) -> OnPaper:
    return fit(library([made]), made, around)


def test_a_short_review_is_printed_whole_with_its_story_in_larger_type() -> None:
    paper = printed(briefing({"practitioners": 2}, strengths=1, questions=2, checks=2))
    assert paper.left_out == {}
    assert paper.limits == {"managers": 0, "system": 0, "everyone": 0}
    assert paper.story
    assert paper.type == TYPES[-1]


def test_a_review_that_only_just_fits_has_no_room_for_its_story() -> None:
    paper = printed(briefing({"practitioners": 4, "managers": 4}, LONG, story=LONG * 10))
    assert paper.left_out == {}
    assert not paper.story
    assert paper.limits["happened"] == 0


def test_of_sixty_points_each_audience_keeps_some_and_practitioners_most() -> None:
    paper = printed(briefing(dict.fromkeys(PREFIXES, 15), LONG, strengths=8, questions=8, checks=5))
    assert paper.type == TYPES[0]
    assert min(paper.kept.values()) >= 1
    assert paper.kept["practitioners"] > paper.kept["managers"] >= paper.kept["everyone"]
    assert 0.9 < paper.filled <= ROOM


@pytest.mark.parametrize("audience", PREFIXES)
def test_a_point_too_long_for_a_side_is_left_out_and_the_points_after_it_too(audience: str) -> None:
    made = briefing({"practitioners": 3, "managers": 3, "system": 3, "everyone": 3})
    first = next(record.id for record in made.records if record.id.startswith(PREFIXES[audience]))
    records = tuple(
        Record("child-r", record.kind, record.id, GIANT, audiences=record.audiences) if record.id == first else record
        for record in made.records
    )
    paper = printed(review("child-r", *records))
    assert paper.kept == {"one-thing": 0, **dict.fromkeys(PREFIXES, 3), audience: 0}
    assert paper.left_out == {audience: 3}


def test_sixty_checks_do_not_crowd_out_the_learning() -> None:
    paper = printed(briefing({"practitioners": 6, "managers": 2}, LONG, questions=2, checks=60))
    assert paper.kept["practitioners"] >= 2
    assert paper.kept["questions"] >= 1
    assert paper.left_out["one-thing"] > 30


def test_a_review_without_learning_is_printed_too() -> None:
    paper = printed(briefing())
    assert paper.kept == {"one-thing": 0}
    assert paper.filled < ROOM


def test_a_one_thing_too_long_for_a_side_is_told() -> None:
    made = review("child-r", one_things=(OneThing("child-r", "", GIANT),))
    assert printed(made).filled > 1


def test_what_else_the_page_prints_takes_its_room() -> None:
    made = briefing({"practitioners": 30}, LONG)
    around = Around("A kind of review · A place · 2021", "Call somebody. " * 60, f"https://{'long-' * 60}.example/")
    assert printed(made, around).kept["practitioners"] < printed(made).kept["practitioners"]


def test_lists_and_paragraphs_inside_a_point_take_their_lines() -> None:
    listed = "Say in the plan:\n\n- who does what\n- by when\n- and who checks.\n\nThen do it."
    whole, inline = (printed(briefing({"practitioners": 40}, text)) for text in (listed, listed.replace("\n", " ")))
    assert whole.kept["practitioners"] < inline.kept["practitioners"]


def test_a_link_is_as_long_as_what_it_shows() -> None:
    other = review("other", title="A very long name of a review " * 5)
    made, plain = (briefing({"practitioners": 60}, text) for text in ("As [[other]] shows.", "As other shows."))
    kept = [fit(library([each, other]), each).kept["practitioners"] for each in (made, plain)]
    assert kept[0] < kept[1]


@pytest.mark.parametrize(
    ("left_out", "address", "before", "behind"),
    [
        ({}, "", "", ""),
        ({}, "https://a.example/", "This briefing, with all its links:", ""),
        ({"practitioners": 1}, "", "1 more on the site", ": 1 point for practitioners."),
        (
            {"practitioners": 9, "system": 1, "strengths": 2, "questions": 1, "one-thing": 3},
            "https://a.example/",
            "16 more at",
            (
                ": 9 points for practitioners, 1 point for the safeguarding system, 2 examples of what worked well, "
                "1 question for your team, 3 checks."
            ),
        ),
    ],
)
def test_what_is_left_out_is_counted_in_words(left_out: dict[str, int], address: str, before: str, behind: str) -> None:
    assert more(left_out, address) == (before, behind)


counts = st.integers(0, 25)
lengths = st.sampled_from([SHORT, LONG, LONG * 3, GIANT, "mmmmmmmmmm" * 40])


@LAW
@given(st.fixed_dictionaries(dict.fromkeys(PREFIXES, counts)), lengths, counts, counts, counts)
def test_whatever_the_lengths_one_side_is_enough_and_nothing_is_lost(
    points: dict[str, int], text: str, strengths: int, questions: int, checks: int
) -> None:
    paper = printed(briefing(points, text, strengths=strengths, questions=questions, checks=checks))
    totals = {**points, "strengths": strengths, "questions": questions, "one-thing": checks}
    assert paper.filled <= ROOM
    assert paper.type in TYPES
    for part, count in totals.items():
        assert paper.kept.get(part, 0) + paper.left_out.get(part, 0) == count


@LAW
@given(st.fixed_dictionaries(dict.fromkeys(PREFIXES, st.integers(1, 25))), st.integers(0, 20))
def test_every_audience_that_has_points_keeps_one(points: dict[str, int], questions: int) -> None:
    paper = printed(briefing(points, LONG, questions=questions, checks=questions))
    assert min(paper.kept[audience] for audience in points) >= 1
