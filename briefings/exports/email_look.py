"""The look of a digest's HTML mail, written into each element.

Mail programs know little CSS, drop style sheets, and may turn colours round in the dark. So each element carries all of
its look, the colours are plain, and whatever has a colour of its own stands on a ground of its own.
"""

from __future__ import annotations

import html
from types import MappingProxyType

from briefings.colours import INK, LINK, MARIGOLD, PALE, PAPER, RULE, SOFT

GROUND = "#e9ece6"
SERIF = "Georgia,'Times New Roman',serif"
SANS = "'Segoe UI',Roboto,Helvetica,Arial,sans-serif"

STYLES = MappingProxyType(
    {
        "body": f"margin:0;padding:0;background-color:{GROUND}",
        "preheader": "display:none;max-height:0;max-width:0;overflow:hidden;opacity:0",
        "article": "margin:0",
        "ground": f"background-color:{GROUND}",
        "ground-cell": "padding:0",
        "sheet": f"max-width:600px;background-color:{PAPER}",
        "sheet-cell": f"padding:32px 24px;font:16px/1.5 {SANS};color:{INK};text-align:left;word-break:break-word",
        "kicker": f"margin:0 0 10px;font-size:14px;color:{SOFT}",
        "h1": f"margin:0 0 12px;font:bold 32px/1.15 {SERIF};color:{INK}",
        "lead": "margin:0 0 12px;font-size:18px",
        "h2": f"margin:40px 0 0;padding:12px 0 0;border-top:2px solid {INK};font:bold 23px/1.25 {SERIF};color:{INK}",
        "h3": f"margin:28px 0 0;font:bold 18px/1.3 {SERIF};color:{INK}",
        "meta": f"margin:2px 0 8px;font-size:14px;color:{SOFT}",
        "p": "margin:0 0 8px",
        "first": "margin:16px 0 0",
        "first-list": "margin:16px 0 0;padding:0 0 0 20px",
        "ul": "margin:0 0 8px;padding:0 0 0 20px",
        "ol": "margin:0 0 8px;padding:0 0 0 20px",
        "li": "margin:0 0 4px",
        "a": f"color:{LINK};text-decoration:underline",
        "strong": "font-weight:bold",
        "em": "font-style:italic",
        "code": "font-family:monospace",
        "blockquote": f"margin:0 0 8px;padding:0 0 0 12px;border-left:3px solid {RULE}",
        "table": "border-collapse:collapse;margin:0 0 8px",
        "th": f"padding:4px 8px;border:1px solid {RULE};text-align:left",
        "td": f"padding:4px 8px;border:1px solid {RULE};text-align:left",
        "one": "margin:0",
        "one-cell": f"padding:6px 0 0 12px;border-left:4px solid {MARIGOLD};font:16px/1.5 {SANS};color:{INK}",
        "box": "margin:16px 0 0",
        "box-cell": (
            f"padding:16px 18px 8px;background-color:{PALE};border-left:4px solid {MARIGOLD};"
            f"font:20px/1.4 {SERIF};color:{INK}"
        ),
        "source": f"margin:0 0 8px;font:14px/1.5 {SANS};color:{SOFT}",
        "foot": f"margin:40px 0 0;padding:12px 0 0;border-top:1px solid {RULE};font-size:14px;color:{SOFT}",
    }
)
"""The look of each kind of element. Those named after a tag are that of an author's text too."""

PLAIN_TABLE = 'role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"'
HEAD = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light">
<title>{title}</title>
</head>
"""
OUTLOOK_OPENS = '<!--[if mso]><table role="presentation" width="600"><tr><td><![endif]-->'
OUTLOOK_CLOSES = "<!--[if mso]></td></tr></table><![endif]-->"
"""Outlook on Windows knows no greatest width: it gets a table of that width around the sheet."""


def element(tag: str, content: str, look: str = "") -> str:
    """An element around HTML, in the look that is named after it, or in another."""
    return f'<{tag} style="{STYLES[look or tag]}">{content}</{tag}>'


def link(text: str, address: str) -> str:
    """A link; ``text`` is plain."""
    return f'<a href="{html.escape(address)}" style="{STYLES["a"]}">{plain(text)}</a>'


def box(look: str, content: str, align: str = "left") -> str:
    """A table of one cell, which is there for its look and means nothing."""
    cell = f'<td align="{align}" style="{STYLES[f"{look}-cell"]}">\n{content}\n</td>'
    return f'<table {PLAIN_TABLE} style="{STYLES[look]}"><tr>{cell}</tr></table>'


def plain(text: str) -> str:
    """Plain text as HTML."""
    return html.escape(text, quote=False)


def document(title: str, preheader: str, content: str) -> str:
    """The whole mail: ``content`` on a sheet of paper, 600 pixels wide where there is room.

    Its language and name stand on an element inside the body too, as many mail programs keep nothing around that.
    """
    sheet = "\n".join((OUTLOOK_OPENS, box("sheet", content), OUTLOOK_CLOSES))
    opens = f'<div role="article" lang="en" aria-label="{html.escape(title)}" style="{STYLES["article"]}">'
    ground = f"{opens}\n{box('ground', sheet, 'center')}\n</div>"
    body = f"\n{element('div', plain(preheader), 'preheader')}\n{ground}\n"
    return f"{HEAD.format(title=plain(title))}{element('body', body)}\n</html>\n"
