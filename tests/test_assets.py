"""What of the theme lands in a site: our stylesheets joined in order, a site's own in their place, and no leftovers."""

import re
from pathlib import Path

import pytest

from briefings_mkdocs.assets import IMPORT, STYLES, compact
from tests.building import ROOT, build
from tests.libraries import write_site
from tests.test_plugin import refused

OWN_LOOK = "site_name: The site\ndocs_dir: content\ntheme: {name: material, custom_dir: own}\nplugins: [briefings]\n"


def built(folder: Path, files: dict[str, str] | None = None, config: str = OWN_LOOK) -> Path:
    source = write_site(folder, {"mkdocs.yml": config, "own/.keep": "", **(files or {})})
    build(source, source / "site")
    return source / "site"


def sheet(site: Path, media: str = "screen") -> str:
    """The one stylesheet of a site that is for this, by the name that its pages use."""
    (path,) = site.glob(f"assets/stylesheets/{media}.*.css")
    assert f"assets/stylesheets/{path.name}" in (site / "index.html").read_text("utf-8")
    return path.read_text("utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("plain"))


def test_every_stylesheet_is_named_in_the_list_and_the_other_way_round() -> None:
    folder = (ROOT / "overrides" / STYLES).parent
    named = [found["name"] for found in IMPORT.finditer((folder / "site.css").read_text("utf-8"))]
    assert sorted([*named, "site.css"]) == sorted(path.name for path in folder.glob("*.css"))


def test_the_stylesheets_are_joined_in_their_order(site: Path) -> None:
    marks = ("--lb-measure:", "@font-face", ".lb-wordmark", ".record")
    places = [sheet(site).index(mark) for mark in marks]
    assert places == sorted(places)


def test_no_page_waits_for_what_is_for_print(site: Path) -> None:
    assert "@page" not in sheet(site)
    assert "@page" in sheet(site, "print")
    page = (site / "index.html").read_text("utf-8")
    assert re.search(r'<link rel="stylesheet" href="assets/stylesheets/print\.[0-9a-f]{8}\.css" media="print">', page)


def test_a_stylesheet_is_called_after_what_is_in_it(tmp_path: Path, site: Path) -> None:
    other = built(tmp_path, {"own/assets/stylesheets/charts.css": "svg { fill: red; }"})
    names, others = ({path.name for path in each.glob("assets/stylesheets/*")} for each in (site, other))
    assert len(names & others) == 1
    assert len(names) == len(others) == 2


def test_a_stylesheet_of_the_sites_own_takes_the_place_of_ours(tmp_path: Path) -> None:
    joined = sheet(built(tmp_path, {"own/assets/stylesheets/charts.css": "svg { fill: red; }"}))
    assert "svg { fill: red; }" in joined
    assert ".lb-chart svg {" not in joined
    assert ".lb-wordmark" in joined


def test_a_site_may_add_stylesheets_of_its_own_to_the_list(tmp_path: Path) -> None:
    own = {
        "own/assets/stylesheets/site.css": (
            '@import "tokens.css";\n@import "ours.css";\n@import "paper.css" print;\nb {}\n'
        ),
        "own/assets/stylesheets/ours.css": ":root { --lb-ink: navy; }",
        "own/assets/stylesheets/paper.css": "body { color: black; }",
    }
    site = built(tmp_path, own)
    joined = sheet(site)
    assert joined.index("--lb-measure:") < joined.index("--lb-ink: navy") < joined.index("b {}")
    assert sheet(site, "print") == "body { color: black; }"


def test_extra_css_comes_after_ours(tmp_path: Path) -> None:
    site = built(tmp_path, {"content/own.css": "p { margin: 0; }"}, f"{OWN_LOOK}extra_css: [own.css]\n")
    page = (site / "index.html").read_text("utf-8")
    sheets = re.findall(r'<link rel="stylesheet" href="([\w./]+)"', page)
    assert [re.sub(r"\.[0-9a-f]{8}\.", ".", name) for name in sheets] == [
        "assets/stylesheets/screen.css",
        "assets/stylesheets/print.css",
        "own.css",
    ]


def test_a_list_that_names_a_stylesheet_which_is_not_there_is_refused(tmp_path: Path) -> None:
    own = {"own/assets/stylesheets/site.css": '@import "colours.css";\n'}
    said = refused(write_site(tmp_path, {"mkdocs.yml": OWN_LOOK, **own}))
    assert "assets/stylesheets/site.css names colours.css, and there is no assets/stylesheets/colours.css" in said


def test_nothing_of_materials_own_is_in_a_site_without_its_search(site: Path) -> None:
    assert {path.name for path in (site / "assets").iterdir()} == {
        "fonts",
        "images",
        "scripts",
        "stylesheets",
        "vendor",
    }
    assert {path.name for path in site.glob("assets/images/*")} == {"favicon.png"}


def test_with_materials_search_its_worker_is_there_and_no_more(tmp_path: Path) -> None:
    site = built(tmp_path, config=OWN_LOOK.replace("[briefings]", "[search, briefings]"))
    assert {path.name for path in (site / "assets/javascripts").iterdir()} == {"workers", "lunr"}
    assert list(site.rglob("*.map")) == []


@pytest.mark.parametrize(
    ("css", "short"),
    [
        ("/* a */\n\na {\n  b: c;\n}\n", "a {\nb: c;\n}"),
        ('a::after {\n  content: "/* kept */";\n}', 'a::after {\ncontent: "/* kept */";\n}'),
        ("/* it's */ a { b: 'c' } /* 'd' */", "a { b: 'c' }"),
        ('a { b: url(\'/*\') } c { d: "\\"/*" }', 'a { b: url(\'/*\') } c { d: "\\"/*" }'),
    ],
)
def test_comments_and_indents_are_left_out_and_strings_stay(css: str, short: str) -> None:
    assert compact(css) == short
