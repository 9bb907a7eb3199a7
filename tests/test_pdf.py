"""The PDF of a briefing: tagged, whole, the same each time, made of the built site alone, and only if asked for."""

import os
import re
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from briefings.pages.on_paper import Side
from briefings_mkdocs.pdf import ROOMS, SIZE
from briefings_mkdocs.print_jobs import PrintJob
from briefings_mkdocs.printing import print_job
from tests.building import attempt, build, run
from tests.libraries import review_file, write_site
from tests.printing import ADDRESS, Pdf

BUILD = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", "site"]
WITH_PDF = "plugins:\n  - search\n  - briefings: {pdf: true}\n"
BROKEN = "raise OSError('cannot load library libpango-1.0-0')\n"


def site_with_pdfs(folder: Path, more: str = f"site_url: {ADDRESS}\n") -> Path:
    """The source of a small site that asks for PDFs."""
    source = write_site(
        folder,
        {"content/reviews/2020/child-s.md": review_file("Child S", published="2020", point="See [[child-r#p1]].")},
    )
    config = source / "mkdocs.yml"
    config.write_text(re.sub(r"plugins: .*\n", WITH_PDF, config.read_text("utf-8")) + more, "utf-8")
    return source


def pdf_of(site: Path, review: str = "child-s") -> Pdf:
    return Pdf((site / "reviews" / review / f"{review}.pdf").read_bytes())


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    source = site_with_pdfs(tmp_path_factory.mktemp("pdf"))
    run(BUILD, source)
    return source


@pytest.fixture(scope="module")
def pdf(source: Path) -> Pdf:
    return pdf_of(source / "site")


def links(pdf: Pdf) -> list[str]:
    annotations = (each.get_object() for each in pdf.reader.pages[0].get("/Annots", []))
    return [str(each["/A"]["/URI"]) for each in annotations if each["/Subtype"] == "/Link"]


def tags(element: Any) -> list[str]:
    """The kinds of element of a tag tree, in the order in which it is read."""
    kids = element.get("/K", [])
    found = [str(element["/S"])]
    for kid in kids if isinstance(kids, list) else [kids]:
        if not isinstance(kid, int) and "/S" in (inner := kid.get_object()):
            found += tags(inner)
    return found


def test_it_is_one_side_with_a_title_a_language_and_an_author(pdf: Pdf) -> None:
    assert pdf.sides == 1
    assert pdf.reader.metadata is not None
    assert pdf.reader.metadata.title == "Child S, Northshire, 2020 – The site"
    assert pdf.reader.metadata.author == "The site"
    assert pdf.root["/Lang"] == "en"
    assert pdf.root["/ViewerPreferences"]["/DisplayDocTitle"]


def test_it_is_tagged_as_pdf_ua_1(pdf: Pdf) -> None:
    assert pdf.root["/MarkInfo"]["/Marked"]
    assert b'pdfuaid:part="1"' in pdf.root["/Metadata"].get_data()
    assert "/StructTreeRoot" in pdf.root


def test_its_tags_are_headings_in_order_lists_links_and_a_picture_with_words(pdf: Pdf) -> None:
    tree = tags(pdf.root["/StructTreeRoot"]["/K"][0].get_object())
    headings = [tag for tag in tree if re.fullmatch(r"/H\d", tag)]
    assert headings[0] == "/H1"
    assert set(headings[1:]) == {"/H2"}
    assert {"/L", "/LI", "/LBody", "/Link", "/Figure"} <= set(tree)


def test_it_has_bookmarks_and_its_fonts_in_it(pdf: Pdf) -> None:
    assert "Child S" in str(pdf.reader.outline[0])
    resources: Any = pdf.reader.pages[0]["/Resources"]
    fonts = [font.get_object() for font in resources["/Font"].values()]
    inside = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"] for font in fonts]
    assert len(inside) >= 2
    assert [font for font in inside if not {"/FontFile2", "/FontFile3"} & font.get_object().keys()] == []


def test_its_links_lead_to_the_site(pdf: Pdf) -> None:
    assert f"{ADDRESS}reviews/child-r/#p1" in links(pdf)
    assert f"{ADDRESS}reviews/child-s/" in links(pdf)


def test_a_site_that_does_not_know_its_address_has_no_link_that_leads_nowhere(tmp_path: Path) -> None:
    site = site_with_pdfs(tmp_path, "")
    run(BUILD, site)
    pdf = pdf_of(site / "site")
    assert [link for link in links(pdf) if not link.startswith("https://") or ".invalid" in link] == []
    assert b".invalid" not in pdf.data
    assert "learning.example.org" not in pdf.text


def test_two_builds_give_the_same_bytes(source: Path, tmp_path: Path) -> None:
    again = site_with_pdfs(tmp_path)
    run(BUILD, again, PYTHONHASHSEED="5", TZ="Pacific/Auckland", SOURCE_DATE_EPOCH="1893456000")
    assert pdf_of(again / "site").data == pdf_of(source / "site").data


def test_the_page_links_it_and_says_how_large_it_is(source: Path) -> None:
    page = (source / "site/reviews/child-s/index.html").read_text("utf-8")
    size = round((source / "site/reviews/child-s/child-s.pdf").stat().st_size / 1000)
    assert re.search(rf'<a href="child-s\.pdf" type="application/pdf">One A4 side \(PDF, {size} kB\)</a>', page)
    assert SIZE not in page


def test_a_site_that_does_not_ask_has_neither_pdf_nor_link(tmp_path: Path) -> None:
    source = write_site(tmp_path)
    build(source, source / "site")
    assert list(source.glob("site/**/*.pdf")) == []
    assert "PDF" not in (source / "site/reviews/child-r/index.html").read_text("utf-8")


def test_a_site_that_asks_without_weasyprint_is_told_what_to_install(tmp_path: Path) -> None:
    source = site_with_pdfs(tmp_path / "source")
    library = tmp_path / "broken"
    library.mkdir()
    (library / "weasyprint.py").write_text(BROKEN, "utf-8")
    path = os.pathsep.join(filter(None, (str(library), os.environ.get("PYTHONPATH", ""))))
    done = attempt(BUILD, source, PYTHONPATH=path)
    assert done.returncode == 1
    assert "Traceback" not in done.stdout
    assert 'pip install "learning-briefings[pdf]"' in done.stdout
    assert "apt install libpango-1.0-0 libpangoft2-1.0-0" in done.stdout
    assert "cannot load library" in done.stdout
    assert not (source / "site").exists()


def copied(source: Path, folder: Path, old: str, new: str) -> Path:
    """The built site with something else in the page of Child S."""
    site = Path(shutil.copytree(source / "site", folder / "site"))
    page = site / "reviews/child-s/index.html"
    html = page.read_text("utf-8")
    assert old in html
    page.write_text(html.replace(old, new), "utf-8")
    return site


def job(**fields: Any) -> PrintJob:
    side = Side("13", {}, "no such foot")
    return PrintJob("child-s", "reviews/child-s/index.html", "reviews/child-s/", "Test", side, **fields)


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("http://127.0.0.1:9/picture.png", id="another host"),
        pytest.param("file:///etc/hostname", id="a file of the machine"),
        pytest.param("../../../../mkdocs.yml", id="a file beside the site"),
        pytest.param(f"{ADDRESS}../mkdocs.yml", id="the same by its whole address"),
        pytest.param("%2e%2e/%2e%2e/%2e%2e/mkdocs.yml", id="the same in disguise"),
    ],
)
def test_printing_reads_nothing_but_the_built_site(source: Path, tmp_path: Path, address: str) -> None:
    site = copied(source, tmp_path, "<article", f'<img alt="x" src="{address}"><article')
    shutil.copy(source / "mkdocs.yml", tmp_path)
    (complaint,) = print_job(site, ADDRESS, job()).complaints
    assert "Failed to load image" in complaint


@pytest.mark.parametrize("address", ["https://fonts.example/own.css", "//fonts.example/own.css", f"{ADDRESS}own.css"])
def test_a_stylesheet_on_another_host_is_passed_over_and_one_of_the_site_is_read(
    source: Path, tmp_path: Path, address: str
) -> None:
    site = copied(source, tmp_path, "</head>", f'<link rel="stylesheet" href="{address}"></head>')
    (site / "own.css").write_text("p { color: red }", "utf-8")
    assert print_job(site, ADDRESS, job()).complaints == ()


@pytest.mark.parametrize("style", ["own.css", "own"])
def test_a_stylesheet_that_is_not_there_is_told_by_its_name(source: Path, tmp_path: Path, style: str) -> None:
    site = copied(source, tmp_path, "</head>", f'<link rel="stylesheet" href="../../{style}"></head>')
    (site / "own").mkdir()
    assert print_job(site, ADDRESS, job()).complaints == (f"There is no stylesheet {style}",)


def test_a_picture_that_stands_in_a_stylesheet_itself_is_printed(source: Path, tmp_path: Path) -> None:
    site = copied(source, tmp_path, "</head>", '<link rel="stylesheet" href="../../own.css"></head>')
    icon = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/%3E"
    (site / "own.css").write_text(f'h1 {{ background: url("{icon}") }}', "utf-8")
    assert print_job(site, ADDRESS, job()).complaints == ()


def test_a_site_whose_stylesheet_is_missing_is_told_in_one_line(tmp_path: Path) -> None:
    source = site_with_pdfs(tmp_path, f"site_url: {ADDRESS}\nextra_css: [own.css]\n")
    done = attempt(BUILD, source)
    assert "Traceback" not in done.stdout
    told = r"^WARNING -  reviews/child-\w/child-\w\.pdf: There is no stylesheet own\.css$"
    assert re.search(told, done.stdout, re.MULTILINE)


def test_a_page_of_the_sites_own_that_calls_itself_a_briefing_is_not_printed(tmp_path: Path) -> None:
    source = site_with_pdfs(tmp_path)
    (source / "content/leaflet.md").write_text("---\nkind: briefing\ntitle: Leaflet\n---\n\nOurs.\n", "utf-8")
    run(BUILD, source)
    assert sorted(path.name for path in source.glob("site/**/*.pdf")) == ["child-r.pdf", "child-s.pdf"]


def test_a_page_that_takes_two_sides_is_printed_again_with_less_on_it(tmp_path: Path) -> None:
    """The site has styles of its own, of which what was worked out knows nothing."""
    points = "".join(
        f"- Ask who has not been asked, and write it down. {{#q{number} .asking}}\n" for number in range(40)
    )
    text = review_file("Child S", point="Meet.").replace("## If you", f"{points}\n## If you")
    source = site_with_pdfs(tmp_path, f"site_url: {ADDRESS}\nextra_css: [own.css]\n")
    (source / "content/reviews/2020/child-s.md").write_text(text, "utf-8")
    (source / "content/own.css").write_text("@media print { .lb-body li { padding-bottom: 3mm } }", "utf-8")
    run(BUILD, source)
    pdf = pdf_of(source / "site")
    assert pdf.sides == 1
    kept = pdf.text.count("Askwhohasnot")
    assert kept > 5
    assert f"{40 - kept}moreat" in pdf.text


def test_the_tries_are_ever_narrower() -> None:
    assert list(ROOMS) == sorted(ROOMS, reverse=True)
