"""A page for each audience and each agency with each theme that it has points about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefings.model import Theme
from briefings.pages import addresses
from briefings.pages.lists import by_review, long_list, show_points
from briefings.pages.page import Page, Writer, line, paragraph
from briefings.pages.readers import (
    Reader,
    Readers,
    count_of,
    near_groups_about,
    reader_links,
    show_near,
    theme_links,
    way_to_all_themes,
)
from briefings.wording import inside


def about_pages(reader: Reader, readers: Readers) -> Iterator[Page]:
    """The pages of one reader; each leads across to the other readers of its theme."""
    for id, points in reader.by_theme.items():
        theme = reader.library.themes[id]
        writer = reader.writer(addresses.about(reader.uri, id), id)
        writer.add(paragraph(count_of(points), "count"), paragraph(_back(writer, reader, theme), "about screen-only"))
        title = f"{theme.title}: learning for {reader.name}"
        description = f"{title}. {count_of(points)}."
        page = Page(writer.uri, "learning", title, "", "Learning points", theme.definition, description)
        groups = by_review(points, reader.library.review_of)
        yield from long_list(page, writer, groups, show_points, _below(reader, theme, readers))


def _back(writer: Writer, reader: Reader, theme: Theme) -> str:
    """The ways back to all that speaks to the reader, and to all about the theme."""
    return line(writer.link(reader.title, reader.uri), writer.theme(theme, f"Everything on {inside(theme.title)}"))


def _below(reader: Reader, theme: Theme, readers: Readers) -> str:
    """What else matters to an agency; then across, to others on this theme and to other themes."""
    writer = reader.writer(addresses.about(reader.uri, theme.id), theme.id)
    show_near(writer, reader, near_groups_about(reader, theme.id))
    show_readers(writer, f"On {inside(theme.title)}, for others", readers, theme)
    others = theme_links(writer, reader, reader.first_themes)
    if others:
        writer.heading(f"Other themes for {reader.name}", "other-themes", "ways")
        writer.add(others, way_to_all_themes(writer, reader))
    return writer.markdown()


def show_readers(writer: Writer, title: str, readers: Iterable[Reader], theme: Theme) -> None:
    """Which of some readers have a page about a theme, this page aside."""
    others = reader_links(writer, readers, theme.id)
    if others:
        writer.heading(title, "readers", "ways")
        writer.add(others)
