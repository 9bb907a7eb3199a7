"""Addresses that stay when a review has left them: one that was withdrawn says so, one that moved leads on."""

from __future__ import annotations

from collections.abc import Iterator

from briefings.library import Library
from briefings.markup import escaped
from briefings.model import Review, Withdrawn
from briefings.pages import addresses
from briefings.pages.addresses import Root
from briefings.pages.page import Page, Writer
from briefings.wording import sentence


def left_pages(library: Library, root: Root) -> Iterator[Page]:
    """What stands at addresses that readers may have kept. No list, search or sitemap names them."""
    for gone in library.withdrawn:
        yield _withdrawn(library, gone)
    for review in library.reviews:
        for id in review.formerly:
            yield _moved(library, review, addresses.review(id), addresses.review(review.id), root)
            if review.one_things:
                yield _moved(library, review, addresses.reflection(id), addresses.reflection(review.id), root)


def _withdrawn(library: Library, gone: Withdrawn) -> Page:
    """When and why; nothing else is known of it here."""
    writer = Writer(library, addresses.review(gone.id))
    when = f"It was withdrawn {gone.on.in_words}, and is no longer shown." if gone.on else "It is no longer shown."
    writer.add(when, escaped(sentence(gone.reason)) if gone.reason else "")
    writer.add(writer.link("All reviews", addresses.REVIEWS))
    return Page(writer.uri, "text", "This review was withdrawn", writer.markdown(), unlisted=True)


def _moved(library: Library, review: Review, old: str, new: str, root: Root) -> Page:
    writer = Writer(library, old)
    writer.add(f"It is now at {writer.link(review.name, new)}.")
    return Page(old, "text", "This page has moved", writer.markdown(), unlisted=True, moved_to=root.served(new))
