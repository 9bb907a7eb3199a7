"""A text, an address or a file's name -> every private detail that can be found in it, each once, by place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefings.privacy.ages import ages_in_days
from briefings.privacy.dates import full_dates
from briefings.privacy.finding import Finding, Rule
from briefings.privacy.homes import wards
from briefings.privacy.known import Known
from briefings.privacy.names import names
from briefings.privacy.numbers import emails, nhs_numbers, phones, postcodes
from briefings.privacy.pseudonyms import slips
from briefings.privacy.stretches import addresses, around, as_words, flat
from briefings.privacy.suspects import NUMBERS, suspects

IN_ADDRESSES: tuple[Rule, ...] = (full_dates, nhs_numbers, postcodes, emails)
IN_FILE_NAMES: tuple[Rule, ...] = (*IN_ADDRESSES, phones, names, ages_in_days, wards)


def details(text: str, known: Known) -> list[Finding]:
    """Every private detail in the text of a file."""
    found = [finding for span, rules in _worth_a_look(text, known).items() for finding in _in(text, span, rules, known)]
    found += [finding for start, address in addresses(text) for finding in _in_address(start, address, known)]
    if known.is_titled:
        found += _unless_named(slips(text, known), found, text)
    return _apart(found)


def details_of_name(name: str, known: Known) -> list[Finding]:
    """Every private detail in the name of a file."""
    text = as_words(name)
    return _apart([finding for rule in IN_FILE_NAMES for finding in rule(text, known)])


def _worth_a_look(text: str, known: Known) -> dict[tuple[int, int], dict[Rule, None]]:
    """Each stretch in which something may be, and the rules that should look there."""
    spans: dict[tuple[int, int], dict[Rule, None]] = {}
    span = (0, -1)
    for place, rules in sorted(suspects(text, known), key=lambda suspect: suspect[0]):
        if place >= span[1]:
            span = around(text, place)
        spans.setdefault(span, {}).update(dict.fromkeys(rules))
    return spans


def _in(text: str, span: tuple[int, int], rules: Iterable[Rule], known: Known) -> Iterator[Finding]:
    line = flat(text[slice(*span)])
    return (_moved(finding, span[0]) for rule in rules for finding in rule(line, known))


def _in_address(start: int, address: str, known: Known) -> Iterator[Finding]:
    """What is in an address. It is no story: a bare date in one is that of its publication."""
    text = as_words(address)
    if address.split("/")[2].lower() in known.hosts or not ("@" in address or NUMBERS.search(text)):
        return iter(())
    elsewhere = replace(known, is_story=False)
    return (_moved(finding, start) for rule in IN_ADDRESSES for finding in rule(text, elsewhere))


def _moved(finding: Finding, by: int) -> Finding:
    return Finding(finding.code, finding.start + by, finding.end + by)


def _unless_named(slipped: Iterable[Finding], found: list[Finding], text: str) -> list[Finding]:
    """Names that slipped, without those that are told already as the name of a person."""
    named = {text[each.start : each.end] for each in found if each.code == "privacy-name"}
    return [each for each in slipped if text[each.start : each.end] not in named]


def _apart(found: list[Finding]) -> list[Finding]:
    """The findings by place, without those that begin in another of the same kind."""
    ends: dict[str, int] = {}
    kept = []
    for finding in sorted(found, key=lambda each: (each.start, -each.end)):
        if finding.start >= ends.get(finding.code, 0):
            kept.append(finding)
            ends[finding.code] = finding.end
    return kept
