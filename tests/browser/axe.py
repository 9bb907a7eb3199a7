"""axe-core in an open page: what it finds, by which rules, and which version it is."""

from functools import cache
from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

from tests.browser.visits import RULES

OPTIONS: dict[str, Any] = {
    "runOnly": {"type": "tag", "values": list(RULES)},
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}


@cache
def source() -> str:
    """The script, as the package brings it."""
    return files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")


def start(page: Page) -> None:
    """Put axe into a page, once."""
    if page.evaluate("typeof axe === 'undefined'"):
        page.evaluate(source())


def violations(page: Page, *without: str) -> list[str]:
    """One line for each element that breaks a rule, besides rules that mean nothing in how the page is looked at."""
    start(page)
    chosen = OPTIONS["rules"] | {rule: {"enabled": False} for rule in without}
    result: dict[str, Any] = page.evaluate("options => axe.run(document, options)", OPTIONS | {"rules": chosen})
    return [
        f"{rule['id']}: {node['target']}: {node['failureSummary']}"
        for rule in result["violations"]
        for node in rule["nodes"]
    ]


def version(page: Page) -> str:
    """axe's own version."""
    start(page)
    found: str = page.evaluate("axe.version")
    return found


def rules(page: Page) -> list[str]:
    """The names of the rules that :func:`violations` runs, whether or not a page has anything for them."""
    start(page)
    result: dict[str, Any] = page.evaluate("options => axe.run(document, options)", OPTIONS)
    kinds = ("passes", "violations", "incomplete", "inapplicable")
    return sorted({rule["id"] for kind in kinds for rule in result[kind]})
