"""Rules between themes, and between reviews and themes. A theme exists only if its file does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefings.ids import slug
from briefings.problems import Problem, did_you_mean
from briefings.reading import ReadReview, ReadTheme


def unknown_themes(reviews: Sequence[ReadReview], themes: Sequence[ReadTheme]) -> Iterator[Problem]:
    """Every theme that a record or another theme names has a file."""
    known = {theme.id for theme in themes}
    aliases = {slug(alias): read.id for read in themes if read.theme for alias in read.theme.aliases}
    for read in reviews:
        for word in read.themes:
            if word.text not in known:
                hint = _hint(word.text, known, aliases)
                message = f"no theme is called `{word.text}`"
                yield read.source.problem("unknown-theme", word.line, word.column, message, hint)
    for theme in themes:
        yield from _unknown_relations(theme, known, aliases)


def _hint(name: str, known: set[str], aliases: dict[str, str]) -> str:
    if slug(name) in aliases:
        return f"did you mean `{aliases[slug(name)]}`?"
    return did_you_mean(name, sorted(known)) or f"a theme exists when its file does: content/themes/{slug(name)}.md"


def _unknown_relations(read: ReadTheme, known: set[str], aliases: dict[str, str]) -> Iterator[Problem]:
    if not read.theme or not read.marked:
        return
    named: list[tuple[tuple[str | int, ...], str]] = [(("related", n), id) for n, id in enumerate(read.theme.related)]
    for path, id in (*named, (("broader",), read.theme.broader)):
        if id and id not in known:
            yield read.marked.problem("unknown-theme", path, f"no theme is called `{id}`", _hint(id, known, aliases))
    for path, id in named:
        if id == read.id:
            yield read.marked.problem("circular-theme", path, "a theme that is related to itself", "delete it here")


def repeated_aliases(themes: Sequence[ReadTheme]) -> Iterator[Problem]:
    """An alias leads to one theme only."""
    owner = {read.theme.title.lower(): read.id for read in themes if read.theme}
    for read in themes:
        for number, alias in enumerate(read.theme.aliases if read.theme else ()):
            other = owner.setdefault(alias.lower(), read.id)
            if other != read.id and read.marked:
                message = f"“{alias}” leads to the theme `{other}` already"
                yield read.marked.problem("repeated-alias", ("aliases", number), message, "keep it in one of the two")


def circular_themes(themes: Sequence[ReadTheme]) -> Iterator[Problem]:
    """No theme is, by way of broader themes, broader than itself. A circle is told once."""
    broader = {read.id: read.theme.broader for read in themes if read.theme}
    for read in themes:
        chain = [read.id]
        while (above := broader.get(chain[-1], "")) and above not in chain:
            chain.append(above)
        if above == read.id == min(chain) and read.marked:
            message = f"this goes round in a circle: {' → '.join([*chain, read.id])}"
            yield read.marked.problem("circular-theme", ("broader",), message, "delete one of these `broader` lines")
