"""Reviews of other sites, once they are here: kept apart, credited, linked to their home, and never trusted."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from briefings.exports import Site, site_exports
from briefings.external import ExternalLibrary, Origin
from briefings.library import Library, beside
from briefings.loading import Loaded, load
from briefings.pages import addresses, site_pages
from briefings.problems import show
from tests.building import attempt, build
from tests.indexes import Index
from tests.libraries import library, record, review, theme, write_site
from tests.rendered import RenderedPage, broken, rendered_site

HOME = "https://kestrel.example/"
HOSTILE = "<script>alert(1)</script> [x](javascript:alert(1)) {.a onclick=b} *[x]: y\n\n# [[child-r]] | `a` &lt;"

Json = dict[str, Any]


def external_review(id: str = "child-k", theme: str = "asking", **fields: Any) -> Json:
    return {
        "id": id,
        "address": f"{HOME}reviews/{id}/",
        "title": "Child K",
        "place": "Kestrel",
        "published": "2024-05",
        "type": "Serious Case Review",
        "summary": "What happened at Kestrel.",
        "one_thing": "Knock twice.",
        "learning": [
            {"id": f"{id}#p1", "address": f"{HOME}reviews/{id}/#p1", "text": "Knock.", "themes": [theme]},
        ],
    } | fields


def external(*reviews: Json, themes: Mapping[str, str] | None = None, name: str = "Kestrel Bay") -> Json:
    """What a file of `content/external/` holds."""
    return {
        "site": {"name": name, "url": HOME},
        "themes": [{"id": id, "title": title} for id, title in (themes or {"asking": "Asking"}).items()],
        "reviews": list(reviews or [external_review()]),
    }


def with_external(found: Library, data: Json, name: str = "kestrel") -> Library:
    return beside(found, [Origin(name, ExternalLibrary.model_validate(data))])


def own() -> Library:
    return library([review("child-r", record("child-r", "p1", "asking"))], [theme("asking", aliases=("questions",))])


def site_of(found: Library) -> dict[str, RenderedPage]:
    return rendered_site(site_pages(found, "The site"))


# ── kept apart ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_without_reviews_of_others_there_is_no_page_for_them() -> None:
    assert [uri for uri in site_of(own()) if uri.startswith("elsewhere")] == []


def test_they_are_listed_by_site_with_credit_and_lead_home() -> None:
    site = site_of(with_external(own(), external()))
    assert list(broken(site)) == []
    for uri in (addresses.ELSEWHERE, "elsewhere/kestrel.md"):
        links = {link.text: link.href for link in site[uri].links}
        assert links["Kestrel Bay"] == HOME
        assert links["Child K"] == f"{HOME}reviews/child-k/"
        text = " ".join("".join(site[uri].texts.values()).split())
        assert "Serious Case Review · Kestrel · May 2024" in text
        assert "What happened at Kestrel." in text
        assert "If you do one thing: Knock twice." in text


def test_nothing_else_of_the_site_differs_but_the_theme_that_both_teach_and_the_ways_there() -> None:
    before, after = site_of(own()), site_of(with_external(own(), external()))
    changed = {uri for uri, page in after.items() if uri not in before or before[uri].html != page.html}
    assert changed == {
        "elsewhere/index.md",
        "elsewhere/kestrel.md",
        "themes/asking.md",
        "data/index.md",
        "reviews/index.md",
    }
    for uri in ("data/index.md", "reviews/index.md"):
        assert after[uri].html.replace(before[uri].html, "").count("Kestrel") == 0


def test_they_are_in_no_export() -> None:
    site = Site("The site", "https://site.example/")
    assert list(site_exports(own(), site)) == list(site_exports(with_external(own(), external()), site))


def test_a_theme_counts_only_our_own() -> None:
    page = site_of(with_external(own(), external()))["themes/asking.md"]
    assert "Taught in 1 review · 1 learning point · since 2021" in " ".join(page.texts[""].split())


# ── the same theme ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("id", "title", "shown"),
    [
        ("asking", "Something else", True),
        ("t-7", "Asking", True),
        ("t-7", "ASKING", True),
        ("t-7", "Questions", True),
        ("questions", "Something else", True),
        ("t-7", "Asked", False),
    ],
)
def test_a_theme_is_the_same_by_its_id_its_title_or_an_alias(id: str, title: str, *, shown: bool) -> None:
    data = external(external_review(theme=id), themes={id: title})
    page = site_of(with_external(own(), data))["themes/asking.md"]
    found = [link for link in page.links_in("elsewhere") if link.href == f"{HOME}reviews/child-k/#p1"]
    assert [link.text for link in found] == (["Child K, Kestrel, 2024"] if shown else [])


def test_of_many_the_newest_twelve_are_shown_and_each_review_once() -> None:
    reviews = [external_review(f"child-{year}", published=str(year), title=f"C{year}") for year in range(2001, 2021)]
    for each in reviews:
        each["learning"] *= 2
    page = site_of(with_external(own(), external(*reviews)))["themes/asking.md"]
    shown = [link.text for link in page.links_in("elsewhere") if link.href.startswith(HOME)]
    assert shown == [f"C{year}, Kestrel, {year}" for year in range(2020, 2008, -1)]


def test_a_site_with_many_reviews_has_more_pages_and_none_is_lost() -> None:
    reviews = [external_review(f"child-{number}", title=f"C{number}") for number in range(250)]
    site = site_of(with_external(own(), external(*reviews)))
    assert list(broken(site)) == []
    pages = [uri for uri in site if uri.startswith("elsewhere/kestrel")]
    assert pages == ["elsewhere/kestrel.md", "elsewhere/kestrel/2.md", "elsewhere/kestrel/3.md"]
    shown = {link.text for uri in pages for link in site[uri].links}
    assert {f"C{number}" for number in range(250)} <= shown


# ── never trusted ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_whatever_they_write_is_shown_as_plain_text() -> None:
    learning = [{"id": "a#p1", "address": f"{HOME}a/#p1", "text": HOSTILE, "themes": ["asking"]}]
    made = external_review(
        title=HOSTILE, place=HOSTILE, type=HOSTILE, summary=HOSTILE, one_thing=HOSTILE, learning=learning
    )
    site = site_of(with_external(own(), external(made, name=HOSTILE)))
    said = " ".join(HOSTILE.split())
    for uri in ("elsewhere/index.md", "elsewhere/kestrel.md", "themes/asking.md"):
        page = site[uri]
        assert "<script" not in page.html
        assert said in " ".join("".join(page.texts.values()).split())
        assert {link.href for link in page.links if ":" in link.href} <= {
            HOME,
            f"{HOME}reviews/child-k/",
            f"{HOME}a/#p1",
        }


def stored(folder: Path, text: str, name: str = "kestrel.json") -> Loaded:
    write_site(folder, {f"content/external/{name}": text})
    return load(folder / "content")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("", "1:1: bad-external: this is not JSON: Expecting value", id="empty"),
        pytest.param("<html>", "1:1: bad-external: this is not JSON: Expecting value", id="HTML"),
        pytest.param("[" * 100_000, "1:1: bad-external: lists within lists, far too deep", id="deep"),
        pytest.param(
            '{"site": 1, "site": 2}', "1:1: bad-external: `site` stands twice in one object", id="a key twice"
        ),
        pytest.param('{"site": NaN}', "1:1: bad-external: `NaN` is no value of JSON", id="no number"),
        pytest.param("[]", "1:1: bad-external: `the file` should hold fields", id="a list"),
        pytest.param(
            json.dumps(external(external_review(address="javascript:alert(1)")), indent=1),
            "15:15: bad-external: `reviews[0].address`: this is not a full web address",
            id="a script for a link",
        ),
        pytest.param(
            json.dumps(external(external_review(address="https://other.example/"))),
            "1:1: bad-external: `the file`: the review `child-k` leads to https://other.example/",
            id="a link that leads to somebody else",
        ),
        pytest.param(
            json.dumps(external(external_review(address="https://kestrel.example.evil.example/"))),
            "1:1: bad-external: `the file`: the review `child-k` leads to https://kestrel.example.evil.example/",
            id="a host that looks alike",
        ),
        pytest.param(
            json.dumps(external(external_review(), external_review())),
            "1:1: bad-external: `the file`: 2 reviews are called `child-k`",
            id="an id twice",
        ),
        pytest.param(
            json.dumps(external(external_review(published="2024-13")), indent=1),
            "18:17: bad-external: `reviews[0].published`: there is no month 13",
            id="no date",
        ),
        pytest.param(
            json.dumps(external(external_review(title="a\u202eb")), indent=1),
            "16:13: bad-external: `reviews[0].title`: an invisible character (U+202E",
            id="text turned round",
        ),
        pytest.param(
            json.dumps(external(external_review(notes="more")), indent=1),
            "32:13: bad-external: `reviews[0].notes` is not a field",
            id="more than we show",
        ),
        pytest.param(
            json.dumps(external(external_review(title="x" * 301)), indent=1),
            "16:13: bad-external: `reviews[0].title` is longer than 300 characters",
            id="too long",
        ),
    ],
)
def test_a_file_that_is_wrong_is_told_at_its_place(tmp_path: Path, text: str, told: str) -> None:
    found = stored(tmp_path, text)
    (problem,) = found.problems
    assert show(problem).startswith(f"content/external/kestrel.json:{told}")
    assert problem.hint
    assert found.failed
    assert found.library.external == ()


@pytest.mark.parametrize("name", ["index.json", "Kestrel Bay.json", "deep/kestrel.json"])
def test_a_file_with_a_name_that_cannot_be_an_address_is_told(tmp_path: Path, name: str) -> None:
    assert [problem.code for problem in stored(tmp_path, json.dumps(external()), name).problems] == ["bad-id"]


# ── in a real build ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_built_site_shows_them_and_never_copies_the_file(tmp_path: Path) -> None:
    write_site(tmp_path, {"content/external/kestrel.json": json.dumps(external())})
    build(tmp_path, tmp_path / "site")
    assert "Child K" in (tmp_path / "site/elsewhere/kestrel/index.html").read_text("utf-8")
    assert HOME in (tmp_path / "site/themes/asking/index.html").read_text("utf-8")
    assert list((tmp_path / "site").rglob("kestrel*.json")) == []
    assert not (tmp_path / "site/external").exists()
    index = Index(tmp_path / "site/pagefind")
    assert [entry for entry in index.entries if "Child K" in entry.group + entry.text] == []


def test_a_broken_file_stops_the_build_before_anything_is_written(tmp_path: Path) -> None:
    write_site(tmp_path, {"content/external/kestrel.json": "{"})
    done = attempt([sys.executable, "-m", "mkdocs", "build"], tmp_path)
    assert done.returncode == 1
    assert "content/external/kestrel.json:1:2: bad-external: this is not JSON" in done.stdout
    assert "Traceback" not in done.stdout
    assert not (tmp_path / "site").exists()
