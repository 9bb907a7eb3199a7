"""Where in a text it is worth looking, and for what: the quick part of the search.

Nearly every sentence of a review is innocent, and the rules are slow. So each rule has signs that are cheap to find (a
few digits, a month, a capital after a role), and runs only on the stretches in which one of its signs stands. A test
holds that nothing is lost by this.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefings.privacy.ages import ages_in_days, places_and_ages
from briefings.privacy.dates import full_dates
from briefings.privacy.finding import Rule
from briefings.privacy.homes import street_addresses, wards
from briefings.privacy.known import Known
from briefings.privacy.names import names
from briefings.privacy.numbers import emails, nhs_numbers, phones, postcodes
from briefings.privacy.word_lists import PEOPLE, ROLES, TITLES

Suspect = tuple[int, tuple[Rule, ...]]

NUMBERS = re.compile(
    r"\d(?:\d{4}|[ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2}|\w{0,2},?[ \n]+(?:(?:of|day of|in)[ \n]+)?[A-Z*_]|[ )(./-]{1,3}\d+[ )(./-]{1,3}\d"
    r"|[ ./-]{1,3}\d[A-Za-z]{2})"
)
"""Digits that are more than a count, a year, a paragraph or an age."""

OF_NUMBERS = (nhs_numbers, phones, postcodes, full_dates, street_addresses)
SIGNS: tuple[tuple[str, tuple[Rule, ...]], ...] = (
    (" days", (ages_in_days,)),
    ("-day", (ages_in_days,)),
    (" day ", (ages_in_days,)),
    ("hour", (ages_in_days,)),
    ("Ward", (wards,)),
    ("ward ", (wards,)),
    ("ward\n", (wards,)),
    ("ed ", (wards,)),
    ("bay ", (wards,)),
    ("Bay ", (wards,)),
    ("cubicle", (wards,)),
    ("ide room", (wards,)),
    ("@", (emails,)),
    ("[at]", (emails,)),
    ("(at)", (emails,)),
)
"""Words and signs that some rules need."""

CAPITAL = re.compile(r"[ \n(*_\[][A-Z]")
LAST_WORDS = TITLES | {role.split()[-1] for role in ROLES | PEOPLE} | {"called", "named"}
DOTTED = tuple(f"{title}." for title in TITLES)
MONTHS = frozenset(["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"])
STREETS = frozenset(["Roa", "Str", "Ave", "Lan", "Clo", "Dri", "Cre", "Ter", "Gar", "Gro", "Mew", "Ris", "Wal", "Par", "Rd"])
AN_AGE = re.compile(r"\bold\b|\bage[d ]|\bturned\b|\bwas \w+ (?:when|and)\b")


def suspects(text: str, known: Known) -> Iterator[Suspect]:
    """Each place that is worth a look, and the rules that should look there."""
    for found in NUMBERS.finditer(text):
        yield found.start(), OF_NUMBERS
    for sign, rules in SIGNS:
        place = text.find(sign)
        while place >= 0:
            yield place, rules
            place = text.find(sign, place + 1)
    last_words = LAST_WORDS | {role.split()[-1] for role in known.roles} | known.titles
    tells_ages = known.is_story and AN_AGE.search(text)
    for found in CAPITAL.finditer(text):
        place = found.start()
        head = text[place + 1 : place + 4]
        if head in MONTHS:
            yield place, (full_dates, places_and_ages) if tells_ages else (full_dates,)
        elif head in STREETS:
            yield place, (street_addresses,)
        if text[place - 1] != "." or text[max(0, place - 12) : place].endswith(DOTTED):
            before = text[max(0, place - 24) : place].rstrip(" \n,(:.*_[").split()
            if before and (before[-1] in last_words or before[-1].lower() in last_words):
                yield place + 1, (names,)
