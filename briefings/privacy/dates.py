"""Full dates: of birth, death or admission an error, any other one in a story a warning."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefings.privacy.finding import Finding
from briefings.privacy.known import Known

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b"
)
ORDINAL = (
    r"(?:(?:twenty|thirty)[- ])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth"
    r"|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth"
)
DAY = rf"(?:(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?|{ORDINAL})"
YEAR = r"(?:19|20)\d\d"
WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? +(?:the +)?)?"
WRITTEN = re.compile(
    rf"(?<![\d.,/-])\b{WEEKDAY}(?:{DAY} +(?:of +|day +of +)?{MONTH}(?P<a>\.?,? +(?:{YEAR}|'\d\d)\b)?"
    rf"|{MONTH}\.? +(?:the +)?{DAY}(?:(?P<b>,? +{YEAR}\b)|(?<=[a-z])(?!\w)))"
)
NUMERIC = re.compile(
    rf"(?<![\w./-])(?:(\d{{1,2}})( ?[/.-] ?)(\d{{1,2}})\2({YEAR}|\d\d)|{YEAR}([-/.])(?:0?[1-9]|1[0-2])\5(?:0?[1-9]"
    r"|[12]\d|3[01]))(?![\w/-]|\.\d)"
)
PRIVATE = re.compile(
    r"\b(?:born|births?|birthday|d\.?o\.?b\b|die[ds]?|dying|deaths?|dead|killed|murdered|passed away|stillborn"
    r"|own li(?:fe|ves)|lost (?:his|her|their) li(?:fe|ves)|admi(?:tted|ssion)|aged|hospital|ambulance|collapsed"
    r"|unresponsive|fatal(?:ly)?|drowned|hanged|stabbed|turned \w+)\b",
    re.IGNORECASE,
)
PUBLIC = re.compile(
    r"\b(?:published|publication|publishes|signed off|agreed|adopted|force|act|acts|regulations|laws?|commissioned"
    r"|accessed|retrieved|updated|launched|approved|issued|reported|inquiry|guidance|statement|consultation|version|available_until"
    r"|publish_on|on(?=:)"
    r"|due|deadline|completed|starts|date|from|to|day)\b(?!:? of (?:birth|death|admission))(?<!birth)(?<!death)",
    re.IGNORECASE,
)
DEADLINE = re.compile(r"\b(?:by|until|before)(?: the)? *$", re.IGNORECASE)
SENTENCE = re.compile(r"(?<=[\w)'\"”][.!?]) +(?=[A-Z“\"'])")
BEFORE, AFTER, LATER = 90, 70, 12
"""How far a cue may stand before a date and after it, in characters; and by how much the one before it is preferred."""


def full_dates(text: str, known: Known) -> Iterator[Finding]:
    """Each full date, unless what stands nearest to it says that it is one of law, publication or work."""
    for found in (*WRITTEN.finditer(text), *(each for each in NUMERIC.finditer(text) if _is_date(each))):
        cue = _nearest_cue(text, found)
        if cue is PRIVATE:
            yield Finding("privacy-date", *found.span())
        elif cue is None and known.is_story and _has_year(found) and not DEADLINE.search(text[: found.start()]):
            yield Finding("privacy-full-date", *found.span())


def _is_date(found: re.Match[str]) -> bool:
    """Whether three numbers can be a day, a month and a year; 3.3.14 is a paragraph."""
    day, sign, month, year = found.group(1, 2, 3, 4)
    if day is None:
        return True
    numbers = sorted((int(day), int(month)))
    return 1 <= numbers[0] <= 12 and 1 <= numbers[1] <= 31 and (len(year) == 4 or sign.strip() != ".")


def _has_year(found: re.Match[str]) -> bool:
    return found.re is NUMERIC or bool(found.group("a") or found.group("b"))


def _nearest_cue(text: str, found: re.Match[str]) -> re.Pattern[str] | None:
    """Which kind of cue stands nearest to a date in its sentence, if any does."""
    start, end = found.span()
    before = SENTENCE.split(text[max(0, start - BEFORE) : start])[-1]
    after = SENTENCE.split(text[end : end + AFTER])[0]
    distances = []
    for kind in (PRIVATE, PUBLIC):
        ends = [cue.end() for cue in kind.finditer(before)]
        begins = kind.search(after)
        distances += [(len(before) - ends[-1], kind)] if ends else []
        distances += [(begins.start() + LATER, kind)] if begins and _tells(begins, kind) else []
    return min(distances, key=lambda pair: pair[0])[1] if distances else None


def _tells(cue: re.Match[str], kind: re.Pattern[str]) -> bool:
    """Whether a cue after a date says something of it: `to` and `from` only say what comes next."""
    return kind is PRIVATE or cue.group().lower() not in ("to", "from", "day", "date", "act")
