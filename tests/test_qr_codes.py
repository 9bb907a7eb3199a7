"""The reader that tests use for QR codes reads what another maker writes."""

import pytest
import segno

from tests.qr_codes import text_of

LONG = "https://learning.example.org/sheet/?p=" + ",".join(f"child-{number}.p1" for number in range(20))


@pytest.mark.parametrize("level", ["l", "m", "q", "h"])
@pytest.mark.parametrize("length", [12, 60, 160, len(LONG)])
def test_what_another_maker_writes_is_read(level: str, length: int) -> None:
    code = segno.make(LONG[:length], error=level, mode="byte", micro=False, boost_error=False)
    assert text_of([list(row) for row in code.matrix]) == LONG[:length]


def test_one_square_that_is_wrong_makes_another_text() -> None:
    rows = [list(row) for row in segno.make("a" * 30, mode="byte", micro=False).matrix]
    rows[-6][-1] ^= 1
    assert text_of(rows) != "a" * 30
