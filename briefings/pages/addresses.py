"""Where each page lives: the one home of the site's addresses, as Markdown files.

`reviews/x.md` is served at `/reviews/x/`, or at `/reviews/x.html` by a site that wants the names of files.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from urllib.parse import quote_plus

from briefings.vocabulary import FOLDER_OF_AGENCIES

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
    return f"learning/{FOLDER_OF_AGENCIES}/{id}/index.md"


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


@dataclass(frozen=True, slots=True)
class Root:
    """Where a site lives: ``url`` ends in a slash, and is empty if that is not known.

    ``folders`` says whether its pages have the addresses of folders (`reviews/x/`) or of files (`reviews/x.html`).
    """

    url: str = ""
    folders: bool = True

    def whole(self, page: str) -> str:
        """The full address of a page, named by its Markdown file; empty where the site's own is not known."""
        return f"{self.url}{self.served(page)}" if self.url else ""

    def served(self, page: str) -> str:
        """Where a page is served, below the site's root: `reviews/x/` for `reviews/x.md`."""
        if not self.folders:
            return f"{page.removesuffix('.md')}.html"
        folder = _folder(page)
        return f"{folder}/" if folder else ""

    def relative(self, page: str, folder: str) -> str:
        """The way to a page from a folder of the site: `../../reviews/x/`."""
        path = posixpath.relpath(self.served(page) or ".", folder or ".")
        return f"{path}/" if self.folders else path


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


SEARCH_INDEX = "pagefind"
"""The folder of the search index."""
SITE_PICTURE = "sharing/site.png"
"""The picture for sharing of pages that have none of their own."""


def review_picture(id: str) -> str:
    """A briefing's picture for sharing."""
    return f"sharing/reviews/{id}.png"


def theme_picture(id: str) -> str:
    """A theme's picture for sharing."""
    return f"sharing/themes/{id}.png"


def elsewhere(site: str) -> str:
    """The reviews of another site, by the name that its file has here."""
    return f"elsewhere/{site}.md"
