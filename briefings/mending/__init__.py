"""`briefings check --fix`: what can be mended safely in what an author wrote, and nothing else.

Each step takes a draft and gives it back with one kind of thing mended. A step whose result would not say the same as
before, or would have a new problem, is left out for that file.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefings.mending.body import with_ids, with_known_headings, with_plain_space
from briefings.mending.draft import Draft
from briefings.mending.front import in_order, with_plain_attributes, with_plain_quotes, without_tabs
from briefings.mending.meaning import meaning_of
from briefings.problems import plural

STEPS: tuple[tuple[Callable[[Draft], tuple[Draft, int]], str, str], ...] = (
    (without_tabs, "tab", ""),
    (with_plain_quotes, "pair of quotes", "pairs of quotes"),
    (with_plain_attributes, "attribute list", ""),
    (in_order, "order of fields", ""),
    (with_known_headings, "heading", ""),
    (with_ids, "id", ""),
    (with_plain_space, "line's white space", "lines' white space"),
)
"""The steps in their order, and what each mends: one, and many."""


@dataclass(frozen=True)
class Mended:
    """A file's text, mended; ``done`` says what was, in words."""

    text: str
    done: tuple[str, ...]


def mended(path: str, text: str) -> Mended:
    """A file with all mended that can be. ``path`` is the file below the content folder."""
    draft = Draft.of(path, text)
    done = []
    for step, one, many in STEPS:
        after, count = step(draft)
        if count and meaning_of(after).keeps(meaning_of(draft)):
            draft = after
            done.append(plural(count, one, many))
    return Mended(draft.text, tuple(done))
