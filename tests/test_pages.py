"""What holds of all pages together: every link leads somewhere, and every link between two things runs both ways."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

import pytest
from hypothesis import given

from briefings.crosslinks import related_reviews
from briefings.ids import YEAR
from briefings.library import Library
from briefings.loading import load_library
from briefings.model import Record, RecordKind
from briefings.pages import Page, addresses, site_pages
from briefings.pages.lists import MOST_ON_A_PAGE
from briefings.pages.readers import Readers
from tests.goldens import CONTENT, assert_golden
from tests.libraries import LAW, library, numbered, numbers, record, review, theme
from tests.rendered import RenderedPage, broken, plain_text, rendered_site, targets

Site = dict[str, RenderedPage]


def site_of(found: Library) -> Site:
    return rendered_site(site_pages(found, "The site"))


@cache
def numbered_site(number: int, linked: bool = True) -> tuple[Library, Site]:
    """A library of any kind with its site."""
    found = numbered(number, linked)
    return found, site_of(found)


def parts_of(site: Site, uri: str) -> list[RenderedPage]:
    """A page and the further pages that it goes on at."""
    folder = uri.removesuffix("index.md").removesuffix(".md").rstrip("/")
    return [
        found
        for address, found in site.items()
        if address == uri or re.fullmatch(rf"{folder}/{YEAR.pattern}\.md", address)
    ]


def reviews_linked(found: Iterable[RenderedPage], *sections: str) -> set[str]:
    """The ids of the reviews that these sections of pages link to."""
    return {id for page in found for id in _ids(page, sections, "reviews/")}


def themes_linked(found: RenderedPage, *sections: str) -> set[str]:
    return set(_ids(found, sections, "themes/"))


def _ids(page: RenderedPage, sections: tuple[str, ...], folder: str) -> Iterator[str]:
    for uri, _ in targets(page, page.links_in(*sections)):
        if uri.startswith(folder):
            yield uri.removeprefix(folder).removesuffix(".md")


@LAW
@given(numbers)
def test_every_link_leads_to_a_page_and_an_anchor_of_the_site(number: int) -> None:
    _, site = numbered_site(number)
    assert list(broken(site)) == []


@LAW
@given(numbers)
def test_no_page_has_an_id_twice(number: int) -> None:
    _, site = numbered_site(number)
    for uri, page in site.items():
        assert sorted(page.ids) == sorted(set(page.ids)), uri


@LAW
@given(numbers)
def test_every_theme_that_a_review_carries_links_to_it_and_back(number: int) -> None:
    found, site = numbered_site(number, linked=False)
    carried = {(each.id, id) for each in found.reviews for id in each.themes}
    from_reviews = {
        (each.id, id) for each in found.reviews for id in themes_linked(site[addresses.review(each.id)], "themes")
    }
    from_themes = {
        (id, theme_id)
        for theme_id in found.themes
        for id in reviews_linked(parts_of(site, addresses.theme(theme_id)), "points", "also")
    }
    assert from_reviews == carried
    assert from_themes == carried


@LAW
@given(numbers)
def test_a_learning_point_is_on_the_page_of_each_audience_agency_and_theme_that_it_names_and_of_their_pairs(
    number: int,
) -> None:
    found, site = numbered_site(number)
    wanted: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for point in found.records(RecordKind.LEARNING):
        place = (addresses.review(point.review), point.id)
        for uri in _pages_for(point):
            wanted[uri].add(place)
    listings = [addresses.audience(id) for id in found.vocabulary.audiences]
    listings += [addresses.theme(id) for id in found.themes]
    for uri in {*listings, *wanted}:
        listed = [
            place
            for page in parts_of(site, uri)
            for place in targets(page, (link for link in page.links_in("points") if "from" in link.classes))
        ]
        assert sorted(listed) == sorted(wanted[uri]), uri


def _pages_for(point: Record) -> Iterator[str]:
    readers = [*map(addresses.audience, point.audiences), *(addresses.agency(each.id) for each in point.agencies)]
    yield from readers
    yield from map(addresses.theme, point.themes)
    yield from (addresses.about(reader, theme) for reader in readers for theme in point.themes)


@LAW
@given(numbers)
def test_the_numbers_beside_themes_and_readers_are_the_numbers_of_points(number: int) -> None:
    found, site = numbered_site(number)
    points: dict[str, int] = defaultdict(int)
    for point in found.records(RecordKind.LEARNING):
        readers = [*map(addresses.audience, point.audiences), *(addresses.agency(each.id) for each in point.agencies)]
        for uri in [addresses.about(reader, id) for reader in readers for id in point.themes]:
            points[uri] += 1
    counted = {
        (uri, int(re.sub(r".* · ", "", link.text)))
        for page in site.values()
        for (uri, _), link in zip(targets(page), page.links, strict=True)
        if uri in points and " · " in link.text
    }
    assert counted == set(points.items())


@LAW
@given(numbers)
def test_a_page_about_a_reader_and_a_theme_and_the_pages_of_both_link_each_other(number: int) -> None:
    found, site = numbered_site(number)
    for reader in Readers(found):
        for id in reader.by_theme:
            pair = addresses.about(reader.uri, id)
            for other in (reader.uri, addresses.theme(id)):
                assert other in dict(targets(site[pair]))
                assert pair in dict(targets(site[other]))


@LAW
@given(numbers)
def test_every_record_with_an_id_has_its_anchor_on_the_briefing_and_a_visible_link_to_it(number: int) -> None:
    found, site = numbered_site(number)
    for each in found.reviews:
        page = site[addresses.review(each.id)]
        permalinks = [link.href for link in page.links if "permalink" in link.classes]
        ids = [record.id for record in each.records if record.id]
        assert sorted(permalinks) == sorted(f"#{id}" for id in ids)
        assert set(ids) <= set(page.ids)


@LAW
@given(numbers)
def test_related_reviews_are_shown_with_the_lessons_that_they_share(number: int) -> None:
    found, site = numbered_site(number, linked=False)
    for each in found.reviews:
        page = site[addresses.review(each.id)]
        related = related_reviews(found, each)
        assert reviews_linked([page], "same-lesson") == {other.review.id for other in related}
        assert themes_linked(page, "same-lesson") == {same.theme.id for other in related for same in other.shared[:4]}


@LAW
@given(numbers)
def test_names_read_as_their_authors_wrote_them(number: int) -> None:
    found = numbered(number, linked=False)
    """Whatever signs a title holds, a reader sees those signs and no others."""
    site = site_of(found)
    links = (link for page in parts_of(site, addresses.REVIEWS) for link in page.links)
    listed = [link.text for link in links if link.section.startswith("reviews-of-")]
    assert sorted(listed) == sorted(f"{each.title}, {each.partnership.place}" for each in found.reviews)
    for id, each in found.themes.items():
        names = [link.text for link in site[addresses.THEMES].links if link.href == f"{id}.md"]
        assert names == [each.title]


@LAW
@given(numbers)
def test_nothing_that_a_review_says_is_left_out_of_its_page(number: int) -> None:
    found, site = numbered_site(number)
    for each in found.reviews:
        shown = words("".join(site[addresses.review(each.id)].texts.values()))
        said = [*(record.text for record in each.records), *each.questions]
        said += [prose.text for prose in each.prose] + [one.text for one in each.one_things]
        for text in said:
            start = words(plain_text(text))[:2]
            assert any(shown[place : place + 2] == start for place in range(len(shown)))


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


@pytest.fixture
def small_pages(monkeypatch: pytest.MonkeyPatch) -> dict[str, Page]:
    """The pages of `tests/golden/content`, whose vocabulary is all its own."""
    monkeypatch.setattr("briefings.vocabulary.DEFAULTS", CONTENT / "no such folder")
    return {page.uri: page for page in site_pages(load_library(CONTENT), "Lantern Bay briefings")}


@pytest.mark.parametrize(
    ("uri", "name"),
    [
        ("reviews/lantern-bay-kestrel.md", "briefing.md"),
        ("themes/small-signs.md", "theme.md"),
        ("index.md", "home.md"),
    ],
)
def test_a_page_is_written_as_the_golden_file_says(small_pages: dict[str, Page], uri: str, name: str) -> None:
    page = small_pages[uri]
    facts = "".join(f"{field}: {value}\n" for field, value in page.meta.items())
    assert_golden(name, f"---\n{facts}---\n\n{page.markdown}")


def test_the_address_of_every_page(small_pages: dict[str, Page]) -> None:
    assert sorted(small_pages) == [
        "about.md",
        "accessibility.md",
        "actions/index.md",
        "data/index.md",
        "digests/index.md",
        "family-voice/index.md",
        "glossary.md",
        "good-practice/index.md",
        "index.md",
        "learning/agency/health-visiting/index.md",
        "learning/agency/schools/index.md",
        "learning/agency/schools/telling-others.md",
        "learning/index.md",
        "learning/managers/index.md",
        "learning/managers/small-signs.md",
        "learning/managers/telling-others.md",
        "learning/practitioners/index.md",
        "learning/practitioners/small-signs.md",
        "learning/practitioners/telling-others.md",
        "learning/system/index.md",
        "learning/system/telling-others.md",
        "letters/index.md",
        "letters/lantern-bay-kestrel.md",
        "my-role/index.md",
        "one-thing/index.md",
        "recommendations/index.md",
        "reviews/index.md",
        "reviews/lantern-bay-kestrel.md",
        "reviews/lantern-bay-kestrel/reflection.md",
        "reviews/lantern-bay-mr-harbour.md",
        "reviews/lantern-bay-mr-harbour/reflection.md",
        "search/index.md",
        "sheet/index.md",
        "themes/index.md",
        "themes/noticing.md",
        "themes/small-signs.md",
        "themes/telling-others.md",
    ]


def test_a_site_with_no_reviews_yet_has_its_pages_and_no_link_that_breaks() -> None:
    site = site_of(library(themes=[theme("alone")]))
    assert list(broken(site)) == []
    assert "No published review carries this theme yet." in site["themes/alone.md"].texts[""]
    assert "Nothing here yet." in site[addresses.REVIEWS].texts[""]


def big_library(reviews: int = 300, points: int = 6) -> Library:
    """As many reviews as a region has in ten years, all about the same few themes, and as wordy as real ones."""
    text = "Ask what has changed, who has not been asked, and what a day in this child's life is like now. " * 3
    summary = " ".join(text.split()[:55])
    made = []
    for number in range(reviews):
        id = f"review-{number:03}"
        themes = ("common", f"theme-{number % 30:02}", f"theme-{number % 7:02}-b")
        records = [record(id, f"p{point}", *themes, text=text) for point in range(1, points + 1)]
        records += [record(id, f"r{point}", "common", kind=RecordKind.RECOMMENDATION, text=text) for point in (1, 2, 3)]
        records += [record(id, f"s{point}", "practised", kind=RecordKind.STRENGTH, text=text) for point in (1, 2)]
        made.append(review(id, *records, year=2010 + number % 15, title=f"Child {number}", summary=summary))
    return library(made, [theme("common", broader="practised"), theme("practised")])


@pytest.fixture(scope="module")
def big_site() -> Site:
    return site_of(big_library())


def test_no_page_of_three_hundred_reviews_is_larger_than_300_kb(big_site: Site) -> None:
    frame = 20_000
    largest = max(big_site.values(), key=lambda page: len(page.html.encode()))
    assert len(largest.html.encode()) + frame <= 300_000, largest.page.uri


def test_every_review_of_three_hundred_is_reached_from_its_theme_though_the_list_runs_over_many_pages(
    big_site: Site,
) -> None:
    for theme_id, section in (("common", "points"), ("practised", "also")):
        pages = parts_of(big_site, addresses.theme(theme_id))
        assert len(pages) > 300 // MOST_ON_A_PAGE
        assert len(reviews_linked(pages, section)) == 300
    assert list(broken(big_site)) == []


def test_the_number_of_pages_grows_with_the_number_of_reviews_and_not_with_its_square(big_site: Site) -> None:
    assert len(big_site) < 300 * 4, "a briefing and a reflection sheet each, and what leads to them"
