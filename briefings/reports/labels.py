"""How reports write that a point follows: ``Learning:``, ``Learning point (c):``, ``Recommendation Three:``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefings.sections import BY_HEADING, SectionKind

LEARNING, RECOMMENDATIONS = BY_HEADING["learning"], BY_HEADING["recommendations"]
COUNT = (
    r"\(?(?:[a-z]|\d{1,3}(?:\.\d{1,2})*|[ivx]{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)\)?"
)
NOUN = (
    r"(?:(?:key|additional|further|practice|system|national|local|wider|agency|single[- ]agency|multi[- ]agency)\s+)?"
    r"(?:(?P<learning>learning(?:\s+(?:point|theme|opportunit(?:y|ie)|outcome)s?)?|lessons?(?:\s+learn(?:ed|t))?)"
    r"|(?P<recommendation>recommendations?|suggested\s+improvements?))"
)
LABEL = re.compile(
    rf"[*_“\"]*{NOUN}(?:\s+(?:no\.?|number)?\s*(?P<count>{COUNT})(?![\w’']))?(?:\s+(?:for|to)\s+[^:.]{{2,60}}(?=:))?[*_]*\s*(?P<end>[:–—]|[.)-]\s|\s*$)[*_]*\s*",
    re.IGNORECASE,
)
SHORT = re.compile(r"(?:(?P<recommendation>R(?:ec)?)|(?P<learning>LP|L))\.?\s?(?P<count>\d{1,2})\s*[:.–—-]\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Label:
    """A label before a point. ``count`` is its number or letter, as printed; ``text`` is the point, if it follows.

    ``many`` says that a list is announced rather than one point.
    """

    kind: SectionKind
    count: str
    text: str
    many: bool = False

    @property
    def letter(self) -> str:
        """``(c)`` for a point that has a letter; a number is not part of its place."""
        bare = self.count.strip("()").lower()
        return f"({bare})" if re.fullmatch(r"[a-z]", bare) else ""


def label_of(text: str) -> Label | None:
    """The label with which a text starts, if it has one.

    ``Learning about the family`` has none: a label ends in a colon or a dash, or has a number.
    """
    found = LABEL.match(text) or SHORT.match(text)
    if not found:
        return None
    named = found.groupdict()
    end, count = named.get("end", ":").strip(), named["count"] or ""
    rest = text[found.end() :].strip()
    if not count and end not in (":", "–", "—"):
        return None
    kind = LEARNING if named["learning"] else RECOMMENDATIONS
    noun = (named["learning"] or named["recommendation"]).lower()
    return Label(kind, count, _bare(rest), many=noun.endswith("s") and not count)


def _bare(text: str) -> str:
    return text.strip(" *_")
