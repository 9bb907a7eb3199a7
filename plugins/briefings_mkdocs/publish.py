"""Open data and feeds as files of the MkDocs build, so that links to them are checked like any other."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from pydantic_core import PydanticCustomError

from briefings.exports import Site, site_exports
from briefings.fields import web_address
from briefings.library import Library


def publish(files: Files, config: MkDocsConfig, library: Library) -> None:
    """Add what the site publishes beside its pages."""
    written = {file.dest_uri: file.src_uri for file in files}
    for export in site_exports(library, _site(config)):
        if other := written.get(export.uri):
            raise PluginError(f"{other} takes the address of a file that is made; give it another name.")
        files.append(File.generated(config, export.uri, content=export.content, inclusion=InclusionLevel.NOT_IN_NAV))


def _site(config: MkDocsConfig) -> Site:
    try:
        url = str(web_address(config.site_url or ""))
    except PydanticCustomError as error:
        raise PluginError(f"site_url in mkdocs.yml: {error.message()}") from error
    return Site(str(config.site_name), f"{url.rstrip('/')}/" if url else "", str(config.site_description or ""))
