"""Ages that are too exact: in days or hours; or in years or months, beside a place and a month."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from briefings.privacy.dates import MONTH
from briefings.privacy.finding import Finding
from briefings.privacy.known import Known, words
from briefings.privacy.word_lists import NEVER_NAMES, is_organisation

UP_TO_NINE = "one|two|three|four|five|six|seven|eight|nine"
NUMBER = (
    rf"(?:\d{{1,3}}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:{UP_TO_NINE}))?|ten|eleven"
    rf"|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|{UP_TO_NINE})"
)
IN_DAYS = re.compile(
    rf"\b(?:aged? +(?:of +)?(?:just +|only +)?)?{NUMBER}[- ](?:days?|hours?)(?:[- ]old\b(?!s)| +of +age\b)"
    rf"|\b(?:aged|age +of)(?: +just| +only)? +{NUMBER} +(?:days?|hours?)\b"
    rf"|\b(?:lived|survived)(?: +for)?(?: +just| +only)? +{NUMBER} +(?:days?|hours?)\b"
    rf"|\b{NUMBER} +(?:days?|hours?) +after +(?:(?:he|she|Child \w+|Baby \w+) +was +born|(?:his|her) +birth)\b",
    re.IGNORECASE,
)
ROUND = re.compile(
    r"(?:under|than|up to|within|over|at least|at most|first|last|every|between|about|around|nearly|almost|to|and|or"
    r"|until|by|before|[-–])(?: the)?(?: age of)? *$",
    re.IGNORECASE,
)
"""What makes an age a limit or a range, and so nobody's."""

EXACT = re.compile(
    rf"\b(?:aged?(?: +of)? +(?:just +|only +)?{NUMBER}\b(?! +(?:to|and|or|days|hours)\b|[-–]\d)"
    rf"|{NUMBER}[- ](?:years?|months?|weeks?)[- ](?:old\b|of +age\b)|turned +{NUMBER}\b|was +{NUMBER} +(?:when|and)\b)",
    re.IGNORECASE,
)
SIGNS_OF_AGE = ("old", "age", "turned", " was ")
THE_MONTH = re.compile(rf"\b{MONTH}")
PLACE = re.compile(
    r"\b(?:in|at|near|from|to|around|outside) +((?:[A-Z][a-z]+)(?:[ -](?:[A-Z][a-z]+|upon|on|le|y|the(?= [A-Z])))*)"
)
Span = tuple[int, int]
NEAR = 170
"""How many characters the three may lie apart: a sentence or two."""


def ages_in_days(text: str, _: Known) -> Iterator[Finding]:
    """Each exact age in days or hours."""
    if "day" not in text and "hour" not in text:
        return
    for found in IN_DAYS.finditer(text):
        if not ROUND.search(text[max(0, found.start() - 25) : found.start()]):
            yield Finding("privacy-age", *found.span())


def places_and_ages(text: str, known: Known) -> Iterator[Finding]:
    """A month, a place and an exact age that stand close together; told once a stretch."""
    if not any(sign in text for sign in SIGNS_OF_AGE):
        return
    ages = [
        age.span() for age in EXACT.finditer(text) if not ROUND.search(text[max(0, age.start() - 25) : age.start()])
    ]
    months = [month.span() for month in THE_MONTH.finditer(text)] if ages else []
    places = [place.span(1) for place in PLACE.finditer(text) if _is_place(text, place, known)] if months else []
    spans = [_all_of(age, _nearest(months, age[0]), _nearest(places, age[0])) for age in ages if months and places]
    near = [span for span in spans if span[1] - span[0] <= NEAR]
    if near and known.is_story:
        yield Finding("privacy-place-and-age", *min(near, key=lambda span: span[1] - span[0]))


def _nearest(spans: list[Span], place: int) -> Span:
    """Of some spans in their order, the one that begins nearest to a place."""
    after = bisect_left(spans, (place, place))
    return min(spans[max(0, after - 1) : after + 1], key=lambda span: abs(span[0] - place))


def _all_of(*spans: Span) -> Span:
    return min(start for start, _ in spans), max(end for _, end in spans)


def _is_place(text: str, found: re.Match[str], known: Known) -> bool:
    """Whether a name after `in` or `at` may be a place; never an organisation, a month or a word of the field."""
    parts = words(found.group(1))
    after = words(text[found.end() : found.end() + 25])
    return not (
        THE_MONTH.fullmatch(parts[0])
        or any(part.lower() in NEVER_NAMES or part in known.names for part in parts)
        or is_organisation([*parts, *after[:1]])
    )
