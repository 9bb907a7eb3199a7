"""Give a page its sections: each second-level heading, and what follows it, becomes one to style and print.

A Python-Markdown extension, between what `briefings.pages` writes and what the stylesheets select:

* `## Learning for practitioners {#practitioners .learning .practitioners}` opens
  `<section aria-labelledby="practitioners" class="lb-section learning practitioners">`, up to the next one.
* `data-printed="3"` on such a heading means that paper has room for the first three items of its list: the class
  `off-paper` marks the others, or the whole section where there is room for none (of a one thing, only its checks).
  The facts of a heading (`data-…`) are its section's too.
* A list item whose paragraph carries the class `record` (`{: #p1 .record }` under it) takes over
  that paragraph's id, class and facts (`data-…`), so that a link to a learning point lands on, and lights
  up, the whole of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

AFTER_ATTR_LIST_AND_TOC = 4
"""`attr_list` (8) has set the classes and `toc` (5) the ids; MkDocs has collected the anchors (5)."""

PRINTED = "data-printed"
"""How many items of a section's list are printed."""

OFF_PAPER = "off-paper"
"""The class of what is not printed."""

FACTS = ("data-record", "data-for", "data-agencies", "data-involved")
"""What scripts may read of a record: its item has them from the paragraph, a one thing's section from the heading."""


def makeExtension(**settings: object) -> SectionsExtension:  # noqa: N802 - the name Python-Markdown asks for
    """The extension, as Python-Markdown wants to be given it."""
    return SectionsExtension(**settings)


class SectionsExtension(Extension):
    """Sections for headings, and one anchor for each record."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register the tree processor behind those it builds on."""
        md.treeprocessors.register(_Sections(md), "briefings_sections", AFTER_ATTR_LIST_AND_TOC)


class _Sections(Treeprocessor):
    def run(self, root: Element) -> None:
        for item in root.iter("li"):
            _anchor_record(item)
        blocks = list(_sectioned(root))
        for section in blocks:
            if PRINTED in section.attrib:
                print_only(section, int(section.attrib.pop(PRINTED)))
        root[:] = blocks


def _sectioned(root: Element) -> Iterator[Element]:
    """The blocks of a page in order, each run that starts at a heading gathered into its section."""
    section: Element | None = None
    for block in root:
        if block.tag == "h2":
            section = _section_headed_by(block)
            yield section
        if section is None:
            yield block
        else:
            section.append(block)


def _section_headed_by(heading: Element) -> Element:
    """An open section that has taken its classes from the heading, and its name."""
    classes = ["lb-section", *heading.attrib.pop("class", "").split()]
    section = Element("section", {"class": " ".join(classes)})
    _move_facts(heading, section)
    if anchor := heading.get("id"):
        section.set("aria-labelledby", anchor)
    if PRINTED in heading.attrib:
        section.set(PRINTED, heading.attrib.pop(PRINTED))
    section.text = section.tail = "\n"
    return section


def print_only(section: Element, count: int) -> None:
    """Mark what paper has no room for: the items of a section's list after the first ones.

    Without room for any, it is the whole section; but of a one thing only its checks.
    """
    classes = section.get("class", "").split()
    whole = not count and "one-thing" not in classes
    for element in (section,) if whole else _listed(section)[count:]:
        element.set("class", f"{element.get('class', '')} {OFF_PAPER}".strip())


def _listed(section: Element) -> list[Element]:
    """The items of the last list of a section."""
    lists = [block for block in section if block.tag in ("ul", "ol")]
    return list(lists[-1]) if lists else []


def _anchor_record(item: Element) -> None:
    """Move a record's id and classes from its paragraph to its list item; what the line about it is called stays."""
    for paragraph in _own_paragraphs(item):
        classes = paragraph.get("class", "").split()
        if "record" in classes:
            item.set("class", " ".join(name for name in classes if name != "about"))
            del paragraph.attrib["class"]
            if "about" in classes:
                paragraph.set("class", "about")
            if "id" in paragraph.attrib:
                item.set("id", paragraph.attrib.pop("id"))
            _move_facts(paragraph, item)
            return


def _move_facts(element: Element, to: Element) -> None:
    for name in [name for name in FACTS if name in element.attrib]:
        to.set(name, element.attrib.pop(name))


def _own_paragraphs(block: Element) -> Iterator[Element]:
    """The paragraphs of a list item, in quotations too, but not those of the lists inside it."""
    for child in block:
        if child.tag == "p":
            yield child
        elif child.tag not in ("ul", "ol"):
            yield from _own_paragraphs(child)
