"""Reads a QR code's squares back into text, by the standard (ISO/IEC 18004): no camera, no correction of errors."""

from collections.abc import Callable, Iterator
from typing import Any, cast

from segno import consts

Rows = list[list[int]]
LEVELS = {0b01: "L", 0b00: "M", 0b11: "Q", 0b10: "H"}
FORMAT_MASK = 0b10101
"""The first five bits that the standard lays over those that name level and mask."""
MASKS: tuple[Callable[[int, int], int], ...] = (
    lambda i, j: (i + j) % 2,
    lambda i, _: i % 2,
    lambda _, j: j % 3,
    lambda i, j: (i + j) % 3,
    lambda i, j: (i // 2 + j // 3) % 2,
    lambda i, j: i * j % 2 + i * j % 3,
    lambda i, j: (i * j % 2 + i * j % 3) % 2,
    lambda i, j: ((i + j) % 2 + i * j % 3) % 2,
)
BYTES = 0b0100
"""The mode of text that is bytes; an address with small letters is always that."""
TIMING = 6
"""The row and the column that hold no data."""
NAMED = 7
"""From this version on, a code names its version."""
LONG_COUNTS = 10
"""From this version on, two bytes say how long the text is."""


def text_of(rows: Rows) -> str:
    """What a code says. ``rows`` are 1 where it is dark, without the white around it."""
    version = (len(rows) - 17) // 4
    level, mask = _format(rows)
    data = list(_data(list(_codewords(rows, version, mask)), version, level))
    bits = "".join(f"{word:08b}" for word in data)
    assert int(bits[:4], 2) == BYTES
    width = 16 if version >= LONG_COUNTS else 8
    length = int(bits[4 : 4 + width], 2)
    start = 4 + width
    return bytes(int(bits[at : at + 8], 2) for at in range(start, start + 8 * length, 8)).decode("utf-8")


def _format(rows: Rows) -> tuple[str, int]:
    bits = int("".join(map(str, rows[8][:5])), 2) ^ FORMAT_MASK
    return LEVELS[bits >> 3], bits & 0b111


def _codewords(rows: Rows, version: int, mask: int) -> Iterator[int]:
    """The bytes of a code, in the order in which they stand: two columns at a time, up and down, from the right."""
    size = len(rows)
    places = [place for place in _way(size) if not _is_pattern(*place, size, version)]
    bits = "".join(str(rows[i][j] ^ (MASKS[mask](i, j) == 0)) for i, j in places)
    return (int(bits[at : at + 8], 2) for at in range(0, len(bits) - 7, 8))


def _is_pattern(i: int, j: int, size: int, version: int) -> bool:
    """Whether a square helps the camera, or names level, mask or version, and so holds no data."""
    corner = (i < 9 and j < 9) or (i < 9 and j >= size - 8) or (i >= size - 8 and j < 9)
    named = version >= NAMED and ((i < 6 and j >= size - 11) or (j < 6 and i >= size - 11))
    return corner or named or TIMING in (i, j) or _is_alignment(i, j, size, version)


def _is_alignment(i: int, j: int, size: int, version: int) -> bool:
    if version == 1:
        return False
    middles = consts.ALIGNMENT_POS[version - 2]
    far = size - 7
    at_finders = {(TIMING, TIMING), (TIMING, far), (far, TIMING)}
    return any(
        abs(i - row) <= 2 and abs(j - column) <= 2
        for row in middles
        for column in middles
        if (row, column) not in at_finders
    )


def _way(size: int) -> Iterator[tuple[int, int]]:
    columns = [column for column in range(size - 1, -1, -1) if column != TIMING]
    for number, (right, left) in enumerate(zip(columns[::2], columns[1::2], strict=True)):
        for step in range(size):
            row = step if number % 2 else size - 1 - step
            yield from ((row, right), (row, left))


def _data(words: list[int], version: int, level: str) -> Iterator[int]:
    """The bytes that say something, put back from the blocks among which they were dealt out."""
    blocks = cast("dict[int, Any]", consts.ECC)[version][getattr(consts, f"ERROR_LEVEL_{level}")]
    sizes = [group.num_data for group in blocks for _ in range(group.num_blocks)]
    dealt: list[list[int]] = [[] for _ in sizes]
    rest = iter(words)
    for turn in range(max(sizes)):
        for block, size in zip(dealt, sizes, strict=True):
            if turn < size:
                block.append(next(rest))
    return (word for block in dealt for word in block)
