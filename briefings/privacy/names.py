"""People who are named after a title or a role: Dr Smith, his mother Karen, the social worker, Jane Smith."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from briefings.privacy.finding import Finding
from briefings.privacy.known import Known, words
from briefings.privacy.word_lists import PEOPLE, PUBLIC_FIGURES, ROLES, TITLES, is_organisation, never_a_name

CAPITAL = re.compile(r"(?<=[ (])[A-Z]")
RUN = re.compile(r"(?:[A-Z]\.? +){0,2}[A-Z][\w'-]*(?: +(?:(?:de|van|von|der|al|el|bin|ap|la) +)?[A-Z][\w'-]*){0,4}")
GAP = re.compile(r"(?P<word>[A-Za-zé-]+)(?P<gap>\.? +|, +| +\(|: +| +(?:called|named) +)$")
CALLED = re.compile(r"\b([a-z-]+)(?: +who)? +(?:was|is) +(?:called|named) +$")
SET_APART = re.compile(r" *[,;.)]| *$| +(?:and|who|was|had|is)\b")
INITIALS = re.compile(r"[A-Z]{1,3}\d*|[A-Z]")
REACH = 40


def names(text: str, known: Known) -> Iterator[Finding]:
    """Each name that follows a title or a role. Letters (Mr A) and the review's own made-up names are none."""
    is_heading = text.lstrip().startswith("#")
    end = 0
    for capital in CAPITAL.finditer(text):
        start = capital.start()
        if start < end:
            continue
        before = text[max(0, start - REACH) : start]
        found = RUN.match(text, start)
        if found and _introduces(before, text, found, known, is_heading=is_heading):
            span = _named(found, known)
            if span:
                end = span[1]
                yield Finding("privacy-name", *span)


def _introduces(before: str, text: str, run: re.Match[str], known: Known, *, is_heading: bool) -> bool:
    """Whether what stands before a run of words with capitals makes a name of it."""
    gap = GAP.search(before)
    if gap is None:
        return False
    word, mark = gap["word"], gap["gap"].strip()
    if word in TITLES or word in known.titles:
        return mark in ("", ".")
    if is_heading or mark == ".":
        return False
    if called := CALLED.search(before):
        return called.group(1) in PEOPLE
    if mark in (",", "(") and not SET_APART.match(text, run.end()):
        return False
    return _is_role(word, before[: gap.end("word")], known)


def _is_role(word: str, before: str, known: Known) -> bool:
    phrase = before.lower()
    last_two = " ".join(phrase.split()[-2:])
    return (
        word.lower() in ROLES
        or last_two in ROLES
        or " ".join(phrase.split()[-3:]) in ROLES
        or any(re.search(rf"\b{re.escape(role)}$", phrase) for role in known.roles)
    )


def _named(run: re.Match[str], known: Known) -> tuple[int, int] | None:
    """Where in a run the name is; nothing where it names an organisation, a letter or somebody public."""
    parts = words(run.group())
    if is_organisation(parts):
        return None
    first = list(takewhile(lambda part: len(part) == 1 or not never_a_name(part, known), parts))
    real = [part for part in first if not INITIALS.fullmatch(part)]
    if all(part in known.names or part in PUBLIC_FIGURES for part in real):
        return None
    return run.start(), run.start() + run.group().index(real[-1]) + len(real[-1])
