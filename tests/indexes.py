"""A built search index, read as a reader's browser reads it: its entries with their addresses, texts and facets."""

import gzip
import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

SIGNATURE = b"pagefind_dcd"


def unpacked(path: Path) -> bytes:
    """A file of Pagefind's index without its packing."""
    return gzip.decompress(path.read_bytes()).removeprefix(SIGNATURE)


@dataclass(frozen=True)
class Found:
    """One entry of an index."""

    kind: str
    group: str
    address: str
    text: str
    facets: dict[str, list[str]]


@dataclass(frozen=True)
class Index:
    """The index in the folder `pagefind/` of a built site."""

    folder: Path

    @cached_property
    def facts(self) -> dict[str, Any]:
        """The file beside Pagefind's own."""
        facts: dict[str, Any] = json.loads((self.folder / "entries.json").read_text("utf-8"))
        return facts

    @cached_property
    def words(self) -> list[str]:
        """The words that near misses are looked for in."""
        text: str = json.loads((self.folder / "words.json").read_text("utf-8"))
        return text.split()

    def content(self, id: str) -> str:
        """All that Pagefind keeps of an entry: what a result shows, a sign, and the words that it is found by."""
        content: str = json.loads(unpacked(self.folder / "fragment" / f"{id}.pf_fragment"))["content"]
        return content

    @cached_property
    def entries(self) -> list[Found]:
        """Every entry, in order."""
        return [
            self._entry(name, address, shared, fields)
            for _, name, address, shared, entries in self.facts["groups"]
            for fields in entries
        ]

    def _entry(self, group: str, address: str, shared: dict[str, list[int]], fields: list[Any]) -> Found:
        id, anchor, kind, *lists = fields
        own = dict(zip(("audience", "theme", "agency"), lists, strict=False))
        facets = {name: shared.get(name, []) + own.get(name, []) for name in {*shared, *own}}
        named = {name: [self.facts["facets"][name][number][0] for number in found] for name, found in facets.items()}
        text = self.content(id).partition("¦")[0].strip()
        return Found(self.facts["facets"]["kind"][kind][0], group, f"{address}{anchor and '#'}{anchor}", text, named)

    def of_kind(self, kind: str) -> list[Found]:
        """The entries of one kind."""
        return [entry for entry in self.entries if entry.kind == kind]
