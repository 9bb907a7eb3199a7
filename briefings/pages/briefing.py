"""The one-page briefing of a review, with the whole review below it."""

from __future__ import annotations

from collections.abc import Iterator

from briefings import sections
from briefings.closeness import Closeness
from briefings.crosslinks import RelatedReview, related_reviews
from briefings.library import Library
from briefings.markup import escaped
from briefings.model import Record, RecordKind, Review
from briefings.one_side import ROOM
from briefings.pages import addresses
from briefings.pages.action_cards import show_actions
from briefings.pages.addresses import Root
from briefings.pages.close_points import show_close_points
from briefings.pages.content_notes import ANCHOR, HELP_HEADING, content_note, harms_of, help_for, show_help
from briefings.pages.for_the_team import show_one_things, show_questions
from briefings.pages.lists import agencies, audience
from briefings.pages.on_paper import Side, side
from briefings.pages.page import Page, Writer, items, line, outside, paragraph, place, record_block, told
from briefings.plain_text import as_set
from briefings.printed_parts import Around
from briefings.problems import plural
from briefings.sections import LEARNING, SectionKind
from briefings.wording import capital, dotted, inside, joined, sentence, unbroken

NUMBERED = ("learning", "recommendations")
MOST_REFERRING = 24
NOWHERE = Root()


def briefing(library: Library, review: Review, closeness: Closeness | None = None, root: Root = NOWHERE) -> Page:
    """The page of one review. ``closeness`` is the library's own, made once where many pages are written.

    ``root`` is where the site lives: its printed side leads there.
    """
    side = printed_side(library, review, root.url, folders=root.folders)
    writer = Writer(library, addresses.review(review.id), printed=side.limits)
    show_one_things(writer, review)
    harms = harms_of(library, review)
    helped = show_help(writer, harms)
    for kind in LEARNING:
        _records(writer, review, kind, review.learning_of(kind.audience))
    _records(writer, review, sections.STRENGTHS, review.of_kind(RecordKind.STRENGTH))
    _prose(writer, review, "today")
    show_questions(writer, review)
    _prose(writer, review, "links")
    _themes(writer, review)
    _same_lesson(writer, review)
    show_close_points(writer, review, closeness or Closeness(library))
    _source(writer, review)
    _corrections(writer, review)
    _whole_review(writer, review)
    return Page(
        uri=writer.uri,
        kind="briefing",
        title=review.title,
        markdown=writer.markdown(),
        kicker=_kicker(library, review),
        lead=review.summary,
        source_path=review.path,
        name=review.name,
        note=content_note("This briefing talks", harms),
        help=f"#{ANCHOR}" if helped else "",
        paper=side.size,
        foot=side.foot,
    )


def printed_side(library: Library, review: Review, url: str = "", room: float = ROOM, *, folders: bool = True) -> Side:
    """What is printed of a briefing, with as much left out as one side demands of which ``room`` may be filled."""
    help = as_set(help_for(library, harms_of(library, review)))
    heading = HELP_HEADING if help else ""
    around = Around(_kicker(library, review), heading, help, Root(url, folders).whole(addresses.review(review.id)))
    return side(library, review, around, room)


def _kicker(library: Library, review: Review) -> str:
    """Kind of review, place, date and age band, spelt out; what is not stated is left out."""
    ages = joined(band.name for band in review.ages)
    state = library.held.get(review.id, "").capitalize()
    return dotted(state, review.type.name, review.partnership.place, review.published.words, ages)


def _records(writer: Writer, review: Review, kind: SectionKind, records: tuple[Record, ...]) -> None:
    """A section of records in the author's order, each with its themes, place and permalink."""
    texts = review.prose_of(f"{kind.name}-{kind.prefix}")
    if records or texts:
        writer.heading(kind.heading, kind.anchor, *dict.fromkeys((kind.name, kind.anchor)))
        writer.add(*(writer.text(prose.text) for prose in texts))
        writer.add(items((_record(writer, record) for record in records), numbered=kind.name in NUMBERED))


def _record(writer: Writer, record: Record) -> str:
    whom = "" if _said_by_heading(writer, record) else audience(writer, record)
    parts = (
        whom,
        writer.themes_of(record, counted=record.kind is RecordKind.LEARNING),
        agencies(writer, record),
        _answered(writer, record),
        _place_and_link(writer, record),
    )
    return record_block(writer.text(record.text), line(*parts), record.id, told(record))


def _answered(writer: Writer, record: Record) -> str:
    """``What was done: 2 actions``, where an action answers the record."""
    actions = writer.library.actions_answering.get(record.address, ())
    text = f"What was done: {unbroken(plural(len(actions), 'action'))}"
    return writer.link(text, addresses.action(record.review), actions[0].id, "done") if actions else ""


def _place_and_link(writer: Writer, record: Record) -> str:
    """Where a record stands in the report, and the way to link to it here: they stay on one line."""
    link = writer.link("Link to this point", writer.uri, record.id, "permalink") if record.id else ""
    where = escaped(capital(unbroken(place(record))))
    return f"*{line(where, link)}*{{.place}}" if where else link


def _said_by_heading(writer: Writer, record: Record) -> bool:
    """Whether the heading that a learning point stands under names everybody whom it speaks to."""
    headings = [(kind.audience,) for kind in LEARNING if kind.audience]
    everyone = tuple(writer.library.vocabulary.audiences)
    return record.kind is RecordKind.LEARNING and record.audiences in (*headings, everyone)


def _prose(writer: Writer, review: Review, kind: str) -> None:
    """The text sections of one kind under their canonical heading; letters and unknown ones keep their own."""
    for number, prose in enumerate(review.prose_of(kind), 1):
        keeps = kind in ("letter", "other")
        heading = prose.heading if keeps else sections.BY_NAME[kind].heading
        writer.heading(heading, f"{kind}-{number}" if keeps and number > 1 else kind, kind)
        writer.add(writer.text(prose.text))


def _themes(writer: Writer, review: Review) -> None:
    if review.themes:
        writer.heading("Themes", "themes", "themes")
        found = (writer.library.themes[id] for id in review.themes)
        writer.add(items(writer.theme(theme, writer.theme_label(theme.id, counted=True)) for theme in found))


def _same_lesson(writer: Writer, review: Review) -> None:
    related = related_reviews(writer.library, review)
    referring = writer.library.referring_to.get(review.id, ())
    if related or referring:
        writer.heading("Where else the same lesson was taught", "same-lesson", "same-lesson")
        writer.add(items(_related(writer, other) for other in related))
    if referring:
        names = joined(writer.review(other) for other in referring[:MOST_REFERRING])
        newest = "newest of the " if len(referring) > MOST_REFERRING else ""
        writer.add(f"The {newest}reviews that refer to this one: {names}.")


def _related(writer: Writer, other: RelatedReview) -> str:
    """``Also about early help: 3 learning points; neglect: 1; supervision``."""
    reasons = []
    counted = False
    for shared in other.shared[:4]:
        name = writer.theme(shared.theme, inside(shared.theme.title))
        points = str(shared.points) if counted else unbroken(plural(shared.points, "learning point"))
        reasons.append(f"{name}: {points}" if shared.points else name)
        counted = counted or bool(shared.points)
    more = len(other.shared) - len(reasons)
    if more > 0:
        reasons.append(plural(more, "more theme"))
    return f"{writer.review(other.review)}\n\n{paragraph('Also about ' + '; '.join(reasons), 'reason')}"


def _source(writer: Writer, review: Review) -> None:
    report = review.report
    site = review.partnership.site if report.publisher == review.partnership.name else ""
    rows = [
        ("Report", outside(report.title, report.url)),
        ("Published by", outside(report.publisher, site)),
        ("Published", review.published.words),
        ("Kind of review", escaped(line(sentence(review.type.name), review.type.meaning))),
        ("Year of the incident", review.incident),
        ("Age", escaped(joined(band.name for band in review.ages))),
        ("What came of it", escaped(review.outcome.name) if review.outcome else ""),
        ("Harm", escaped(", ".join(harm.name for harm in review.harms))),
        ("Agencies involved", escaped(", ".join(agency.name for agency in review.agencies))),
        ("Pages", str(report.pages or "")),
        ("Read through", escaped(", ".join(part for part in (report.via, report.place) if part))),
        ("May be taken down after", report.available_until.words if report.available_until else ""),
        *_places(writer, review),
    ]
    writer.heading("Source", "source", "source")
    writer.add(items(f"**{label}**: {value}" for label, value in rows if value))
    writer.add("This briefing is our own summary. The copyright of the report stays with its publisher.")


def _corrections(writer: Writer, review: Review) -> None:
    """What was put right since it was published, the newest first."""
    if review.corrections:
        writer.heading("Corrections", "corrections", "corrections")
        newest = sorted(review.corrections, key=lambda correction: correction.on, reverse=True)
        writer.add(items(f"**{each.on.words}**: {escaped(sentence(each.text))}" for each in newest))


def _places(writer: Writer, review: Review) -> Iterator[tuple[str, str]]:
    """Where learning points and recommendations stand in the report, a section a row, by the numbers readers see."""
    listed = [(kind, review.learning_of(kind.audience)) for kind in LEARNING]
    for kind, records in (*listed, (sections.RECOMMENDATIONS, review.of_kind(RecordKind.RECOMMENDATION))):
        placed = [(number, record) for number, record in enumerate(records, 1) if place(record) and record.id]
        links = (
            f"{writer.link(str(number), writer.uri, record.id)}:\N{NO-BREAK SPACE}{unbroken(place(record))}"
            for number, record in placed
        )
        yield f"{kind.heading}, in the report", "; ".join(links)


def _whole_review(writer: Writer, review: Review) -> None:
    """Everything else that the review holds, below the briefing."""
    writer.heading("The whole review", "whole", "whole")
    writer.add("Everything above is the briefing. Below is the rest of what the review says, in our words.")
    _happened(writer, review)
    _records(writer, review, sections.FINDINGS, review.of_kind(RecordKind.FINDING))
    _records(writer, review, sections.RECOMMENDATIONS, review.of_kind(RecordKind.RECOMMENDATION))
    _done(writer, review)
    _records(writer, review, sections.FAMILY, review.of_kind(RecordKind.FAMILY))
    for kind in ("letter", "national", "impact", "other"):
        _prose(writer, review, kind)


def _done(writer: Writer, review: Review) -> None:
    """What was done about the review, in the order in which it asks for attention."""
    actions = writer.library.actions_of.get(review.id, ())
    if actions:
        writer.heading("What was done", "done", "actions")
        show_actions(writer, actions)
        writer.add(writer.link("The action plans, with the history of each action", addresses.action(review.id)))


def _happened(writer: Writer, review: Review) -> None:
    for prose in review.prose_of("happened"):
        writer.heading(sections.HAPPENED.heading, sections.HAPPENED.anchor, "happened-full")
        writer.add(writer.text(prose.text))
