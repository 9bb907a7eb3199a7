"""Text of a report -> Markdown that says just that, whatever signs are in it, in lines that are easy to edit."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence

from briefings.source import CONTROL

WIDTH = 110
SIGNS = {"{": "&#123;", "}": "&#125;", "<": "&lt;", "&": "&amp;", "~~": "&#126;&#126;"}
SIGN = re.compile(r"\](?= ?[:(])|[{}<`*\[\]\\]|&(?=#?\w+;)|(?<!\w)_|_(?!\w)|~~")
STARTS = re.compile(r"[#>+-]|=+\s*$|\d{1,9}[.)](?:\s|$)|[•◦▪●‣∙·○■□➢➤✓\uf0b7\uf0a7]")
"""What means something to Markdown, or looks like a bullet, only at the start of a line."""


def clean(text: str) -> str:
    """Text without what no author means: controls, marks that hide or turn round what stands beside them."""
    return CONTROL.sub("", text.replace("\u2028", " ").replace("\u00ad", "")).encode("utf-8", "ignore").decode()


def inline(text: str, links: Sequence[tuple[str, str]] = ()) -> str:
    """A text as Markdown: each sign stands for itself, and words that were a link are one."""
    said = escaped(" ".join(clean(text).split()))
    for words, address in links:
        label = escaped(" ".join(clean(words).split()))
        if label and label in said and "\\[" not in label and re.fullmatch(r"https?://[\w./?=&%#~+,:@!-]+", address):
            said = said.replace(label, f"[{label}]({address})", 1)
    return said


def escaped(text: str) -> str:
    """Every sign that means something to Markdown, written so that it does not."""

    def written(found: re.Match[str]) -> str:
        sign = found.group()
        if sign == "]" and found.end() < len(text) and text[found.end() :].lstrip(" ")[:1] in (":", "("):
            return "&#93;"
        return SIGNS.get(sign, f"\\{sign}")

    return SIGN.sub(written, text)


def paragraph(text: str, indent: str = "", first: str = "") -> str:
    """A text in lines of a width, none of which starts with what Markdown reads as a list or a heading.

    ``first`` stands before the first line, ``indent`` before the others.
    """
    text = re.sub(r"^(\d+)(?=[.)](?:\s|$))", r"\1\\", re.sub(r"^(?=[#>+-])", r"\\", _begun(text)))
    lines = textwrap.wrap(text, WIDTH - len(indent), break_long_words=False, break_on_hyphens=False) or [""]
    joined: list[str] = []
    for line in lines:
        if joined and STARTS.match(line):
            joined[-1] += f" {line}"
        else:
            joined.append(line)
    return "\n".join(f"{indent if index else first}{line}" for index, line in enumerate(joined))


def _begun(text: str) -> str:
    """A text without the bullets and rules that it starts with."""
    found = STARTS.match(text)
    return _begun(text[found.end() :].lstrip()) if found and text[0] not in "#>+-" and not text[0].isdigit() else text
