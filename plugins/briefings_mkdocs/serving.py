"""While an author writes: rebuild when templates change too, and keep serving while the content has errors."""

from __future__ import annotations

import logging
from collections.abc import Callable

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from briefings_mkdocs.library import WrongContentError
from briefings_mkdocs.theme import overrides

log = logging.getLogger("mkdocs.plugins.briefings")


def is_serving() -> bool:
    """Whether this build is one of `mkdocs serve`, by the command that runs: MkDocs tells plugins too late, or once."""
    command = click.get_current_context(silent=True)
    return command is not None and command.info_name == "serve"


def prepare(server: LiveReloadServer, config: MkDocsConfig) -> LiveReloadServer:
    """Watch our templates and the site's own, and make the server's builds patient."""
    for folder in filter(None, (str(overrides()), config.theme.custom_dir)):
        server.watch(folder)
    server.builder = _patient(server.builder)
    return server


def _patient(build: Callable[[], None]) -> Callable[[], None]:
    """A build that leaves the last good site to be served when the content has errors.

    They are found before anything is written. MkDocs by itself answers no request from then until they are mended.
    """

    def builder() -> None:
        try:
            build()
        except Abort as abort:
            if not isinstance(abort.__context__, WrongContentError):
                raise
            log.error("The site as it was before is still served; mend the content and save.")

    return builder
