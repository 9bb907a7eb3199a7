"""Private details are found, told with their place, and never shown."""

import re
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.loading import load
from briefings.privacy import Finding, Known, Mask, details, details_of_name
from briefings.privacy.ages import ages_in_days, places_and_ages
from briefings.privacy.dates import full_dates
from briefings.privacy.finding import TOLD
from briefings.privacy.homes import street_addresses, wards
from briefings.privacy.names import names
from briefings.privacy.numbers import emails, is_nhs_number, nhs_numbers, phones, postcodes
from briefings.privacy.stretches import ADDRESS, around, flat
from briefings.problems import LEVELS, Level, report
from tests.builders import BODY, happened, loaded, review
from tests.privacy_passages import PARTS, Figures, Passage, figures, known, passages, unmarked

RULES = (
    full_dates,
    nhs_numbers,
    phones,
    postcodes,
    emails,
    street_addresses,
    names,
    ages_in_days,
    wards,
    places_and_ages,
)
EVERY = [passage for part in PARTS for passage in passages(part)]
PLANTED = [passage for passage in EVERY if passage.planted]
CONTENT = Path(__file__).parent.parent / "content"
STORY = Known().in_story("Child R")


def codes(text: str, known: Known = STORY) -> list[str]:
    return [finding.code.removeprefix("privacy-") for finding in details(text, known)]


# ── how well it finds them ───────────────────────────────────────────────────────────────────────────────────────────

MEASURED = {
    "first": Figures(planted=75, found=75, innocent=51, alarmed=0),
    "fresh": Figures(planted=39, found=35, innocent=30, alarmed=2),
}


@pytest.mark.parametrize("part", PARTS)
def test_what_was_measured_still_holds(part: str) -> None:
    assert figures(passages(part)) == MEASURED[part]


def test_of_all_that_is_planted_95_in_100_are_found_and_5_in_100_innocent_passages_alarm_at_most() -> None:
    of_all = figures(EVERY)
    assert len(EVERY) >= 150
    assert of_all.found / of_all.planted >= 0.95
    assert of_all.alarmed / of_all.innocent <= 0.05


def test_the_docs_tell_the_figures() -> None:
    print("\n".join(rows()))  # noqa: T201 - what to copy into the docs
    text = (CONTENT.parent / "docs/privacy.md").read_text("utf-8")
    assert [row for row in (*rows(), f"We wrote {len(EVERY)} passages") if row not in text] == []


def rows() -> list[str]:
    """The lines of the table in the docs."""
    parts = {"first": passages("first"), "fresh": passages("fresh"), "all": tuple(EVERY)}
    return [
        f"| {name} | {told.found} of {told.planted} ({told.recall})"
        f" | {told.alarmed} of {told.innocent} ({told.false_alarms}) |"
        for name, told in ((name, figures(part)) for name, part in parts.items())
    ]


def test_every_kind_is_planted_and_found_somewhere() -> None:
    found = {finding.code for passage in PLANTED for finding in passage.planted if finding not in passage.missed}
    assert found == set(TOLD) - {"privacy-photo", "privacy-properties"}


def test_our_own_content_gives_nobody_away() -> None:
    assert [problem for problem in load(CONTENT).problems if problem.code.startswith("privacy-")] == []


# ── never shown ──────────────────────────────────────────────────────────────────────────────────────────────────────


def printed(folder: Path, files: dict[str, str | bytes]) -> str:
    return report(loaded(folder, files).problems)


@pytest.mark.parametrize("passage", PLANTED, ids=lambda passage: passage.text[:40])
def test_no_report_holds_a_planted_value(tmp_path: Path, passage: Passage) -> None:
    text = printed(tmp_path, {"reviews/child-a.md": happened(passage.text).replace("Child A", passage.title)})
    for plant in passage.planted:
        if plant not in passage.missed:
            assert plant.code in text
            assert passage.value(plant) not in text


PLACES = (
    "summary: {}",
    "incident: {}",
    "colour: {}",
    "harms: ['{}']",
    'title: "Child\u200b {}',
    "- {} <b>bold</b>",
    "- [{}](javascript:x)",
    "## {}",
    "[[{}]]",
    "{} {{.x}}",
)
VALUES = [
    ("privacy-date", "born on 12 March 2014"),
    ("privacy-nhs-number", "943 476 5919"),
    ("privacy-postcode", "OX4 3AB"),
    ("privacy-phone", "07700 900123"),
    ("privacy-email", "karen.jones@example.net"),
    ("privacy-address", "14 Acacia Avenue"),
]


@settings(max_examples=150, derandomize=True, deadline=None)
@given(st.data())
def test_whatever_else_is_wrong_with_a_line_its_value_is_not_shown(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    _, value = data.draw(st.sampled_from(VALUES))
    lines = data.draw(st.lists(st.sampled_from(PLACES), min_size=1, max_size=3))
    in_front = [line.format(value) for line in lines if re.match(r"\w+: ", line)]
    in_body = [line.format(value) for line in lines if not re.match(r"\w+: ", line)]
    text = review(BODY.replace("A child was harmed.", "\n\n".join(in_body) or "A child was harmed."))
    text = text.replace("---\n", "---\n" + "".join(f"{line}\n" for line in in_front), 1)
    shown = printed(tmp_path_factory.mktemp("site"), {"reviews/child-a.md": text})
    assert value.removeprefix("born on ") not in shown


@pytest.mark.parametrize("status", ["draft", "embargoed", "published", "withdrawn"])
def test_a_review_is_searched_whatever_its_status(tmp_path: Path, status: str) -> None:
    text = happened("Child A died on 12 March 2014.").replace("status: published", f"status: {status}")
    problems = loaded(tmp_path, {"reviews/child-a.md": text}).problems
    assert [problem.code for problem in problems if problem.level is Level.ERROR] == ["privacy-date"]


def test_the_place_is_exact_and_the_line_is_drawn_with_the_value_masked(tmp_path: Path) -> None:
    assert printed(tmp_path, {"reviews/child-a.md": happened("Child A died on 12 March 2014 at home.")}) == (
        "content/reviews/child-a.md:13:17: privacy-date: "
        "a date of birth, death or admission, which can identify a person\n"
        "   13 | Child A died on •• ••••• •••• at home.\n"
        "      |                 ^\n"
        "  hint: write the year alone, or say how long before or after: “six weeks later”\n"
        "\n"
        "1 error in 1 file."
    )


def test_a_value_in_the_name_of_a_file_is_shown_in_no_problem(tmp_path: Path) -> None:
    text = printed(tmp_path, {"reviews/born-2014-03-12.md": review(title="")})
    assert "privacy-date" in text
    assert "2014-03-12" not in text
    assert "content/reviews/born-••••-••-••.md" in text


def test_a_file_that_cannot_be_read_shows_no_value_either(tmp_path: Path) -> None:
    text = printed(tmp_path, {"reviews/child-a.md": happened("He was born on 12 March 2014.\u200b")})
    assert "control-character" in text
    assert "12 March" not in text


def test_a_masked_line_is_as_long_as_before() -> None:
    line = "Ring Jane Smith, Jane  Smith or jane"
    hidden = Mask(["Jane Smith", "Jane"]).hidden(line)
    assert hidden == "Ring •••• •••••, ••••  ••••• or ••••"
    assert len(hidden) == len(line)


# ── what is public does not alarm ────────────────────────────────────────────────────────────────────────────────────


def test_numbers_and_addresses_of_the_site_itself_are_public(tmp_path: Path) -> None:
    said = "Ring 01632 960 000 or 07700 900555, or write to jane.pike@example.org or unit@example.org."
    site = "contact: {name: Jane, email: jane.pike@example.org, phone: 01632 960000}\n"
    harms = "suicide: {name: Suicide, help: ['Northshire: +44 7700 900555.']}\n"
    files = {"site.yml": site, "vocabulary/harms.yml": harms, "reviews/child-a.md": happened(said)}
    assert [problem.code for problem in loaded(tmp_path, files).problems] == []


def test_a_site_adds_titles_roles_and_names(tmp_path: Path) -> None:
    said = "Pastor Whitlock, the youth mentor Karen Pike and Lord Farrow of Kent spoke."
    site = "contact: {name: Unit, email: unit@example.org}\nprivacy:\n"
    own = f"{site}  titles: [Pastor]\n  roles: [youth mentor]\n  names: [Lord Farrow]\n"
    plain = loaded(tmp_path / "plain", {"reviews/child-a.md": happened(said)}).problems
    added = loaded(tmp_path / "added", {"site.yml": own, "reviews/child-a.md": happened(said)}).problems
    assert [(problem.code, problem.column) for problem in plain] == [("privacy-name", 55)]
    assert [(problem.code, problem.column) for problem in added] == [("privacy-name", 8), ("privacy-name", 35)]


def test_made_up_names_are_those_of_the_title_the_summary_and_the_pseudonyms(tmp_path: Path) -> None:
    said = "His mother Karen, his sister Daisy, his aunt Ruby and his brother Tom."
    text = happened(said).replace("Child A", "Ruby").replace("A child was harmed.", "Daisy was harmed.")
    text = text.replace("status:", "pseudonyms: [Tom]\nstatus:")
    problems = loaded(tmp_path, {"reviews/ruby.md": text}).problems
    assert [(problem.code, problem.column) for problem in problems] == [("privacy-name", 12)]


def test_an_address_of_a_partnership_is_public_whatever_stands_in_it() -> None:
    address = "https://www.kent.example/born-12-03-2014/"
    assert codes(address, STORY) == ["date"]
    assert codes(address, Known(hosts=frozenset({"www.kent.example"}))) == []


# ── the rules ────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("published: 2021-11-30", []),
        ("source: {title: The report, available_until: 2022-11-30}", []),
        ("incident: 2013-05-02", ["full-date"]),
        ("He died on 31/31/2014.", []),
        ("He died in section 3.3.14.", []),
        ("He died on 3.3.2014.", ["date"]),
        ("She was born on the twenty-second of May 2010.", ["date"]),
        ("A visit in May 12 children remember, before she died.", []),
        ("The law came into force on 6 April 2008. He died.", []),
        ("Ring 0800 1111, 03000 200200 or 0808 800 5000.", []),
        ("Ring (01632) 960123 or +353 1 496 0123.", ["phone", "phone"]),
        ("The total was 0162296012 pounds.", []),
        ("The NHS number is 9434765918.", []),
        ("In the NHS 9434765919 forms are kept.", ["nhs-number"]),
        ("A form has the number 9434765919.", []),
        ("Near ZZ1 1AA and QX4 3AB.", []),
        ("See m1 1st and e2 2nd.", []),
        ("See {#p1 .early-help para=\"OX4 3AB\"}", []),
        ("Dr. Smith came.", ["name"]),
        ("The mother. Karen came.", []),
        ("# Social Worker Jane Smith", []),
        ("The social worker **Jane Smith** came.", ["name"]),
        ("Mr AB and Ms C2 came.", []),
        ("Dr Smith and Dr Smith came.", ["name", "name"]),
        ("He slept in bed 2 hours later.", []),
        ("The Kestrel ward of the council", []),
        ("He was under 28 days old.", []),
        ("He was 10 to 14 days old.", []),
        ("[ask](mailto:info@example.org)", []),
    ],
)  # fmt: skip
def test_what_is_found_in_a_text(text: str, found: list[str]) -> None:
    assert codes(text) == found


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("oxfordshire-child-r.md", []),
        ("2021-10.md", []),
        ("child-r-born-2014-03-12.md", ["privacy-date"]),
        ("child-r-2014-03-12.md", ["privacy-full-date"]),
        ("Letter to social worker Jane Smith.docx", ["privacy-name"]),
        ("nhs-943-476-5919.pdf", ["privacy-nhs-number"]),
    ],
)
def test_what_is_found_in_the_name_of_a_file(name: str, found: list[str]) -> None:
    assert [finding.code for finding in details_of_name(name, STORY)] == found


@given(st.text("0123456789", min_size=9, max_size=9))
def test_one_check_digit_at_most_makes_an_nhs_number(nine: str) -> None:
    assert sum(is_nhs_number(f"{nine}{last}") for last in range(10)) <= 1


def test_a_theme_has_no_story_so_a_bare_date_in_it_is_innocent() -> None:
    assert codes("The pilot ended on 12 March 2014.", Known()) == []


# ── nothing is lost by looking only where something may be ───────────────────────────────────────────────────────────


def exhaustive(text: str, known: Known) -> set[Finding]:
    """Every rule on every stretch."""
    spans = {around(text, place) for place in range(len(text))}
    return {
        Finding(found.code, start + found.start, start + found.end)
        for start, end in spans
        for rule in RULES
        for found in rule(flat(text[start:end]), known)
    }


def lost(text: str, known: Known) -> set[Finding]:
    found = details(text, known)
    return {
        one
        for one in exhaustive(text, known)
        if not any(one.code == other.code and one.start < other.end and other.start < one.end for other in found)
    }


@pytest.mark.parametrize("passage", EVERY, ids=lambda passage: passage.text[:40])
def test_the_quick_search_finds_what_a_slow_one_does(passage: Passage) -> None:
    assert lost(passage.text, known().in_story(passage.title)) == set()


WORDS = re.split(
    r"\|",
    "Child|R|Karen|his|mother|Dr|.|,|(|)|social worker|born|died|on|the|first of|"
    "May|12|2014|March|3rd|4th|aged|23|days old"
    "|12-day-old|NHS|943 476 5919|07700|900123|OX4 3AB|a@b.org|14|Acacia Avenue|lived at|Rose Lane|Kestrel|Ward|ward 7"
    "|bed 4|Kestrel ward|ward|bed|bay|number|in Margate|was|seven months|*|_|\n|\n\n|-|#|published|Jane|Smith",
)


@settings(max_examples=300, derandomize=True, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=25))
def test_nothing_is_lost_in_any_order_of_words(drawn: list[str]) -> None:
    assert lost("\n" + " ".join(drawn), STORY) == set()


@settings(max_examples=300, derandomize=True, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_searched_and_findings_lie_in_it(text: str) -> None:
    for finding in details(text, STORY):
        assert finding.code in LEVELS
        assert 0 <= finding.start < finding.end <= len(text)


@pytest.mark.parametrize(
    "text", ["1 ", "Dr ", "A", "his mother, ", "a@", "www.", "12 May ", "aged 7 May in Kent, ", "Mr Smith Smith "]
)
def test_a_long_line_is_searched_in_a_moment(text: str) -> None:
    start = process_time()
    details(text * 3000, STORY)
    assert process_time() - start < 5


def test_marks_are_taken_out_of_a_passage() -> None:
    assert unmarked("Baby C ¦ On ⟦date|1 May⟧ he died.") == Passage(
        "Baby C", "On 1 May he died.", (Finding("privacy-date", 3, 8),)
    )


def test_addresses_of_the_web_are_told_from_text() -> None:
    assert ADDRESS.findall("[a](https://x.example/1) and <http://y.example>.") == [
        "https://x.example/1",
        "http://y.example",
    ]
