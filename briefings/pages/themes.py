"""A page for each theme, and their index."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefings.crosslinks import RelatedTheme, recurrence, related_themes
from briefings.library import Library
from briefings.markup import escaped
from briefings.model import RecordKind, Theme
from briefings.pages import addresses
from briefings.pages.content_notes import cared_for
from briefings.pages.did_we_learn import show_actions_about, show_timeline
from briefings.pages.elsewhere import show_taught_elsewhere
from briefings.pages.learning_about import show_readers
from briefings.pages.lists import Group, by_review, long_list, show_points
from briefings.pages.page import Page, Subject, Writer, items, line, outside, paragraph, record_block, told_of
from briefings.pages.pictures import reviews_of_theme_by_year, show_picture, themes_by_year, way_to
from briefings.pages.readers import Readers
from briefings.problems import plural
from briefings.wording import capital, dotted, unbroken

NEWEST_ONE_THINGS = 4
REASONS = {
    "broader": "the wider theme",
    "narrower": "a part of this theme",
    "related": "close to this theme",
    "together": "often taught together",
}


def theme_pages(library: Library, readers: Readers) -> Iterator[Page]:
    """The index, then every theme (in parts where many reviews carry it)."""
    yield _index(library)
    for theme in library.themes.values():
        yield from theme_page(library, theme, readers)


def theme_page(library: Library, theme: Theme, readers: Readers) -> list[Page]:
    """What a theme means, how often it was taught, every learning point that carries it, and the themes beside it."""
    writer = Writer(library, addresses.theme(theme.id), Subject(theme=theme.id))
    writer.add(
        paragraph(_count(library, theme), "count"), paragraph(_audiences(writer, theme, readers), "about screen-only")
    )
    _practice(writer, theme)
    feed = addresses.feed(addresses.theme_feed(theme.id)) if library.count_of_reviews(theme.id) else ""
    page = Page(writer.uri, "theme", theme.title, "", "Theme", theme.definition, source_path=theme.path, feed=feed)
    pages = long_list(page, writer, _groups(library, theme), _show, _below(library, theme, readers))
    harms = [theme.harm] if theme.harm else []
    return [cared_for(library, part, harms, "This page talks") for part in pages]


def _groups(library: Library, theme: Theme) -> list[Group]:
    """Every review that carries the theme, with those of its learning points that do (or none), newest first."""
    learning = by_review(library.records_of_theme(theme.id, RecordKind.LEARNING), library.review_of)
    taught = {group.review.id: group for group in learning}
    return [taught.get(review.id, Group(review)) for review in library.reviews_by_theme.get(theme.id, ())]


def _show(writer: Writer, groups: Sequence[Group]) -> None:
    """The learning points in their reviews, then the reviews that carry the theme in another record only."""
    taught = [group for group in groups if group.records]
    if taught:
        show_points(writer, taught)
    others = [group.review for group in groups if not group.records]
    if others:
        writer.heading("Also touched on", "also", "also")
        writer.add("These reviews speak of it elsewhere than in a learning point.")
        writer.add(items(writer.review(review) for review in others))


def _count(library: Library, theme: Theme) -> str:
    """``Taught in 6 reviews · 14 learning points · since 2013``."""
    reviews, points, since = recurrence(library, theme)
    if not reviews:
        return "No published review carries this theme yet."
    return dotted(f"Taught in {plural(reviews, 'review')}", plural(points, "learning point"), f"since {since}")


def _audiences(writer: Writer, theme: Theme, readers: Readers) -> str:
    """The ways to what there is about the theme for each audience: ``For managers · 4``."""
    return line(
        *(
            writer.link(
                f"For {reader.name} · {len(reader.by_theme[theme.id])}",
                addresses.about(reader.uri, theme.id),
                class_=f"audience {reader.term.id}",
            )
            for reader in readers.audiences
            if theme.id in reader.by_theme
        )
    )


def _practice(writer: Writer, theme: Theme) -> None:
    if theme.body:
        writer.heading("What good practice looks like", "practice", "practice")
        writer.add(writer.text(theme.body))


def _tools(writer: Writer, theme: Theme) -> None:
    if theme.resources:
        writer.heading("Tools that help", "tools", "links")
        tools = theme.resources
        writer.add(items(f"{outside(tool.name, tool.url)}: {escaped(tool.meaning)}" for tool in tools))


def _below(library: Library, theme: Theme, readers: Readers) -> str:
    """What stands below the learning points: did we learn, one things, tools, the themes beside, and other words."""
    writer = Writer(library, addresses.theme(theme.id))
    show_timeline(writer, theme)
    show_picture(writer, reviews_of_theme_by_year(library, theme))
    show_readers(writer, "What is above all for one agency", readers.agencies, theme)
    show_actions_about(writer, theme)
    _one_things(writer, theme)
    _tools(writer, theme)
    show_taught_elsewhere(writer, theme)
    _related(writer, theme)
    if theme.aliases:
        writer.heading("Other words for it", "aliases", "aliases")
        writer.add(escaped(" · ".join(theme.aliases)))
    return writer.markdown()


def _one_things(writer: Writer, theme: Theme) -> None:
    """What the newest reviews that carry the theme ask for first: it may be about something else."""
    every = writer.library.reviews_by_theme.get(theme.id, ())
    reviews = every[:NEWEST_ONE_THINGS]
    if reviews:
        whose = "the newest of these" if len(every) > len(reviews) else "each of these" if len(every) > 1 else "this"
        title = f"One thing from {whose} {'review' if len(every) == 1 else 'reviews'}"
        writer.heading(title, "one-things", "one-things")
        writer.add(
            items(
                record_block(writer.text(one.text), writer.review(review, "from", one.anchor), told=told_of(one))
                for review in reviews
                for one in review.one_things[:1]
            )
        )


def _related(writer: Writer, theme: Theme) -> None:
    found = related_themes(writer.library, theme)
    if found:
        writer.heading("Related themes", "related", "related")
        writer.add(items(f"{writer.theme(other.theme)}\n\n{paragraph(_reason(other), 'reason')}" for other in found))


def _reason(other: RelatedTheme) -> str:
    together = f"taught together in {unbroken(plural(other.reviews, 'review'))}" if other.reviews else ""
    first = "" if other.reason == "together" else REASONS[other.reason]
    return capital("; ".join(part for part in (first, together) if part))


def _index(library: Library) -> Page:
    """All themes: those that recur most first, then those that no review carries yet."""
    writer = Writer(library, addresses.THEMES)
    carried = library.themes_by_weight
    silent = [theme for theme in library.themes.values() if not library.count_of_reviews(theme.id)]
    once = [theme for theme in carried if library.count_of_reviews(theme.id) == 1]
    picture = themes_by_year(library)
    writer.add(way_to(writer, picture))
    _entries(writer, "Themes that reviews keep teaching", "taught", carried[: len(carried) - len(once)])
    _entries(writer, "Taught by one review so far", "once", once)
    _entries(writer, "Themes with no review yet", "silent", sorted(silent, key=lambda theme: theme.title))
    show_picture(writer, picture)
    lead = "The lessons that come back, with every review that taught them. The most frequent come first."
    return Page(writer.uri, "themes", "Themes", writer.markdown(), lead=lead)


def _entries(writer: Writer, title: str, id: str, themes: Sequence[Theme]) -> None:
    if themes:
        writer.heading(title, id, "theme-list")
        writer.add(items(_entry(writer, theme) for theme in themes))


def _entry(writer: Writer, theme: Theme) -> str:
    reviews, points, _ = recurrence(writer.library, theme)
    count = dotted(plural(reviews, "review"), plural(points, "learning point")) if reviews else ""
    return "\n\n".join(
        part
        for part in (
            paragraph(line(writer.theme(theme)), "card-title"),
            paragraph(count, "card-meta"),
            escaped(theme.definition),
        )
        if part
    )
