"""Where in a text it is worth looking, and for what: the quick part of the search.

Nearly every sentence of a review is innocent, and the rules are slow. So each rule has signs that are cheap to find (a
few digits, a month, a capital after a role), and runs only on the stretches in which one of its signs stands. A test
holds that nothing is lost by this.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from briefings.privacy.ages import ages_in_days, places_and_ages
from briefings.privacy.dates import full_dates
from briefings.privacy.finding import Rule
from briefings.privacy.homes import street_addresses, wards
from briefings.privacy.known import Known
from briefings.privacy.names import names
from briefings.privacy.numbers import emails, nhs_numbers, phones, postcodes
from briefings.privacy.word_lists import ROLES, TITLES

Suspect = tuple[int, tuple[Rule, ...]]

NUMBERS = re.compile(
    r"\d(?:\d{4}|[ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2}|[ ./-]{1,3}\d[A-Za-z]{2}"
    r"|\w{0,2}(?:,(?![ \n]+[A-Z][a-z]+ \d))?[ \n]+(?:(?:of|day of)[ \n]+)?[A-Z*_]"
    r"|[ )(./-]{1,3}\d+[ )(./-]{1,3}\d|(?<=(?:rd|ed|ay|le|om|o\.)[ \n]\d)|(?<=number[ \n]\d))"
)
"""Digits that are more than a count, a year, a paragraph or an age; or that stand after ward, bed, bay and the like."""

OF_NUMBERS = (nhs_numbers, phones, postcodes, full_dates, street_addresses, wards)
SIGNS: tuple[tuple[Rule, tuple[str, ...]], ...] = (
    (ages_in_days, ("days", "-day", " day old", "hour")),
    (wards, ("Ward", " ward", "\nward", "(ward")),
    (emails, ("@", "at]", "at)")),
)
"""What a rule cannot do without."""

CAPITAL = re.compile(r"[ \n(*_\[][A-Z]")
BEGINNING = "\n-#>!?\"“‘’'"
"""What stands before the first word of a sentence, an item or a heading."""

LAST_WORDS = TITLES | {role.split()[-1] for role in ROLES} | {"called", "named"}
DOTTED = tuple(f"{title}." for title in TITLES)
MONTHS = frozenset(["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"])
STREETS = frozenset(
    [
        "Road",
        "Stre",
        "Aven",
        "Lane",
        "Clos",
        "Driv",
        "Cres",
        "Terr",
        "Gard",
        "Grov",
        "Mews",
        "Rise",
        "Walk",
        "Para",
        "Rd",
    ]
)
MONTH_FIRST = re.compile(r"[A-Z][a-z]+\.?\s+(?:the\s+)?\d{1,2}(?!\d)")
ORDINAL_ENDS = "thdf"
"""Seventh, first, second, of: what stands before a month that belongs to a day in words."""


def suspects(text: str, known: Known) -> Iterator[Suspect]:
    """Each place that is worth a look, and the rules that should look there."""
    for found in NUMBERS.finditer(text):
        yield found.start(), OF_NUMBERS
    for rule, signs in SIGNS:
        for place in (place for sign in signs if sign in text for place in places_of(sign, text)):
            yield place, (rule,)
    yield from _at_capitals(text, known)


def places_of(sign: str, text: str) -> Iterator[int]:
    """Where a sign stands."""
    place = text.find(sign)
    while place >= 0:
        yield place
        place = text.find(sign, place + 1)


def _at_capitals(text: str, known: Known) -> Iterator[Suspect]:
    """Months, streets, and what stands after a title or a role."""
    last_words, ends = _cues(known.roles, known.titles)
    for found in CAPITAL.finditer(text):
        place = found.start()
        if text[place + 1 : place + 4] in MONTHS:
            if text[place - 1] in ORDINAL_ENDS or MONTH_FIRST.match(text, place + 1):
                yield place, (full_dates,)
            if known.is_story:
                yield place, (places_and_ages,)
        elif text[place + 1 : place + 5] in STREETS:
            yield place, (street_addresses,)
        if (text[place - 2 : place] in ends or not text[place - 1].isalpha()) and _follows(text, place, last_words):
            yield place + 1, (names,)


@lru_cache
def _cues(roles: frozenset[str], titles: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The titles and the last words of roles, and the two letters that each of them ends in."""
    found = LAST_WORDS | {role.split()[-1] for role in roles} | titles
    return frozenset(found), frozenset(form[-2:] for word in found for form in (word, word.upper()))


def _follows(text: str, place: int, last_words: frozenset[str]) -> bool:
    """Whether a title or the last word of a role stands before a place."""
    sign = text[place - 1]
    if sign in BEGINNING or (sign == "." and not text.endswith(DOTTED, max(0, place - 12), place)):
        return False
    before = text[max(0, place - 24) : place].rstrip(" \n,(:.*_[").split()
    return bool(before) and (before[-1] in last_words or before[-1].lower() in last_words)
