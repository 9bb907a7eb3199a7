"""What stays on the one printed side of a briefing: chosen by rank and measured, before anything is printed.

As much as there is room for: a point for each audience, then on in rounds, practitioners first. A review that fits
whole is printed with the whole story of what happened, if that fits too, and in the largest type that it fits in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefings.library import Library
from briefings.model import Review
from briefings.printed_parts import HAPPENED, QUESTIONS, STRENGTHS, Around, printed_parts
from briefings.sections import LEARNING
from briefings.side_layout import HEIGHT, SideLayout, Type

TYPES = tuple(
    Type(*numbers) for numbers in ((10, 1.25), (10.5, 1.3), (11, 1.3), (11.5, 1.35), (12, 1.35), (12.5, 1.4), (13, 1.4))
)
"""From the smallest that is printed to the largest that a short review gets."""
ROOM = 0.98
"""The part of the side that is given away: the rest is for what browsers do differently from each other."""
FIRST_CHECKS = 5
"""As many checks of a one thing come before a second point for anybody."""
AUDIENCES = tuple(kind.anchor for kind in LEARNING)


@dataclass(frozen=True, slots=True)
class OnPaper:
    """What is printed of a briefing.

    ``kept`` says of each part how many of its items, from the first on, stay, and ``left_out`` of each part that is
    not whole how many do not. ``story`` is whether what happened is told in full, and not only in the summary.
    ``filled`` is how much of the side is used: over 1 if not even the least fits, so that there will be a second side.
    """

    type: Type
    kept: Mapping[str, int]
    left_out: Mapping[str, int]
    story: bool
    filled: float

    @property
    def limits(self) -> Mapping[str, int]:
        """How many items are printed of each part that is not printed whole."""
        unlisted = dict.fromkeys({*AUDIENCES, STRENGTHS, QUESTIONS} - self.kept.keys(), 0)
        cut = {part: self.kept[part] for part in self.left_out}
        return {**unlisted, **cut, **({} if self.story else {HAPPENED: 0})}


def fit(library: Library, review: Review, around: Around | None = None, room: float = ROOM) -> OnPaper:
    """Choose what is printed of a review. ``room`` is the part of the side that may be filled."""
    parts = printed_parts(library, review, around or Around())
    smallest, *larger = (SideLayout(parts, type) for type in TYPES)
    most = room * HEIGHT
    kept = _as_much_as_fits(smallest, most)
    left_out = parts.left_out(kept)
    story = not left_out and bool(parts.happened.items) and smallest.height(kept, story=True) <= most
    chosen = smallest
    for layout in larger if not left_out else ():
        if layout.height(kept, story) > most:
            break
        chosen = layout
    return OnPaper(chosen.type, kept, left_out, story, chosen.height(kept, story) / HEIGHT)


def _as_much_as_fits(layout: SideLayout, most: float) -> Mapping[str, int]:
    """How many items of each part stay. What has no room ends its part: none stands for one before it."""
    totals = layout.parts.totals
    if layout.height(totals, story=False) <= most:
        return totals
    kept = dict.fromkeys(totals, 0)
    full = set[str]()
    for part in _by_rank(totals):
        if part not in full:
            kept[part] += 1
            if layout.height(kept, story=False) > most:
                kept[part] -= 1
                full.add(part)
    return kept


def _by_rank(totals: Mapping[str, int]) -> list[str]:
    """A part for each item, the most important first; within a part, the author's order is kept."""
    places = {part: place for place, part in enumerate(sorted(totals, key=_place))}
    ranked = sorted((_round(part, number), places[part], part) for part in totals for number in range(totals[part]))
    return [part for _, _, part in ranked]


def _place(part: str) -> int:
    """Where a part comes in its round: audiences in the page's order, then checks, questions and strengths."""
    order = (*AUDIENCES, "", QUESTIONS, STRENGTHS)
    return order.index(part if part in order else "")


def _round(part: str, number: int) -> int:
    """In which round an item has its turn: two points for practitioners for one of anything else."""
    if part == AUDIENCES[0]:
        return (number + 1) // 2
    if part in AUDIENCES or part in (QUESTIONS, STRENGTHS):
        return number
    return max(0, number - FIRST_CHECKS + 1)
