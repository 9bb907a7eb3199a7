"""What an author's Markdown may hold.

The rules are strict so that nothing needs to be cleaned later: no raw HTML, no pictures, no attribute lists but those
that end a record, and links of one form only. Text that passes cannot bring a script, an event handler or a
``javascript:`` address to a page, whatever the Markdown engine makes of it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from briefings.links import link_problems
from briefings.plain_lists import ITEM
from briefings.problems import Problem
from briefings.source import Passage, Source

HTML = re.compile(r"<(?!https?://[^\s<>\"'\\]+>)[A-Za-z/!?]|-8<-")
BRACE = re.compile(r"\{")
PICTURE = re.compile(r"!\[")
FENCE = re.compile(r"^[ \t>]*(```|~~~)(?:.*?^[ \t>]*\1)?", re.MULTILINE | re.DOTALL)
INSIDE = r"(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*"
HEADING = re.compile(rf"^({INSIDE})(#{{1,2}})(?!#)[ \t]*(.*)", re.MULTILINE)
UNDERLINE = re.compile(r"[ \t>]*(?:=+|-+)[ \t]*")


def without_comments(text: str) -> str:
    """The text with HTML comments blanked out, so that notes to oneself never reach a page and places stay the same."""
    kept = []
    end = 0
    while (start := text.find("<!--", end)) >= 0 and (close := text.find("-->", start + 4)) >= 0:
        kept += [text[end:start], re.sub(r"[^\n]", " ", text[start : close + 3])]
        end = close + 3
    return "".join([*kept, text[end:]])


REFUSED = (
    (
        BRACE,
        "stray-attributes",
        "a brace here: an attribute list belongs at the end of a record",
        "put it at the very end of a list item in a section of records, or delete it; for the sign write `&#123;`",
    ),
    (PICTURE, "picture", "pictures are not part of a review", "say in words what it shows, or link to the report"),
)
"""What may stand nowhere in a text: its pattern, code, message and hint."""


def markup_problems(source: Source, lines: list[str], first_line: int) -> Iterator[Problem]:
    """What these lines hold that a review may not. ``first_line`` is where they start in the source."""
    whole = Passage.of(source, lines, first_line)
    for found in FENCE.finditer(whole.text):
        hint = "delete this line, and the one that ends the block"
        yield whole.problem("code-block", found.start(1), "a block of code, which has no place in a review", hint)
    text = replace(whole, text=FENCE.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), whole.text))
    yield from _raw_html(text)
    for pattern, code, message, hint in REFUSED:
        for found in pattern.finditer(text.text):
            yield text.problem(code, found.start(), message, hint)
    yield from _headings(text)
    yield from link_problems(text)


def _raw_html(text: Passage) -> Iterator[Problem]:
    """Each tag that opens; those that close only where none opens, for one mistake is one problem."""
    tags = list(HTML.finditer(text.text))
    opening = [tag for tag in tags if tag.group() != "</"]
    for tag in opening or tags:
        hint = "write it in Markdown; for the sign itself write `&lt;`"
        yield text.problem("raw-html", tag.start(), "HTML has no place in a review", hint)


def _headings(text: Passage) -> Iterator[Problem]:
    """Headings that would stand beside the page's own title and sections, or be made of the line below them."""
    for found in HEADING.finditer(text.text):
        inside, hashes, title = found.groups()
        sign = "for the sign itself write `\\#`"
        if inside:
            hint = f"write it in bold, `**{title.strip()}**`; {sign}"
            yield text.problem("top-heading", found.start(2), "a heading inside a list, a quotation or an indent", hint)
        elif len(hashes) == 1:
            message = "a second title: the title is in the front matter"
            yield text.problem(
                "top-heading", found.start(2), message, f"delete it, or write `## {title.strip()}`; {sign}"
            )
    for index, (above, line) in enumerate(pairwise(text.text.split("\n")), 1):
        if UNDERLINE.fullmatch(line) and (title := _underlined(above, line)):
            hint = f"write `## {title}`, or put an empty line above a rule"
            yield text.problem("underlined-heading", text.starts[index], "a heading made by underlining", hint)


def _underlined(above: str, line: str) -> str:
    """The text that a line of dashes would make a heading of; nothing where it makes none."""
    inside = re.match(INSIDE, above)
    title = above[inside.end() if inside else 0 :].strip()
    empty_item = line.strip() == "-" and bool(ITEM.match(above))
    return "" if title.startswith("#") or empty_item else title


def escaped(text: str) -> str:
    """Plain text made safe to stand anywhere in Markdown."""
    text = html.escape(text, quote=False)
    text = re.sub(r"([\\`*_{}\[\]#])", r"\\\1", text)
    return re.sub(r"^(\d+)([.)])(?=\s|$)", r"\1\\\2", re.sub(r"^([-+])(?=\s|$)", r"\\\1", text))
