"""Learning points for an audience, for an agency, and for each of them with a theme; and the page "My role"."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from briefings.model import Record, Review
from briefings.pages import addresses, site_pages
from briefings.pages.readers import (
    MOST_NEAR_ABOUT,
    MOST_NEAR_OF_A_REVIEW,
    MOST_NEAR_REVIEWS,
    MOST_WITHOUT_A_WAY_TO_ALL,
    agency_inside,
)
from briefings.vocabulary import load_vocabulary
from tests.libraries import library, record, review, vocabulary
from tests.rendered import RenderedPage, rendered_site, targets

GPS = addresses.agency("gps")
GPS_ON_SHARING = addresses.about(GPS, "sharing")


def named(review: str, id: str, *themes: str, agency: str = "gps") -> Record:
    """A learning point that names an agency."""
    return replace(record(review, id, *themes), agencies=(vocabulary().agencies[agency],))


def involving(id: str, *records: Record, agency: str = "gps", year: int = 2021) -> Review:
    """A review in which an agency was involved."""
    return review(id, *records, year=year, agencies=(vocabulary().agencies[agency],))


def site_of(*reviews: Review) -> dict[str, RenderedPage]:
    return rendered_site(site_pages(library(reviews), "The site"))


def sources(page: RenderedPage, section: str) -> list[str]:
    """The points that a section of a page shows, each by review and id."""
    links = [link for link in page.links_in(section) if "from" in link.classes]
    return [f"{uri.removeprefix('reviews/').removesuffix('.md')}#{id}" for uri, id in targets(page, links)]


# ── an audience or an agency, and a theme ────────────────────────────────────────────────────────────────────────────


def test_a_page_about_an_agency_and_a_theme_leads_to_all_others_of_the_theme_and_to_other_themes() -> None:
    site = site_of(
        review(
            "a", named("a", "p1", "sharing"), named("a", "p2", "asking"), named("a", "p3", "sharing", agency="police")
        )
    )
    page = site[GPS_ON_SHARING]
    assert page.page.title == "Sharing: learning for GPs and primary care"
    assert [link.text for link in page.links_in("readers")] == ["Practitioners · 2", "Police · 1"]
    assert [link.text for link in page.links_in("other-themes")] == ["Asking · 1"]


def test_records_do_not_say_again_what_the_page_is_about() -> None:
    site = site_of(review("a", named("a", "p1", "sharing", "asking")))
    assert "Above all for: GPs and primary care" in site[addresses.theme("sharing")].texts["points"]
    about = site[GPS_ON_SHARING].texts["points"]
    assert "Above all for" not in about
    assert "For practitioners" in about
    assert [link.text for link in site[GPS_ON_SHARING].links_in("points") if "theme" in link.classes] == ["Asking"]
    practitioners = addresses.about(addresses.audience("practitioners"), "sharing")
    assert "For practitioners" not in site[practitioners].texts["points"]


def test_a_theme_that_nobody_is_taught_about_has_no_such_page() -> None:
    assert GPS_ON_SHARING not in site_of(
        review("a", named("a", "p1", "asking")), review("b", record("b", "p1", "sharing"))
    )


@pytest.mark.parametrize("themes", [MOST_WITHOUT_A_WAY_TO_ALL, MOST_WITHOUT_A_WAY_TO_ALL + 1])
def test_many_themes_are_a_dozen_with_a_way_to_all(themes: int) -> None:
    points = [record("a", f"p{number}", f"t-{number:02}", "t-00") for number in range(1, themes)]
    page = site_of(review("a", *points))[addresses.audience("practitioners")]
    first = [link.text for link in page.links_in("about")]
    assert first[0] == f"T 00 · {themes - 1}"
    if themes > MOST_WITHOUT_A_WAY_TO_ALL:
        assert (len(first), first[-1]) == (13, f"All {themes} themes")
        assert len(page.links_in("all-themes")) == themes
    else:
        assert len(first) == themes


# ── what else matters to an agency ───────────────────────────────────────────────────────────────────────────────────


def test_an_agency_is_shown_what_names_no_agency_in_the_reviews_that_involved_it() -> None:
    site = site_of(
        involving("a", named("a", "p1", "sharing"), record("a", "p2", "sharing"), record("a", "p3", "asking")),
        involving("b", named("b", "p1", "sharing", agency="police")),
        review("c", record("c", "p1", "sharing")),
    )
    assert sources(site[GPS], "points") == ["a#p1"]
    assert sources(site[GPS], "near") == ["a#p2", "a#p3"]
    assert sources(site[GPS_ON_SHARING], "near") == ["a#p2"]
    assert "From reviews that involved GPs and primary care" in site[GPS].texts["near"]


def test_an_agency_that_no_point_names_has_a_page_if_a_review_with_points_involved_it() -> None:
    site = site_of(involving("a", record("a", "p1", "sharing")), involving("b", agency="police"))
    assert "No learning point names this agency yet." in site[GPS].texts[""]
    assert sources(site[GPS], "near") == ["a#p1"]
    assert addresses.agency("police") not in site
    assert [link.text for link in site[addresses.LEARNING].links_in("agencies")] == [
        "GPs and primary care · 1\N{NO-BREAK SPACE}review"
    ]


def test_what_is_near_an_agency_is_the_newest_and_first_and_no_more_than_a_page_should_hold() -> None:
    reviews = [
        involving(f"r-{year}", *(record(f"r-{year}", f"p{number}", "sharing") for number in range(1, 6)), year=year)
        for year in range(2010, 2022)
    ]
    site = site_of(*reviews, review("a", named("a", "p1", "sharing"), year=2009))
    assert sources(site[GPS], "near") == [
        f"r-{year}#p{number}"
        for year in range(2021, 2021 - MOST_NEAR_REVIEWS, -1)
        for number in range(1, 1 + MOST_NEAR_OF_A_REVIEW)
    ]
    assert len(sources(site[GPS_ON_SHARING], "near")) == MOST_NEAR_ABOUT


@pytest.mark.parametrize(
    ("agency", "inside"),
    [
        ("police", "police"),
        ("gps", "GPs and primary care"),
        ("camhs", "children's mental health (CAMHS)"),
        ("cafcass", "Cafcass"),
    ],
)
def test_an_agency_is_called_inside_a_sentence_as_the_field_writes_it(agency: str, inside: str) -> None:
    lists = load_vocabulary(Path("no such folder"), str, [])
    assert agency_inside(replace(library(), vocabulary=lists), lists.agencies[agency]) == inside


# ── my role ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_my_role_offers_every_audience_and_every_agency_that_has_a_page_as_links_with_their_ids() -> None:
    page = site_of(involving("a", named("a", "p1", "sharing", agency="police"), record("a", "p2")))[addresses.MY_ROLE]
    assert targets(page, page.links_in("what-i-do")) == [
        (addresses.audience(id), "") for id in ("practitioners", "managers", "system")
    ]
    assert [link.text for link in page.links_in("where-i-work")] == ["GPs and primary care", "Police"]
    assert re.findall(r'data-(audience|agency)="([\w-]+)"', page.html) == [
        ("audience", "practitioners"),
        ("audience", "managers"),
        ("audience", "system"),
        ("agency", "gps"),
        ("agency", "police"),
    ]


def test_without_any_agency_my_role_asks_for_the_audience_alone() -> None:
    page = site_of(review("a", record("a", "p1", "sharing")))[addresses.MY_ROLE]
    assert "where-i-work" not in page.texts


def test_lists_say_whose_page_they_are_on_for_scripts_that_set_aside_what_is_for_others() -> None:
    site = site_of(involving("a", named("a", "p1", "sharing"), record("a", "p2", "sharing")))
    assert 'class="lb-section points of-agency"' in site[GPS].html
    assert 'class="lb-section points near of-agency"' in site[GPS].html
    assert 'class="lb-section points of-audience"' in site[addresses.audience("practitioners")].html
    assert 'class="lb-section points"' in site[addresses.theme("sharing")].html
