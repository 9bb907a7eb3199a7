"""Lists as an author indents them -> lists as Python-Markdown wants them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

ITEM = re.compile(r"([ \t]*)([-*+]|\d{1,3}[.)])[ \t]+(?=\S)")
LONE_MARK = re.compile(r"[ \t]*[-*+][ \t]*")
EMPTY_QUOTE = re.compile(r"[ \t]*(?:>[ \t]*)+")


def with_plain_lists(lines: Iterable[str]) -> Iterator[str]:
    """Lines whose lists stand as Python-Markdown wants them, however their author indented them.

    Each level is indented by four spaces, `1)` is `1.`, and an empty line stands before a list that follows text.
    Other text is not indented at all: it would be a block of code. Nor does a quotation start with an empty line, below
    which Python-Markdown would find one.
    """
    levels: list[tuple[int, bool]] = []
    above = ""
    for given in lines:
        opens_nothing = EMPTY_QUOTE.fullmatch(given) and not above.lstrip().startswith(">")
        line = "" if opens_nothing else given
        text = line.expandtabs(4)
        indent = len(text) - len(text.lstrip(" "))
        found = ITEM.match(text)
        if found and _starts_item(found.group(2), levels, above):
            inside = bool(levels)
            _close(levels, indent)
            if not inside and above.strip():
                yield ""
            yield f"{' ' * 4 * len(levels)}{found.group(2).replace(')', '.'):<3} {text[found.end() :]}"
            levels.append((indent + 2, found.group(2)[-1] in ".)"))
        elif levels and text.strip():
            if not above.strip() or text.startswith("#"):
                _close(levels, indent)
            if not levels and above.strip():
                yield ""
            lone = LONE_MARK.fullmatch(text)
            yield "" if lone else " " * 4 * len(levels) + text.lstrip()
        else:
            yield line.lstrip()
        above = line


def _starts_item(mark: str, levels: list[tuple[int, bool]], above: str) -> bool:
    """Whether a mark starts an item here. A number does so amid text only as 1, or where a numbered list goes on."""
    if mark[0] in "-*+" or int(mark[:-1]) == 1 or not above.strip():
        return True
    return any(numbered for _, numbered in levels)


def _close(levels: list[tuple[int, bool]], indent: int) -> None:
    """Leave every list that text at this indent is not part of."""
    while levels and indent < levels[-1][0]:
        levels.pop()
