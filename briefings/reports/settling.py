"""Blocks as a file gave them -> blocks that say what they are: numbers told from text, contents lists left out.

A paragraph's number and a list item's look alike. Those of a report run on through the whole of it; a list starts anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from briefings.reports.blocks import Block, Kind, one_line
from briefings.reports.labels import label_of

BULLETS = re.compile(r"[•◦▪●‣∙·○■□➢➤✓\uf0b7\uf0a7\uf0fc*–-]\s+(?=\S)")
DOTTED = re.compile(r"(\d{1,2}(?:\.\d{1,3}){1,3})\.?[\s\u00a0]+(?=\S)")
COUNTED = re.compile(r"(\d{1,3})(?:[.):]\s*[\s\u00a0](?=\S)|\t)")
LETTERED = re.compile(r"(\(?[a-z]\)|\(?(?:ix|iv|v?i{1,3}|v)\)|\(\d{1,2}\))[\s\u00a0]+(?=\S)")
CONTENTS_LINE = re.compile(r".{2,}?(?:\t\s*|\.{3,}\s*|(?:\s\.){3,}\s*|…+\s*)\d{1,3}")
CONTENTS_HEADING = re.compile(r"(?:table of )?contents(?: page)?", re.IGNORECASE)
LONGEST_LINE = 300
LONG = 20
"""Words of a paragraph that is running text, not a point of a list."""
SHORTEST_RUN, LONG_RUN = 8, 20
"""Numbers in a row that are those of paragraphs: the first is enough where they run on over a heading."""
LARGEST_GAP = 3
"""How far one number may lie above the last: a PDF may lose one."""
SHARE = 0.4
"""How much of the running text must be numbered for numbers to be those of paragraphs."""
MOST_WORDS_OF_HEADING = 9


def settled(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Blocks in which a paragraph that has a number is a paragraph of the report, and any other number is a list's."""
    marked = [_marked(block) for block in _without_contents(list(blocks))]
    numbered = _paragraphs(marked)
    return tuple(_placed(block, index in numbered, marked[index + 1 :][:1]) for index, block in enumerate(marked))


def _without_contents(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks without lists of contents: three lines or more that end in the number of a page."""
    lines = [len(block.text) < LONGEST_LINE and bool(CONTENTS_LINE.fullmatch(block.text)) for block in blocks]
    for index, block in enumerate(blocks):
        around = lines[max(0, index - 2) : index + 3]
        if lines[index] and sum(around) >= 3:
            continue
        if block.kind is Kind.HEADING and CONTENTS_HEADING.fullmatch(block.text.strip(" :")):
            continue
        yield replace(block, text=one_line(block.text)) if not COUNTED.match(block.text) else block


def _marked(block: Block) -> Block:
    """A block with what is typed before its text taken off: a bullet, a number, a letter."""
    if block.kind is Kind.HEADING:
        return replace(block, text=one_line(re.sub(r"^(?:\d{1,2}(?:\.\d{1,3})*\.?|[A-Z]\.)\s+(?=\S)", "", block.text)))
    if not block.is_text or block.number:
        return replace(block, text=one_line(block.text))
    if found := BULLETS.match(block.text):
        rest = one_line(block.text[found.end() :])
        return replace(block, kind=Kind.ITEM, text=rest)
    for pattern in (DOTTED, COUNTED, LETTERED):
        if found := pattern.match(block.text):
            sign = ")" if pattern is COUNTED and ")" in found.group() else ""
            rest = one_line(block.text[found.end() :])
            return replace(block, kind=Kind.ITEM, text=rest, number=found.group(1) + sign)
    return replace(block, text=one_line(block.text))


def _paragraphs(blocks: Sequence[Block]) -> set[int]:
    """Which blocks have the number of a paragraph of the report."""
    dotted = {index for index, block in enumerate(blocks) if re.fullmatch(r"\d+(?:\.\d+)+", block.number)}
    run = _longest_run(blocks)
    if len(dotted) >= max(5, len(run)):
        return dotted
    long = [index for index, block in enumerate(blocks) if block.is_text and len(block.text.split()) >= LONG]
    covered = sum(index in run for index in long)
    spans = any(block.kind is Kind.HEADING for block in blocks[min(run, default=0) : max(run, default=0)])
    runs_on = len(run) >= (SHORTEST_RUN if spans else LONG_RUN)
    return run if runs_on and covered >= SHARE * len(long) else set()


def _longest_run(blocks: Sequence[Block]) -> set[int]:
    """The longest chain of numbers that go up by one, or nearly, in the order of the text."""
    ends: dict[int, int] = {}
    before: dict[int, int] = {}
    length: dict[int, int] = {}
    for index, block in enumerate(blocks):
        if not block.number.isdigit() or not block.number.isascii():
            continue
        count = int(block.number)
        near = [ends[less] for less in range(count - LARGEST_GAP, count) if less in ends]
        last = max(near, key=lambda end: (length[end], end), default=None)
        length[index] = 1 + (length[last] if last is not None else 0)
        if last is not None:
            before[index] = last
        if count not in ends or length[index] >= length[ends[count]]:
            ends[count] = index
    if not length:
        return set()
    at: int | None = max(length, key=lambda index: (length[index], -index))
    run = set()
    while at is not None:
        run.add(at)
        at = before.get(at)
    return run


def _placed(block: Block, is_paragraph: bool, after: Sequence[Block]) -> Block:
    if is_paragraph and _is_heading(block, after):
        return Block(Kind.HEADING, block.text, 1 + block.number.count("."), "", block.page)
    if is_paragraph:
        return replace(block, kind=Kind.PARAGRAPH, level=0)
    return block


def _is_heading(block: Block, after: Sequence[Block]) -> bool:
    """Whether a few numbered words over text are a heading: ``4.1 Chronology exercise``."""
    few = len(block.text.split()) <= MOST_WORDS_OF_HEADING and not block.text.endswith((".", "?", "!", ":", ";"))
    return few and not label_of(block.text) and bool(after) and len(after[0].text) > len(block.text)
