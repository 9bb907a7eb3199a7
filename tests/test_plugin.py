"""The plugin in real and strict builds: what a site's author may choose, and what is said when it cannot be."""

import re
import sys
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

from briefings.pages import Page
from briefings_mkdocs import pages
from tests.building import attempt, build
from tests.built_pages import broken_links, read_pages
from tests.libraries import library, review_file, write_site

BUILD = [sys.executable, "-m", "mkdocs", "build", "--strict"]
CONTACT = "contact: {name: Unit, email: unit@example.org}\n"
OWN = "---\ntitle: Ours\n---\n\nWe wrote this ourselves.\n"


def built(source: Path) -> Path:
    """The folder of a site, built strictly."""
    build(source, source / "site")
    return source / "site"


def refused(source: Path) -> str:
    """What a build says that ends without a site."""
    done = attempt(BUILD, source)
    assert done.returncode == 1
    assert "Traceback" not in done.stdout
    assert not (source / "site").exists()
    return done.stdout


def words(path: Path) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", path.read_text("utf-8")).split())


def menu(path: Path) -> list[tuple[str, str]]:
    """Where the site's menu leads, and under which names."""
    html = path.read_text("utf-8")
    nav = html[html.index('aria-label="Site"') :].partition("</nav>")[0]
    return re.findall(r'href="([^"]*)"[^>]*>([^<]*)</a>', nav)


def test_a_strict_build_says_nothing_but_that_it_built(tmp_path: Path) -> None:
    said = attempt(BUILD, write_site(tmp_path)).stdout
    lines = [re.sub(r"[\d.]+ seconds|/\S+", "…", line) for line in said.splitlines()]
    assert lines == [
        "INFO    -  Cleaning site directory",
        "INFO    -  Building documentation to directory: …",
        "INFO    -  Documentation built in …",
    ]


@pytest.mark.parametrize(
    ("config", "base"),
    [
        pytest.param("", "/", id="as it is"),
        pytest.param("site_url: https://example.org/sub/\n", "/sub/", id="below a path"),
        pytest.param("use_directory_urls: false\n", "/", id="with file names in addresses"),
        pytest.param("site_url: https://example.org/a/b/\nuse_directory_urls: false\n", "/a/b/", id="both"),
        pytest.param("markdown_extensions: [toc: {permalink: true}, admonition]\n", "/", id="extensions of its own"),
        pytest.param("validation: {links: {anchors: ignore}}\n", "/", id="laxer about links"),
    ],
)
def test_every_link_of_a_site_leads_somewhere(tmp_path: Path, config: str, base: str) -> None:
    more = {"content/reviews/2020/child-s.md": review_file("Child S", point="See [[child-r#p1]].")}
    site = built(write_site(tmp_path, more, config))
    assert broken_links(site, base) == []
    assert len(read_pages(site)) > 15


def test_a_site_needs_no_search_plugin(tmp_path: Path) -> None:
    config = "site_name: The site\ndocs_dir: content\ntheme: material\nplugins: [briefings]\n"
    assert broken_links(built(write_site(tmp_path, {"mkdocs.yml": config}))) == []


def test_a_page_that_an_author_wrote_takes_the_place_of_ours(tmp_path: Path) -> None:
    own = {f"content/{name}.md": OWN for name in ("about", "accessibility", "glossary")}
    more = {**own, "content/reviews/2020/s.md": review_file("Child S", point="Read a SAR.")}
    site = built(write_site(tmp_path, more))
    for name in ("about", "accessibility", "glossary"):
        assert read_pages(site)[f"/{name}/"].kind == "text"
        assert "We wrote this ourselves." in words(site / name / "index.html")
    assert "How briefings are made" not in words(site / "about" / "index.html")
    assert broken_links(site) == []


LEAFLET = b"%PDF-1.7\n<</Title (Leaflet)>>"


def test_any_other_page_of_an_author_is_a_page_of_the_site(tmp_path: Path) -> None:
    site = built(write_site(tmp_path, {"content/contact/us.md": OWN, "content/leaflet.pdf": LEAFLET}))
    assert read_pages(site)["/contact/us/"].kind == "text"
    assert (site / "leaflet.pdf").read_bytes() == LEAFLET


@pytest.mark.parametrize("name", ["index.md", "README.md"])
def test_an_index_becomes_the_introduction_of_the_front_page(tmp_path: Path, name: str) -> None:
    text = "---\ntitle: Never shown\n---\n\nWelcome to [our reviews](reviews/index.md).\n"
    site = built(write_site(tmp_path, {f"content/{name}": text}))
    said = words(site / "index.html")
    assert said.index("Welcome to our reviews") < said.index("Start with your role")
    assert "Never shown" not in said
    assert read_pages(site)["/"].kind == "home"


@pytest.mark.parametrize(
    ("name", "address", "wanted"),
    [
        ("about/index.md", "about/", "about.md"),
        ("glossary/README.md", "glossary/", "glossary.md"),
        ("one-thing.md", "one-thing/", "one-thing/index.md"),
    ],
)
def test_a_page_of_another_name_at_an_address_of_ours_is_refused(
    tmp_path: Path, name: str, address: str, wanted: str
) -> None:
    said = refused(write_site(tmp_path, {f"content/{name}": OWN}))
    assert f"{name} takes the address of a page that is made: {address}" in said
    assert f"Call it {wanted} to have it instead" in said


def test_two_pages_of_ours_at_one_address_stop_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = load_config(str(write_site(tmp_path) / "mkdocs.yml"))
    twins = [Page("a.md", "text", "One", ""), Page("a/index.md", "text", "Other", "")]
    monkeypatch.setattr(config.plugins, "_current_plugin", "briefings", raising=False)
    monkeypatch.setattr(pages, "site_pages", lambda *_: twins)
    with pytest.raises(PluginError, match=r"a\.md \(“One”\) and a/index\.md \(“Other”\) would be one page"):
        pages.generate(Files([]), config, library())


def test_the_way_to_leave_quickly_is_on_every_page_of_a_site_that_sets_one(tmp_path: Path) -> None:
    way_out = 'leave_quickly: {to: "https://example.org/news?a=1&b=2", label: <b>Go</b> now}\n'
    link = 'href="https://example.org/news?a=1&amp;b=2" rel="noreferrer nofollow">&lt;b&gt;Go&lt;/b&gt; now</a>'
    more = {"content/site.yml": way_out + CONTACT, "content/own.md": OWN}
    site = built(write_site(tmp_path, more))
    pages = read_pages(site)
    assert {"/404.html", "/own/"} < set(pages)
    for path in (path for path in site.rglob("*.html") if path.name != "email.html"):
        html = path.read_text("utf-8")
        assert html.count(link) == 1, path
        assert html.index('class="lb-skip"') < html.index(link) < html.index('class="lb-wordmark"'), path
        assert html.count("scripts/leave.js") == 1, path


def test_a_site_that_sets_no_way_to_leave_has_none(tmp_path: Path) -> None:
    html = (built(write_site(tmp_path)) / "index.html").read_text("utf-8")
    assert "lb-leave" not in html
    assert "leave.js" not in html


def test_the_settings_of_a_site_are_not_copied_to_it(tmp_path: Path) -> None:
    assert not (built(write_site(tmp_path)) / "site.yml").exists()


def test_the_menu_is_ours_where_the_site_has_none(tmp_path: Path) -> None:
    assert menu(built(write_site(tmp_path)) / "index.html") == [
        ("reviews/", "Reviews"),
        ("learning/", "Learning"),
        ("one-thing/", "One thing"),
        ("themes/", "Themes"),
        ("digests/", "Digests"),
        ("sheet/", "My sheet"),
        ("actions/", "Actions"),
        ("good-practice/", "Good practice"),
        ("family-voice/", "Family voice"),
        ("letters/", "Letters"),
        ("recommendations/", "Recommendations"),
        ("glossary/", "Glossary"),
        ("data/", "Data"),
        ("about/", "About"),
        ("accessibility/", "Accessibility"),
    ]


def test_a_site_may_choose_its_own_menu(tmp_path: Path) -> None:
    nav = "nav: [{Start: index.md}, {Lessons: themes/index.md}, {Child R: reviews/child-r.md}, {Us: us.md}]\n"
    site = built(write_site(tmp_path, {"content/us.md": OWN}, nav))
    assert menu(site / "index.html") == [("themes/", "Lessons"), ("reviews/child-r/", "Child R"), ("us/", "Us")]


def test_the_content_folder_may_have_any_name(tmp_path: Path) -> None:
    source = write_site(tmp_path)
    (source / "content").rename(source / "words")
    config = (source / "mkdocs.yml").read_text("utf-8").replace("docs_dir: content", "docs_dir: words")
    (source / "mkdocs.yml").write_text(config, "utf-8")
    assert "/reviews/child-r/" in read_pages(built(source))


@pytest.mark.parametrize("theme", ["theme: readthedocs", "theme: {name: mkdocs}", "{}"])
def test_another_theme_is_refused_in_one_sentence(tmp_path: Path, theme: str) -> None:
    config = f"site_name: The site\ndocs_dir: content\nplugins: [briefings]\n{theme if theme != '{}' else ''}\n"
    said = refused(write_site(tmp_path, {"mkdocs.yml": config}))
    assert "The briefings plugin needs Material: write `theme: {name: material}` in mkdocs.yml." in said


def test_errors_in_the_content_are_all_told_with_their_places_and_nothing_is_written(tmp_path: Path) -> None:
    more = {
        "content/reviews/2020/a.md": review_file(status="publishd"),
        "content/reviews/2020/b.md": review_file(theme="askin"),
    }
    said = refused(write_site(tmp_path, more))
    assert "The content has errors; nothing was built." in said
    assert re.search(r"^content/reviews/2020/a\.md:8:9: unknown-status: ", said, re.MULTILINE)
    assert re.search(r"^content/reviews/2020/b\.md:17:\d+: unknown-theme: ", said, re.MULTILINE)
    assert "did you mean `asking`?" in said
    assert "2 errors in 2 files." in said


def test_a_warning_is_told_and_fails_a_strict_build_only(tmp_path: Path) -> None:
    source = write_site(tmp_path, {"content/reviews/2021/report.docx": b"PK"})
    lax = attempt([*BUILD[:-1], "--site-dir", "site"], source)
    assert lax.returncode == 0
    assert "WARNING -  content/reviews/2021/report.docx:1:1: misplaced-file:" in lax.stdout
    assert attempt(BUILD, source).returncode == 1


def test_a_page_leads_to_the_file_that_its_author_would_edit(tmp_path: Path) -> None:
    config = "repo_url: https://git.example/us/site\nedit_uri: edit/main/content/\n"
    site = built(write_site(tmp_path, {"content/about.md": OWN}, config))
    edits = {
        address: [link for link in page.links if link.startswith("https://git.example/us/site/edit/")]
        for address, page in read_pages(site).items()
    }
    base = "https://git.example/us/site/edit/main/content"
    assert edits["/reviews/child-r/"] == [f"{base}/reviews/2021/child-r.md"]
    assert edits["/themes/asking/"] == [f"{base}/themes/asking.md"]
    assert edits["/about/"] == [f"{base}/about.md"]
    assert edits["/learning/"] == []
    assert edits["/"] == []


def test_a_template_or_style_of_the_site_goes_before_ours(tmp_path: Path) -> None:
    more = {
        "own/partials/footer.html": "<footer>Our own footer</footer>",
        "mkdocs.yml": "site_name: The site\ndocs_dir: content\ntheme: {name: material, custom_dir: own}\n"
        "plugins: [briefings]\n",
    }
    site = built(write_site(tmp_path, more))
    assert "Our own footer" in words(site / "index.html")
    assert 'class="lb-header"' in (site / "index.html").read_text("utf-8")
