"""Open data and feeds in a real build: every file is there, and nothing takes its place."""

import json
import re
import sys
from pathlib import Path

import pytest

from tests.building import attempt, build
from tests.built_pages import broken_links, read_pages
from tests.libraries import write_site

FILES = (
    "library.json",
    "library.schema.json",
    "learning-points.csv",
    "actions.csv",
    "feeds/all.atom",
    "feeds/all.json",
    "feeds/audiences/managers.atom",
    "feeds/themes/asking.json",
)


@pytest.mark.parametrize(
    ("config", "url", "address"),
    [
        pytest.param("", None, "/reviews/child-r/", id="a site that does not say where it is"),
        pytest.param(
            "site_url: https://a.example/\n", "https://a.example/", "https://a.example/reviews/child-r/", id="a root"
        ),
        pytest.param(
            "site_url: https://a.example/b\n",
            "https://a.example/b/",
            "https://a.example/b/reviews/child-r/",
            id="a path",
        ),
    ],
)
def test_every_file_is_published_and_linked(tmp_path: Path, config: str, url: str | None, address: str) -> None:
    build(write_site(tmp_path, config=config), tmp_path / "site")
    assert [name for name in FILES if not (tmp_path / "site/data" / name).is_file()] == []
    data = json.loads((tmp_path / "site/data/library.json").read_text("utf-8"))
    assert data["site"] == {"name": "The site", "url": url}
    assert data["reviews"][0]["address"] == address
    links = read_pages(tmp_path / "site")["/data/"].links
    assert {"library.json", "library.schema.json", "learning-points.csv", "actions.csv", "feeds/all.atom"} <= set(links)
    assert broken_links(tmp_path / "site", "/b/" if url and url.endswith("/b/") else "/") == []


def test_the_spreadsheet_reaches_the_site_byte_for_byte(tmp_path: Path) -> None:
    build(write_site(tmp_path), tmp_path / "site")
    made = (tmp_path / "site/data/learning-points.csv").read_bytes()
    assert made.startswith(b"\xef\xbb\xbfid,learning point,")
    assert made.count(b"\r\n") == made.count(b"\n") == 2


def test_the_menu_leads_to_the_data(tmp_path: Path) -> None:
    build(write_site(tmp_path), tmp_path / "site")
    assert "data/" in read_pages(tmp_path / "site")["/"].links


def test_a_file_of_the_sites_own_at_one_of_these_addresses_stops_the_build(tmp_path: Path) -> None:
    write_site(tmp_path, {"content/data/library.json": "{}"})
    done = attempt([sys.executable, "-m", "mkdocs", "build"], tmp_path)
    assert done.returncode == 1
    assert "data/library.json takes the address of a file that is made" in done.stdout
    assert "Traceback" not in done.stdout


def test_a_folder_of_the_sites_own_where_the_search_index_is_written_stops_the_build(tmp_path: Path) -> None:
    write_site(tmp_path, {"content/pagefind/notes.pdf": NOTES})
    done = attempt([sys.executable, "-m", "mkdocs", "build"], tmp_path)
    assert done.returncode == 1
    assert "pagefind/notes.pdf takes the address of the search index that is made: pagefind/" in done.stdout
    assert "Traceback" not in done.stdout


NOTES = b"%PDF-1.7\n<</Title (Notes)>>"


def test_a_site_without_search_may_have_such_a_folder(tmp_path: Path) -> None:
    config = "site_name: S\ndocs_dir: content\ntheme: {name: material}\nplugins: [briefings: {search: false}]\n"
    build(write_site(tmp_path, {"mkdocs.yml": config, "content/pagefind/notes.pdf": NOTES}), tmp_path / "site")
    assert (tmp_path / "site/pagefind/notes.pdf").read_bytes() == NOTES


DIGEST = """\
---
title: Spring
published: 2021-06-01
period: {from: 2021-01, to: 2021-06}
status: published
---
See [[child-r#p1]].
"""


def whole_addresses(site: Path, url: str) -> set[str]:
    """What stands behind the address of a site wherever one of its files names it in full."""
    texts = [path.read_text("utf-8") for path in site.rglob("*") if path.suffix in (".html", ".json", ".atom", ".csv")]
    texts += [path.read_text("utf-8") for path in site.rglob("email.txt")]
    return {found for text in texts for found in re.findall(rf"{re.escape(url)}([^\s\"#<>&\\)]*)", text)}


@pytest.mark.parametrize(
    ("config", "child"), [("", "reviews/child-r/"), ("use_directory_urls: false\n", "reviews/child-r.html")]
)
def test_every_whole_address_of_our_own_site_is_one_of_its_files(tmp_path: Path, config: str, child: str) -> None:
    """On paper, in feeds, open data, e-mails and the data for search engines."""
    url, site = "https://a.example/b/", tmp_path / "site"
    build(write_site(tmp_path, {"content/digests/spring.md": DIGEST}, f"{config}site_url: {url}\n"), site)
    found = whole_addresses(site, url)
    assert {child, "data/feeds/all.atom"} <= found
    files = {path.relative_to(site).as_posix() for path in site.rglob("*.*")}
    assert {f"{name}index.html" if name.endswith("/") or not name else name for name in found} <= files
    page = site / (f"{child}index.html" if child.endswith("/") else child)
    assert f'<a href="{url}{child}">a.example/b/{child.rstrip("/")}</a>' in page.read_text("utf-8")


def test_an_address_of_the_site_that_is_none_stops_the_build_in_plain_words(tmp_path: Path) -> None:
    write_site(tmp_path, config='site_url: "https://a.example/<b>"\n')
    done = attempt([sys.executable, "-m", "mkdocs", "build"], tmp_path)
    assert done.returncode == 1
    assert "site_url in mkdocs.yml: an address may not hold `<`" in done.stdout
    assert "Traceback" not in done.stdout
