"""What `briefings check` says that a library holds."""

from dataclasses import replace
from textwrap import dedent, indent

from hypothesis import given

from briefings.counting import table, totals
from briefings.model import OneThing, Prose, RecordKind
from tests.libraries import LAW, library, numbered, numbers, record, review, theme

EVERYONE = ("practitioners", "managers", "system")


def test_totals_have_a_line_for_each_kind_of_thing_and_say_one_and_many_rightly() -> None:
    letter = Prose("letter", "A letter to R", "Dear R.")
    made = review(
        "a",
        record("a", "p1", "t"),
        replace(record("a", "e1", "t"), audiences=EVERYONE),
        record("a", "s1", kind=RecordKind.STRENGTH),
        record("a", "f1", kind=RecordKind.FAMILY),
        record("a", "f2", kind=RecordKind.FAMILY),
        prose=(letter,),
    )
    found = library([made], [theme("silent")])
    expected = dedent(
        """\
          1 review published, 2 draft, 1 embargoed
          2 learning points (2 for practitioners, 1 for managers, 1 for system; one for everyone counts for each)
          0 recommendations
          1 example of good practice
          2 family messages
          0 key findings
          1 one thing
          1 letter
          2 themes, 1 of them taught by a review
          5 glossary entries"""
    )
    assert totals(found, {"draft": 2, "embargoed": 1}) == indent(expected, "  ")


def test_an_empty_library_is_counted_too() -> None:
    assert totals(library(), {}).startswith("  0 reviews published\n  0 learning points (0 for practitioners")


def test_the_table_counts_each_learning_point_once() -> None:
    made = review(
        "a-review",
        record("a-review", "p1"),
        replace(record("a-review", "m1"), audiences=("managers",)),
        replace(record("a-review", "e1"), audiences=EVERYONE),
        replace(record("a-review", "e2"), audiences=EVERYONE[:2]),
        record("a-review", "r1", kind=RecordKind.RECOMMENDATION),
        one_things=(OneThing("a-review", "", "Ask.", ("Who?", "When?")),),
    )
    head, row = table(library([made])).splitlines()
    assert head.split() == [
        *("review", "practitioners", "managers", "system", "everyone"),
        *("recommended", "worked", "well", "family", "findings", "checks"),
    ]
    assert row.split() == ["a-review", "1", "1", "0", "2", "1", "0", "0", "0", "2"]
    assert len(head) == len(row)


@LAW
@given(numbers)
def test_the_rows_of_the_table_add_up_to_the_totals(number: int) -> None:
    found = numbered(number)
    sums = [
        sum(column)
        for column in zip(*(map(int, line.split()[1:]) for line in table(found).splitlines()[1:]), strict=True)
    ]
    learning = sum(1 for _ in found.records(RecordKind.LEARNING))
    assert sum(sums[:4]) == learning
    assert f"\n  {learning} learning point" in totals(found, {})
