"""Library -> `data/library.json`, everything public in one file, and the schema that describes it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from briefings.data_schema import library_schema
from briefings.exports.data_writer import DataWriter
from briefings.exports.export import Export, Site
from briefings.library import Library
from briefings.model import Review
from briefings.open_data import (
    RIGHTS,
    VERSION,
    GroupedData,
    LibraryData,
    PartnershipData,
    ResourceData,
    SiteData,
    TermData,
)
from briefings.pages import addresses
from briefings.vocabulary import AgeBand, Harm, Partnership, Resource, ReviewType, Term

Entry = TypeVar("Entry", bound=Term)
Made = TypeVar("Made")


def library_files(library: Library, site: Site) -> Iterator[Export]:
    """The library as JSON, and its schema."""
    yield Export(addresses.LIBRARY_JSON, library_data(library, site).model_dump_json(indent=1, by_alias=True) + "\n")
    schema = library_schema(site.file(addresses.LIBRARY_SCHEMA))
    yield Export(addresses.LIBRARY_SCHEMA, json.dumps(schema, indent=1, ensure_ascii=False) + "\n")


def library_data(library: Library, site: Site) -> LibraryData:
    """The public library as its file says it. Of each controlled list only what something public uses."""
    writer, reviews, lists = DataWriter(library, site), library.reviews, library.vocabulary
    return LibraryData(
        schema_address=site.file(addresses.LIBRARY_SCHEMA),
        version=VERSION,
        site=SiteData(name=site.name, url=site.url or None),
        rights=RIGHTS,
        reviews=tuple(map(writer.review, reviews)),
        records=tuple(writer.record(record) for review in reviews for record in review.records),
        one_things=tuple(writer.one_thing(one) for review in reviews for one in review.one_things),
        actions=tuple(map(writer.action, library.actions)),
        themes=tuple(map(writer.theme, library.themes.values())),
        partnerships=_listed(lists.partnerships, (review.partnership for review in reviews), _partnership),
        review_types=_listed(lists.review_types, (review.type for review in reviews), _grouped),
        ages=_listed(lists.ages, (age for review in reviews for age in review.ages), _grouped),
        outcomes=_listed(lists.outcomes, (review.outcome for review in reviews if review.outcome), _term),
        harms=_listed(lists.harms, _harms(library), _grouped),
        agencies=_listed(lists.agencies, _agencies(library), _term),
        audiences=_listed(lists.audiences, (lists.audiences[id] for id in _audiences(reviews)), _term),
        resources=_listed(
            lists.resources, (tool for theme in library.themes.values() for tool in theme.resources), _resource
        ),
    )


def _listed(every: Mapping[str, Entry], used: Iterable[Entry], made: Callable[[Entry], Made]) -> tuple[Made, ...]:
    """The entries of a list that are used, in its own order."""
    found = {entry.id: entry for entry in used}
    return tuple(made(found[id]) for id in every if id in found)


def _harms(library: Library) -> Iterator[Harm]:
    for review in library.reviews:
        yield from review.harms
    yield from (theme.harm for theme in library.themes.values() if theme.harm)


def _agencies(library: Library) -> Iterator[Term]:
    for review in library.reviews:
        yield from review.agencies
        for record in review.records:
            yield from record.agencies
    for action in library.actions:
        yield from action.owners


def _audiences(reviews: Iterable[Review]) -> Iterator[str]:
    for review in reviews:
        yield from (audience for record in review.records for audience in record.audiences)
        yield from (one.audience for one in review.one_things if one.audience)


def _term(term: Term) -> TermData:
    return TermData(id=term.id, name=term.name, meaning=term.meaning or None)


def _grouped(term: ReviewType | AgeBand | Harm) -> GroupedData:
    return GroupedData(id=term.id, name=term.name, meaning=term.meaning or None, group=term.group)


def _partnership(term: Partnership) -> PartnershipData:
    return PartnershipData(
        id=term.id,
        name=term.name,
        meaning=term.meaning or None,
        short=term.short or None,
        region=term.region or None,
        nation=term.nation or None,
        site=term.site or None,
    )


def _resource(term: Resource) -> ResourceData:
    return ResourceData(id=term.id, name=term.name, meaning=term.meaning or None, url=term.url or None)
