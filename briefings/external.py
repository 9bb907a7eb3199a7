"""Reviews of other sites: what `content/external/<name>.json` holds of them, and which theme of ours each teaches.

They stay apart from the library's own reviews: in no count, list or index of it, shown with credit and linked to their
home. `briefings import-library` writes the files.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter
from types import MappingProxyType
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from briefings.dates import PartialDate
from briefings.fields import one_line, refusal, web_address
from briefings.model import Theme
from briefings.source import CONTROL, unseen

NAME = 300
PASSAGE = 3000
"""The most characters of a name and of a passage. What is longer is cut when it is imported."""
NEWEST = 12
"""How many external reviews are kept for each theme."""


def _date(value: Any) -> Any:
    try:
        return str(PartialDate.parse(value)) if isinstance(value, str) else value
    except ValueError as error:
        raise refusal("bad-date", str(error), "write it as `2021-11`") from error


def _visible(value: Any) -> Any:
    if isinstance(value, str) and (found := CONTROL.search(value)):
        raise refusal("control-character", unseen(found.group()), "take it out")
    return value


Name = Annotated[str, Field(min_length=1, max_length=NAME), BeforeValidator(_visible), BeforeValidator(one_line)]
Passage = Annotated[str, Field(max_length=PASSAGE), BeforeValidator(_visible), BeforeValidator(one_line)]
Home = Annotated[str, Field(min_length=1, max_length=2000), BeforeValidator(web_address)]
Date = Annotated[str, BeforeValidator(_date)]


class _External(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class ExternalSite(_External):
    """The site that the reviews are of."""

    name: Name
    url: Home


class ExternalTheme(_External):
    """A theme of that site."""

    id: Name
    title: Name


class ExternalPoint(_External):
    """A learning point, in plain text. ``themes`` are ids of that site's themes."""

    id: Name
    address: Home
    text: Passage
    themes: tuple[Name, ...] = ()


class ExternalReview(_External):
    """A review of another site, in plain text. ``address`` is its home."""

    id: Name
    address: Home
    title: Name
    place: Name
    published: Date
    type: Name
    summary: Passage
    one_thing: Passage = ""
    learning: tuple[ExternalPoint, ...] = ()

    @property
    def date(self) -> PartialDate:
        """When it was published."""
        return PartialDate.parse(self.published)

    @property
    def name(self) -> str:
        """Title, place and year, as of our own reviews."""
        return f"{self.title}, {self.place}, {self.date.year}"


class ExternalLibrary(_External):
    """What is kept of another site's library, newest review first."""

    site: ExternalSite
    themes: tuple[ExternalTheme, ...]
    reviews: tuple[ExternalReview, ...]

    @model_validator(mode="after")
    def _each_once(self) -> ExternalLibrary:
        id, count = max(Counter(review.id for review in self.reviews).items(), key=itemgetter(1), default=("", 0))
        if count > 1:
            raise refusal("repeated-id", f"{count} reviews are called `{id}`", "an id may stand for one review only")
        return self

    @model_validator(mode="after")
    def _at_home(self) -> ExternalLibrary:
        """Every link leads to the site that gets the credit."""
        home = f"{self.site.url.rstrip('/')}/"
        for review in self.reviews:
            for address in (review.address, *(point.address for point in review.learning)):
                if not address.startswith(home):
                    message = f"the review `{review.id}` leads to {address[:100]}, which is not below {home}"
                    raise refusal("bad-address", message, "each review must lead to its own home")
        return self


@dataclass(frozen=True, slots=True)
class Origin:
    """A site whose reviews we hold: the name that its file has here, and what is in it."""

    name: str
    library: ExternalLibrary


@dataclass(frozen=True, slots=True)
class TaughtElsewhere:
    """A review of another site that teaches a theme of ours; ``point`` is its first learning point that does."""

    origin: Origin
    review: ExternalReview
    point: ExternalPoint


def taught_elsewhere(origins: Iterable[Origin], themes: Iterable[Theme]) -> Mapping[str, tuple[TaughtElsewhere, ...]]:
    """By the id of each theme of ours, the newest external reviews with a point about one of its id, title or alias."""
    own = _own_words(themes)
    found: dict[str, list[TaughtElsewhere]] = {}
    for origin in origins:
        meant = {theme.id: own.get(_plain(theme.id)) or own.get(_plain(theme.title)) for theme in origin.library.themes}
        for theme, taught in _taught(origin, meant):
            found.setdefault(theme, []).append(taught)
    return MappingProxyType({theme: _newest(reviews) for theme, reviews in found.items()})


def _taught(origin: Origin, meant: Mapping[str, str | None]) -> Iterator[tuple[str, TaughtElsewhere]]:
    for review in origin.library.reviews:
        points: dict[str, ExternalPoint] = {}
        for point in review.learning:
            for theme in filter(None, map(meant.get, point.themes)):
                points.setdefault(theme, point)
        for theme, point in points.items():
            yield theme, TaughtElsewhere(origin, review, point)


def _newest(reviews: list[TaughtElsewhere]) -> tuple[TaughtElsewhere, ...]:
    reviews.sort(key=lambda taught: (taught.origin.name, taught.review.id))
    reviews.sort(key=lambda taught: taught.review.date, reverse=True)
    return tuple(reviews[:NEWEST])


def _own_words(themes: Iterable[Theme]) -> Mapping[str, str]:
    """Our theme for each word that means it: ids come before titles, titles before aliases."""
    every = list(themes)
    words = [(alias, theme.id) for theme in every for alias in theme.aliases]
    words += [(theme.title, theme.id) for theme in every] + [(theme.id, theme.id) for theme in every]
    return {_plain(word): id for word, id in words}


def _plain(word: str) -> str:
    return " ".join(word.lower().replace("-", " ").split())
