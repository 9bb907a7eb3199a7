"""How the points of a part are written, where they have no labels: as a list, or as paragraphs."""

from __future__ import annotations

import re

from briefings.reports.blocks import Block, Kind
from briefings.reports.labels import label_of
from briefings.reports.parts import Part

INTRODUCES = re.compile(
    r"\b(?:following|below|these (?:are|were)|they (?:are|were)|include|are as follows|have been (?:identified|made)|"
    r"are made|suggested|key messages|learning points|recommendations)\b",
    re.IGNORECASE,
)
MODAL = re.compile(r"\b(?:should|must|to|need|needs|will|ensure|seek)\b", re.IGNORECASE)
CONCLUDES = re.compile(r"\W*(?:[\d.]+\s+)?conclu", re.IGNORECASE)
"""How a heading starts that has conclusions before its recommendations."""
POINTED = ("learning", "recommendations", "strengths", "family", "findings")
"""The kinds of section whose list items are points without a label."""


def mode_of(part: Part) -> str:
    """How the points of a part without labels are written: as ``items``, as ``paragraphs``, or not at all."""
    if part.kind.name not in POINTED or any(block.is_text and label_of(block.text) for block in part.blocks):
        return ""
    texts = [block for block in part.blocks if block.is_text]
    free = [
        block
        for above, block in zip([None, *texts], texts, strict=False)
        if block.kind is Kind.ITEM and not (above and above.kind is Kind.PARAGRAPH and _asks(above))
    ]
    items = [block for block in texts if block.kind is Kind.ITEM]
    if items and (len(free) > len(items) // 2 or not any(_asks(block) for block in texts)):
        return "items"
    return "" if CONCLUDES.match(part.heading) else "paragraphs"


def _asks(block: Block) -> bool:
    """Whether a paragraph is itself a point whose list follows: ``The Board should:``."""
    is_lead = block.kind is Kind.PARAGRAPH and block.text.endswith(":")
    return is_lead and not introduces(block) and bool(MODAL.search(block.text))


def introduces(block: Block) -> bool:
    """Whether a paragraph only says that points follow."""
    return block.kind is Kind.PARAGRAPH and block.text.endswith(":") and bool(INTRODUCES.search(block.text))


def is_heading_like(block: Block) -> bool:
    """Whether a paragraph is two or three words that only name what follows."""
    return len(block.text.split()) < 4 and not block.text.endswith((".", "!", "?"))
