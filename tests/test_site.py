"""The built site as a whole: nothing broken, nothing from outside, nothing that differs from build to build."""

import filecmp
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.visits import KINDS
from tests.building import ROOT, build
from tests.built_pages import BuiltPage, base_of, broken_links

LARGEST = 300_000


def test_every_link_and_anchor_leads_somewhere(built_site: Path) -> None:
    assert broken_links(built_site, base_of(ROOT)) == []


def test_nothing_is_loaded_from_another_host(built_pages: dict[str, BuiltPage]) -> None:
    outside = [
        f"{page.address}: {loaded}"
        for page in built_pages.values()
        for loaded in page.loads
        if loaded.startswith(("http:", "https:", "//"))
    ]
    assert outside == []


@pytest.mark.parametrize(
    ("what", "holds"),
    [
        ("one h1", lambda page: page.h1 == 1),
        ("a language", lambda page: bool(page.lang)),
        ("a title", lambda page: bool(page.title.strip())),
        ("a kind", lambda page: bool(page.kind)),
        ("ids that differ", lambda page: len(page.ids) == len(set(page.ids))),
        ("at most 300 kB", lambda page: page.size <= LARGEST),
    ],
)
def test_every_page_has(built_pages: dict[str, BuiltPage], what: str, holds: Callable[[BuiltPage], bool]) -> None:
    assert [page.address for page in built_pages.values() if not holds(page)] == [], f"pages without {what}"


def test_no_two_pages_have_the_same_title(built_pages: dict[str, BuiltPage]) -> None:
    titles = [page.title for page in built_pages.values()]
    assert sorted({title for title in titles if titles.count(title) > 1}) == []


def test_the_browser_tests_know_every_kind_of_page(built_pages: dict[str, BuiltPage]) -> None:
    assert {page.kind for page in built_pages.values()} == set(KINDS)


def test_two_builds_are_the_same_byte_for_byte(built_site: Path, tmp_path: Path) -> None:
    again = tmp_path / "site"
    build(ROOT, again, PYTHONHASHSEED="2", TZ="Pacific/Auckland", LANG="C")
    assert files_of(again) == files_of(built_site)
    _, different, unread = filecmp.cmpfiles(built_site, again, files_of(again), shallow=False)
    assert (different, unread) == ([], [])


def test_no_file_of_the_site_names_a_folder_of_this_machine(built_site: Path) -> None:
    here = str(ROOT).encode()
    assert [name for name in files_of(built_site) if here in (built_site / name).read_bytes()] == []


def files_of(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
