"""An entry as Pagefind takes it in, a tiny page, and as Pagefind gives it back, a fragment of its index."""

from __future__ import annotations

import gzip
import html
import json
import re
from collections.abc import Iterable

from briefings.searching.catalogue import KINDS, Entry

END_OF_TEXT = "¦"
"""Stands between what a result shows and the words that it is only found by. It is no word to Pagefind."""

TITLE, TEXT, OTHER = 3, 1, 0.4
"""How much a word weighs, by where it stands."""

SIGNATURE = b"pagefind_dcd"
"""How every file of Pagefind's index begins, unpacked."""


def document_uri(number: int) -> str:
    """The file in which Pagefind finds an entry, by the entry's number."""
    return f"{number}.html"


def document(entry: Entry) -> str:
    """An entry as a page for Pagefind, its words weighed."""
    kind = KINDS.get(entry.kind, "")
    hidden = [_weighed(TITLE, [entry.title]), _weighed(OTHER, [kind, *entry.other_words])]
    body = "\n".join(filter(None, [_weighed(TEXT, [entry.text]), f"<p>{END_OF_TEXT}</p>", *hidden]))
    return f'<!doctype html>\n<html lang="en">\n<body data-pagefind-body>\n{body}\n</body>\n</html>\n'


def _weighed(weight: float, texts: Iterable[str]) -> str:
    text = ". ".join(filter(None, texts)).replace(END_OF_TEXT, " ")
    return f'<p data-pagefind-weight="{weight}">{html.escape(text)}</p>' if text else ""


def number_of(fragment: bytes) -> int:
    """The number of the entry that a fragment file of Pagefind holds; a ``ValueError`` if it is not one of ours."""
    data = gzip.decompress(fragment)
    if not data.startswith(SIGNATURE):
        raise ValueError("a fragment that Pagefind writes in another way than we know")
    found = re.fullmatch(r"/(\d+)\.html", str(json.loads(data.removeprefix(SIGNATURE)).get("url")))
    if not found:
        raise ValueError("a fragment of no entry")
    return int(found.group(1))
