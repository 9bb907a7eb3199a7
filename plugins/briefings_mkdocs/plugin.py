"""The `briefings` plugin: which adapter answers which event of a MkDocs build."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage

from briefings.library import Library
from briefings.pages import Page
from briefings.sharing import SharingPicture
from briefings_mkdocs import assets, library, pages, pdf, pictures, previewing, publish, search, serving, theme


class BriefingsConfig(Config):
    """The plugin's settings. Content is where MkDocs' `docs_dir` says."""

    search = Type(bool, default=True)
    """Whether the site can be searched."""
    pdf = Type(bool, default=False)
    """Whether each briefing is there as a PDF too; needs the extra `pdf`."""
    pictures = Type(bool, default=False)
    """Whether a link that is shared shows a picture; needs the extra `pictures`, and `site_url`."""


class BriefingsPlugin(BasePlugin[BriefingsConfig]):
    """Reads the library, makes its pages and brings the look. Serving makes a fresh one for each build."""

    library: Library
    pages: dict[str, Page]
    press: pdf.Press | None = None
    pictures: Mapping[str, SharingPicture] = MappingProxyType({})

    @property
    def _draws(self) -> bool:
        """Drawing takes longer than all the rest, and whoever is writing shares no links."""
        return self.config.pictures and not serving.is_serving()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Put our templates, extensions and navigation in place."""
        theme.prepare(config, searched=self.config.search)
        if not serving.is_serving():
            previewing.keep_apart(config)
        if self.config.pdf and not serving.is_serving() and not previewing.is_preview():
            self.press = pdf.Press.ready()
        return config

    @event_priority(100)
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read and check all content: MkDocs empties the site's folder right after this, so an error must come now."""
        self.library = library.load_for(config)
        theme.offer_way_out(config, self.library.settings.leave_quickly)
        config.extra["preview"] = previewing.told(self.library)
        if not self.config.search:
            self.library = library.without_search(self.library)
        if self._draws:
            pictures.prepare(config)

    @event_priority(100)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Replace what authors wrote with the pages made from it, and add open data and feeds."""
        self.pages = pages.generate(files, config, self.library)
        publish.publish(files, config, self.library)
        if self.config.search:
            search.prepare(files)
        if self._draws:
            self.pictures = pictures.publish(files, config, self.library)
        assets.prepare(files, config)
        return files

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Tell the page's template what it may read."""
        pages.describe(page, self.pages)
        ours = self.pages.get(page.file.src_uri)
        if self.press and ours and ours.kind == "briefing":
            self.press.take(page, config)
        pictures.show(page, self.pictures)
        return markdown

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Index what readers can search for, and print the briefings, where the site asks for it."""
        if self.config.search:
            search.write_index(config, self.library)
        if self.press:
            self.press.print(config, self.library)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        """Rebuild when a template or style changes too, and keep the last good site while the content has errors."""
        return serving.prepare(server, config)
