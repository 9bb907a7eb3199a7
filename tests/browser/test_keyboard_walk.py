"""Tab goes through each kind of page in the order of its text, is seen at every stop, and is never caught."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.measures import measure
from tests.browser.visits import DESKTOP, PAGE_KINDS, PHONE, OpenPage


def walk(page: Page) -> tuple[int, list[str], list[dict[str, Any]]]:
    """Press Tab once for each stop and once more: how many there are, which look focused already, and what was met."""
    start = measure(page, "startWalk")
    for _ in range(start["count"] + 1):
        page.keyboard.press("Tab")
    return start["count"], start["outlined"], measure(page, "endWalk")


@pytest.mark.parametrize(
    ("kind", "width"), [*((kind, PHONE) for kind in PAGE_KINDS), ("home", DESKTOP), ("briefing", DESKTOP)]
)
def test_tab_stops_at_everything_in_order_is_seen_there_and_goes_on(open_page: OpenPage, kind: str, width: int) -> None:
    count, outlined, stops = walk(open_page(kind, width=width, usual=True).page)
    assert outlined == []
    assert [stop["place"] for stop in stops[:count]] == list(range(count)), [stop["name"] for stop in stops]
    assert [fault for stop in stops for fault in stop["faults"]] == []
    assert stops[count:] == [] or stops[count]["place"] == 0


def test_the_walk_sees_a_stop_that_cannot_be_seen(open_page: OpenPage) -> None:
    page = open_page("missing", width=PHONE).page
    page.add_style_tag(content=":focus-visible { outline: none !important }")
    _, _, stops = walk(page)
    assert any("no outline" in fault for stop in stops for fault in stop["faults"])


def test_the_walk_sees_a_stop_that_is_covered(open_page: OpenPage) -> None:
    page = open_page("missing", width=PHONE).page
    page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<div style=\"position: fixed; inset: 0; z-index: 9\"></div>')"
    )
    _, _, stops = walk(page)
    assert any("covered" in fault for stop in stops for fault in stop["faults"])
