"""Learning points and actions as CSV: a spreadsheet opens them well, runs nothing in them, and nothing is lost."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.dates import PartialDate
from briefings.exports import Site, site_exports
from briefings.exports.csv_table import csv_file, guarded, items_of, listed, rows_of, unguarded
from briefings.library import Library, followed_up
from briefings.model import Action, ActionStatus, Plan, Progress, RecordKind
from briefings.pages import addresses
from tests.libraries import LAW, library, numbered, numbers, record, review, theme, vocabulary

SITE = Site("The site", "https://site.example/")
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
CELLS = st.one_of(TEXT, st.sampled_from(["=1+1", "'=1", "''", "-", "+44", "@a", "\t=", '"', ",", ";", "a\r\nb", "\n"]))


def table(found: Library, uri: str) -> str:
    (text,) = (export.content for export in site_exports(found, SITE) if export.uri == uri)
    assert isinstance(text, str)
    return text


# ── the format ───────────────────────────────────────────────────────────────────────────────────────────────────────


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=5))
def test_a_table_goes_round(rows: list[tuple[str, str, str]]) -> None:
    header = ("one", "two", "three")
    assert rows_of(csv_file(header, rows)) == [dict(zip(header, row, strict=True)) for row in rows]


@given(CELLS)
def test_a_guarded_cell_goes_round_and_starts_no_formula(text: str) -> None:
    cell = guarded(text)
    assert unguarded(cell) == text
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


@given(st.lists(CELLS.filter(bool), max_size=4))
def test_a_list_goes_round(items: list[str]) -> None:
    assert items_of(listed(items)) == items


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+44 20", "'+44 20"),
        ("- a dash", "'- a dash"),
        ("@cmd", "'@cmd"),
        ("\tx", "'\tx"),
        ("＝1", "'＝1"),  # noqa: RUF001 - what East Asian spreadsheets read as =
        ("'quoted", "''quoted"),
        ("plain = text", "plain = text"),
        ("", ""),
    ],
)
def test_what_a_spreadsheet_could_run_has_an_apostrophe_in_front(text: str, cell: str) -> None:
    assert guarded(text) == cell


@pytest.mark.parametrize(
    ("items", "text"),
    [
        (["one", "two"], "one; two"),
        (["one; two", "three"], "one\\; two; three"),
        (["a\\b"], "a\\\\b"),
        ([], ""),
    ],
)
def test_a_list_is_one_text(items: list[str], text: str) -> None:
    assert listed(items) == text


def test_a_file_starts_with_a_byte_order_mark_and_its_lines_end_as_excel_wants() -> None:
    made = csv_file(("name",), [("Zoë",)]).encode()
    assert made == b"\xef\xbb\xbfname\r\nZo\xc3\xab\r\n"


# ── the files ────────────────────────────────────────────────────────────────────────────────────────────────────────


@LAW
@given(numbers)
def test_every_learning_point_of_any_library_is_one_row(number: int) -> None:
    found = numbered(number)
    rows = rows_of(table(found, addresses.LEARNING_POINTS_CSV))
    points = list(found.records(RecordKind.LEARNING))
    assert [row["id"] for row in rows] == [point.address for point in points]
    for row, point in zip(rows, points, strict=True):
        assert items_of(row["themes"]) == [found.themes[id].title for id in point.themes]
        assert row["address"] == f"https://site.example/reviews/{point.review}/#{point.id}"
        assert None not in row
        assert None not in row.values()


def test_a_learning_point_says_all_that_is_known_of_it() -> None:
    made = record("a", "p1", "asking", text="=Ask *twice*; then [read](https://guide.example/).")
    found = library([review("a", made)], [theme("asking", title="Asking; and listening")])
    (row,) = rows_of(table(found, addresses.LEARNING_POINTS_CSV))
    assert row == {
        "id": "a#p1",
        "learning point": "=Ask twice; then read (https://guide.example/).",
        "audiences": "Practitioners",
        "themes": "Asking\\; and listening",
        "agencies": "",
        "place in the report": "",
        "review": "a",
        "title": "A",
        "type": "Serious Case Review",
        "partnership": "Northshire Safeguarding Partnership",
        "published": "2021",
        "address": "https://site.example/reviews/a/#p1",
    }


def test_an_action_says_all_that_is_known_of_it_and_its_last_report() -> None:
    action = Action(
        review="a",
        id="a1",
        path="actions/a.yml",
        text="Read every case again.",
        owners=(vocabulary().agencies["police"], vocabulary().agencies["schools"]),
        status=ActionStatus.EVIDENCED,
        plan=Plan("plan", "The plan", PartialDate(2022)),
        answers=("r1", "p1"),
        outcomes=("Know; and act.", "Tell."),
        named="The chief",
        due=PartialDate(2022, 9),
        progress=(Progress(PartialDate(2022, 8), "Done.", "An audit"), Progress(PartialDate(2022, 3), "Begun.")),
    )
    found = followed_up(library([review("a")]), [action], [], date(2023, 1, 1))
    (row,) = rows_of(table(found, addresses.ACTIONS_CSV))
    assert items_of(row["outcomes"]) == ["Know; and act.", "Tell."]
    assert {name: value for name, value in row.items() if value and name != "outcomes"} == {
        "id": "a#a1",
        "action": "Read every case again.",
        "owners": "Police; Schools and colleges",
        "named in the plan": "The chief",
        "status": "Done (evidenced)",
        "due": "2022-09",
        "answers": "a#r1; a#p1",
        "plan": "The plan",
        "agreed": "2022",
        "last reported": "2022-08",
        "last report": "Done.",
        "evidence": "An audit",
        "review": "a",
        "title": "A",
        "type": "Serious Case Review",
        "partnership": "Northshire Safeguarding Partnership",
        "published": "2021",
        "address": "https://site.example/actions/a/#a1",
    }


def test_a_table_without_rows_has_its_header() -> None:
    for uri in (addresses.LEARNING_POINTS_CSV, addresses.ACTIONS_CSV):
        (header,) = csv.reader(io.StringIO(table(library(), uri).removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")))
        assert header[0] == "id"
