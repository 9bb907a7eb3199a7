"""What the picture of a link says when somebody shares it: of a briefing its one thing, of a theme what it means.

`sharing_look` sets it, and an adapter draws it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefings import sections
from briefings.library import Library
from briefings.model import Review, Theme
from briefings.pages import addresses
from briefings.plain_text import opening
from briefings.problems import plural

MOST_WORDS = 60
"""No picture has room for more."""
ONE_THING = sections.ONE_THING.heading


@dataclass(frozen=True)
class SharingPicture:
    """One picture: its address below the site's root, the page that it is for, and the plain words on it.

    ``name`` is the page's name where ``title`` alone could be another's; ``marked`` is for words that are a one thing.
    """

    uri: str
    page: str
    title: str
    words: str
    about: str = ""
    name: str = ""
    marked: bool = False

    @property
    def alt(self) -> str:
        """The same for those who can't see it."""
        words = f"{ONE_THING}: {self.words}" if self.marked else self.words
        return f"{self.name or self.title}. {words}"


def sharing_pictures(library: Library, site: str, description: str = "") -> Iterator[SharingPicture]:
    """The picture of a site, which pages without one of their own share, then those of its briefings and themes."""
    yield SharingPicture(addresses.SITE_PICTURE, addresses.HOME, site, _short(description))
    for review in library.reviews:
        yield _of_review(library, review)
    for theme in library.themes.values():
        yield _of_theme(library, theme)


def _of_review(library: Library, review: Review) -> SharingPicture:
    one = review.one_things[0] if review.one_things else None
    return SharingPicture(
        uri=addresses.review_picture(review.id),
        page=addresses.review(review.id),
        title=review.title,
        words=_short(library.plain(one.text) if one else review.summary),
        about=f"{review.type.name} · {review.partnership.place} · {review.published.year}",
        name=review.name,
        marked=one is not None,
    )


def _of_theme(library: Library, theme: Theme) -> SharingPicture:
    taught = library.count_of_reviews(theme.id)
    return SharingPicture(
        uri=addresses.theme_picture(theme.id),
        page=addresses.theme(theme.id),
        title=theme.title,
        words=_short(theme.definition),
        about=f"Taught in {plural(taught, 'review')}" if taught else "Theme",
    )


def _short(text: str) -> str:
    """The text if a picture may have room for it, else how it begins."""
    return text if len(text.split()) <= MOST_WORDS else opening(text, MOST_WORDS)
