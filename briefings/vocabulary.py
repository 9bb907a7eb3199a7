"""The controlled lists: review types, partnerships, ages, outcomes, harms, agencies, audiences, glossary and resources.

The general lists of the field ship with this package (``default_vocabulary/``). A site adds to them, or changes an
entry, with a file of the same name in ``content/vocabulary/``; its partnerships and resources are its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from pydantic import BaseModel, ConfigDict, ValidationError

from briefings.ids import is_id, slug
from briefings.marked_yaml import MarkedData, read_yaml
from briefings.problems import ContentError, Problem
from briefings.shape import shape_problems, validated
from briefings.source import read_source

DEFAULTS = Path(__file__).parent / "default_vocabulary"


class Term(BaseModel):
    """An entry of a list: ``id`` is what authors write, ``name`` what readers see."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    id: str
    name: str
    meaning: str = ""


class ReviewType(Term):
    """A kind of review, spelt out."""


class Audience(Term):
    """Who a learning point speaks to."""


class AgeBand(Term):
    """An age band, in the order of the file: youngest first."""


class Outcome(Term):
    """What came of the harm."""


class Harm(Term):
    """A kind of harm; ``group`` says of whom: children, adults or everyone. ``help`` is shown beside pages about it."""

    group: str = "everyone"
    help: str = ""


class Agency(Term):
    """An agency, as a kind of service rather than one employer."""


class Partnership(Term):
    """Who publishes a review. ``short`` is the place, as said in a list; ``site`` its own website."""

    short: str = ""
    region: str = ""
    nation: str = ""
    site: str = ""

    @property
    def place(self) -> str:
        """The name for lists and headings."""
        return self.short or self.name


class Resource(Term):
    """A tool or guide that learning points and themes point to."""

    url: str = ""


class GlossaryEntry(BaseModel):
    """An acronym (with its ``expansion``) or a term of the field; ``also`` lists its other forms."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    id: str
    meaning: str = ""
    expansion: str = ""
    also: tuple[str, ...] = ()


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

    @cached_property
    def expansions(self) -> Mapping[str, str]:
        """Each acronym, in every form it is written in, with what it stands for."""
        spelt = {}
        for entry in self.glossary.values():
            for form in (*entry.also, entry.id) if entry.expansion else ():
                if form == entry.id or form not in self.glossary:
                    spelt[form] = entry.expansion
        return MappingProxyType(spelt)


LISTS: Mapping[str, tuple[str, type[Term | GlossaryEntry]]] = MappingProxyType(
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
    }
)
"""The file of each list (without ``.yml``), the field of :class:`Vocabulary` that holds it, and its kind of entry."""


def load_vocabulary(folder: Path, shown: Callable[[Path], str], problems: list[Problem]) -> Vocabulary:
    """Read every list: the package's own, then the site's on top. ``shown`` gives a file's name for messages."""
    lists = {}
    for stem, (field_name, kind) in LISTS.items():
        entries: dict[str, Term | GlossaryEntry] = {}
        for path in (DEFAULTS / f"{stem}.yml", folder / f"{stem}.yml"):
            if path.exists():
                entries.update(_read_list(path, shown(path), kind, problems))
        lists[field_name] = MappingProxyType(entries)
    problems.extend(_unknown_files(folder, shown))
    return Vocabulary(**lists)  # type: ignore[arg-type]


def _read_list(
    path: Path, shown_as: str, kind: type[Term | GlossaryEntry], problems: list[Problem]
) -> dict[str, Term | GlossaryEntry]:
    try:
        source = read_source(path, shown_as)
    except ContentError as error:
        problems.extend(error.problems)
        return {}
    marked = read_yaml(source, source.text)
    problems.extend(marked.problems)
    return {entry.id: entry for key in marked.data for entry in _entry(marked, key, kind, problems)}


def _entry(
    marked: MarkedData, key: str, kind: type[Term | GlossaryEntry], problems: list[Problem]
) -> Iterable[Term | GlossaryEntry]:
    value = marked.data[key]
    if not isinstance(value, dict):
        message = f"`{key}` should hold `name: …` and its other fields"
        problems.append(marked.problem("wrong-shape", (key,), message, f"{key}: {{name: {key.capitalize()}}}"))
        return
    if kind is not GlossaryEntry and not is_id(key):
        hint = f"write `{slug(key)}`"
        problems.append(marked.problem("bad-id", (key, "key"), f"`{key}` is not an id", hint))
        return
    entry = validated(kind, {"id": key, **value})
    if isinstance(entry, ValidationError):
        problems.extend(shape_problems(entry, marked, kind, (key,)))
    else:
        yield entry


def _unknown_files(folder: Path, shown: Callable[[Path], str]) -> Iterable[Problem]:
    for path in sorted(folder.glob("*")):
        if path.suffix != ".yml" or path.stem not in LISTS:
            hint = f"the lists are {', '.join(f'{stem}.yml' for stem in LISTS)}"
            yield Problem(shown(path), 1, 1, "misplaced-file", "this is not one of the lists, and is not read", hint)
