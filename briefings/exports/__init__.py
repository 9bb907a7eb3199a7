"""Library -> files for machines: open data, feeds and e-mails. One module a kind of file."""

from __future__ import annotations

from collections.abc import Iterator

from briefings.exports.emails import email_exports
from briefings.exports.export import Export, Site
from briefings.exports.feeds import feed_exports
from briefings.exports.library_json import library_files
from briefings.exports.spreadsheets import spreadsheets
from briefings.library import Library

__all__ = ["Export", "Site", "site_exports"]


def site_exports(library: Library, site: Site) -> Iterator[Export]:
    """Every file that a site publishes beside its pages."""
    yield from library_files(library, site)
    yield from spreadsheets(library, site)
    yield from feed_exports(library, site)
    yield from email_exports(library, site)
