"""The contract of docs/templates.md: what a template may read, and the classes that pages give it to style."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefings.loading import load
from briefings.pages import Page, site_pages
from briefings_mkdocs import pdf, pictures

ROOT = Path(__file__).parent.parent
CONTRACT = (ROOT / "docs/templates.md").read_text("utf-8")
TEMPLATES = sorted((ROOT / "overrides").rglob("*.html"))
FILTERS = {"e", "url", "length", "script_tag"}


def code(template: Path) -> Iterator[str]:
    """What Jinja runs of a template: its tags and expressions, without comments."""
    text = re.sub(r"\{#.*?#\}", "", template.read_text("utf-8"), flags=re.DOTALL)
    return (found.group(1) for found in re.finditer(r"\{[{%]-?(.*?)-?[%}]\}", text, flags=re.DOTALL))


@pytest.fixture(scope="module")
def pages() -> list[Page]:
    return list(site_pages(load(ROOT / "content").library, "Learning Briefings"))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_template_reads_of_our_page_only_what_the_contract_names(template: Path) -> None:
    read = {name for text in code(template) for name in re.findall(r"page\.meta\.(\w+)", text)}
    named = set(re.findall(r"`page\.meta\.(\w+)`", CONTRACT))
    assert read <= named
    assert named <= {*Page("a.md", "text", "A", "").meta, *pictures.TOLD, pdf.TOLD}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_template_reads_of_our_site_only_what_the_contract_names(template: Path) -> None:
    read = {name for text in code(template) for name in re.findall(r"config\.extra\.(\w+)", text)}
    assert read <= set(re.findall(r"`config\.extra\.(\w+)`", CONTRACT))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_template_keeps_to_what_every_jinja_dialect_knows(template: Path) -> None:
    for text in code(template):
        unquoted = re.sub(r"'[^']*'|\"[^\"]*\"", "''", text)
        assert not re.search(r"\.\w+\(", unquoted), f"a method is called in: {text.strip()}"
        assert set(re.findall(r"\|\s*(\w+)", unquoted)) <= FILTERS


def test_every_kind_of_page_is_named_in_the_contract(pages: list[Page]) -> None:
    assert {page.kind for page in pages} <= set(re.findall(r"`([\w-]+)`", CONTRACT))


def test_every_class_of_a_section_is_named_in_the_contract(pages: list[Page]) -> None:
    headings = (line for page in pages for line in page.markdown.splitlines() if line.startswith("## "))
    classes = {name for line in headings for name in re.findall(r" \.([\w-]+)", line)}
    assert classes <= set(re.findall(r"`([\w-]+)`", CONTRACT))
