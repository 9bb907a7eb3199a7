"""What a report states about itself: its title, its type, its partnership and its dates. Nothing is guessed."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefings.dates import PartialDate
from briefings.reports.blocks import Block, Kind, ReportText
from briefings.reports.safe_markdown import clean
from briefings.vocabulary import Vocabulary

OPENING_BLOCKS, OPENING_PAGES = 60, 3
LONGEST_TEXT = 3_000
"""Letters of one paragraph that are looked through."""
MONTH = "|".join(calendar.month_name[1:])
DATE = rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+)?(?:(?P<month>{MONTH})\s+)?(?P<year>20\d\d)(?!\d)"
PUBLISHED = re.compile(
    r"(?:(?:date of )?publication(?: date)?|date published|published|this (?:report|review) was published)"
    rf"(?:\s+(?:on|in|by [\w &,'-]{{3,80}}? (?:on|in)))?\s*[:–-]?\s*{DATE}",
    re.IGNORECASE,
)
COVER_BLOCKS = 6
MADE_FOR = re.compile(r"\b(?:commissioned|carried out|undertaken|published) by (?:the )?(.{5,120})")
COVER_DATE = re.compile(rf"(?:(?:final )?(?:report|version)[:,]?\s*)?{DATE}", re.IGNORECASE)
INCIDENT = re.compile(
    r"\b(?:died|death|killed|incident|injur\w+|murder\w*|suicide|life)\b[^.]{0,80}?\b(?:in|on|during)\s+"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:(?:early|late|mid)\s+)?(?:(?:{MONTH})\s+)?(?P<year>20\d\d)\b"
)
NAMED = re.compile(
    r"\b((?:Child|Baby|Adult|Family|Young Person)\s+(?!Safeguard|Practice|Protect|Death|Learning|Review)[A-Z]\w{0,12}\b"
    r"(?:(?:,| and| &)\s+(?:(?:Child|Baby|Adult)\s+)?[A-Z]\w{0,12}\b)*)"
)
QUOTED = re.compile(r"[‘“\"']([A-Z][^‘’“”\"]{1,60}?)[’”\"'](?!\w)")
BODY = re.compile(
    r"\b([A-Z][\w’'-]+(?:,? (?:[A-Z][\w’'-]+|and|&|of|the))* Safeguarding "
    r"(?:(?:Local|Children(?:[’']s)?|Adults?|and|&) )*(?:Multi-?[Aa]gency )?(?:Partnership|Board))"
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is stated. Each is empty where it is not, or where it is not clear.

    ``types`` and ``partnerships`` are ids, more than one where the report leaves it open. ``publisher`` is a name that
    the report gives and our list of partnerships lacks. ``cover_date`` may be that of publication, and does not say so.
    ``said`` are lines that say nothing else, and so are understood.
    """

    full_title: str = ""
    title: str = ""
    types: tuple[str, ...] = ()
    partnerships: tuple[str, ...] = ()
    publisher: str = ""
    published: PartialDate | None = None
    cover_date: PartialDate | None = None
    incident: str = ""
    pages: int = 0
    said: frozenset[str] = frozenset()


def facts_of(report: ReportText, vocabulary: Vocabulary) -> Facts:
    """Everything that a report says about itself where reports do: on its first pages, and on its last."""
    opening = [block for block in report.blocks[:OPENING_BLOCKS] if block.page <= OPENING_PAGES]
    title = _title(opening)
    texts = [block.text[:LONGEST_TEXT] for block in opening if block.text]
    ends = [*texts, *(block.text[:LONGEST_TEXT] for block in report.blocks[-10:])]
    partnerships = _partnerships(texts, vocabulary)
    names = {_plain(vocabulary.partnerships[id].name) for id in partnerships}
    return Facts(
        full_title=title,
        title=_short(title),
        types=_types(title, texts, vocabulary),
        partnerships=partnerships,
        publisher="" if partnerships else next((found.group(1) for text in texts for found in BODY.finditer(text)), ""),
        published=next((date for text in ends if (date := _date(PUBLISHED.match(text)))), None),
        cover_date=next((date for text in texts[:15] if (date := _date(COVER_DATE.fullmatch(text.strip(" ."))))), None),
        incident=_incident(texts),
        pages=report.pages,
        said=frozenset(text for text in texts if PUBLISHED.fullmatch(text) or _plain(text) in names or text in title),
    )


def _title(opening: Sequence[Block]) -> str:
    """The lines set as a title, or else the headings with which the report starts; and a name that stands below."""
    titled = [block.text for block in opening if block.kind is Kind.HEADING and block.level == 0]
    first = next((index for index, block in enumerate(opening) if block.text), 0)
    if not titled:
        for block in opening[first : first + 3]:
            if block.kind is not Kind.HEADING or re.match(
                r"\d|introduction|contents|context", block.text, re.IGNORECASE
            ):
                break
            titled.append(block.text)
    if (
        not titled
        and len(opening) > first
        and len(opening[first].text) <= 120
        and opening[first].kind is Kind.PARAGRAPH
    ):
        titled = [opening[first].text]
    below = next((block.text for block in opening if block.is_text and block.text not in titled), "")
    if QUOTED.fullmatch(below) or NAMED.fullmatch(below):
        titled.append(below)
    return " ".join(clean(" ".join(dict.fromkeys(titled))).split())[:200].strip()


def _short(title: str) -> str:
    """The name that a review goes by: what stands in quotation marks, or ``Child R``; else the title as it is."""
    if found := QUOTED.search(title):
        return found.group(1).strip(" ,.")
    if found := NAMED.search(title):
        return found.group(1)
    return title


def _types(title: str, texts: Iterable[str], vocabulary: Vocabulary) -> tuple[str, ...]:
    """The type that the title names; else the one that the report says it is; else each that it mentions."""
    if named := _named_types(title, vocabulary):
        return named[:1]
    texts = list(texts)
    said = re.compile(
        r"\b(?:this|the present|current) (?:report|review)?\s*(?:is|presents|sets out)?\s*(?:an?|the)?\s*",
        re.IGNORECASE,
    )
    for text in texts:
        for found in said.finditer(text):
            if first := _named_types(text[found.start() : found.end() + 110].split(".")[0], vocabulary):
                return first[:1]
    return tuple(dict.fromkeys(type for text in texts for type in _named_types(text, vocabulary)))


def _named_types(text: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The types that a text names, in its order; a name inside a longer one is not counted."""
    found: list[tuple[int, int, str]] = []
    for type in vocabulary.review_types.values():
        acronym = type.id.upper() if len(type.id) <= 6 and "-" not in type.id else ""
        name = rf"(?i:{re.escape(type.name).replace('Adults', 'Adults?')}s?)"
        pattern = rf"(?<!\w)(?:{name}{f'|{acronym}s?' if acronym else ''})(?!\w)"
        found += [(match.start(), match.end(), type.id) for match in re.finditer(pattern, text)]
    outer = [one for one in found if not any(o[0] <= one[0] and one[1] <= o[1] and o[:2] != one[:2] for o in found)]
    return tuple(dict.fromkeys(id for _, _, id in sorted(outer)))


def _partnerships(texts: Sequence[str], vocabulary: Vocabulary) -> tuple[str, ...]:
    """The partnership that the cover names, or that the report says it was made for; else each that it names."""
    names = {id: _plain(place.name) for id, place in vocabulary.partnerships.items()}
    plain = [_plain(text) for text in texts]
    for said in (plain[:COVER_BLOCKS], [found for text in plain for found in MADE_FOR.findall(text)]):
        if len(named := _naming(said, names)) == 1:
            return named
    return _naming(plain, names)


def _naming(texts: Sequence[str], names: Mapping[str, str]) -> tuple[str, ...]:
    """Which partnerships some texts name, the one named first before the others."""
    whole = f" {' | '.join(texts)} "
    places = {id: whole.find(f" {name} ") for id, name in names.items() if name}
    return tuple(sorted((id for id, place in places.items() if place >= 0), key=lambda id: places[id]))


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^a-z0-9]+", " ", text.lower().replace("&", " and ")).split())


def _date(found: re.Match[str] | None) -> PartialDate | None:
    """A date as exact as it is written; None where the calendar has no such day."""
    if not found:
        return None
    month = next(
        (number for number, name in enumerate(calendar.month_name) if name.lower() == (found["month"] or "-").lower()),
        0,
    )
    day = int(found["day"] or 0) if month else 0
    try:
        return PartialDate.parse("-".join(str(part) for part in (found["year"], month, day) if part))
    except ValueError:
        return None


def _incident(texts: Iterable[str]) -> str:
    """The year of the harm, if every sentence of the opening that tells of it names the same one."""
    years = set(_years(texts))
    return years.pop() if len(years) == 1 else ""


def _years(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from (found["year"] for found in INCIDENT.finditer(text))
