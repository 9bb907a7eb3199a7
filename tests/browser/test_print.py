"""A briefing prints on one A4 side from the browser: well filled, nothing cut off, in print big enough to read."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import pytest
from playwright.sync_api import Browser, ViewportSize

from briefings.loading import load
from briefings.pages.briefing import printed_side
from tests.browser.visits import OpenPage
from tests.builders import library_folder
from tests.building import ROOT
from tests.conftest import made_once, serving
from tests.printing import ADDRESS, Pdf, build_with_pdfs
from tests.unusual_reviews import OTHER_FONTS, REVIEWS

A4: ViewportSize = {"width": 711, "height": 1054}
"""The room between the margins of a briefing's side, in CSS pixels."""
SMALLEST = 10
"""Points."""
ON_PAPER = """() => {
  const shown = [...document.querySelectorAll(".lb-page :is(h1, h2, p, li)")].filter(element => element.offsetParent)
  const bottom = document.querySelector(".lb-foot").getBoundingClientRect().bottom
  return {
    filled: (bottom - document.querySelector(".lb-page").getBoundingClientRect().top) / innerHeight,
    texts: shown.filter(element => !element.querySelector("p, li")).map(element => element.textContent)
  }
}"""
"""What a page shows when it is to be printed, and which part of the side that takes."""


@dataclass(frozen=True)
class Side:
    """A briefing as the browser prints it, and as its PDF is: what it shows, how full the browser says it is."""

    name: str
    printed: Pdf
    made: Pdf
    filled: float
    texts: list[str]


def printed_by(browser: Browser, site: Path, folder: Path) -> None:
    """Print every briefing of a built site into a folder."""
    folder.mkdir()
    page = browser.new_page(viewport=A4)
    with serving(site) as address:
        for path in sorted(site.glob("reviews/*/index.html")):
            page.goto(f"{address}/reviews/{path.parent.name}/")
            folder.joinpath(f"{path.parent.name}.pdf").write_bytes(page.pdf(prefer_css_page_size=True))
            page.emulate_media(media="print")
            folder.joinpath(f"{path.parent.name}.json").write_text(json.dumps(page.evaluate(ON_PAPER)))
            page.emulate_media(media="null")
    page.close()


def sides_in(folder: Path, site: Path) -> Iterator[Side]:
    for path in sorted(folder.glob("*.json")):
        printed = Pdf(path.with_suffix(".pdf").read_bytes())
        made = Pdf((site / "reviews" / path.stem / f"{path.stem}.pdf").read_bytes())
        yield Side(path.stem, printed, made, **json.loads(path.read_text()))


@pytest.fixture(scope="session")
def sides(browser: Browser, paper_site: Path) -> list[Side]:
    """Every briefing of the content."""
    folder = paper_site.with_name("printed")
    return list(sides_in(made_once(folder, lambda made: printed_by(browser, paper_site, made)), paper_site))


@pytest.fixture(scope="session")
def unusual_sides(browser: Browser, shared_folder: Path) -> list[Side]:
    """Reviews as nobody should write them."""

    def make(site: Path) -> None:
        reviews = {f"reviews/{name}.md": text for name, text in REVIEWS.items()}
        build_with_pdfs(library_folder(site.with_name("unusual-content"), reviews), site)
        printed_by(browser, site, site.with_name("unusual-printed"))

    site = made_once(shared_folder / "unusual", make)
    return list(sides_in(site.with_name("unusual-printed"), site))


def spaceless(text: str) -> str:
    return "".join(text.split())


def lost(texts: list[str], pdf: Pdf) -> list[str]:
    """What a page shows and its print does not."""
    return [text for text in texts if spaceless(text) not in pdf.text]


def test_every_briefing_prints_on_one_a4_side(sides: list[Side]) -> None:
    assert len(sides) > 60
    assert {side.name: (side.printed.sides, side.made.sides) for side in sides} == {side.name: (1, 1) for side in sides}


def test_nothing_that_a_briefing_prints_is_cut_off(sides: list[Side]) -> None:
    assert {side.name: (lost(side.texts, side.printed), lost(side.texts, side.made)) for side in sides} == {
        side.name: ([], []) for side in sides
    }


def test_the_side_is_well_filled(sides: list[Side]) -> None:
    fills = [side.filled for side in sides]
    assert median(fills) >= 0.88
    assert min(fills) >= 0.75
    assert max(fills) <= 1


def test_no_print_is_smaller_than_ten_points(sides: list[Side]) -> None:
    smallest = {side.name: (round(side.printed.smallest, 1), round(side.made.smallest, 1)) for side in sides}
    assert {name: sizes for name, sizes in smallest.items() if min(sizes) < SMALLEST} == {}


def test_what_is_worked_out_is_what_the_browser_prints(sides: list[Side]) -> None:
    """The model may take a side for fuller than it is, by a line or two, and hardly ever for emptier."""
    library = load(ROOT / "content").library
    for side in sides:
        guessed = printed_side(library, library.by_id[side.name], ADDRESS).filled
        assert -0.01 <= guessed - side.filled <= 0.05, side.name


def test_unusual_reviews_print_on_one_side_too(unusual_sides: list[Side]) -> None:
    assert {side.name for side in unusual_sides} == set(REVIEWS)
    counted = {side.name: (side.printed.sides, side.made.sides) for side in unusual_sides}
    assert counted == dict.fromkeys(REVIEWS, (1, 1))
    known = (side for side in unusual_sides if side.name != OTHER_FONTS)
    assert [(side.name, text) for side in known for text in lost(side.texts, side.printed)] == []


def test_what_there_is_no_room_for_is_counted_and_stands_at_the_address(unusual_sides: list[Side]) -> None:
    (sixty,) = (side for side in unusual_sides if side.name == "sixty-points")
    printed = sum(spaceless(text).startswith("Askwho") for text in sixty.texts)
    said = f"{60 - printed}moreat{ADDRESS.removeprefix('https://')}reviews/sixty-points:"
    assert said in sixty.printed.text
    assert said in sixty.made.text


def test_long_pages_have_their_name_and_number_at_the_foot_of_every_side(open_page: OpenPage) -> None:
    visit = open_page("digest")
    pdf = Pdf(visit.page.pdf(prefer_css_page_size=True))
    sides = [spaceless(page.extract_text()) for page in pdf.reader.pages]
    assert pdf.sides > 10
    name = spaceless(visit.page.title())
    bare = [side for number, side in enumerate(sides, 1) if f"{number}of{pdf.sides}" not in side or name not in side]
    assert bare == []


def test_a_button_prints_the_page_where_there_is_a_script_to_answer_it(open_page: OpenPage) -> None:
    assert not open_page("briefing", script=False).page.get_by_role("button", name="Print this page").is_visible()
    page = open_page("briefing").page
    page.evaluate("window.print = () => document.body.dataset.printed = 'yes'")
    page.get_by_role("button", name="Print this page").click()
    assert page.locator("body").get_attribute("data-printed") == "yes"
