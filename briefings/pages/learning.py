"""Learning points by audience and by agency, and the page that leads to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefings.library import Library
from briefings.markup import escaped
from briefings.model import Record, RecordKind
from briefings.pages import addresses
from briefings.pages.lists import by_review, long_list, show_points
from briefings.pages.page import Page, Writer, inside, items, paragraph, unbroken
from briefings.problems import plural
from briefings.vocabulary import Agency, Audience

MOST_THEMES = 24


def learning_pages(library: Library) -> Iterator[Page]:
    """The way in, a page an audience, and a page for each agency that a learning point names."""
    yield _ways_in(library)
    for audience in library.vocabulary.audiences.values():
        page = _page(addresses.audience(audience.id), _title(audience), audience.meaning)
        page = replace(page, feed=addresses.feed(addresses.audience_feed(audience.id)))
        yield from _points(library, page, library.learning_by_audience.get(audience.id, ()))
    for agency in _named(library):
        lead = "The learning points that matter most to this agency."
        page = _page(addresses.agency(agency.id), f"{agency.name}: learning", lead)
        yield from _points(library, page, library.learning_by_agency[agency.id])


def _title(audience: Audience) -> str:
    return f"Learning for {inside(audience.name)}"


def _named(library: Library) -> list[Agency]:
    return [agency for agency in library.vocabulary.agencies.values() if agency.id in library.learning_by_agency]


def _page(uri: str, title: str, lead: str) -> Page:
    return Page(uri, "learning", title, "", "Learning points", lead, f"{title}. {lead}")


def _points(library: Library, page: Page, records: tuple[Record, ...]) -> list[Page]:
    writer = Writer(library, page.uri)
    groups = by_review(records, library.review_of)
    count = f"{plural(len(records), 'learning point')} from {plural(len(groups), 'review')}"
    writer.add(paragraph(count, "count"))
    return long_list(page, writer, groups, show_points, _ways_on(library, page.uri))


def _ways_on(library: Library, uri: str) -> str:
    """What stands below the learning points of a role or an agency."""
    writer = Writer(library, uri)
    writer.heading("Look further", "further", "ways")
    named = (("Learning by role", "roles"), ("Learning by agency", "agencies"), ("Learning by theme", "themes"))
    writer.add(items(writer.link(text, addresses.LEARNING, anchor) for text, anchor in named))
    return writer.markdown()


def _ways_in(library: Library) -> Page:
    writer = Writer(library, addresses.LEARNING)
    groups = by_review(library.records(RecordKind.LEARNING), library.review_of)
    total = sum(group.size for group in groups)
    writer.add(paragraph(f"{plural(total, 'learning point')} from {plural(len(groups), 'review')}", "count"))
    writer.heading("By role", "roles", "ways", "roles")
    writer.add(items(_audience(writer, audience) for audience in library.vocabulary.audiences.values()))
    writer.heading("By agency", "agencies", "ways")
    agencies = items(_agency(writer, agency) for agency in sorted(_named(library), key=lambda agency: agency.name))
    writer.add(agencies or "No learning point names an agency yet.")
    writer.heading("By theme", "themes", "ways")
    themes = library.themes_by_weight[:MOST_THEMES]
    writer.add(items(writer.theme(theme, writer.theme_label(theme.id, counted=True)) for theme in themes))
    writer.add(writer.link("All themes", addresses.THEMES))
    lead = "What reviews taught, point by point. Start with your role, your agency, or a theme."
    return Page(writer.uri, "learning", "Learning points", writer.markdown(), lead=lead)


def _audience(writer: Writer, audience: Audience) -> str:
    count = len(writer.library.learning_by_audience.get(audience.id, ()))
    link = writer.link(audience.name, addresses.audience(audience.id))
    card = (paragraph(link, "card-title"), escaped(audience.meaning), paragraph(plural(count, "point"), "card-meta"))
    return "\n\n".join(card)


def _agency(writer: Writer, agency: Agency) -> str:
    count = len(writer.library.learning_by_agency[agency.id])
    return writer.link(f"{agency.name} · {unbroken(plural(count, 'point'))}", addresses.agency(agency.id))
