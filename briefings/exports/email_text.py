"""A bulletin -> the plain part of its mail: lines of 72 signs, each link's address written out."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from briefings.bulletins import Bulletin
from briefings.exports import email_words as words
from briefings.exports.export import Site
from briefings.exports.texts import Texts
from briefings.library import Library
from briefings.model import Review
from briefings.pages import addresses
from briefings.pages.digests import RECURRING, TAKE_AWAYS, because, lead, sections
from briefings.wording import sentence

WIDTH = 72
MARK = re.compile(r" *(?:- |\d+\. )?")
"""What stands before the words of a line: its indent, and the mark of a list item."""


def email_text(library: Library, site: Site, bulletin: Bulletin, most: int) -> str:
    """The plain text; of the reviews beyond ``most`` under a heading it gives name and address alone."""
    mail = _Mail(bulletin, site, Texts(library, site.address))
    return "\n\n".join(block for block in mail.blocks(most) if block) + "\n"


def wrapped(text: str) -> str:
    """The text with no line longer than 72 signs, if its words allow it; list items hang from their marks."""
    return "\n".join(_wrapped_line(line) for line in text.split("\n"))


def _wrapped_line(line: str) -> str:
    mark = MARK.match(line)
    indent = " " * len(mark.group()) if mark else ""
    return textwrap.fill(line, WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


@dataclass(frozen=True, slots=True)
class _Mail:
    bulletin: Bulletin
    site: Site
    texts: Texts

    def blocks(self, most: int) -> Iterator[str]:
        """Everything, from top to bottom, to be put an empty line apart."""
        digest = self.bulletin.digest
        address = self.site.address(addresses.digest(digest.id))
        yield wrapped(words.kicker(self.bulletin, self.site.name))
        yield _underlined(digest.title, "=")
        yield wrapped(lead(self.bulletin))
        yield wrapped(self.texts.plain(digest.introduction))
        yield f"{words.READ_ON_SITE}:\n{address}"
        yield from self._recurring()
        yield from self._take_aways()
        for heading, _, nothing, reviews in sections(self.bulletin):
            yield _underlined(heading, "-")
            shown = words.shown(reviews, most)
            yield from map(self._case, shown.reviews)
            yield from map(self._name, shown.rest)
            yield "" if reviews else wrapped(self.texts.plain(nothing))
        yield f"{'-' * WIDTH}\n{wrapped(words.OWN_SUMMARY)}"

    def _recurring(self) -> Iterator[str]:
        if self.bulletin.recurring:
            yield _underlined(RECURRING, "-")
            for found in self.bulletin.recurring:
                about = f"{found.theme.title}, {words.times(found)}"
                yield f"{wrapped(about)}\n{self.site.address(addresses.theme(found.theme.id))}"

    def _take_aways(self) -> Iterator[str]:
        if self.bulletin.take_aways:
            yield _underlined(TAKE_AWAYS, "-")
            for found in self.bulletin.take_aways:
                yield wrapped(self.texts.plain(found.one_thing.text))
                source = self._name(found.review, found.one_thing.anchor)
                yield f"{wrapped(because(found))} From:\n{source}"

    def _case(self, review: Review) -> str:
        parts = [
            f"{self._name(review)}\n{wrapped(words.facts(review))}",
            wrapped(sentence(review.summary)),
            *(wrapped(f"{words.ONE_THING} {self.texts.plain(one.text)}") for one in review.one_things[:1]),
        ]
        return "\n\n".join(parts)

    def _name(self, review: Review, anchor: str = "") -> str:
        return f"{wrapped(review.name)}\n{self.site.address(addresses.review(review.id), anchor)}"


def _underlined(heading: str, sign: str) -> str:
    lines = wrapped(heading)
    return f"{lines}\n{sign * max(map(len, lines.split(chr(10))))}"
