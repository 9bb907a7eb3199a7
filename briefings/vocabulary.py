"""The controlled lists: review types, partnerships, ages, outcomes, harms, agencies, audiences, glossary and resources.

The general lists of the field ship with this package (``default_vocabulary/``). A site adds to them, or changes an
entry, with a file of the same name in ``content/vocabulary/``; its partnerships and resources are its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, count
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from briefings.fields import Text, WebAddress, listed, not_empty, refusal
from briefings.ids import is_id, slug
from briefings.marked_yaml import MarkedData, read_yaml
from briefings.problems import ContentError, Problem, did_you_mean
from briefings.shape import shape_problems, validated
from briefings.source import read_source

DEFAULTS = Path(__file__).parent / "default_vocabulary"
GROUPS = ("children", "adults", "everyone")
FOLDER_OF_AGENCIES = "agency"
"""What stands in the addresses of agencies where the id of an audience stands in those of audiences."""
WORD = re.compile(r"\w(?:[\w &/'’.,()+-]*[\w)+.])?")
"""A form that a word of the glossary may have: nothing in it means anything to Markdown."""


def _group(value: Any) -> Any:
    if isinstance(value, str) and value not in GROUPS:
        raise refusal("wrong-shape", f"`{value}` is not a group of people", did_you_mean(value, GROUPS))
    return value


def _word(value: Any) -> Any:
    if isinstance(value, str) and not WORD.fullmatch(value):
        raise refusal("bad-id", f"`{value}` cannot be a word of the glossary", "use letters, digits and spaces")
    return value


def _yes_or_no(value: Any) -> Any:
    if isinstance(value, str) and value not in ("yes", "no"):
        raise refusal("wrong-shape", f"`{value}` is neither yes nor no", "write `yes`, or delete the line")
    return value == "yes" if isinstance(value, str) else value


def _lines(value: Any) -> Any:
    """Some lines, one, or (to take out those of the package) an empty one."""
    return () if value == "" else listed(value)


Group = Annotated[str, BeforeValidator(_group), BeforeValidator(not_empty)]
Word = Annotated[Text, BeforeValidator(_word)]
YesOrNo = Annotated[bool, BeforeValidator(_yes_or_no)]
Lines = Annotated[tuple[Text, ...], BeforeValidator(_lines)]


class Term(BaseModel):
    """An entry of a list: ``id`` is what authors write, ``name`` what readers see."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    id: str
    name: Text
    meaning: Text = ""


class ReviewType(Term):
    """A kind of review, spelt out; ``group`` says whom it is about: children, adults or everyone."""

    group: Group = "everyone"


class Audience(Term):
    """Who a learning point speaks to."""


class AgeBand(Term):
    """An age band, in the order of the file: youngest first. ``short`` is for charts: ``1–5``.

    ``group`` is children or adults.
    """

    short: Text = ""
    group: Group = "children"


class Outcome(Term):
    """What came of the harm."""


class Harm(Term):
    """A kind of harm; ``group`` says of whom: children, adults or everyone.

    Pages about it start with a note of what they talk about (``note``, in a few words) and show ``help``, helplines in
    the order in which they fit. Both may be empty. Of an ``urgent`` harm they come before those of other harms.
    """

    group: Group = "everyone"
    note: Lines = ()
    help: Lines = ()
    urgent: YesOrNo = False


class Agency(Term):
    """An agency, as a kind of service rather than one employer."""


class Partnership(Term):
    """Who publishes a review. ``short`` is the place, as said in a list; ``site`` its own website."""

    short: Text = ""
    region: Text = ""
    nation: Text = ""
    site: WebAddress = ""

    @property
    def place(self) -> str:
        """The name for lists and headings."""
        return self.short or self.name


class Resource(Term):
    """A tool or guide that learning points and themes point to."""

    url: WebAddress = ""


class GlossaryEntry(BaseModel):
    """An acronym (with its ``expansion``) or a term of the field; ``also`` lists its other forms."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    id: str
    meaning: Text = ""
    expansion: Text = ""
    also: Annotated[tuple[Word, ...], BeforeValidator(listed)] = ()


class AvoidedWord(BaseModel):
    """A word, or some words, now avoided. ``prefer`` is what to write in their place, ``meaning`` why."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    id: str
    prefer: Text
    meaning: Text = ""


Entry = Term | GlossaryEntry | AvoidedWord


@dataclass(frozen=True)
class Vocabulary:
    """Every controlled list, each by id and in the order of its file."""

    review_types: Mapping[str, ReviewType] = field(default_factory=dict)
    partnerships: Mapping[str, Partnership] = field(default_factory=dict)
    ages: Mapping[str, AgeBand] = field(default_factory=dict)
    outcomes: Mapping[str, Outcome] = field(default_factory=dict)
    harms: Mapping[str, Harm] = field(default_factory=dict)
    agencies: Mapping[str, Agency] = field(default_factory=dict)
    audiences: Mapping[str, Audience] = field(default_factory=dict)
    glossary: Mapping[str, GlossaryEntry] = field(default_factory=dict)
    resources: Mapping[str, Resource] = field(default_factory=dict)
    avoided: Mapping[str, AvoidedWord] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    """The lists that could not be read: no id can be called unknown for lack of them."""

    @cached_property
    def expansions(self) -> Mapping[str, str]:
        """Each acronym, in every form it is written in, with what it stands for."""
        spelt = {}
        for entry in self.glossary.values():
            for form in (*entry.also, entry.id) if entry.expansion else ():
                if form == entry.id or form not in self.glossary:
                    spelt[form] = entry.expansion
        return MappingProxyType(spelt)

    @cached_property
    def avoided_pattern(self) -> re.Pattern[str] | None:
        """What finds any avoided word, whatever its capitals, hyphens and line ends; nothing where none is avoided."""
        words = (r"[\s-]+".join(map(re.escape, re.split(r"[\s-]+", id))) for id in sorted(self.avoided, reverse=True))
        found = "|".join(words)
        return re.compile(rf"(?<!\w)(?:{found})(?!\w)", re.IGNORECASE) if found else None

    def as_avoided(self, said: str) -> str:
        """The id of an avoided word as it was found."""
        return next(id for id in self.avoided if _bare(id) == _bare(said))

    @cached_property
    def words(self) -> frozenset[str]:
        """Every form of every word of the glossary."""
        return frozenset([*self.expansions, *self.glossary, *self.anchors])

    @cached_property
    def anchors(self) -> Mapping[str, str]:
        """Where each word of the glossary stands on its page, by every form of it. No two words share a place."""
        places: dict[str, str] = {}
        taken: set[str] = set()
        for id in sorted(self.glossary):
            plain = slug(id)
            places[id] = next(
                name for name in chain([plain], (f"{plain}-{number}" for number in count(2))) if name not in taken
            )
            taken.add(places[id])
        for entry in self.glossary.values():
            for form in entry.also:
                places.setdefault(form, places[entry.id])
        return MappingProxyType(places)


def _bare(words: str) -> str:
    return " ".join(re.split(r"[\s-]+", words.lower()))


FIRST_FIELDS: Mapping[type[Entry], str] = MappingProxyType({GlossaryEntry: "meaning", AvoidedWord: "prefer"})
"""The field that is asked for first, where it is not the name."""
WORDS = (GlossaryEntry, AvoidedWord)
"""Kinds of entry whose id is a word as people write it."""

LISTS: Mapping[str, tuple[str, type[Entry]]] = MappingProxyType(
    {
        "review-types": ("review_types", ReviewType),
        "partnerships": ("partnerships", Partnership),
        "ages": ("ages", AgeBand),
        "outcomes": ("outcomes", Outcome),
        "harms": ("harms", Harm),
        "agencies": ("agencies", Agency),
        "audiences": ("audiences", Audience),
        "glossary": ("glossary", GlossaryEntry),
        "resources": ("resources", Resource),
        "avoided": ("avoided", AvoidedWord),
    }
)
"""The file of each list (without ``.yml``), the field of :class:`Vocabulary` that holds it, and its kind of entry."""

UNKNOWN: Mapping[str, str] = MappingProxyType(
    {
        "review-types": "unknown-review-type",
        "partnerships": "unknown-partnership",
        "ages": "unknown-age-band",
        "outcomes": "unknown-outcome",
        "harms": "unknown-harm",
        "agencies": "unknown-agency",
        "audiences": "unknown-audience",
        "resources": "unknown-resource",
    }
)
"""The code of a problem with an id that a list does not hold."""


def load_vocabulary(folder: Path, shown: Callable[[Path], str], problems: list[Problem]) -> Vocabulary:
    """Read every list: the package's own, then the site's on top. ``shown`` gives a file's name for messages."""
    lists: dict[str, Any] = {}
    unread = set()
    for stem, (field_name, kind) in LISTS.items():
        entries: dict[str, Entry] = {}
        for path in (DEFAULTS / f"{stem}.yml", folder / f"{stem}.yml"):
            if path.exists():
                read = _read_list(path, shown(path), kind, problems)
                entries.update(read or {})
                unread |= {stem} if read is None else set()
        lists[field_name] = MappingProxyType(entries)
    problems.extend(_unknown_files(folder, shown))
    return Vocabulary(**lists, unread=frozenset(unread))


def _read_list(path: Path, shown_as: str, kind: type[Entry], problems: list[Problem]) -> dict[str, Entry] | None:
    """The entries of one file; nothing where it is not to be read at all."""
    try:
        source = read_source(path, shown_as)
    except ContentError as error:
        problems.extend(error.problems)
        return None
    marked = read_yaml(source, source.text)
    problems.extend(marked.problems)
    return {key: _entry(marked, key, kind, problems) for key in marked.data} if marked.readable else None


def _entry(marked: MarkedData, key: str, kind: type[Entry], problems: list[Problem]) -> Entry:
    """One entry; a bare one where it cannot be made, so that reviews which name it are not wrong as well."""
    value = marked.data[key]
    faults = list(_entry_problems(marked, key, kind))
    if not isinstance(value, dict) or faults:
        problems += faults
        return _bare_entry(kind, key)
    entry = validated(kind, {**value, "id": key})
    if isinstance(entry, ValidationError):
        problems += shape_problems(entry, marked, kind, (key,))
        return _bare_entry(kind, key)
    return entry


def _bare_entry(kind: type[Entry], key: str) -> Entry:
    """An entry that is called by its id, and says no more."""
    named: dict[str, Any] = {"id": key, FIRST_FIELDS.get(kind, "name"): key}
    return kind.model_construct(**named)


def _entry_problems(marked: MarkedData, key: str, kind: type[Entry]) -> Iterator[Problem]:
    """What is wrong with an entry's id and its outermost shape."""
    value = marked.data[key]
    if kind not in WORDS and not is_id(key):
        yield marked.problem("bad-id", (key, "key"), f"`{key}` is not an id", f"write `{slug(key)}`")
    elif kind is Audience and key == FOLDER_OF_AGENCIES:
        message = f"an audience cannot be called `{key}`: the pages of agencies stand at its address"
        yield marked.problem("bad-id", (key, "key"), message, f"write `{key}-staff`, or another id")
    elif kind in WORDS and not WORD.fullmatch(key):
        hint = "use letters, digits and spaces, and begin with a letter or digit"
        yield marked.problem("bad-id", (key, "key"), f"`{key}` cannot be a word of the glossary", hint)
    elif not isinstance(value, dict):
        first = FIRST_FIELDS.get(kind, "name")
        message = f"`{key}` should hold `{first}: …` and its other fields"
        yield marked.problem("wrong-shape", (key,), message, f"write `{key}: {{{first}: {value or '…'}}}`")
    elif "id" in value:
        message = "`id` is not a field: an entry's id stands before it"
        yield marked.problem("unknown-field", (key, "id", "key"), message, "delete this line")


def _unknown_files(folder: Path, shown: Callable[[Path], str]) -> Iterator[Problem]:
    for path in sorted(folder.glob("[!.]*")):
        if path.suffix != ".yml" or path.stem not in LISTS:
            known = [f"{stem}.yml" for stem in LISTS]
            hint = did_you_mean(f"{path.stem}.yml", known)
            yield Problem(shown(path), 1, 1, "misplaced-file", "this is not one of the lists, and is not read", hint)
