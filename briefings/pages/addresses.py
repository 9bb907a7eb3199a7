"""Where each page lives: the one home of the site's addresses, as Markdown files.

`reviews/x.md` is served at `/reviews/x/`.
"""

from __future__ import annotations

HOME = "index.md"
REVIEWS = "reviews/index.md"
ONE_THINGS = "one-thing/index.md"
LEARNING = "learning/index.md"
THEMES = "themes/index.md"
GOOD_PRACTICE = "good-practice/index.md"
FAMILY_VOICE = "family-voice/index.md"
LETTERS = "letters/index.md"
RECOMMENDATIONS = "recommendations/index.md"
GLOSSARY = "glossary.md"
ABOUT = "about.md"
ACCESSIBILITY = "accessibility.md"


def review(id: str) -> str:
    """A review's briefing."""
    return f"reviews/{id}.md"


def theme(id: str) -> str:
    """A theme."""
    return f"themes/{id}.md"


def audience(id: str) -> str:
    """The learning points for one audience."""
    return f"learning/{id}/index.md"


def agency(id: str) -> str:
    """The learning points that name one agency."""
    return f"learning/agency/{id}/index.md"


def letter(review: str, number: int) -> str:
    """A review's letter; ``number`` counts from 1. The second of `a` is not at `a-2`, which may be another review."""
    return f"letters/{review}.md" if number == 1 else f"letters/{review}/{number}.md"


def part(index: str, label: str) -> str:
    """A further page of an index that is too long for one: `themes/neglect.md` goes on at `themes/neglect/2021.md`."""
    return f"{_folder(index)}/{label}.md"


def is_part_of(uri: str, index: str) -> bool:
    """Whether a page is this index, or one of the further pages of it."""
    return uri == index or uri.startswith(f"{_folder(index)}/")


def _folder(index: str) -> str:
    return index.removesuffix("index.md").removesuffix(".md").rstrip("/")
