"""`briefings explain`: why two reviews, or two learning points, are linked or not, in words that are true."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given

from briefings.cli import main
from briefings.closeness import MOST_CLOSE, NEWEST_OF_A_PAIR, Closeness
from briefings.crosslinks import MOST_RELATED, related_reviews
from briefings.dates import PartialDate
from briefings.explaining import NotInLibraryError, explanation
from briefings.library import Library
from briefings.model import RecordKind
from tests import builders
from tests.builders import BODY
from tests.close_points import (
    DENTIST,
    MANY,
    MATTRESS,
    REFUSED,
    Point,
    asked_about,
    crowd,
    crowd_file_points,
    library_of_points,
    some_points,
    twins,
)
from tests.libraries import LAW, library, record, review

Printed = pytest.CaptureFixture[str]


def written(title: str, *points: str, **fields: str) -> str:
    """A review's file with these learning points."""
    return builders.review(BODY.replace("- Act early. {#p1 .early-help}", "\n".join(points)), title=title, **fields)


FILES: Mapping[str, str | bytes] = {
    "reviews/2021/baby-a.md": written(
        "Baby A",
        f"- {MATTRESS} See [[baby-b]]. {{#p1 .safe-sleep}}",
        f"- {REFUSED} {{#p2 .escalation}}",
    ),
    "reviews/2022/baby-b.md": written(
        "Baby B",
        f"- {MATTRESS} See [[baby-c]]. {{#p1 .safe-sleep}}",
        "- How much *alcohol* was drunk, and what of the mattress? {#p2 .safe-sleep}",
        "- Escalate. {#p3 .escalation}",
        published="2022-03",
    ),
    "reviews/2022/baby-c.md": written("Baby C", f"- {DENTIST} {{#p1 .neglect}}", published="2022-05"),
    "reviews/2022/baby-d.md": written("Baby D", f"- {MATTRESS} {{#p1 .safe-sleep}}", published="2022", status="draft"),
    "reviews/2020/crowd.md": written("Crowd", *crowd_file_points(), published="2020"),
    "themes/safe-sleep.md": builders.theme(title="Safe sleep"),
    "themes/escalation.md": builders.theme(title="Escalation"),
    "themes/neglect.md": builders.theme(title="Neglect"),
}
MEASURES = ("Likeness", "Overlap", "Score")


def without_measures(out: str) -> str:
    """What is printed, but for the lines with measures: those are tuned by reading pairs of points."""
    return "".join(line for line in out.splitlines(keepends=True) if not line.startswith(MEASURES))


@pytest.fixture
def explain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Runs the command beside a content folder with these files."""

    def run(*arguments: str, **more: str) -> int:
        builders.library_folder(tmp_path, {**FILES, **{f"reviews/2022/{id}.md": text for id, text in more.items()}})
        monkeypatch.chdir(tmp_path)
        return main(["explain", *arguments])

    return run


def test_two_reviews_that_are_linked(explain: Callable[..., int], capsys: Printed) -> None:
    assert explain("baby-a", "baby-b") == 0
    assert without_measures(capsys.readouterr().out) == dedent(
        """\
        Baby A, Kent, 2021  (baby-a)
        Baby B, Kent, 2022  (baby-b)

        They share 2 themes, the most telling first:
          Escalation: weight 1.10 (in 2 reviews); learning points 1 and 1
          Safe sleep: weight 1.10 (in 2 reviews); learning points 1 and 2

        The page of baby-a shows baby-b, as number 1 of 1.
        The page of baby-b shows baby-a, as number 1 of 1.
        baby-a links to baby-b in its text.
        """
    )


def test_of_the_themes_that_two_reviews_share_the_most_telling_comes_first() -> None:
    common = [review(f"c{number}", record(f"c{number}", "p1", "common")) for number in range(9)]
    both = [review(id, record(id, "p1", "common", "rare")) for id in ("a", "b")]
    lines = explanation(library([*common, *both]), "a", "b").splitlines()
    assert [line.split(":")[0] for line in lines if ": weight" in line] == ["  Rare", "  Common"]


def test_two_reviews_that_share_no_theme(explain: Callable[..., int], capsys: Printed) -> None:
    assert explain("baby-c", "baby-b") == 0
    assert without_measures(capsys.readouterr().out) == dedent(
        """\
        Baby C, Kent, 2022  (baby-c)
        Baby B, Kent, 2022  (baby-b)

        They share 0 themes.

        The page of baby-c does not show baby-b: they share no theme.
        The page of baby-b does not show baby-c: they share no theme.
        baby-b links to baby-c in its text.
        """
    )


def test_two_points_that_are_shown(explain: Callable[..., int], capsys: Printed) -> None:
    assert explain("baby-a#p1", "baby-b#p1") == 0
    assert without_measures(capsys.readouterr().out) == dedent(
        """\
        baby-a#p1: Ask about the mattress for sleeping, and how much alcohol was drunk. See Baby B, Kent, 2022.
        baby-b#p1: Ask about the mattress for sleeping, and how much alcohol was drunk. See Baby C, Kent, 2022.

        Shared themes: Safe sleep
        Shared telling words: alcohol, drunk, mattress, sleeping

        baby-a#p1 shows baby-b#p1, as number 1 of 1.
        baby-b#p1 shows baby-a#p1, as number 1 of 1.
        """
    )


def test_two_points_that_have_nothing_in_common(explain: Callable[..., int], capsys: Printed) -> None:
    assert explain("baby-a#p2", "baby-c#p1") == 0
    assert without_measures(capsys.readouterr().out) == dedent(
        """\
        baby-a#p2: Escalate in writing when a referral is refused.
        baby-c#p1: A missed dentist is a sign of neglect.

        Shared themes: none
        Shared telling words: none

        baby-a#p2 does not show baby-c#p1: they are not close.
        baby-c#p1 does not show baby-a#p2: they are not close.
        """
    )


def test_a_point_and_a_review_are_told_as_two_reviews(explain: Callable[..., int], capsys: Printed) -> None:
    explain("baby-a", "baby-b")
    expected = capsys.readouterr().out
    assert explain("baby-a#p2", "baby-b") == 0
    assert capsys.readouterr().out == expected


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        pytest.param(
            "baby-aa",
            "baby-b",
            "no published review is called `baby-aa`; did you mean `baby-a` or `baby-c`?",
            id="a slip in a review",
        ),
        pytest.param(
            "baby-a", "crwd#p1", "no published review is called `crwd`; did you mean `crowd`?", id="in the second name"
        ),
        pytest.param(
            "xyz",
            "baby-b",
            "no published review is called `xyz`; use one of `baby-c`, `baby-b`, `baby-a`, `crowd`",
            id="a name like no other",
        ),
        pytest.param(
            "baby-a#q1", "baby-b#p1", "`baby-a` has no point `q1`; use one of `p1`, `p2`", id="a point like no other"
        ),
        pytest.param(
            "baby-a#p22", "baby-b#p1", "`baby-a` has no point `p22`; did you mean `p2`?", id="a slip in a point"
        ),
        pytest.param(
            "#p1",
            "baby-b#p1",
            "no published review is called ``; use one of `baby-c`, `baby-b`, `baby-a`, `crowd`",
            id="a point of no review",
        ),
    ],
)
def test_a_name_that_leads_nowhere_is_told_with_what_may_have_been_meant(
    explain: Callable[..., int], capsys: Printed, one: str, other: str, said: str
) -> None:
    assert explain(one, other) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err == f"briefings: {said}\n"


def test_where_there_are_many_reviews_and_none_is_like_the_name_it_says_how_an_id_is_found() -> None:
    found = library(twins(*(f"r-{number}" for number in range(20))))
    with pytest.raises(NotInLibraryError, match=r"`xyzxyz`; its id is the name of its file$"):
        explanation(found, "xyzxyz", "r-1")


def test_a_review_that_is_not_public_is_as_unknown_as_one_that_is_not_there(
    explain: Callable[..., int], capsys: Printed
) -> None:
    assert explain("baby-d", "baby-a") == 2
    assert "no published review is called `baby-d`" in capsys.readouterr().err
    assert explain("baby", "baby-a") == 2
    assert "baby-d" not in capsys.readouterr().err


def test_content_with_errors_is_reported_and_nothing_explained(explain: Callable[..., int], capsys: Printed) -> None:
    assert explain("baby-a", "baby-b", wrong=written("Wrong", "- Ask. {#p1 .asking}")) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "reviews/2022/wrong.md:17:14: unknown-theme: no theme is called `asking`\n" in err


def test_the_content_may_lie_elsewhere(tmp_path: Path, capsys: Printed) -> None:
    content = builders.library_folder(tmp_path / "elsewhere", FILES)
    assert main(["explain", "baby-a", "baby-b", "--content", str(content)]) == 0
    assert "They share 2 themes" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["explain"], ["explain", "baby-a"], ["explain", "baby-a", "baby-b", "baby-c"]])
def test_it_takes_two_names(arguments: list[str], capsys: Printed) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage: briefings" in capsys.readouterr().err


# ── why not ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_point_beside_a_closer_one_of_its_review(explain: Callable[..., int], capsys: Printed) -> None:
    assert explain("baby-a#p1", "baby-b#p2") == 0
    assert capsys.readouterr().out.splitlines()[-2:] == [
        "baby-a#p1 does not show baby-b#p2: it shows another point of that review.",
        "baby-b#p2 shows baby-a#p1, as number 1 of 1.",
    ]


def test_a_point_for_which_there_is_no_room() -> None:
    *_, there, back = explanation(library([*twins("a", "b", "c", "d", "e"), crowd()]), "a#p1", "e#p1").splitlines()
    assert there == "a#p1 does not show e#p1: it shows at most 3, one of each review."
    assert back == "e#p1 shows a#p1, as number 1 of 3."


def test_two_points_of_one_review(explain: Callable[..., int], capsys: Printed) -> None:
    assert explain("baby-b#p1", "baby-b#p2") == 0
    assert capsys.readouterr().out.splitlines()[-2:] == [
        "baby-b#p1 does not show baby-b#p2: both are of one review.",
        "baby-b#p2 does not show baby-b#p1: both are of one review.",
    ]


@pytest.mark.parametrize("kind", [RecordKind.STRENGTH, RecordKind.FAMILY, RecordKind.FINDING])
def test_a_record_of_a_kind_that_is_not_compared(kind: RecordKind) -> None:
    found = library([*twins("a"), review("b", record("b", "x1", "sleep", "praise", kind=kind, text=MATTRESS)), crowd()])
    assert explanation(found, "a#p1", "b#x1").splitlines() == [
        f"a#p1: {MATTRESS}",
        f"b#x1: {MATTRESS}",
        "",
        "Only learning points and recommendations are compared.",
    ]


def test_points_that_say_too_little_to_be_compared() -> None:
    found = library([*twins("a", "b", theme="rare", text="Ask the dentist."), crowd()])
    *_, there, back = explanation(found, "a#p1", "b#p1").splitlines()
    assert there == "a#p1 does not show b#p1: a point with fewer than 3 telling words is not compared."
    assert back == "b#p1 does not show a#p1: a point with fewer than 3 telling words is not compared."


def test_a_recommendation_is_compared_as_a_learning_point_is() -> None:
    other = review("b", record("b", "r1", "sleep", kind=RecordKind.RECOMMENDATION, text=MATTRESS))
    *_, there, _ = explanation(library([*twins("a"), other, crowd()]), "a#p1", "b#r1").splitlines()
    assert there == "a#p1 shows b#r1, as number 1 of 1."


def test_two_points_so_old_that_newer_ones_hide_them() -> None:
    own_words = cycle(" ".join(pair) for pair in zip(MANY[::2], MANY[1::2], strict=True))
    newer = [
        review(f"{word}-{number}", record(f"{word}-{number}", "p1", "t", text=f"{word} {next(own_words)}"), year=2022)
        for number in range(NEWEST_OF_A_PAIR)
        for word in ("alcohol", "dentist", "drunk")
    ]
    others = review("others", *(record("others", f"p{number}", text=" ".join(MANY[:9])) for number in range(2000)))
    old = twins("old-1", "old-2", theme="t", text="Alcohol, dentist, drunk.")
    old = [replace(each, published=PartialDate(2001)) for each in old]
    assert explanation(library([*newer, *old, others]), "old-1#p1", "old-2#p1").splitlines()[-1] == (
        "old-2#p1 does not show old-1#p1: of points with the same theme and word, only the newest 40 are compared."
    )


def test_a_review_for_which_there_is_no_room() -> None:
    found = library(twins(*"abcdefgh"))
    *_, there, back = explanation(found, "a", "h").splitlines()
    assert there == f"The page of a does not show h: it shows the {MOST_RELATED} whose themes are most like its own."
    assert back == f"The page of h shows a, as number 1 of {MOST_RELATED}."


def test_a_review_with_many_themes_beside_one_of_them() -> None:
    many = review("many", *(record("many", f"p{number}", f"t-{number}") for number in range(30)))
    *_, there, back = explanation(
        library([many, review("one", record("one", "p1", "t-1"))]), "many", "one"
    ).splitlines()
    assert there.startswith("The page of many does not show one: their themes are not like enough")
    assert back.startswith("The page of one does not show many: their themes are not like enough")


def test_a_review_and_itself() -> None:
    *_, there, back = explanation(library(twins("a", "b")), "a", "a").splitlines()
    assert there == back == "The page of a does not show a: it is the same review."


# ── whether it is true ───────────────────────────────────────────────────────────────────────────────────────────────


def says(found: Library, one: str, other: str) -> bool:
    """Whether it is said that the first shows the second."""
    shows = f"{one} shows {other}, as number "
    hides = f"{one} does not show {other}: "
    lines = explanation(found, one, other).splitlines()
    assert sum(shows in line or hides in line for line in lines) == 1
    return any(shows in line for line in lines)


@LAW
@given(some_points)
def test_what_it_says_of_points_is_what_the_pages_show(made: list[Point]) -> None:
    found = library_of_points(made)
    closeness = Closeness(found)
    points = asked_about(found)
    for one in points:
        shown = [point.record.address for point in closeness.closest(one)]
        assert len(shown) <= MOST_CLOSE
        for other in points:
            if other.address != one.address:
                assert says(found, one.address, other.address) == (other.address in shown)


@LAW
@given(some_points)
def test_what_it_says_of_reviews_is_what_the_pages_show(made: list[Point]) -> None:
    found = library_of_points(made)
    for one in found.reviews:
        shown = [related.review.id for related in related_reviews(found, one)]
        for other in found.reviews:
            if other.id != one.id:
                assert says(found, one.id, other.id) == (other.id in shown)
