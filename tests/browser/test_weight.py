"""A first view is light: everything that a phone loads for a page, on the wire and with gzip, counted by the host."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bench.serving import Host, hosted
from bench.weight import first_view
from tests.browser.visits import KINDS

MOST = 150_000
"""Bytes. Times are for `make bench`: a test that measures them says more of the machine than of the site."""
MOST_REQUESTS = 18
MOST_OF_A_TOOL = 28
"""Search and the sheet are programs in small files, which a page of reading does not load."""


@pytest.fixture(scope="module")
def host(built_site: Path) -> Iterator[Host]:
    with hosted(built_site) as host:
        yield host


@pytest.mark.parametrize("kind", KINDS)
def test_the_first_view_of_the_longest_page_of_a_kind(
    browser: Browser, host: Host, longest_of_kind: dict[str, str], kind: str
) -> None:
    weight = first_view(browser, host, longest_of_kind[kind])
    assert weight.by_kind["html"] > 0
    assert weight.by_kind["fonts"] > 0
    assert weight.total <= MOST, weight
    assert weight.requests <= (MOST_OF_A_TOOL if kind in ("search", "sheet") else MOST_REQUESTS), weight


def test_a_first_view_loads_nothing_for_search(browser: Browser, host: Host, longest_of_kind: dict[str, str]) -> None:
    assert first_view(browser, host, longest_of_kind["briefing"]).by_kind["other"] == 0


def test_everything_is_counted_whoever_asks_for_it(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<link rel="icon" href="i.png"><script src="s.js"></script>' + "a" * 9000)
    (tmp_path / "s.js").write_text('new Worker("w.js")')
    (tmp_path / "w.js").write_text('fetch("data.bin")')
    (tmp_path / "data.bin").write_bytes(b"b" * 200_000)
    (tmp_path / "i.png").write_bytes(b"c" * 3_000)
    with hosted(tmp_path) as host:
        weight = first_view(browser, host, "/")
    assert weight.by_kind["html"] < 400, "text is packed"
    assert weight.by_kind["other"] > 200_000
    assert weight.total > MOST
