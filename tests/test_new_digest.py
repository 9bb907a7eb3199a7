"""`briefings new digest`: what it writes, what it says, and how it ends."""

from pathlib import Path
from textwrap import dedent

import pytest

from briefings.cli import main
from briefings.loading import load
from tests.libraries import write_site

Printed = pytest.CaptureFixture[str]
YEAR = ["new", "digest", "--from", "2021-01", "--to", "2021-12"]
PLACES = "north: {name: Northshire Safeguarding Partnership, short: Northshire, region: The North}\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site of one review, of 2021; the command is given there."""
    monkeypatch.chdir(tmp_path)
    return write_site(tmp_path, {"content/vocabulary/partnerships.yml": PLACES})


def test_it_writes_a_file_that_needs_only_an_introduction(site: Path, capsys: Printed) -> None:
    assert main([*YEAR, "--home", "north"]) == 0
    assert capsys.readouterr() == (
        "Made content/digests/2021-12.md. Write its introduction, then run `briefings check`.\n",
        "",
    )
    assert (site / "content/digests/2021-12.md").read_text("utf-8") == dedent(
        """\
        ---
        title: Lessons from reviews published from January 2021 to December 2021
        published: 2021-12
        period: {from: 2021-01, to: 2021-12}
        home: "north"
        status: draft   # write `published` when it is ready to be seen
        ---

        Write here, in two or three sentences, what this digest is for. The reviews, the themes that keep coming back
        and what to take to a team meeting are added from the library.
        """
    )


def test_without_a_home_the_file_says_how_one_is_written(site: Path) -> None:
    assert main(["new", "digest", "--from", "2021", "--to", "2021"]) == 0
    text = (site / "content/digests/2021.md").read_text("utf-8")
    assert "title: Lessons from reviews published in 2021\n" in text
    assert "\n# home: kent            # whose digest it is: an id of partnerships.yml, or a region\n" in text


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        ([], "2021-12"),
        (["--home", "north"], "2021-12"),
        (["--home", "The North"], "2021-12"),
        (["--id", "winter"], "winter"),
        (["--to", "2021-12-24"], "2021-12-24"),
        (["--from", "2021", "--to", "2021"], "2021"),
        (["--from", " 2021-1", "--to", "2021-2"], "2021-02"),
        (["--from", "2021-02-03", "--to", "2021-02-03"], "2021-02-03"),
    ],
)
def test_the_file_passes_the_check_and_published_it_is_a_digest(
    site: Path, capsys: Printed, arguments: list[str], name: str
) -> None:
    assert main([*YEAR, *arguments]) == 0
    capsys.readouterr()
    assert main(["check", "--strict"]) == 0
    assert capsys.readouterr().out.startswith("No problems found.\n")
    path = site / f"content/digests/{name}.md"
    assert load(site / "content").library.digests == ()
    path.write_text(path.read_text("utf-8").replace("status: draft", "status: published"), "utf-8")
    assert [digest.id for digest in load(site / "content").library.digests] == [name]


REFUSED = {
    "a date that is none": (
        ["--from", "spring"],
        "`spring` is not a date: write a date as YYYY, YYYY-MM or YYYY-MM-DD; did you mean 2021?",
    ),
    "a date that no calendar has": (
        ["--to", "2021-02-30"],
        "`2021-02-30` is not a date: February 2021 has no day 30; did you mean 2021-02?",
    ),
    "a date in words": (
        ["--to", "October 2021"],
        "`October 2021` is not a date: write a date as YYYY, YYYY-MM or YYYY-MM-DD; did you mean 2021-10?",
    ),
    "a period the wrong way round": (
        ["--from", "2022"],
        "the period ends (2021-12) before it begins (2022); give --from the earlier date",
    ),
    "an id that is none": (["--id", "Winter 2021"], "`Winter 2021` cannot be an id; try --id winter-2021"),
    "a path for an id": (["--id", "../../a"], "`../../a` cannot be an id; try --id a"),
    "the address of the list of digests": (["--id", "index"], "`index` cannot be an id; try --id 2021-12"),
    "no such folder": (
        ["--content", "nowhere"],
        "there is no folder nowhere; give the content folder's path with --content",
    ),
    "a file for a folder": (
        ["--content", "mkdocs.yml"],
        "there is no folder mkdocs.yml; give the content folder's path with --content",
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_done_is_said_with_what_to_do_and_nothing_is_written(
    site: Path, capsys: Printed, what: str
) -> None:
    arguments, said = REFUSED[what]
    before = everything(site)
    assert main([*YEAR, *arguments]) == 2
    assert capsys.readouterr() == ("", f"briefings: {said}\n")
    assert everything(site) == before


def everything(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_nothing_is_written_over(site: Path, capsys: Printed) -> None:
    path = site / "content/digests/2021-12.md"
    path.parent.mkdir()
    path.write_text("my own words", "utf-8")
    assert main(YEAR) == 2
    said = "briefings: content/digests/2021-12.md is there already; choose another name with --id\n"
    assert capsys.readouterr() == ("", said)
    assert path.read_text("utf-8") == "my own words"
    assert main([*YEAR, "--id", "2021-12-b"]) == 0


def test_a_folder_that_cannot_be_made_is_told_and_no_traceback(site: Path, capsys: Printed) -> None:
    (site / "content/digests").write_text("a file", "utf-8")
    assert main(YEAR) == 2
    assert capsys.readouterr().err == "briefings: content/digests/2021-12.md cannot be written: File exists\n"


@pytest.mark.parametrize("home", ['the "North"', "a: b", "[north", "back\\slash", "# note", "north # note"])
def test_a_home_of_any_signs_is_written_so_that_it_can_be_read(site: Path, home: str) -> None:
    """It is no partnership, and the check says just that."""
    assert main([*YEAR, "--home", home]) == 0
    assert [problem.code for problem in load(site / "content").problems] == ["unknown-home"]


@pytest.mark.parametrize(
    "arguments",
    [["new"], ["new", "digset"], ["new", "digest"], ["new", "digest", "--from", "2021"], [*YEAR, "--hme", "north"]],
)
def test_a_misused_command_says_how_it_is_used(arguments: list[str], capsys: Printed) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage: briefings" in capsys.readouterr().err


def test_the_help_names_each_argument(capsys: Printed) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["new", "digest", "--help"])
    assert ended.value.code == 0
    out = capsys.readouterr().out
    assert all(f"--{name} " in out for name in ("from", "to", "home", "id", "content"))
