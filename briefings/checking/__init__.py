"""Rules between files, and rules of words, one small function a rule. Each takes what was read and yields problems."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefings.checking.acronyms import unknown_acronyms
from briefings.checking.actions import action_problems
from briefings.checking.beside import search_files
from briefings.checking.digests import digest_problems
from briefings.checking.imported import unconfirmed
from briefings.checking.links import link_problems
from briefings.checking.privacy import PrivacySearch, known_of
from briefings.checking.reviews import former_ids, ids_of_themes, repeated_review_ids
from briefings.checking.site import site_problems
from briefings.checking.states import state_problems
from briefings.checking.themes import circular_themes, repeated_aliases, unknown_themes
from briefings.checking.waived import apart
from briefings.problems import Problem
from briefings.reading import ReadActions, ReadDigest, ReadReview, ReadTheme

__all__ = [
    "PrivacySearch",
    "apart",
    "cross_file_problems",
    "known_of",
    "search_files",
    "site_problems",
    "state_problems",
    "unknown_acronyms",
]


def cross_file_problems(
    reviews: Sequence[ReadReview],
    themes: Sequence[ReadTheme],
    digests: Sequence[ReadDigest],
    plans: Sequence[ReadActions],
) -> Iterator[Problem]:
    """Everything that is wrong between files."""
    yield from repeated_review_ids(reviews)
    yield from ids_of_themes(reviews, themes)
    yield from former_ids(reviews)
    yield from unknown_themes(reviews, themes)
    yield from repeated_aliases(themes)
    yield from circular_themes(themes)
    yield from link_problems(reviews, themes, digests)
    yield from action_problems(plans, reviews)
    yield from digest_problems(digests, reviews, themes)
    yield from unconfirmed(reviews)
