"""How much a library holds, in words: what `briefings check` prints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefings.library import Library
from briefings.model import RecordKind, Review
from briefings.problems import plural

NOUNS = {
    RecordKind.LEARNING: "learning point",
    RecordKind.RECOMMENDATION: "recommendation",
    RecordKind.STRENGTH: "example of good practice",
    RecordKind.FAMILY: "family message",
    RecordKind.FINDING: "key finding",
}
MANY = {RecordKind.STRENGTH: "examples of good practice"}


def totals(library: Library, withheld: Mapping[str, int]) -> str:
    """One line for each kind of thing in a library; reviews held back are counted by status, never named."""
    held = "".join(f", {count} {status}" for status, count in withheld.items())
    lines = [f"{plural(len(library.reviews), 'review')} published{held}"]
    for kind, noun in NOUNS.items():
        lines.append(
            plural(sum(1 for _ in library.records(kind)), noun, MANY.get(kind, "")) + _by_audience(library, kind)
        )
    lines.append(plural(sum(len(review.one_things) for review in library.reviews), "one thing"))
    lines.append(plural(sum(len(review.prose_of("letter")) for review in library.reviews), "letter"))
    lines.append(f"{plural(len(library.themes), 'theme')}, {len(library.themes_by_weight)} of them taught by a review")
    lines.append(plural(len(library.vocabulary.glossary), "glossary entry", "glossary entries"))
    return "\n".join(f"  {line}" for line in lines)


def _by_audience(library: Library, kind: RecordKind) -> str:
    if kind is not RecordKind.LEARNING:
        return ""
    groups = library.learning_by_audience
    parts = (f"{len(groups.get(id, ()))} for {id}" for id in library.vocabulary.audiences)
    return f" ({', '.join(parts)}; one for everyone counts for each)"


def table(library: Library) -> str:
    """A line for each review: how many records of each kind it has."""
    names = ("practitioners", "managers", "system", "everyone")
    head = f"{'review':<40}{''.join(f'{name:>14}' for name in (*names, *HEADS))}"
    return "\n".join([head, *(_row(review) for review in library.reviews)])


HEADS = ("recommended", "worked well", "family", "findings", "checks")


def _row(review: Review) -> str:
    return f"{review.id:<40}" + "".join(f"{count:>14}" for count in _counts(review))


def _counts(review: Review) -> Iterator[int]:
    learning = review.of_kind(RecordKind.LEARNING)
    for audience in ("practitioners", "managers", "system"):
        yield sum(record.audiences == (audience,) for record in learning)
    yield sum(len(record.audiences) != 1 for record in learning)
    for kind in (RecordKind.RECOMMENDATION, RecordKind.STRENGTH, RecordKind.FAMILY, RecordKind.FINDING):
        yield len(review.of_kind(kind))
    yield sum(len(one.checks) for one in review.one_things)
