"""`briefings import`: the draft that it writes, what it says, and what it refuses."""

from __future__ import annotations

import struct
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from briefings.cli import main
from briefings.loading import load
from briefings.problems import Level
from briefings.reports import NotImportedError, import_report
from briefings.reports.refusals import LARGEST_FILE, LARGEST_PART
from tests import word_files as word
from tests.reports import ONE, REPORTS, THREE, Report, as_docx, as_pdf

Printed = pytest.CaptureFixture[str]
PLACES = "northmoor: {name: Northmoor Safeguarding Children Partnership, short: Northmoor}\n"
THEME = "---\ntitle: Escalation\ndefinition: Asking again.\naliases: [challenge]\n---\n"
LEFT_TO_THE_AUTHOR = {"missing-field", "empty-section"}
"""The errors that a draft may have: what the report does not state, and what only an author can write."""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site of one partnership and one theme, and no review; the command is given there."""
    monkeypatch.chdir(tmp_path)
    for name, text in {"vocabulary/partnerships.yml": PLACES, "themes/escalation.md": THEME}.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True)
        path.write_text(text, "utf-8")
    return tmp_path


def kept(site: Path, body: str, name: str = "report.docx") -> Path:
    """A report of this body, beside the site's content."""
    path = site / name
    path.write_bytes(word.docx(body))
    return path


def draft_of(site: Path, body: str) -> str:
    """The draft that comes of a Word file with this body."""
    return import_report(kept(site, body), site / "content", "child-k").path.read_text("utf-8")


def test_a_small_report_becomes_a_draft(site: Path) -> None:
    body = (
        word.h("Serious Case Review: Child K", 0)
        + word.p("Northmoor Safeguarding Children Partnership")
        + word.p("Published: 5 November 2021")
        + word.h("Background")
        + word.p("Child K was hurt.")
        + word.h("Learning points")
        + word.bullets("Challenge early.")
        + word.h("Methodology")
        + word.p("Three meetings {of the panel}.")
    )
    made = import_report(kept(site, body), site / "content")
    assert made.path.relative_to(site / "content").as_posix() == "reviews/2021/northmoor-child-k.md"
    assert made.path.read_text("utf-8") == (
        """\
---
title: "Child K"   # to confirm: the name that the review goes by, and that names nobody
type: scr
partnership: northmoor
published: 2021-11-05
# What else the report may state: ages, outcome, harms, agencies, source.url. Their ids stand in the vocabulary.
# summary: one or two plain sentences, 60 words at most, in your own words.
source:
  title: "Serious Case Review: Child K"
  publisher: "Northmoor Safeguarding Children Partnership"
status: draft
---

## What happened

<!-- to confirm: the report's own words. Retell them in your own, and shorter -->

Child K was hurt.

## Learning for everyone

<!-- to confirm: 1 point in the report's words. Say each in your own, and check its themes: the words suggest them -->
<!-- to confirm: 1 point below without a paragraph or page: add `para` or `page` -->

- Challenge early.
  {#e1 .escalation}

## If you do one thing

<!-- nothing in the report was recognised as “If you do one thing”: write it -->

## Methodology

<!-- to confirm: not recognised. Use what you need in your own words, then delete the rest -->

Three meetings &#123;of the panel&#125;.
"""
    )


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.name)
@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_a_draft_has_no_errors_but_what_its_author_must_decide(site: Path, report: Report, form: str) -> None:
    if form == "pdf":
        for needed in ("weasyprint", "pdfplumber"):
            pytest.importorskip(needed)
    path = site / f"report.{form}"
    path.write_bytes(as_pdf(report) if form == "pdf" else as_docx(report, typed=True))
    made = import_report(path, site / "content")
    errors = {problem.code for problem in made.problems if problem.level is Level.ERROR}
    assert errors <= LEFT_TO_THE_AUTHOR
    assert made.path.is_file()


def test_a_draft_is_shown_nowhere_and_counted_as_a_draft(site: Path) -> None:
    import_report(kept(site, word.h("Child K", 0) + word.p("Text.")), site / "content")
    loaded = load(site / "content")
    assert (loaded.library.reviews, dict(loaded.withheld)) == ((), {"draft": 1})


def test_the_command_says_what_was_made_and_what_is_left_to_do(site: Path, capsys: Printed) -> None:
    (site / "report.docx").write_bytes(as_docx(THREE, typed=False))
    assert main(["import", "report.docx", "--year", "2023"]) == 0
    printed = capsys.readouterr()
    assert printed.out.startswith(
        "Made content/reviews/2023/northmoor-rowan.md: a draft with 8 learning points, 4 recommendations, 1 letter.\n"
    )
    assert "content/reviews/2023/northmoor-rowan.md:" in printed.err
    assert "missing-field: `summary` is missing" in printed.err


def test_the_report_itself_stays_where_it_is_and_nothing_else_is_written(site: Path) -> None:
    before = {path for path in site.rglob("*") if path.is_file()}
    made = import_report(kept(site, word.h("Child K", 0) + word.p("Text.")), site / "content")
    after = {path for path in site.rglob("*") if path.is_file()}
    assert after - before == {made.path, site / "report.docx"}


# ── what is stated, and what is not ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("title", "opening", "line"),
    [
        ("Serious Case Review: Child K", "", 'title: "Child K"'),
        ("Learning from the Serious Case Review for Child R", "", 'title: "Child R"'),
        ("Local Child Safeguarding Practice Review ‘Out of View’", "", 'title: "Out of View"'),
        ("Local Safeguarding Practice Review 'William' for Kent", "", 'title: "William"'),
        ("A report on the death of a baby", "", 'title: "A report on the death of a baby"'),
        ("Local Child Safeguarding Practice Review", "“Iris and Fern”", 'title: "Iris and Fern"'),
        ("Serious Case Review", "Child Q", 'title: "Child Q"'),
        ("Child K", "This is a Safeguarding Adults Review.", "type: sar"),
        ("Child K", "This LCSPR was commissioned after a Rapid Review.", "type: lcspr"),
        (
            "Child K",
            "A Rapid Review was held, then an LCSPR.",
            "# type: the report names more than one: rapid-review, lcspr.",
        ),
        ("Child K", "Nothing.", "# type: the report does not state it."),
        ("Child K", "Northmoor Safeguarding Children Partnership", "partnership: northmoor"),
        (
            "Child K",
            "for the Eastvale Safeguarding Adults Board",
            "# partnership: `Eastvale Safeguarding Adults Board` is not in",
        ),
        ("Child K", "Nothing.", "# partnership: the report does not state it."),
        ("Child K", "Published: November 2021", "published: 2021-11"),
        ("Child K", "Date of publication: 31 February 2021", "# published: the report does not state it."),
        ("Child K", "This report was published in 2021", "published: 2021"),
        ("Child K", "Working Together, published in 2018, says so.", "# published: the report does not state it."),
        ("Child K", "March 2023", "# published: the report does not state it. Its cover says March 2023."),
        ("Child K", "The child died in hospital in March 2019.", "incident: 2019"),
        ("Child K", "The child died in 2019. A brother had died in 2011.", "# What else"),
    ],
)
def test_only_what_is_stated_is_written(site: Path, title: str, opening: str, line: str) -> None:
    lines = draft_of(site, word.h(title, 0) + word.p(opening)).split("\n")
    assert any(written.startswith(line) for written in lines), lines[:14]


def test_the_incident_is_left_out_where_the_report_names_two_years(site: Path) -> None:
    draft = draft_of(site, word.h("Child K", 0) + word.p("A brother died in 2011. The child died in 2019."))
    assert "incident:" not in draft


# ── how points are written ───────────────────────────────────────────────────────────────────────────────────────────

RUN = "".join(
    word.numbered(
        f"The review was told about month {month}, and about what each service did in it, and why it did no more."
    )
    for month in range(1, 9)
)
BEFORE = (
    word.h("Child K", 0)
    + word.h("Story")
    + RUN
    + word.h("Analysis")
    + word.numbered("Nobody asked the child, and nobody wrote down why, in all of the months that the plan ran for.")
)


@pytest.mark.parametrize(
    ("body", "record"),
    [
        (word.p("Learning: Ask the child."), '- Ask the child.\n  {#e1 para="9"}'),
        (word.p("Ask the child.", label="Learning: "), '- Ask the child.\n  {#e1 para="9"}'),
        (word.p("Learning point (c): Ask the child."), '- Ask the child.\n  {#e1 para="9 (c)"}'),
        (word.p("Learning Point 3 – Ask the child."), '- Ask the child.\n  {#e1 para="9"}'),
        (word.p("Lesson 3. Ask the child."), '- Ask the child.\n  {#e1 para="9"}'),
        (word.p("Learning for managers: Ask the child."), '- Ask the child.\n  {#e1 para="9"}'),
        (word.h("Learning Point 3", 3) + word.p("Ask the child."), '- Ask the child.\n  {#e1 para="9"}'),
        (word.h("Learning: Ask the child.", 3), '- Ask the child.\n  {#e1 para="9"}'),
        (word.p("Learning:") + word.bullets("Ask the child."), '- Ask the child.\n  {#e1 para="9"}'),
        (word.p("Learning points", bold=True) + word.bullets("Ask the child."), '- Ask the child.\n  {#e1 para="9"}'),
        (word.table(["Learning point 4", "Ask the child."]), "- Ask the child.\n  {#e1"),
        (word.table(["Learning:\nAsk the child."]), "- Ask the child.\n  {#e1"),
        (word.p("Recommendation Three: Ask the child."), '- Ask the child.\n  {#r1 para="9"}'),
        (word.p("Recommendation 4") + word.p("Ask the child."), '- Ask the child.\n  {#r1 para="9"}'),
        (word.p("R4: Ask the child."), '- Ask the child.\n  {#r1 para="9"}'),
        (word.p("Recommendation for the ICB: Ask the child."), '- Ask the child.\n  {#r1 para="9"}'),
        (word.p("Ask the child.", list="recommendations"), '- Ask the child.\n  {#r1 para="9"}'),
        (
            word.p("Recommendation 1: Agencies should:") + word.bullets("ask", "tell"),
            '- Agencies should:\n    - ask\n    - tell\n\n  {#r1 para="9"}',
        ),
        (word.h("Recommendations") + word.numbered("Ask the child."), '- Ask the child.\n  {#r1 para="10"}'),
        (word.h("Recommendations") + word.p("Ask the child.", list="numbers"), "- Ask the child.\n  {#r1}"),
        (
            word.h("Recommendations") + word.table(["Recommendation", "Lead"], ["1. Ask the child.", "ICB"]),
            "- Ask the child.\n  {#r1}",
        ),
        (
            word.h("Action plan") + word.table(["No.", "Action", "Owner"], ["1", "Ask the child.", "ICB"]),
            "- Ask the child.\n  {#r1}",
        ),
        (word.h("Key learning") + word.h("Managers", 2) + word.bullets("Ask the child."), "- Ask the child.\n  {#m1}"),
        (word.h("Learning for practitioners") + word.p("Ask the child."), "- Ask the child.\n  {#p1}"),
        (word.h("Mother’s views") + word.bullets("Ask the child."), "- Ask the child.\n  {#f1}"),
        (word.h("Examples of good practice") + word.bullets("Ask the child."), "- Ask the child.\n  {#s1}"),
    ],
)
def test_a_point_is_found_in_each_way_that_reports_write_it(site: Path, body: str, record: str) -> None:
    assert record in draft_of(site, BEFORE + body)


@pytest.mark.parametrize(
    "words",
    [
        "Learning about their lives has been hard for all who took part.",
        "Recommendations were made by an earlier review.",
        "Lessons from other reviews: see the appendix.",
        "R2D2 was his best toy.",
    ],
)
def test_what_only_sounds_like_a_label_stays_where_it_is(site: Path, words: str) -> None:
    draft = draft_of(site, BEFORE + word.p(words))
    assert "{#" not in draft
    assert words in draft


def test_a_point_that_a_list_repeats_is_there_once_with_its_paragraph(site: Path) -> None:
    lesson = "Practitioners should ask every child of the family what a day at home is like."
    draft = draft_of(
        site, BEFORE + word.p(f"Learning: {lesson}") + word.h("Summary of learning points") + word.p(lesson)
    )
    assert draft.count("Practitioners should ask") == 1
    assert '{#e1 para="9"}' in draft


def test_two_points_that_are_nearly_the_same_are_both_kept(site: Path) -> None:
    lesson = "Learning: Each agency of the county should say within {} weeks who asked the child."
    draft = draft_of(site, BEFORE + word.p(lesson.format(2)) + word.p(lesson.format(9)))
    assert "within 2 weeks" in draft
    assert "within 9 weeks" in draft


def test_a_table_stays_whole_for_the_author(site: Path) -> None:
    draft = draft_of(site, BEFORE + word.h("Action plan") + word.table(["Action", "Owner"], ["Ask.", "ICB | GP"]))
    assert "| Action | Owner |\n| --- | --- |\n| Ask. | ICB &#124; GP |" in draft
    assert "1 row of an action plan below: an action belongs in content/actions, not here" in draft


def test_a_letter_is_found_by_how_it_starts(site: Path) -> None:
    draft = draft_of(
        site, BEFORE + word.h("Why this was written") + word.p("Dear Rowan, this is about you.") + word.p("Yours.")
    )
    assert "## A letter to Rowan\n" in draft
    assert "Dear Rowan, this is about you.\n\nYours." in draft


def test_a_page_is_the_place_where_paragraphs_have_no_numbers(site: Path) -> None:
    body = (
        word.h("Child K", 0)
        + word.page_break()
        + word.page_break()
        + word.h("Learning points")
        + word.bullets("Ask.", "Tell.")
    )
    assert '- Ask.\n  {#e1 page="3"}' in draft_of(site, body)


def test_what_a_reader_of_the_document_does_not_see_is_not_read(site: Path) -> None:
    unseen = (
        word.run("Seen. ")
        + word.run("HIDDEN", hidden=True)
        + "<w:del><w:r><w:delText>DELETED</w:delText></w:r></w:del>"
    )
    draft = draft_of(site, word.h("Child K", 0) + f"<w:p>{unseen}</w:p>" + word.p("Contents\t1", "TOC1"))
    assert "Seen." in draft
    assert not {"HIDDEN", "DELETED", "Contents"} & set(draft.split())


def test_a_link_stays_a_link(site: Path) -> None:
    path = site / "report.docx"
    body = word.h("Child K", 0) + word.h("Useful links") + word.link("The tools", "https://www.example.org/tools")
    path.write_bytes(word.docx(body, ["https://www.example.org/tools"]))
    draft = import_report(path, site / "content").path.read_text("utf-8")
    assert "[The tools](https://www.example.org/tools)" in draft


# ── refusals ─────────────────────────────────────────────────────────────────────────────────────────────────────────

ENTITIES = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><d>&b;</d>'


def bomb() -> bytes:
    """A Word file of some kilobytes that unpacks to more than we read."""
    return word.docx("", parts={"word/document.xml": " " * (LARGEST_PART + 1)})


def locked() -> bytes:
    """A Word file whose parts say that they are encrypted."""
    data = bytearray(word.docx(""))
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(sign)
        while start >= 0:
            struct.pack_into("<H", data, start + place, 1)
            start = data.find(sign, start + 4)
    return bytes(data)


def other_zip() -> bytes:
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("sheet.xml", "<a/>")
    return data.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("report.docx", b"", "this is not a Word file"),
        ("report.docx", b"Some text.", "this is not a Word file"),
        ("report.docx", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "or it has a password"),
        ("report.docx", word.docx("")[:-40], "this Word file is broken"),
        ("report.docx", word.docx("", parts={"word/document.xml": "<a><b></a>"}), "this Word file is broken"),
        (
            "report.docx",
            word.docx("", parts={"word/document.xml": "<a>" * 9999 + "</a>" * 9999}),
            "this Word file is broken",
        ),
        (
            "report.docx",
            word.docx("", parts={"word/document.xml": ENTITIES}),
            "a document type, which Word never writes",
        ),
        ("report.docx", locked(), "this Word file is broken"),
        ("report.docx", bomb(), "more than 16 MB of text"),
        ("report.docx", other_zip(), "this is not a Word file"),
        ("report.docx", word.docx(""), "there is no text in this file"),
        ("report.doc", b"text", "only Word (.docx) and PDF files can be imported"),
        ("report.odt", b"text", "only Word (.docx) and PDF files can be imported"),
        ("report.docx", b"\0" * (LARGEST_FILE + 1), "this file has more than 50 MB"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_one_sentence(
    site: Path, capsys: Printed, name: str, data: bytes, words: str
) -> None:
    (site / name).write_bytes(data)
    assert main(["import", name, "--id", "child-k"]) == 2
    printed = capsys.readouterr()
    assert printed.err.startswith("briefings: ")
    assert words in printed.err
    assert printed.err.count("\n") == 1
    assert not (site / "content/reviews").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nothing.docx"], "there is no file nothing.docx"),
        (["report.docx", "--content", "elsewhere"], "there is no folder elsewhere"),
        (["report.docx", "--id", "Child K"], "`Child K` cannot be an id; try --id child-k"),
        (["report.docx", "--id", "2021"], "`2021` cannot be an id; try --id 2021-review"),
        (["report.docx", "--year", "last year"], "`last year` is not a date"),
    ],
)
def test_a_command_that_cannot_be_followed_is_refused(
    site: Path, capsys: Printed, arguments: list[str], words: str
) -> None:
    kept(site, word.h("Child K", 0))
    assert main(["import", *arguments]) == 2
    assert words in capsys.readouterr().err


def test_a_report_without_a_title_needs_an_id(site: Path, capsys: Printed) -> None:
    kept(site, word.table(["a", "b"]))
    assert main(["import", "report.docx"]) == 2
    assert "say what to call the draft, with --id" in capsys.readouterr().err
    assert main(["import", "report.docx", "--id", "child-k"]) == 0


def test_nothing_is_written_over_wherever_the_review_lies(site: Path, capsys: Printed) -> None:
    there = site / "content/reviews/2019/child-k.md"
    there.parent.mkdir(parents=True)
    there.write_text("Mine.", "utf-8")
    kept(site, word.h("Child K", 0))
    assert main(["import", "report.docx", "--year", "2021"]) == 2
    assert "content/reviews/2019/child-k.md is there already" in capsys.readouterr().err
    assert there.read_text("utf-8") == "Mine."


def test_a_folder_that_cannot_be_written_to_is_told_and_holds_nothing(site: Path) -> None:
    (site / "content/reviews").write_text("A file in the way.", "utf-8")
    with pytest.raises(NotImportedError, match="cannot be written"):
        import_report(kept(site, word.h("Child K", 0)), site / "content", "child-k")


# ── PDFs ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_without_the_packages_for_pdfs_one_is_told_how_to_get_them(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefings.reports.drafts.find_spec", lambda _: None)
    (site / "report.pdf").write_bytes(b"%PDF-1.4")
    with pytest.raises(NotImportedError, match=r"run `pip install 'learning-briefings\[import\]'`"):
        import_report(site / "report.pdf", site / "content")


def scan() -> bytes:
    """A PDF of one page without any text."""
    pypdf = pytest.importorskip("pypdf")
    writer, data = pypdf.PdfWriter(), BytesIO()
    writer.add_blank_page(width=595, height=842)
    writer.write(data)
    return data.getvalue()


def locked_pdf() -> bytes:
    """A PDF that opens with a password only."""
    pypdf = pytest.importorskip("pypdf")
    writer, data = pypdf.PdfWriter(), BytesIO()
    writer.add_blank_page(width=595, height=842)
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(data)
    return data.getvalue()


def long_pdf() -> bytes:
    pypdf = pytest.importorskip("pypdf")
    writer, data = pypdf.PdfWriter(), BytesIO()
    for _ in range(301):
        writer.add_blank_page(width=595, height=842)
    writer.write(data)
    return data.getvalue()


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: b"", "this PDF is broken"),
        (lambda: b"%PDF-1.4 and no more", "this PDF is broken"),
        (lambda: scan()[:200], "this PDF is broken"),
        (scan, "this PDF is a scan"),
        (locked_pdf, "this PDF has a password"),
        (long_pdf, "more than 300 pages"),
    ],
    ids=["empty", "cut short", "half", "scan", "password", "long"],
)
def test_a_pdf_that_cannot_be_read_is_refused(site: Path, make: object, words: str) -> None:
    pytest.importorskip("pdfplumber")
    assert callable(make)
    (site / "report.pdf").write_bytes(make())
    with pytest.raises(NotImportedError, match=words):
        import_report(site / "report.pdf", site / "content", "child-k")
    assert not (site / "content/reviews").exists()


def test_the_same_report_gives_the_same_bytes(site: Path) -> None:
    (site / "report.docx").write_bytes(as_docx(ONE, typed=False))
    drafts = [import_report(site / "report.docx", site / "content", name).path.read_bytes() for name in ("one", "two")]
    assert drafts[0] == drafts[1]
