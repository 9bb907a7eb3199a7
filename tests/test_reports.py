"""How much of five reports is found, in Word and as PDF: every learning point and recommendation, in its paragraph."""

from __future__ import annotations

import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from briefings.reports.drafts import read_report
from briefings.reports.points import Point
from briefings.reports.recognising import recognised
from tests.reports import REPORTS, Expected, Report, as_docx, as_pdf

LEAST = 0.95
"""The share of the learning points and recommendations that must be found, each in its right paragraph."""


def word_numbers(report: Report) -> tuple[str, bytes]:
    return "report.docx", as_docx(report, typed=False)


def typed_numbers(report: Report) -> tuple[str, bytes]:
    return "report.docx", as_docx(report, typed=True)


def pdf(report: Report) -> tuple[str, bytes]:
    for needed in ("weasyprint", "pdfplumber"):
        pytest.importorskip(needed)
    return "report.pdf", as_pdf(report)


FORMATS = [word_numbers, typed_numbers, pdf]


def found_in(folder: Path, made: tuple[str, bytes]) -> tuple[Point, ...]:
    path = folder / made[0]
    path.write_bytes(made[1])
    return recognised(read_report(path)).points


def is_found(expected: Expected, points: tuple[Point, ...], pages: list[str]) -> bool:
    """Whether there is a point of this kind that begins so, in this paragraph; of a PDF, else on this page."""
    for point in points:
        kind = "-".join(filter(None, (point.kind.name, point.kind.audience)))
        if kind == expected.kind and point.text.startswith(expected.begins):
            right_page = not pages or expected.begins[:20] in pages[point.page - 1]
            return point.paragraph == expected.paragraph and right_page
    return False


def pages_of(name: str, data: bytes) -> list[str]:
    """The text of each page of a PDF, by another reader."""
    if not name.endswith(".pdf"):
        return []
    from pypdf import PdfReader  # noqa: PLC0415 - it is there only where PDFs are made

    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(data)).pages]


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.__name__)
def test_nearly_every_point_of_the_five_reports_is_found_in_its_paragraph(
    tmp_path: Path, form: Callable[[Report], tuple[str, bytes]]
) -> None:
    every = [expected for report in REPORTS for expected in report.expected]
    missed = []
    for report in REPORTS:
        made = form(report)
        points = found_in(tmp_path, made)
        pages = pages_of(*made)
        missed += [(report.name, expected) for expected in report.expected if not is_found(expected, points, pages)]
    share = 1 - len(missed) / len(every)
    sys.stdout.write("\n  ".join([f"{form.__name__}: {share:.1%} of {len(every)} found", *map(str, missed)]) + "\n")
    assert share >= LEAST, missed


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.__name__)
@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.name)
def test_nothing_is_taken_for_a_point_that_is_none_and_no_point_is_there_twice(
    tmp_path: Path, report: Report, form: Callable[[Report], tuple[str, bytes]]
) -> None:
    points = found_in(tmp_path, form(report))
    begins = [expected.begins for expected in report.expected]
    assert [point.text for point in points if not any(point.text.startswith(begin) for begin in begins)] == []
    assert len(points) == len(begins)
