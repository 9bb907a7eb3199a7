"""Dates as exact as they are known."""

import calendar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.dates import PartialDate, nearest_date


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    year = draw(st.integers(1900, 2200))
    month = draw(st.integers(0, 12))
    return PartialDate(year, month, draw(st.integers(0, calendar.monthrange(year, month)[1])) if month else 0)


@given(partial_dates())
def test_a_date_is_read_as_it_is_written(date: PartialDate) -> None:
    assert PartialDate.parse(str(date)) == date
    assert nearest_date(str(date)) == date or date.year < 2000 or date.year >= 2100


@given(partial_dates(), partial_dates())
def test_dates_sort_as_they_are_written(one: PartialDate, other: PartialDate) -> None:
    assert (one < other) == (str(one) < str(other))


@pytest.mark.parametrize(
    ("text", "words"),
    [("2021", "2021"), ("2021-11", "November 2021"), ("2021-11-05", "5 November 2021"), ("2021-1-5", "5 January 2021")],
)
def test_a_date_is_shown_in_words(text: str, words: str) -> None:
    assert PartialDate.parse(text).words == words


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2021-13", "there is no month 13"),
        ("2021-00", "there is no month 0"),
        ("2021-02-30", "February 2021 has no day 30"),
        ("2021-02-00", "February 2021 has no day 0"),
        ("2023-02-29", "February 2023 has no day 29"),
        ("1066", "there is no year 1066 here"),
        ("21-11-05", "write a date as YYYY, YYYY-MM or YYYY-MM-DD"),
        ("2021-11-05T10:00", "write a date as YYYY, YYYY-MM or YYYY-MM-DD"),
        ("٢٠٢١", "write a date as YYYY, YYYY-MM or YYYY-MM-DD"),
        ("", "write a date as YYYY, YYYY-MM or YYYY-MM-DD"),
    ],
)
def test_a_date_that_is_none_is_refused_in_words(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("5 November 2021", "2021-11-05"),
        ("November 2021", "2021-11"),
        ("Nov. 5th, 2021", "2021-11-05"),
        ("05/11/2021", "2021-11-05"),
        ("11/2021", "2021-11"),
        ("2021/11/5", "2021-11-05"),
        ("2021-11-31", "2021-11"),
        ("2021-13-01", "2021"),
        ("31/31/2021", "2021"),
        ("around 2021", "2021"),
        ("2021-11-05T10:00", "2021-11-05"),
        ("soon", "2021"),
    ],
)
def test_the_date_that_was_meant_is_suggested(text: str, date: str) -> None:
    assert str(nearest_date(text)) == date


@given(st.text())
def test_what_is_suggested_is_a_date(text: str) -> None:
    assert PartialDate.parse(str(nearest_date(text))) == nearest_date(text)
