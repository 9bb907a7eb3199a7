"""The page that a search is done on; for a reader without scripts it leads to every list."""

from __future__ import annotations

from briefings.library import Library
from briefings.pages import addresses
from briefings.pages.page import Page, Writer, items

LISTS = (
    ("Themes", addresses.THEMES, ""),
    ("Learning by role", addresses.LEARNING, "roles"),
    ("Learning by agency", addresses.LEARNING, "agencies"),
    ("Reviews", addresses.REVIEWS, ""),
    ("One thing from each review", addresses.ONE_THINGS, ""),
    ("Recommendations", addresses.RECOMMENDATIONS, ""),
    ("What was done", addresses.ACTIONS, ""),
    ("What worked well", addresses.GOOD_PRACTICE, ""),
    ("What families said", addresses.FAMILY_VOICE, ""),
    ("Letters", addresses.LETTERS, ""),
    ("Glossary", addresses.GLOSSARY, ""),
)


def search_page(library: Library) -> Page:
    """What people often look for, and the lists to start from instead."""
    writer = Writer(library, addresses.SEARCH)
    show_searches(writer)
    writer.heading("Start from a list", "lists", "ways")
    writer.add(items(writer.link(text, uri, anchor) for text, uri, anchor in LISTS))
    about = "Find a learning point, a theme or a review."
    return Page(writer.uri, "search", "Search", writer.markdown(), description=about)


def show_searches(writer: Writer) -> None:
    """The searches that the site offers before anyone types, if it does."""
    searches = writer.library.settings.searches
    if searches:
        writer.heading("People often look for", "searches", "searches")
        writer.add(items(writer.link(words, addresses.search(words)) for words in searches))
