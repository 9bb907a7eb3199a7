"""Keeps a preview and a public site apart: a preview shows what nobody outside may see."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from briefings.library import Library
from briefings.preview import MARK, VARIABLE
from briefings.problems import plural
from briefings.wording import joined


def is_preview() -> bool:
    """Whether this build is to show what is not public yet."""
    return bool(os.environ.get(VARIABLE))


def keep_apart(config: MkDocsConfig) -> None:
    """Stop a preview that would go where the public site is, and a public build that would go where a preview is.

    The folder of a preview is marked before anything is written into it.
    """
    folder = Path(config.site_dir).resolve()
    mark = folder / MARK
    if not is_preview():
        if mark.exists():
            raise PluginError(
                f"{folder} holds a preview. Build the public site into another folder, or delete that one."
            )
        return
    if folder == _public_folder(config):
        raise PluginError(f"{folder} is the folder of the public site, and a preview holds what is not public.")
    if folder.exists() and any(folder.iterdir()) and not mark.exists():
        raise PluginError(f"{folder} is not empty, and holds no preview. Choose another folder for it.")
    folder.mkdir(parents=True, exist_ok=True)
    mark.touch()


def _public_folder(config: MkDocsConfig) -> Path:
    """Where the site's own settings have it built, whatever the command says."""
    written = config.user_configs[0].get("site_dir", "site") if config.user_configs else "site"
    return (Path(config.config_file_path or ".").parent / str(written)).resolve()


def told(library: Library) -> str:
    """What a preview holds, which each of its pages says; empty for a public site."""
    if not is_preview():
        return ""
    counts = Counter(library.held.values())
    held = joined(plural(count, f"{status} review") for status, count in sorted(counts.items()))
    return f"It holds {held or 'nothing that is not public'}."
