"""The search page and the searches that a site offers, as Markdown: they lead somewhere without script too."""

from dataclasses import replace

import pytest

from briefings.library import Library
from briefings.model import SiteSettings
from briefings.pages import addresses, site_pages
from briefings.pages.home import home_page
from briefings.pages.search import search_page
from tests.libraries import library


def offering(*searches: str) -> Library:
    return replace(library(), settings=SiteSettings(searches=searches))


def test_the_search_page_leads_to_lists_that_every_site_has() -> None:
    every = {page.uri for page in site_pages(library(), "The site")}
    page = search_page(library())
    assert (page.uri, page.kind) == (addresses.SEARCH, "search")
    linked = {part.partition(")")[0].partition("#")[0] for part in page.markdown.split("](../")[1:]}
    assert {addresses.THEMES, addresses.LEARNING, addresses.REVIEWS, addresses.GLOSSARY} <= linked <= every


@pytest.mark.parametrize(
    ("words", "query"),
    [
        ("bruising in babies", "bruising+in+babies"),
        ("self-neglect & hoarding", "self-neglect+%26+hoarding"),
        ("50% off? #1 (now)", "50%25+off%3F+%231+%28now%29"),
    ],
)
def test_an_offered_search_is_a_link_with_its_words_in_the_address(words: str, query: str) -> None:
    assert f"](index.md?q={query})" in search_page(offering(words)).markdown
    home = home_page(offering(words), "The site").markdown
    assert f"](search/index.md?q={query})" in home
    assert home.index("{#searches") < home.index("{#roles")


def test_a_site_that_offers_no_search_has_no_empty_heading() -> None:
    assert "#searches" not in search_page(library()).markdown
    assert "#searches" not in home_page(library(), "The site").markdown
