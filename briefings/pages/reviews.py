"""The index of all reviews, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from briefings.library import Library
from briefings.pages import addresses
from briefings.pages.elsewhere import way_elsewhere
from briefings.pages.lists import Group, long_list, review_card
from briefings.pages.page import Page, Writer, items, paragraph
from briefings.pages.pictures import harms_by_age, show_picture
from briefings.problems import plural


def reviews_pages(library: Library) -> list[Page]:
    """All reviews; a page a year when they are many."""
    writer, below = Writer(library, addresses.REVIEWS), Writer(library, addresses.REVIEWS)
    writer.add(paragraph(plural(len(library.reviews), "review"), "count"))
    show_picture(below, harms_by_age(library))
    below.add(way_elsewhere(below))
    page = Page(
        writer.uri,
        "reviews",
        "Reviews",
        "",
        lead="Each review has one page: the one thing to do, the learning by role, and questions for your team.",
    )
    return long_list(page, writer, [Group(review) for review in library.reviews], _cards, below.markdown())


def _cards(writer: Writer, groups: Sequence[Group]) -> None:
    """A section a year: its heading stays beside the cards while they are read."""
    for year, run in groupby(groups, key=lambda group: group.review.published.year):
        writer.heading(str(year), f"reviews-of-{year}", "reviews")
        writer.add(items(review_card(writer, group.review) for group in run))
