"""Dates as exact as they are known: a year, a month or a day."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

WRITTEN = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


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

    def __str__(self) -> str:
        """As authors write it: ``2021-11``."""
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)])

    @property
    def words(self) -> str:
        """As readers see it: ``5 November 2021``, ``November 2021``, ``2021``."""
        month = calendar.month_name[self.month] if self.month else ""
        return " ".join(part for part in (str(self.day or ""), month, str(self.year)) if part)
