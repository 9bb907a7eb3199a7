"""Library -> learning points and actions as tables, for those who work in a spreadsheet: one row a record."""

from __future__ import annotations

from collections.abc import Iterator

from briefings.exports.csv_table import csv_file, listed
from briefings.exports.export import Export, Site
from briefings.exports.texts import Texts
from briefings.library import Library
from briefings.model import Action, Plan, Progress, Record, RecordKind, Review
from briefings.pages import addresses
from briefings.pages.action_cards import WORDS
from briefings.pages.page import place

OF_REVIEW = ("review", "title", "type", "partnership", "published")
LEARNING = ("id", "learning point", "audiences", "themes", "agencies", "place in the report", *OF_REVIEW, "address")
ACTIONS = (
    "id",
    "action",
    "owners",
    "named in the plan",
    "status",
    "starts",
    "due",
    "answers",
    "outcomes",
    "plan",
    "agreed",
    "reason",
    "last reported",
    "last report",
    "evidence",
    *OF_REVIEW,
    "address",
)
NO_PLAN = Plan("", "")


def spreadsheets(library: Library, site: Site) -> Iterator[Export]:
    """The two tables."""
    texts = Texts(library, site.address)
    learning = (_learning(library, site, texts, record) for record in library.records(RecordKind.LEARNING))
    yield Export(addresses.LEARNING_POINTS_CSV, csv_file(LEARNING, learning))
    yield Export(
        addresses.ACTIONS_CSV, csv_file(ACTIONS, (_action(library, site, action) for action in library.actions))
    )


def _learning(library: Library, site: Site, texts: Texts, record: Record) -> tuple[str, ...]:
    return (
        record.address,
        texts.plain(record.text),
        listed(library.vocabulary.audiences[id].name for id in record.audiences),
        listed(library.themes[id].title for id in record.themes),
        listed(agency.name for agency in record.agencies),
        place(record),
        *_review(library.review_of(record)),
        site.address(addresses.review(record.review), record.id),
    )


def _action(library: Library, site: Site, action: Action) -> tuple[str, ...]:
    plan = action.plan or NO_PLAN
    last = max(action.progress, key=lambda report: report.date, default=None)
    return (
        action.address,
        action.text,
        listed(owner.name for owner in action.owners),
        action.named,
        WORDS[action.status],
        str(action.starts or ""),
        str(action.due or ""),
        listed(f"{action.review}#{id}" for id in action.answers),
        listed(action.outcomes),
        plan.title,
        str(plan.agreed or ""),
        action.reason,
        *_last(last),
        *_review(library.by_id[action.review]),
        site.address(addresses.action(action.review), action.id),
    )


def _last(report: Progress | None) -> tuple[str, str, str]:
    return (str(report.date), report.text, report.evidence) if report else ("", "", "")


def _review(review: Review) -> tuple[str, ...]:
    return review.id, review.title, review.type.name, review.partnership.name, str(review.published)
