"""A digest's file becomes a digest, or its author is told what is wrong with it; one file more is one digest more."""

import sys
from pathlib import Path
from textwrap import dedent

import pytest
from pydantic import BaseModel

from briefings.bulletins import MOST_RECURRENT
from briefings.dates import PartialDate
from briefings.model import Digest
from briefings.pages import Page, site_pages
from briefings.pages.digests import MOST_CASES_IN_FULL
from briefings.problems import show
from briefings.schema import STATUSES, DigestFields, PeriodFields
from tests.builders import DIGEST_FIELDS, digest, front_matter, library_folder, loaded, points, review, theme
from tests.building import build, run
from tests.libraries import write_site

BRIEFINGS = [sys.executable, "-m", "briefings.cli"]
PLACES = """\
kent: {name: Kent Safeguarding Board, short: Kent, region: South East, nation: England}
surrey: {name: Surrey Safeguarding Board, short: Surrey, region: South East, nation: England}
leeds: {name: Leeds Safeguarding Board, short: Leeds, region: Yorkshire, nation: England}
london: {name: London Safeguarding Board, short: London, region: London, nation: England}
"""
USUAL: dict[str, str | bytes] = {"vocabulary/partnerships.yml": PLACES, "reviews/2021/child-a.md": review()}


def digests_of(folder: Path, files: dict[str, str | bytes]) -> tuple[Digest, ...]:
    """The public digests of a content folder in which nothing is wrong."""
    found = loaded(folder, USUAL | files)
    assert found.problems == ()
    return found.library.digests


def told(folder: Path, files: dict[str, str | bytes]) -> str:
    """What the author of a content folder is shown."""
    return "\n\n".join(show(problem) for problem in loaded(folder, USUAL | files).problems)


# ── what is read ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_front_matter_becomes_the_digest(tmp_path: Path) -> None:
    text = digest(
        "For *all* teams. See [[child-a]].\n",
        issue='"4"',
        home="kent",
        neighbours="[leeds, london]",
        themes="[early-help]",
        harms="neglect",
        agencies="police, gps",
        types="[scr, sar]",
        partnerships="[kent, leeds]",
        period="{from: 2021-01, to: 2021-12-24}",
        status="published",
    )
    met = review(harms="neglect", agencies="police")
    assert digests_of(tmp_path, {"reviews/2021/child-a.md": met, "digests/2021-12.md": text}) == (
        Digest(
            id="2021-12",
            path="digests/2021-12.md",
            title="The digest",
            published=PartialDate(2021, 12),
            first=PartialDate(2021, 1),
            last=PartialDate(2021, 12, 24),
            issue="4",
            home=loaded(tmp_path, USUAL).library.vocabulary.partnerships["kent"],
            region="South East",
            neighbours=("leeds", "london"),
            themes=("early-help",),
            harms=("neglect",),
            agencies=("police", "gps"),
            types=("scr", "sar"),
            partnerships=("kent", "leeds"),
            introduction="For *all* teams. See [[child-a]].",
        ),
    )


def test_a_digest_needs_a_title_a_date_and_a_period_and_is_shown_unless_it_says_otherwise(tmp_path: Path) -> None:
    (found,) = digests_of(tmp_path, {"digests/spring.md": digest()})
    assert (found.id, found.home, found.region, found.introduction) == ("spring", None, "", "")


@pytest.mark.parametrize(
    ("home", "partnership", "region"),
    [
        ("kent", "kent", "South East"),
        ("Kent", "kent", "South East"),
        ("South East", "", "South East"),
        ("south east", "", "South East"),
        ("london", "london", "London"),
        ("London", "", "London"),
        (None, "", ""),
    ],
)
def test_home_is_a_partnership_or_a_region_however_it_is_capitalised(
    tmp_path: Path, home: str | None, partnership: str, region: str
) -> None:
    (found,) = digests_of(tmp_path, {"digests/spring.md": digest(home=home)})
    assert (found.home.id if found.home else "", found.region) == (partnership, region)


def test_digests_stand_newest_first(tmp_path: Path) -> None:
    dates = {"a": "2021", "b": "2021-12", "c": "2021-12-01", "d": "2022", "e": "2021-12"}
    found = digests_of(tmp_path, {f"digests/{id}.md": digest(published=date) for id, date in dates.items()})
    assert [each.id for each in found] == ["d", "c", "e", "b", "a"]


# ── what is told ─────────────────────────────────────────────────────────────────────────────────────────────────────

MISTAKES = {
    "a home that is none": (
        digest(home="knet"),
        """\
        content/digests/spring.md:5:7: unknown-home: no partnership or region is called `knet`
            5 | home: knet
              |       ^
          hint: did you mean `kent`?""",
    ),
    "a home that is a region, misspelt": (
        digest(home="Sout East"),
        """\
        content/digests/spring.md:5:7: unknown-home: no partnership or region is called `Sout East`
            5 | home: Sout East
              |       ^
          hint: did you mean `South East`?""",
    ),
    "a period the wrong way round": (
        digest(period="{from: 2021-10, to: 2021-01}"),
        """\
        content/digests/spring.md:4:1: bad-period: the period ends (2021-01) before it begins (2021-10)
            4 | period: {from: 2021-10, to: 2021-01}
              | ^
          hint: write `{from: 2021-01, to: 2021-10}`""",
    ),
    "a period without its end": (
        digest(period="{from: 2021-01}"),
        """\
        content/digests/spring.md:4:1: missing-field: `period.to` is missing
            4 | period: {from: 2021-01}
              | ^
          hint: add a line `to: …` below `period:`""",
    ),
    "a period in words": (
        digest(period="2021"),
        """\
        content/digests/spring.md:4:9: wrong-shape: `period` should hold fields of its own
            4 | period: 2021
              |         ^
          hint: write `period: {from: …, to: …}`""",
    ),
    "a month that does not exist": (
        digest(period="{from: 2021-01, to: 2021-13}"),
        """\
        content/digests/spring.md:4:29: bad-date: there is no month 13
            4 | period: {from: 2021-01, to: 2021-13}
              |                             ^
          hint: write `2021`""",
    ),
    "a period in which nothing was published": (
        digest(period="{from: 2019, to: 2020}"),
        """\
        content/digests/spring.md:4:1: empty-digest: no published review is of this period
            4 | period: {from: 2019, to: 2020}
              | ^
          hint: the published reviews are of 2021-11""",
    ),
    "filters that nothing passes": (
        digest(harms="[modern-slavery]"),
        """\
        content/digests/spring.md:5:1: empty-digest: no published review passes the filters
            5 | harms: [modern-slavery]
              | ^
          hint: there are reviews of its period; take a filter out, or add ids to it""",
    ),
    "a neighbour that is none": (
        digest(neighbours="[kent, surey]"),
        """\
        content/digests/spring.md:5:20: unknown-partnership: no partnership is called `surey`
            5 | neighbours: [kent, surey]
              |                    ^
          hint: did you mean `surrey`?""",
    ),
    "a theme that is none": (
        digest(themes="[early-help, early-hlep]"),
        """\
        content/digests/spring.md:5:22: unknown-theme: no theme is called `early-hlep`
            5 | themes: [early-help, early-hlep]
              |                      ^
          hint: did you mean `early-help`?""",
    ),
    "a misspelt field": (
        digest(neighbors="[surrey]"),
        """\
        content/digests/spring.md:5:1: unknown-field: `neighbors` is not a field
            5 | neighbors: [surrey]
              | ^
          hint: did you mean `neighbours`?""",
    ),
    "a status that is none": (
        digest(status="ready"),
        """\
        content/digests/spring.md:5:9: unknown-status: `ready` is not a status
            5 | status: ready
              |         ^
          hint: use one of `draft`, `embargoed`, `published`, `withdrawn`""",
    ),
    "raw HTML in the introduction": (
        digest("<b>Read</b> this.\n"),
        """\
        content/digests/spring.md:7:1: raw-html: HTML has no place in a review
            7 | <b>Read</b> this.
              | ^
          hint: write it in Markdown; for the sign itself write `&lt;`""",
    ),
    "a link that leads nowhere": (
        digest("See [[chlid-a]].\n"),
        """\
        content/digests/spring.md:7:7: unknown-link: no review or theme is called `chlid-a`
            7 | See [[chlid-a]].
              |       ^
          hint: did you mean `child-a`?""",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_an_author_is_shown_the_mistake_and_its_cure(tmp_path: Path, mistake: str) -> None:
    text, expected = MISTAKES[mistake]
    assert told(tmp_path, {"digests/spring.md": text}) == dedent(expected)


UNKNOWN = [
    ("harms", "[negelct]", "unknown-harm"),
    ("agencies", "[plice]", "unknown-agency"),
    ("types", "[scrs]", "unknown-review-type"),
    ("partnerships", "[knet]", "unknown-partnership"),
    ("title", None, "missing-field"),
    ("published", None, "missing-field"),
    ("period", None, "missing-field"),
    ("published", "December", "bad-date"),
]


def with_field(name: str, value: str | None) -> str:
    fields: dict[str, str | None] = {name: value}
    return front_matter(DIGEST_FIELDS | fields)


@pytest.mark.parametrize(("field", "value", "code"), UNKNOWN)
def test_one_wrong_field_is_one_problem_with_a_hint(tmp_path: Path, field: str, value: str | None, code: str) -> None:
    found = loaded(tmp_path, USUAL | {"digests/spring.md": with_field(field, value)}).problems
    assert [(problem.code, bool(problem.hint)) for problem in found] == [(code, True)]


@pytest.mark.parametrize("name", ["Spring", "spring_2021", "index"])
def test_a_digests_file_name_is_its_id(tmp_path: Path, name: str) -> None:
    found = loaded(tmp_path, USUAL | {f"digests/{name}.md": digest()}).problems
    assert [problem.code for problem in found] == ["bad-id"]


def test_two_digests_of_one_name_are_told(tmp_path: Path) -> None:
    found = loaded(tmp_path, USUAL | {"digests/a/spring.md": digest(), "digests/b/spring.md": digest()}).problems
    message = "`spring` is the id of content/digests/a/spring.md already"
    assert [(problem.path, problem.code, problem.message) for problem in found] == [
        ("content/digests/b/spring.md", "repeated-review-id", message)
    ]


def test_a_digest_may_not_link_to_a_review_that_is_not_public(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"reviews/b.md": review(status="draft"), "digests/spring.md": digest("[[b]]\n")}
    assert [problem.code for problem in loaded(tmp_path, USUAL | files).problems] == ["link-to-unpublished"]


def test_an_unread_list_of_partnerships_makes_no_home_unknown(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"vocabulary/partnerships.yml": "kent: {", "digests/spring.md": digest(home="kent")}
    assert {problem.path for problem in loaded(tmp_path, USUAL | files).problems} == {
        "content/vocabulary/partnerships.yml"
    }


def test_a_library_without_reviews_is_no_fault_of_its_digests(tmp_path: Path) -> None:
    assert loaded(tmp_path, {"digests/spring.md": digest()}).problems == ()


# ── what is shown ────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("status", [status for status in STATUSES if status != "published"])
def test_a_digest_that_is_not_published_is_not_in_the_library(tmp_path: Path, status: str) -> None:
    assert digests_of(tmp_path, {"digests/spring.md": digest(status=status)}) == ()


def test_a_digest_that_is_not_published_is_in_no_file_of_a_built_site(tmp_path: Path) -> None:
    front = "---\ntitle: Zqxjv\npublished: 2021-12\nperiod: {from: 2021, to: 2021}\nhome: north\nstatus: "
    hidden = [status for status in STATUSES if status != "published"]
    source = write_site(
        tmp_path / "source",
        {
            "content/digests/seen.md": front.replace("Zqxjv", "Seen") + "published\n---\n\nHello.\n",
            **{f"content/digests/zqxjv-{status}.md": f"{front}{status}\n---\n\nZqxjv.\n" for status in hidden},
        },
    )
    build(source, tmp_path / "site")
    files = [path for path in (tmp_path / "site").rglob("*") if path.is_file()]
    assert [path for path in files if "zqxjv" in path.name or b"zqxjv" in path.read_bytes().lower()] == []
    assert (tmp_path / "site/digests/seen/index.html").exists()


def test_no_e_mail_is_written_of_a_digest_that_is_not_published(tmp_path: Path) -> None:
    write_site(tmp_path, {"content/digests/spring.md": digest(status="draft")})
    with pytest.raises(AssertionError, match="ended with 2:\nbriefings: no published digest is called `spring`"):
        run([*BRIEFINGS, "email", "spring", "--site-url", "https://example.org/"], tmp_path)
    assert not (tmp_path / "email").exists()


def pages_of(folder: Path, files: dict[str, str | bytes]) -> dict[str, Page]:
    found = loaded(folder, USUAL | files)
    assert found.problems == ()
    return {page.uri: page for page in site_pages(found.library, "The site")}


SECOND = {
    "over another period": ({"period": "{from: 2020, to: 2020}"}, ["child-b"]),
    "over a day": ({"period": "{from: 2021-11-05, to: 2021-11-05}"}, ["child-a"]),
    "over one theme": ({"period": "{from: 2019, to: 2021}", "themes": "[listening]"}, ["child-b"]),
    "over one place": ({"period": "{from: 2019, to: 2021}", "partnerships": "[leeds]"}, ["child-b"]),
}


@pytest.mark.parametrize("what", SECOND)
def test_one_file_more_is_one_digest_more(tmp_path: Path, what: str) -> None:
    fields, reviews = SECOND[what]
    files: dict[str, str | bytes] = {
        "digests/first.md": digest(title="The first", period="{from: 2020, to: 2021}"),
        "themes/listening.md": theme(title="Listening"),
        "reviews/2020/child-b.md": points("- Listen. {#p1 .listening}").replace(
            "partnership: kent\npublished: 2021-11", "partnership: leeds\npublished: 2020-02"
        ),
    }
    before = pages_of(tmp_path, files)
    after = pages_of(tmp_path, {**files, "digests/second.md": digest(title="The second", **fields)})
    assert set(after) - set(before) == {"digests/second.md"}
    assert after["digests/first.md"] == before["digests/first.md"]
    assert "[The first](first.md)" in after["digests/index.md"].markdown
    assert "[The second](second.md)" in after["digests/index.md"].markdown
    linked = [id for id in ("child-a", "child-b") if f"(../reviews/{id}.md" in after["digests/second.md"].markdown]
    assert linked == reviews


def test_an_older_site_without_the_folder_has_no_digest(tmp_path: Path) -> None:
    assert not (library_folder(tmp_path, USUAL) / "digests").exists()
    assert digests_of(tmp_path, {}) == ()
    assert "No digest has been made yet." in pages_of(tmp_path, {})["digests/index.md"].markdown


# ── the manual ───────────────────────────────────────────────────────────────────────────────────────────────────────

MANUAL = (Path(__file__).parent.parent / "docs/writing-a-review.md").read_text("utf-8").partition("## Digests\n")[2]


@pytest.mark.parametrize("name", [*DigestFields.model_fields, "from", "to"])
def test_each_field_of_a_digest_is_in_the_manual(name: str) -> None:
    assert f"`{name}`" in MANUAL


@pytest.mark.parametrize("fields", [DigestFields, PeriodFields])
def test_each_field_of_a_digest_is_described(fields: type[BaseModel]) -> None:
    assert [name for name, field in fields.model_fields.items() if not field.description] == []


def test_the_example_of_the_manual_is_a_digest(tmp_path: Path) -> None:
    example = MANUAL.partition("```markdown\n")[2].partition("\n```\n")[0]
    places = PLACES + "".join(f"{id}: {{name: {id}, region: North East}}\n" for id in ("darlington", "north-yorkshire"))
    files: dict[str, str | bytes] = {
        "vocabulary/partnerships.yml": places,
        "reviews/2021/child-a.md": review(published="2021-03"),
        "digests/2021-10.md": example.replace("status: draft", "status: published"),
    }
    assert [each.title for each in digests_of(tmp_path, files)] == ["Lessons from reviews published in 2021"]


def test_the_numbers_in_the_manual_are_those_of_the_code() -> None:
    assert f"a digest of more than {MOST_CASES_IN_FULL} reviews" in MANUAL
    assert f"are the {('no', 'one', 'two', 'three')[MOST_RECURRENT]} themes" in MANUAL
