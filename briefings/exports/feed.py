"""What a feed and its entries hold, in whichever format they are written."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from briefings.dates import PartialDate
from briefings.exports.export import Site
from briefings.ids import slug

NOWHERE = "learning-briefings"
"""In ids, the name of the place that a site has which does not know its own."""
SINCE = 2026
"""The year from which these ids count. It is no review's year: that may be corrected, and an id may never change."""
NO_DATE = PartialDate(1970, 1, 1)
"""When a feed was updated that has no entry yet: the formats want a time."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One review in a feed. ``content`` is HTML, ``summary`` plain, ``tags`` are ids and names of themes."""

    id: str
    title: str
    address: str
    published: PartialDate
    summary: str
    content: str
    tags: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed, newest entry first. ``name`` is its place below ``data/feeds/``, ``page`` the page that it goes with."""

    name: str
    id: str
    title: str
    about: str
    page: str
    entries: tuple[Entry, ...] = ()

    @property
    def updated(self) -> PartialDate:
        """The date of its newest entry."""
        return max((entry.published for entry in self.entries), key=lambda date: date.first_day, default=NO_DATE)


def permanent_id(site: Site, what: str) -> str:
    """The id of a thing of this site, as a tag of RFC 4151: ``tag:example.org,2026:learning/reviews/x``.

    It holds the site's address, as only that is nobody else's; a site that does not know its own goes by its name.
    """
    parts = urlsplit(site.url)
    host = (parts.hostname or "").encode("idna").decode() or NOWHERE
    folder = quote(parts.path.strip("/"), safe="/%") if site.url else slug(site.name)
    return f"tag:{host},{SINCE}:{posixpath.join(folder, what)}"


def links_from(site: Site, uri: str) -> Callable[[str, str], str]:
    """How a file of the site links to a page: in full where the site knows its address, else relative to the file."""

    def address(page: str, anchor: str = "") -> str:
        if site.url:
            return site.address(page, anchor)
        return f"{site.root.relative(page, posixpath.dirname(uri))}{'#' + anchor if anchor else ''}"

    return address


def time_of(date: PartialDate) -> str:
    """The date as RFC 3339 wants it; one that is not exact at its first day."""
    return f"{date.first_day.isoformat()}T00:00:00Z"
