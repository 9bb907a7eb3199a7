"""Measurements -> a Markdown table, ours beside stock Material's, with how many times as much that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bench.lighthouse import Scores
from bench.weight import KINDS, Weight

NOT_MEASURED = "–"
HEAD = (
    "page",
    "site",
    "performance",
    "accessibility",
    "best practices",
    "SEO",
    "largest paint",
    "shift",
    *KINDS,
    "all kB",
    "requests",
)


@dataclass(frozen=True)
class Measured:
    """One page of one site. ``largest_paint`` is in seconds, and the scores' own where there are scores."""

    weight: Weight
    largest_paint: float
    scores: Scores | None = None


def table(pages: Iterable[tuple[str, Measured, Measured]]) -> str:
    """Each page by its name: ours, stock Material's, and how many times ours that is."""
    rows = [HEAD, ("---",) * 2 + ("---:",) * (len(HEAD) - 2)]
    for name, ours, stock in pages:
        rows += [_row(name, "ours", ours), _row("", "stock Material", stock), _ratios(ours, stock)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _row(name: str, site: str, measured: Measured) -> tuple[str, ...]:
    weights = [_kilobytes(measured.weight.by_kind[kind]) for kind in KINDS]
    paint = f"{measured.largest_paint:.1f} s"
    return (name, site, *_scores(measured.scores, paint), *weights, *_sums(measured.weight))


def _scores(scores: Scores | None, paint: str) -> Iterator[str]:
    if scores is None:
        yield from (NOT_MEASURED,) * 4
        yield from (paint, NOT_MEASURED)
    else:
        whole = (scores.performance, scores.accessibility, scores.best_practices, scores.seo)
        yield from (f"{score:.0f}" for score in whole)
        yield from (paint, f"{scores.shift:.2f}")


def _sums(weight: Weight) -> tuple[str, str]:
    return _kilobytes(weight.total), str(weight.requests)


def _ratios(ours: Measured, stock: Measured) -> tuple[str, ...]:
    paint = f"× {stock.largest_paint / ours.largest_paint:.1f}"
    total = f"× {stock.weight.total / ours.weight.total:.1f}"
    requests = f"× {stock.weight.requests / ours.weight.requests:.1f}"
    return ("", "", *("",) * 4, paint, "", *("",) * len(KINDS), total, requests)


def _kilobytes(size: int) -> str:
    """Of 1,000 bytes, as on the wire."""
    return f"{size / 1000:.0f}" if size >= 1000 or not size else f"{size / 1000:.1f}"
