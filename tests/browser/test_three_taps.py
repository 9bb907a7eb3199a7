"""What people come for is within three taps of the home page, on a phone, by links and buttons that say where they lead."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.visits import PHONE
from tests.conftest import serving

MOST = 3
TALL = 844


class Phone:
    """A phone at the home page of the site with PDFs, which counts how often it is tapped."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.taps: list[str] = []

    def tap(self, role: str, name: str | re.Pattern[str]) -> None:
        """Tap the first thing on the screen of this kind and name."""
        found = self.page.get_by_role(role, name=name).filter(visible=True).first  # type: ignore[arg-type]
        self.taps.append(" ".join(found.inner_text().split()))
        found.tap()

    def sees(self, *, within_first_screen: bool = False) -> Callable[[Locator], None]:
        """Holds that something is there to read, at the top of the page if need be."""

        def check(found: Locator) -> None:
            expect(found).to_be_visible()
            box = found.bounding_box()
            assert box
            assert not within_first_screen or box["y"] < TALL

        return check


@pytest.fixture(scope="module")
def with_pdfs(paper_site: Path) -> Iterator[str]:
    with serving(paper_site) as address:
        yield address


@pytest.fixture
def phone(browser: Browser, with_pdfs: str) -> Iterator[Phone]:
    context = browser.new_context(
        viewport={"width": PHONE, "height": TALL}, has_touch=True, is_mobile=True, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(with_pdfs + "/")
    phone = Phone(page)
    yield phone
    context.close()
    assert 1 <= len(phone.taps) <= MOST, phone.taps
