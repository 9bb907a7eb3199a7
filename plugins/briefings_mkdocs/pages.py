"""Our pages as MkDocs files, in place of what authors wrote; and what each template may read of its page."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import meta

from briefings.library import Library
from briefings.pages import Page, site_pages
from briefings.pages.addresses import HOME
from briefings_mkdocs.added import Own, root_of

SOURCES = ("reviews/", "themes/", "digests/", "actions/", "external/", "vocabulary/", "site.yml")
"""What authors write below the content folder, which is made into pages and never copied."""

PLAIN = {name: value for name, value in Page("", "text", "", "").meta.items() if name not in ("title", "name")}
"""What a template reads of a page that says nothing about itself."""

NO_DAY = "1980-01-01"
"""MkDocs dates each page by the day of the build, and the packed sitemap with it: two builds would differ."""


def generate(files: Files, config: MkDocsConfig, library: Library) -> dict[str, Page]:
    """Take the authors' sources out of the site's files and put our pages in; returns those by address.

    A page that the site's own author wrote (`about.md`) stays; an `index.md` becomes the front page's introduction.
    """
    for file in list(files):
        if file.src_uri.startswith(SOURCES):
            files.remove(file)
    introduction = _introduction(files)
    own = Own(files)
    made: dict[str, Page] = {}
    taken: dict[str, Page] = {}
    for page in site_pages(library, str(config.site_name), introduction, own.pages, root_of(config)):
        if page.uri in own.pages:
            continue
        file = _file(page, config)
        cure = f"Call it {page.uri} to have it instead of that page, or give it another name."
        own.refuse(file.dest_uri, "a page", cure)
        _refuse_twin(taken.setdefault(file.dest_uri, page), page)
        files.append(file)
        made[page.uri] = page
    return made


def _refuse_twin(one: Page, other: Page) -> None:
    """Stop the build if two of our pages have one address: one of them would be lost without a word."""
    if one is not other:
        raise PluginError(f"{one.uri} (“{one.title}”) and {other.uri} (“{other.title}”) would be one page of the site.")


def _introduction(files: Files) -> str:
    """What the site's author wrote in `index.md` (or, which is the same to MkDocs, `README.md`), taken out."""
    written = files.get_file_from_path(HOME) or files.get_file_from_path("README.md")
    if written is None:
        return ""
    files.remove(written)
    text, _ = meta.get_data(written.content_string)
    return str(text).strip()


def _file(page: Page, config: MkDocsConfig) -> File:
    content = f"\n{page.markdown}"  # MkDocs would read a first line like `Ruby: …` or `template: …` as front matter
    file = File.generated(config, page.uri, content=content, inclusion=InclusionLevel.NOT_IN_NAV)
    if page.source_path:
        file.edit_uri = page.source_path
    return file


def describe(mkdocs_page: MkDocsPage, pages: Mapping[str, Page]) -> None:
    """Give a page the facts that its template reads; a page that an author wrote gets the plainest ones."""
    mkdocs_page.update_date = NO_DAY
    ours = pages.get(mkdocs_page.file.src_uri)
    if ours:
        mkdocs_page.meta.update(ours.meta)
    else:
        for name, value in PLAIN.items():
            mkdocs_page.meta.setdefault(name, value)
        mkdocs_page.meta.setdefault("title", str(mkdocs_page.title))
        mkdocs_page.meta.setdefault("name", mkdocs_page.meta["title"])
