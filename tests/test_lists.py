"""Long lists: nothing lost, nothing doubled, and no page longer than its bound."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.model import Record
from briefings.pages.lists import MOST_ON_A_PAGE, Group, by_review, for_whom, long_list, newest, parts
from briefings.pages.page import Page, Writer
from tests.libraries import LAW, library, numbered, numbers, record, review


def groups_of(sizes: Sequence[tuple[int, int]]) -> list[Group]:
    """A group for each year and number of records, newest first."""
    newest_first = sorted(enumerate(sizes), key=lambda numbered: -numbered[1][0])
    return [_group(f"r{number}", year, size) for number, (year, size) in newest_first]


def _group(id: str, year: int, size: int) -> Group:
    records = tuple(record(id, f"p{number}") for number in range(size))
    return Group(review(id, *records, year=year), records)


lists = st.lists(st.tuples(st.integers(2000, 2010), st.integers(0, MOST_ON_A_PAGE + 30)), max_size=30).map(groups_of)


@LAW
@given(lists)
def test_the_pages_of_a_list_hold_every_review_once_and_in_order(groups: list[Group]) -> None:
    further = parts(groups)
    listed = [group for part in further for group in part.groups] if further else list(newest(groups))
    assert listed == groups


@LAW
@given(lists)
def test_no_page_is_longer_than_its_bound_unless_one_review_alone_is(groups: list[Group]) -> None:
    for page in (newest(groups), *(part.groups for part in parts(groups))):
        assert sum(group.size for group in page) <= MOST_ON_A_PAGE or len(page) == 1


@LAW
@given(lists)
def test_the_first_page_holds_the_newest_and_each_further_one_a_single_year(groups: list[Group]) -> None:
    first = newest(groups)
    assert list(first) == groups[: len(first)]
    assert bool(first) == bool(groups)
    for part in parts(groups):
        years = {group.review.published.year for group in part.groups}
        assert [str(year) for year in years] == [part.label[:4]]


@LAW
@given(lists)
def test_no_two_pages_of_a_list_have_the_same_address_or_title(groups: list[Group]) -> None:
    further = parts(groups)
    assert len({part.label for part in further}) == len({part.title for part in further}) == len(further)


@LAW
@given(lists)
def test_a_page_is_not_begun_before_the_one_above_is_full(groups: list[Group]) -> None:
    further = parts(groups)
    for part, following in pairwise(further):
        if part.label[:4] == following.label[:4]:
            assert sum(group.size for group in part.groups) + following.groups[0].size > MOST_ON_A_PAGE


@LAW
@given(numbers)
def test_records_are_gathered_under_their_reviews(number: int) -> None:
    found = numbered(number)
    for records in found.records_by_theme.values():
        groups = by_review(records, found.review_of)
        assert [each for group in groups for each in group.records] == list(records)
        assert len({group.review.id for group in groups}) == len(groups)
        assert all(each.review == group.review.id for group in groups for each in group.records)


@pytest.mark.parametrize(
    ("sizes", "labels"),
    [
        pytest.param([], [], id="nothing"),
        pytest.param([(2021, MOST_ON_A_PAGE)], [], id="one full page"),
        pytest.param([(2021, MOST_ON_A_PAGE - 60), (2020, 60)], [], id="one page that two reviews fill"),
        pytest.param([(2021, MOST_ON_A_PAGE + 1)], [], id="one review that is longer than a page"),
        pytest.param([(2021, 100), (2020, 100)], ["2021", "2020"], id="a page a year"),
        pytest.param([(2021, 100), (2021, 100), (2019, 1)], ["2021", "2021-2", "2019"], id="a year of two pages"),
    ],
)
def test_a_list_is_split_by_year_only_when_it_is_too_long(sizes: list[tuple[int, int]], labels: list[str]) -> None:
    assert [part.label for part in parts(groups_of(sizes))] == labels


def written(groups: Sequence[Group]) -> list[Page]:
    """A list's pages, each review shown by its id."""
    found = library(group.review for group in groups)
    page = Page("learning/all/index.md", "learning", "All", "")
    return long_list(page, Writer(found, page.uri), groups, lambda writer, part: writer.add(_names(part)), "Below.")


def _names(groups: Sequence[Group]) -> str:
    return " ".join(group.review.id for group in groups)


def test_a_short_list_is_one_page() -> None:
    (page,) = written(groups_of([(2021, 3), (2020, 2)]))
    assert (page.uri, page.markdown) == ("learning/all/index.md", "r0 r1\n\nBelow.\n")


def test_an_empty_list_says_so() -> None:
    (page,) = written([])
    assert page.markdown == "Nothing here yet.\n\nBelow.\n"


def test_a_long_list_shows_the_newest_and_leads_to_every_year_and_back() -> None:
    first, *further = written(groups_of([(2021, 100), (2020, 100), (2020, 100)]))
    assert first.markdown == (
        "r0\n\n## Everything, by year {#years .years}\n\n"
        "-   [2021](2021.md)\n\n-   [2020](2020.md)\n\n-   [2020, part 2](2020-2.md)\n\nBelow.\n"
    )
    assert [(page.uri, page.title, page.markdown) for page in further] == [
        ("learning/all/2021.md", "All, 2021", "[Back to All](index.md)\n\nr0\n"),
        ("learning/all/2020.md", "All, 2020", "[Back to All](index.md)\n\nr1\n"),
        ("learning/all/2020-2.md", "All, 2020, part 2", "[Back to All](index.md)\n\nr2\n"),
    ]
    assert all(page.description for page in further)


@pytest.mark.parametrize(
    ("audiences", "words"),
    [
        ((), ""),
        (("practitioners",), "For practitioners"),
        (("system",), "For the safeguarding system"),
        (("practitioners", "managers"), "For practitioners and managers"),
        (("practitioners", "managers", "system"), "For everyone"),
    ],
)
def test_a_record_says_for_whom_it_is(audiences: tuple[str, ...], words: str) -> None:
    made = record("a", "p1")
    spoken_to = Record(made.review, made.kind, made.id, made.text, audiences=audiences)
    assert for_whom(Writer(library(), "index.md"), spoken_to) == words
