"""Dates as exact as they are known: a year, a month or a day."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

WRITTEN = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")
MONTHS = {name[:3].lower(): number for number, name in enumerate(calendar.month_name) if name}


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year, and a month and day where they are known (0 where not). Sorts by what is known."""

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read ``2021``, ``2021-11`` or ``2021-11-05``.

        Raises :class:`ValueError`, in an author's words, for anything else.
        """
        found = WRITTEN.fullmatch(text.strip())
        if not found:
            raise ValueError("write a date as YYYY, YYYY-MM or YYYY-MM-DD")
        year, month, day = (int(part or 0) for part in found.groups())
        if not 1900 <= year <= 2200:
            raise ValueError(f"there is no year {year} here")
        if found.group(2) and not 1 <= month <= 12:
            raise ValueError(f"there is no month {month}")
        if found.group(3) and not 1 <= day <= calendar.monthrange(year, month)[1]:
            raise ValueError(f"{calendar.month_name[month]} {year} has no day {day}")
        return cls(year, month, day)

    @property
    def first_day(self) -> date:
        """The earliest day that it may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The latest day that it may mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def is_surely_after(self, other: PartialDate) -> bool:
        """Whether it is later however the two are read: nothing in 2022 is surely after 2022."""
        return self.first_day > other.last_day

    def __str__(self) -> str:
        """As authors write it: ``2021-11``."""
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)])

    @property
    def words(self) -> str:
        """As readers see it: ``5 November 2021``, ``November 2021``, ``2021``."""
        month = calendar.month_name[self.month] if self.month else ""
        return " ".join(part for part in (str(self.day or ""), month, str(self.year)) if part)

    @property
    def in_words(self) -> str:
        """As it stands in a sentence: ``on 5 November 2021``, ``in November 2021``, ``in 2021``."""
        return f"{'on' if self.day else 'in'} {self.words}"


def today(environment: Mapping[str, str]) -> date:
    """The day of a build: ``SOURCE_DATE_EPOCH`` where it is set (seconds since 1970), else today, both in UTC.

    Raises :class:`ValueError`, in a host's words, where it is no number of seconds.
    """
    epoch = environment.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return datetime.now(UTC).date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise ValueError(f"SOURCE_DATE_EPOCH should be seconds since 1970, not `{epoch}`") from error


def nearest_date(text: str) -> PartialDate:
    """The date that somebody meant who wrote it another way: ``5/11/2021``, ``November 2021``, ``2021-11-31``."""
    year = re.search(r"(?:19|20)[0-9]{2}", text)
    if not year:
        return PartialDate(2021)
    rest = text[: year.start()] + " " + text[year.end() :]
    numbers = [int(number) for number in re.findall(r"[0-9]{1,2}", rest)]
    if not text[: year.start()].strip():
        month, day = (*numbers, 0, 0)[:2]
    elif named := next((MONTHS[word[:3].lower()] for word in re.findall(r"[A-Za-z]{3,}", rest) if _is_month(word)), 0):
        month, day = named, (*numbers, 0)[0]
    else:
        day, month = (numbers if len(numbers) == 2 else (0, *numbers, 0))[:2]
    return _possible(int(year.group()), month, day)


def _is_month(word: str) -> bool:
    return word[:3].lower() in MONTHS


def _possible(year: int, month: int, day: int) -> PartialDate:
    """The date without what no calendar has."""
    if not 1 <= month <= 12:
        return PartialDate(year)
    return PartialDate(year, month, day if 1 <= day <= calendar.monthrange(year, month)[1] else 0)
