"""The feeds of a site: all reviews, those of each theme, and those with learning for each audience."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from briefings.exports.atom import atom
from briefings.exports.export import Export, Site
from briefings.exports.feed import Entry, Feed, links_from, permanent_id
from briefings.exports.json_feed import json_feed
from briefings.exports.texts import Texts
from briefings.library import Library
from briefings.model import OneThing, Record, RecordKind, Review, Theme
from briefings.pages import addresses
from briefings.pages.lists import by_review
from briefings.vocabulary import Audience
from briefings.wording import inside, one_thing_heading

NEWEST = 50
"""Entries of one feed: its readers ask often, and keep what they have seen."""


def feed_exports(library: Library, site: Site) -> Iterator[Export]:
    """Every feed, as Atom and as JSON."""
    for feed in feeds(library, site):
        yield Export(addresses.feed(feed.name), atom(feed, site))
        yield Export(addresses.feed(feed.name, "json"), json_feed(feed, site))


def feeds(library: Library, site: Site) -> Iterator[Feed]:
    """The feed of everything, of each theme that a review carries, and of each audience."""
    yield _feed_of_all(library, site)
    for theme in library.themes_by_weight:
        yield _feed_of_theme(library, site, theme)
    for audience in library.vocabulary.audiences.values():
        yield _feed_of_audience(library, site, audience)


def _feed_of_all(library: Library, site: Site) -> Feed:
    shelf = _shelf(library, site, addresses.ALL_BRIEFINGS)
    about = site.description or "What reviews of serious harm teach, one page each."
    return shelf.feed(site.name, about, addresses.HOME, map(shelf.entry, library.reviews))


def _feed_of_theme(library: Library, site: Site, theme: Theme) -> Feed:
    """The reviews that carry a theme, each with those of its learning points that do."""
    shelf = _shelf(library, site, addresses.theme_feed(theme.id))
    heading = f"What it teaches about {inside(theme.title)}"
    entries = (
        shelf.entry(review, heading, _of_theme(review, theme.id)) for review in library.reviews_by_theme[theme.id]
    )
    return shelf.feed(f"{site.name}: {theme.title}", theme.definition, addresses.theme(theme.id), entries)


def _of_theme(review: Review, theme: str) -> tuple[Record, ...]:
    return tuple(record for record in review.of_kind(RecordKind.LEARNING) if theme in record.themes)


def _feed_of_audience(library: Library, site: Site, audience: Audience) -> Feed:
    """The reviews with learning for an audience, each with that learning."""
    shelf = _shelf(library, site, addresses.audience_feed(audience.id))
    heading = f"Learning for {inside(audience.name)}"
    groups = by_review(library.learning_by_audience.get(audience.id, ()), library.review_of)
    entries = (shelf.entry(group.review, heading, group.records) for group in groups)
    return shelf.feed(f"{site.name}: {heading}", audience.meaning, addresses.audience(audience.id), entries)


def _shelf(library: Library, site: Site, name: str) -> _Shelf:
    return _Shelf(site, name, Texts(library, links_from(site, addresses.feed(name))))


@dataclass(frozen=True, slots=True)
class _Shelf:
    """Makes one feed. ``texts`` makes links that lead on from where it lies."""

    site: Site
    name: str
    texts: Texts

    def feed(self, title: str, about: str, page: str, entries: Iterable[Entry]) -> Feed:
        """The feed, with the newest of its entries."""
        id = permanent_id(self.site, f"feeds/{self.name}")
        return Feed(self.name, id, title, about, page, tuple(islice(entries, NEWEST)))

    def entry(self, review: Review, heading: str = "", records: Sequence[Record] = ()) -> Entry:
        """A review, with the learning points for which it is in this feed."""
        address = self.texts.address(addresses.review(review.id), "")
        parts = [
            f"<p>{html.escape(review.summary, quote=False)}</p>",
            *(self._one_thing(one) for one in review.one_things),
            self._section(heading, (record.text for record in records)) if records else "",
            f'<p><a href="{html.escape(address)}">Read the briefing</a></p>',
        ]
        themes = self.texts.library.themes
        return Entry(
            id=permanent_id(self.site, f"reviews/{review.id}"),
            title=review.name,
            address=address,
            published=review.published,
            summary=review.summary,
            content="\n".join(part for part in parts if part),
            tags=tuple((theme, themes[theme].title) for theme in review.themes),
        )

    def _one_thing(self, one: OneThing) -> str:
        heading = one_thing_heading(one, self.texts.library.vocabulary.audiences)
        return self._section(heading, one.checks, self.texts.html(one.text))

    def _section(self, heading: str, items: Iterable[str], first: str = "") -> str:
        """A heading, what stands ``first`` under it, and a list of texts."""
        listed = [f"<li>{self.texts.inline_html(item)}</li>" for item in items]
        blocks = [
            f"<h2>{html.escape(heading, quote=False)}</h2>",
            first,
            *(["<ul>", *listed, "</ul>"] if listed else []),
        ]
        return "\n".join(block for block in blocks if block)
