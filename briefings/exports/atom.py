"""A feed as Atom 1.0 (RFC 4287)."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from briefings.exports.export import Site
from briefings.exports.feed import Entry, Feed, links_from, time_of
from briefings.pages import addresses

ATOM = "http://www.w3.org/2005/Atom"
RIGHTS = "The briefings are summaries of our own. The copyright of each report stays with its publisher."


def atom(feed: Feed, site: Site) -> str:
    """The text of the Atom file."""
    uri = addresses.feed(feed.name)
    root = Element("feed", {"xmlns": ATOM, "xml:lang": "en"})
    _text(root, "id", feed.id)
    _text(root, "title", feed.title)
    _text(root, "subtitle", feed.about)
    _text(root, "updated", time_of(feed.updated))
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": links_from(site, uri)(feed.page, "")})
    if site.url:
        SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": site.file(uri)})
    _text(SubElement(root, "author"), "name", site.name)
    _text(root, "rights", RIGHTS)
    for entry in feed.entries:
        _entry(root, entry)
    indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'


def _entry(root: Element, entry: Entry) -> None:
    element = SubElement(root, "entry")
    _text(element, "id", entry.id)
    _text(element, "title", entry.title)
    SubElement(element, "link", {"rel": "alternate", "type": "text/html", "href": entry.address})
    _text(element, "updated", time_of(entry.published))
    _text(element, "summary", entry.summary)
    for id, name in entry.tags:
        SubElement(element, "category", {"term": id, "label": name})
    SubElement(element, "content", {"type": "html"}).text = entry.content


def _text(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = text
