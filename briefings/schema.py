"""What front matter may say, a documented field at a time. ``docs/writing-a-review.md`` follows it."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from briefings.dates import PartialDate, nearest_date
from briefings.fields import Ids, Text, Texts, WebAddress, not_empty, refusal
from briefings.levels import NAMES
from briefings.problems import did_you_mean

SUMMARY_WORDS = 60
DEFINITION_WORDS = 40
DRAFT, EMBARGOED, PUBLISHED, WITHDRAWN = STATUSES = ("draft", "embargoed", "published", "withdrawn")
ACTION_STATUSES = ("not-started", "in-progress", "done", "done-evidenced", "not-accepted", "superseded")


def _date(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return PartialDate.parse(value)
    except ValueError as error:
        raise refusal("bad-date", str(error), f"write `{nearest_date(value)}`") from error


def _day(value: Any) -> Any:
    if isinstance(value, PartialDate) and not value.day:
        raise refusal("bad-date", "this needs the day too", f"write it as `{value.year}-{value.month or 1:02}-01`")
    return value


def _year(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"(19|20)[0-9]{2}", value):
        hint = f"write `{found.group()}`" if (found := re.search(r"(19|20)[0-9]{2}", value)) else "write it as `2013`"
        raise refusal("bad-date", "this should be a year alone, never a date: a date can identify a child", hint)
    return value


def _count(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"[1-9][0-9]{0,4}", value):
        found = re.search(r"[1-9][0-9]{0,4}", value)
        hint = f"write digits only: `{found.group() if found else 40}`"
        raise refusal("bad-number", f"`{value}` is not a number of pages", hint)
    return value


def _status(value: Any) -> Any:
    if isinstance(value, str) and value not in STATUSES:
        raise refusal("unknown-status", f"`{value}` is not a status", did_you_mean(value, STATUSES))
    return value


def _action_status(value: Any) -> Any:
    if isinstance(value, str) and value and value not in ACTION_STATUSES:
        hint = did_you_mean(value, ACTION_STATUSES)
        if value == "overdue":
            hint = "write `in-progress` or `not-started`; what is overdue is worked out from `due`"
        raise refusal("unknown-status", f"`{value}` is not the status of an action", hint)
    return value


def _at_most(words: int) -> BeforeValidator:
    def check(value: Any) -> Any:
        if isinstance(value, str) and (count := len(value.split())) > words:
            message = f"this has {count} words; {words} are the most"
            raise refusal("too-many-words", message, "say the one or two things that matter most")
        return value

    return BeforeValidator(check)


def _level(value: Any) -> Any:
    if isinstance(value, str) and value and value not in NAMES:
        raise refusal("unknown-level", f"`{value}` is not a level", did_you_mean(value, NAMES))
    return value


def _email(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", value):
        raise refusal("bad-address", "this is not an e-mail address", "write it as `name@example.org`")
    return value


Email = Annotated[str, BeforeValidator(_email), BeforeValidator(not_empty)]
Year = Annotated[str, BeforeValidator(_year), BeforeValidator(not_empty)]
Count = Annotated[str, BeforeValidator(_count), BeforeValidator(not_empty)]
Date = Annotated[PartialDate, BeforeValidator(_date), BeforeValidator(not_empty)]
Day = Annotated[PartialDate, AfterValidator(_day), BeforeValidator(_date), BeforeValidator(not_empty)]
Status = Annotated[str, BeforeValidator(_status), BeforeValidator(not_empty)]
CheckLevel = Annotated[str, BeforeValidator(_level), BeforeValidator(not_empty)]
ActionStatus = Annotated[str, BeforeValidator(_action_status), BeforeValidator(not_empty)]


class _Fields(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, hide_input_in_errors=True)


class WaiverFields(_Fields):
    """One entry of ``waive:`` in front matter: a problem that its author looked at and lets stand."""

    code: Text = Field(description="The code of the problem.")
    at: Text | None = Field(
        None,
        description="Where: the id of a record, a field, or a section's heading. Leave out for the whole file.",
    )
    reason: Text = Field(description="Why it may stand: a sentence that whoever reviews the change can judge.")


Waive = tuple[WaiverFields, ...]
WAIVE = "Problems that may stand here, each with the reason: `[{code: …, at: p3, reason: …}]`."


class SourceFields(_Fields):
    """The report that a review summarises. Its copyright stays with its publisher, so we name it and link it."""

    title: Text = Field(description="The report's title, as printed on it.")
    publisher: Text = Field(description="Who published it, in full.")
    url: WebAddress | None = Field(None, description="Where it can be read. Leave it out when it is no longer there.")
    pages: Count | None = Field(None, description="How many pages it has.")
    available_until: Date | None = Field(None, description="When the publisher may take it down.")
    via: Text | None = Field(
        None, description="A digest or database through which its facts came to us, when we had no copy."
    )
    place: Text | None = Field(None, description="Where it stands there: a section or table of the digest.")


class WithdrawnFields(_Fields):
    """Why a review is no longer shown. This stands at its address; nothing else of it does."""

    on: Day = Field(description="The day on which it was withdrawn.")
    reason: Text | None = Field(None, description="What readers are told: one plain sentence that identifies nobody.")


class CorrectionFields(_Fields):
    """What was put right after publication."""

    on: Day = Field(description="The day of the correction.")
    text: Text = Field(description="What was wrong and is right now, in a sentence.")


class ReviewFields(_Fields):
    """The front matter of a review."""

    title: Text = Field(description="The name the review goes by: Child R.")
    type: Text = Field(description="The kind of review: an id of review-types.yml.")
    partnership: Text = Field(description="Who published it: an id of partnerships.yml.")
    published: Date = Field(description="When it was published, as exact as is known: YYYY, YYYY-MM or YYYY-MM-DD.")
    incident: Year | None = Field(None, description="The year of the incident, never a date.")
    ages: Ids = Field((), description="Age bands, ids of ages.yml; never a date of birth. Leave out when not stated.")
    outcome: Text | None = Field(None, description="What came of it: an id of outcomes.yml. Leave out when not stated.")
    harms: Ids = Field((), description="Kinds of harm: ids of harms.yml.")
    agencies: Ids = Field((), description="Who was involved: ids of agencies.yml. Leave out when not stated.")
    summary: Annotated[Text, _at_most(SUMMARY_WORDS)] = Field(
        description="One or two plain sentences, 60 words at most."
    )
    pseudonyms: Texts = Field((), description="Made-up names in the text besides the title's. They are shown nowhere.")
    source: SourceFields = Field(description="The report.")
    status: Status = Field(description="draft, embargoed, published or withdrawn. Only published is ever shown.")
    publish_on: Day | None = Field(
        None, description="The day from which an embargoed review is published. Without it, until somebody lifts it."
    )
    withdrawn: WithdrawnFields | None = Field(None, description="When and why it was withdrawn.")
    corrections: tuple[CorrectionFields, ...] = Field((), description="What was corrected since, the newest first.")
    formerly: Ids = Field((), description="Ids that it had before its file was renamed: those addresses lead to it.")
    waive: Waive = Field((), description=WAIVE)


class ThemeFields(_Fields):
    """The front matter of a theme."""

    title: Text = Field(description="The theme's name, as a heading.")
    definition: Annotated[Text, _at_most(DEFINITION_WORDS)] = Field(description="What it means, 40 words at most.")
    aliases: Texts = Field((), description="Synonyms, acronyms, and terms now avoided.")
    broader: Text | None = Field(None, description="The wider theme that it is part of.")
    related: Ids = Field((), description="Themes beside it. A relation runs both ways.")
    resources: Ids = Field((), description="Tools that help: ids of resources.yml.")
    harm: Text | None = Field(
        None, description="The harm that it is about: an id of harms.yml. Reviews that carry the theme show its `help`."
    )
    waive: Waive = Field((), description=WAIVE)


class PlanFields(_Fields):
    """An action plan: below ``plans:`` in a file of actions, by its id."""

    title: Text = Field(description="What the plan is called.")
    agreed: Date | None = Field(None, description="When it was agreed.")
    place: Text | None = Field(None, description="Where it stands in the report: Appendix 1.")


class ProgressFields(_Fields):
    """One report on how an action went."""

    date: Date = Field(description="When this was reported, as exact as is known.")
    text: Text = Field(description="What was reported, in plain text.")
    evidence: Text | None = Field(None, description="What shows it: an audit, figures, a changed form.")
    link: WebAddress | None = Field(None, description="Where the evidence can be read.")


class ActionFields(_Fields):
    """One action: below ``actions:``, by its id."""

    action: Text = Field(description="What is to be done, in plain text.")
    plan: Text | None = Field(None, description="The plan that it belongs to: an id of `plans`.")
    answers: Ids = Field((), description="The recommendations or learning points of the review that it answers: ids.")
    outcomes: Texts = Field((), description="What should be different because of it.")
    owner: Ids = Field(description="Who sees to it: ids of agencies.yml.")
    named: Text | None = Field(None, description="The owner as the plan names it, where that says more.")
    starts: Date | None = Field(None, description="When work begins, where the plan gives that instead of an end.")
    due: Date | None = Field(None, description="When it should be done. Leave out when not stated.")
    status: ActionStatus | None = Field(
        None,
        description="not-started, in-progress, done (awaiting evidence), done-evidenced, not-accepted or superseded. "
        "Leave out when not stated.",
    )
    completed: Date | None = Field(
        None, description="When it was done. Leave out when not stated: the newest report on it counts then."
    )
    stated: Text | None = Field(None, description="The status in the plan's own word: Complete.")
    reason: Text | None = Field(None, description="Why it was not accepted, or what took its place.")
    progress: tuple[ProgressFields, ...] = Field((), description="Reports on how it went, oldest first.")


class ContactFields(_Fields):
    """Whom readers can turn to; below ``contact:`` in site.yml."""

    name: Text = Field(description="The team or person who answers.")
    email: Email | None = Field(None, description="Where to write.")
    phone: Text | None = Field(None, description="Where to call.")
    page: WebAddress | None = Field(None, description="A page with more ways to get in touch.")


class LeaveFields(_Fields):
    """The way to leave quickly; below ``leave_quickly:`` in site.yml."""

    to: WebAddress = Field(description="Where it leads: a page that says nothing about the reader.")
    label: Text = Field("Leave quickly", description="What the button says.")


class PrivacyFields(_Fields):
    """What the search for private details should know; below ``privacy:`` in site.yml."""

    titles: Texts = Field((), description="Titles that come before a name, besides the usual ones: Canon.")
    roles: Texts = Field((), description="Roles that come before a name, besides the usual ones: youth mentor.")
    names: Texts = Field((), description="People who may be named, because what they did is public: Lord Laming.")


EMERGENCY = "If a life is in danger now, call 999."


class SiteFields(_Fields):
    """``content/site.yml``: what a site says of itself. Every field may be left out."""

    contact: ContactFields | None = Field(None, description="Whom readers can turn to.")
    leave_quickly: LeaveFields | None = Field(None, description="A button on every page that leaves the site at once.")
    emergency: Text = Field(EMERGENCY, description="What stands after every helpline: whom to call at once.")
    privacy: PrivacyFields | None = Field(None, description="What the search for private details should know.")
    searches: Texts = Field((), description="What people really ask, offered before anyone types: bruising in babies.")
    checks: dict[str, CheckLevel] = Field(
        default_factory=dict, description="How much a check matters here, by its code: error, warning, note or off."
    )


class PeriodFields(_Fields):
    """The months that a digest covers."""

    model_config = ConfigDict(validate_by_name=True, validate_by_alias=True)

    first: Date = Field(alias="from", description="The first year, month or day.")
    last: Date = Field(alias="to", description="The last one; it is part of the period.")


class DigestFields(_Fields):
    """The front matter of a digest: which reviews it takes from the library. Nothing of them is typed again."""

    title: Text = Field(description="The digest's name.")
    issue: Text | None = Field(None, description="Its number, if it has one.")
    published: Date = Field(description="When it comes out.")
    period: PeriodFields = Field(
        description="From when to when the reviews were published: `{from: 2021-01, to: 2021-10}`."
    )
    home: Text | None = Field(None, description="Whose digest it is: an id of partnerships.yml, or a region.")
    neighbours: Ids = Field((), description="Partnerships outside the region that count as regional all the same.")
    themes: Ids = Field((), description="Only reviews that carry one of these themes.")
    harms: Ids = Field((), description="Only reviews with one of these harms.")
    agencies: Ids = Field((), description="Only reviews in which one of these agencies was involved.")
    types: Ids = Field((), description="Only these kinds of review.")
    partnerships: Ids = Field((), description="Only reviews of these partnerships.")
    status: Status = Field("published", description="As a review's: a draft is not shown.")
    waive: Waive = Field((), description=WAIVE)
