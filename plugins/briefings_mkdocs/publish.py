"""Open data and feeds as files of the MkDocs build, so that links to them are checked like any other."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from pydantic_core import PydanticCustomError

from briefings.exports import Site, site_exports
from briefings.fields import web_address
from briefings.library import Library
from briefings_mkdocs.added import Own, add


def publish(files: Files, config: MkDocsConfig, library: Library) -> None:
    """Add what the site publishes beside its pages."""
    own = Own(files)
    for export in site_exports(library, _site(config)):
        own.refuse(export.uri, "a file")
        add(files, config, export.uri, export.content)


def _site(config: MkDocsConfig) -> Site:
    try:
        url = str(web_address(config.site_url or ""))
    except PydanticCustomError as error:
        raise PluginError(f"site_url in mkdocs.yml: {error.message()}") from error
    url = f"{url.rstrip('/')}/" if url else ""
    return Site(str(config.site_name), url, str(config.site_description or ""), config.use_directory_urls)
