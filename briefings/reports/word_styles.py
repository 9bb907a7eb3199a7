"""The styles of a Word file: which are headings, lists, a list of contents."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from briefings.reports.word_xml import by_id, is_on, number, value

LONGEST_CHAIN = 20
HEADING = re.compile(r"heading ([1-9])")
LIST = re.compile(r"list (?:bullet|number|paragraph bullet)(?: ([2-5]))?")


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph is by its style. ``heading`` is its level, 0 for the title, None for a text.

    ``list_id`` is Word's own id of the list that it belongs to.
    """

    heading: int | None = None
    is_contents: bool = False
    is_list: bool = False
    bold: bool = False
    list_id: str = ""
    list_depth: int = 0


class Styles:
    """The styles of one document, by their ids."""

    def __init__(self, part: Element | None) -> None:
        """Keep them as they are written; each is made out when it is asked for."""
        self.written = dict(by_id(part, "style", "styleId"))
        self.known: dict[str, Style] = {}

    def of(self, id: str) -> Style:
        """A style; one that is not there is plain."""
        if id not in self.known:
            self.known[id] = self._made_out(id)
        return self.known[id]

    def _made_out(self, id: str) -> Style:
        chain = self._chain(id)
        names = [value(found, "name").lower() or found.get("styleId", "").lower() for found in chain]
        lists = [found for found in chain if value(found, "pPr/numPr/numId")]
        listed = next((match for name in names if (match := LIST.fullmatch(name))), None)
        depth = number(value(lists[0], "pPr/numPr/ilvl")) if lists else 0
        return Style(
            heading=self._heading(chain, names),
            is_contents=any(name.startswith(("toc ", "table of")) for name in names),
            is_list=bool(listed),
            bold=any(is_on(found, "rPr/b") for found in chain),
            list_id=value(lists[0], "pPr/numPr/numId") if lists else "",
            list_depth=number(listed.group(1) or "1") - 1 if listed and not lists else depth,
        )

    def _chain(self, id: str) -> list[Element]:
        """A style and those that it is based on."""
        chain: list[Element] = []
        while id in self.written and len(chain) < LONGEST_CHAIN:
            chain.append(self.written[id])
            id = value(chain[-1], "basedOn")
        return chain

    def _heading(self, chain: list[Element], names: list[str]) -> int | None:
        for found, name in zip(chain, names, strict=True):
            if match := HEADING.fullmatch(name):
                return int(match.group(1))
            if name == "title":
                return 0
            if level := value(found, "pPr/outlineLvl"):
                return number(level) + 1 if number(level, 9) < 9 else None
        return None
