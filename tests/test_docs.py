"""The docs lead where they say."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from markdown.extensions.toc import slugify

ROOT = Path(__file__).parent.parent
DOCS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
FENCED = re.compile(r"^(?P<fence>```+|~~~+).*?^(?P=fence)", re.MULTILINE | re.DOTALL)
INLINE_CODE = re.compile(r"(`+).+?\1")
LINK = re.compile(r"\]\(<?(?P<target>[^)\s>]+)")
HEADING = re.compile(r"^#+ +(?P<text>.+?)(?: *\{#(?P<id>[\w-]+)[^}]*\})?$", re.MULTILINE)


def prose(text: str) -> str:
    """Markdown without its examples of code."""
    return INLINE_CODE.sub("", FENCED.sub("", text))


def anchors(text: str) -> set[str]:
    """The anchor of each heading."""
    headings = HEADING.finditer(FENCED.sub("", text))
    return {heading["id"] or slugify(heading["text"].replace("`", ""), "-") for heading in headings}


def broken(doc: Path, text: str) -> Iterator[str]:
    """Each relative link of a doc that leads to no file or no heading."""
    for link in LINK.finditer(prose(text)):
        path, _, anchor = link["target"].partition("#")
        if re.match(r"[a-z]+:", path):
            continue
        target = doc.parent / unquote(path) if path else doc
        if not target.exists() or (
            anchor and target.suffix == ".md" and anchor not in anchors(target.read_text("utf-8"))
        ):
            yield link["target"]


@pytest.mark.parametrize("doc", DOCS, ids=lambda doc: doc.relative_to(ROOT).as_posix())
def test_every_link_in_the_docs_leads_to_a_file_and_a_heading(doc: Path) -> None:
    assert list(broken(doc, doc.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[a](docs.md)", []),
        ("[a](docs.md#a-heading)", []),
        ("# Own\n[a](#own)", []),
        ("[a](https://example.org/#b)", []),
        ("`[a](not-there.md)`", []),
        ("```\n[a](not-there.md)\n```", []),
        ("[a](not-there.md)", ["not-there.md"]),
        ("[a](docs.md#not-there)", ["docs.md#not-there"]),
    ],
)
def test_a_broken_link_is_told_from_a_good_one(tmp_path: Path, text: str, found: list[str]) -> None:
    (tmp_path / "docs.md").write_text("## A `heading`\n", "utf-8")
    doc = tmp_path / "doc.md"
    doc.write_text(text, "utf-8")
    assert list(broken(doc, text)) == found
