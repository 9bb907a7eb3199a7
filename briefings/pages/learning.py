"""Learning points by audience and by agency, and the page that leads to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefings.library import Library
from briefings.markup import escaped
from briefings.model import RecordKind
from briefings.pages import addresses
from briefings.pages.learning_about import about_pages
from briefings.pages.lists import by_review, long_list, show_points
from briefings.pages.my_role import KEEP_MY_ROLE
from briefings.pages.page import Page, Writer, items, paragraph
from briefings.pages.readers import (
    ALL_THEMES,
    Reader,
    Readers,
    count_of,
    near_groups,
    show_near,
    theme_links,
    way_to_all_themes,
)
from briefings.problems import plural
from briefings.wording import unbroken

MOST_ON_THE_WAY_IN = 24


def learning_pages(readers: Readers) -> Iterator[Page]:
    """The way in; a page for each audience and agency; and one for each of them with each theme that it has."""
    yield _ways_in(readers.library, readers)
    for reader in readers:
        yield from _reader_pages(reader)
        yield from about_pages(reader, readers)


def _reader_pages(reader: Reader) -> list[Page]:
    """All that speaks to an audience or an agency, and for an agency what else matters to it."""
    writer = reader.writer(reader.uri)
    page = _page(reader)
    if not reader.points and reader.near:
        writer.add(paragraph("No learning point names this agency yet.", "count"), _below(reader).strip())
        return [replace(page, markdown=writer.markdown())]
    writer.add(paragraph(count_of(reader.points), "count"))
    _themes(writer, reader)
    return long_list(page, writer, by_review(reader.points, reader.library.review_of), show_points, _below(reader))


def _page(reader: Reader) -> Page:
    """Its facts. Only what speaks to an audience has a feed."""
    if reader.is_agency:
        lead, feed = "Points that name this agency, and points from reviews that involved it.", ""
    else:
        lead, feed = reader.term.meaning, addresses.feed(addresses.audience_feed(reader.term.id))
    return Page(reader.uri, "learning", reader.title, "", "Learning points", lead, f"{reader.title}. {lead}", feed=feed)


def _themes(writer: Writer, reader: Reader) -> None:
    """The themes that it has most points about."""
    if reader.by_theme:
        writer.heading("Points about", "about", "ways", "screen-only")
        writer.add(theme_links(writer, reader, reader.first_themes), way_to_all_themes(writer, reader))


def _below(reader: Reader) -> str:
    """What stands below its points."""
    writer = reader.writer(reader.uri)
    show_near(writer, reader, near_groups(reader))
    if way_to_all_themes(writer, reader):
        writer.heading("All themes", ALL_THEMES, "ways")
        writer.add(theme_links(writer, reader, reader.by_theme))
    writer.heading("Look further", "further", "ways")
    named = (("Learning by role", "roles"), ("Learning by agency", "agencies"), ("Learning by theme", "themes"))
    writer.add(items(writer.link(text, addresses.LEARNING, anchor) for text, anchor in named))
    return writer.markdown()


def _ways_in(library: Library, readers: Readers) -> Page:
    writer = Writer(library, addresses.LEARNING)
    groups = by_review(library.records(RecordKind.LEARNING), library.review_of)
    total = sum(group.size for group in groups)
    writer.add(paragraph(f"{plural(total, 'learning point')} from {plural(len(groups), 'review')}", "count"))
    writer.heading("By role", "roles", "ways", "roles")
    writer.add(items(_audience(writer, reader) for reader in readers.audiences))
    writer.add(writer.link(KEEP_MY_ROLE, addresses.MY_ROLE))
    writer.heading("By agency", "agencies", "ways")
    writer.add(
        items(_agency(writer, reader) for reader in readers.agencies) or "No learning point names an agency yet."
    )
    writer.heading("By theme", "themes", "ways")
    themes = library.themes_by_weight[:MOST_ON_THE_WAY_IN]
    writer.add(items(writer.theme(theme, writer.theme_label(theme.id, counted=True)) for theme in themes))
    writer.add(writer.link("All themes", addresses.THEMES))
    lead = "What reviews taught, point by point. Start with your role, your agency, or a theme."
    return Page(writer.uri, "learning", "Learning points", writer.markdown(), lead=lead)


def _audience(writer: Writer, reader: Reader) -> str:
    link = writer.link(reader.term.name, reader.uri)
    count = paragraph(plural(len(reader.points), "point"), "card-meta")
    return "\n\n".join((paragraph(link, "card-title"), escaped(reader.term.meaning), count))


def _agency(writer: Writer, reader: Reader) -> str:
    """An agency, with how many points name it, or how many reviews involved it."""
    reviews = len({record.review for record in reader.near})
    count = plural(len(reader.points), "point") if reader.points else plural(reviews, "review")
    return writer.link(f"{reader.term.name} · {unbroken(count)}", reader.uri)
