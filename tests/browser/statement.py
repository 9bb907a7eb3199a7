"""`make statement`: run the tests for everyone's use of the site, and write down what was tested for the statement.

Nothing is written unless all of them pass.
"""

import os
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from briefings.dates import today
from briefings.tested import RUN, AccessibilityRun, written
from tests.browser import axe, chromium
from tests.browser.visits import PAGE_KINDS, SCHEMES, WIDTHS

HERE = Path(__file__).parent
TESTS = (
    "test_accessibility.py",
    "test_for_everyone.py",
    "test_keyboard.py",
    "test_keyboard_walk.py",
    "test_leave.py",
    "test_pages.py",
)
"""The files whose tests the statement rests on."""


class Sentences:
    """Notes which tests passed, as sentences, and how many did not."""

    def __init__(self) -> None:
        self.passed: set[str] = set()
        self.failed = 0

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Hear of one step of one test."""
        if report.failed:
            self.failed += 1
        elif report.when == "call" and report.passed:
            self.passed.add(sentence_of(report.nodeid))


def sentence_of(test: str) -> str:
    """``tests/browser/test_a.py::test_axe_finds_nothing[home]`` -> ``axe finds nothing``."""
    return test.rpartition("::")[2].partition("[")[0].removeprefix("test_").replace("_", " ")


def run_of(sentences: Sentences) -> AccessibilityRun:
    """What was tested, from the run itself, the tests' own lists, and the tools that were there."""
    path = chromium.find()
    if not path:
        raise SystemExit(chromium.MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=chromium.FLAGS)
        page = browser.new_page()
        run = {
            "day": today(os.environ),
            "version": version("learning-briefings"),
            "axe": axe.version(page),
            "browser": f"Chromium {browser.version}",
            "rules": axe.rules(page),
            "kinds": PAGE_KINDS,
            "widths": WIDTHS,
            "schemes": SCHEMES,
            "tests": sentences.passed,
            "violations": sentences.failed,
        }
        browser.close()
    return AccessibilityRun.model_validate(run)


def main() -> int:
    """Test, and write the file if nothing was found."""
    sentences = Sentences()
    files = [str(HERE / name) for name in TESTS]
    code = pytest.main(["-q", *files, *sys.argv[1:]], plugins=[sentences])
    if code:
        sys.stderr.write("The statement stays as it was: a test failed.\n")
        return int(code)
    RUN.write_text(written(run_of(sentences)), "utf-8")
    sys.stdout.write(f"Written: {RUN.name}. Look at it, and commit it.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
