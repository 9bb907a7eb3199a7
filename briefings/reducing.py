"""The public library of another site -> what we show of it: names, passages and links to its home, and nothing else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from briefings.external import NAME, PASSAGE, ExternalLibrary
from briefings.open_data import LibraryData, OneThingData, RecordData, ReviewData
from briefings.source import CONTROL


def reduced(data: LibraryData, url: str) -> ExternalLibrary:
    """What we keep of a library whose site is at ``url``; raises pydantic's error where something is wrong.

    Every address must lead to that site: it is the one that gets the credit.
    """
    library = ExternalLibrary.model_validate(_Reducing(data, url if url.endswith("/") else f"{url}/").library())
    newest_first = sorted(library.reviews, key=lambda review: review.date, reverse=True)
    return library.model_copy(update={"reviews": tuple(newest_first)})


@dataclass(frozen=True)
class _Reducing:
    data: LibraryData
    home: str

    def library(self) -> dict[str, Any]:
        learning = _by_review(record for record in self.data.records if record.kind == "learning" and record.id)
        one_things = _one_things(self.data.one_things)
        used = {theme for records in learning.values() for record in records for theme in record.themes}
        return {
            "site": {"name": _cut(self.data.site.name, NAME), "url": self.home},
            "themes": [
                {"id": theme.id, "title": _cut(theme.title, NAME)} for theme in self.data.themes if theme.id in used
            ],
            "reviews": [
                self.review(review, one_things.get(review.id, ""), learning.get(review.id, ()))
                for review in self.data.reviews
            ],
        }

    def review(self, review: ReviewData, one_thing: str, learning: Iterable[RecordData]) -> dict[str, Any]:
        return {
            "id": review.id,
            "address": self.at_home(review.address),
            "title": _cut(review.title, NAME),
            "place": _cut(self.places.get(review.partnership, review.partnership), NAME),
            "published": review.published,
            "type": _cut(self.types.get(review.type, review.type), NAME),
            "summary": _cut(review.summary, PASSAGE),
            "one_thing": one_thing,
            "learning": [self.point(record) for record in learning],
        }

    def point(self, record: RecordData) -> dict[str, Any]:
        return {
            "id": record.id,
            "address": self.at_home(record.address),
            "text": _cut(record.text, PASSAGE),
            "themes": record.themes,
        }

    def at_home(self, address: str) -> str:
        """The whole address of something that may be told from the site's root."""
        return self.home + address[1:] if address.startswith("/") else address

    @cached_property
    def places(self) -> Mapping[str, str]:
        return {place.id: place.short or place.name for place in self.data.partnerships}

    @cached_property
    def types(self) -> Mapping[str, str]:
        return {kind.id: kind.name for kind in self.data.review_types}


def _by_review(records: Iterable[RecordData]) -> Mapping[str, list[RecordData]]:
    found: dict[str, list[RecordData]] = defaultdict(list)
    for record in records:
        found[record.review].append(record)
    return found


def _one_things(every: Iterable[OneThingData]) -> Mapping[str, str]:
    """The one thing of each review: the one for everyone, or else its first."""
    found: dict[str, str] = {}
    for one in sorted(every, key=lambda one: one.audience is not None):
        found.setdefault(one.review, _cut(one.text, PASSAGE))
    return found


def _cut(text: str, most: int) -> str:
    """The text on one line, without signs that cannot be seen, and no longer than it may be."""
    plain = " ".join(CONTROL.sub("", " ".join(text.split())).split())
    return plain if len(plain) <= most else f"{plain[: most - 1].rstrip()}…"
