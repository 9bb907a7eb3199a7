"""What a page is about in the words of schema.org (as JSON-LD), for search engines and other machines."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from briefings.library import Library
from briefings.model import Review, Theme
from briefings.pages import addresses
from briefings.pages.page import Page
from briefings.vocabulary import GlossaryEntry

Data = dict[str, Any]


@dataclass(frozen=True)
class SchemaOrg:
    """Describes the pages of a site that lives at ``root``."""

    library: Library
    name: str
    root: addresses.Root = field(default_factory=addresses.Root)

    def described(self, page: Page) -> Page:
        """The page with what machines may read of it; a page that is only a list of others has nothing to say."""
        data = self._data(page)
        return replace(page, schema=_inside_html({"@context": "https://schema.org", **data})) if data else page

    def _data(self, page: Page) -> Data:
        name = page.uri.rpartition("/")[2].removesuffix(".md")
        match page.kind:
            case "home":
                return self._site(page)
            case "briefing":
                return self._briefing(page, self.library.by_id[name])
            case "theme" if page.uri == addresses.theme(name):
                return self._theme(page, self.library.themes[name])
            case "themes":
                terms = [self._term(page, theme) for theme in self.library.themes_by_weight]
                return self._set_of_terms(page, terms)
            case "glossary":
                entries = self.library.vocabulary.glossary.values()
                return self._set_of_terms(page, [self._word(page, entry) for entry in entries])
        return {}

    def _site(self, page: Page) -> Data:
        return _filled(
            {
                "@type": "WebSite",
                "url": self._address(page, page.uri),
                "name": self.name,
                "description": page.meta["description"],
                "inLanguage": "en",
            }
        )

    def _briefing(self, page: Page, review: Review) -> Data:
        """A briefing is an article of this site, based on the report of somebody else."""
        return {
            "@type": "Article",
            "@id": self._address(page, page.uri),
            "url": self._address(page, page.uri),
            "headline": review.name,
            "abstract": review.summary,
            "datePublished": str(review.published),
            "inLanguage": "en",
            "about": [self._term(page, self.library.themes[id]) for id in review.themes],
            "publisher": {"@type": "Organization", "name": self.name, "url": self._address(page, addresses.HOME)},
            "isBasedOn": _filled(
                {
                    "@type": "Report",
                    "name": review.report.title,
                    "url": review.report.url,
                    "datePublished": str(review.published),
                    "publisher": {"@type": "Organization", "name": review.report.publisher},
                }
            ),
        }

    def _theme(self, page: Page, theme: Theme) -> Data:
        themes = self._address(page, addresses.THEMES)
        return self._term(page, theme) | _filled(
            {
                "description": theme.definition,
                "alternateName": list(theme.aliases),
                "inDefinedTermSet": {"@type": "DefinedTermSet", "@id": themes, "name": "Themes", "url": themes},
            }
        )

    def _term(self, page: Page, theme: Theme) -> Data:
        address = self._address(page, addresses.theme(theme.id))
        return {"@type": "DefinedTerm", "@id": address, "url": address, "name": theme.title}

    def _set_of_terms(self, page: Page, terms: list[Data]) -> Data:
        address = self._address(page, page.uri)
        return {"@type": "DefinedTermSet", "@id": address, "url": address, "name": page.title, "hasDefinedTerm": terms}

    def _word(self, page: Page, entry: GlossaryEntry) -> Data:
        address = f"{self._address(page, page.uri)}#{self.library.vocabulary.anchors[entry.id]}"
        meaning = " ".join(part for part in (f"{entry.expansion}." if entry.expansion else "", entry.meaning) if part)
        return _filled({"@type": "DefinedTerm", "url": address, "name": entry.id, "description": meaning})

    def _address(self, page: Page, target: str) -> str:
        """The address of a page: in full, or (which JSON-LD reads as a browser would) from the page it is named on."""
        return self.root.whole(target) or self.root.relative(target, posixpath.dirname(self.root.served(page.uri)))


def _filled(data: Mapping[str, Any]) -> Data:
    """The properties that have a value."""
    return {name: value for name, value in data.items() if value}


def _inside_html(data: Data) -> str:
    """JSON that can stand in a ``<script>`` as it is: no sign of it can end that element, or open a comment."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
