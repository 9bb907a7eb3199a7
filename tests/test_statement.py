"""The accessibility statement says what the last test run found, and that run tested what the tests test today."""

import ast
from pathlib import Path

import pytest
from pydantic import ValidationError

from briefings.library import Library
from briefings.model import Contact, LeaveQuickly, SiteSettings
from briefings.pages.statement import statement
from briefings.tested import RUN, AccessibilityRun, last_run, written
from tests.browser.statement import HERE, TESTS, sentence_of
from tests.browser.visits import PAGE_KINDS, SCHEMES, WIDTHS
from tests.rendered import rendered

NOTHING = SiteSettings()
STALE = "Run `make statement`: the statement tells of other tests than there are."


def functions(path: Path) -> list[str]:
    """The names of the tests of a file."""
    tree = ast.parse(path.read_text("utf-8"))
    return [node.name for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")]


def page_text(settings: SiteSettings = NOTHING) -> str:
    page = rendered(statement(Library(settings=settings)))
    return " ".join(" ".join(page.texts.values()).split())


def test_the_run_tested_what_the_tests_test() -> None:
    run = last_run()
    assert set(run.kinds) == set(PAGE_KINDS), STALE
    assert set(run.widths) == set(WIDTHS), STALE
    assert set(run.schemes) == set(SCHEMES), STALE
    assert set(run.tests) == {sentence_of(f"::{name}") for file in TESTS for name in functions(HERE / file)}, STALE


def test_a_run_that_found_something_cannot_be_written() -> None:
    with pytest.raises(ValidationError, match="3 violations were found: mend them, and test again"):
        AccessibilityRun.model_validate(last_run().model_dump() | {"violations": 3})


@pytest.mark.parametrize("name", ["rules", "kinds", "widths", "schemes", "tests", "axe", "browser", "version"])
def test_a_run_that_tested_nothing_cannot_be_written(name: str) -> None:
    nothing: object = "" if name in ("axe", "browser", "version") else []
    with pytest.raises(ValidationError):
        AccessibilityRun.model_validate(last_run().model_dump() | {name: nothing})


def test_the_same_run_is_written_in_the_same_bytes_whatever_the_order_of_its_parts() -> None:
    run = last_run()
    turned = AccessibilityRun.model_validate(run.model_dump() | {"kinds": run.kinds[::-1], "tests": run.tests[::-1]})
    assert written(turned) == written(run) == RUN.read_text("utf-8")


def test_the_statement_says_what_was_tested_when_and_with_what() -> None:
    run = last_run()
    text = page_text()
    day = f"{run.day.day} {run.day:%B %Y}"
    assert f"Version {run.version} of the software was last tested on {day}, on all {len(run.kinds)} kinds" in text
    assert f"axe-core {run.axe}, with its {len(run.rules)} rules" in text
    assert run.browser in text
    assert "320, 390 and 1440 pixels wide, in dark and light colours" in text
    assert "No rule was found broken." in text


def test_it_claims_no_more_than_is_known() -> None:
    text = page_text()
    assert "we do not say that we meet every rule" in text
    assert "People who use a screen reader, a magnifier or their voice have not yet tried this site" in text
    assert "compliant" not in text


def test_what_is_known_not_to_work_is_told() -> None:
    run = AccessibilityRun.model_validate(last_run().model_dump() | {"exceptions": ["Charts cannot be zoomed"]})
    assert "Charts cannot be zoomed." in rendered(statement(Library(), run)).texts["limits"]


@pytest.mark.parametrize(
    ("contact", "links"),
    [
        (Contact("Unit", "unit@example.org"), ["mailto:unit@example.org"]),
        (Contact("Unit", page="https://example.org/us"), ["https://example.org/us"]),
        (Contact("Unit", "a@b.org", "01234 567890", "https://b.org"), ["mailto:a@b.org", "https://b.org"]),
    ],
)
def test_the_contact_of_the_site_is_whom_to_tell(contact: Contact, links: list[str]) -> None:
    page = rendered(statement(Library(settings=SiteSettings(contact=contact))))
    assert [link.href for link in page.links_in("contact")][:-1] == links
    assert "tell Unit:" in page.texts["contact"]
    assert contact.phone in page.texts["contact"]


@pytest.mark.parametrize("contact", [None, Contact("Unit")])
def test_a_site_without_a_contact_says_so_plainly(contact: Contact | None) -> None:
    text = page_text(SiteSettings(contact))
    assert "This site does not say whom to tell. It should" in text


def test_that_search_needs_scripts_is_told_where_there_is_one() -> None:
    assert "Search needs scripts." in page_text()
    assert "Search" not in page_text(SiteSettings(searched=False))


def test_the_way_to_leave_is_explained_where_there_is_one() -> None:
    assert "press the Shift key three times" in page_text(
        SiteSettings(leave_quickly=LeaveQuickly("Go", "https://example.org"))
    )
    assert "Shift" not in page_text()
