"""What both parts of a digest's mail say in the same words, without any mark-up."""

from __future__ import annotations

from dataclasses import dataclass

from briefings.bulletins import Bulletin, Recurring
from briefings.model import Review
from briefings.pages.digests import RECURRING, about, lead
from briefings.problems import plural
from briefings.wording import inside, joined

READ_ON_SITE = "Read this on the site"
ONE_THING = "One thing:"
OWN_SUMMARY = "The summaries are our own. The copyright of each report stays with its publisher."


@dataclass(frozen=True, slots=True)
class Shown:
    """Of the reviews under one heading, those that are told of, and those that there is no room for."""

    reviews: tuple[Review, ...]
    rest: tuple[Review, ...]

    @property
    def more(self) -> str:
        """``12 more reviews`` where there are more."""
        return plural(len(self.rest), "more review") if self.rest else ""


def shown(reviews: tuple[Review, ...], most: int) -> Shown:
    """The first reviews, and the rest."""
    return Shown(reviews[:most], reviews[most:])


def kicker(bulletin: Bulletin, site: str) -> str:
    """Who sends it, which issue it is and of when."""
    return f"{site} · {about(bulletin.digest)}"


def preheader(bulletin: Bulletin) -> str:
    """What a list of mails shows behind the subject."""
    themes = joined(inside(found.theme.title) for found in bulletin.recurring)
    return f"{lead(bulletin)} {f'{RECURRING}: {themes}.' if themes else ''}".strip()


def times(found: Recurring) -> str:
    """How many reviews teach a theme: ``in 5 reviews``."""
    return f"in {plural(found.reviews, 'review')}"


def facts(review: Review) -> str:
    """Kind of review, date and harms in a line."""
    harms = joined(inside(harm.name) for harm in review.harms)
    return " · ".join(part for part in (review.type.name, review.published.words, harms) if part)
