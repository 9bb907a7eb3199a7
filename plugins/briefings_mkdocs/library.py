"""The one owner of a build's library: every other adapter asks `library_of(config)`."""

from __future__ import annotations

import logging
import os
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from briefings.dates import today
from briefings.library import Library
from briefings.loading import load
from briefings.problems import Level, Problem, show
from briefings.reporting import Findings, screen_report
from briefings_mkdocs.previewing import is_preview

if TYPE_CHECKING:
    from briefings_mkdocs.plugin import BriefingsPlugin

log = logging.getLogger("mkdocs.plugins.briefings")


class WrongContentError(PluginError):
    """What authors wrote has errors; MkDocs shows the text and no traceback."""


def load_for(config: MkDocsConfig) -> Library:
    """Read the content folder of a site. Errors stop the build, all shown at once, before anything is written."""
    content = Path(config.docs_dir)
    shown_below = Path(config.config_file_path).parent if config.config_file_path else content.parent
    loaded = load(content, shown_below, _today(), preview=is_preview())
    if loaded.failed:
        raise WrongContentError(
            f"The content has errors; nothing was built.\n\n{screen_report(Findings(loaded.problems))}"
        )
    for problem in loaded.problems:
        _tell(problem)
    return loaded.library


def without_search(library: Library) -> Library:
    """The library of a site that has no search, and so none to offer."""
    return replace(library, settings=replace(library.settings, searches=(), searched=False))


def _today() -> date:
    try:
        return today(os.environ)
    except ValueError as error:
        raise PluginError(str(error)) from error


def _tell(problem: Problem) -> None:
    log.log(logging.WARNING if problem.level is Level.WARNING else logging.INFO, show(problem))


def library_of(config: MkDocsConfig) -> Library:
    """The library of the build that is running."""
    return cast("BriefingsPlugin", config.plugins["briefings"]).library
