"""Everything that is public, frozen and indexed once. Pages and exports ask it, and build no index of their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import TypeVar

from briefings.external import Origin, TaughtElsewhere, taught_elsewhere
from briefings.links import with_links
from briefings.markup import escaped
from briefings.model import Action, Digest, Record, RecordKind, Review, SiteSettings, Theme, Withdrawn
from briefings.plain_text import plain
from briefings.vocabulary import Vocabulary

Key = TypeVar("Key")
Value = TypeVar("Value")


@dataclass(frozen=True)
class Library:
    """Published reviews, newest first, with the themes and lists that they use. Make one with :func:`library_of`.

    ``actions_of`` is by review; ``actions_answering`` and ``record_at`` are by a record's address, ``review#id``.
    ``learning_near_agency`` holds, by agency, the points that name none, of the reviews in which it was involved.
    """

    reviews: tuple[Review, ...] = ()
    themes: Mapping[str, Theme] = field(default_factory=dict)
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    by_id: Mapping[str, Review] = field(default_factory=dict)
    records_by_theme: Mapping[str, tuple[Record, ...]] = field(default_factory=dict)
    reviews_by_theme: Mapping[str, tuple[Review, ...]] = field(default_factory=dict)
    learning_by_audience: Mapping[str, tuple[Record, ...]] = field(default_factory=dict)
    learning_by_agency: Mapping[str, tuple[Record, ...]] = field(default_factory=dict)
    learning_near_agency: Mapping[str, tuple[Record, ...]] = field(default_factory=dict)
    referring_to: Mapping[str, tuple[Review, ...]] = field(default_factory=dict)
    narrower_themes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    beside_theme: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    actions: tuple[Action, ...] = ()
    digests: tuple[Digest, ...] = ()
    actions_of: Mapping[str, tuple[Action, ...]] = field(default_factory=dict)
    actions_answering: Mapping[str, tuple[Action, ...]] = field(default_factory=dict)
    record_at: Mapping[str, Record] = field(default_factory=dict)
    day: date = date.min
    """The day as of which actions are overdue."""
    settings: SiteSettings = field(default_factory=SiteSettings)
    """What the site says of itself."""
    held: Mapping[str, str] = field(default_factory=dict)
    """In a preview alone: its reviews that are not public yet, by id, with their status."""
    withdrawn: tuple[Withdrawn, ...] = ()
    """What stands at the addresses of reviews that were taken back."""
    external: tuple[Origin, ...] = ()
    """Other sites whose reviews are shown apart: they are in nothing above."""
    taught_elsewhere: Mapping[str, tuple[TaughtElsewhere, ...]] = field(default_factory=dict)

    def review_of(self, record: Record) -> Review:
        """The review that a record stands in."""
        return self.by_id[record.review]

    def name_of(self, id: str) -> str:
        """What a link without words to a review or theme shows."""
        return self.by_id[id].name if id in self.by_id else self.themes[id].title

    def with_words(self, markdown: str) -> str:
        """An author's Markdown in which the links to reviews and themes are their words, or else the name."""
        return with_links(markdown, lambda id, _anchor, words: words or escaped(self.name_of(id)))

    def plain(self, markdown: str) -> str:
        """The words of an author's Markdown that a reader sees, on one line."""
        return plain(self.with_words(markdown))

    def records(self, kind: RecordKind) -> Iterable[Record]:
        """Every record of one kind, newest review first."""
        return (record for review in self.reviews for record in review.records if record.kind is kind)

    def records_of_theme(self, theme: str, kind: RecordKind) -> tuple[Record, ...]:
        """The records of one kind that carry a theme, newest review first."""
        return tuple(record for record in self.records_by_theme.get(theme, ()) if record.kind is kind)

    def count_of_reviews(self, theme: str) -> int:
        """How many reviews carry a theme."""
        return len(self.reviews_by_theme.get(theme, ()))

    @property
    def themes_by_weight(self) -> tuple[Theme, ...]:
        """The themes that reviews carry, the most recurrent first."""
        carried = (theme for theme in self.themes.values() if self.count_of_reviews(theme.id))
        return tuple(sorted(carried, key=lambda theme: (-self.count_of_reviews(theme.id), theme.title.lower())))


def library_of(reviews: Iterable[Review], themes: Iterable[Theme], vocabulary: Vocabulary) -> Library:
    """Index published reviews, themes and vocabulary once."""
    ordered = tuple(sorted(reviews, key=newest_first))
    records = [record for review in ordered for record in review.records]
    learning = [record for record in records if record.kind is RecordKind.LEARNING]
    sorted_themes = sorted(themes, key=lambda theme: theme.id)
    return Library(
        reviews=ordered,
        themes=MappingProxyType({theme.id: theme for theme in sorted_themes}),
        vocabulary=vocabulary,
        by_id=MappingProxyType({review.id: review for review in ordered}),
        records_by_theme=_grouped((theme, record) for record in records for theme in record.themes),
        reviews_by_theme=_grouped((theme, review) for review in ordered for theme in review.themes),
        learning_by_audience=_grouped((audience, record) for record in learning for audience in record.audiences),
        learning_by_agency=_grouped((agency.id, record) for record in learning for agency in record.agencies),
        learning_near_agency=_grouped(_near_agencies(ordered)),
        referring_to=_grouped((target, review) for review in ordered for target in review.references),
        narrower_themes=_grouped((theme.broader, theme.id) for theme in sorted_themes if theme.broader),
        beside_theme=_grouped(sorted({pair for theme in sorted_themes for pair in _both_ways(theme)})),
        record_at=MappingProxyType({record.address: record for record in records if record.id}),
    )


def _near_agencies(reviews: Iterable[Review]) -> Iterable[tuple[str, Record]]:
    """Each agency that a review involved, with each learning point of it that names no agency."""
    for review in reviews:
        unnamed = [record for record in review.of_kind(RecordKind.LEARNING) if not record.agencies]
        yield from ((agency.id, record) for agency in review.agencies for record in unnamed)


def followed_up(library: Library, actions: Iterable[Action], digests: Iterable[Digest], day: date) -> Library:
    """The library with actions, as they stand on a day, and digests. Actions of reviews that it lacks are left out."""
    by_review = _grouped((action.review, action) for action in actions)
    public = tuple(action for review in library.reviews for action in by_review.get(review.id, ()))
    return replace(
        library,
        actions=public,
        digests=tuple(sorted(digests, key=lambda digest: (digest.published, digest.id), reverse=True)),
        actions_of=_grouped((action.review, action) for action in public),
        actions_answering=_grouped((f"{action.review}#{id}", action) for action in public for id in action.answers),
        day=day,
    )


def beside(library: Library, origins: Iterable[Origin]) -> Library:
    """The library with the reviews of other sites beside its own."""
    ordered = tuple(sorted(origins, key=lambda origin: (origin.library.site.name.lower(), origin.name)))
    return replace(library, external=ordered, taught_elsewhere=taught_elsewhere(ordered, library.themes.values()))


def newest_first(review: Review) -> tuple[int, int, int, str]:
    """Sorts reviews by date, newest first, then by id."""
    date = review.published
    return (-date.year, -date.month, -date.day, review.id)


def _both_ways(theme: Theme) -> Iterable[tuple[str, str]]:
    """A relation between themes runs both ways, whichever of the two wrote it down."""
    for other in theme.related:
        yield theme.id, other
        yield other, theme.id


def _grouped(pairs: Iterable[tuple[Key, Value]]) -> Mapping[Key, tuple[Value, ...]]:
    groups: dict[Key, list[Value]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return MappingProxyType({key: tuple(values) for key, values in groups.items()})
