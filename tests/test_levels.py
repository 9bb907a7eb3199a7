"""A site says how much a check matters, and an author lets one place stand, with a reason."""

from pathlib import Path

import pytest

from briefings.levels import may_be
from briefings.problems import LEVELS, Level
from tests.builders import BODY, SITE, codes_of, loaded, points, review, theme

NO_THEME = points("- Act early. {#p1}")
UNTHEMED = "point-without-theme"


def found(folder: Path, site: str = "", text: str = NO_THEME) -> list[tuple[str, str]]:
    """The code and level of each problem of a folder with one review."""
    read = loaded(folder, {"site.yml": SITE + site, "reviews/child-a.md": text})
    return [(problem.code, problem.level.name.lower()) for problem in read.problems]


@pytest.mark.parametrize(
    ("site", "told"),
    [
        ("", [(UNTHEMED, "note")]),
        ("checks: {point-without-theme: warning}\n", [(UNTHEMED, "warning")]),
        ("checks: {point-without-theme: error}\n", [(UNTHEMED, "error")]),
        ("checks: {point-without-theme: off}\n", []),
        ("checks: {point-without-theme: shout}\n", [(UNTHEMED, "note"), ("unknown-level", "error")]),
        ("checks: {point-without-them: note}\n", [(UNTHEMED, "note"), ("unknown-check", "error")]),
        ("checks: {broken-yaml: warning}\n", [(UNTHEMED, "note"), ("fixed-level", "error")]),
        ("checks: {link-to-unpublished: off}\n", [(UNTHEMED, "note"), ("fixed-level", "error")]),
        ("checks: {broken-yaml: error}\n", [(UNTHEMED, "note")]),
        ("checks: note\n", [(UNTHEMED, "note"), ("wrong-shape", "error")]),
    ],
)
def test_a_site_sets_the_level_of_what_does_not_protect_its_build(
    tmp_path: Path, site: str, told: list[tuple[str, str]]
) -> None:
    assert found(tmp_path, site) == told


@pytest.mark.parametrize("code", LEVELS)
def test_no_error_that_protects_the_build_and_no_rule_of_privacy_can_be_turned_off(code: str) -> None:
    private = code.startswith("privacy-")
    assert may_be(code, LEVELS[code])
    assert may_be(code, None) is (LEVELS[code] is not Level.ERROR and not private)


@pytest.mark.parametrize(
    ("level", "allowed"), [(Level.ERROR, True), (Level.WARNING, True), (Level.NOTE, False), (None, False)]
)
@pytest.mark.parametrize("usual", [Level.ERROR, Level.WARNING])
def test_a_rule_of_privacy_can_be_milder_but_not_below_a_warning(
    monkeypatch: pytest.MonkeyPatch, usual: Level, level: Level | None, allowed: bool
) -> None:
    monkeypatch.setitem(LEVELS, "privacy-of-somebody", usual)
    assert may_be("privacy-of-somebody", level) is allowed


def waived(waive: str, body: str = BODY) -> str:
    """A review whose front matter has this list of waivers."""
    return review(body.replace("{#p1 .early-help}", "{#p1}"), waive=waive)


@pytest.mark.parametrize(
    ("waive", "codes", "reasons"),
    [
        ("[{code: point-without-theme, at: p1, reason: It is new.}]", [], ["It is new."]),
        ("[{code: point-without-theme, at: Learning for practitioners, reason: It is new.}]", [], ["It is new."]),
        ("[{code: point-without-theme, at: learning for practitioners, reason: It is new.}]", [], ["It is new."]),
        ("[{code: point-without-theme, reason: None fits.}]", [], ["None fits."]),
        ("[{code: point-without-theme, at: What happened, reason: x}]", ["unused-waiver", UNTHEMED], []),
        ("[{code: no-learning, reason: x}]", ["unused-waiver", UNTHEMED], []),
        ("[{code: point-without-theme, at: p1}]", ["missing-field", UNTHEMED], []),
        ('[{code: point-without-theme, at: p1, reason: ""}]', ["empty-field", UNTHEMED], []),
        ("[{code: point-without-theme, at: p9, reason: x}]", ["unknown-place", UNTHEMED], []),
        ("[{code: point-without-thema, at: p1, reason: x}]", ["unknown-check", UNTHEMED], []),
        ("[{code: missing-id, at: p1, reason: x}]", ["fixed-level", UNTHEMED], []),
        ("[{code: point-without-theme, at: p1, because: x}]", ["missing-field", "unknown-field", UNTHEMED], []),
        ("p1", ["wrong-shape", UNTHEMED], []),
    ],
)
def test_a_waiver_lets_one_place_stand_with_its_reason(
    tmp_path: Path, waive: str, codes: list[str], reasons: list[str]
) -> None:
    read = loaded(tmp_path, {"reviews/child-a.md": waived(waive)})
    assert sorted(problem.code for problem in read.problems) == sorted(codes)
    assert [problem.waived for problem in read.waived] == reasons
    assert [problem.code for problem in read.waived] == [UNTHEMED] * len(reasons)


def test_a_waiver_about_privacy_names_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(LEVELS, "privacy-name", Level.ERROR)
    assert codes_of(review(waive="[{code: privacy-name, reason: It is a public office.}]")) == ["missing-field"]
    assert codes_of(review(waive="[{code: privacy-name, at: summary, reason: It is a public office.}]")) == []


def test_a_waiver_is_for_its_own_file_and_place_alone(tmp_path: Path) -> None:
    two = BODY.replace("{#p1 .early-help}", "{#p1}\n- Act late. {#p2}")
    waive = "[{code: point-without-theme, at: p2, reason: New.}]"
    files = {"reviews/child-a.md": review(two, waive=waive), "reviews/child-b.md": NO_THEME}
    read = loaded(tmp_path, dict(files))
    assert [(Path(problem.path).stem, problem.excerpt) for problem in read.problems] == [
        ("child-a", "- Act early. {#p1}"),
        ("child-b", "- Act early. {#p1}"),
    ]


def test_a_field_can_be_waived_in_a_theme_too(tmp_path: Path) -> None:
    waive = "[{code: unknown-acronym, at: definition, reason: Known.}]"
    files = {"themes/early-help.md": theme(definition="Ring the QZX.", waive=waive), "reviews/child-a.md": review()}
    read = loaded(tmp_path, dict(files))
    assert read.problems == ()
    assert [problem.excerpt for problem in read.waived] == ["definition: Ring the QZX."]


def test_what_a_site_turned_off_is_not_told_as_waived_either(tmp_path: Path) -> None:
    files = {
        "site.yml": SITE + "checks: {point-without-theme: off}\n",
        "reviews/child-a.md": waived("[{code: point-without-theme, at: p1, reason: New.}]"),
    }
    read = loaded(tmp_path, dict(files))
    assert (read.problems, read.waived) == ((), ())
