"""The page `/data/`: what is there to download, how ids stay, whose work it is, and every field of the JSON."""

from __future__ import annotations

from collections.abc import Iterator

from briefings.data_schema import documented_fields
from briefings.library import Library
from briefings.markup import escaped
from briefings.open_data import VERSION
from briefings.pages import addresses
from briefings.pages.elsewhere import way_elsewhere
from briefings.pages.page import Page, Writer, items
from briefings.wording import inside

FILES = (
    (
        addresses.LIBRARY_JSON,
        "Everything, as JSON",
        "The public library in one file: reviews, what they taught, actions, themes, and the lists that they use.",
    ),
    (
        addresses.LIBRARY_SCHEMA,
        "The schema of that file",
        f"JSON Schema 2020-12, version {VERSION}, with a description of each field.",
    ),
    (
        addresses.LEARNING_POINTS_CSV,
        "Learning points, as a spreadsheet",
        "CSV, one row a learning point. Excel, LibreOffice and Google Sheets open it as it is.",
    ),
    (addresses.ACTIONS_CSV, "Actions, as a spreadsheet", "CSV, one row an action, with its last report."),
)

IDS = """\
A review, a theme and a record keep their id, and so their address, for ever. An id that was taken out is not given to
anything else. `review-id#p1` is the first learning point that was written for practitioners; a point that moves up or
down in its list keeps its id. So you can keep an id, or a link, in a plan, a slide or a database of your own.

The format has a version. A later version 1 only adds fields: pass over those that you do not know. Version 2 would
change what a field means."""

SPREADSHEETS = """\
The CSV files are UTF-8. Lists have a semicolon and a space between their items; a semicolon inside an item has a
backslash in front. A cell that a spreadsheet could take for a formula starts with an apostrophe, and so does one that
starts with an apostrophe anyway: a program that reads the file takes one away."""

RIGHTS = """\
The briefings are summaries by those who run this site, in their own words. They are not the reviews, and do not speak
for those who wrote them. The copyright of each report stays with its publisher, who is named with it. Read the report
before you rely on a summary of it, and say where you have a summary from."""

ELSEWHERE = """\
Another site that is made in this way can show these reviews beside its own, kept apart, with credit and a link to
here. Its authors run `briefings import-library` with the address of the JSON file above."""


def data_page(library: Library) -> Page:
    """What a machine, or a person with a spreadsheet, can take from the site."""
    writer = Writer(library, addresses.DATA)
    writer.heading("Files", "files", "files")
    writer.add(items(f"{writer.link(text, uri)}  \n{about}" for uri, text, about in FILES))
    _feeds(writer)
    for title, id, text in (
        ("Ids that stay", "ids", IDS),
        ("In a spreadsheet", "spreadsheets", SPREADSHEETS),
        ("Whose work this is", "rights", RIGHTS),
        ("On another site", "another-site", ELSEWHERE),
    ):
        writer.heading(title, id, "data")
        writer.add(text)
    writer.add(way_elsewhere(writer))
    writer.heading("Every field of the JSON", "fields", "fields")
    writer.add(*_tables())
    lead = "Everything public on this site, for spreadsheets, programs and feed readers."
    return Page(writer.uri, "data", "Data", writer.markdown(), lead=lead)


def _feeds(writer: Writer) -> None:
    """The feed of everything and those by audience; a theme's own is named on its page."""
    audiences = writer.library.vocabulary.audiences.values()
    names = [("All briefings", addresses.ALL_BRIEFINGS)]
    names += [(f"Learning for {inside(audience.name)}", addresses.audience_feed(audience.id)) for audience in audiences]
    writer.heading("Feeds", "feeds", "feeds")
    writer.add("A feed reader tells you of each new briefing. Atom and JSON Feed say the same.")
    writer.add(
        items(
            f"{escaped(text)}: {writer.link('Atom', addresses.feed(name))},"
            f" {writer.link('JSON Feed', addresses.feed(name, 'json'))}"
            for text, name in names
        )
    )
    writer.add(
        "Each theme that a review carries has feeds of its own: `data/feeds/themes/`, its id, and `.atom` or `.json`."
    )


def _tables() -> Iterator[str]:
    """A table for each kind of thing in the file, from the schema itself."""
    yield "A field that is not known is `null`; a list may be empty."
    for title, about, fields in documented_fields():
        rows = (f"| `{name}` | {text} |" for name, text in fields)
        yield f"### {title}"
        yield " ".join(about.split())
        yield "\n".join(["| field | what it is |", "| --- | --- |", *rows])
