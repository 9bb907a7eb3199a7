"""Pages that every site has: glossary, about, accessibility. A site's own file of the same name takes their place."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from briefings.ids import slug
from briefings.library import Library
from briefings.markup import escaped
from briefings.pages import addresses
from briefings.pages.page import Page, Writer, items, line, record_block
from briefings.pages.statement import statement
from briefings.vocabulary import GlossaryEntry

MOST_WITHOUT_LETTERS = 24
NUMBERS = "0–9"
DEFAULTS = Path(__file__).parent.parent / "default_pages"


def standing_pages(library: Library, name: str) -> Iterator[Page]:
    """The pages that do not depend on any review."""
    yield _glossary(library)
    yield _written(library, addresses.ABOUT, f"About {name}", "What this site is for, and how it is made.")
    yield statement(library)


def _glossary(library: Library) -> Page:
    writer = Writer(library, addresses.GLOSSARY)
    entries = sorted(library.vocabulary.glossary.values(), key=lambda entry: (entry.id.lower(), entry.id))
    letters = {letter: tuple(found) for letter, found in groupby(sorted(entries, key=_letter), key=_letter)}
    if len(entries) > MOST_WITHOUT_LETTERS:
        writer.heading("Go to a letter", "go-to-a-letter", "ways", "a-to-z")
        writer.add(items(writer.link(letter, writer.uri, _anchor(letter)) for letter in letters))
    for letter, found in letters.items():
        writer.heading(letter, _anchor(letter), "letter-words")
        writer.add(items(_entry(entry, library.vocabulary.anchors[entry.id]) for entry in found))
    lead = "Acronyms and words of the field, in plain English."
    return Page(writer.uri, "glossary", "Glossary", writer.markdown(), lead=lead)


def _letter(entry: GlossaryEntry) -> str:
    """The letter that a word stands under; numbers come first, under one sign."""
    first = slug(entry.id)[0].upper()
    return NUMBERS if first.isdigit() else first


def _anchor(letter: str) -> str:
    return f"letter-{slug(letter)}"


def _entry(entry: GlossaryEntry, anchor: str) -> str:
    also = f"Also: {', '.join(entry.also)}." if entry.also else ""
    expansion = f"{entry.expansion}." if entry.expansion else ""
    text = f"**{escaped(entry.id)}** {escaped(line(expansion, entry.meaning, also))}"
    return record_block(text, "", anchor)


def _written(library: Library, uri: str, title: str, lead: str) -> Page:
    """A page whose text ships with this package."""
    writer = Writer(library, uri)
    writer.add((DEFAULTS / uri).read_text(encoding="utf-8").strip())
    return Page(uri, "text", title, writer.markdown(), lead=lead)
