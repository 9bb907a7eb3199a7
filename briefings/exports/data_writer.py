"""Reviews, records, actions and themes -> what the JSON file says of each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from briefings.dates import PartialDate
from briefings.exports.export import Site
from briefings.exports.texts import Texts
from briefings.library import Library
from briefings.model import Action, OneThing, Plan, Record, Report, Review, Theme
from briefings.open_data import (
    ActionData,
    OneThingData,
    PlanData,
    ProgressData,
    RecordData,
    ReportData,
    ReviewData,
    SectionData,
    TextData,
    ThemeData,
)
from briefings.pages import addresses


@dataclass(frozen=True)
class DataWriter:
    """Writes what a library holds as open data, with addresses on a site."""

    library: Library
    site: Site

    @cached_property
    def texts(self) -> Texts:
        """Markdown whose links lead to the site, and plain text."""
        return Texts(self.library, self.site.address)

    def review(self, review: Review) -> ReviewData:
        """A review, without its records."""
        return ReviewData(
            id=review.id,
            address=self.site.address(addresses.review(review.id)),
            title=review.title,
            type=review.type.id,
            partnership=review.partnership.id,
            published=str(review.published),
            incident_year=review.incident or None,
            ages=tuple(age.id for age in review.ages),
            outcome=review.outcome.id if review.outcome else None,
            harms=tuple(harm.id for harm in review.harms),
            agencies=tuple(agency.id for agency in review.agencies),
            themes=review.themes,
            summary=review.summary,
            report=_report(review.report),
            sections=tuple(
                SectionData(
                    kind=prose.kind.partition("-")[0], heading=prose.heading, markdown=self.texts.markdown(prose.text)
                )
                for prose in review.prose
            ),
            questions=tuple(self.text(question) for question in review.questions),
        )

    def text(self, markdown: str) -> TextData:
        """An author's text, plain and as Markdown."""
        return TextData(text=self.texts.plain(markdown), markdown=self.texts.markdown(markdown))

    def record(self, record: Record) -> RecordData:
        """A record of any kind."""
        written = self.text(record.text)
        return RecordData(
            id=record.address if record.id else None,
            address=self.site.address(addresses.review(record.review), record.id),
            review=record.review,
            kind=str(record.kind),
            text=written.text,
            markdown=written.markdown,
            themes=record.themes,
            agencies=tuple(agency.id for agency in record.agencies),
            audiences=record.audiences,
            paragraph=record.paragraph or None,
            page=record.page or None,
        )

    def one_thing(self, one: OneThing) -> OneThingData:
        """A one thing; its id is where it stands on the page of its review."""
        written = self.text(one.text)
        return OneThingData(
            id=f"{one.review}#{one.anchor}",
            address=self.site.address(addresses.review(one.review), one.anchor),
            review=one.review,
            audience=one.audience or None,
            text=written.text,
            markdown=written.markdown,
            checks=tuple(self.text(check) for check in one.checks),
        )

    def action(self, action: Action) -> ActionData:
        """An action and what was reported of it."""
        return ActionData(
            id=action.address,
            address=self.site.address(addresses.action(action.review), action.id),
            review=action.review,
            plan=_plan(action.plan) if action.plan else None,
            text=action.text,
            answers=tuple(f"{action.review}#{id}" for id in action.answers),
            outcomes=action.outcomes,
            owners=tuple(owner.id for owner in action.owners),
            named=action.named or None,
            status=str(action.status) or None,
            stated=action.stated or None,
            starts=_date(action.starts),
            due=_date(action.due),
            completed=_date(action.finished),
            reason=action.reason or None,
            progress=tuple(
                ProgressData(
                    date=str(report.date), text=report.text, evidence=report.evidence or None, link=report.link or None
                )
                for report in action.progress
            ),
        )

    def theme(self, theme: Theme) -> ThemeData:
        """A theme; which reviews carry it stands with the reviews."""
        return ThemeData(
            id=theme.id,
            address=self.site.address(addresses.theme(theme.id)),
            title=theme.title,
            definition=theme.definition,
            aliases=theme.aliases,
            harm=theme.harm.id if theme.harm else None,
            broader=theme.broader or None,
            related=self.library.beside_theme.get(theme.id, ()),
            resources=tuple(resource.id for resource in theme.resources),
            practice=self.texts.markdown(theme.body) or None,
        )


def _report(report: Report) -> ReportData:
    return ReportData(
        title=report.title,
        publisher=report.publisher,
        url=report.url or None,
        pages=report.pages or None,
        available_until=_date(report.available_until),
        via=report.via or None,
        place=report.place or None,
    )


def _plan(plan: Plan) -> PlanData:
    return PlanData(id=plan.id, title=plan.title, agreed=_date(plan.agreed), place=plan.place or None)


def _date(date: PartialDate | None) -> str | None:
    return str(date) if date else None
