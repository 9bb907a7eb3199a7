"""Long lists of records and reviews: grouped by review, and split by year where one page would grow too long."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from briefings.markup import escaped
from briefings.model import Record, RecordKind, Review
from briefings.pages import addresses
from briefings.pages.page import Page, Writer, involved, items, line, paragraph, record_block, span, told
from briefings.problems import plural
from briefings.wording import dotted, inside, joined

MOST_ON_A_PAGE = 120
"""Records or reviews on one page: some 250 kB of HTML at most."""

NOUNS = {
    RecordKind.LEARNING: "point",
    RecordKind.STRENGTH: "example",
    RecordKind.FAMILY: "message",
    RecordKind.RECOMMENDATION: "recommendation",
}
"""What a reader calls a record of each kind that is listed away from its review."""


@dataclass(frozen=True, slots=True)
class Group:
    """A review and those of its records that a list shows (none where the list is of reviews)."""

    review: Review
    records: tuple[Record, ...] = ()

    @property
    def size(self) -> int:
        """How much of a page it takes."""
        return max(1, len(self.records))


@dataclass(frozen=True, slots=True)
class Part:
    """A further page of a long list: ``label`` ends its address (`2021`, `2021-2`), ``title`` names it."""

    label: str
    title: str
    groups: tuple[Group, ...]


def by_review(library_order: Iterable[Record], review_of: Callable[[Record], Review]) -> tuple[Group, ...]:
    """Records, already newest review first, gathered under their reviews."""
    return tuple(Group(review_of(records[0]), records) for records in _runs(library_order))


def _runs(records: Iterable[Record]) -> Iterator[tuple[Record, ...]]:
    for _, run in groupby(records, key=lambda record: record.review):
        yield tuple(run)


def newest(groups: Sequence[Group]) -> tuple[Group, ...]:
    """As many of the first groups as one page holds, and one at least."""
    return next(_filled(groups), ())


def parts(groups: Sequence[Group]) -> tuple[Part, ...]:
    """The list again, a page a year, where it is too long for one page; else nothing."""
    if len(newest(groups)) == len(groups):
        return ()
    return tuple(part for year, run in groupby(groups, key=_year) for part in _year_parts(year, tuple(run)))


def _year(group: Group) -> int:
    return group.review.published.year


def _year_parts(year: int, groups: tuple[Group, ...]) -> Iterator[Part]:
    for number, filled in enumerate(_filled(groups), 1):
        yield Part(
            f"{year}-{number}" if number > 1 else str(year),
            f"{year}, part {number}" if number > 1 else str(year),
            filled,
        )


def _filled(groups: Sequence[Group]) -> Iterator[tuple[Group, ...]]:
    """Runs of groups, each as much as one page holds. A review is never torn apart."""
    run: list[Group] = []
    for group in groups:
        if run and sum(member.size for member in run) + group.size > MOST_ON_A_PAGE:
            yield tuple(run)
            run = []
        run.append(group)
    if run:
        yield tuple(run)


def long_list(
    page: Page,
    writer: Writer,
    groups: Sequence[Group],
    show: Callable[[Writer, Sequence[Group]], None],
    below: str = "",
) -> list[Page]:
    """A page with the newest part of a list, and a page for each year where the list is longer.

    ``writer`` holds what stands above the list on the first page and ``below`` what follows it; ``show`` writes groups.
    """
    further = parts(groups)
    if groups:
        show(writer, newest(groups))
    else:
        writer.add("Nothing here yet.")
    if further:
        writer.heading("Everything, by year", "years", "years")
        writer.add(items(writer.link(part.title, addresses.part(page.uri, part.label)) for part in further))
    writer.add(below.strip())
    return [replace(page, markdown=writer.markdown()), *(_part_page(page, writer, part, show) for part in further)]


def _part_page(page: Page, writer: Writer, part: Part, show: Callable[[Writer, Sequence[Group]], None]) -> Page:
    uri = addresses.part(page.uri, part.label)
    own = replace(writer, uri=uri, blocks=[])
    own.add(own.link(f"Back to {page.title}", page.uri))
    show(own, part.groups)
    title = f"{page.title}, {part.title}"
    return Page(
        uri, page.kind, title, own.markdown(), page.kicker, "", f"{page.title}: what reviews of {part.title} taught."
    )


def show_points(writer: Writer, groups: Sequence[Group]) -> None:
    """Records under their reviews, each with its audience, themes and a link to its place."""
    title = "Review by review, newest first" if len(groups) > 1 else "From one review"
    writer.heading(title, "points", "points", *writer.subject.classes)
    show_groups(writer, groups)


def show_groups(writer: Writer, groups: Sequence[Group], list_: str = "review") -> None:
    """Each review with those of its records that a list shows. A second list on a page needs a name for its ids."""
    for group in groups:
        count = plural(len(group.records), NOUNS[group.records[0].kind])
        writer.add(
            writer.subheading(writer.review(group.review), place_of(group.review, list_)),
            paragraph(escaped(dotted(group.review.type.name, count)), "card-meta"),
        )
        writer.add(items(point(writer, record) for record in group.records))


def point(writer: Writer, record: Record) -> str:
    """One record away from its review: the text, for whom, its themes, its agencies and where it stands."""
    review = writer.library.review_of(record)
    where = writer.link("See it in its review", addresses.review(review.id), record.id, "from") if record.id else ""
    whom = "" if record.audiences == (writer.subject.audience,) else audience(writer, record)
    known = line(whom, writer.themes_of(record, counted=False), agencies(writer, record), where)
    return record_block(writer.text(record.text), known, told=told(record))


def agencies(writer: Writer, record: Record) -> str:
    """The agencies that a record names, unless it is the one that the page is about."""
    names = [agency.name for agency in record.agencies]
    said = [agency.id for agency in record.agencies] == [writer.subject.agency]
    return span(f"Above all for: {', '.join(names)}", "agencies") if names and not said else ""


def audience(writer: Writer, record: Record) -> str:
    """For whom a record is, with the class that gives it that audience's mark."""
    mark = record.audiences[0] if len(record.audiences) == 1 else "everyone"
    return span(for_whom(writer, record), "audience", mark)


def for_whom(writer: Writer, record: Record) -> str:
    """``For managers``; ``For everyone`` when it speaks to every audience."""
    audiences = writer.library.vocabulary.audiences
    if not record.audiences:
        return ""
    if set(record.audiences) >= set(audiences):
        return "For everyone"
    return f"For {joined(inside(audiences[id].name) for id in record.audiences)}"


def place_of(review: Review, list_: str = "review") -> str:
    """Where a review stands on a page that lists several, as an id."""
    return f"{list_}-{review.id}"


def review_card(writer: Writer, review: Review) -> str:
    """A review in a list: title and place, what and when, summary. There is more than one Child A."""
    link = writer.link(f"{review.title}, {review.partnership.place}", addresses.review(review.id))
    title = writer.subheading(link, place_of(review), "card-title")
    meta = dotted(writer.library.held.get(review.id, "").capitalize(), review.type.name, review.published.words)
    return "\n\n".join([title, paragraph(escaped(meta), "card-meta", involved(review)), escaped(review.summary)])
