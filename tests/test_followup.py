"""When a theme was taught, when actions about it were completed, what came after; and which actions are overdue."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.dates import PartialDate, today
from briefings.followup import actions_about, other_actions, overdue_first, timeline
from briefings.library import Library
from briefings.model import Action, ActionStatus, Progress, RecordKind
from tests.libraries import library, record, review, theme
from tests.plans import DAY, action, dated, followed

OPEN = (ActionStatus.NOT_REPORTED, ActionStatus.NOT_STARTED, ActionStatus.IN_PROGRESS)


def taught(*dates: str) -> Library:
    """A library in which reviews of these dates, `r1`, `r2` …, each taught the theme `asking` in their point `p1`."""
    reviews = (
        review(f"r{number}", record(f"r{number}", "p1", "asking"), published=dated(each))
        for number, each in enumerate(dates, 1)
    )
    return library(reviews, [theme("asking")])


# ── the timeline ─────────────────────────────────────────────────────────────────────────────────────────────────────

TIMELINES = [
    # reviews published, actions completed ("" for none), years shown, last completed, taught again
    pytest.param((), (), [], None, (), id="nothing at all"),
    pytest.param(("2021",), (), [2021], None, (), id="no action"),
    pytest.param(("2019", "2021"), (), [2019, 2021], None, (), id="years in which nothing happened are left out"),
    pytest.param(("2021",), ("",), [2021], None, (), id="none completed"),
    pytest.param(("2021",), ("2022",), [2021, 2022], "2022", (), id="not taught again"),
    pytest.param(("2021", "2023"), ("2022",), [2021, 2022, 2023], "2022", ("r2",), id="taught again"),
    pytest.param(("2021", "2022"), ("2022",), [2021, 2022], "2022", (), id="in the same year: not surely after"),
    pytest.param(("2021", "2022-12"), ("2022",), [2021, 2022], "2022", (), id="in a month of that year: not surely"),
    pytest.param(("2021", "2022"), ("2022-01",), [2021, 2022], "2022-01", (), id="in the year of that month"),
    pytest.param(("2021", "2022-03"), ("2022-02",), [2021, 2022], "2022-02", ("r2",), id="in the month after"),
    pytest.param(("2021", "2022-02"), ("2022-02",), [2021, 2022], "2022-02", (), id="in the same month"),
    pytest.param(
        ("2021", "2022-02-09"), ("2022-02-08",), [2021, 2022], "2022-02-08", ("r2",), id="on the day after"
    ),
    pytest.param(("2021", "2022-02-08"), ("2022-02-08",), [2021, 2022], "2022-02-08", (), id="on the same day"),
    pytest.param(("2021", "2023"), ("2020", "2022"), [2020, 2021, 2022, 2023], "2022", ("r2",), id="the last counts"),
    pytest.param(("2021",), ("2022-03", "2022"), [2021, 2022], "2022", (), id="a year may end after its month"),
    pytest.param(("2021", "2023", "2024"), ("2022", ""), [2021, 2022, 2023, 2024], "2022", ("r3", "r2"), id="newest"),
]  # fmt: skip


@pytest.mark.parametrize(("published", "completed", "years", "last", "again"), TIMELINES)
def test_the_timeline_of_a_theme(
    published: Sequence[str], completed: Sequence[str], years: list[int], last: str | None, again: Sequence[str]
) -> None:
    plain = taught(*published)
    actions = [action("r1", f"a{number}", done=each) for number, each in enumerate(completed, 1)]
    found = timeline(followed(plain, *actions), plain.themes["asking"])
    assert [year.year for year in found.years] == years
    assert found.last_completed == (dated(last) if last else None)
    assert tuple(each.id for each in found.again) == tuple(again)
    assert len(found.actions) == len(completed)
    assert sum(len(year.reviews) for year in found.years) == len(published)
    assert sum(len(year.completed) for year in found.years) == len([each for each in completed if each])


@pytest.mark.parametrize("status", ActionStatus)
def test_an_action_is_completed_when_it_is_said_to_be_done_and_a_report_bears_a_date(status: ActionStatus) -> None:
    reports = (Progress(dated("2022"), "First."), Progress(dated("2023-05"), "Then."), Progress(dated("2021"), "Late."))
    done = status in (ActionStatus.DONE, ActionStatus.EVIDENCED)
    assert action("r1", "a1", status=status, progress=reports).completed == (dated("2023-05") if done else None)
    assert action("r1", "a1", status=status).completed is None


def test_a_review_that_carries_the_theme_in_a_recommendation_alone_did_not_teach_it_but_its_actions_count() -> None:
    found = library(
        [review("r1", record("r1", "r1", "asking", kind=RecordKind.RECOMMENDATION), published=dated("2021"))]
    )
    line = timeline(followed(found, action("r1", "a1", "r1", done="2022")), found.themes["asking"])
    assert [(year.year, year.reviews, len(year.completed)) for year in line.years] == [(2022, (), 1)]


def test_an_action_that_answers_two_points_about_a_theme_counts_once() -> None:
    found = library([review("r1", record("r1", "p1", "asking"), record("r1", "p2", "asking", "telling"))])
    both = followed(found, action("r1", "a1", "p1", "p2"))
    assert [each.id for each in actions_about(both, found.themes["asking"])] == ["a1"]
    assert [each.id for each in actions_about(both, found.themes["telling"])] == ["a1"]


def test_every_action_of_a_review_that_carries_the_theme_is_about_it_or_is_another() -> None:
    found = library([review("r1", record("r1", "p1", "asking"), record("r1", "p2", "telling")), review("r2")])
    three = followed(found, action("r1", "a1", "p1"), action("r1", "a2", "p2"), action("r2", "a1", "p1"))
    assert [each.address for each in actions_about(three, found.themes["asking"])] == ["r1#a1"]
    assert [each.address for each in other_actions(three, found.themes["asking"])] == ["r1#a2"]


def test_an_action_with_the_same_id_in_another_review_is_another_action() -> None:
    found = followed(taught("2021", "2022"), action("r1", "a1"), action("r2", "a1"))
    assert [each.address for each in actions_about(found, found.themes["asking"])] == ["r2#a1", "r1#a1"]


dates = st.one_of(
    st.builds(PartialDate, st.integers(2019, 2022)),
    st.builds(PartialDate, st.integers(2019, 2022), st.integers(1, 12)),
    st.builds(PartialDate, st.integers(2019, 2022), st.integers(1, 12), st.integers(1, 28)),
)


@given(st.lists(dates, max_size=5), st.lists(dates, max_size=5))
def test_whatever_was_taught_again_came_after_every_completed_action(
    published: list[PartialDate], completed: list[PartialDate]
) -> None:
    plain = taught("2018", *map(str, published))
    found = timeline(
        followed(plain, *(action("r1", f"a{number}", done=str(each)) for number, each in enumerate(completed))),
        plain.themes["asking"],
    )
    after = [each for each in plain.reviews if completed and all(each.published.is_surely_after(d) for d in completed)]
    assert list(found.again) == after


# ── overdue ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("due", "last"),
    [
        ("2024", date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 29)),
        ("2023-02", date(2023, 2, 28)),
        ("2024-12", date(2024, 12, 31)),
        ("2024-06-15", date(2024, 6, 15)),
    ],
)
@pytest.mark.parametrize("status", ActionStatus)
def test_what_is_open_is_overdue_from_the_day_after_the_last_that_its_date_may_mean(
    due: str, last: date, status: ActionStatus
) -> None:
    one = action("r1", "a1", due=due, status=status)
    assert not one.is_overdue(last - timedelta(days=1))
    assert not one.is_overdue(last)
    assert one.is_overdue(last + timedelta(days=1)) is (status in OPEN)


def test_what_has_no_due_date_is_never_overdue() -> None:
    assert not action("r1", "a1").is_overdue(date.max)
    assert not action("r1", "a1", starts="1999").is_overdue(date.max)


def test_actions_ask_for_attention_in_order_of_need() -> None:
    done = ActionStatus.DONE
    listed = [
        action("r1", "done-late", due="2024-01", status=done),
        action("r1", "done-early", due="2020", status=done),
        action("r1", "no-date"),
        action("r1", "this-year", due="2024"),
        action("r1", "today", due=str(DAY)),
        action("r1", "tomorrow", due="2024-06-16"),
        action("r1", "late", due="2024-06-14"),
        action("r1", "very-late", due="2019"),
        action("r1", "not-accepted", due="2019", status=ActionStatus.NOT_ACCEPTED),
    ]
    assert [each.id for each in overdue_first(followed(taught("2018")), listed)] == [
        "very-late",
        "late",
        "today",
        "tomorrow",
        "this-year",
        "no-date",
        "not-accepted",
        "done-early",
        "done-late",
    ]


def test_actions_that_are_due_together_keep_the_order_of_their_plan() -> None:
    listed = [action("r1", id, due="2020") for id in ("c", "a", "b")]
    assert [each.id for each in overdue_first(followed(taught("2018")), listed)] == ["c", "a", "b"]


# ── the library ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_actions_stand_by_the_newest_review_first_and_those_of_no_public_review_are_left_out() -> None:
    listed: list[Action] = [action("r1", "a2"), action("gone", "a1"), action("r2", "a1"), action("r1", "a1")]
    found = followed(taught("2021", "2022"), *listed)
    assert [each.address for each in found.actions] == ["r2#a1", "r1#a2", "r1#a1"]
    assert {id: len(each) for id, each in found.actions_of.items()} == {"r2": 1, "r1": 2}
    assert {id: len(each) for id, each in found.actions_answering.items()} == {"r2#p1": 1, "r1#p1": 2}
    assert found.day == DAY


# ── the day of a build ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("epoch", "day"),
    [
        ("0", date(1970, 1, 1)),
        ("86399", date(1970, 1, 1)),
        ("86400", date(1970, 1, 2)),
        ("-1", date(1969, 12, 31)),
        ("1767225600", date(2026, 1, 1)),
    ],
)
def test_source_date_epoch_sets_the_day(epoch: str, day: date) -> None:
    assert today({"SOURCE_DATE_EPOCH": epoch}) == day


@pytest.mark.parametrize("environment", [{}, {"SOURCE_DATE_EPOCH": ""}])
def test_without_it_the_day_is_today(environment: dict[str, str]) -> None:
    before = datetime.now(UTC).date()
    assert before <= today(environment) <= datetime.now(UTC).date()


@pytest.mark.parametrize("epoch", ["yesterday", "1.5", "9" * 30, "2026-01-01"])
def test_an_epoch_that_is_no_number_of_seconds_is_refused_in_words(epoch: str) -> None:
    with pytest.raises(ValueError, match=f"SOURCE_DATE_EPOCH should be seconds since 1970, not `{epoch}`"):
        today({"SOURCE_DATE_EPOCH": epoch})


# ── an action in the year in which it was completed ──────────────────────────────────────────────────────────────────


def test_a_year_names_its_own_reviews_and_actions() -> None:
    found = followed(
        taught("2021-02", "2021-11", "2022"), action("r1", "a1", done="2021-12"), action("r1", "a2", done="2022-01")
    )
    years = timeline(found, found.themes["asking"]).years
    assert [(year.year, [one.id for one in year.reviews], [one.id for one in year.completed]) for year in years] == [
        (2021, ["r2", "r1"], ["a1"]),
        (2022, ["r3"], ["a2"]),
    ]
