"""Library -> pages: one module a kind of page, each page as Markdown and the few facts that a template reads."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from briefings.closeness import Closeness
from briefings.library import Library
from briefings.pages import addresses
from briefings.pages.acronyms import Acronyms
from briefings.pages.actions import action_pages
from briefings.pages.addresses import Root
from briefings.pages.briefing import NOWHERE, briefing
from briefings.pages.data import data_page
from briefings.pages.digests import digest_pages
from briefings.pages.elsewhere import elsewhere_pages
from briefings.pages.home import home_page
from briefings.pages.learning import learning_pages
from briefings.pages.left import left_pages
from briefings.pages.my_role import my_role_page
from briefings.pages.page import Page, Writer
from briefings.pages.readers import Readers
from briefings.pages.records import record_pages
from briefings.pages.reflection import reflection
from briefings.pages.reviews import reviews_pages
from briefings.pages.schema_org import SchemaOrg
from briefings.pages.search import search_page
from briefings.pages.sheet import sheet_page
from briefings.pages.standing import standing_pages
from briefings.pages.themes import theme_pages

__all__ = ["Page", "site_pages"]


def site_pages(
    library: Library, name: str, introduction: str = "", written: Collection[str] = frozenset(), root: Root = NOWHERE
) -> Iterator[Page]:
    """Every page of a site called ``name``; ``introduction`` is its author's Markdown for the front page.

    ``written`` are the addresses of the author's own pages, which may take the place of one of ours; ``root`` is where
    the site lives.
    """
    schema_org = SchemaOrg(library, name, root)
    acronyms = Acronyms(library.vocabulary, own_glossary=addresses.GLOSSARY in written)
    for page in _plain_pages(library, name, introduction, root):
        yield schema_org.described(acronyms.explained(page, Writer(library, page.uri)))


def _plain_pages(library: Library, name: str, introduction: str, root: Root) -> Iterator[Page]:
    yield home_page(library, name, introduction)
    yield from reviews_pages(library)
    closeness, readers = Closeness(library), Readers(library)
    for review in library.reviews:
        yield briefing(library, review, closeness, root)
        if review.one_things:
            yield reflection(library, review)
    yield from record_pages(library)
    yield from learning_pages(readers)
    yield my_role_page(readers)
    yield from theme_pages(library, readers)
    yield from action_pages(library)
    yield from digest_pages(library, mailed=bool(root.url))
    if library.settings.searched:
        yield search_page(library)
    yield data_page(library)
    yield from elsewhere_pages(library)
    yield from left_pages(library, root)
    yield sheet_page(library)
    yield from standing_pages(library, name)
