"""Word files for tests, made of a few lines each: real styles, numbering, tables and links, by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
STYLES = {
    "Title": "Title",
    **{f"Heading{level}": f"heading {level}" for level in range(1, 5)},
    "TOC1": "toc 1",
    "ListParagraph": "List Paragraph",
}
LISTS = {"paragraphs": "1", "bullets": "2", "letters": "3", "recommendations": "4", "numbers": "5"}
"""The lists of every document, by what they are for."""
FORMATS = (
    ("decimal", "%1."),
    ("bullet", "•"),
    ("lowerLetter", "(%1)"),
    ("cardinalText", "Recommendation %1:"),
    ("decimal", "%1."),
)


def p(text: str, style: str = "", *, list: str = "", depth: int = 0, bold: bool = False, label: str = "") -> str:
    """A paragraph. ``list`` is one of :data:`LISTS`; a text between ``*`` signs is a run of its own, in italics.

    ``label`` is a run in bold before it.
    """
    in_list = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{LISTS[list]}"/></w:numPr>' if list else ""
    look = f'<w:pPr>{f"""<w:pStyle w:val="{style}"/>""" if style else ""}{in_list}</w:pPr>'
    runs = (run(part, bold=bold, italic=bool(index % 2)) for index, part in enumerate(text.split("*")) if part)
    return f"<w:p>{look}{run(label, bold=True) if label else ''}{''.join(runs)}</w:p>"


def run(text: str, *, bold: bool = False, italic: bool = False, hidden: bool = False) -> str:
    """A run of text that looks the same throughout."""
    look = f"<w:rPr>{'<w:b/>' * bold}{'<w:i/>' * italic}{'<w:vanish/>' * hidden}</w:rPr>"
    pieces = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in text.split("\t"))
    return f"<w:r>{look}{pieces}</w:r>"


def h(text: str, level: int = 1) -> str:
    """A heading; level 0 is the title."""
    return p(text, f"Heading{level}" if level else "Title")


def numbered(text: str) -> str:
    """A paragraph that Word numbers through the whole document."""
    return p(text, list="paragraphs")


def bullets(*texts: str, depth: int = 0) -> str:
    """A list with bullets."""
    return "".join(p(text, list="bullets", depth=depth) for text in texts)


def table(*rows: Iterable[str | list[str]]) -> str:
    """A table; a cell is a text, or a list of texts that are items."""
    return f"<w:tbl>{''.join(_row(row) for row in rows)}</w:tbl>"


def _row(cells: Iterable[str | list[str]]) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{_cell(cell)}</w:tc>' for cell in cells)}</w:tr>"


def _cell(cell: str | list[str]) -> str:
    if isinstance(cell, list):
        return bullets(*cell)
    return "".join(p(line[2:], list="bullets") if line.startswith("• ") else p(line) for line in cell.split("\n"))


def link(text: str, address: str) -> str:
    """A paragraph that is a link; the file must be given its address."""
    return f"<w:p><w:hyperlink r:id={quoteattr(address)}>{run(text)}</w:hyperlink></w:p>"


def page_break() -> str:
    """Where Word last began a new page."""
    return "<w:p><w:r><w:lastRenderedPageBreak/></w:r></w:p>"


def document(body: str) -> str:
    """The main part of a Word file."""
    return f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"


def styles() -> str:
    listed = "".join(
        f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/></w:style>'
        for id, name in STYLES.items()
    )
    return f"<w:styles {NAMESPACES}>{listed}</w:styles>"


def numbering() -> str:
    kinds = "".join(
        f'<w:abstractNum w:abstractNumId="{id}">{"".join(_level(depth, *look) for depth in range(3))}</w:abstractNum>'
        for id, look in enumerate(FORMATS, 10)
    )
    lists = "".join(
        f'<w:num w:numId="{id}"><w:abstractNumId w:val="{kind}"/></w:num>' for kind, id in enumerate(LISTS.values(), 10)
    )
    return f"<w:numbering {NAMESPACES}>{kinds}{lists}</w:numbering>"


def _level(depth: int, format: str, text: str) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>'
        f'<w:lvlText w:val="{text.replace("%1", f"%{depth + 1}")}"/></w:lvl>'
    )


def docx(body: str, links: Iterable[str] = (), parts: Mapping[str, str] = {}) -> bytes:
    """A whole Word file. ``parts`` come beside the usual ones, or in their place."""
    relations = "".join(
        f'<Relationship Id={quoteattr(link)} Target={quoteattr(link)} Type="hyperlink"/>' for link in links
    )
    whole = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": document(body),
        "word/styles.xml": styles(),
        "word/numbering.xml": numbering(),
        "word/_rels/document.xml.rels": f"<Relationships>{relations}</Relationships>",
        **parts,
    }
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as archive:
        for name, text in whole.items():
            archive.writestr(name, text)
    return data.getvalue()
