"""What pages say to machines, in the words of schema.org: read from a real build, as a search engine would."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import given

from briefings.library import Library
from briefings.pages import addresses, site_pages
from tests.building import build
from tests.libraries import LAW, library, numbered, numbers, record, review, review_file, theme, write_site

WANTED = {
    "WebSite": {"url", "name", "description", "inLanguage"},
    "Article": {"@id", "url", "headline", "abstract", "datePublished", "about", "publisher", "isBasedOn", "inLanguage"},
    "DefinedTerm": {"@id", "url", "name", "description", "inDefinedTermSet"},
    "DefinedTermSet": {"@id", "url", "name", "hasDefinedTerm"},
}
"""The properties that each kind of thing has wherever a page is about it."""
HOSTILE = "</script><script>alert(1)</script><!-- <script>"


class DataBlocks(HTMLParser):
    """The text of each `<script type="application/ld+json">`, and how many scripts that a browser runs are inline."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.blocks: list[str] = []
        self.inline_scripts = 0
        self.inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.inside = tag == "script" and given.get("type") == "application/ld+json"
        if self.inside:
            self.blocks.append("")
        elif tag == "script" and not given.keys() & {"src", "type"}:
            self.inline_scripts += 1

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "script"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.blocks[-1] += data


def said(site: Path) -> dict[str, list[Any]]:
    """What each built page says, by its address; pages that say nothing are left out."""
    found = {}
    for path in sorted(site.rglob("index.html")):
        blocks = DataBlocks(path.read_text("utf-8")).blocks
        if blocks:
            found[path.parent.relative_to(site).as_posix().removeprefix(".")] = [json.loads(text) for text in blocks]
    return found


def of_pages(found: Library, url: str = "") -> dict[str, Any]:
    pages = site_pages(found, "The site", root=addresses.Root(url))
    return {page.uri: json.loads(page.schema) for page in pages if page.schema}


def values(data: Any, *names: str) -> Iterator[str]:
    """Every value of these properties, however deep."""
    if isinstance(data, dict):
        for name, value in data.items():
            if name in names and isinstance(value, str):
                yield value
            yield from values(value, *names)
    elif isinstance(data, list):
        for value in data:
            yield from values(value, *names)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    more = {
        "content/reviews/2021/child-s.md": review_file("Hostile").replace("title: Hostile", f"title: '{HOSTILE}'"),
        "content/reviews/2021/zqxjv.md": review_file("Zqxjv", status="draft"),
    }
    source = write_site(tmp_path_factory.mktemp("schema"), more, "site_url: https://site.example/learning/\n")
    build(source, source / "site")
    return source / "site"


def test_a_page_about_one_thing_says_what_it_is_and_other_pages_say_nothing(site: Path) -> None:
    kinds = {address: [data["@type"] for data in blocks] for address, blocks in said(site).items()}
    assert kinds == {
        "": ["WebSite"],
        "glossary": ["DefinedTermSet"],
        "reviews/child-r": ["Article"],
        "reviews/child-s": ["Article"],
        "themes": ["DefinedTermSet"],
        "themes/asking": ["DefinedTerm"],
    }


def test_it_has_every_property_that_it_should(site: Path) -> None:
    for address, blocks in said(site).items():
        for data in blocks:
            assert data["@context"] == "https://schema.org", address
            assert WANTED[data["@type"]] <= set(data), address


def test_its_address_is_the_full_one_of_the_page(site: Path) -> None:
    for address, blocks in said(site).items():
        assert [data["url"] for data in blocks] == [f"https://site.example/learning/{address}{'/' * bool(address)}"]
        for value in values(blocks, "url", "@id"):
            assert urlsplit(value).scheme, (address, value)


def test_no_title_can_end_the_element_that_it_stands_in(site: Path) -> None:
    html = (site / "reviews/child-s/index.html").read_text("utf-8")
    found = DataBlocks(html)
    assert json.loads(found.blocks[0])["headline"] == f"{HOSTILE}, Northshire, 2021"
    assert (len(found.blocks), found.inline_scripts) == (1, 0)


def test_nothing_of_a_review_that_is_not_public_is_said(site: Path) -> None:
    assert "zqxjv" not in json.dumps(said(site)).lower()


def test_a_briefing_is_an_article_of_ours_that_rests_on_the_report_of_others() -> None:
    found = library([review("child-r", record("child-r", "p1", "asking"))])
    assert of_pages(found, "https://site.example/")["reviews/child-r.md"] == {
        "@context": "https://schema.org",
        "@type": "Article",
        "@id": "https://site.example/reviews/child-r/",
        "url": "https://site.example/reviews/child-r/",
        "headline": "Child R, Northshire, 2021",
        "abstract": "A summary.",
        "datePublished": "2021",
        "inLanguage": "en",
        "about": [
            {
                "@type": "DefinedTerm",
                "@id": "https://site.example/themes/asking/",
                "url": "https://site.example/themes/asking/",
                "name": "Asking",
            }
        ],
        "publisher": {"@type": "Organization", "name": "The site", "url": "https://site.example/"},
        "isBasedOn": {
            "@type": "Report",
            "name": "The report",
            "datePublished": "2021",
            "publisher": {"@type": "Organization", "name": "Northshire Safeguarding Partnership"},
        },
    }


@LAW
@given(numbers)
def test_every_address_that_is_said_leads_to_a_page_of_the_site(number: int) -> None:
    found = numbered(number)
    served = {addresses.Root().served(page.uri) for page in site_pages(found, "The site")}
    for url, base in (("https://site.example/a/", "https://site.example/a/"), ("", "https://host.example/")):
        for uri, data in of_pages(found, url).items():
            own = {name: value for name, value in data.items() if name != "isBasedOn"}
            for value in values(own, "url", "@id"):
                target = urljoin(f"{base}{addresses.Root().served(uri)}", value)
                assert target.removeprefix(base).partition("#")[0] in served, (uri, value)
                assert bool(urlsplit(value).scheme) is bool(url)


@LAW
@given(numbers)
def test_it_can_stand_in_html_as_it_is(number: int) -> None:
    for page in site_pages(numbered(number), "A & <b> site"):
        assert not re.search("[<>&]", page.schema), page.uri


def test_a_theme_says_its_meaning_and_its_other_names() -> None:
    known = theme("asking", aliases=("being curious",))
    data = of_pages(library([], [known]))["themes/asking.md"]
    assert (data["description"], data["alternateName"]) == ("What it means.", ["being curious"])
    assert "alternateName" not in of_pages(library([], [replace(known, aliases=())]))["themes/asking.md"]
