"""What people would rather look at than read: the library -> charts, each in a section of its own.

Small counts with care: whole numbers only, every year from the first to the last, and no chart of fewer than three.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefings.charts import Bars, Column, Grid, Words, bar_chart, grid_chart
from briefings.library import Library
from briefings.model import Review, Theme
from briefings.pages.page import Writer, paragraph

FEWEST = 3
MOST_THEMES = 12
MOST_YEARS = 12
MOST_WHOLE_YEARS = 6
"""Columns that have room for the four digits of a year on the smallest phone."""
NOTE = (
    "These are counts of the reviews on this site. They do not show how common a harm is, or whether a place does well "
    "or badly."
)
SEVERAL = "A review that names several harms or age bands is counted under each; one that names none is not counted."
HARMS = Words(
    "harms-by-age",
    "How many reviews name each harm, by age band",
    f"A row for each harm, a column for each age band. {SEVERAL}",
    f"{SEVERAL} {NOTE}",
)
ACTIONS = Words(
    "actions-by-status",
    "How many actions have each status",
    "A bar for each status:",
    "These are counts of the actions on this site. They do not show whether a place does well or badly.",
)


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart as a section: its heading, its id, and its HTML."""

    heading: str
    id: str
    html: str


def show_picture(writer: Writer, picture: Picture | None) -> None:
    """Write a picture's section, if there is one."""
    if picture:
        writer.heading(picture.heading, picture.id, "chart")
        writer.add(picture.html)


def way_to(writer: Writer, picture: Picture | None) -> str:
    """A line that leads to a picture further down the page."""
    return paragraph(writer.link(picture.heading, writer.uri, picture.id), "screen-only") if picture else ""


def themes_by_year(library: Library) -> Picture | None:
    """The themes most taught, and how many reviews taught each in each year."""
    years = _Years.of(library.reviews)
    themes = library.themes_by_weight[:MOST_THEMES]
    if not (years and themes):
        return None
    words = Words(
        "themes-by-year",
        "How many reviews taught each theme, by year",
        f"A row for each of the themes most taught, a column for each year, {years.words}.",
        NOTE,
    )
    rows = ((theme.title, years.counts(library.reviews_by_theme[theme.id])) for theme in themes)
    chart = Grid(words, "Theme", years.columns, tuple(rows))
    return Picture("The themes most taught, by year", words.id, grid_chart(chart))


def harms_by_age(library: Library) -> Picture | None:
    """How many reviews name each harm for each age band, in the order of the site's lists."""
    reviews = [review for review in library.reviews if review.harms and review.ages]
    if len(reviews) < FEWEST:
        return None
    found = Counter((harm.id, age.id) for review in reviews for harm in review.harms for age in review.ages)
    vocabulary = library.vocabulary
    bands = [band for band in vocabulary.ages.values() if any(band.id == age for _, age in found)]
    harms = [harm for harm in vocabulary.harms.values() if any(harm.id == id for id, _ in found)]
    columns = tuple(Column(band.name, band.short or band.name) for band in bands)
    rows = ((harm.name, tuple(found[harm.id, band.id] for band in bands)) for harm in harms)
    return Picture("Harms by age band", HARMS.id, grid_chart(Grid(HARMS, "Harm", columns, tuple(rows))))


def reviews_of_theme_by_year(library: Library, theme: Theme) -> Picture | None:
    """How many reviews taught one theme in each year, from its first review to its last."""
    reviews = library.reviews_by_theme.get(theme.id, ())
    years = _Years.of(reviews)
    if not years:
        return None
    words = Words(
        "reviews-by-year",
        f"How many reviews taught the theme {theme.title}, by year",
        f"A bar for each year, {years.words}:",
        NOTE,
    )
    names = (column.name for column in years.columns)
    rows = tuple(zip(names, years.counts(reviews), strict=True))
    return Picture("Reviews by year", words.id, bar_chart(Bars(words, ("Year", "Reviews"), rows)))


def actions_by_status(rows: Iterable[tuple[str, int]]) -> Picture | None:
    """How many actions have each status, in the order given; a status that no action has may be among them."""
    counted = tuple(rows)
    if sum(count for _, count in counted) < FEWEST:
        return None
    return Picture("Actions by status", ACTIONS.id, bar_chart(Bars(ACTIONS, ("Status", "Actions"), counted)))


@dataclass(frozen=True, slots=True)
class _Years:
    """Every year from the ``first`` to the ``last``; where they are many, those before ``start`` count with it."""

    first: int
    start: int
    last: int

    @classmethod
    def of(cls, reviews: Sequence[Review]) -> _Years | None:
        """The years of some reviews; nothing where they are too few for a chart, or of one year."""
        years = [review.published.year for review in reviews]
        if len(years) < FEWEST or min(years) == max(years):
            return None
        return cls(min(years), max(min(years), max(years) - MOST_YEARS + 1), max(years))

    @property
    def words(self) -> str:
        return f"{self.first} to {self.last}"

    @property
    def columns(self) -> tuple[Column, ...]:
        return tuple(self._column(year) for year in range(self.start, self.last + 1))

    def _column(self, year: int) -> Column:
        short = str(year) if self.last - self.start < MOST_WHOLE_YEARS else f"’{year % 100:02}"
        if self.first < year == self.start:
            return Column(f"{year} and before", f"to {short}")
        return Column(str(year), short)

    def counts(self, reviews: Iterable[Review]) -> tuple[int, ...]:
        """How many of these reviews are of each year."""
        found = Counter(max(review.published.year, self.start) for review in reviews)
        return tuple(found[year] for year in range(self.start, self.last + 1))
