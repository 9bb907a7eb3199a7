"""A feed as JSON Feed 1.1."""

from __future__ import annotations

import json
from typing import Any

from briefings.exports.export import Site
from briefings.exports.feed import Entry, Feed, time_of
from briefings.pages import addresses

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed: Feed, site: Site) -> str:
    """The text of the JSON file. It may hold full addresses only: where the site's is not known, it names none."""
    home = {"home_page_url": site.address(feed.page), "feed_url": site.file(addresses.feed(feed.name, "json"))}
    data = {
        "version": VERSION,
        "title": feed.title,
        **(home if site.url else {}),
        "description": feed.about,
        "language": "en",
        "authors": [{"name": site.name}],
        "items": [_item(entry, site) for entry in feed.entries],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _item(entry: Entry, site: Site) -> dict[str, Any]:
    return {
        "id": entry.id,
        **({"url": entry.address} if site.url else {}),
        "title": entry.title,
        "summary": entry.summary,
        "content_html": entry.content,
        "date_published": time_of(entry.published),
        "tags": [name for _, name in entry.tags],
    }
