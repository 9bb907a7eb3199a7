"""A bulletin -> the HTML part of its mail: one column, no pictures, nothing that is loaded from anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefings.bulletins import Bulletin, Recurring, TakeAway
from briefings.exports import email_words as words
from briefings.exports.email_look import STYLES, box, document, element, link, plain
from briefings.exports.export import Site
from briefings.exports.texts import Texts
from briefings.library import Library
from briefings.model import OneThing, Review
from briefings.pages import addresses
from briefings.pages.digests import RECURRING, TAKE_AWAYS, because, lead, sections
from briefings.wording import sentence


def email_html(library: Library, site: Site, bulletin: Bulletin, most: int) -> str:
    """The HTML, with at most this many reviews under each heading; of others it gives their number and a link."""
    mail = _Mail(bulletin, site, Texts(library, site.address, STYLES))
    return document(bulletin.digest.title, words.preheader(bulletin), "\n".join(mail.blocks(most)))


@dataclass(frozen=True, slots=True)
class _Mail:
    bulletin: Bulletin
    site: Site
    texts: Texts

    @property
    def address(self) -> str:
        return self.site.address(addresses.digest(self.bulletin.digest.id))

    def blocks(self, most: int) -> Iterator[str]:
        """Everything on the sheet, from top to bottom."""
        digest = self.bulletin.digest
        yield element("p", plain(words.kicker(self.bulletin, self.site.name)), "kicker")
        yield element("h1", plain(digest.title))
        yield element("p", plain(lead(self.bulletin)), "lead")
        yield self.texts.html(digest.introduction)
        yield element("p", link(words.READ_ON_SITE, self.address))
        yield from self._recurring()
        yield from self._take_aways()
        for heading, id, nothing, reviews in sections(self.bulletin):
            yield element("h2", plain(heading))
            shown = words.shown(reviews, most)
            yield from map(self._case, shown.reviews)
            if shown.more:
                yield element("p", link(f"{shown.more} on the site", f"{self.address}#{id}"), "first")
            elif not reviews:
                yield element("p", self.texts.inline_html(nothing), "first")
        yield element("p", f"{plain(words.OWN_SUMMARY)} {link(words.READ_ON_SITE, self.address)}", "foot")

    def _recurring(self) -> Iterator[str]:
        if self.bulletin.recurring:
            yield element("h2", plain(RECURRING))
            yield element("ul", "\n".join(map(self._theme, self.bulletin.recurring)), "first-list")

    def _theme(self, found: Recurring) -> str:
        theme = link(found.theme.title, self.site.address(addresses.theme(found.theme.id)))
        return element("li", f"{theme} {plain(words.times(found))}")

    def _take_aways(self) -> Iterator[str]:
        if self.bulletin.take_aways:
            yield element("h2", plain(TAKE_AWAYS))
            yield from map(self._take_away, self.bulletin.take_aways)

    def _take_away(self, found: TakeAway) -> str:
        source = f"{self._review(found.review, found.one_thing)}. {plain(because(found))}"
        return box("box", f"{self.texts.html(found.one_thing.text)}\n{element('p', source, 'source')}")

    def _case(self, review: Review) -> str:
        blocks = [
            element("h3", self._review(review)),
            element("p", plain(words.facts(review)), "meta"),
            element("p", plain(sentence(review.summary))),
            *(box("one", self._one_thing(one)) for one in review.one_things[:1]),
        ]
        return "\n".join(blocks)

    def _one_thing(self, one: OneThing) -> str:
        label = element("strong", plain(words.ONE_THING))
        text = self.texts.html(one.text)
        begins = f'<p style="{STYLES["p"]}">'
        return text.replace(begins, f"{begins}{label} ", 1) if text.startswith(begins) else f"{label}\n{text}"

    def _review(self, review: Review, one: OneThing | None = None) -> str:
        return link(review.name, self.site.address(addresses.review(review.id), one.anchor if one else ""))
