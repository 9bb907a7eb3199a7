"""The public library as one JSON file: documented, held by its schema, and read by old and new readers."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from briefings.data_schema import PLACES, documented_fields, library_schema
from briefings.dates import PartialDate
from briefings.exports import Site, site_exports
from briefings.exports.library_json import library_data
from briefings.importing import read_library
from briefings.library import Library, followed_up
from briefings.loading import load
from briefings.model import Action, ActionStatus, OneThing, Plan, Progress, RecordKind
from briefings.open_data import VERSION, LibraryData
from briefings.pages import addresses, site_pages
from briefings.problems import ContentError
from briefings.source import Source
from tests.building import ROOT
from tests.libraries import LAW, library, numbered, numbers, record, review, theme, vocabulary
from tests.rendered import rendered

SITE = Site("The site", "https://site.example/reviews/")
FROZEN = ROOT / "tests/golden/library-1.0.json"
"""What the first version wrote. It never changes: that is what it is for."""

Json = dict[str, Any]


def written(found: Library, site: Site = SITE) -> Json:
    """What stands in the file."""
    (text,) = (export.content for export in site_exports(found, site) if export.uri == addresses.LIBRARY_JSON)
    data: Json = json.loads(text)
    return data


def with_actions(found: Library) -> Library:
    """The library with an action for its first review that answers its first record."""
    first = found.reviews[0]
    answered = next((record.id for record in first.records if record.id), "")
    action = Action(
        review=first.id,
        id="a1",
        path="actions/x.yml",
        text="Read every case again.",
        owners=(vocabulary().agencies["police"],),
        status=ActionStatus.EVIDENCED,
        plan=Plan("plan", "The plan", PartialDate(2022)),
        answers=(answered,) if answered else (),
        outcomes=("Know; and act.",),
        progress=(Progress(PartialDate(2022, 3), "Done.", "An audit", "https://audit.example/"),),
    )
    return followed_up(found, [action], [], date(2023, 1, 1))


# ── the schema ───────────────────────────────────────────────────────────────────────────────────────────────────────


@LAW
@given(numbers)
def test_the_schema_accepts_the_file_of_any_library(number: int) -> None:
    schema = library_schema("https://site.example/schema.json")
    Draft202012Validator.check_schema(schema)
    errors = Draft202012Validator(schema).iter_errors(written(with_actions(numbered(number))))
    assert [error.message for error in errors] == []


def test_the_schema_accepts_the_file_of_this_repository() -> None:
    validator = Draft202012Validator(library_schema(""))
    assert [error.message for error in validator.iter_errors(written(load(ROOT / "content").library))] == []


@pytest.mark.parametrize(
    ("what", "changed"),
    [
        ("a field that nobody knows", lambda data: data | {"more": 1}),
        ("a field of a review that nobody knows", lambda data: data["reviews"][0].update(more=1) or data),
        ("a field too few", lambda data: {name: value for name, value in data.items() if name != "themes"}),
        ("a number for a title", lambda data: data["reviews"][0].update(title=1) or data),
        ("a date in words", lambda data: data["reviews"][0].update(published="May 2021") or data),
        ("version 2", lambda data: data | {"version": "2.0"}),
    ],
)
def test_the_schema_refuses(what: str, changed: Callable[[Json], Json]) -> None:
    data = changed(written(library([review("a")])))
    assert not Draft202012Validator(library_schema("")).is_valid(data), what


def properties(shape: Any, place: str = "") -> Iterator[tuple[str, Json]]:
    """Every field of a schema, wherever it stands, with its place."""
    if isinstance(shape, dict):
        for name, about in shape.get("properties", {}).items():
            yield f"{place}/{name}", about
        for name, part in shape.items():
            yield from properties(part, f"{place}/{name}")


def test_no_field_of_the_json_is_undocumented() -> None:
    schema = library_schema("")
    fields = dict(properties(schema))
    assert len(fields) > 100
    assert [place for place, about in fields.items() if not about.get("description", "").endswith(".")] == []
    assert [name for name, shape in schema["$defs"].items() if not shape.get("description")] == []
    assert set(PLACES) == set(schema["$defs"])


def test_the_page_names_every_field_of_the_schema_with_what_it_is() -> None:
    (page,) = (page for page in site_pages(library(), "The site") if page.uri == addresses.DATA)
    shown = " ".join(rendered(page).texts["fields"].split())
    for _, _, fields in documented_fields():
        for name, about in fields:
            assert f"{name} {about.replace('`', '')}" in shown
    documented = sum(len(fields) for _, _, fields in documented_fields())
    assert documented == len(dict(properties(library_schema(""))))


def test_the_schema_names_where_it_is_published_and_the_file_names_the_schema() -> None:
    (text,) = (export.content for export in site_exports(library(), SITE) if export.uri == addresses.LIBRARY_SCHEMA)
    assert json.loads(text)["$id"] == "https://site.example/reviews/data/library.schema.json"
    assert written(library())["$schema"] == "https://site.example/reviews/data/library.schema.json"


# ── what stands in it ────────────────────────────────────────────────────────────────────────────────────────────────


def lists_of_ids(data: Json) -> dict[str, set[str]]:
    return {name: {each["id"] for each in found} for name, found in data.items() if isinstance(found, list)}


REFERENCES = {
    "reviews": {
        "type": "review_types",
        "partnership": "partnerships",
        "ages": "ages",
        "outcome": "outcomes",
        "harms": "harms",
        "agencies": "agencies",
        "themes": "themes",
    },
    "records": {"review": "reviews", "themes": "themes", "agencies": "agencies", "audiences": "audiences"},
    "one_things": {"review": "reviews", "audience": "audiences"},
    "actions": {"review": "reviews", "answers": "records", "owners": "agencies"},
    "themes": {"broader": "themes", "related": "themes", "resources": "resources", "harm": "harms"},
}
"""Each field that holds ids, and the list that they are of."""


@LAW
@given(numbers)
def test_every_id_in_the_file_is_the_id_of_something_in_it_and_nothing_unused_is_listed(number: int) -> None:
    data = written(with_actions(numbered(number)))
    known, used = lists_of_ids(data), {name: set[str]() for name in data}
    for name, fields in REFERENCES.items():
        for each in data[name]:
            for field, target in fields.items():
                ids = each[field] if isinstance(each[field], list) else [each[field]]
                used[target] |= {id for id in ids if id is not None}
    for name, ids in used.items():
        assert ids <= known.get(name, set()), name
    vocabularies = ("partnerships", "review_types", "ages", "outcomes", "harms", "agencies", "audiences", "resources")
    assert [name for name in vocabularies if used[name] != known[name]] == []


@LAW
@given(numbers)
def test_everything_public_is_in_the_file_once(number: int) -> None:
    found = numbered(number)
    data = written(found)
    assert [each["id"] for each in data["reviews"]] == [each.id for each in found.reviews]
    assert len(data["records"]) == sum(len(each.records) for each in found.reviews)
    ids = [each["id"] for each in data["records"] if each["id"]]
    assert sorted(ids) == sorted(found.record_at)
    assert len(data["one_things"]) == len({each["id"] for each in data["one_things"]})


@LAW
@given(numbers)
def test_no_syntax_of_ours_is_left_in_any_text(number: int) -> None:
    for each in (*written(numbered(number))["records"], *written(numbered(number))["one_things"]):
        assert "[[" not in each["markdown"].replace("\\[", "")
        assert "](reviews/" not in each["markdown"]


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://site.example/", "https://site.example/reviews/a/#p1"),
        ("https://site.example/below/", "https://site.example/below/reviews/a/#p1"),
        ("", "/reviews/a/#p1"),
    ],
)
def test_addresses_are_whole_where_the_site_says_where_it_is_and_else_count_from_its_root(
    url: str, address: str
) -> None:
    data = written(
        library([review("a", record("a", "p1", text="As [[b|said]]."), record("b", "p1")), review("b")]),
        Site("The site", url),
    )
    assert data["records"][0]["address"] == address
    assert data["records"][0]["markdown"] == f"As [said]({address.replace('/a/#p1', '/b/')})."
    assert data["site"] == {"name": "The site", "url": url or None}


def test_a_record_says_whose_it_is_in_plain_text_and_in_markdown() -> None:
    made = record("a", "r1", "asking", kind=RecordKind.RECOMMENDATION, text="Ask *again*,\nand listen.")
    (found,) = written(library([review("a", replace(made, paragraph="4.2"))]), SITE)["records"]
    assert found == {
        "id": "a#r1",
        "address": "https://site.example/reviews/reviews/a/#r1",
        "review": "a",
        "kind": "recommendations",
        "text": "Ask again, and listen.",
        "markdown": "Ask *again*,\nand listen.",
        "themes": ["asking"],
        "agencies": [],
        "audiences": [],
        "paragraph": "4.2",
        "page": None,
    }


def test_the_ids_of_one_things_are_their_places_on_the_page() -> None:
    ones = (OneThing("a", "", "Ask."), OneThing("a", "managers", "Back them."))
    found = written(library([review("a", one_things=ones)]))["one_things"]
    assert [one["id"] for one in found] == ["a#one-thing", "a#one-thing-managers"]


def test_a_harm_that_only_a_theme_is_about_is_listed() -> None:
    data = written(library([], [theme("neglect", harm=vocabulary().harms["neglect"])]))
    assert [harm["id"] for harm in data["harms"]] == ["neglect"]


# ── old readers and new ones ─────────────────────────────────────────────────────────────────────────────────────────


def reader_of_1_0(data: Json) -> dict[str, list[str]]:
    """A reader as somebody may have written it for version 1.0. Don't change it: change what it reads back."""
    if not data["version"].startswith("1."):
        raise ValueError(data["version"])
    places = {each["id"]: each["short"] or each["name"] for each in data["partnerships"]}
    types = {each["id"]: each["name"] for each in data["review_types"]}
    titles = {each["id"]: each["title"] for each in data["themes"]}
    shown = {}
    for each in data["reviews"]:
        lines = [f"{each['title']}, {places[each['partnership']]}, {each['published'][:4]} {each['address']}"]
        lines += [types[each["type"]], each["summary"], each["report"]["title"], each["report"]["publisher"]]
        lines += [section["heading"] + section["markdown"] for section in each["sections"]]
        for point in (point for point in data["records"] if point["review"] == each["id"]):
            lines.append(f"{point['id']} {point['kind']} {point['text']} {point['markdown']} {point['audiences']}")
            lines += [titles[id] for id in point["themes"]]
        lines += [one["text"] + str(one["audience"]) for one in data["one_things"] if one["review"] == each["id"]]
        lines += [
            f"{action['text']} {action['status']} {action['owners']} {action['due']} {action['answers']}"
            for action in data["actions"]
            if action["review"] == each["id"]
        ]
        shown[each["id"]] = lines
    return shown


def test_a_reader_of_version_1_0_reads_the_file_of_today() -> None:
    found = load(ROOT / "content").library
    shown = reader_of_1_0(written(found))
    assert list(shown) == [each.id for each in found.reviews]
    assert all(len(lines) > 5 for lines in shown.values())


def test_todays_reader_reads_the_file_of_version_1_0() -> None:
    text = FROZEN.read_text("utf-8")
    data = LibraryData.model_validate_json(text)
    assert data.model_dump(mode="json", by_alias=True, exclude_unset=True) == json.loads(text)
    kept = read_library(Source("library.json", text))
    assert [each.id for each in kept.reviews] == ["lantern-bay-kestrel", "lantern-bay-mr-harbour"]
    assert list(reader_of_1_0(json.loads(text))) == ["lantern-bay-kestrel", "lantern-bay-mr-harbour"]


def test_this_version_is_1_x_and_a_change_of_it_is_meant() -> None:
    assert VERSION == "1.0"


def test_a_later_1_x_with_fields_that_nobody_knows_is_read() -> None:
    data = json.loads(FROZEN.read_text("utf-8")) | {"version": "1.7", "podcasts": [{"id": "a"}]}
    for each in (*data["reviews"], *data["records"], *data["themes"], data["site"]):
        each["colour"] = {"of": ["a", "later", "time"]}
    assert len(read_library(Source("library.json", json.dumps(data))).reviews) == 2


@pytest.mark.parametrize("version", ["2.0", "0.9", "1", "1.x", "10.0", "1.0.0", ""])
def test_another_version_is_refused_and_the_error_says_what_to_do(version: str) -> None:
    data = json.loads(FROZEN.read_text("utf-8")) | {"version": version}
    with pytest.raises(ContentError) as caught:
        read_library(Source("library.json", json.dumps(data, indent=1)))
    (problem,) = caught.value.problems
    assert problem.code == "bad-external"
    assert problem.message == f"this is version `{version}` of the format, and only versions 1.x can be read"
    assert problem.hint == "update learning-briefings, then try again"
    assert problem.excerpt == f' "version": "{version}",'


def test_json_goes_round(tmp_path: Path) -> None:
    path = tmp_path / "library.json"
    data = library_data(with_actions(numbered(17)), SITE)
    path.write_text(data.model_dump_json(by_alias=True), "utf-8")
    assert LibraryData.model_validate_json(path.read_text("utf-8")) == data
