"""The search index of real builds: it leads to places that exist, says what the library says, and can be left out."""

import json
import re
import sys
from collections import Counter
from pathlib import Path

import pytest

from briefings.library import Library
from briefings.loading import load
from briefings.model import RecordKind
from tests.building import ROOT, attempt, build
from tests.built_pages import broken_links, read_pages
from tests.indexes import Index
from tests.libraries import SITE, review_file, write_site

BUILD = [sys.executable, "-m", "mkdocs", "build", "--strict"]


@pytest.fixture(scope="module")
def index(built_site: Path) -> Index:
    return Index(built_site / "pagefind")


@pytest.fixture(scope="module")
def library() -> Library:
    return load(ROOT / "content").library


def test_every_entry_leads_to_a_place_that_is_there(index: Index, built_site: Path) -> None:
    anchors = {page.address: {"", *page.ids} for page in read_pages(built_site).values()}
    places = [entry.address.partition("#")[::2] for entry in index.entries]
    assert [(page, anchor) for page, anchor in places if anchor not in anchors.get(f"/{page}", ())] == []
    assert len(set(places)) == len(places)


def test_a_word_of_the_glossary_leads_to_its_meaning(index: Index, built_site: Path) -> None:
    ids = read_pages(built_site)["/glossary/"].ids
    assert index.facts["glossary"] == "glossary/"
    assert [word for word in index.facts["words"] if word[1] not in ids] == []


def test_the_index_holds_all_that_the_library_holds(index: Index, library: Library) -> None:
    kinds = Counter(entry.kind for entry in index.entries)
    for kind in RecordKind:
        assert kinds[kind.value] == sum(1 for record in library.records(kind) if record.id)
    assert kinds["theme"] == len(library.themes)
    assert kinds["briefing"] == len(library.reviews)
    assert kinds["one-thing"] == sum(len(review.one_things) for review in library.reviews)


def test_an_entry_shows_its_own_text_and_nothing_that_it_is_only_found_by(index: Index, library: Library) -> None:
    shown = {entry.address: entry.text for entry in index.of_kind("briefing")}
    for review in library.reviews:
        assert shown[f"reviews/{review.id}/"].rstrip(".") == " ".join(review.summary.split()).rstrip(".")


def test_the_facets_of_an_entry_are_those_of_its_record_and_review(index: Index, library: Library) -> None:
    for entry in index.of_kind("learning"):
        page, _, anchor = entry.address.partition("#")
        record = library.record_at[f"{page.split('/')[1]}#{anchor}"]
        review = library.review_of(record)
        assert set(entry.facets["audience"]) == set(record.audiences)
        assert set(entry.facets.get("theme", [])) == set(record.themes)
        named = {agency.id for agency in (*record.agencies, *review.agencies)}
        assert set(entry.facets.get("agency", [])) == named
        assert entry.facets["year"] == [str(review.published.year)]


def test_only_what_is_loaded_lies_in_the_folder(built_site: Path) -> None:
    names = {re.sub(r"en_\w+", "en_…", path.name) for path in (built_site / "pagefind").iterdir()}
    assert names == {
        "entries.json",
        "fragment",
        "index",
        "pagefind-entry.json",
        "pagefind-worker.js",
        "pagefind.en_….pf_meta",
        "pagefind.js",
        "wasm.en.pagefind",
        "words.json",
    }


def test_addresses_follow_the_site_in_which_files_have_names(tmp_path: Path) -> None:
    build(write_site(tmp_path, config="use_directory_urls: false\n"), tmp_path / "site")
    places = [entry.address for entry in Index(tmp_path / "site/pagefind").entries]
    assert "reviews/child-r.html#p1" in places
    assert "themes/asking.html" in places


def test_a_library_without_reviews_or_themes_still_explains_words(tmp_path: Path) -> None:
    content = {name: text for name, text in SITE.items() if "reviews/" not in name and "themes/" not in name}
    for name, text in content.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    build(tmp_path, tmp_path / "site")
    index = Index(tmp_path / "site/pagefind")
    assert index.entries == []
    assert any(word[2] == "CAMHS" for word in index.facts["words"])


def test_a_second_build_leaves_nothing_of_the_first(tmp_path: Path) -> None:
    source = write_site(tmp_path, {"content/reviews/2020/child-s.md": review_file("Zebedee")})
    build(source, tmp_path / "site")
    (source / "content/reviews/2020/child-s.md").unlink()
    build(source, tmp_path / "site")
    index = Index(tmp_path / "site/pagefind")
    fragments = list((tmp_path / "site/pagefind/fragment").iterdir())
    assert len(fragments) == len(index.entries) + len(index.facts["groups"]) + len(index.facts["words"])
    assert "Zebedee" not in json.dumps(index.facts)


def test_a_site_may_leave_search_out(tmp_path: Path) -> None:
    config = (
        "site_name: The site\ndocs_dir: content\ntheme: {name: material}\nplugins: [{briefings: {search: false}}]\n"
    )
    more = {"mkdocs.yml": config, "content/site.yml": f"{SITE['content/site.yml']}searches: [bruising in babies]\n"}
    site = tmp_path / "site"
    build(write_site(tmp_path, more), site)
    assert not (site / "pagefind").exists()
    assert not (site / "search").exists()
    assert "lb-search" not in (site / "index.html").read_text("utf-8")
    assert broken_links(site) == []


def test_a_site_that_lists_materials_search_plugin_keeps_both(tmp_path: Path) -> None:
    config = "site_name: The site\ndocs_dir: content\ntheme: {name: material}\nplugins: [search, briefings]\n"
    build(write_site(tmp_path, {"mkdocs.yml": config}), tmp_path / "site")
    assert (tmp_path / "site/search/index.html").exists()
    assert (tmp_path / "site/search/search_index.json").exists()
    assert Index(tmp_path / "site/pagefind").entries


@pytest.mark.parametrize(
    ("program", "said"),
    [
        pytest.param("raise SystemExit('No room is left')", "No room is left", id="Pagefind fails"),
        pytest.param("pass", "Pagefind's index is not as we know it", id="Pagefind writes nothing"),
    ],
)
def test_what_goes_wrong_with_pagefind_is_told_in_a_sentence(tmp_path: Path, program: str, said: str) -> None:
    (tmp_path / "fake/pagefind").mkdir(parents=True)
    (tmp_path / "fake/pagefind/__init__.py").touch()
    (tmp_path / "fake/pagefind/__main__.py").write_text(program, "utf-8")
    path = f"{tmp_path / 'fake'}:{ROOT}:{ROOT / 'plugins'}"
    done = attempt(BUILD, write_site(tmp_path / "site"), PYTHONPATH=path)
    assert done.returncode == 1
    assert said in done.stdout
    assert "Traceback" not in done.stdout
