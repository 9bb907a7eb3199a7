"""Our templates, styles and scripts put before Material's, and the settings that our pages rest on."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from briefings.model import LeaveQuickly

EXTENSIONS = ("attr_list", "abbr", "tables", "briefings_mkdocs.sections")
NAVIGATION: list[Any] = [
    {"Home": "index.md"},
    {"Reviews": "reviews/index.md"},
    {"Learning": "learning/index.md"},
    {"One thing": "one-thing/index.md"},
    {"Themes": "themes/index.md"},
    {"Digests": "digests/index.md"},
    {
        "More": [
            {"My sheet": "sheet/index.md"},
            {"Actions": "actions/index.md"},
            {"Good practice": "good-practice/index.md"},
            {"Family voice": "family-voice/index.md"},
            {"Letters": "letters/index.md"},
            {"Recommendations": "recommendations/index.md"},
            {"Glossary": "glossary.md"},
            {"Data": "data/index.md"},
            {"About": "about.md"},
            {"Accessibility": "accessibility.md"},
        ]
    },
]


def overrides() -> Path:
    """The folder of our templates and assets: inside the package when installed, beside `plugins/` in a checkout."""
    here = Path(__file__).parent
    packaged = here / "overrides"
    return packaged if packaged.is_dir() else here.parent.parent / "overrides"


def offer_way_out(config: MkDocsConfig, leave: LeaveQuickly | None) -> None:
    """Tell every template, that of the missing page too, where the way out leads and what it is called."""
    config.extra["leave_to"] = leave.to if leave else ""
    config.extra["leave_label"] = leave.label if leave else ""


def prepare(config: MkDocsConfig, *, searched: bool) -> None:
    """Set up theme, Markdown and navigation, keeping what the site chose for itself."""
    if config.theme.name != "material":
        raise PluginError("The briefings plugin needs Material: write `theme: {name: material}` in mkdocs.yml.")
    folder = str(overrides())
    if folder not in config.theme.dirs:
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, folder)
    config.theme["font"] = False
    config.theme["searched"] = searched
    config.markdown_extensions.extend(name for name in EXTENSIONS if name not in config.markdown_extensions)
    config.validation.links.anchors = logging.WARNING
    config.validation.links.unrecognized_links = logging.WARNING
    if config.nav is None:
        config.nav = NAVIGATION
