"""What kinds of private detail there are, and what an author is told of each: never the detail itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from briefings.privacy.known import Known


@dataclass(frozen=True, slots=True)
class Finding:
    """A private detail: its code, and where it starts and ends in the text that was searched, counted from 0."""

    code: str
    start: int
    end: int


Rule = Callable[[str, Known], Iterator[Finding]]
"""Finds one kind of detail in a stretch of text: a paragraph, list item or field, written as one line."""

TOLD: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "privacy-date": (
            "a date of birth, death or admission, which can identify a person",
            "write the year alone, or say how long before or after: “six weeks later”",
        ),
        "privacy-full-date": (
            "a full date in the story, which can lead to a person",
            "write the month or the season at most: “in spring 2016”, or “two weeks later”",
        ),
        "privacy-nhs-number": (
            "what looks like an NHS number",
            "delete it here; if this text was shared with anybody, tell whoever answers for data protection",
        ),
        "privacy-postcode": ("a postcode, which leads to a few doors", "name the county or the partnership at most"),
        "privacy-phone": (
            "a phone number that is not a public one",
            "delete it; helplines belong in vocabulary/harms.yml, the site's own number in site.yml",
        ),
        "privacy-email": (
            "an e-mail address that may be a person's",
            "delete it; the site's own address belongs in site.yml",
        ),
        "privacy-address": ("a street address", "say what kind of place it was: “a flat”, “their home”"),
        "privacy-name": (
            "a person named after a title or a role",
            "write the role alone; if the name is made up, add it to `pseudonyms` in the front matter",
        ),
        "privacy-age": (
            "an age in days or hours, which with a year leads to a person",
            "write “a few days old” or “in the first weeks of life”",
        ),
        "privacy-ward": ("a ward, bay or bed", "write “in hospital”, or the kind of ward"),
        "privacy-pseudonym": (
            "a name or letter that is not the one of this review",
            "write the name that the title has; if this is another made-up name, add it to `pseudonyms`",
        ),
        "privacy-place-and-age": (
            "a place, a month and an exact age together, which can identify a person",
            "leave one out: write the year without the month, or an age band",
        ),
        "privacy-photo": ("", "save it without its data: take a screenshot of it, or export it “without metadata”"),
        "privacy-properties": (
            "",
            "in Word: File, Info, Inspect Document, Remove All; then save it again, also as PDF",
        ),
    }
)
"""The message and the hint of each code. What a photo or a document gives away is worded where it is found."""
