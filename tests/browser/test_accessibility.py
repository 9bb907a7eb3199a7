"""Each kind of page passes axe's rules for WCAG 2.2 A and AA, on a phone and a desk, light and dark."""

from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.visits import DESKTOP, PAGE_KINDS, PHONE, SCHEMES, OpenPage, Scheme

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
OPTIONS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}


def violations(page: Page) -> list[str]:
    """One line for each element that breaks a rule."""
    page.evaluate(AXE)
    result: dict[str, Any] = page.evaluate("options => axe.run(document, options)", OPTIONS)
    return [
        f"{rule['id']}: {node['target']}: {node['failureSummary']}"
        for rule in result["violations"]
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_axe_finds_nothing(open_page: OpenPage, kind: str, scheme: Scheme, width: int) -> None:
    assert violations(open_page(kind, width=width, scheme=scheme).page) == []


def test_axe_would_find_something(open_page: OpenPage) -> None:
    page = open_page("home").page
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<main><img src=\"#\"></main>')")
    assert any(line.startswith("image-alt") for line in violations(page))
