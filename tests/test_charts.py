"""Charts: marks as long as their counts, every number to be seen and to be read, and words that stay as they are."""

import re
from collections.abc import Sequence
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.charts import Bars, Column, Grid, Words, bar_chart, grid_chart, shade
from briefings.library import Library
from briefings.pages import Page, addresses, site_pages
from briefings.pages.page import Writer
from briefings.pages.pictures import (
    Picture,
    actions_by_status,
    harms_by_age,
    reviews_of_theme_by_year,
    show_picture,
    themes_by_year,
)
from tests.libraries import LAW, library, record, review, theme, vocabulary
from tests.rendered import html_of, rendered

HOSTILE = 'CAMHS {.x #y}, *stars* & <b>_bold_</b> [[a]] "quoted" `code`'
WORDS = Words("it", "What it is", "A bar for each:", "Only counts.")

labels = st.text("aB1 .*_[](){}#`<>&|!-+~\"'\\/:=^$’é\n", max_size=60)
counts = st.integers(0, 2000)
rows = st.lists(st.tuples(labels, counts), min_size=1, max_size=12)


def bars_of(*rows: tuple[str, int]) -> str:
    return bar_chart(Bars(WORDS, ("Label", "Count"), rows))


def grid_of(columns: Sequence[str], *rows: tuple[str, tuple[int, ...]]) -> str:
    return grid_chart(Grid(WORDS, "Label", tuple(Column(name, name) for name in columns), rows))


def drawn(html: str) -> list[str]:
    """The words and numbers in a picture, in order."""
    return [unescape(text) for text in re.findall(r"<text[^>]*>(.*?)</text>", html)]


def tabled(html: str) -> list[list[str]]:
    """The body of the table."""
    found = re.findall(r'<tr><th scope="row">(.*?)</th>(.*?)</tr>', html)
    return [[unescape(label), *re.findall(r"<td>(.*?)</td>", cells)] for label, cells in found]


def plain(text: str) -> str:
    return " ".join(text.split())


def letters(text: str) -> str:
    """The text without its spaces: a long label is drawn in lines."""
    return "".join(text.split())


def numbers_of(html: str, name: str) -> list[float]:
    """An attribute of every mark."""
    return [float(value) for value in re.findall(rf'<rect [^>]*\b{name}="([\d.]+)', html)]


@LAW
@given(rows)
def test_a_bar_is_as_long_as_its_part_of_the_most(rows: list[tuple[str, int]]) -> None:
    html = bars_of(*rows)
    shown = [count for _, count in rows if count]
    widths = numbers_of(html, "width")
    assert len(widths) == len(shown)
    for width, count in zip(widths, shown, strict=True):
        assert width * max(shown) == pytest.approx(max(widths) * count, abs=0.02 * max(shown))


@LAW
@given(rows)
def test_every_number_stands_on_its_bar_and_in_the_table(rows: list[tuple[str, int]]) -> None:
    html = bars_of(*rows)
    assert tabled(html) == [[plain(label), str(count)] for label, count in rows]
    assert letters("".join(drawn(html))) == letters("".join(f"{label}{count}" for label, count in rows))


@LAW
@given(st.lists(st.tuples(labels, st.tuples(counts, counts, counts)), min_size=1, max_size=12))
def test_every_number_of_a_grid_stands_in_its_cell_and_in_the_table(
    rows: list[tuple[str, tuple[int, ...]]],
) -> None:
    html = grid_of(["2019", "2020", "2021"], *rows)
    assert tabled(html) == [[plain(label), *map(str, found)] for label, found in rows]
    said = "".join(f"{label}{''.join(str(count or '·') for count in found)}" for label, found in rows)
    assert letters("".join(drawn(html))) == letters(f"201920202021{said}")


@LAW
@given(rows, st.lists(st.text("0123456789–+", min_size=1, max_size=9), min_size=1, max_size=12))
def test_nothing_is_negative_and_nothing_leaves_the_picture(rows: list[tuple[str, int]], columns: list[str]) -> None:
    grid = grid_of(columns, *((label, (count,) * len(columns)) for label, count in rows))
    for html in (bars_of(*rows), grid):
        assert "-" not in "".join(re.findall(r'\b(?:x|y|width|height)="([^"]*)"', html))
        height = float(re.findall(r'<svg [^>]*height="([\d.]+)em"', html)[0])
        for x, width in zip(numbers_of(html, "x"), numbers_of(html, "width"), strict=True):
            assert x + width <= 100.01
        for y, tall in zip(numbers_of(html, "y"), numbers_of(html, "height"), strict=True):
            assert y + tall <= height + 0.01


@LAW
@given(rows)
def test_a_chart_is_two_blocks_that_markdown_lets_through_as_they_are(rows: list[tuple[str, int]]) -> None:
    html = bars_of(*rows)
    assert [block.split(" ")[0] for block in html.split("\n\n")] == ["<figure", "<details"]
    assert html.replace("\n\n", "\n") in html_of(f"Above.\n\n{html}\n\n*Below.*\n").replace("\n\n", "\n")


@pytest.mark.parametrize(
    ("count", "most", "level"),
    [(1, 1, 1), (1, 5, 1), (4, 5, 4), (5, 5, 5), (1, 10, 1), (2, 10, 1), (3, 10, 2), (10, 10, 5), (1, 1000, 1)],
)
def test_small_counts_are_as_dark_as_they_are_many_and_larger_ones_in_proportion(
    count: int, most: int, level: int
) -> None:
    assert shade(count, most) == level


def test_a_picture_has_a_title_a_description_and_a_note_and_no_style_of_its_own() -> None:
    html = bars_of(("2020", 2), ("2021", 0))
    assert '<svg role="img" aria-labelledby="it-title it-about"' in html
    assert '<title id="it-title">What it is</title>' in html
    assert '<desc id="it-about">A bar for each: 2020: 2; 2021: 0.</desc>' in html
    assert "<figcaption>Only counts.</figcaption>" in html
    assert "<summary>The numbers as a table</summary>" in html
    assert "style=" not in html
    assert "<script" not in html


def test_short_labels_stand_beside_their_bars_and_long_ones_above_in_lines_that_a_phone_has_room_for() -> None:
    assert numbers_of(bars_of(("2020", 2)), "x") != [0]
    long = bars_of(("Agreed, and waiting for the date of a meeting", 2), ("Done", 1))
    assert numbers_of(long, "x") == [0, 0]
    assert drawn(long) == ["Agreed, and waiting for the date of", "a meeting", "2", "Done", "1"]


def test_words_with_signs_read_as_they_were_written() -> None:
    found = library(
        (review(f"r{year}", record(f"r{year}", "p1", "odd"), year=year) for year in (2019, 2020, 2021)),
        [theme("odd", title=HOSTILE)],
    )
    page = next(page for page in site_pages(found, "The site") if page.uri == addresses.THEMES)
    shown = rendered(page)
    assert plain(" ".join(drawn(shown.html))).endswith(f"{HOSTILE} 1 1 1")
    assert tabled(shown.html) == [[HOSTILE, "1", "1", "1"]]
    assert "<b>" not in shown.html


def test_an_acronym_in_a_chart_is_left_alone_and_explained_at_the_end() -> None:
    reviews = (review(f"r{year}", record(f"r{year}", "p1", "odd"), year=year) for year in (2019, 2020, 2021))
    found = library(reviews, [theme("odd", title="The CP plan", definition="A plan.")])
    page = next(page for page in site_pages(found, "The site") if page.uri == addresses.THEMES)
    html = rendered(page).html
    assert "<abbr" not in html[html.index("<figure") : html.index("</details>")]
    assert "Child Protection Plan" in rendered(page).texts["words"]


# ── the pictures of a library ────────────────────────────────────────────────────────────────────────────────────────


def taught_in(*years: int) -> Library:
    """A review of the theme `early-help` in each of these years."""
    return library(
        review(f"r{number}", record(f"r{number}", "p1", "early-help"), year=year) for number, year in enumerate(years)
    )


def numbers_in(picture: Picture | None) -> list[list[str]]:
    assert picture
    return tabled(picture.html)


def of_theme(found: Library) -> Picture | None:
    return reviews_of_theme_by_year(found, found.themes["early-help"])


def test_every_year_from_the_first_to_the_last_is_shown() -> None:
    assert numbers_in(of_theme(taught_in(2021, 2018, 2021))) == [
        ["2018", "1"], ["2019", "0"], ["2020", "0"], ["2021", "2"],
    ]  # fmt: skip


def test_the_earliest_of_many_years_are_one() -> None:
    found = taught_in(1999, 2009, 2010, 2021, 2021)
    assert numbers_in(of_theme(found))[:2] == [["2010 and before", "3"], ["2011", "0"]]
    assert len(numbers_in(of_theme(found))) == 12
    picture = themes_by_year(found)
    assert picture
    assert '<th scope="col">2010 and before</th><th scope="col">2011</th>' in picture.html
    assert drawn(picture.html)[:3] == ["to ’10", "’11", "’12"]


def test_twelve_years_are_twelve_years() -> None:
    assert numbers_in(of_theme(taught_in(2010, 2015, 2021)))[0] == ["2010", "1"]


@pytest.mark.parametrize("years", [(), (2021,), (2020, 2021), (2021, 2021, 2021)])
def test_there_is_no_chart_of_fewer_than_three_reviews_or_of_one_year(years: tuple[int, ...]) -> None:
    found = taught_in(*years)
    assert themes_by_year(found) is None
    assert all(reviews_of_theme_by_year(found, each) is None for each in found.themes.values())


def test_the_twelve_themes_most_taught_are_shown_the_most_taught_first() -> None:
    found = library(
        review(
            f"r{number}", *(record(f"r{number}", f"p{each}", f"t{each:02}") for each in range(number, 20)), year=year
        )
        for number, year in enumerate((2019, 2020, 2021))
    )
    picture = themes_by_year(found)
    shown = numbers_in(picture)
    assert len(shown) == 12
    assert shown[0] == [found.themes_by_weight[0].title, "1", "1", "1"]


def with_harms(*pairs: tuple[str, str]) -> Library:
    """A review for each: the harms and the age bands that it names."""
    lists = vocabulary()
    return library(
        review(
            f"r{number}",
            harms=tuple(lists.harms[id] for id in harms.split()),
            ages=tuple(lists.ages[id] for id in ages.split()),
        )
        for number, (harms, ages) in enumerate(pairs)
    )


def test_harms_and_age_bands_stand_in_the_order_of_their_lists_and_a_review_counts_under_each() -> None:
    found = with_harms(
        ("self-neglect", "65-plus"), ("neglect physical-abuse", "1-5 under-1"), ("neglect", "1-5"), ("suicide", "")
    )
    picture = harms_by_age(found)
    assert numbers_in(picture) == [
        ["Neglect", "1", "2", "0"],
        ["Physical abuse", "1", "1", "0"],
        ["Self-neglect", "0", "0", "1"],
    ]
    assert picture
    assert drawn(picture.html)[:3] == ["<1", "1–5", "65+"]
    assert '<th scope="col">65 years and over</th>' in picture.html


def test_there_is_no_chart_of_harms_where_fewer_than_three_reviews_name_harm_and_age() -> None:
    assert harms_by_age(with_harms(("neglect", "1-5"), ("neglect", "1-5"), ("neglect", ""))) is None


def test_actions_are_shown_by_status_in_the_order_given() -> None:
    picture = actions_by_status([("Not started", 0), ("Under way", 2), ("Done", 1)])
    assert numbers_in(picture) == [["Not started", "0"], ["Under way", "2"], ["Done", "1"]]
    assert actions_by_status([("Under way", 2), ("Done", 0)]) is None


def test_a_picture_is_a_section_of_its_page() -> None:
    writer = Writer(library(), "actions/index.md")
    show_picture(writer, None)
    assert not writer.blocks
    show_picture(writer, actions_by_status([("Done", 3)]))
    assert writer.blocks[0] == "## Actions by status {#actions-by-status .chart}"


def test_a_picture_says_what_its_counts_do_not_show() -> None:
    pages = {page.uri: page for page in site_pages(taught_in(2019, 2020, 2021), "The site")}
    for uri in (addresses.THEMES, addresses.theme("early-help")):
        assert "They do not show how common a harm is, or whether a place does well or badly." in pages[uri].markdown


def test_the_index_of_themes_leads_to_its_picture() -> None:
    assert "[The themes most taught, by year](#themes-by-year)" in index_of(taught_in(2019, 2020, 2021)).markdown
    assert "by year" not in index_of(taught_in(2021)).markdown


def index_of(found: Library) -> Page:
    return next(page for page in site_pages(found, "The site") if page.uri == addresses.THEMES)


def test_the_same_library_gives_the_same_bytes_and_a_large_one_a_small_picture() -> None:
    years = [2000 + number % 25 for number in range(1000)]
    one, other = themes_by_year(taught_in(*years)), themes_by_year(taught_in(*years))
    assert one
    assert one == other
    assert len(one.html) < 6000


def test_a_whole_chart_of_bars() -> None:
    assert bars_of(("A & B", 2), ("C", 0)) == "\n".join(
        (
            '<figure class="lb-chart">',
            '<svg role="img" aria-labelledby="it-title it-about" width="100%" height="3.3em" fill="currentColor">',
            '<title id="it-title">What it is</title>',
            '<desc id="it-about">A bar for each: A &amp; B: 2; C: 0.</desc>',
            '<text class="lb-quiet" x="0%" y="0.95em">A &amp; B</text>',
            '<rect class="lb-bar" x="17%" y="0em" width="67%" height="1.2em" fill-opacity="0.25"/>',
            '<text class="lb-number" x="84%" y="0.95em" dx="0.4em">2</text>',
            '<text class="lb-quiet" x="0%" y="2.6em">C</text>',
            '<text class="lb-quiet" x="17%" y="2.6em">0</text>',
            "</svg>",
            "<figcaption>Only counts.</figcaption>",
            "</figure>",
            "",
            '<details class="lb-numbers">',
            "<summary>The numbers as a table</summary>",
            "<table>",
            "<caption>What it is</caption>",
            '<thead><tr><th scope="col">Label</th><th scope="col">Count</th></tr></thead>',
            "<tbody>",
            '<tr><th scope="row">A &amp; B</th><td>2</td></tr>',
            '<tr><th scope="row">C</th><td>0</td></tr>',
            "</tbody>",
            "</table>",
            "</details>",
        )
    )
