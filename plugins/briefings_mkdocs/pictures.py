"""Pictures for sharing as files of the MkDocs build, where a site asks for them; and which page shows which."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage

from briefings.library import Library
from briefings.pages.addresses import HOME
from briefings.sharing import SharingPicture, sharing_pictures
from briefings.sharing_look import composed
from briefings_mkdocs.added import Own, add

NEEDS_URL = "`pictures: true` needs `site_url` in mkdocs.yml, as a picture is shown by its whole address."
NEEDS_PILLOW = "`pictures: true` needs Pillow: install learning-briefings[pictures], or take the setting out."

TOLD = ("picture", "picture_alt")
"""What a template may read of a page's picture."""

Draw = Callable[[SharingPicture], bytes]


def prepare(config: MkDocsConfig) -> None:
    """Say early what drawing lacks."""
    if not config.site_url:
        raise PluginError(NEEDS_URL)
    _draw("")


def publish(files: Files, config: MkDocsConfig, library: Library) -> Mapping[str, SharingPicture]:
    """Add each picture to the site; returns them by the page that they are for."""
    draw = _draw(str(config.site_name))
    own = Own(files)
    pictures = {}
    for picture in sharing_pictures(library, str(config.site_name), str(config.site_description or "")):
        own.refuse(picture.uri, "a picture")
        add(files, config, picture.uri, draw(picture))
        pictures[picture.page] = picture
    return pictures


def show(page: MkDocsPage, pictures: Mapping[str, SharingPicture]) -> None:
    """Tell the template which picture stands for a page: its own, or the site's."""
    picture = pictures.get(page.file.src_uri) or pictures.get(HOME)
    if picture:
        page.meta.update(zip(TOLD, (picture.uri, picture.alt), strict=True))


def _draw(site: str) -> Draw:
    """What makes a picture's bytes: Pillow is asked for only here."""
    try:
        drawing = import_module("briefings_mkdocs.drawing")
    except ImportError as error:
        raise PluginError(NEEDS_PILLOW) from error

    def draw(picture: SharingPicture) -> bytes:
        content: bytes = drawing.png(composed(picture, site, drawing.measured))
        return content

    return draw
