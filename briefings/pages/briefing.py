"""The one-page briefing of a review, with the whole review below it."""

from __future__ import annotations

from collections.abc import Iterator

from briefings.crosslinks import RelatedReview, related_reviews
from briefings.library import Library
from briefings.markup import escaped
from briefings.model import Record, RecordKind, Review
from briefings.pages import addresses
from briefings.pages.lists import for_whom
from briefings.pages.page import Page, Writer, items, joined, line, paragraph, place, record_block, sentence, span
from briefings.problems import plural
from briefings.sections import KINDS

LEARNING = tuple(kind for kind in KINDS if kind.name == "learning")


def briefing(library: Library, review: Review) -> Page:
    """The page of one review."""
    writer = Writer(library, addresses.review(review.id))
    writer.add(paragraph(escaped(_facts(review)), "facts"), *(_help(review)))
    _one_thing(writer, review)
    for kind in LEARNING:
        _records(
            writer, review, _learning(review, kind.audience), kind.heading, kind.audience or "everyone", "learning"
        )
    _records(writer, review, review.of_kind(RecordKind.STRENGTH), "What worked well", "strengths")
    _prose(writer, review, "today")
    _questions(writer, review)
    _prose(writer, review, "links")
    _themes(writer, review)
    _same_lesson(writer, review)
    _source(writer, review)
    _whole_review(writer, review)
    return Page(
        uri=writer.uri,
        kind="briefing",
        title=review.title,
        markdown=writer.markdown(),
        kicker=f"{review.type.name} · {review.partnership.place} · {review.published.words}",
        lead=review.summary,
        source_path=review.path,
    )


def _facts(review: Review) -> str:
    """Age band, outcome and harms, spelt out; what is not stated is left out."""
    ages = joined(band.name for band in review.ages)
    outcome = review.outcome.name if review.outcome else ""
    return " · ".join(part for part in (ages, outcome, ", ".join(harm.name for harm in review.harms)) if part)


def _help(review: Review) -> Iterator[str]:
    for harm in review.harms:
        if harm.help:
            yield paragraph(escaped(harm.help), "help")


def _one_thing(writer: Writer, review: Review) -> None:
    for one in review.one_things:
        audience = writer.library.vocabulary.audiences.get(one.audience)
        title = f"If you do one thing: {audience.name.lower()}" if audience else "If you do one thing"
        writer.heading(title, f"one-thing-{one.audience}" if one.audience else "one-thing", "one-thing")
        writer.add(writer.text(one.text), items(writer.text(check) for check in one.checks))


def _learning(review: Review, audience: str) -> tuple[Record, ...]:
    """The learning points of one section: those of one audience, or those that speak to several."""
    found = review.of_kind(RecordKind.LEARNING)
    wanted = (audience,) if audience else ()
    return tuple(record for record in found if (record.audiences == wanted if audience else len(record.audiences) != 1))


def _records(writer: Writer, review: Review, records: tuple[Record, ...], title: str, id: str, *classes: str) -> None:
    """A section of records in the author's order, each with its themes, place and permalink."""
    kind = classes[0] if classes else id
    texts = review.prose_of(f"{kind}-{_prefix(title)}")
    if records or texts:
        writer.heading(title, id, *dict.fromkeys((*classes, id)))
        writer.add(*(writer.text(prose.text) for prose in texts))
        writer.add(
            items((_record(writer, record) for record in records), numbered=kind in ("learning", "recommendations"))
        )


def _prefix(title: str) -> str:
    return next((kind.prefix for kind in KINDS if kind.heading == title), "")


def _record(writer: Writer, record: Record) -> str:
    whom = for_whom(writer, record) if record.kind is not RecordKind.LEARNING else ""
    agencies = f"Most for: {joined(agency.name for agency in record.agencies)}" if record.agencies else ""
    link = writer.link("Link to this point", writer.uri, record.id, "permalink") if record.id else ""
    parts = (
        span(whom, "audience"),
        writer.themes_of(record),
        span(agencies, "agencies"),
        span(place(record), "place"),
        link,
    )
    return record_block(writer.text(record.text), line(*parts), record.id)


def _prose(writer: Writer, review: Review, kind: str) -> None:
    """The text sections of one kind under their canonical heading; letters and unknown ones keep their own."""
    canonical = next((known.heading for known in KINDS if known.name == kind), "")
    for number, prose in enumerate(review.prose_of(kind), 1):
        keeps = kind in ("letter", "other")
        writer.heading(
            prose.heading if keeps else canonical, f"{kind}-{number}" if keeps and number > 1 else kind, kind
        )
        writer.add(writer.text(prose.text))


def _questions(writer: Writer, review: Review) -> None:
    texts = review.prose_of("questions-")
    if review.questions or texts:
        writer.heading("Questions for your team", "questions", "questions")
        writer.add(*(writer.text(prose.text) for prose in texts))
        writer.add(items(writer.text(question) for question in review.questions))


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
        names = joined(writer.review(other) for other in referring)
        writer.add(f"Reviews that refer to this one: {names}.")


def _related(writer: Writer, other: RelatedReview) -> str:
    """``also about early help: 3 learning points, and neglect: 1``."""
    reasons = []
    for shared in other.shared[:4]:
        title = shared.theme.title
        name = writer.theme(shared.theme, title[0].lower() + title[1:])
        reasons.append(f"{name}: {plural(shared.points, 'learning point')}" if shared.points else name)
    more = len(other.shared) - len(reasons)
    if more > 0:
        reasons.append(plural(more, "more theme"))
    return f"{writer.review(other.review)}\n\n{paragraph('also about ' + '; '.join(reasons), 'reason')}"


def _source(writer: Writer, review: Review) -> None:
    report = review.report
    site = review.partnership.site if report.publisher == review.partnership.name else ""
    publisher = escaped(report.publisher)
    rows = [
        ("Report", f"[{escaped(report.title)}]({report.url})" if report.url else escaped(report.title)),
        ("Published by", f"[{publisher}]({site})" if site else publisher),
        ("Published", review.published.words),
        ("Kind of review", escaped(line(sentence(review.type.name), review.type.meaning))),
        ("Year of the incident", review.incident),
        ("Age", escaped(joined(band.name for band in review.ages))),
        ("What came of it", escaped(review.outcome.name) if review.outcome else ""),
        ("Harm", escaped(", ".join(harm.name for harm in review.harms))),
        ("Agencies involved", escaped(joined(agency.name for agency in review.agencies))),
        ("Pages", str(report.pages or "")),
        ("Read through", escaped(report.via)),
        ("May be taken down after", report.available_until.words if report.available_until else ""),
        ("Where each point stands", _places(writer, review)),
    ]
    writer.heading("Source", "source", "source")
    writer.add(items(f"**{label}**: {value}" for label, value in rows if value))
    writer.add("This briefing is our own summary. The copyright of the report stays with its publisher.")


def _places(writer: Writer, review: Review) -> str:
    """Each learning point and recommendation with its place in the report."""
    placed = [record for record in review.records if place(record) and record.kind in PLACED]
    return ", ".join(f"{writer.link(_number(record), writer.uri, record.id)} {place(record)}" for record in placed)


PLACED = (RecordKind.LEARNING, RecordKind.RECOMMENDATION)


def _number(record: Record) -> str:
    """A record's id, as it is said in the source box: ``p1``."""
    return record.id


def _whole_review(writer: Writer, review: Review) -> None:
    """Everything else that the review holds, below the briefing."""
    writer.heading("The whole review", "whole", "whole")
    writer.add("Everything above is the briefing. Below is the rest of what the review says, in our words.")
    _happened(writer, review)
    _records(writer, review, review.of_kind(RecordKind.FINDING), "Key findings", "findings")
    _records(writer, review, review.of_kind(RecordKind.RECOMMENDATION), "Recommendations", "recommendations")
    _records(writer, review, review.of_kind(RecordKind.FAMILY), "What the family told us", "family")
    for kind in ("letter", "national", "impact", "other"):
        _prose(writer, review, kind)


def _happened(writer: Writer, review: Review) -> None:
    for prose in review.prose_of("happened"):
        writer.heading("What happened", "happened", "happened-full")
        writer.add(writer.text(prose.text))
