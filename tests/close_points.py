"""Libraries whose learning points are more or less alike: for the tests of closeness and of what shows it."""

from collections.abc import Iterable
from functools import cache
from itertools import product

from hypothesis import strategies as st

from briefings.library import Library
from briefings.model import Record, Review
from tests.libraries import library, record, review

MATTRESS = "Ask about the mattress for sleeping, and how much alcohol was drunk."
REFUSED = "Escalate in writing when a referral is refused."
DENTIST = "A missed dentist is a sign of neglect."

MANY = [f"{start}o{middle}a{end}u" for start, middle, end in product("bdfgjk", "lmnprtvx", "bdfgjklmnp")]
"""Words that nobody else uses, each of a stem of its own."""


@cache
def crowd() -> Review:
    """A review of many points with no theme and words of their own: what two others share is rare beside it."""
    texts = (" ".join(MANY[start : start + 3]) for start in range(0, len(MANY), 3))
    return review("crowd", *(record("crowd", f"p{number}", text=text) for number, text in enumerate(texts, 1)))


def crowd_file_points() -> list[str]:
    """The same points as an author writes them."""
    return [f"- {point.text} {{#{point.id}}}" for point in crowd().records]


WORDS = (
    "escalate", "escalated", "escalation", "policy", "policies", "police", "CAMHS", "dentist", "neglect", "sleeping",
    "baby", "ask", "the", "children", "refused", "referrals", "[[crowd#p1|refused]]", "**alcohol**",
)  # fmt: skip
"""Telling ones and others, some of one stem, some written as an author marks them."""
THEMES = ("t-1", "t-2", "t-3")
REVIEWS = ("r-1", "r-2", "r-3", "r-4", "r-5", "r-6")

Point = tuple[str, str, tuple[str, ...]]
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)
themes = st.lists(st.sampled_from(THEMES), max_size=2, unique=True).map(tuple)
points = st.tuples(st.sampled_from(REVIEWS), texts, themes)
"""A learning point: its review, its words, its themes."""
some_points = st.lists(points, min_size=2, max_size=14)
"""Points of up to six reviews, many of which share words and themes."""


def library_of_points(given: Iterable[Point]) -> Library:
    """A library of these points, each ``p1``, ``p2`` … of its review, beside the crowd."""
    records: dict[str, list[Record]] = {}
    for id, text, carried in given:
        of_review = records.setdefault(id, [])
        of_review.append(record(id, f"p{len(of_review) + 1}", *carried, text=text))
    return library([crowd(), *(review(id, *found) for id, found in records.items())])


def twins(*ids: str, theme: str = "sleep", text: str = MATTRESS) -> list[Review]:
    """These reviews, each with the same point `p1`."""
    return [review(id, record(id, "p1", theme, text=text)) for id in ids]


def asked_about(found: Library) -> list[Record]:
    """The learning points of a library but for the crowd's."""
    return [record for each in found.reviews if each.id != "crowd" for record in each.records]
