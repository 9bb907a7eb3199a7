"""Where each page lives: the one home of the site's addresses, as Markdown files.

`reviews/x.md` is served at `/reviews/x/`.
"""

from __future__ import annotations

import posixpath
from urllib.parse import quote_plus

HOME = "index.md"
REVIEWS = "reviews/index.md"
ONE_THINGS = "one-thing/index.md"
LEARNING = "learning/index.md"
THEMES = "themes/index.md"
GOOD_PRACTICE = "good-practice/index.md"
FAMILY_VOICE = "family-voice/index.md"
LETTERS = "letters/index.md"
RECOMMENDATIONS = "recommendations/index.md"
ACTIONS = "actions/index.md"
DIGESTS = "digests/index.md"
DATA = "data/index.md"
ELSEWHERE = "elsewhere/index.md"
SEARCH = "search/index.md"
SHEET = "sheet/index.md"
MY_ROLE = "my-role/index.md"
GLOSSARY = "glossary.md"
ABOUT = "about.md"
ACCESSIBILITY = "accessibility.md"


def review(id: str) -> str:
    """A review's briefing."""
    return f"reviews/{id}.md"


def pdf(review: str) -> str:
    """The printed side of a review's briefing as a PDF, where a site has them."""
    return f"reviews/{review}/{review}.pdf"


def reflection(review: str) -> str:
    """A review's reflection sheet. No review's id holds a slash, so none has this address."""
    return f"reviews/{review}/reflection.md"


def theme(id: str) -> str:
    """A theme."""
    return f"themes/{id}.md"


def audience(id: str) -> str:
    """The learning points for one audience."""
    return f"learning/{id}/index.md"


def agency(id: str) -> str:
    """The learning points that name one agency."""
    return f"learning/agency/{id}/index.md"


def about(reader: str, theme: str) -> str:
    """What there is about a theme for an audience or an agency, whose own page is ``reader``.

    It lies beside the further pages of that page, which end in a year; no theme's id does.
    """
    return f"{_folder(reader)}/{theme}.md"


def letter(review: str, number: int) -> str:
    """A review's letter; ``number`` counts from 1. The second of `a` is not at `a-2`, which may be another review."""
    return f"letters/{review}.md" if number == 1 else f"letters/{review}/{number}.md"


def part(index: str, label: str) -> str:
    """A further page of an index that is too long for one: `themes/neglect.md` goes on at `themes/neglect/2021.md`."""
    return f"{_folder(index)}/{label}.md"


def _folder(index: str) -> str:
    return index.removesuffix("index.md").removesuffix(".md").rstrip("/")


def action(review: str) -> str:
    """What was done about a review: its actions, each at its own place."""
    return f"actions/{review}.md"


def actions_of_owner(agency: str) -> str:
    """The actions that one agency owns. No review's id holds a slash, so none has this address."""
    return f"actions/owner/{agency}.md"


def actions_of_status(standing: str) -> str:
    """The actions that stand alike, where they are many."""
    return f"actions/status/{standing}.md"


def digest(id: str) -> str:
    """A digest."""
    return f"digests/{id}.md"


def email(digest: str, file: str) -> str:
    """One of the files of a digest as e-mail."""
    return f"digests/{digest}/{file}"


def search(words: str) -> str:
    """The search page with a query already asked."""
    return f"{SEARCH}?q={quote_plus(words)}"


def served(uri: str) -> str:
    """Where a page's Markdown file is served, below the site's root: `reviews/x/` for `reviews/x.md`."""
    folder = _folder(uri)
    return f"{folder}/" if folder else ""


def relative(page: str, folder: str) -> str:
    """The way to a page, named by its Markdown file, from a folder of the site: `../../reviews/x/`."""
    path = posixpath.relpath(served(page) or ".", folder or ".")
    return f"{path}/"


ALL_BRIEFINGS = "all"
"""The feed of every briefing."""


def theme_feed(id: str) -> str:
    """The feed of one theme, by its name below `data/feeds/`."""
    return f"themes/{id}"


def audience_feed(id: str) -> str:
    """The feed of one audience, by its name below `data/feeds/`."""
    return f"audiences/{id}"


def feed(name: str, ending: str = "atom") -> str:
    """The file of a feed, as `atom` or as `json`."""
    return f"data/feeds/{name}.{ending}"


LIBRARY_JSON = "data/library.json"
LIBRARY_SCHEMA = "data/library.schema.json"
LEARNING_POINTS_CSV = "data/learning-points.csv"
ACTIONS_CSV = "data/actions.csv"


def elsewhere(site: str) -> str:
    """The reviews of another site, by the name that its file has here."""
    return f"elsewhere/{site}.md"
