"""The feeds hold to their standards: Atom 1.0 (RFC 4287), with ids by RFC 4151, and JSON Feed 1.1."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given

from briefings.dates import PartialDate
from briefings.exports import Site
from briefings.exports.feed import permanent_id
from briefings.exports.feeds import NEWEST, feed_exports
from briefings.library import Library
from briefings.pages import addresses, site_pages
from tests.building import build
from tests.libraries import LAW, library, numbered, numbers, record, review, write_site

ATOM = "{http://www.w3.org/2005/Atom}"
SITE = Site("The site", "https://site.example/learning/")
HOMELESS = Site("The site")
TAG = re.compile(r"tag:[a-z0-9-]+(\.[a-z0-9-]+)*,2026:[a-z0-9./-]+")
TIME = re.compile(r"\d{4}-\d\d-\d\dT00:00:00Z")
CASES = library(
    [
        review("child-r", record("child-r", "p1", "asking", text="Ask <i> & *act*."), published=PartialDate(2021, 11)),
        review("child-s", record("child-s", "p1", "telling"), record("child-s", "p2", "asking")),
    ]
)


def written(found: Library, site: Site = SITE) -> dict[str, str]:
    return {export.uri: str(export.content) for export in feed_exports(found, site)}


def atom(text: str) -> ET.Element:
    return ET.fromstring(text)


def texts(element: ET.Element, name: str) -> list[str]:
    return [found.text or "" for found in element.findall(ATOM + name)]


def links(element: ET.Element, rel: str) -> list[str]:
    return [found.get("href", "") for found in element.findall(f"{ATOM}link") if found.get("rel") == rel]


OF_FEED: dict[str, Callable[[ET.Element], bool]] = {
    "the root is a feed": lambda feed: feed.tag == f"{ATOM}feed",
    "it has an author with a name, for entries without one": lambda feed: (
        [texts(author, "name") for author in feed.findall(f"{ATOM}author")] == [["The site"]]
    ),
    "no two entries have the same id": lambda feed: (
        len({id for entry in feed.findall(f"{ATOM}entry") for id in texts(entry, "id")})
        == len(feed.findall(f"{ATOM}entry"))
    ),
    "an entry has one summary and one content": lambda feed: all(
        len(texts(entry, name)) == 1 for entry in feed.findall(f"{ATOM}entry") for name in ("summary", "content")
    ),
}
OF_EACH: dict[str, Callable[[ET.Element], bool]] = {
    "one id, title and time": lambda element: all(
        len(texts(element, name)) == 1 and texts(element, name)[0].strip() for name in ("id", "title", "updated")
    ),
    "a full id": lambda element: all(TAG.fullmatch(id) for id in texts(element, "id")),
    "a time as RFC 3339 writes it": lambda element: all(TIME.fullmatch(time) for time in texts(element, "updated")),
    "one page that says the same": lambda element: len(links(element, "alternate")) == 1,
}
"""What RFC 4287 asks of a feed, and of a feed and its entries alike."""


def faults(uri: str, feed: ET.Element) -> list[str]:
    """The rules that a feed does not keep."""
    each = (feed, *feed.findall(f"{ATOM}entry"))
    found = [rule for rule, holds in OF_FEED.items() if not holds(feed)]
    found += [rule for rule, holds in OF_EACH.items() if not all(map(holds, each))]
    return found if links(feed, "self") in ([], [f"{SITE.url}{uri}"]) else [*found, "it says that it lies elsewhere"]


def json_faults(feed: dict[str, Any]) -> Iterator[str]:
    """What JSON Feed 1.1 does not allow in a feed."""
    if feed["version"] != "https://jsonfeed.org/version/1.1" or not feed["title"]:
        yield "no version or no title"
    if not all(author["name"] for author in feed["authors"]):
        yield "an author without a name"
    addresses = [feed.get("home_page_url"), feed.get("feed_url"), *(item.get("url") for item in feed["items"])]
    yield from (f"not a full address: {address}" for address in addresses if address and not urlsplit(address).netloc)
    for item in feed["items"]:
        if not item["id"] or not item["content_html"] or not all(isinstance(tag, str) for tag in item["tags"]):
            yield f"an item lacks something: {item}"
        if not TIME.fullmatch(item["date_published"]):
            yield f"a time that RFC 3339 does not know: {item['date_published']}"
    ids = [item["id"] for item in feed["items"]]
    if len(ids) != len(set(ids)):
        yield "two items of one id"


@LAW
@given(numbers)
def test_every_feed_of_any_library_is_valid(number: int) -> None:
    for site in (SITE, HOMELESS):
        for uri, text in written(numbered(number), site).items():
            found = list(faults(uri, atom(text)) if uri.endswith(".atom") else json_faults(json.loads(text)))
            assert found == [], uri


@LAW
@given(numbers)
def test_every_link_of_a_feed_leads_to_a_page_of_the_site(number: int) -> None:
    found = numbered(number)
    pages = {addresses.Root().served(page.uri) for page in site_pages(found, "The site")}
    for site, base in ((SITE, SITE.url), (HOMELESS, "https://host.example/")):
        for uri, text in written(found, site).items():
            for link in linked(uri, text):
                target = urljoin(f"{base}{uri}", link)
                if target.startswith(base):
                    assert target.removeprefix(base).partition("#")[0] in pages, (uri, link)


def linked(uri: str, text: str) -> Iterable[str]:
    if uri.endswith(".json"):
        return (link for item in json.loads(text)["items"] for link in hrefs(item["content_html"]))
    feed = atom(text)
    pages = (link for element in (feed, *feed.findall(f"{ATOM}entry")) for link in links(element, "alternate"))
    return [*pages, *(link for entry in feed.findall(f"{ATOM}entry") for link in hrefs(*texts(entry, "content")))]


def hrefs(html: str) -> list[str]:
    return re.findall(r'href="([^"]*)"', html)


def test_there_is_a_feed_of_everything_of_each_theme_that_is_carried_and_of_each_audience() -> None:
    names = ["all", "themes/asking", "themes/telling"]
    names += [f"audiences/{audience}" for audience in ("practitioners", "managers", "system")]
    assert sorted(written(CASES)) == sorted(f"data/feeds/{name}.{end}" for name in names for end in ("atom", "json"))


def test_a_page_names_its_feed_and_only_a_feed_that_is_there() -> None:
    named = {page.uri: page.feed for page in site_pages(CASES, "The site") if page.feed}
    assert named == {
        "index.md": "data/feeds/all.atom",
        "themes/asking.md": "data/feeds/themes/asking.atom",
        "themes/telling.md": "data/feeds/themes/telling.atom",
        "learning/practitioners/index.md": "data/feeds/audiences/practitioners.atom",
        "learning/managers/index.md": "data/feeds/audiences/managers.atom",
        "learning/system/index.md": "data/feeds/audiences/system.atom",
    }
    assert set(named.values()) <= set(written(CASES))


def test_an_entry_says_what_a_review_teaches_about_the_theme_of_its_feed() -> None:
    feed = json.loads(written(CASES)["data/feeds/themes/asking.json"])
    assert [item["title"] for item in feed["items"]] == ["Child R, Northshire, 2021", "Child S, Northshire, 2021"]
    assert feed["items"][0] == {
        "id": "tag:site.example,2026:learning/reviews/child-r",
        "url": "https://site.example/learning/reviews/child-r/",
        "title": "Child R, Northshire, 2021",
        "summary": "A summary.",
        "content_html": (
            "<p>A summary.</p>\n<h2>If you do one thing</h2>\n<p>Ask one more question.</p>\n"
            "<h2>What it teaches about asking</h2>\n<ul>\n<li>Ask &lt;i&gt; &amp; <em>act</em>.</li>\n</ul>\n"
            '<p><a href="https://site.example/learning/reviews/child-r/">Read the briefing</a></p>'
        ),
        "date_published": "2021-11-01T00:00:00Z",
        "tags": ["Asking"],
    }


def test_atom_says_the_same_as_json() -> None:
    files = written(CASES)
    for uri in (uri for uri in files if uri.endswith(".atom")):
        feed, data = atom(files[uri]), json.loads(files[uri.removesuffix("atom") + "json"])
        assert texts(feed, "title") == [data["title"]]
        entries = [
            (*texts(entry, "id"), *links(entry, "alternate"), *texts(entry, "content"), *texts(entry, "updated"))
            for entry in feed.findall(f"{ATOM}entry")
        ]
        assert entries == [
            (item["id"], item["url"], item["content_html"], item["date_published"]) for item in data["items"]
        ]


def test_a_feed_was_updated_when_its_newest_review_was_published() -> None:
    feed = atom(written(CASES)["data/feeds/all.atom"])
    assert texts(feed, "updated") == ["2021-11-01T00:00:00Z"]


def test_a_feed_holds_the_newest_reviews_and_no_more() -> None:
    many = library(review(f"child-{n}", record(f"child-{n}", "p1", "asking"), year=1950 + n) for n in range(NEWEST + 9))
    for name in ("all", "themes/asking", "audiences/practitioners"):
        entries = json.loads(written(many)[f"data/feeds/{name}.json"])["items"]
        assert [item["id"].rpartition("/")[2] for item in entries] == [
            f"child-{n}" for n in reversed(range(9, NEWEST + 9))
        ]


def test_without_an_address_of_the_site_atom_links_are_relative_and_json_names_none() -> None:
    files = written(CASES, HOMELESS)
    entry = atom(files["data/feeds/themes/asking.atom"]).findall(f"{ATOM}entry")[0]
    assert links(entry, "alternate") == ["../../../reviews/child-r/"]
    assert '<a href="../../../reviews/child-r/">' in texts(entry, "content")[0]
    feed = json.loads(files["data/feeds/themes/asking.json"])
    assert not {"home_page_url", "feed_url"} & set(feed)
    assert not any("url" in item for item in feed["items"])


def test_relative_links_lead_to_files_where_a_site_wants_their_names() -> None:
    files = written(CASES, Site("The site", folders=False))
    entry = atom(files["data/feeds/themes/asking.atom"]).findall(f"{ATOM}entry")[0]
    assert links(entry, "alternate") == ["../../../reviews/child-r.html"]


@pytest.mark.parametrize(
    ("site", "id"),
    [
        (Site("A", "https://site.example/"), "tag:site.example,2026:reviews/x"),
        (Site("A", "https://Site.Example:8000/a/b/"), "tag:site.example,2026:a/b/reviews/x"),
        (Site("A", "https://bücher.example/"), "tag:xn--bcher-kva.example,2026:reviews/x"),
        (Site("Our & their Learning"), "tag:learning-briefings,2026:our-their-learning/reviews/x"),
    ],
)
def test_an_id_says_whose_it_is(site: Site, id: str) -> None:
    assert permanent_id(site, "reviews/x") == id


def test_the_id_of_a_review_stays_when_everything_about_it_is_corrected() -> None:
    corrected = replace(CASES.by_id["child-r"], title="Child Q", published=PartialDate(2020), summary="Other.")
    ids = [
        {item["id"] for item in json.loads(written(found)["data/feeds/all.json"])["items"]}
        for found in (CASES, library([corrected, CASES.by_id["child-s"]]))
    ]
    assert ids[0] == ids[1]


def test_the_pages_of_a_built_site_name_feeds_that_are_there(tmp_path: Path) -> None:
    source = write_site(tmp_path, config="site_url: https://site.example/learning/\n")
    build(source, source / "site")
    named = {
        (page.parent / href).resolve()
        for page in (source / "site").rglob("index.html")
        for href in re.findall(
            r'<link rel="alternate" type="application/atom\+xml"[^>]* href="([^"]+)"', page.read_text()
        )
    }
    feeds = set((source / "site/data/feeds").resolve().rglob("*.atom"))
    assert named == feeds
    assert len(feeds) == 5


def test_the_same_library_gives_the_same_bytes() -> None:
    assert written(CASES) == written(CASES)
