"""The library as a search sees it: a group for each theme and each review, and in it an entry for each place in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from briefings.library import Library
from briefings.model import OneThing, Prose, Record, RecordKind, Review, Theme
from briefings.pages import addresses
from briefings.searching.synonyms import Synonyms
from briefings.sections import KINDS as SECTIONS
from briefings.vocabulary import GlossaryEntry, Vocabulary

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "learning": "Learning point",
        "one-thing": "One thing",
        "recommendations": "Recommendation",
        "theme": "Theme",
        "briefing": "Briefing",
        "strengths": "What worked well",
        "family": "What families said",
        "findings": "Key finding",
        "questions": "Questions for your team",
        "happened": "What happened",
        "letter": "Letter",
        "section": "From the whole review",
    }
)
"""What an entry can be, as a reader chooses among them."""

NAMES = "names"
"""The kind of an entry that is no result: what a group, or a word of the glossary, is called."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One place that a search can lead to: ``anchor`` on the page of its group (empty for the page itself).

    All texts are plain. ``text`` is what a result shows; ``title`` is found like it, and weighs more; ``other_words``
    are what else people call the same, and weigh less. ``themes``, ``audiences`` and ``agencies`` are ids.
    """

    kind: str
    anchor: str
    text: str
    title: str = ""
    other_words: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """A review or a theme with its entries, of which the first is its own. ``facets`` (ids) hold for all of them.

    ``names`` is what people call it. Its entries are found by that too, even where their own text does not say it.
    """

    uri: str
    name: str
    names: Entry
    entries: tuple[Entry, ...]
    facets: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the glossary: whoever types one of its ``forms`` is told what it means."""

    forms: tuple[str, ...]
    meaning: Entry


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything that a search can find: themes, those that recur most first, then reviews, newest first; and words.

    ``searches`` are what people often look for.
    """

    groups: tuple[Group, ...]
    words: tuple[Word, ...]
    vocabulary: Vocabulary
    searches: tuple[str, ...]

    @property
    def entries(self) -> Iterator[Entry]:
        """All entries, in the order in which they are numbered: each group's names and entries, then the words."""
        for group in self.groups:
            yield group.names
            yield from group.entries
        yield from (word.meaning for word in self.words)


def catalogue_of(library: Library) -> Catalogue:
    """What a search of this library can find."""
    maker = _Maker(library, Synonyms(library.vocabulary))
    silent = sorted(library.themes.keys() - library.reviews_by_theme.keys())
    themes = (*library.themes_by_weight, *(library.themes[id] for id in silent))
    groups = (*map(maker.of_theme, themes), *map(maker.of_review, library.reviews))
    words = tuple(map(maker.of_word, library.vocabulary.glossary.values()))
    return Catalogue(groups, words, library.vocabulary, library.settings.searches)


@dataclass(frozen=True)
class _Maker:
    library: Library
    synonyms: Synonyms

    def of_theme(self, theme: Theme) -> Group:
        text = " ".join([theme.definition, self.library.plain(theme.body)]).strip()
        entry = Entry("theme", "", text, other_words=self.synonyms.of(text), themes=(theme.id,))
        harms = (theme.harm.id,) if theme.harm else ()
        names = self._names(theme.title, *theme.aliases)
        return Group(addresses.theme(theme.id), theme.title, names, (entry,), {"harm": harms})

    def of_review(self, review: Review) -> Group:
        entries = (
            self._briefing(review),
            *(self._one_thing(review, one) for one in review.one_things),
            *(self._record(record) for record in review.records if record.id),
            *self._questions(review),
            *(self._prose(prose, anchor) for prose, anchor in _anchored(review)),
        )
        names = self._names(review.title, review.partnership.place, review.report.title, str(review.published.year))
        return Group(addresses.review(review.id), review.name, names, entries, _facets(review))

    def of_word(self, word: GlossaryEntry) -> Word:
        vocabulary = self.library.vocabulary
        forms = tuple(form for form in (word.id, *word.also, word.expansion) if form)
        expansion = f"{word.expansion}." if word.expansion else ""
        text = " ".join(part for part in (expansion, word.meaning) if part)
        return Word(forms, Entry(NAMES, vocabulary.anchors[word.id], text, word.id))

    def _names(self, title: str, *others: str) -> Entry:
        """What a group is called, its title first."""
        text = ". ".join(others)
        return Entry(NAMES, "", text, title, self.synonyms.of(f"{title}. {text}"))

    def _briefing(self, review: Review) -> Entry:
        terms = (*review.harms, *review.ages, *review.agencies, *filter(None, [review.outcome]))
        facts = (review.partnership.name, review.type.name, review.incident, *(term.name for term in terms))
        other = (*facts, *self.synonyms.of(". ".join([review.summary, *facts])))
        return Entry("briefing", "", review.summary, other_words=other, themes=review.themes)

    def _record(self, record: Record) -> Entry:
        text = self.library.plain(record.text)
        agencies = [agency.name for agency in record.agencies]
        audiences = [self.library.vocabulary.audiences[id].name for id in record.audiences]
        whom = audiences if record.kind is RecordKind.LEARNING else []
        return Entry(
            kind=record.kind.value,
            anchor=record.id,
            text=text,
            other_words=(*agencies, *whom, *self.synonyms.of(". ".join([text, *agencies]))),
            audiences=record.audiences,
            themes=record.themes,
            agencies=tuple(agency.id for agency in record.agencies),
        )

    def _one_thing(self, review: Review, one: OneThing) -> Entry:
        text = " ".join(self.library.plain(part) for part in (one.text, *one.checks))
        audiences = (one.audience,) if one.audience else tuple(self.library.vocabulary.audiences)
        themes, other = review.first_themes, self.synonyms.of(text)
        return Entry("one-thing", one.anchor, text, other_words=other, audiences=audiences, themes=themes)

    def _questions(self, review: Review) -> Iterator[Entry]:
        if review.questions:
            text = " ".join(map(self.library.plain, review.questions))
            yield Entry("questions", "questions", text, other_words=self.synonyms.of(text))

    def _prose(self, prose: Prose, anchor: str) -> Entry:
        text = self.library.plain(prose.text)
        kind = prose.kind if prose.kind in ("happened", "letter") else "section"
        title = prose.heading if prose.kind in ("letter", "other") else ""
        return Entry(kind, anchor, text, title, self.synonyms.of(text))


def _facets(review: Review) -> Mapping[str, tuple[str, ...]]:
    """By what a review's entries can be filtered, besides what they carry themselves."""
    return {
        "agency": tuple(agency.id for agency in review.agencies),
        "harm": tuple(harm.id for harm in review.harms),
        "age": tuple(band.id for band in review.ages),
        "type": (review.type.id,),
        "partnership": (review.partnership.id,),
        "year": (str(review.published.year),),
    }


def _anchored(review: Review) -> Iterator[tuple[Prose, str]]:
    """The text sections of a review, each with its place on the page. Lists of links lead elsewhere: left out."""
    of_records = {f"{kind.name}-{kind.prefix}": kind.anchor for kind in SECTIONS if kind.items}
    for kind in dict.fromkeys(prose.kind for prose in review.prose if prose.kind != "links"):
        for number, prose in enumerate(review.prose_of(kind), 1):
            numbered = kind in ("letter", "other") and number > 1
            yield prose, f"{kind}-{number}" if numbered else of_records.get(kind, kind)
