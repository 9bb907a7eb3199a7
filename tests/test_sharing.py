"""Pictures for sharing: what they say, that it always fits, and that they are the same small files every time."""

import io
import re
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from briefings import colours
from briefings.loading import load
from briefings.sharing import SharingPicture, sharing_pictures
from briefings.sharing_look import HEIGHT, WIDTH, Box, Line, composed
from briefings_mkdocs import drawing
from tests.building import ROOT, attempt, build
from tests.libraries import review_file, write_site

CONFIG = (
    "site_name: The site\ndocs_dir: content\ntheme: {name: material}\nplugins: [briefings: {pictures: true}]\n"
    "site_url: https://example.org/sub/\nsite_description: What it is for.\n"
)
TOLD = re.compile(r'<meta (?:property|name)="((?:og|twitter):[\w:]+)" content="([^"]*)"')
MOST_BYTES = 25_000
WITHOUT_PILLOW = (
    "import sys; sys.modules['PIL'] = None; from mkdocs.__main__ import cli; sys.argv = ['mkdocs', 'build']; cli()"
)


def site(folder: Path, status: str = "published") -> Path:
    other = review_file("Child S", status=status)
    source = write_site(folder, {"mkdocs.yml": CONFIG, "content/reviews/2020/child-s.md": other})
    build(source, source / "site")
    return source / "site"


def shown(page: Path) -> dict[str, str]:
    """What a page says of itself to whoever shows a link to it."""
    return dict(
        re.findall(r'<meta (?:property|name)="((?:og|twitter):[\w:]+)" content="([^"]*)"', page.read_text("utf-8"))
    )


def picture(title: str = "Child R", words: str = "Ask.", *, about: str = "", marked: bool = True) -> SharingPicture:
    return SharingPicture("a.png", "a.md", title, words, about, marked=marked)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return site(tmp_path_factory.mktemp("shared"))


def test_a_briefing_shows_its_own_picture_by_its_whole_address_and_says_what_is_on_it(shared: Path) -> None:
    told = shown(shared / "reviews/child-r/index.html")
    assert told["og:image"] == "https://example.org/sub/sharing/reviews/child-r.png"
    assert told["og:image:alt"] == "Child R, Northshire, 2021. If you do one thing: Ask about Child R."
    assert told["og:title"] == "Child R, Northshire, 2021"
    assert told["og:url"] == "https://example.org/sub/reviews/child-r/"
    assert told["twitter:card"] == "summary_large_image"


def test_a_theme_has_its_own_and_every_other_page_the_sites(shared: Path) -> None:
    assert shown(shared / "themes/asking/index.html")["og:image"].endswith("/sharing/themes/asking.png")
    for page in ("index.html", "about/index.html", "reviews/index.html"):
        assert shown(shared / page)["og:image"] == "https://example.org/sub/sharing/site.png"
    assert shown(shared / "404.html") == {}


def test_every_picture_that_is_named_is_there_and_the_other_way_round(shared: Path) -> None:
    named = {shown(page).get("og:image", "") for page in shared.rglob("*.html")} - {""}
    made = {
        f"https://example.org/sub/{path.relative_to(shared).as_posix()}" for path in shared.rglob("sharing/**/*.png")
    }
    assert named == made


def test_the_same_content_gives_the_same_pictures(shared: Path, tmp_path: Path) -> None:
    again = site(tmp_path)
    for path in shared.rglob("sharing/**/*.png"):
        assert path.read_bytes() == (again / path.relative_to(shared)).read_bytes()


def test_no_picture_is_drawn_of_a_review_that_is_not_public(tmp_path: Path) -> None:
    assert {path.name for path in site(tmp_path, "draft").glob("sharing/reviews/*")} == {"child-r.png"}


def test_every_picture_of_this_site_is_small_and_whole() -> None:
    library = load(ROOT / "content").library
    for each in list(sharing_pictures(library, "Learning Briefings", "What reviews teach."))[::8]:
        content = drawing.png(composed(each, "Learning Briefings", drawing.measured))
        assert len(content) <= MOST_BYTES, each.uri
        assert Image.open(io.BytesIO(content)).size == (WIDTH, HEIGHT)


@pytest.mark.parametrize("marked", [True, False])
@pytest.mark.parametrize(
    "text",
    [
        "",
        "A",
        "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch " * 3,
        "W" * 400,
        "Ask who has not been asked yet, and write down what you decided. " * 20,
        "Ŵyn, Zoë, Łukasz & Ægir: “ŷ” – 100 % £5 … 漢字 \N{GRINNING FACE} \N{ZERO WIDTH JOINER} <b>&amp;",
    ],
)
def test_whatever_it_says_it_stays_inside_the_edges(text: str, *, marked: bool) -> None:
    shapes = list(composed(picture(text, text, about=text, marked=marked), text, drawing.measured))
    for shape in shapes:
        if isinstance(shape, Line):
            assert shape.left + drawing.measured(shape.text, shape.size, face=shape.face) <= WIDTH - 32, shape
            assert shape.size < shape.baseline + 20 <= HEIGHT, shape
        else:
            assert 0 <= shape.left <= shape.left + shape.width <= WIDTH
            assert 0 <= shape.top <= shape.top + shape.height <= HEIGHT
    assert len(drawing.png(shapes)) < 3 * MOST_BYTES


@given(st.text(max_size=300))
def test_lines_of_a_one_thing_never_leave_their_panel(words: str) -> None:
    def measure(text: str, size: int, *, face: str) -> float:
        return len(text) * size * (0.5 if face else 0)

    boxes = [shape for shape in composed(picture(words=words), "Site", measure) if isinstance(shape, Box)]
    panel = next(box for box in boxes if box.colour == colours.PALE)
    marks = [
        box for box in boxes if box.colour == colours.MARIGOLD and box.width > 30 and box.top < panel.top + panel.height
    ]
    for mark in marks:
        assert panel.top <= mark.top
        assert mark.top + mark.height <= panel.top + panel.height


def test_marigold_marks_the_one_thing_and_nothing_else() -> None:
    def marigold(*, marked: bool) -> list[Box]:
        shapes = composed(picture(marked=marked), "Site", drawing.measured)
        return [shape for shape in shapes if isinstance(shape, Box) and shape.colour == colours.MARIGOLD]

    assert len(marigold(marked=True)) == len(["the bar", "the line", "in the mark of the site"])
    assert len(marigold(marked=False)) == len(["in the mark of the site"])


def test_the_colours_are_those_of_the_stylesheets() -> None:
    light = (ROOT / "overrides/assets/stylesheets/tokens.css").read_text("utf-8").partition("@media (prefers-color")[0]
    names = {"INK": "ink", "SOFT": "soft", "LINK": "link", "PAPER": "paper", "RULE": "rule"}
    names |= {"MARIGOLD": "marigold", "PALE": "marigold-pale", "ON_MARIGOLD": "on-marigold"}
    for name, token in names.items():
        assert f"--lb-{token}: {getattr(colours, name)};" in light


def test_letters_stand_in_pairs_as_the_fonts_say() -> None:
    apart = drawing.measured("T", 100, face="serif") + drawing.measured("o", 100, face="serif")
    assert drawing.measured("To", 100, face="serif") < apart - 2


# ── settings ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_site_that_asks_for_none_has_none_and_still_says_what_a_page_is(tmp_path: Path) -> None:
    source = write_site(tmp_path, {"mkdocs.yml": CONFIG.replace("briefings: {pictures: true}", "briefings")})
    build(source, source / "site")
    told = shown(source / "site/reviews/child-r/index.html")
    assert told["twitter:card"] == "summary"
    assert "og:image" not in told
    assert not (source / "site/sharing").exists()


def test_pictures_without_a_whole_address_are_refused(tmp_path: Path) -> None:
    source = write_site(tmp_path, {"mkdocs.yml": CONFIG.replace("site_url: https://example.org/sub/\n", "")})
    done = attempt([sys.executable, "-m", "mkdocs", "build"], source)
    assert done.returncode == 1
    assert "`pictures: true` needs `site_url`" in done.stdout
    assert "Traceback" not in done.stdout


def test_without_pillow_it_says_what_to_install(tmp_path: Path) -> None:
    source = write_site(tmp_path, {"mkdocs.yml": CONFIG})
    done = attempt([sys.executable, "-c", WITHOUT_PILLOW], source)
    assert done.returncode == 1
    assert "install learning-briefings[pictures]" in done.stdout
    assert "Traceback" not in done.stdout
    assert not (source / "site").exists()


def test_a_file_of_the_sites_own_is_never_replaced(tmp_path: Path) -> None:
    source = write_site(tmp_path, {"mkdocs.yml": CONFIG, "content/sharing/site.png": b"own"})
    done = attempt([sys.executable, "-m", "mkdocs", "build"], source)
    assert done.returncode == 1
    assert "sharing/site.png takes the address of a picture that is made" in done.stdout
