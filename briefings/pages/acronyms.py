"""Acronyms, explained in place: each that occurs on a page gets its meaning there, and in a list at the page's end."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from briefings.links import TARGET
from briefings.markup import escaped
from briefings.pages import addresses
from briefings.pages.page import Page, Writer, items
from briefings.vocabulary import Vocabulary

NOT_TEXT = re.compile(rf"{TARGET.pattern}|<https?://[^>]*>|(?<!\\)\{{[^}}]*\}}|^##.*$", re.MULTILINE)
"""Addresses, attribute lists and headings: an acronym in them is not read as text."""


NOT_EXPLAINED = ("glossary", "my-role")
"""Kinds of page that explain words themselves, or are a form to fill in."""


@dataclass(frozen=True)
class Acronyms:
    """Finds acronyms in text. Made once for a site; one that wrote its own glossary has no anchors in it to link to."""

    vocabulary: Vocabulary
    own_glossary: bool = False

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Any acronym of the glossary as a whole word, also in the plural; the longest first."""
        forms = sorted(self.vocabulary.expansions, key=lambda form: (-len(form), form))
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})s?(?!\w)") if forms else re.compile(r"(?!)")

    def found_in(self, text: str) -> Mapping[str, str]:
        """Each acronym in the text as it is written there, with what it stands for, in order of the alphabet."""
        expansions = self.vocabulary.expansions
        found = {}
        for written in sorted(set(self.pattern.findall(html.unescape(NOT_TEXT.sub(" ", text))))):
            found[written] = expansions.get(written) or expansions[written.removesuffix("s")]
        return found

    def explained(self, page: Page, writer: Writer) -> Page:
        """The page with its acronyms explained: a list for every reader, and Markdown abbreviations."""
        found = self.found_in(page.markdown) if page.kind not in NOT_EXPLAINED else {}
        if not found:
            return page
        writer.heading("Acronyms on this page", "words", "words")
        terms = {self._singular(written): meaning for written, meaning in found.items()}
        writer.add(items(self._entry(writer, term, meaning) for term, meaning in terms.items()))
        writer.add("\n".join(f"*[{written}]: {' '.join(meaning.split())}" for written, meaning in found.items()))
        return replace(page, markdown=f"{page.markdown}\n{writer.markdown()}")

    def _singular(self, written: str) -> str:
        """The form that the glossary explains: its meaning is in the singular too."""
        return written if written in self.vocabulary.expansions else written.removesuffix("s")

    def _entry(self, writer: Writer, term: str, meaning: str) -> str:
        anchor = "" if self.own_glossary else self.vocabulary.anchors[term]
        return f"**{writer.link(term, addresses.GLOSSARY, anchor)}** {escaped(meaning)}"
