"""The library's indexes say neither more nor less than its reviews do."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from briefings.dates import PartialDate
from briefings.library import library_of
from briefings.markup import escaped
from briefings.model import OneThing, Prose, RecordKind
from briefings.pages import addresses
from briefings.pages.records import record_pages
from briefings.searching import catalogue_of
from briefings.sharing import sharing_pictures
from tests.libraries import LAW, library, numbered, numbers, record, review, theme, vocabulary


@LAW
@given(numbers)
def test_a_theme_lists_exactly_the_reviews_that_carry_it(number: int) -> None:
    found = numbered(number)
    listed = {(id, each.id) for id, reviews in found.reviews_by_theme.items() for each in reviews}
    carried = {(id, each.id) for each in found.reviews for id in each.themes}
    assert listed == carried


@LAW
@given(numbers)
def test_a_theme_lists_each_record_that_carries_it_once(number: int) -> None:
    found = numbered(number)
    listed = [(id, each) for id, records in found.records_by_theme.items() for each in records]
    carried = [(id, each) for one in found.reviews for each in one.records for id in each.themes]
    assert sorted(listed, key=repr) == sorted(carried, key=repr)


@LAW
@given(numbers)
def test_a_learning_point_is_listed_for_each_of_its_audiences_and_agencies(number: int) -> None:
    found = numbered(number)
    points = list(found.records(RecordKind.LEARNING))
    by_audience = [(id, each) for id, records in found.learning_by_audience.items() for each in records]
    by_agency = [(id, each) for id, records in found.learning_by_agency.items() for each in records]
    assert sorted(by_audience, key=repr) == sorted(((id, each) for each in points for id in each.audiences), key=repr)
    assert sorted(by_agency, key=repr) == sorted(((a.id, each) for each in points for a in each.agencies), key=repr)


@LAW
@given(numbers)
def test_every_list_runs_newest_first(number: int) -> None:
    found = numbered(number)
    order = {each.id: number for number, each in enumerate(found.reviews)}
    dates = [each.published for each in found.reviews]
    assert dates == sorted(dates, reverse=True)
    for reviews in found.reviews_by_theme.values():
        assert [each.id for each in reviews] == sorted((each.id for each in reviews), key=order.__getitem__)
    for index in (found.records_by_theme, found.learning_by_audience, found.learning_by_agency):
        for records in index.values():
            places = [order[each.review] for each in records]
            assert places == sorted(places)


@LAW
@given(numbers)
def test_relations_between_themes_run_both_ways(number: int) -> None:
    found = numbered(number)
    for id, others in found.beside_theme.items():
        assert len(others) == len(set(others))
        assert id not in others
        assert all(id in found.beside_theme[other] for other in others)
    for id, narrower in found.narrower_themes.items():
        assert all(found.themes[other].broader == id for other in narrower)


@LAW
@given(numbers)
def test_a_review_is_known_to_those_it_refers_to(number: int) -> None:
    found = numbered(number)
    referring = {(target, each.id) for target, reviews in found.referring_to.items() for each in reviews}
    assert referring == {(target, each.id) for each in found.reviews for target in each.references}


@LAW
@given(numbers, st.randoms(use_true_random=False))
def test_a_library_does_not_depend_on_the_order_of_files(number: int, chance: Random) -> None:
    found = numbered(number)
    reviews, themes = list(found.reviews), list(found.themes.values())
    chance.shuffle(reviews)
    chance.shuffle(themes)
    assert library_of(reviews, themes, found.vocabulary) == found


def test_reviews_stand_newest_first_and_an_exact_date_before_a_year_alone() -> None:
    dates = {"a": PartialDate(2021), "b": PartialDate(2021, 11), "c": PartialDate(2021, 11, 5), "d": PartialDate(2022)}
    found = library(review(id, published=date) for id, date in dates.items())
    assert [each.id for each in found.reviews] == ["d", "c", "b", "a"]


def test_themes_by_weight_leaves_out_what_no_review_carries_and_sorts_equals_by_title() -> None:
    found = library(
        [review("x", record("x", "p1", "b", "c")), review("y", record("y", "p1", "c", "a"))], [theme("silent")]
    )
    assert [each.id for each in found.themes_by_weight] == ["c", "a", "b"]
    assert found.count_of_reviews("c") == 2
    assert found.count_of_reviews("silent") == 0


def test_a_theme_in_two_records_of_a_review_counts_the_review_once() -> None:
    found = library([review("x", record("x", "p1", "a"), record("x", "s1", "a", kind=RecordKind.STRENGTH))])
    assert found.count_of_reviews("a") == 1
    assert [each.id for each in found.records_of_theme("a", RecordKind.STRENGTH)] == ["s1"]


def test_an_empty_library_answers_with_nothing() -> None:
    found = library_of([], [], vocabulary())
    assert found.records_of_theme("a", RecordKind.LEARNING) == ()
    assert found.themes_by_weight == ()
    assert list(found.records(RecordKind.LEARNING)) == []


WORDLESS = "Ask, as [[kent-william]] says."
WITH_NAME = "Ask, as William of *Kent*, Northshire, 2021 says."


def test_a_link_without_words_reads_as_the_name_that_it_shows_wherever_a_text_is_plain() -> None:
    point = record("r", "p1", "asking", text=WORDLESS)
    letter = Prose("letter", "A letter to Ruby", WORDLESS)
    asked = review("r", point, one_things=(OneThing("r", "", WORDLESS),), prose=(letter,), questions=(WORDLESS,))
    found = library([asked, review("kent-william", title="William of *Kent*")])
    entries = [entry.text for entry in catalogue_of(found).entries if "William" in entry.text]
    assert entries[:4] == [WITH_NAME] * 4
    assert WITH_NAME in [picture.words for picture in sharing_pictures(found, "The site")]
    (letters,) = (page for page in record_pages(found) if page.uri == addresses.LETTERS)
    assert escaped(WITH_NAME) in letters.markdown


def test_the_words_of_a_link_are_kept_and_a_theme_has_its_title() -> None:
    found = library([review("r", record("r", "p1", "was-not-brought"))])
    assert found.plain("See [[r#p1|the **first** point]], on [[was-not-brought]].") == (
        "See the first point, on Was not brought."
    )
