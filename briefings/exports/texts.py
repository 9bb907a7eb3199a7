"""An author's Markdown for readers who are not on the site: as HTML or plain text, with links that lead back to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from briefings.library import Library
from briefings.links import with_links
from briefings.markup import escaped
from briefings.pages import addresses

AFTER_INLINE = 4
"""Python-Markdown has made the links, and what else stands in a line (20), and unescaped them (0 comes last)."""
ONE_PARAGRAPH = re.compile(r"<p(?: [^>]*)?>((?:(?!<p[ >]).)*)</p>", re.DOTALL)
BLOCKS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table", "tr", "ul", "ol", "li", "hr", "pre"}


@dataclass(frozen=True)
class Texts:
    """Makes HTML and plain text of what authors wrote.

    ``address(page, anchor)`` gives the link to a page that is named by its Markdown file; ``styles`` the value of the
    ``style`` attribute of each element, by its tag.
    """

    library: Library
    address: Callable[[str, str], str]
    styles: Mapping[str, str] = field(default_factory=dict)

    def html(self, text: str) -> str:
        """The text as blocks of HTML."""
        return self._converter.reset().convert(self.markdown(text))

    def inline_html(self, text: str) -> str:
        """The text as HTML; without ``<p>`` around it where it is one paragraph, as a short list item wants it."""
        html = self.html(text)
        only = ONE_PARAGRAPH.fullmatch(html)
        return only.group(1) if only else html

    def markdown(self, text: str) -> str:
        """The text as Markdown that stands by itself: links to reviews and themes are links of the web."""
        return with_links(text, self._linked)

    def plain(self, text: str) -> str:
        """The text as words alone, an empty line between paragraphs, each link's address written out behind it."""
        reader = _PlainText()
        reader.feed(self.html(text))
        reader.close()
        return reader.text()

    def _linked(self, id: str, anchor: str, text: str) -> str:
        """A link to a review or theme in Markdown; without words of its own it shows the name."""
        review = self.library.by_id.get(id)
        page, name = (
            (addresses.review(id), review.name) if review else (addresses.theme(id), self.library.themes[id].title)
        )
        return f"[{text or escaped(name)}]({self.address(page, anchor)})"

    @cached_property
    def _converter(self) -> Markdown:
        converter = Markdown(extensions=["tables"])
        converter.preprocessors.deregister("html_block")  # HTML is refused long before; if any came through after all,
        converter.inlinePatterns.deregister("html")  # it would be shown as it was written
        converter.treeprocessors.register(_Styles(converter, self.styles), "styles", AFTER_INLINE)
        return converter


class _Styles(Treeprocessor):
    """Writes its look into each element, for readers that know no style sheets."""

    def __init__(self, md: Markdown, styles: Mapping[str, str]) -> None:
        super().__init__(md)
        self.styles = styles

    def run(self, root: Element) -> None:
        for element in root.iter():
            if style := self.styles.get(element.tag):
                element.set("style", style)


class _PlainText(HTMLParser):
    """Collects the words of HTML that Python-Markdown made, a line a block."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = [""]
        self.begun = False
        """Whether the last line holds words yet, and not only the mark of a list item."""
        self.counts: list[int | None] = []
        """How far each list that is open has counted, or nothing where it has dashes."""
        self.links: list[tuple[str, int]] = []
        """The address of each link that is open, and where its words begin in the last line."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS and self.begun:
            self.lines += [self._indent()] if tag in ("li", "tr") else ["", self._indent()]
            self.begun = False
        match tag:
            case "ul" | "ol":
                self.counts.append(0 if tag == "ol" else None)
            case "li":
                self.lines[-1] = self._indent(-1) + self._mark()
            case "a":
                self.links.append((dict(attrs).get("href") or "", len(self.lines[-1])))
            case "td" | "th" if self.begun:
                self.lines[-1] = f"{self.lines[-1].rstrip()} | "
            case "br":
                self.lines.append(self._indent())

    def _indent(self, levels: int = 0) -> str:
        return "  " * (len(self.counts) + levels)

    def _mark(self) -> str:
        """What stands before a list item: a dash, or its number."""
        count = self.counts[-1]
        if count is None:
            return "- "
        self.counts[-1] = count + 1
        return f"{count + 1}. "

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ul", "ol"):
            self.counts.pop()
            self.lines += ["", self._indent()]
            self.begun = False
        elif tag == "a":
            address, start = self.links.pop()
            words = self.lines[-1][start:].strip()
            self.lines[-1] += "" if address in (words, f"mailto:{words}") else f" ({address})"

    def handle_data(self, data: str) -> None:
        words = re.sub(r"[ \t\n]+", " ", data)
        self.lines[-1] += words.lstrip() if not self.begun or self.lines[-1].endswith(" ") else words
        self.begun = self.begun or bool(words.strip())

    def text(self) -> str:
        """Everything collected, with one empty line at most between two blocks."""
        return re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in self.lines)).strip("\n")
