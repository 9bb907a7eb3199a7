"""What we add to the files of a MkDocs build: nothing takes the place of a file of the site's own."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

from briefings.pages.addresses import Root


def root_of(config: MkDocsConfig) -> Root:
    """Where the site lives, and how it has its pages served."""
    return Root(str(config.site_url or ""), config.use_directory_urls)


def add(files: Files, config: MkDocsConfig, uri: str, content: str | bytes) -> None:
    """Add a file that is no page, and in no navigation."""
    files.append(File.generated(config, uri, content=content, inclusion=InclusionLevel.NOT_IN_NAV))


class Own:
    """The files that a site has of its own when it is asked, before ours are added."""

    def __init__(self, files: Files) -> None:
        self._by_address = {file.dest_uri: file.src_uri for file in files}
        self.pages = frozenset(self._by_address.values())
        """Those that may take the place of one of our pages, by their names below the content folder."""

    def refuse(self, address: str, what: str, cure: str = "Give it another name.") -> None:
        """Stop the build if one of them stands at an address that is ours, or below one that ends in a slash."""
        found = self._by_address.get(address) or self._below(address)
        if found:
            raise PluginError(f"{found} takes the address of {what} that is made: {address}\n{cure}")

    def _below(self, folder: str) -> str:
        below = (own for address, own in self._by_address.items() if address.startswith(folder))
        return next(below, "") if folder.endswith("/") else ""
