"""A built site as its readers' browsers get it: each page's links, anchors and what it loads."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from mkdocs.utils.yaml import yaml_load

KIND = re.compile(r"\blb-kind-(?P<kind>[\w-]+)")
"""The class by which a template says what kind of page it makes."""
HOST = "http://site.test"
ONLY_NAMES_AN_ADDRESS = {"canonical", "alternate", "license", "author"}
"""Kinds of `<link>` that a browser does not load."""


@dataclass
class BuiltPage:
    """What the tests ask of one HTML page."""

    address: str
    """Where it stands in the site: `/reviews/child-r/`."""
    size: int
    lang: str = ""
    title: str = ""
    kind: str = ""
    h1: int = 0
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)


class PageParser(HTMLParser):
    """Reads one page's HTML into a BuiltPage."""

    def __init__(self, page: BuiltPage) -> None:
        super().__init__()
        self.page = page
        self.in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.page.ids.append(given["id"])
        if "href" in given and tag in {"a", "area"}:
            self.page.links.append(given["href"])
        self.page.loads.extend(loaded_by(tag, given))
        if kind := KIND.search(given.get("class", "")):
            self.page.kind = kind["kind"]
        match tag:
            case "html":
                self.page.lang = given.get("lang", "")
            case "h1":
                self.page.h1 += 1
            case "title":
                self.in_title = not self.page.title

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self.in_title = False

    def handle_data(self, data: str) -> None:
        if self.in_title:
            self.page.title += data


def loaded_by(tag: str, given: dict[str, str]) -> Iterator[str]:
    """The addresses that a browser loads for this element by itself."""
    if tag == "link" and not ONLY_NAMES_AN_ADDRESS & set(given.get("rel", "").split()):
        yield given.get("href", "")
    elif "src" in given:
        yield given["src"]
    for candidate in given.get("srcset", "").split(","):
        if candidate.strip():
            yield candidate.split()[0]


def read_pages(site: Path) -> dict[str, BuiltPage]:
    """Every HTML page of a built site, by its address. A digest as an e-mail is a file to send, and no page of it."""
    pages = {}
    for path in sorted(path for path in site.rglob("*.html") if path.name != "email.html"):
        text = path.read_text("utf-8")
        page = BuiltPage(address=address_of(path, site), size=path.stat().st_size)
        PageParser(page).feed(text)
        pages[page.address] = page
    return pages


def address_of(path: Path, site: Path) -> str:
    return "/" + path.relative_to(site).as_posix().removesuffix("index.html")


def base_of(source: Path) -> str:
    """The path under which a site will be hosted, by the `site_url` of its mkdocs.yml: `/` or `/briefings/`."""
    with (source / "mkdocs.yml").open("rb") as file:
        return urlsplit(yaml_load(file).get("site_url") or HOST).path or "/"


def broken_links(site: Path, base: str = "/") -> list[str]:
    """Each link or loaded file that leads to nothing inside the site, anchors included, and where it stands."""
    pages = read_pages(site)
    anchors = {address: set(page.ids) for address, page in pages.items()}
    return [
        f"{page.address}: {link}"
        for page in pages.values()
        for link in dict.fromkeys([*page.links, *page.loads])
        if is_broken(link, page.address, site, anchors, base)
    ]


def is_broken(link: str, address: str, site: Path, anchors: dict[str, set[str]], base: str) -> bool:
    target, anchor = urldefrag(urljoin(HOST + base.rstrip("/") + address, link))
    parts = urlsplit(target)
    if f"{parts.scheme}://{parts.netloc}" != HOST:
        return False
    if not parts.path.startswith(base):
        return True
    path = "/" + unquote(parts.path).removeprefix(base)
    if path not in anchors:
        return not (site / path.lstrip("/")).is_file()
    return anchor not in {"", "top"} and unquote(anchor) not in anchors[path]
