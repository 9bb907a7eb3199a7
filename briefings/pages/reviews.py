"""The index of all reviews, newest first."""

from __future__ import annotations

from collections.abc import Sequence

from briefings.library import Library
from briefings.pages import addresses
from briefings.pages.elsewhere import way_elsewhere
from briefings.pages.lists import Group, long_list, review_card
from briefings.pages.page import Page, Writer, items, paragraph
from briefings.pages.pictures import harms_by_age, show_picture, way_to
from briefings.problems import plural


def reviews_pages(library: Library) -> list[Page]:
    """All reviews; a page a year when they are many."""
    writer, below = Writer(library, addresses.REVIEWS), Writer(library, addresses.REVIEWS)
    picture = harms_by_age(library)
    writer.add(paragraph(plural(len(library.reviews), "review"), "count"), way_to(writer, picture))
    show_picture(below, picture)
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
    writer.heading("Newest first", "reviews", "reviews")
    writer.add(items(review_card(writer, group.review) for group in groups))
