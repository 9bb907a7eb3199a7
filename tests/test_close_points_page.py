"""On a briefing, "Points that say nearly the same": which stand there, where they lead, and why they are there."""

from dataclasses import replace

import pytest
from hypothesis import given

from briefings.closeness import Closeness
from briefings.model import RecordKind, Review
from briefings.pages import addresses, site_pages
from briefings.pages.briefing import briefing
from briefings.pages.close_points import MOST_REASONS, MOST_WORDS
from tests.close_points import (
    DENTIST,
    MATTRESS,
    REFUSED,
    Point,
    asked_about,
    crowd,
    library_of_points,
    some_points,
    twins,
)
from tests.libraries import LAW, library, record, review, theme
from tests.rendered import Link, RenderedPage, broken, rendered, rendered_site, target, targets

TITLE = "Points that say nearly the same"


def page_of(id: str, *reviews: Review) -> RenderedPage:
    found = library([*reviews, crowd()])
    return rendered(briefing(found, found.by_id[id]))


def points_linked(page: RenderedPage) -> list[tuple[str, str]]:
    """Where the section leads, but for its links to themes."""
    links = (link for link in page.links_in("close") if not leads_to_a_theme(page, link))
    return targets(page, links)


def leads_to_a_theme(page: RenderedPage, link: Link) -> bool:
    return target(page.page.uri, link.href)[0].startswith("themes/")


def test_it_links_the_own_point_and_the_other_one_and_the_theme_that_they_share() -> None:
    page = page_of("a", *twins("a", "b"))
    assert TITLE in page.texts["close"]
    assert targets(page, page.links_in("close")) == [
        ("reviews/a.md", "p1"),
        ("reviews/b.md", "p1"),
        ("themes/sleep.md", ""),
    ]


def test_the_other_review_shows_the_first_in_turn() -> None:
    assert points_linked(page_of("b", *twins("a", "b"))) == [("reviews/b.md", "p1"), ("reviews/a.md", "p1")]


def test_it_says_what_the_other_point_says_where_it_stands_and_why_it_is_there() -> None:
    there = replace(
        twins("b", text="How much alcohol was drunk, and what of the *mattress* for sleeping?")[0], title="Baby B"
    )
    text = " ".join(page_of("a", *twins("a"), there).texts["close"].split())
    assert MATTRESS in text
    assert "How much alcohol was drunk, and what of the mattress for sleeping?" in text
    assert "Baby B" in text
    assert "Both are about sleep, and speak of “alcohol”, “drunk”, “mattress” and “sleeping”." in text


@pytest.mark.parametrize(
    "others",
    [
        pytest.param([], id="no other review"),
        pytest.param(twins("b", text=REFUSED), id="the theme, and other words"),
        pytest.param(twins("b", theme="drink"), id="the words, and another theme"),
        pytest.param(
            [review("b", record("b", "s1", "sleep", kind=RecordKind.STRENGTH, text=MATTRESS))], id="a strength"
        ),
    ],
)
def test_there_is_no_section_when_nothing_is_close(others: list[Review]) -> None:
    page = page_of("a", *twins("a"), *others)
    assert "close" not in page.texts
    assert "close" not in page.ids
    assert TITLE not in page.html


def test_it_leaves_out_points_to_which_nothing_is_close_and_keeps_the_order_of_the_page() -> None:
    here = review(
        "a",
        record("a", "p1", "escalation", text=REFUSED),
        record("a", "p2", "neglect", text=DENTIST),
        record("a", "p3", "sleep", text=MATTRESS),
    )
    others = [*twins("b"), *twins("c", theme="escalation", text=REFUSED)]
    assert points_linked(page_of("a", here, *others)) == [
        ("reviews/a.md", "p1"),
        ("reviews/c.md", "p1"),
        ("reviews/a.md", "p3"),
        ("reviews/b.md", "p1"),
    ]


def test_the_own_point_is_a_link_in_the_words_that_it_begins_with() -> None:
    long = (
        MATTRESS.removesuffix(".") + " " + "on each of the nights before, and who else was there, and why " * 2 + "too."
    )
    own, *_ = page_of("a", *twins("a", "b", text=long)).links_in("close")
    assert own.text.endswith(" …")
    assert long.startswith(own.text.removesuffix(" …"))
    assert len(own.text.split()) <= MOST_WORDS + 1


def test_few_words_are_given_as_reasons_however_many_are_shared() -> None:
    page = page_of("a", *twins("a", "b", text="Alcohol, mattress, dentist, escalation, neglect, policy, sleep."))
    assert page.texts["close"].count("“") == MOST_REASONS


def test_words_and_names_are_shown_as_they_are_written() -> None:
    reviews = [
        replace(each, title="*A* & <b>") for each in twins("a", "b", text="Tell CAMHS of a\\_drink \\*tonight\\*.")
    ]
    text = page_of("a", *reviews).texts["close"]
    assert text.count("Tell CAMHS of a_drink *tonight*.") == 2
    assert "*A* & <b>" in text
    assert "“CAMHS”" in text


def test_what_the_other_point_links_to_is_linked_from_here() -> None:
    there = twins("b", text=f"{MATTRESS} See [[crowd#p2|the crowd]].")
    assert ("reviews/crowd.md", "p2") in points_linked(page_of("a", *twins("a"), *there))


@LAW
@given(some_points)
def test_the_page_shows_the_closest_points_of_all_its_points(made: list[Point]) -> None:
    found = library_of_points(made)
    closeness = Closeness(found)
    for each in {point.review for point in asked_about(found)}:
        close = [(point, closeness.closest(point)) for point in found.by_id[each].records]
        shown = [place for point, others in close if others for place in (point, *(other.record for other in others))]
        page = rendered(briefing(found, found.by_id[each]))
        links = [link for link in points_linked(page) if link != ("reviews/crowd.md", "p1")]  # the points' own texts'
        assert links == [(addresses.review(place.review), place.id) for place in shown]


def test_no_link_of_a_site_with_close_points_leads_nowhere() -> None:
    found = library([*twins("a", "b", "c", "d", "e"), crowd()], [theme("sleep", title="A&E *sleep*")])
    site = rendered_site(site_pages(found, "The site"))
    assert points_linked(site["reviews/a.md"])
    assert list(broken(site)) == []
