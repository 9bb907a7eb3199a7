"""Of the theme's files, those that a browser asks for: our stylesheets joined, Material's own files left out."""

from __future__ import annotations

import posixpath
import re
from hashlib import sha256

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.utils import get_theme_dir

from briefings_mkdocs.added import add

STYLES = "assets/stylesheets/site.css"
"""Which stylesheets there are, in order, as `@import`s; a site may have one of its own, or of any that it names."""

IMPORT = re.compile(r'@import "(?P<name>[^"]+)"(?: (?P<print>print))?;\n?')
COMMENT = re.compile(r"""(?P<string>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|/\*.*?\*/""", re.DOTALL)

SEARCH_PLUGINS = ("search", "material/search")
OF_SEARCH = ("assets/javascripts/workers/", "assets/javascripts/lunr/")
"""What Material's search needs; no other script or style of Material is on a page of ours."""


def prepare(files: Files, config: MkDocsConfig) -> None:
    """Choose and join what goes into the site, and tell the templates its addresses."""
    _leave_out_materials(files, searched=any(name in config.plugins for name in SEARCH_PLUGINS))
    styles, print_styles = _joined(files)
    config.theme["styles"] = _added(files, config, "screen", styles)
    config.theme["print_styles"] = _added(files, config, "print", print_styles)


def _leave_out_materials(files: Files, searched: bool) -> None:
    material = get_theme_dir("material")
    for file in list(files):
        is_used = searched and file.src_uri.startswith(OF_SEARCH) and not file.src_uri.endswith(".map")
        if file.src_dir == material and file.src_uri.startswith("assets/") and not is_used:
            files.remove(file)


def _joined(files: Files) -> tuple[str, str]:
    """The stylesheets for every page, and those for print alone."""
    printed: list[str] = []

    def part(found: re.Match[str]) -> str:
        text = _taken(files, posixpath.join(posixpath.dirname(STYLES), found["name"]))
        if not found["print"]:
            return text
        printed.append(text)
        return ""

    return IMPORT.sub(part, _taken(files, STYLES)), "".join(printed)


def _taken(files: Files, uri: str) -> str:
    """The text of a stylesheet, which goes out of the site's files."""
    file = files.get_file_from_path(uri)
    if file is None:
        raise PluginError(f"{STYLES} names {posixpath.basename(uri)}, and there is no {uri}.")
    files.remove(file)
    return file.content_string


def _added(files: Files, config: MkDocsConfig, name: str, text: str) -> str:
    """The address of a stylesheet, which changes with its content: hosts may let browsers keep it for ever."""
    content = compact(text)
    if not content:
        return ""
    digest = sha256(content.encode()).hexdigest()[:8]
    uri = f"{posixpath.dirname(STYLES)}/{name}.{digest}.css"
    add(files, config, uri, content)
    return uri


def compact(css: str) -> str:
    """A stylesheet without comments, indents and empty lines."""
    without_comments = COMMENT.sub(lambda found: found["string"] or "", css)
    return re.sub(r"\s*\n\s*", "\n", without_comments).strip()
