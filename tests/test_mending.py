"""`briefings check --fix` mends what is safe, keeps all else byte for byte, and has nothing to do a second time."""

import os
import re
from pathlib import Path
from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import markdown

from briefings.loading import load
from briefings.mending import mended
from briefings.mending.folder import changes
from briefings.outline import CURLY
from briefings.problems import ContentError
from briefings.reading import ReadReview
from briefings.sections import KINDS, LETTER, OTHER, SectionKind, kind_of
from tests.builders import BODY, PATH, library_folder, points, problems_of, read, review, theme

CONTENT = Path(__file__).parent.parent / "content"
MARKED = "{#p1 .early-help}"


def body(text: str) -> str:
    """A review's file with this in place of its learning points."""
    return review(BODY.replace(f"- Act early. {MARKED}", text))


def lines_that_differ(before: str, after: str) -> list[tuple[str, str]]:
    """The lines that differ, of two texts with as many lines."""
    pairs = zip(before.split("\n"), after.split("\n"), strict=True)
    return [(old, new) for old, new in pairs if old != new]


@pytest.mark.parametrize(
    ("wrong", "right", "done"),
    [
        pytest.param("- Act.", "- Act. {#p1}", "1 id", id="no attribute list"),
        pytest.param("- Act. {.early-help}", "- Act. {#p1 .early-help}", "1 id", id="a list without an id"),
        pytest.param("- Act. {: .early-help }", "- Act. {:#p1 .early-help }", "1 id", id="a colon"),
        pytest.param("- Act,\n  and ask.", "- Act,\n  and ask. {#p1}", "1 id", id="an item of two lines"),
        pytest.param("- Act.\n  {.early-help}", "- Act.\n  {#p1 .early-help}", "1 id", id="a line of its own"),
        pytest.param("- Act:\n  - now.", "- Act:\n  - now.\n  {#p1}", "1 id", id="a list inside"),
        pytest.param("1. Act:\n   > Now.", "1. Act:\n   > Now.\n   {#p1}", "1 id", id="a quotation inside"),
        pytest.param("- Act. <!-- why? -->", "- Act. {#p1} <!-- why? -->", "1 id", id="a comment behind it"),
        pytest.param("- A. {#p7}\n- B.\n- C.", "- A. {#p7}\n- B. {#p8}\n- C. {#p9}", "2 ids", id="the next numbers"),
        pytest.param("- A. {#first}\n- B.", "- A. {#first}\n- B. {#p1}", "1 id", id="ids of another kind"),
        pytest.param("- A. {agency=“gps” #p1}", '- A. {agency="gps" #p1}', "1 attribute list", id="curly quotes"),
        pytest.param(f"- A. {MARKED} ", f"- A. {MARKED}", "1 line's white space", id="a space behind"),
        pytest.param(f"- A. {MARKED}\t\n \n", f"- A. {MARKED}\n\n", "2 lines' white space", id="a tab, a space"),
    ],
)
def test_records_are_mended(wrong: str, right: str, done: str) -> None:
    found = mended(PATH, body(wrong))
    assert found.text == body(right)
    assert found.done == (done,)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"- A,  \n  and B. {MARKED}", id="two spaces that break a line"),
        pytest.param(f"- A,\t\n  and B. {MARKED}", id="a tab that may"),
        pytest.param(f"- A. {MARKED}\n\n<!-- my notes   \n\there -->", id="a comment"),
        pytest.param("- A. {#p1 .early-help", id="a list that is not closed"),
        pytest.param("- A “quoted” word. {#p1 .early-help}", id="quotes in the text"),
    ],
)
def test_what_may_be_meant_stays(text: str) -> None:
    assert mended(PATH, body(text)).text == body(text)


@pytest.mark.parametrize(
    ("heading", "mended_to"),
    [
        ("## Background", "## What happened"),
        ("##  background to the review:", "##  What happened"),
        ("## What happened?", "## What happened"),
        ("## Context ##", "## What happened ##"),
    ],
)
def test_a_heading_in_other_words_becomes_the_known_one(heading: str, mended_to: str) -> None:
    text = review(BODY.replace("## What happened", heading))
    assert mended(PATH, text).text == review(BODY.replace("## What happened", mended_to))


@pytest.mark.parametrize("heading", ["## A letter to Ruby", "## The tide", "### Background", "# Background"])
def test_a_heading_that_says_something_of_its_own_stays(heading: str) -> None:
    text = review(f"{BODY}\n{heading}\n\nSome words.\n")
    assert mended(PATH, text).text == text


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind is not LETTER], ids=lambda kind: kind.heading)
def test_every_alias_leads_to_the_same_section(kind: SectionKind) -> None:
    for alias in kind.aliases:
        assert f"\n## {kind.heading}\n" in mended(PATH, review(f"## {alias.title()}\n\nText.\n")).text


@pytest.mark.parametrize(
    ("written", "better"),
    [
        ("“Child A”", "Child A"),
        ("„Child A:“", '"Child A:"'),
        ("‘Child A & B’", '"Child A & B"'),
        ('“The "A" review”', "'The \"A\" review'"),
        ('"Child A"', "Child A"),
        ("'Child A'  # as printed", "Child A  # as printed"),
        ('"A, called B"', '"A, called B"'),
        ('"2021"', '"2021"'),
        ('"no"', '"no"'),
        ('"A: a story"', '"A: a story"'),
        ("Child ‘A’", "Child ‘A’"),
    ],
)
def test_quotes_are_straight_and_stand_where_they_are_needed(written: str, better: str) -> None:
    assert mended(PATH, review(title=written)).text == review(title=better)


def test_fields_stand_in_the_order_of_the_manual_each_with_its_comment() -> None:
    fields = ["status: draft", "# as printed", "title: A   # why", "harms:", "- neglect", "", "type: scr"]
    better = ["# as printed", "title: A   # why", "type: scr", "harms:", "- neglect", "", "status: draft"]
    around = "---\n# about the file\n\n{}\n# end\n---\n"
    text = around.format("\n".join(fields))
    assert mended(PATH, text).text == around.format("\n".join(better))


@pytest.mark.parametrize(
    "fields", ["status: draft\ntitel: A", "{status: draft, title: A}", "status: draft\ntitle: A\ntitle: B"]
)
def test_fields_that_are_not_understood_keep_their_order(fields: str) -> None:
    text = f"---\n{fields}\n---\n"
    assert mended(PATH, text).text == text


def test_tabs_that_yaml_does_not_allow_are_two_spaces() -> None:
    text = review(source="\n\ttitle: The report\n\tpublisher: Kent")
    assert problems_of(text)[0].code == "tab"
    assert mended(PATH, text).text == review(source="\n  title: The report\n  publisher: Kent").replace(
        "source: \n", "source:\n"
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_are_kept_and_the_last_one_is_added(end: str) -> None:
    text = body("- Act.").replace("\n", end)
    assert mended(PATH, text.removesuffix(end)).text == body("- Act. {#p1}").replace("\n", end)


def test_a_mixture_of_line_ends_is_kept() -> None:
    text = body("- Act.\r\n- Ask.")
    assert mended(PATH, text).text == body("- Act. {#p1}\r\n- Ask. {#p2}")


@pytest.mark.parametrize(
    ("path", "wrong", "right"),
    [
        (
            "themes/neglect.md",
            "---\ndefinition: “x?” \ntitle: A\n---\nText.",
            '---\ntitle: A\ndefinition: "x?"\n---\nText.\n',
        ),
        ("site.yml", "searches: [“bruising”] \n", "searches: [bruising]\n"),
        ("actions/child-a.yml", "actions:\n\ta1: {action: “Ask”}", "actions:\n  a1: {action: Ask}\n"),
        ("site.yml", "searches: [“a\n", "searches: [“a\n"),
        ("reviews/a.md", "no front matter ", "no front matter "),
    ],
)
def test_other_files_are_mended_too(path: str, wrong: str, right: str) -> None:
    assert mended(path, wrong).text == right


# ── laws ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

PIECES = (
    "Act early.", "Ask *who*.", "word  ", "word\t", " ", "", "- ", "- a", "- a {#p3}", "- b {.early-help}", "- c.  ",
    "  and so on", "  - inside", "1. first", "> said", "  > said", "<!-- note  -->", "<!--", "-->", "## Background",
    "## Learning points", "## Learning for managers:", "## Recommendations", "## The tide", "## Questions", "## ",
    "| a | b |", "{#p4}", "• item", "-item", "“quoted”", "- d {agency=“gps” #p9}", "{", "---", "===", "### sub", "\\",
    "- e {#p3}", "- f {: }",
)  # fmt: skip
ENDS = st.sampled_from(["\n", "\r\n"])
BODIES = st.lists(st.sampled_from(PIECES), max_size=14).map("\n".join)
NAMES = ("status", "title", "type", "summary", "harms", "waive", "other", "# note")
VALUES = (
    "“Child A”", '"Child A"', "'A'", "Child A ", "A  # why", "\n  A", ">-\n  A \n  b", '"A: b"', "‘A’", "[“a”, b]",
    "\t A", "",
)  # fmt: skip
FIELDS = st.builds("{}: {}".format, st.sampled_from(NAMES), st.sampled_from(VALUES))
FRONTS = st.lists(FIELDS, max_size=7).map("\n".join)
PATHS = st.sampled_from(["reviews/2021/child-a.md", "themes/a.md", "digests/a.md", "actions/a.yml", "site.yml"])
TEXTS = st.one_of(
    BODIES.map(review),
    st.builds(lambda front, text: f"---\n{front}\n---\n{text}", FRONTS, BODIES),
    st.text(st.sampled_from("ab- {}#.\n\t\r\"'“”:|>[]&*!?,"), max_size=60),
)


@given(
    TEXTS,
    ENDS,
    st.sampled_from(["reviews/2021/child-a.md", "themes/a.md", "digests/a.md", "actions/a.yml", "site.yml"]),
)
def test_mending_twice_is_mending_once(text: str, end: str, path: str) -> None:
    once = mended(path, text.replace("\n", end)).text
    assert mended(path, once).text == once
    assert mended(path, once).done == ()


@given(BODIES)
@example("## The tide\nAct early.\nword  \n- ")
@example("## The tide\n- \nAct early.")
def test_the_review_is_the_same_but_for_ids_and_headings(text: str) -> None:
    before = review(text)
    after = mended(PATH, before).text
    assert said(read(after)) == said(read(before))
    assert not codes(after) - codes(before) - {"point-without-theme"}, "which is told of points with an id only"


@given(BODIES)
def test_after_mending_no_record_lacks_an_id_that_could_be_given(text: str) -> None:
    found = read(mended(PATH, review(text)).text)
    before = read(review(text))
    lacking = [problem for problem in found.problems if problem.code == "missing-id"]
    assert len(lacking) in (0, sum(problem.code == "missing-id" for problem in before.problems))


@given(BODIES, ENDS)
def test_all_else_is_kept_byte_for_byte(text: str, end: str) -> None:
    before = review(text).replace("\n", end)
    found = mended(PATH, before)
    assert found.done or found.text == before
    assert found.text.count("\r\n") == (found.text.count("\n") if end == "\r\n" else 0)
    lines, kept = ([*filter(None, map(unmended, text.split(end)))] for text in (before, found.text))
    assert kept == lines


def unmended(line: str) -> str:
    """A line without all that may be mended in it."""
    if line.startswith("##") and kind_of(line[2:]) is not OTHER:
        return kind_of(line[2:]).heading
    without_ids = re.sub(r"#[a-z][0-9]+ ?", "", line.translate(CURLY))
    return re.sub(r" ?\{\}", "", without_ids).rstrip()


def said(found: ReadReview) -> object:
    """What a reader sees of a review, as HTML without its line ends."""
    if found.review is None:
        return None
    whole = found.review
    records = [(record.kind, html(record.text), record.themes, record.agencies) for record in whole.records]
    prose = [(part.kind, html(part.text)) for part in whole.prose]
    ones = [(one.audience, html(one.text), [*map(html, one.checks)]) for one in whole.one_things]
    return whole.title, whole.summary, records, prose, ones, [*map(html, whole.questions)]


def html(text: str) -> str:
    return re.sub(r"\s+", " ", markdown(text, extensions=["tables"])).replace(" </", "</")


def codes(text: str) -> set[str]:
    return {problem.code for problem in read(text).problems}


# ── files ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def written(folder: Path, text: str | bytes) -> Path:
    return library_folder(folder, {"reviews/child-a.md": text})


def test_the_content_of_this_repository_needs_no_mending() -> None:
    assert [change.shown_as for change in changes(CONTENT)] == []


def test_a_byte_order_mark_and_the_rights_of_a_file_are_kept(tmp_path: Path) -> None:
    content = written(tmp_path, "\ufeff" + body("- Act."))
    path = content / "reviews/child-a.md"
    path.chmod(0o640)
    (change,) = changes(content)
    change.write()
    assert path.read_bytes().decode() == "\ufeff" + body("- Act. {#p1}")
    assert path.stat().st_mode & 0o777 == 0o640
    assert sorted(file.name for file in path.parent.iterdir()) == ["child-a.md"]
    assert not [problem for problem in load(content).problems if problem.code == "missing-id"]


@pytest.mark.parametrize("text", [b"\xff\xfe", "a\u200bb ".encode(), b""])
def test_a_file_that_its_author_has_to_look_at_is_left_alone(tmp_path: Path, text: bytes) -> None:
    assert list(changes(written(tmp_path, text))) == []


def test_a_file_that_cannot_be_written_stays_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = written(tmp_path, body("- Act."))
    (change,) = changes(content)

    def full(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(ContentError, match="cannot be written: No space left"):
        change.write()
    assert [file.name for file in (content / "reviews").iterdir()] == ["child-a.md"]
    assert (content / "reviews/child-a.md").read_text("utf-8") == body("- Act.")


def test_a_change_is_shown_as_a_diff(tmp_path: Path) -> None:
    (change,) = changes(written(tmp_path, points("- Act.").removesuffix("\n")))
    told = change.diff().split("\n")
    assert told[:2] == ["--- a/content/reviews/child-a.md", "+++ b/content/reviews/child-a.md"]
    assert [line for line in told[2:] if line[:1] in ("+", "-")] == [
        "-- Act.",
        "+- Act. {#p1}",
        "-Ask the child.",
        "+Ask the child.",
    ]
    assert "\\ No newline at end of file" in told


@pytest.mark.parametrize(
    "piece", ["[a](", "- a {", "“", "\t ", "#", "> ", "<!--", "a\n", "- a\n", "  - a\n", "“a” ", "{#p1"]
)
def test_mending_takes_time_in_proportion_to_the_text(piece: str) -> None:
    before = process_time()
    mended(PATH, points(f"- {piece * 10_000}") + piece * 10_000 + ".")
    assert process_time() - before < 4


def test_a_theme_is_mended_by_its_own_fields() -> None:
    assert mended("themes/a.md", theme(title="“A”")).done == ("1 pair of quotes",)


def test_lines_differ_only_where_something_was_mended() -> None:
    before = body("- Act.\n- Ask. {#p4 .early-help}")
    assert lines_that_differ(before, mended(PATH, before).text) == [("- Act.", "- Act. {#p5}")]
