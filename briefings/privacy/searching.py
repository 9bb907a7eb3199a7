"""A text, an address or a file's name -> every private detail that can be found in it, each once, by place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefings.privacy.ages import ages_in_days, places_and_ages
from briefings.privacy.dates import full_dates
from briefings.privacy.finding import Finding, Rule
from briefings.privacy.homes import street_addresses, wards
from briefings.privacy.known import Known
from briefings.privacy.names import names
from briefings.privacy.numbers import emails, nhs_numbers, phones, postcodes
from briefings.privacy.pseudonyms import slips
from briefings.privacy.stretches import addresses, as_words, stretches

DIGIT = re.compile(r"\d")
WITH_DIGITS: tuple[Rule, ...] = (nhs_numbers, phones, postcodes)
IN_WORDS: tuple[Rule, ...] = (full_dates, emails, street_addresses, names, ages_in_days, wards, places_and_ages)
IN_ADDRESSES: tuple[Rule, ...] = (full_dates, nhs_numbers, postcodes, emails)
IN_FILE_NAMES: tuple[Rule, ...] = (full_dates, nhs_numbers, postcodes, phones, emails, names, ages_in_days, wards)


def details(text: str, known: Known) -> list[Finding]:
    """Every private detail in the text of a file."""
    parts = list(stretches(text))
    found = [finding for start, part in parts for finding in _in_words(start, part, known)]
    found += [finding for start, address in addresses(text) for finding in _in_address(start, address, known)]
    if known.is_story:
        found += slips(parts, known)
    return _apart(found)


def details_of_name(name: str, known: Known) -> list[Finding]:
    """Every private detail in the name of a file."""
    text = as_words(name)
    return _apart([finding for rule in IN_FILE_NAMES for finding in rule(text, known)])


def _in_words(start: int, text: str, known: Known) -> Iterator[Finding]:
    rules = (*WITH_DIGITS, *IN_WORDS) if DIGIT.search(text) else IN_WORDS
    return (_moved(finding, start) for rule in rules for finding in rule(text, known))


def _in_address(start: int, address: str, known: Known) -> Iterator[Finding]:
    host = address.split("/")[2].lower()
    if host in known.hosts or (not DIGIT.search(address) and "@" not in address):
        return iter(())
    text = as_words(address)
    return (_moved(finding, start) for rule in IN_ADDRESSES for finding in rule(text, _elsewhere(known)))


def _elsewhere(known: Known) -> Known:
    """The same, of a text that is no story: a bare date in an address is that of its publication."""
    return Known(known.phones, known.emails, known.hosts, known.names, known.not_names)


def _moved(finding: Finding, by: int) -> Finding:
    return Finding(finding.code, finding.start + by, finding.end + by)


def _apart(found: list[Finding]) -> list[Finding]:
    """The findings by place, without those that lie in another of the same kind or cross one that says more."""
    kept: list[Finding] = []
    for finding in sorted(found, key=lambda each: (each.start, -each.end)):
        if not any(finding.code == other.code and finding.start < other.end for other in kept[-3:]):
            kept.append(finding)
    return kept
