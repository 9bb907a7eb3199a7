"""Where somebody lived or lay: street addresses, wards and beds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefings.privacy.finding import Finding
from briefings.privacy.known import Known
from briefings.privacy.word_lists import KINDS_OF_WARD

STREET = r"(?:Road|Rd|Street|Avenue|Ave|Lane|Close|Drive|Crescent|Terrace|Gardens|Grove|Mews|Rise|Walk|Parade)"
BUILT = r"(?:Place|Court|Way|Hill|Park|Square|View|Row|Green|House|Heights|Towers?|Buildings?|Cottages?|Estate|Villas?)"
WORDS = r"(?:[A-Z][\w'.-]* +){1,3}"
NUMBERED = re.compile(
    rf"\b(?:(?:Flat|Apartment|Apt|Unit|Plot|Caravan|Room)\.? +\w{{1,4}},? +)?(?<![\d.,/£-])\d{{1,3}}[A-Za-z]?"
    rf"(?:-\d{{1,3}})?,? +{WORDS}(?:{STREET}|{BUILT})\b(?! +(?!was|is|has|his|as|its|this|across)[a-z]{{2,}}s\b)"
)
HOME = re.compile(
    r"\b(?:live[sd]?|living|home|house|flat|address|tenancy|stay(?:ed|ing)?|moved|property|outside|found)"
    rf"(?: +was)? +(?:in|on|at|to|of|near)? *(?P<street>{WORDS}{STREET})\b(?! +(?:Police|School|Surgery|Centre|Clinic))"
)
NO_HOME = re.compile(r"\b(?:Family|Crown|County|High|Supreme|Magistrates'?|Youth|Children's|Care) (?:Court|House|Way)$")

PLAIN_WARD = re.compile(r"\b[Ww]ard +(?:number +|no\.? *)?(?:\d{1,3}[A-Za-z]?|[A-Z]\d?)\b(?!\.\d)")
BED = re.compile(
    r"\b(?:[Bb]ed|[Bb]ay|[Cc]ubicle|[Ss]ide room) +(?:number +|no\.? *)?\d{1,3}[A-Za-z]?\b"
    r"(?! +(?:times?|hours?|days?|nights?|weeks?|months?|years?|minutes?|children|babies|people|units?|spaces?"
    r"|out of|in every|per)\b)"
)
NAMED_WARD = re.compile(
    r"\b(?:[A-Z][\w'-]+ +){1,2}Ward\b|\b(?:to|on|from|the) +(?P<name>(?:[A-Z][\w'-]+ +){1,2}ward)\b"
)
ELECTED = re.compile(r"council|elect|deprived|population|residents", re.IGNORECASE)


def street_addresses(text: str, _: Known) -> Iterator[Finding]:
    """A number and a street or house; or, where somebody is said to live there, a street alone."""
    found = [each.span() for each in NUMBERED.finditer(text)] if re.search(r"\d", text) else []
    named = [each.span("street") for each in HOME.finditer(text)]
    for start, end in found + [span for span in named if not any(span[0] <= other[1] for other in found)]:
        if not NO_HOME.search(text[start:end]):
            yield Finding("privacy-address", start, end)


def wards(text: str, _: Known) -> Iterator[Finding]:
    """A ward with a name, letter or number, and a numbered bed; not a kind of ward, nor one of a council."""
    if "ard" in text and not ELECTED.search(text):
        for found in (*PLAIN_WARD.finditer(text), *NAMED_WARD.finditer(text)):
            span = found.span("name") if found.re is NAMED_WARD and found["name"] else found.span()
            if not KINDS_OF_WARD.issuperset(text[slice(*span)].lower().split()[:-1]) or found.re is PLAIN_WARD:
                yield Finding("privacy-ward", *span)
    if re.search(r"\d", text):
        for found in BED.finditer(text):
            yield Finding("privacy-ward", *found.span())
