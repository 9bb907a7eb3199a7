"""One file of open data: where it lies on the site, and what is in it."""

from __future__ import annotations

from dataclasses import dataclass

from briefings.pages import addresses


@dataclass(frozen=True, slots=True)
class Export:
    """A file that a site publishes beside its pages. ``uri`` is its address below the site's root."""

    uri: str
    content: str | bytes


@dataclass(frozen=True, slots=True)
class Site:
    """What an export must know of the site that it is published on. ``url`` ends in a slash; empty if not known.

    ``folders`` says whether its pages have the addresses of folders, or of files.
    """

    name: str
    url: str = ""
    description: str = ""
    folders: bool = True

    @property
    def root(self) -> addresses.Root:
        """Where it lives, and how its pages are served."""
        return addresses.Root(self.url, self.folders)

    def address(self, page: str, anchor: str = "") -> str:
        """The full address of a page, named by its Markdown file; below the root where the site's own is not known."""
        return f"{self.url or '/'}{self.root.served(page)}{'#' + anchor if anchor else ''}"

    def file(self, uri: str) -> str:
        """The full address of a file that is no page; below the root where the site's own is not known."""
        return f"{self.url or '/'}{uri}"
