"""Our pages as MkDocs files, in place of what authors wrote; and what each template may read of its page."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import meta

from briefings.library import Library
from briefings.pages import Page, site_pages
from briefings.pages.addresses import HOME

SOURCES = ("reviews/", "themes/", "digests/", "actions/", "vocabulary/")
"""What authors write below the content folder, which is made into pages and never copied."""


def generate(files: Files, config: MkDocsConfig, library: Library) -> dict[str, Page]:
    """Take the authors' sources out of the site's files and put our pages in; returns those by address.

    A page that the site's own author wrote (`about.md`) stays; an `index.md` becomes the front page's introduction.
    """
    for file in list(files):
        if file.src_uri.startswith(SOURCES):
            files.remove(file)
    made = {}
    for page in site_pages(library, str(config.site_name), _introduction(files)):
        if files.get_file_from_path(page.uri) is None:
            files.append(_file(page, config))
            made[page.uri] = page
    return made


def _introduction(files: Files) -> str:
    written = files.get_file_from_path(HOME)
    if written is None:
        return ""
    files.remove(written)
    text, _ = meta.get_data(written.content_string)
    return str(text).strip()


def _file(page: Page, config: MkDocsConfig) -> File:
    file = File.generated(config, page.uri, content=page.markdown, inclusion=InclusionLevel.NOT_IN_NAV)
    if page.source_path:
        file.edit_uri = page.source_path
    return file


def describe(mkdocs_page: MkDocsPage, pages: Mapping[str, Page]) -> None:
    """Give a page the facts that its template reads; a page that an author wrote gets the plainest ones."""
    ours = pages.get(mkdocs_page.file.src_uri)
    if ours:
        mkdocs_page.meta.update(ours.meta)
    else:
        for name, value in {"kind": "text", "kicker": "", "lead": "", "description": "", "source_path": ""}.items():
            mkdocs_page.meta.setdefault(name, value)
