"""How much it says that two things share something: a lot where few have it. And how like two things are by that."""

from __future__ import annotations

import math
from collections.abc import Mapping


def rarity(count: int, every: int) -> float:
    """The weight of what ``count`` of all have, of whom there are ``every``."""
    return math.log(1 + every / count)


def cosine(mine: Mapping[str, float], theirs: Mapping[str, float]) -> float:
    """How alike two things are by the weights of what each has: 1 if they have the same, 0 if nothing in common."""
    product = math.fsum(weight * theirs[name] for name, weight in mine.items() if name in theirs)
    lengths = (math.sqrt(math.fsum(weight**2 for weight in each.values())) for each in (mine, theirs))
    return product / (math.prod(lengths) or 1.0)
