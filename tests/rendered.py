"""Generated pages as their readers get them: rendered by the site's own Markdown extensions, without MkDocs."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote, urldefrag, urlsplit

from markdown import Markdown

from briefings.links import LINK, WIKI
from briefings.pages import Page
from briefings_mkdocs.theme import EXTENSIONS

VOID = {"br", "hr", "img", "input"}


@dataclass
class Link:
    """A link: the section it stands in (its heading's id, or nothing), where it leads, its words and classes."""

    section: str
    href: str
    classes: list[str]
    text: str = ""


@dataclass
class RenderedPage:
    """What the tests ask of one page's HTML."""

    page: Page
    html: str
    ids: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    """All words of each section, by its heading's id; those above the first heading by an empty one."""
    titles: list[tuple[str, str]] = field(default_factory=list)
    """Each abbreviation with what its title says."""

    def links_in(self, *sections: str) -> list[Link]:
        return [link for link in self.links if link.section in sections]


class _Reader(HTMLParser):
    def __init__(self, found: RenderedPage) -> None:
        super().__init__()
        self.found = found
        self.section = ""
        self.open_links: list[Link] = []
        self.abbreviation = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.found.ids.append(given["id"])
        match tag:
            case "section":
                self.section = given.get("aria-labelledby", "")
            case "a":
                link = Link(self.section, given.get("href", ""), given.get("class", "").split())
                self.found.links.append(link)
                self.open_links.append(link)
            case "abbr":
                self.abbreviation = given["title"]

    def handle_endtag(self, tag: str) -> None:
        if tag == "section":
            self.section = ""
        if tag == "a":
            self.open_links.pop()

    def handle_data(self, data: str) -> None:
        self.found.texts[self.section] = self.found.texts.get(self.section, "") + data
        for link in self.open_links:
            link.text += data
        if self.abbreviation:
            self.found.titles.append((data, self.abbreviation))
            self.abbreviation = ""


def html_of(markdown: str) -> str:
    return Markdown(extensions=["toc", "fenced_code", *EXTENSIONS]).convert(markdown)


def rendered(page: Page) -> RenderedPage:
    """A page's Markdown as HTML, and what stands in it."""
    found = RenderedPage(page, html_of(page.markdown))
    _Reader(found).feed(found.html)
    return found


def rendered_site(pages: Iterable[Page]) -> dict[str, RenderedPage]:
    """Every page of a site by its address; two pages of one address fail the test."""
    site: dict[str, RenderedPage] = {}
    for page in pages:
        assert page.uri not in site, f"two pages have the address {page.uri}"
        site[page.uri] = rendered(page)
    return site


def target(uri: str, href: str) -> tuple[str, str]:
    """The page and the anchor that a link on the page `uri` leads to; a link to outside gives its whole address."""
    if urlsplit(href).scheme:
        return href, ""
    path, anchor = urldefrag(href)
    return posixpath.normpath(posixpath.join(posixpath.dirname(uri), unquote(path))) if path else uri, unquote(anchor)


def targets(found: RenderedPage, links: Iterable[Link] | None = None) -> list[tuple[str, str]]:
    return [target(found.page.uri, link.href) for link in (found.links if links is None else links)]


def broken(site: Mapping[str, RenderedPage]) -> Iterator[str]:
    """Each link inside the site that leads to no page or to no anchor of it."""
    for uri, found in site.items():
        for link in found.links:
            page, anchor = target(uri, link.href)
            if urlsplit(page).scheme or page.startswith("data/"):  # a file, not a page: real builds check those
                continue
            if page not in site or (anchor and anchor not in site[page].ids):
                yield f"{uri}: [{link.text}]({link.href})"


def plain_text(text: str) -> str:
    """An author's Markdown as words alone: no marks, no addresses."""
    text = WIKI.sub(lambda found: found.group(3) or found.group(1), text)
    text = LINK.sub(r"\1", text)
    text = re.sub(r"(?m)^[ \t]*(?:[-*+>]|\d+[.)]|#+)\s+", "", text)
    return " ".join(re.sub(r"\*\*|__|(?<!\w)[*_]|[*_](?!\w)|`", "", text).split())
