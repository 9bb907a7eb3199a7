"""The two sites that are compared: ours, and the same pages on Material as it comes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import yaml

from briefings.loading import load
from briefings.pages import Page, site_pages
from briefings_mkdocs.theme import NAVIGATION

ROOT = Path(__file__).parent.parent
NAME = "Learning Briefings"
STOCK = {
    "site_name": NAME,
    "theme": {"name": "material", "font": False},
    "plugins": ["search"],
    "markdown_extensions": ["attr_list", "abbr", "tables"],
    "nav": NAVIGATION,
    "not_in_nav": "*",
    "exclude_docs": "",
    "validation": {"links": {"not_found": "ignore"}, "nav": {"not_found": "ignore"}},
}
"""Material as it comes, but without its fonts: they come from another host, which nothing here may ask."""


def pages() -> list[Page]:
    """Every page of our site."""
    return list(site_pages(load(ROOT / "content").library, NAME))


def longest(every: Sequence[Page], kind: str) -> str:
    """The address of the page of a kind that holds most."""
    page = max((page for page in every if page.kind == kind), key=lambda page: (len(page.markdown), page.uri))
    return f"/{page.uri.removesuffix('.md')}/"


def build_ours(site: Path) -> None:
    """This repository's site, as it is published."""
    _build(ROOT / "mkdocs.yml", site, "--strict")


def build_stock(every: Sequence[Page], folder: Path, site: Path) -> None:
    """The same Markdown on stock Material; the folder takes its sources."""
    for page in every:
        path = folder / "docs" / page.uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(stock_markdown(page), "utf-8")
    config = folder / "mkdocs.yml"
    config.write_text(yaml.safe_dump(STOCK, sort_keys=False), "utf-8")
    _build(config, site)


def stock_markdown(page: Page) -> str:
    """A page with its title and lead in its Markdown, where our templates would write them."""
    parts = (f"# {page.title}", page.kicker, page.lead, page.markdown)
    return "\n\n".join(part for part in parts if part)


def _build(config: Path, site: Path, *options: str) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(config), "-d", str(site), *options]
    subprocess.run(command, check=True, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"})
