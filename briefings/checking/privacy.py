"""Private details in what authors wrote, told without being shown; and no other problem shows one either."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from briefings.model import SiteSettings
from briefings.privacy import TOLD, Finding, Known, Mask, details, details_of_name, masked, public_phones, words
from briefings.problems import Level, Problem
from briefings.reading import ReadActions, ReadDigest, ReadReview, ReadTheme
from briefings.source import Passage, Source
from briefings.vocabulary import Vocabulary

Read = ReadReview | ReadTheme | ReadDigest | ReadActions


@dataclass(frozen=True)
class Private:
    """What is private in one file: the problems, unmasked, the values, and which columns of which line hold one."""

    problems: tuple[Problem, ...] = ()
    values: tuple[str, ...] = ()
    columns: Mapping[int, list[range]] = field(default_factory=dict)

    def holds(self, problem: Problem) -> bool:
        """Whether a warning points into a value: it says nothing that the value's own problem does not."""
        inside = any(problem.column in columns for columns in self.columns.get(problem.line, ()))
        return inside and problem.level is not Level.ERROR and problem.code not in TOLD

    @property
    def mask(self) -> Mask:
        """Hides its values."""
        return Mask(self.values)


@dataclass
class PrivacySearch:
    """Goes through what was read, and then hides what it found in every problem there is."""

    known: Known
    by_path: dict[str, Private] = field(default_factory=dict)
    in_names: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def read(self, files: Iterable[Read]) -> None:
        """Search the text of each file."""
        for file in files:
            self.text(file.source, file.names if isinstance(file, ReadReview) else None)

    def text(self, source: Source, names: str | None = None) -> None:
        """Search one text. ``names`` is given for a review: what it calls the people in it."""
        if source.text:
            private = private_details(source, self.known if names is None else self.known.in_story(names))
            self.by_path[source.path] = private
            self.problems += private.problems

    def name(self, path: str, *, is_story: bool) -> None:
        """Search the name of a file. ``path`` is how problems name it."""
        name = path.rpartition("/")[2]
        for finding in details_of_name(name, self.known.in_story("") if is_story else self.known):
            self.in_names.append(name[finding.start : finding.end])
            message, hint = TOLD[finding.code]
            self.problems.append(Problem(path, 1, 1, finding.code, f"in the file's name: {message}", hint))

    def hidden(self, problems: Sequence[Problem]) -> list[Problem]:
        """These problems and those that were found, each once, with nothing private in any of them."""
        told = {(problem.path, problem.line) for problem in problems if problem.code == "bad-date"}
        new = [problem for problem in self.problems if (problem.path, problem.line) not in told]
        old = [problem for problem in problems if not self.by_path.get(problem.path, Private()).holds(problem)]
        names = Mask(self.in_names)
        masks = {path: private.mask for path, private in self.by_path.items() if private.values}
        return [self._hidden(problem, masks, names) for problem in (*old, *new)]

    def _hidden(self, problem: Problem, masks: Mapping[str, Mask], names: Mask) -> Problem:
        private = self.by_path.get(problem.path)
        if private is None and problem.excerpt:
            alone = private_details(Source(problem.path, problem.excerpt), self.known)
            return masked(problem, alone.mask, frozenset({problem.line} if alone.values else ()), names)
        lines = frozenset(private.columns if private else ())
        return masked(problem, masks.get(problem.path, Mask(())), lines, names)


def private_details(source: Source, known: Known) -> Private:
    """What is private in the text of one file, whatever its status."""
    found = details(source.text, known)
    if not found:
        return Private()
    whole = Passage.of(source, source.lines, 1)
    return Private(
        tuple(whole.problem(each.code, each.start, *TOLD[each.code]) for each in found),
        tuple(chain.from_iterable(_values(source.text[each.start : each.end], each.code) for each in found)),
        _columns(found, whole),
    )


def _columns(found: Iterable[Finding], whole: Passage) -> Mapping[int, list[range]]:
    """Which columns of which line hold a value, all from 1; one may run over two lines."""
    columns: dict[int, list[range]] = {}
    for each in found:
        (first, begin), (last, end) = whole.place(each.start), whole.place(each.end)
        for line in range(first, last + 1):
            stop = end if line == last else len(whole.source.lines[line - 1]) + 1
            columns.setdefault(line, []).append(range(begin if line == first else 1, stop))
    return columns


def _values(text: str, code: str) -> list[str]:
    """What is to be hidden: a detail, and of a person's name each part too, which may stand elsewhere alone."""
    return [text, *words(text)] if code == "privacy-name" else [text]


def known_of(vocabulary: Vocabulary, settings: SiteSettings) -> Known:
    """What a site has made public: helplines, its contact, its partnerships; and the words of its vocabulary."""
    contact = settings.contact
    helplines = [line for harm in vocabulary.harms.values() for line in harm.help]
    phones = " ; ".join([*helplines, settings.emergency, contact.phone if contact else ""])
    sites = [*(place.site for place in vocabulary.partnerships.values()), contact.page if contact else ""]
    return Known(
        phones=frozenset(public_phones(phones)),
        emails=frozenset({contact.email.lower()} if contact and contact.email else ()),
        hosts=frozenset(site.split("/")[2].lower() for site in sites if "://" in site),
        names=frozenset(words(" ".join(settings.privacy.names))),
        not_names=frozenset(word.lower() for text in _words_of_the_field(vocabulary) for word in words(text)),
        titles=frozenset(settings.privacy.titles),
        roles=frozenset(role.lower() for role in settings.privacy.roles),
    )


def _words_of_the_field(vocabulary: Vocabulary) -> Iterator[str]:
    for terms in (vocabulary.agencies, vocabulary.harms, vocabulary.review_types, vocabulary.resources):
        yield from (term.name for term in terms.values())
    for place in vocabulary.partnerships.values():
        yield f"{place.name} {place.short} {place.region} {place.nation}"
    for entry in vocabulary.glossary.values():
        yield f"{entry.id} {entry.expansion} {' '.join(entry.also)}"
