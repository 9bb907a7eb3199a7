"""Ids in front matter, looked up in the vocabulary: the entry, or a problem where the unknown id stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from briefings.ids import YEAR, is_id, slug
from briefings.marked_yaml import Data, MarkedData, Path
from briefings.problems import Problem, did_you_mean
from briefings.source import Source
from briefings.vocabulary import LISTS, UNKNOWN, Term, Vocabulary

Entry = TypeVar("Entry", bound=Term)
LIST_OF_ALL = "index"
"""`reviews/index.md` is the list of all reviews, as `reviews/2021.md` is that of one year."""


def bad_id(source: Source, name: str) -> Iterator[Problem]:
    """What is wrong with a file's name, which is the id of what it holds."""
    message = f"`{name}` cannot be an id, and a file's name is its id"
    if not is_id(name):
        hint = f"name the file `{slug(name)}.md`: small letters, digits and hyphens"
        yield source.problem("bad-id", 1, 1, message, hint)
    elif name == LIST_OF_ALL or YEAR.fullmatch(name):
        hint = "name the file after the place and the case: `oxfordshire-child-r.md`"
        yield source.problem("bad-id", 1, 1, f"{message}; the address of this one is taken by a list", hint)


def found(ids: Iterable[str], known: Mapping[str, Entry]) -> tuple[Entry, ...]:
    """The entries of the ids that are known, each once."""
    return tuple(dict.fromkeys(known[id] for id in ids if id in known))


def unknown_terms(marked: MarkedData, lists: Mapping[str, str], vocabulary: Vocabulary) -> Iterator[Problem]:
    """Every id in these fields that its list does not hold. ``lists`` names the list of each field.

    It reads the data as it was written, so that one wrong field does not hide what is wrong with the next.
    """
    for name, stem in lists.items():
        for path, id in _ids((name,), marked.data.get(name, "")):
            if id not in _entries(vocabulary, stem) and stem not in vocabulary.unread:
                yield marked.problem(UNKNOWN[stem], path, *unknown(id, _entries(vocabulary, stem), stem))


def _entries(vocabulary: Vocabulary, stem: str) -> Mapping[str, Term]:
    entries: Mapping[str, Term] = getattr(vocabulary, LISTS[stem][0])
    return entries


def _ids(path: Path, value: Data) -> Iterator[tuple[Path, str]]:
    """Each id that a field holds, with its place: a list, or one or more without brackets."""
    if isinstance(value, str):
        yield from ((path, part.strip()) for part in value.split(",") if part.strip())
    elif isinstance(value, list):
        for number, part in enumerate(value):
            if isinstance(part, str) and part.strip():
                yield (*path, number), " ".join(part.split())


def unknown(id: str, known: Mapping[str, Term], stem: str) -> tuple[str, str]:
    """What to say of an id that a list does not hold, and the nearest that it does."""
    what = UNKNOWN[stem].removeprefix("unknown-").replace("-", " ")
    names = {entry.name: entry.id for entry in known.values()}
    hint = did_you_mean(id, known, names) or f"the ids stand in vocabulary/{stem}.yml; a new one is added there"
    return f"no {what} is called `{id}`", hint
