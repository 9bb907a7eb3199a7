"""A pseudonym that slips: the title says Child R, the text Child S, or a first name that stands nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefings.privacy.finding import Finding
from briefings.privacy.known import Known
from briefings.privacy.word_lists import PEOPLE, never_a_name

LETTER = re.compile(r"\b(?:Child|Baby|Infant|Boy|Girl) ([A-Z]{1,2}\d{0,2})\b(?!\.\w)")
KIN = r"mother|father|mum|dad|parents|sister|brother|sibling|siblings|stepfather|stepmother|grandmother|grandfather|aunt|uncle"
FIRST_NAME = re.compile(
    rf"(?<![\w'-])(?P<a>[A-Z][a-z]{{2,}})(?:'s? +(?:{KIN}|family|partner|death|body|bedroom|birth|funeral)\b"
    r"| +(?:died|was born|(?:was|had been) (?:found|killed|stabbed|hurt|injured|murdered)|told (?:her|his|the|a) "
    rf"(?:{KIN}|social|teacher|school|police|worker|midwife|nurse|GP)|lived with (?:his|her)))"
)
INTRODUCED = re.compile(
    rf"\b(?:{'|'.join(sorted(PEOPLE))}|siblings|children|brothers|sisters|cousins|review|reviews|case|cases|scr|lcspr|sar)\b"
    r"[^.]{0,25}$",
    re.IGNORECASE,
)
REACH = 50


def slips(stretches: Iterable[tuple[int, str]], known: Known) -> Iterator[Finding]:
    """Letters and first names in a review that its title, summary and pseudonyms do not have; each told once."""
    told = set(known.names)
    for start, text in stretches:
        for pattern in (LETTER, FIRST_NAME):
            for found in pattern.finditer(text):
                name = found.group(1)
                if name in told or never_a_name(name, known):
                    continue
                told.add(name)
                if pattern is FIRST_NAME or not _is_introduced(text, found):
                    first = found.start() if pattern is LETTER else found.start(1)
                    yield Finding("privacy-pseudonym", start + first, start + found.end(1))


def _is_introduced(text: str, found: re.Match[str]) -> bool:
    """Whether a letter comes with who that is: her brother, Child S; or the review of Child B."""
    return bool(INTRODUCED.search(text[max(0, found.start() - REACH) : found.start()]))
