"""The page on which a reader puts a sheet of learning points together. All of that happens in the browser."""

from __future__ import annotations

from briefings.library import Library
from briefings.pages import addresses
from briefings.pages.page import Page, Writer, items

WAYS_IN = (
    ("Learning points for your role", addresses.LEARNING),
    ("Themes", addresses.THEMES),
    ("One thing from each review", addresses.ONE_THINGS),
    ("Good practice", addresses.GOOD_PRACTICE),
)
PRINTED_AS_THEY_ARE = (
    ("All briefings", addresses.REVIEWS),
    ("One thing from each review", addresses.ONE_THINGS),
)


def sheet_page(library: Library) -> Page:
    """What a sheet is, how to make one, and what to print where scripts do not run. Its template brings the rest."""
    writer = Writer(library, addresses.SHEET)
    writer.heading("How to make a sheet", "how", "ways", "how")
    writer.add("Choose “Add to my sheet” beside any learning point, and it comes here. Then put your points in order.")
    writer.add(items(writer.link(text, uri) for text, uri in WAYS_IN))
    writer.heading("If scripts do not run", "without-script", "ways", "without-script")
    writer.add("A sheet is made in your browser, and that takes scripts. Without them, print a briefing on one side.")
    writer.add("Or print its reflection sheet, with room to write. Each briefing links to its own.")
    writer.add(items(writer.link(text, uri) for text, uri in PRINTED_AS_THEY_ARE))
    lead = "Learning points that you choose, on paper for your team. The address of the sheet holds all of it."
    return Page(writer.uri, "sheet", "My sheet", writer.markdown(), lead=lead)
