"""What a site says of itself in `content/site.yml`: its contact, the way to leave quickly, the published searches."""

from pathlib import Path

import pytest

from briefings.loading import load
from briefings.model import Contact, LeaveQuickly, SiteSettings
from briefings.problems import show
from tests.builders import library_folder, loaded, review

WHOLE = """\
contact: {name: Business unit, email: unit@example.org, phone: 01234 567890}
leave_quickly: {to: https://www.example.org/weather}
searches:
  - bruising in babies
  - was not brought
"""


def test_a_site_without_settings_says_nothing_of_itself(tmp_path: Path) -> None:
    read = loaded(tmp_path, {"site.yml": ""})
    assert read.problems == ()
    assert read.library.settings == SiteSettings()


def test_the_settings_are_read(tmp_path: Path) -> None:
    settings = loaded(tmp_path, {"site.yml": WHOLE}).library.settings
    assert settings.contact == Contact("Business unit", "unit@example.org", "01234 567890")
    assert settings.leave_quickly == LeaveQuickly("Leave quickly", "https://www.example.org/weather")
    assert settings.searches == ("bruising in babies", "was not brought")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("contact: {email: a@example.org}\n", "content/site.yml:1:1: missing-field"),
        ("contact: {name: A, email: a at b}\n", "content/site.yml:1:27: bad-address"),
        ("leave_quickly: {to: weather}\n", "content/site.yml:1:21: bad-address"),
        ("search: [bruising]\n", "content/site.yml:1:1: unknown-field"),
        ("searches: {a: b}\n", "content/site.yml:1:1: wrong-shape"),
        ("- a\n", "content/site.yml:1:1: broken-yaml"),
    ],
)
def test_a_mistake_in_the_settings_is_told_at_its_place(tmp_path: Path, text: str, problem: str) -> None:
    found = loaded(tmp_path, {"site.yml": text}).problems
    assert [f"{one.path}:{one.line}:{one.column}: {one.code}" for one in found] == [problem]


UNREACHABLE = "nobody can reach “Unit”: there is no e-mail address, phone number or page"
CONTACT = "content/site.yml:1:1: no-contact: the site does not say whom its readers can turn to"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", CONTACT),
        ("searches: [bruising]\n", CONTACT),
        (
            "# ours\ncontact: {name: Unit}\n",
            f"content/site.yml:2:1: no-contact: {UNREACHABLE}",
        ),
        ("contact: {name: Unit, email: unit@example.org}\n", ""),
        ("contact: {name: Unit, phone: 01234 567890}\n", ""),
        ("contact: {name: Unit, page: https://example.org/us}\n", ""),
    ],
)
def test_a_site_that_publishes_reviews_names_somebody_who_can_be_reached(tmp_path: Path, text: str, told: str) -> None:
    problems = loaded(tmp_path, {"site.yml": text, "reviews/child-a.md": review()}).problems
    assert [show(one).splitlines()[0] for one in problems] == ([told] if told else [])


def test_a_site_without_the_file_is_asked_for_a_contact_where_it_would_stand(tmp_path: Path) -> None:
    content = library_folder(tmp_path, {"reviews/child-a.md": review()})
    (content / "site.yml").unlink()
    (problem,) = load(content).problems
    assert (problem.code, problem.path, problem.line, problem.column) == ("no-contact", "content/site.yml", 1, 1)
    assert "`contact: {name: …, email: …}`" in problem.hint


def test_a_site_that_publishes_nothing_yet_needs_no_contact(tmp_path: Path) -> None:
    assert loaded(tmp_path, {"site.yml": "", "reviews/child-a.md": review(status="draft")}).problems == ()
