"""My role: every audience and agency as links to what there is for it, which a script turns into choices to keep."""

from __future__ import annotations

from briefings.markup import escaped
from briefings.pages import addresses
from briefings.pages.page import Page, Writer, items, paragraph
from briefings.pages.readers import Reader, Readers

KEEP_MY_ROLE = "Keep my role, so that lists start with what is for me"
NOTHING_KEPT = "Without scripts nothing can be kept. Each link above leads to what there is for that role or agency."
LEAD = "Choose once, and lists start with what is for you. Your choice stays in this browser. It is sent to nobody."


def my_role_page(readers: Readers) -> Page:
    """The page at which a reader says who they are."""
    writer = Writer(readers.library, addresses.MY_ROLE)
    writer.heading("What I do", "what-i-do", "choices")
    writer.add(items(_choice(writer, reader) for reader in readers.audiences))
    if readers.agencies:
        writer.heading("Where I work", "where-i-work", "choices")
        writer.add(items(_choice(writer, reader) for reader in readers.agencies))
    writer.heading("What is kept", "kept", "kept")
    writer.add(NOTHING_KEPT)
    return Page(writer.uri, "my-role", "My role", writer.markdown(), lead=LEAD)


def _choice(writer: Writer, reader: Reader) -> str:
    """A link to what there is for a reader, with the id that a script keeps."""
    kind = "agency" if reader.is_agency else "audience"
    link = f'{writer.link(reader.term.name, reader.uri)}{{ data-{kind}="{reader.term.id}" }}'
    return "\n\n".join(part for part in (link, paragraph(escaped(reader.term.meaning), "card-meta")) if part)
