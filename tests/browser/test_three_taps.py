"""Five things that people come for, each within three taps of the home page of a phone: a tap into a box counts too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.visits import PHONE
from tests.conftest import serving
from tests.printing import Pdf

MOST = 3
SCREEN = 844
"""Pixels from the top of a phone's screen to its foot."""


@dataclass
class Taps:
    """A phone that shows the home page, and what was tapped on it since."""

    page: Page
    done: list[str] = field(default_factory=list)

    def tap(self, role: Literal["link", "button", "textbox"], name: str) -> None:
        """Tap the first thing that is called so, wherever below the header it stands."""
        starts_so = re.compile(rf"^{re.escape(name)}\b")
        thing = self.page.get_by_role("main").get_by_role(role, name=starts_so).filter(visible=True).first
        self.done.append(name)
        thing.tap()

    def sees(self, text: str) -> None:
        """Hold that a text stands on the first screen, before anybody scrolls."""
        found = self.page.get_by_text(text).filter(visible=True).first
        expect(found).to_be_in_viewport()
        box = found.bounding_box()
        assert box
        assert box["y"] < SCREEN


@pytest.fixture(scope="module")
def site_with_pdfs(paper_site: Path) -> Iterator[str]:
    with serving(paper_site) as address:
        yield address


@pytest.fixture
def phone(browser: Browser, site_with_pdfs: str) -> Iterator[Taps]:
    context = browser.new_context(
        viewport={"width": PHONE, "height": SCREEN}, has_touch=True, is_mobile=True, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(f"{site_with_pdfs}/")
    yield Taps(page)
    context.close()


def test_a_learning_point_for_gps_on_information_sharing(phone: Taps) -> None:
    phone.tap("link", "Or start with your agency")
    phone.tap("link", "GPs and primary care")
    phone.tap("link", "Information sharing")
    assert len(phone.done) <= MOST
    expect(phone.page.get_by_role("heading", level=1)).to_have_text(
        "Information sharing: learning for GPs and primary care"
    )
    point = phone.page.locator("li.record[data-agencies~=gps][data-record]").first
    expect(point).to_be_in_viewport()


def test_the_one_thing_of_child_r(phone: Taps) -> None:
    phone.tap("textbox", "Search the briefings")
    phone.page.keyboard.type("child r")
    phone.tap("button", "Search")
    phone.tap("link", "Child R, Oxfordshire")
    assert len(phone.done) <= MOST
    phone.sees("Look at the whole child in every assessment and plan")


def test_what_families_said(phone: Taps) -> None:
    phone.tap("link", "Hear what families said")
    assert len(phone.done) <= MOST
    phone.sees("messages from 3 reviews")
    expect(phone.page.locator("main li.record").first).to_be_in_viewport()


def test_overdue_actions(phone: Taps) -> None:
    phone.tap("link", "Follow what was done about it")
    assert len(phone.done) <= MOST
    phone.sees("Overdue:")
    expect(phone.page.locator("main .overdue").first).to_be_in_viewport()


def test_a_printable_page_on_bruising_in_babies(phone: Taps) -> None:
    phone.page.add_init_script("window.print = () => document.body.dataset.printed = 'yes'")
    phone.tap("link", "bruising in babies")
    phone.tap("link", "Bruising and marks")
    phone.tap("button", "Print this page")
    assert len(phone.done) <= MOST
    expect(phone.page.locator("body")).to_have_attribute("data-printed", "yes")
    paper = Pdf(phone.page.pdf(prefer_css_page_size=True))
    assert paper.sides <= 2
    assert "Takeanybruiseormarkonababywhocannotmoveaboutseriously" in paper.text


def test_a_whole_review_that_tells_of_bruising_in_a_baby_on_one_side(phone: Taps) -> None:
    phone.tap("link", "bruising in babies")
    phone.tap("link", "Lost in Plain Sight")
    with phone.page.expect_request(re.compile(r"\.pdf$")) as asked:
        phone.tap("link", "One A4 side")
    assert len(phone.done) <= MOST
    pdf = Pdf(phone.page.request.get(asked.value.url).body())
    assert pdf.sides == 1
    assert "bruis" in pdf.text.lower()
