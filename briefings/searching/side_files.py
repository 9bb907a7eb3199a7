"""The files beside Pagefind's index: what each of its fragments is, for groups and counts; and the words it knows."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

from briefings.pages import addresses
from briefings.searching.catalogue import KINDS, Catalogue, Entry, Group
from briefings.wording import inside

MEANT = MappingProxyType(
    {
        everyday: field
        for line in (Path(__file__).parent / "everyday_words.txt").read_text("utf-8").splitlines()
        for field, _, words in [line.partition(": ")]
        for everyday in words.split()
    }
)
"""What people say, and the word that reviews have for it."""

OWN: Mapping[str, Callable[[Entry], tuple[str, ...]]] = MappingProxyType(
    {
        "kind": lambda entry: (entry.kind,),
        "audience": lambda entry: entry.audiences,
        "theme": lambda entry: entry.themes,
        "agency": lambda entry: entry.agencies,
    }
)
"""What an entry itself says of each facet that is not its group's alone."""


def entries_json(catalogue: Catalogue, served: Mapping[str, str], ids: Sequence[str]) -> str:
    """What a search knows of every entry before it loads any text, as compact JSON.

    ``served`` gives the address of each group's page, and of the glossary, by its Markdown file; ``ids`` name the
    fragment that Pagefind made of each entry, in their order. ``docs/architecture.md`` says what is where.
    """
    facets = _Facets(catalogue)
    numbered = iter(ids)
    return _compact(
        {
            "facets": facets.listed,
            "groups": [
                [
                    next(numbered),
                    group.name,
                    served[group.uri],
                    {name: facets.numbers(name, values) for name, values in group.facets.items() if values},
                    [[next(numbered), entry.anchor, *facets.of(entry)] for entry in group.entries],
                ]
                for group in catalogue.groups
            ],
            "glossary": served[addresses.GLOSSARY],
            "words": [[next(numbered), word.meaning.anchor, *word.forms] for word in catalogue.words],
            "meant": dict(MEANT),
            "searches": catalogue.searches,
        }
    )


@dataclass(frozen=True)
class _Facets:
    """The values by which entries can be filtered: each that occurs, by its number among those of its facet."""

    catalogue: Catalogue

    @cached_property
    def _names(self) -> Mapping[str, Mapping[str, str]]:
        """Every value that there might be with its name, in the order in which readers choose."""
        lists = self.catalogue.vocabulary
        places = sorted((term.place, id) for id, term in lists.partnerships.items())
        themes = sorted((group.name.lower(), group.name, *group.entries[0].themes) for group in self._themes)
        years = {year for group in self.catalogue.groups for year in group.facets.get("year", ())}
        return {
            "kind": KINDS,
            "audience": _named(lists.audiences),
            "theme": {id: name for _, name, id in themes},
            "agency": _named(lists.agencies),
            "harm": _named(lists.harms),
            "age": _named(lists.ages),
            "type": _named(lists.review_types),
            "partnership": {id: place for place, id in places},
            "year": {year: year for year in sorted(years, reverse=True)},
        }

    @property
    def _themes(self) -> Iterable[Group]:
        return (group for group in self.catalogue.groups if group.entries[0].kind == "theme")

    @cached_property
    def _numbers(self) -> Mapping[str, Mapping[str, int]]:
        used = {(facet, id) for group in self.catalogue.groups for facet, ids in group.facets.items() for id in ids}
        entries = (entry for group in self.catalogue.groups for entry in group.entries)
        used |= {(facet, id) for entry in entries for facet, values in OWN.items() for id in values(entry)}
        return {
            facet: {id: number for number, id in enumerate(id for id in names if (facet, id) in used)}
            for facet, names in self._names.items()
        }

    @property
    def listed(self) -> Mapping[str, list[list[str]]]:
        """Each facet's values in the order of their numbers: id and name, and of an audience its name in a sentence."""
        rows = {facet: [[id, names[id]] for id in self._numbers[facet]] for facet, names in self._names.items()}
        return rows | {"audience": [[id, name, inside(name)] for id, name in rows["audience"]]}

    def numbers(self, facet: str, ids: Iterable[str]) -> list[int]:
        """Values by their numbers."""
        return [self._numbers[facet][id] for id in ids]

    def of(self, entry: Entry) -> list[Any]:
        """An entry's kind, then its audiences, themes and agencies, as far as it has any."""
        (kind,), *lists = [self.numbers(facet, values(entry)) for facet, values in OWN.items()]
        while lists and not lists[-1]:
            lists.pop()
        return [kind, *lists]


def _named(terms: Mapping[str, Any]) -> Mapping[str, str]:
    return {id: term.name for id, term in terms.items()}


def words_json(catalogue: Catalogue) -> str:
    """Every word that the index knows, the most frequent first: what somebody mistyped is nearly one of them."""
    counts = Counter(word for entry in catalogue.entries for word in _words(entry))
    return _compact(" ".join(sorted(counts, key=lambda word: (-counts[word], word))))


def _words(entry: Entry) -> list[str]:
    text = " ".join([entry.text, entry.title, KINDS.get(entry.kind, ""), *entry.other_words])
    return re.findall(r"\w{2,}", re.sub(r"['’]", "", text).lower())


def _compact(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
