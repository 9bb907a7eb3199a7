"""Publishing is a state: embargoes that end on a day, reviews taken back, addresses that lead on, corrections."""

import sys
from datetime import date
from pathlib import Path

import pytest

from briefings.loading import Loaded, load
from tests.builders import library_folder, review
from tests.building import attempt, build
from tests.libraries import review_file, write_site

CHECK = [sys.executable, "-m", "briefings.cli", "check"]
MARCH = "2026-03-02"
DAY = date(2026, 3, 2)


def on(day: date, folder: Path, **fields: str) -> Loaded:
    """A library of one review with these fields, as it is on a day."""
    return load(library_folder(folder, {"reviews/child-a.md": review(**fields)}), day=day)


def codes(found: Loaded) -> set[str]:
    return {problem.code for problem in found.problems}


@pytest.mark.parametrize(
    ("day", "public"),
    [
        pytest.param(date(2026, 3, 1), 0, id="the day before"),
        pytest.param(DAY, 1, id="the day"),
        pytest.param(date(2027, 1, 1), 1, id="long after"),
        pytest.param(date.min, 0, id="no day known"),
    ],
)
def test_an_embargo_ends_on_its_day(tmp_path: Path, day: date, public: int) -> None:
    found = on(day, tmp_path, status="embargoed", publish_on=MARCH)
    assert len(found.library.reviews) == public
    assert found.withheld == ({} if public else {"embargoed": 1})
    assert codes(found) == set()


def test_an_embargo_without_a_day_lasts_until_somebody_lifts_it(tmp_path: Path) -> None:
    assert on(date(2199, 1, 1), tmp_path, status="embargoed").library.reviews == ()


def test_a_day_lifts_no_draft_and_no_withdrawal(tmp_path: Path) -> None:
    for status in ("draft", "withdrawn"):
        found = on(date(2199, 1, 1), tmp_path / status, status=status, publish_on=MARCH)
        assert found.library.reviews == ()
        assert "idle-publish-on" in codes(found)


def test_published_before_its_day_is_an_error_until_that_day(tmp_path: Path) -> None:
    early = on(date(2026, 3, 1), tmp_path / "early", publish_on=MARCH)
    assert early.failed
    assert codes(early) == {"before-publish-on"}
    assert codes(on(DAY, tmp_path / "then", publish_on=MARCH)) == set()


def test_the_day_of_an_embargo_must_be_a_day(tmp_path: Path) -> None:
    (problem,) = on(DAY, tmp_path, status="embargoed", publish_on="2026-03").problems
    assert (problem.code, problem.hint) == ("bad-date", "write it as `2026-03-01`")


def test_a_public_review_may_link_to_one_whose_embargo_is_over_and_not_before(tmp_path: Path) -> None:
    files = {
        "reviews/child-a.md": review().replace("A child was harmed.", "As in [[child-b]]."),
        "reviews/child-b.md": review(status="embargoed", publish_on=MARCH),
    }
    content = library_folder(tmp_path, files)
    assert codes(load(content, day=date(2026, 3, 1))) == {"link-to-unpublished"}
    assert codes(load(content, day=DAY)) == set()


def test_a_former_id_may_be_no_other_reviews_address(tmp_path: Path) -> None:
    files = {
        "reviews/child-a.md": review(formerly="[child-b, child-c]"),
        "reviews/child-b.md": review(),
        "reviews/child-d.md": review(formerly="child-c"),
    }
    told = load(library_folder(tmp_path, files)).problems
    assert [(problem.path, problem.code) for problem in told] == [
        ("content/reviews/child-a.md", "repeated-review-id"),
        ("content/reviews/child-d.md", "repeated-review-id"),
    ]
    assert "`child-b` is an address of content/reviews/child-b.md already" in told[0].message


# ── in a built site ──────────────────────────────────────────────────────────────────────────────────────────────────


def with_fields(text: str, fields: str) -> str:
    return text.replace("\nstatus:", f"\n{fields}\nstatus:", 1)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("states")
    told = "withdrawn: {on: 2026-03-02, reason: The family <b>asked</b> for it}"
    corrections = (
        "corrections:\n  - {on: 2025-01-07, text: The year was wrong}\n  - {on: 2025-11-30, text: So was *this*.}"
    )
    files = {
        "content/reviews/2021/child-r.md": with_fields(review_file(), f"{corrections}\nformerly: [kid-r, kid-r-2021]"),
        "content/reviews/2020/taken-back.md": with_fields(review_file("Zqxjv", "withdrawn", point="Zqxjv."), told),
        "content/reviews/2020/in-a-hurry.md": review_file("Zqxjv", "withdrawn", point="Zqxjv."),
    }
    source = write_site(folder, files, "site_url: https://example.org/\n")
    build(source, source / "site")
    return source / "site"


def text_of(site: Path, address: str) -> str:
    return (site / address / "index.html").read_text("utf-8")


def test_the_address_of_a_withdrawn_review_says_so_with_the_reason_and_nothing_else(site: Path) -> None:
    page = text_of(site, "reviews/taken-back")
    assert "<h1>This review was withdrawn</h1>" in page
    assert "It was withdrawn on 2 March 2026, and is no longer shown." in page
    assert "The family &lt;b&gt;asked&lt;/b&gt; for it." in page
    assert "zqxjv" not in page.lower()
    hurried = text_of(site, "reviews/in-a-hurry")
    assert "It is no longer shown." in hurried
    assert "zqxjv" not in hurried.lower()


def test_an_address_that_a_review_had_leads_to_it_without_script(site: Path) -> None:
    for old in ("kid-r", "kid-r-2021"):
        page = text_of(site, f"reviews/{old}")
        assert '<meta http-equiv="refresh" content="0; url=../child-r/">' in page
        assert 'It is now at <a href="../child-r/">Child R, Northshire, 2021</a>.' in page
    assert 'content="0; url=../../child-r/reflection/"' in text_of(site, "reviews/kid-r/reflection")


def test_no_list_sitemap_or_search_names_an_address_that_was_left(site: Path) -> None:
    left = ("taken-back", "in-a-hurry", "kid-r", "kid-r-2021")
    own = {site / "reviews" / id / inside / "index.html" for id in left for inside in ("", "reflection")}
    others = [path for path in site.rglob("*") if path.is_file() and path not in own]
    named = [path for path in others if any(id.encode() in path.read_bytes() for id in left)]
    assert named == []
    for id in left:
        page = text_of(site, f"reviews/{id}")
        assert '<meta name="robots" content="noindex">' in page
        assert 'rel="canonical"' not in page
    assert '<meta name="robots"' not in text_of(site, "reviews/child-r")


def test_corrections_stand_on_the_briefing_with_their_day_the_newest_first(site: Path) -> None:
    page = text_of(site, "reviews/child-r")
    newest, oldest = (page.index(day) for day in ("30 November 2025", "7 January 2025"))
    assert page.index('id="corrections"') < newest < oldest
    assert "The year was wrong." in page
    assert "So was *this*." in page


def test_a_build_publishes_what_its_day_allows(tmp_path: Path) -> None:
    embargoed = with_fields(review_file("Child S", "embargoed"), "publish_on: 2026-01-02")
    source = write_site(tmp_path, {"content/reviews/2026/child-s.md": embargoed})
    build(source, source / "before")
    build(source, source / "after", SOURCE_DATE_EPOCH="1767312000")
    assert not (source / "before/reviews/child-s").exists()
    assert (source / "after/reviews/child-s/index.html").exists()


def test_the_command_knows_the_day_too(tmp_path: Path) -> None:
    early = with_fields(review_file("Child S"), "publish_on: 2026-01-02")
    source = write_site(tmp_path, {"content/reviews/2026/child-s.md": early})
    done = attempt(CHECK, source)
    assert done.returncode == 1
    assert "before-publish-on: this is published, and `publish_on` says not before 2 January 2026" in done.stdout
    assert attempt(CHECK, source, SOURCE_DATE_EPOCH="1767312000").returncode == 0
    wrong = attempt(CHECK, source, SOURCE_DATE_EPOCH="soon")
    assert (wrong.returncode, wrong.stdout.count("\n")) == (2, 1)
