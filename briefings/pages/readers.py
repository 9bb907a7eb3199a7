"""Whom learning points are gathered for, an audience or an agency: all its points, by theme, and what is near them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain

from briefings.library import Library
from briefings.model import Record
from briefings.pages import addresses
from briefings.pages.lists import Group, by_review, show_groups
from briefings.pages.page import Subject, Writer, items
from briefings.problems import plural
from briefings.vocabulary import Agency, Audience
from briefings.wording import inside

MOST_THEMES = 12
MOST_WITHOUT_A_WAY_TO_ALL = 16
ALL_THEMES = "all-themes"
MOST_NEAR_REVIEWS = 6
MOST_NEAR_OF_A_REVIEW = 3
MOST_NEAR_ABOUT = 8


@dataclass(frozen=True)
class Reader:
    """An audience or an agency. ``uri`` is the page of all that speaks to it, ``name`` is for use inside a sentence.

    ``near`` are points that name no agency, of the reviews that involved this one.
    """

    library: Library
    term: Audience | Agency
    uri: str
    name: str
    points: tuple[Record, ...]
    near: tuple[Record, ...] = ()

    @property
    def title(self) -> str:
        """What its page is called."""
        return f"Learning for {self.name}"

    @property
    def is_agency(self) -> bool:
        """Whether it is an agency, and not an audience."""
        return isinstance(self.term, Agency)

    @cached_property
    def by_theme(self) -> Mapping[str, tuple[Record, ...]]:
        """Its points by theme, the theme of most points first."""
        grouped = _by_theme(self.points)
        themes = self.library.themes
        ranked = sorted(grouped, key=lambda id: (-len(grouped[id]), themes[id].title.lower()))
        return {id: grouped[id] for id in ranked}

    @property
    def first_themes(self) -> Sequence[str]:
        """The ids of the themes to show first: all, or a dozen where there are many."""
        ids = tuple(self.by_theme)
        return ids if len(ids) <= MOST_WITHOUT_A_WAY_TO_ALL else ids[:MOST_THEMES]

    @cached_property
    def near_by_theme(self) -> Mapping[str, tuple[Record, ...]]:
        """The points near it, by theme."""
        return _by_theme(self.near)

    def writer(self, uri: str, theme: str = "") -> Writer:
        """Writes one of its pages."""
        audience, agency = ("", self.term.id) if self.is_agency else (self.term.id, "")
        return Writer(self.library, uri, Subject(theme, audience, agency))


@dataclass(frozen=True)
class Readers:
    """Every audience and every agency of a library, made once where many pages are written."""

    library: Library

    @cached_property
    def audiences(self) -> tuple[Reader, ...]:
        """Every audience, also one that no point speaks to yet."""
        return tuple(map(self._audience, self.library.vocabulary.audiences.values()))

    @cached_property
    def agencies(self) -> tuple[Reader, ...]:
        """Every agency that a learning point names, or that a review with such points involved; by name."""
        terms = sorted(self.library.vocabulary.agencies.values(), key=lambda term: (term.name.lower(), term.id))
        return tuple(reader for reader in map(self._agency, terms) if reader.points or reader.near)

    def __iter__(self) -> Iterator[Reader]:
        """All, audiences first."""
        return chain(self.audiences, self.agencies)

    def _audience(self, term: Audience) -> Reader:
        points = self.library.learning_by_audience.get(term.id, ())
        return Reader(self.library, term, addresses.audience(term.id), inside(term.name), points)

    def _agency(self, term: Agency) -> Reader:
        points = self.library.learning_by_agency.get(term.id, ())
        near = self.library.learning_near_agency.get(term.id, ())
        name = agency_inside(self.library, term)
        return Reader(self.library, term, addresses.agency(term.id), name, points, near)


def agency_inside(library: Library, agency: Agency) -> str:
    """An agency's name inside a sentence: ``police``, but ``Cafcass``, which the glossary writes so."""
    return agency.name if agency.name.split()[0] in library.vocabulary.anchors else inside(agency.name)


def _by_theme(points: Iterable[Record]) -> dict[str, tuple[Record, ...]]:
    grouped: dict[str, list[Record]] = {}
    for point in points:
        for theme in point.themes:
            grouped.setdefault(theme, []).append(point)
    return {theme: tuple(found) for theme, found in grouped.items()}


def theme_links(writer: Writer, reader: Reader, ids: Iterable[str]) -> str:
    """Themes that a reader has a page about, but not the one of this page, as links with the number of points."""
    themes = reader.library.themes
    return items(
        writer.link(f"{themes[id].title} · {len(reader.by_theme[id])}", addresses.about(reader.uri, id))
        for id in ids
        if id != writer.subject.theme
    )


def way_to_all_themes(writer: Writer, reader: Reader) -> str:
    """The way to the rest of a reader's themes, if some are not shown first."""
    many = len(reader.by_theme)
    every = f"All {plural(many, 'theme')}"
    return writer.link(every, reader.uri, ALL_THEMES) if many > len(reader.first_themes) else ""


def reader_links(writer: Writer, readers: Iterable[Reader], theme: str) -> str:
    """Those who have a page about a theme, but not this page, as links with the number of points."""
    return items(
        writer.link(f"{reader.term.name} · {len(reader.by_theme[theme])}", addresses.about(reader.uri, theme))
        for reader in readers
        if theme in reader.by_theme and addresses.about(reader.uri, theme) != writer.uri
    )


def count_of(points: Sequence[Record]) -> str:
    """``4 learning points from 3 reviews``."""
    reviews = len({point.review for point in points})
    return f"{plural(len(points), 'learning point')} from {plural(reviews, 'review')}"


def near_groups(reader: Reader) -> list[Group]:
    """The first points near a reader: of the newest reviews, those that each review ranks first."""
    groups = by_review(reader.near, reader.library.review_of)[:MOST_NEAR_REVIEWS]
    return [replace(group, records=group.records[:MOST_NEAR_OF_A_REVIEW]) for group in groups]


def near_groups_about(reader: Reader, theme: str) -> Sequence[Group]:
    """The newest points near a reader that are about a theme."""
    return by_review(reader.near_by_theme.get(theme, ())[:MOST_NEAR_ABOUT], reader.library.review_of)


def show_near(writer: Writer, reader: Reader, groups: Sequence[Group]) -> None:
    """What else matters to an agency, and why it is here."""
    if groups:
        writer.heading(f"From reviews that involved {reader.name}", "near", "points", "near", *writer.subject.classes)
        which = "These points" if writer.subject.theme else "These are the first points of the newest ones. They"
        writer.add(f"{which} name no agency, so they may be for you too.")
        show_groups(writer, groups, "near")
