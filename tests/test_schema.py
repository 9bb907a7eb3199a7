"""What front matter may say. The docs follow the schema."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from briefings.schema import ReviewFields, ThemeFields
from briefings.shape import validated

WRITING = (Path(__file__).parent.parent / "docs/writing-a-review.md").read_text("utf-8")
REVIEW = {
    "title": "Child A",
    "type": "scr",
    "partnership": "kent",
    "published": "2021",
    "summary": "A child was harmed.",
    "source": {"title": "T", "publisher": "P"},
    "status": "published",
}


@pytest.mark.parametrize("name", ReviewFields.model_fields)
def test_each_field_of_a_review_is_described_and_in_the_manual(name: str) -> None:
    assert ReviewFields.model_fields[name].description
    assert f"`{name}`" in WRITING


@pytest.mark.parametrize("name", ThemeFields.model_fields)
def test_each_field_of_a_theme_is_described(name: str) -> None:
    assert ThemeFields.model_fields[name].description


@pytest.mark.parametrize("name", REVIEW)
def test_what_a_review_needs_is_asked_for(name: str) -> None:
    fitted = validated(ReviewFields, {key: value for key, value in REVIEW.items() if key != name})
    assert isinstance(fitted, ValidationError)
    assert [(error["type"], error["loc"]) for error in fitted.errors()] == [("missing", (name,))]


def test_what_a_review_may_leave_out_is_nothing() -> None:
    fitted = validated(ReviewFields, REVIEW)
    assert isinstance(fitted, ReviewFields)
    assert (fitted.incident, fitted.ages, fitted.outcome, fitted.harms, fitted.agencies) == (None, (), None, (), ())


@pytest.mark.parametrize(
    ("name", "value", "code", "hint"),
    [
        ("published", "2021-11-31", "bad-date", "write `2021-11`"),
        ("incident", "2013-05", "bad-date", "write `2013`"),
        ("incident", "about then", "bad-date", "write it as `2013`"),
        ("incident", "٢٠١٣", "bad-date", "write it as `2013`"),
        ("status", "Published", "unknown-status", "did you mean `published`?"),
        ("status", "live", "unknown-status", "use one of `draft`, `embargoed`, `published`, `withdrawn`"),
        ("summary", "word " * 61, "too-many-words", "say the one or two things that matter most"),
        ("source", {"title": "T", "publisher": "P", "pages": "40 pages"}, "bad-number", "write digits only: `40`"),
        ("source", {"title": "T", "publisher": "P", "pages": "0"}, "bad-number", "write digits only: `40`"),
        ("source", {"title": "T", "publisher": "P", "available_until": "soon"}, "bad-date", "write `2021`"),
    ],
)
def test_a_value_that_cannot_be_is_refused_with_a_cure(name: str, value: object, code: str, hint: str) -> None:
    fitted = validated(ReviewFields, REVIEW | {name: value})
    assert isinstance(fitted, ValidationError)
    assert [(error["type"], error["ctx"]["hint"]) for error in fitted.errors()] == [(code, hint)]


def test_a_summary_may_have_sixty_words() -> None:
    assert isinstance(validated(ReviewFields, REVIEW | {"summary": "word " * 60}), ReviewFields)
