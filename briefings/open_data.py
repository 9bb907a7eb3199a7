"""What the public library says as one JSON file, a documented field at a time.

The same models write `data/library.json`, make its JSON Schema and the tables of the page `/data/`, and read the file
of another site. A later 1.x may add fields, each with a default, so that older files still fit; readers pass over
fields that they do not know. What would change the meaning of a field, or take one away, is version 2.
"""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from briefings.fields import refusal, web_address

VERSION = "1.0"
READABLE = re.compile(r"1\.[0-9]{1,4}")
"""The versions that this code reads."""
RIGHTS = (
    "Summaries by those who run this site. The copyright of each report stays with its publisher, who is named with it."
)


def _address(value: Any) -> Any:
    """An address of the web, or one below the site's root: `/reviews/x/`."""
    if isinstance(value, str) and re.match(r"/(?![/\\])", value) and not re.search(r"[\s<>\"\\]", value):
        return value
    if value == "":
        raise refusal("bad-address", "there is no address here", "write one that starts with `https://`")
    return web_address(value)


Address = Annotated[str, BeforeValidator(_address)]
Date = Annotated[str, Field(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")]
Id = Annotated[str, Field(min_length=1, max_length=200)]
Ids = tuple[Id, ...]
Plain = Annotated[str, Field(description="In plain words; the address of a link stands in brackets behind it.")]
Marked = Annotated[str, Field(description="The same as Markdown, with emphasis, lists and whole links.")]


class Data(BaseModel):
    """Something in the file. What is not known is null; a list may be empty."""

    model_config = ConfigDict(
        frozen=True,
        extra="ignore",
        hide_input_in_errors=True,
        validate_by_name=True,
        validate_by_alias=True,
        json_schema_serialization_defaults_required=True,
        json_schema_extra={"additionalProperties": False},
    )


class SiteData(Data):
    """The site that publishes the file."""

    name: str = Field(description="The site's name, to credit it by.")
    url: Address | None = Field(
        description="Where the site is, ending in a slash; null where the site does not say. All addresses in the file "
        "then start with a slash, and count from the site's root."
    )


class TextData(Data):
    """Something that an author wrote, in two forms."""

    text: Plain
    markdown: Marked


class SectionData(Data):
    """A section of a review that is prose."""

    kind: str = Field(
        description="What the section is: happened, today, letter, national, impact, links, or other; else the kind of "
        "records that it introduces."
    )
    heading: str = Field(description="Its heading, as the author wrote it.")
    markdown: str = Field(description="Its text, as Markdown.")


class ReportData(Data):
    """The report that a review's summary rests on. Its copyright stays with its publisher."""

    title: str = Field(description="The report's title.")
    publisher: str = Field(description="Who published it.")
    url: Address | None = Field(description="Where it can be read, if it still can.")
    pages: int | None = Field(description="How many pages it has.")
    available_until: Date | None = Field(description="When its publisher may take it down.")
    via: str | None = Field(description="A digest or database that the facts come from, where nobody saw the report.")
    place: str | None = Field(description="Where it stands there.")


class ReviewData(Data):
    """A published review. Its learning points and other records stand in `records`, by its id."""

    id: Id = Field(description="Its id, which never changes.")
    address: Address = Field(description="The page of its briefing.")
    title: str = Field(description="The name that the review goes by.")
    type: Id = Field(description="The kind of review: an id of `review_types`.")
    partnership: Id = Field(description="Who published it: an id of `partnerships`.")
    published: Date = Field(description="When, as exactly as is known: YYYY, YYYY-MM or YYYY-MM-DD.")
    incident_year: str | None = Field(description="The year of the incident.")
    ages: Ids = Field(description="Age bands of those it is about: ids of `ages`.")
    outcome: Id | None = Field(description="What came of the harm: an id of `outcomes`.")
    harms: Ids = Field(description="Kinds of harm, the main one first: ids of `harms`.")
    agencies: Ids = Field(description="Who was involved: ids of `agencies`.")
    themes: Ids = Field(description="The themes that its records carry, most carried first: ids of `themes`.")
    summary: str = Field(description="One or two plain sentences.")
    report: ReportData = Field(description="The report.")
    sections: tuple[SectionData, ...] = Field(description="The sections that are prose, in the author's order.")
    questions: tuple[TextData, ...] = Field(description="Questions for a team to discuss.")


class RecordData(Data):
    """A learning point, recommendation, strength, family message or key finding. Its rank is its place in the list."""

    id: Id | None = Field(description="`review-id#p1`, which never changes; null for a key finding that has none.")
    address: Address = Field(description="Where it stands on the page of its review.")
    review: Id = Field(description="The review that it is of: an id of `reviews`.")
    kind: str = Field(description="learning, recommendations, strengths, family or findings.")
    text: Plain
    markdown: Marked
    themes: Ids = Field(description="The lessons that it is about: ids of `themes`.")
    agencies: Ids = Field(description="The agencies that it names: ids of `agencies`.")
    audiences: Ids = Field(description="Whom it speaks to: ids of `audiences`.")
    paragraph: str | None = Field(description="The paragraph of the report that it is taken from.")
    page: str | None = Field(description="The page of the report that it is taken from.")


class OneThingData(Data):
    """The one action of a review, for everyone or for one audience."""

    id: Id = Field(description="`review-id#one-thing`, followed by the audience if it has one.")
    address: Address = Field(description="Where it stands on the page of its review.")
    review: Id = Field(description="The review that it is of: an id of `reviews`.")
    audience: Id | None = Field(description="Whom it speaks to: an id of `audiences`; null for everyone.")
    text: Plain
    markdown: Marked
    checks: tuple[TextData, ...] = Field(description="What to check, as questions.")


class PlanData(Data):
    """The action plan that an action belongs to."""

    id: Id = Field(description="Its id, unique within a review.")
    title: str = Field(description="What it is called.")
    agreed: Date | None = Field(description="When it was agreed.")
    place: str | None = Field(description="Where it stands in the report.")


class ProgressData(Data):
    """One report on how an action went."""

    date: Date = Field(description="When this was reported.")
    text: str = Field(description="What was reported.")
    evidence: str | None = Field(description="What shows it.")
    link: Address | None = Field(description="Where the evidence can be read.")


class ActionData(Data):
    """Something that was promised because of a review, and what came of it."""

    id: Id = Field(description="`review-id#a1`, which never changes.")
    address: Address = Field(description="Where it stands on the site.")
    review: Id = Field(description="The review that it follows: an id of `reviews`.")
    plan: PlanData | None = Field(description="The plan that it belongs to.")
    text: str = Field(description="What is to be done.")
    answers: Ids = Field(description="What it answers: ids of `records`.")
    outcomes: tuple[str, ...] = Field(description="What should be different because of it.")
    owners: Ids = Field(description="Who sees to it: ids of `agencies`.")
    named: str | None = Field(description="The owner as the plan names it.")
    status: str | None = Field(
        description="not-started, in-progress, done, done-evidenced, not-accepted or superseded; null where nobody "
        "reported it."
    )
    stated: str | None = Field(description="The status in the plan's own word, where that says more.")
    starts: Date | None = Field(description="When work begins.")
    due: Date | None = Field(description="When it should be done.")
    completed: Date | None = Field(None, description="When it was done, where that is stated.")
    reason: str | None = Field(description="Why it was not accepted, or what took its place.")
    progress: tuple[ProgressData, ...] = Field(description="Reports on how it went, oldest first.")


class ThemeData(Data):
    """A lesson that reviews share."""

    id: Id = Field(description="Its id, which never changes.")
    address: Address = Field(description="The theme's page.")
    title: str = Field(description="Its name.")
    definition: str = Field(description="What it means.")
    aliases: tuple[str, ...] = Field(description="Other words for it.")
    harm: Id | None = Field(description="The kind of harm that it is about, if it is about one: an id of `harms`.")
    broader: Id | None = Field(description="The wider theme that it is part of: an id of `themes`.")
    related: Ids = Field(description="Themes beside it: ids of `themes`.")
    resources: Ids = Field(description="Tools that help: ids of `resources`.")
    practice: str | None = Field(description="What good practice looks like, as Markdown.")


class TermData(Data):
    """An entry of a controlled list."""

    id: Id = Field(description="Its id.")
    name: str = Field(description="Its name.")
    meaning: str | None = Field(description="What it means, where the name does not say it.")


class GroupedData(TermData):
    """An entry of a controlled list that is of one group of people."""

    group: str = Field(description="Of whom it speaks: children, adults or everyone.")


class PartnershipData(TermData):
    """A partnership or other body that publishes reviews."""

    short: str | None = Field(description="The place, as said in a list.")
    region: str | None = Field(description="Its region.")
    nation: str | None = Field(description="Its nation.")
    site: Address | None = Field(description="Its own website.")


class ResourceData(TermData):
    """A tool or guide that themes point to."""

    url: Address | None = Field(description="Where it is.")


class LibraryData(Data):
    """A public library of briefings on practice reviews. Readers: pass over any field that you do not know."""

    schema_address: str | None = Field(
        default=None,
        validation_alias="$schema",
        serialization_alias="$schema",
        description="The JSON Schema of this file.",
    )
    version: str = Field(
        pattern=r"^1\.[0-9]+$",
        description="The version of this format. A later 1.x only adds fields; version 2 would change their meaning.",
    )
    site: SiteData = Field(description="The site that publishes it.")
    rights: str = Field(description="Whose work this is.")
    reviews: tuple[ReviewData, ...] = Field(description="Every published review, newest first.")
    records: tuple[RecordData, ...] = Field(description="Everything that reviews taught, by review, in order of rank.")
    one_things: tuple[OneThingData, ...] = Field(description="If you do one thing: the first action of each review.")
    actions: tuple[ActionData, ...] = Field(description="What was promised because of reviews, and what came of it.")
    themes: tuple[ThemeData, ...] = Field(description="The lessons that reviews share.")
    partnerships: tuple[PartnershipData, ...] = Field(description="Those who published the reviews above.")
    review_types: tuple[GroupedData, ...] = Field(description="The kinds of review that occur above.")
    ages: tuple[GroupedData, ...] = Field(description="The age bands that occur above, youngest first.")
    outcomes: tuple[TermData, ...] = Field(description="The outcomes that occur above.")
    harms: tuple[GroupedData, ...] = Field(description="The kinds of harm that occur above.")
    agencies: tuple[TermData, ...] = Field(description="The agencies that occur above.")
    audiences: tuple[TermData, ...] = Field(description="The audiences that occur above.")
    resources: tuple[ResourceData, ...] = Field(description="The tools that themes point to.")
