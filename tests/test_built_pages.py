"""The crawler that watches over the built site finds what it should."""

from pathlib import Path

import pytest

from tests.built_pages import broken_links, read_pages

PAGE = '<html lang="en"><title>A</title><body class="lb lb-kind-text"><h1 id="a">A</h1>{}</body></html>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "index.html").write_text(PAGE.format('<p id="p1">'), "utf-8")
    (tmp_path / "style.css").write_text("", "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("html", "broken"),
    [
        ('<a href="b/">', False),
        ('<a href="b/#p1">', False),
        ('<a href="/b/#p1">', False),
        ('<a href="#a">', False),
        ('<a href="#">', False),
        ('<a href="https://elsewhere.example/c/">', False),
        ('<a href="mailto:someone@example.org">', False),
        ('<link rel="stylesheet" href="style.css">', False),
        ('<a href="c/">', True),
        ('<a href="b/#p2">', True),
        ('<a href="#p1">', True),
        ('<a href="b">', True),
        ('<script src="style.js"></script>', True),
        ('<img src="c.png" alt="">', True),
    ],
)
def test_a_link_is_broken_when_its_page_or_its_anchor_is_missing(site: Path, html: str, *, broken: bool) -> None:
    (site / "index.html").write_text(PAGE.format(html), "utf-8")
    assert bool(broken_links(site)) is broken


def test_links_from_the_root_are_read_under_the_path_of_the_site(site: Path) -> None:
    (site / "404.html").write_text(PAGE.format('<a href="/briefings/b/"><a href="/b/">'), "utf-8")
    assert broken_links(site, "/briefings/") == ["/404.html: /b/"]


def test_a_digest_as_an_e_mail_is_a_file_and_no_page(site: Path) -> None:
    (site / "b" / "email.html").write_text("<title>A mail</title>", "utf-8")
    (site / "index.html").write_text(PAGE.format('<a href="b/email.html">'), "utf-8")
    assert list(read_pages(site)) == ["/b/", "/"]
    assert broken_links(site) == []


def test_what_a_page_loads_is_listed_and_what_it_only_names_is_not(site: Path) -> None:
    loads = '<link rel="canonical" href="https://a.example/"><link rel="icon" href="i.png">'
    (site / "index.html").write_text(PAGE.format(loads + '<img src="a.png" srcset="b.png 2x">'), "utf-8")
    page = read_pages(site)["/"]
    assert (page.lang, page.title, page.kind, page.h1) == ("en", "A", "text", 1)
    assert page.loads == ["i.png", "a.png", "b.png"]
