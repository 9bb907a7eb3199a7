"""A page for each theme, and their index."""

from __future__ import annotations

from collections.abc import Iterator

from briefings.crosslinks import RelatedTheme, recurrence, related_themes
from briefings.library import Library
from briefings.markup import escaped
from briefings.model import RecordKind, Theme
from briefings.pages import addresses
from briefings.pages.lists import by_review, long_list, show_points
from briefings.pages.page import Page, Writer, items, line, paragraph, record_block
from briefings.problems import plural

NEWEST_ONE_THINGS = 6
REASONS = {
    "broader": "the wider theme",
    "narrower": "a part of this theme",
    "related": "close to this theme",
    "together": "often taught together",
}


def theme_pages(library: Library) -> Iterator[Page]:
    """The index, then every theme (in parts where many reviews carry it)."""
    yield _index(library)
    for theme in library.themes.values():
        yield from theme_page(library, theme)


def theme_page(library: Library, theme: Theme) -> list[Page]:
    """What a theme means, how often it was taught, every learning point that carries it, and the themes beside it."""
    writer = Writer(library, addresses.theme(theme.id))
    writer.add(paragraph(_count(library, theme), "count"))
    _practice(writer, theme)
    _one_things(writer, theme)
    _related(writer, theme)
    _others(writer, theme)
    learning = library.records_of_theme(theme.id, RecordKind.LEARNING)
    page = Page(writer.uri, "theme", theme.title, "", "Theme", theme.definition, source_path=theme.path)
    if not learning:
        return [
            Page(writer.uri, "theme", theme.title, writer.markdown(), "Theme", theme.definition, source_path=theme.path)
        ]
    return long_list(page, writer, by_review(learning, library.review_of), show_points)


def _count(library: Library, theme: Theme) -> str:
    """``Taught in 6 reviews · 14 learning points · since 2013``."""
    reviews, points, since = recurrence(library, theme)
    if not reviews:
        return "No published review carries this theme yet."
    return f"Taught in {plural(reviews, 'review')} · {plural(points, 'learning point')} · since {since}"


def _practice(writer: Writer, theme: Theme) -> None:
    if theme.body:
        writer.heading("What good practice looks like", "practice", "practice")
        writer.add(writer.text(theme.body))
    if theme.resources:
        writer.heading("Tools that help", "tools", "links")
        linked = (f"[{escaped(tool.name)}]({tool.url})" if tool.url else escaped(tool.name) for tool in theme.resources)
        writer.add(
            items(f"{name}: {escaped(tool.meaning)}" for name, tool in zip(linked, theme.resources, strict=True))
        )
    if theme.aliases:
        writer.heading("Other words for it", "aliases", "aliases")
        writer.add(escaped(" · ".join(theme.aliases)))


def _one_things(writer: Writer, theme: Theme) -> None:
    reviews = writer.library.reviews_by_theme.get(theme.id, ())[:NEWEST_ONE_THINGS]
    if reviews:
        writer.heading("If you do one thing", "one-things", "one-things")
        writer.add(
            items(
                record_block(writer.text(review.one_things[0].text), writer.review(review, "from", "one-thing"))
                for review in reviews
                if review.one_things
            )
        )


def _related(writer: Writer, theme: Theme) -> None:
    found = related_themes(writer.library, theme)
    if found:
        writer.heading("Related themes", "related", "related")
        writer.add(items(f"{writer.theme(other.theme)}\n\n{paragraph(_reason(other), 'reason')}" for other in found))


def _reason(other: RelatedTheme) -> str:
    together = f"taught together in {plural(other.reviews, 'review')}" if other.reviews else ""
    if other.reason == "together":
        return together
    return "; ".join(part for part in (REASONS[other.reason], together) if part)


def _others(writer: Writer, theme: Theme) -> None:
    """Reviews that carry the theme in a recommendation, strength or family message only, and no learning point."""
    reviews = [
        review
        for review in writer.library.reviews_by_theme.get(theme.id, ())
        if not review.learning_by_theme.get(theme.id)
    ]
    if reviews:
        writer.heading("Also touched on", "also", "also")
        writer.add("These reviews speak of it elsewhere than in a learning point.")
        writer.add(items(writer.review(review) for review in reviews[:60]))


def _index(library: Library) -> Page:
    """All themes: those that recur most first, then those that no review carries yet."""
    writer = Writer(library, addresses.THEMES)
    carried = library.themes_by_weight
    writer.heading("Themes that reviews keep teaching", "taught", "theme-list")
    writer.add(items(_entry(writer, theme) for theme in carried))
    silent = [theme for theme in library.themes.values() if not library.count_of_reviews(theme.id)]
    if silent:
        writer.heading("Themes with no review yet", "silent", "theme-list")
        writer.add(items(_entry(writer, theme) for theme in sorted(silent, key=lambda theme: theme.title)))
    lead = "The lessons that come back, with every review that taught them. The most frequent come first."
    return Page(writer.uri, "themes", "Themes", writer.markdown(), lead=lead)


def _entry(writer: Writer, theme: Theme) -> str:
    reviews, points, _ = recurrence(writer.library, theme)
    count = f"{plural(reviews, 'review')} · {plural(points, 'learning point')}" if reviews else ""
    return "\n\n".join(
        part
        for part in (
            paragraph(line(writer.theme(theme)), "card-title"),
            paragraph(count, "card-meta"),
            escaped(theme.definition),
        )
        if part
    )
