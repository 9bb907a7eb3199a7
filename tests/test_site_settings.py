"""What a site says of itself in `content/site.yml`: its contact, the way to leave quickly, the published searches."""

from pathlib import Path

import pytest

from briefings.model import Contact, LeaveQuickly, SiteSettings
from tests.builders import loaded

WHOLE = """\
contact: {name: Business unit, email: unit@example.org, phone: 01234 567890}
leave_quickly: {to: https://www.example.org/weather}
searches:
  - bruising in babies
  - was not brought
"""


def test_a_site_without_settings_says_nothing_of_itself(tmp_path: Path) -> None:
    read = loaded(tmp_path, {})
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
