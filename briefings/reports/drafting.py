"""A report recognised -> the text of a draft review, with a mark at all that an author must decide or confirm."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from briefings.problems import plural
from briefings.reports.blocks import Block, Kind
from briefings.reports.facts import Facts
from briefings.reports.fields import TO_CONFIRM, front_matter
from briefings.reports.points import Point
from briefings.reports.recognising import Passage, Recognised
from briefings.reports.safe_markdown import inline, paragraph
from briefings.sections import KINDS, LETTER, OTHER, REQUIRED, SectionKind, kind_of
from briefings.vocabulary import Vocabulary

Suggest = Callable[[str], Sequence[str]]
PLACES = re.compile(r"[0-9A-Za-z][0-9A-Za-z .,;()–-]{0,39}")
OPENING = "The opening lines of the report"
UNRECOGNISED = "not recognised. Use what you need in your own words, then delete the rest"


def drafted(found: Recognised, facts: Facts, vocabulary: Vocabulary, suggest: Suggest) -> str:
    """The whole file."""
    sections = [
        *front_matter(facts, vocabulary),
        "",
        *(line for kind in KINDS for line in _section(kind, found, suggest)),
        *_rest([_without(passage, facts.said) for passage in found.rest]),
    ]
    return "\n".join(sections).rstrip("\n") + "\n"


def mark(text: str) -> str:
    """A mark in the body: a comment, which no reader sees and the checks tell."""
    return f"<!-- {TO_CONFIRM}: {text} -->"


def _section(kind: SectionKind, found: Recognised, suggest: Suggest) -> Iterator[str]:
    """One section of the review, if the report has anything for it or a review needs it."""
    passages = next((passages for known, passages in found.prose if known == kind), ())
    if kind is LETTER:
        for letter in found.letters:
            yield from _prose_section(
                letter.heading, (letter,), "a letter in the report's words. Retell it, and keep its voice"
            )
    elif kind.items == "records":
        yield from _records(kind, found.of(kind), suggest)
    elif passages:
        yield from _prose_section(
            kind.heading, passages, "the report's own words. Retell them in your own, and shorter"
        )
    elif kind.name in REQUIRED and not kind.audience:
        yield from (
            f"## {kind.heading}",
            "",
            f"<!-- nothing in the report was recognised as “{kind.heading}”: write it -->",
            "",
        )


def _prose_section(heading: str, passages: Sequence[Passage], task: str) -> Iterator[str]:
    blocks = [block for passage in passages for block in passage.blocks]
    yield from (f"## {_heading(heading)}", "", mark(f"{_where(blocks)}{task}"), "")
    for index, passage in enumerate(passages):
        if index and passage.blocks and passage.heading:
            yield from (f"### {_heading(passage.heading)}", "")
        yield from _text(passage.blocks)


def _records(kind: SectionKind, points: Sequence[Point], suggest: Suggest) -> Iterator[str]:
    if not points:
        return
    yield from (f"## {kind.heading}", "")
    noun = plural(len(points), "point")
    yield mark(f"{noun} in the report's words. Say each in your own, and check its themes: the words suggest them")
    if unplaced := sum(not (point.paragraph or point.page) for point in points):
        yield mark(f"{plural(unplaced, 'point')} below without a paragraph or page: add `para` or `page`")
    if plans := sum(point.from_plan for point in points):
        yield mark(f"{plural(plans, 'row')} of an action plan below: an action belongs in content/actions, not here")
    yield ""
    for number, point in enumerate(points, 1):
        yield from _record(point, f"{kind.prefix}{number}", suggest)
    yield ""


def _record(point: Point, id: str, suggest: Suggest) -> Iterator[str]:
    """A point as a list item, its attribute list on a line of its own."""
    yield paragraph(inline(point.text) or "…", "  ", "- ")
    for detail in filter(None, (inline(detail) for detail in point.details)):
        yield paragraph(detail, "      ", "    - ")
    if point.details:
        yield ""
    themes = [f".{theme}" for theme in suggest(" ".join([point.text, *point.details]))]
    place = (
        [f'para="{point.paragraph}"']
        if PLACES.fullmatch(point.paragraph)
        else [f'page="{point.page}"'] * bool(point.page)
    )
    yield f"  {{{' '.join([f'#{id}', *themes, *place])}}}"


def _without(passage: Passage, said: frozenset[str]) -> Passage:
    return replace(passage, blocks=tuple(block for block in passage.blocks if block.text not in said or block.cells))


def _rest(passages: Sequence[Passage]) -> Iterator[str]:
    """What was not recognised, in the order of the report, each main heading a section of its own."""
    group: list[Passage] = []
    for passage in passages:
        if group and passage.level <= 1:
            yield from _unrecognised(group)
            group = []
        group.append(passage)
    yield from _unrecognised(group)


def _unrecognised(passages: Sequence[Passage]) -> Iterator[str]:
    filled = [passage for passage in passages if passage.blocks]
    if not filled:
        return
    first = passages[0].heading if passages[0].level else OPENING
    blocks = [block for passage in filled for block in passage.blocks]
    yield from (f"## {_unknown(_heading(first))}", "", mark(f"{_where(blocks)}{UNRECOGNISED}"), "")
    for passage in filled:
        if passage is not passages[0]:
            yield from (f"### {_heading(passage.heading) or OPENING}", "")
        yield from _text(passage.blocks)


def _heading(text: str) -> str:
    return inline(text).strip(" #")


def _unknown(heading: str) -> str:
    """A heading that is not taken for one of our sections, because its text is not in the form of one."""
    heading = heading or OPENING
    return heading if kind_of(heading) is OTHER else f"{heading} (from the report)"


def _where(blocks: Sequence[Block]) -> str:
    """Which paragraphs or pages these blocks are: ``paragraphs 16 to 25; ``."""
    numbers = [block.number for block in blocks if block.kind is Kind.PARAGRAPH and block.number]
    pages = sorted({block.page for block in blocks if block.page})
    for noun, ends in (("paragraph", numbers), ("page", pages)):
        if ends:
            said = f"{noun} {ends[0]}" if ends[0] == ends[-1] else f"{noun}s {ends[0]} to {ends[-1]}"
            return f"{said}: "
    return ""


def _text(blocks: Sequence[Block]) -> Iterator[str]:
    """Blocks as Markdown. Lists stand together; everything else has an empty line after it."""
    for index, block in enumerate(blocks):
        after = blocks[index + 1] if index + 1 < len(blocks) else None
        if block.kind is Kind.ROW:
            yield from _row(block, is_first=not index or blocks[index - 1].kind is not Kind.ROW or bool(block.level))
        elif block.kind is Kind.ITEM:
            yield _item(block)
        elif text := inline(block.text, block.links):
            yield paragraph(text if not block.number else f"**{block.number}** {text}")
        if after is None or after.kind is not block.kind or block.kind is Kind.PARAGRAPH or _new(after):
            yield ""


def _new(block: Block) -> bool:
    return block.kind is Kind.ROW and bool(block.level)


def _item(block: Block) -> str:
    depth = "    " * min(block.level, 3)
    number = f"{inline(block.number)} " if block.number else ""
    return paragraph(f"{number}{inline(block.text, block.links)}" or "…", f"{depth}  ", f"{depth}- ")


def _row(block: Block, *, is_first: bool) -> Iterator[str]:
    cells = [" / ".join(inline(line).replace("|", "&#124;") for line in cell) for cell in block.cells]
    yield f"| {' | '.join(cells)} |"
    if is_first:
        yield f"|{' --- |' * len(cells)}"
