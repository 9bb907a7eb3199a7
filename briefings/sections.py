"""The kinds of section that a review has, each with its canonical heading and the other headings that mean the same."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class SectionKind:
    """A kind of section. ``audience`` is set for learning and one things that speak to one audience.

    ``items`` says what its list items are: ``records`` (with attribute lists), ``lines`` (kept one by one) or nothing
    (prose). ``prefix`` starts the ids of its records.
    """

    name: str
    heading: str
    audience: str = ""
    items: str = ""
    prefix: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def anchor(self) -> str:
        """Where its records, or its text, stand on the page of a review."""
        return self.audience or "everyone" if self.name == "learning" else self.name


KINDS: tuple[SectionKind, ...] = (
    SectionKind(
        "happened",
        "What happened",
        aliases=(
            "background",
            "background to review",
            "background to the review",
            "context",
            "key issues",
            "the story",
            "case summary",
            "summary of the case",
            "what happened in brief",
        ),
    ),
    SectionKind("findings", "Key findings", items="records", prefix="k", aliases=("findings", "what we found")),
    SectionKind(
        "strengths",
        "What worked well",
        items="records",
        prefix="s",
        aliases=("strengths", "strengths in practice", "good practice", "what went well"),
    ),
    SectionKind("today", "The system today", aliases=("system today", "what has changed", "what has changed since")),
    SectionKind(
        "learning",
        "Learning for practitioners",
        "practitioners",
        "records",
        "p",
        ("key learning points for practitioners", "learning points for practitioners"),
    ),
    SectionKind(
        "learning",
        "Learning for managers",
        "managers",
        "records",
        "m",
        ("key learning points for managers", "learning points for managers"),
    ),
    SectionKind(
        "learning",
        "Learning for the safeguarding system",
        "system",
        "records",
        "y",
        (
            "key learning points for the safeguarding system",
            "learning points for the safeguarding system",
            "learning for the system",
            "learning for the partnership",
            "learning for leaders",
        ),
    ),
    SectionKind(
        "learning",
        "Learning for everyone",
        "",
        "records",
        "e",
        ("learning", "learning points", "key learning", "key learning points", "key learning points for everyone"),
    ),
    SectionKind("one-thing", "If you do one thing", items="lines", aliases=("if you only do one thing",)),
    SectionKind("one-thing", "If you do one thing: practitioners", "practitioners", "lines"),
    SectionKind("one-thing", "If you do one thing: managers", "managers", "lines"),
    SectionKind(
        "one-thing",
        "If you do one thing: leaders",
        "system",
        "lines",
        "",
        ("if you do one thing: the safeguarding system",),
    ),
    SectionKind(
        "questions",
        "Questions for your team",
        items="lines",
        aliases=("questions", "questions to discuss", "discussion questions", "reflective questions"),
    ),
    SectionKind(
        "recommendations",
        "Recommendations",
        items="records",
        prefix="r",
        aliases=("key recommendations", "suggested improvements"),
    ),
    SectionKind(
        "family",
        "What the family told us",
        items="records",
        prefix="f",
        aliases=("family messages", "family voice", "key messages from the family", "the family's voice"),
    ),
    SectionKind("letter", "A letter to …"),
    SectionKind("national", "National learning", aliases=("national learning from this review",)),
    SectionKind("impact", "Measuring impact", aliases=("impact", "how impact was measured", "the impact of learning")),
    SectionKind(
        "links",
        "Useful links",
        aliases=("links", "did you know", "further information", "tools", "tools and resources"),
    ),
)
OTHER = SectionKind("other", "")
LEARNING = tuple(kind for kind in KINDS if kind.name == "learning")
"""The sections of learning points, in the order in which a briefing shows them."""
BY_NAME: Mapping[str, SectionKind] = MappingProxyType(
    {kind.name: kind for kind in (*KINDS, OTHER) if not kind.audience}
)
"""Each kind by its name; of learning and one things, that which speaks to everyone."""
LETTER, ONE_THING = BY_NAME["letter"], BY_NAME["one-thing"]
HAPPENED, QUESTIONS = BY_NAME["happened"], BY_NAME["questions"]
FINDINGS, STRENGTHS, FAMILY = BY_NAME["findings"], BY_NAME["strengths"], BY_NAME["family"]
RECOMMENDATIONS = BY_NAME["recommendations"]
REQUIRED = ("happened", "one-thing")
RESERVED = re.compile(
    r"(?:one-thing|letter|other|lb|toc|close)(?:-.*)?|practitioners|managers|system|everyone|learning|strengths|today|questions"
    r"|links|themes|same-lesson|source|whole|help|happened|findings|recommendations|family|national|impact|words|places|done|corrections"
)
"""Ids that a review's page gives to its own parts, and that no record can have."""


def normal(heading: str) -> str:
    """A heading as it is looked up: small letters, straight apostrophes, no marks at its end."""
    text = heading.lower().replace("’", "'").replace("&", "and").replace("*", "")
    return " ".join(text.split()).rstrip(" .:!?…")


BY_HEADING: Mapping[str, SectionKind] = MappingProxyType(
    {normal(heading): kind for kind in KINDS if kind is not LETTER for heading in (kind.heading, *kind.aliases)}
)


def kind_of(heading: str) -> SectionKind:
    """The kind that a heading names; :data:`OTHER` where it names none."""
    text = normal(heading)
    if text.startswith(("a letter to", "letter to", "letters to")):
        return LETTER
    return BY_HEADING.get(text, OTHER)
