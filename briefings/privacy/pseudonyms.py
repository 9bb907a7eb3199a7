"""A pseudonym that slips: the title says Child R, the text Child S, or a first name that stands nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefings.privacy.finding import Finding
from briefings.privacy.known import Known
from briefings.privacy.word_lists import PEOPLE, never_a_name

LETTER = re.compile(r"(?:Child|Baby|Infant|Boy|Girl)\s+([A-Z]{1,2}\d{0,2})\b(?!\.\w)")
KIN = (
    r"mother|father|mum|dad|parents|sister|brother|siblings?|stepfather|stepmother|grandmother|grandfather|aunt|uncle"
    r"|family|partner"
)
STAFF = r"social|teacher|school|police|worker|midwife|nurse|GP"
HARMED = r"(?:was|had been)\s+(?:found|killed|stabbed|hurt|injured|murdered)"
FIRST_NAME = re.compile(
    rf"[A-Z][a-z]{{2,}}(?=(?:['’]s?\s+(?:{KIN}|death|body|bedroom|birth|funeral)"
    rf"|\s+(?:died|was\s+born|{HARMED}|lived\s+with\s+(?:his|her)|told\s+(?:her|his|the|a)\s+(?:{KIN}|{STAFF})))\b)"
)
SIGNS = ("'", "’", " died", " was ", " had been ", " lived with", " told ")
"""What follows a first name, quick to look for: the pattern is tried only at the word before one of these."""

BEFORE_PLACES = (" in", " at", " from", " near", " around", " to")
LONGEST = 10
INTRODUCED = re.compile(
    rf"\b(?:{'|'.join(sorted(PEOPLE))}|siblings|children|brothers|sisters|cousins|reviews?|cases?|scr|lcspr|sar)\b[^.]{{0,25}}$",
    re.IGNORECASE,
)
REACH = 50


def slips(text: str, known: Known) -> Iterator[Finding]:
    """Letters and first names in a review that its title, summary and pseudonyms do not have; each told once."""
    told = set(known.names)
    for found in LETTER.finditer(text):
        if found[1] not in told and not text.startswith("title:", text.rfind("\n", 0, found.start()) + 1):
            told.add(found[1])
            if not _is_introduced(text, found.start()):
                yield Finding("privacy-pseudonym", *found.span())
    for start in sorted(_before_signs(text)):
        named = FIRST_NAME.match(text, start)
        name = named.group() if named else ""
        if named and name not in told and not never_a_name(name, known) and not _is_place(text, named):
            told.add(name)
            yield Finding("privacy-pseudonym", *named.span())


def _is_introduced(text: str, place: int) -> bool:
    """Whether a letter comes with who that is: her brother, Child S; or the review of Child B."""
    return bool(INTRODUCED.search(text[max(0, place - REACH) : place]))


def _is_place(text: str, found: re.Match[str]) -> bool:
    """Whether a name may be where somebody came from who was hurt; what has a mother is no place."""
    before = text[max(0, found.start() - LONGEST) : found.start()].rstrip()
    return text[found.end()] not in "'’" and before.endswith(BEFORE_PLACES)


def _before_signs(text: str) -> Iterator[int]:
    """Where each word with a capital starts that stands before one of the signs."""
    for sign in SIGNS:
        place = text.find(sign)
        while place >= 0:
            start = max(text.rfind(" ", 0, place), text.rfind("\n", 0, place)) + 1
            if text[start].isupper():
                yield start
            place = text.find(sign, place + 1)
