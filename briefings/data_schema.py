"""The JSON Schema of `data/library.json`, and its fields one by one: both from the models that write the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from briefings.open_data import LibraryData

DIALECT = "https://json-schema.org/draft/2020-12/schema"
PLACES = {
    "SiteData": "`site`",
    "ReviewData": "`reviews`",
    "ReportData": "`report` of a review",
    "SectionData": "`sections` of a review",
    "TextData": "`questions` of a review, `checks` of a one thing",
    "RecordData": "`records`",
    "OneThingData": "`one_things`",
    "ActionData": "`actions`",
    "PlanData": "`plan` of an action",
    "ProgressData": "`progress` of an action",
    "ThemeData": "`themes`",
    "PartnershipData": "`partnerships`",
    "GroupedData": "`review_types`, `ages`, `harms`",
    "TermData": "`outcomes`, `agencies`, `audiences`",
    "ResourceData": "`resources`",
}
"""Where each kind of thing stands in the file."""


class _Untitled(GenerateJsonSchema):
    """Makes no titles of the names of fields: they would say nothing more."""

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002 - pydantic's own signature
        return False


def library_schema(address: str) -> dict[str, Any]:
    """The JSON Schema of the file; ``address`` is where the schema itself is published."""
    made = LibraryData.model_json_schema(mode="serialization", schema_generator=_Untitled)
    return {"$schema": DIALECT, "$id": address, **made, "title": "A library of briefings on practice reviews"}


def documented_fields() -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    """Each kind of thing in the file: its name, what it is, and its fields with what each is, from the schema."""
    schema = library_schema("")
    yield "The file", schema["description"], _fields(schema)
    for name, place in PLACES.items():
        shape = schema["$defs"][name]
        yield place, shape["description"], _fields(shape)


def _fields(shape: dict[str, Any]) -> list[tuple[str, str]]:
    return [(name, about["description"]) for name, about in shape["properties"].items()]
