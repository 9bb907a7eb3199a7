"""`briefings check`: what it prints, where, and how it ends."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import PIPE, STDOUT
from textwrap import dedent
from typing import IO

import pytest

from briefings.cli import main
from tests.building import attempt, run
from tests.libraries import review_file, write_site

COMMAND = [sys.executable, "-m", "briefings.cli"]
Printed = pytest.CaptureFixture[str]
NOTE = {"content/reviews/2021/child-r.md": review_file() + "\n## Sea\n\nIt came in.\n"}
WARNING = {"content/reviews/report.docx": b"PK"}
ERROR = {"content/reviews/2020/child-s.md": review_file("Child S", theme="askin")}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Writes a site, and goes there."""

    def written(*more: dict[str, str | bytes]) -> Path:
        monkeypatch.chdir(tmp_path)
        return write_site(tmp_path, {name: text for files in more for name, text in files.items()})

    return written


def test_good_content_is_counted(site: Callable[..., Path], capsys: Printed) -> None:
    site()
    assert main(["check"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.partition("themes, ")[0].startswith(
        dedent(
            """\
            No problems found.
              1 review published
              1 learning point (1 for practitioners, 0 for managers, 0 for system; one for everyone counts for each)
              0 recommendations
              0 examples of good practice
              0 family messages
              0 key findings
              1 one thing
              0 letters
              1 theme, 1 of them taught by a review
            """
        )
    )


def test_every_problem_is_shown_with_its_place_and_they_are_counted(site: Callable[..., Path], capsys: Printed) -> None:
    site(NOTE, WARNING, ERROR)
    assert main(["check"]) == 1
    out, err = capsys.readouterr()
    assert out.startswith("  2 reviews published\n")
    assert err == dedent(
        """\
        content/reviews/2020/child-s.md:17:24: unknown-theme: no theme is called `askin`
           17 | - Ask once more. {#p1 .askin}
              |                        ^
          hint: did you mean `asking`?

        content/reviews/2021/child-r.md:23:1: unknown-section (note): “Sea” is no section we know; it is kept as written
           23 | ## Sea
              | ^
          hint: known headings stand in docs/writing-a-review.md

        content/reviews/report.docx:1:1: misplaced-file (warning): this file is not read and not published
          hint: only Markdown files belong here; link to a document where its publisher keeps it

        1 error, 1 warning, 1 note in 3 files.
        """
    )


@pytest.mark.parametrize(
    ("files", "arguments", "code"),
    [
        pytest.param({}, ["check"], 0, id="all is well"),
        pytest.param({}, ["check", "--strict"], 0, id="all is well, strictly"),
        pytest.param(NOTE, ["check", "--strict"], 0, id="a note, strictly"),
        pytest.param(WARNING, ["check"], 0, id="a warning"),
        pytest.param(WARNING, ["check", "--strict"], 1, id="a warning, strictly"),
        pytest.param(ERROR, ["check"], 1, id="an error"),
        pytest.param(ERROR, ["check", "--counts", "content"], 1, id="an error, with counts"),
        pytest.param({}, ["check", "nowhere"], 2, id="no such folder"),
        pytest.param({}, ["check", "mkdocs.yml"], 2, id="a file for a folder"),
    ],
)
def test_the_exit_code_says_how_it_went(
    site: Callable[..., Path], files: dict[str, str | bytes], arguments: list[str], code: int
) -> None:
    site(files)
    assert main(arguments) == code


@pytest.mark.parametrize("arguments", [[], ["chekc"], ["check", "--strct"], ["check", "a", "b"]])
def test_a_misused_command_says_how_it_is_used_and_ends_with_2(arguments: list[str], capsys: Printed) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage: briefings" in capsys.readouterr().err


def test_a_missing_folder_is_named(site: Callable[..., Path], capsys: Printed) -> None:
    site()
    main(["check", "nowhere"])
    assert capsys.readouterr().err == "briefings: there is no folder nowhere; give the content folder's path\n"


def test_counts_add_a_line_for_each_review_that_is_public(site: Callable[..., Path], capsys: Printed) -> None:
    site({"content/reviews/2020/secret.md": review_file("Secret", status="embargoed")})
    assert main(["check", "--counts"]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines()[1] == "  1 review published, 1 embargoed"
    assert [line.split()[:2] for line in out.splitlines()[-2:]] == [["review", "practitioners"], ["child-r", "1"]]
    assert "secret" not in (out + err).lower()


def test_every_review_that_is_not_public_is_counted_by_its_status(site: Callable[..., Path], capsys: Printed) -> None:
    hidden = {"a": "withdrawn", "b": "draft", "c": "embargoed", "d": "draft"}
    site({f"content/reviews/2020/{id}.md": review_file(id, status=status) for id, status in hidden.items()})
    main(["check"])
    assert "  1 review published, 2 draft, 1 embargoed, 1 withdrawn\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("folder", "given", "shown"),
    [
        pytest.param(".", "content", "content/reviews/", id="the site's own folder"),
        pytest.param("content/reviews", "../../content", "content/reviews/", id="inside the content"),
        pytest.param("..", "{site}/content", "{site}/content/reviews/", id="above the site"),
        pytest.param("/", "{path}/content", "{path}/content/reviews/", id="the root"),
        pytest.param("other", "{path}/content", "content/reviews/", id="beside the site, a whole path"),
    ],
)
def test_places_can_be_found_from_another_folder(tmp_path: Path, folder: str, given: str, shown: str) -> None:
    write_site(tmp_path, ERROR)
    (tmp_path / "other").mkdir()
    names = {"site": tmp_path.name, "path": str(tmp_path)}
    done = attempt([*COMMAND, "check", given.format(**names)], tmp_path / folder)
    assert done.returncode == 1
    assert f"\n{shown.format(**names).removeprefix('/')}2020/child-s.md:17:24: " in f"\n{done.stdout}"


def test_the_command_is_installed_and_needs_no_terminal(tmp_path: Path) -> None:
    done = attempt([str(Path(sys.executable).parent / "briefings"), "check"], write_site(tmp_path), LC_ALL="C")
    assert done.returncode == 0
    assert done.stdout.startswith("No problems found.\n  1 review published\n")


def test_a_reader_that_has_had_enough_is_no_error_to_tell(tmp_path: Path) -> None:
    source = write_site(tmp_path, ERROR)
    said = run(["bash", "-c", f"{' '.join(COMMAND)} check --counts | true"], source)
    assert "Traceback" not in said
    assert "BrokenPipeError" not in said


WITHOUT_ID = {"content/reviews/2020/child-s.md": review_file("Child S").replace("{#p1 .asking}", "{.asking}")}


def test_fix_mends_says_so_and_checks_what_is_left(site: Callable[..., Path], capsys: Printed) -> None:
    folder = site(WITHOUT_ID)
    assert main(["check", "--fix"]) == 0
    assert capsys.readouterr().err == "content/reviews/2020/child-s.md: mended 1 id\n"
    assert "{#p1 .asking}" in (folder / "content/reviews/2020/child-s.md").read_text("utf-8")
    assert main(["check", "--fix"]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("arguments", [["--diff"], ["--fix", "--diff"], ["--fix", "--dry-run"]])
def test_a_diff_shows_what_would_be_mended_and_writes_nothing(
    site: Callable[..., Path], capsys: Printed, arguments: list[str]
) -> None:
    folder = site(WITHOUT_ID)
    assert main(["check", *arguments]) == 1
    told = capsys.readouterr().out.splitlines()
    assert told[:2] == ["--- a/content/reviews/2020/child-s.md", "+++ b/content/reviews/2020/child-s.md"]
    assert [line for line in told[2:] if line[0] in "+-"] == [
        "-- Ask once more. {.asking}",
        "+- Ask once more. {#p1 .asking}",
    ]
    assert "{.asking}" in (folder / "content/reviews/2020/child-s.md").read_text("utf-8")


def test_a_diff_of_nothing_is_nothing(site: Callable[..., Path], capsys: Printed) -> None:
    site()
    assert main(["check", "--diff"]) == 0
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("format", ["json", "github", "sarif"])
def test_a_format_for_programs_is_all_that_is_printed(site: Callable[..., Path], capsys: Printed, format: str) -> None:
    site(ERROR)
    assert main(["check", "--format", format]) == 1
    out, err = capsys.readouterr()
    assert err == ""
    assert "unknown-theme" in out
    assert "reviews published" not in out


def test_a_report_for_github_of_good_content_is_empty(site: Callable[..., Path], capsys: Printed) -> None:
    site()
    assert main(["check", "--format", "github"]) == 0
    assert capsys.readouterr() == ("", "")


def test_colour_can_be_asked_for(site: Callable[..., Path], capsys: Printed) -> None:
    site(ERROR)
    main(["check", "--color", "always"])
    assert "\x1b[1;31munknown-theme\x1b[0m" in capsys.readouterr().err
    main(["check"])
    assert "\x1b" not in capsys.readouterr().err


def test_help_says_what_the_exit_codes_mean(capsys: Printed) -> None:
    with pytest.raises(SystemExit):
        main(["check", "--help"])
    assert "exit codes:\n  0  no errors" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["--fix"], ["--diff"], ["--format", "json"]])
def test_watch_only_reports(site: Callable[..., Path], capsys: Printed, arguments: list[str]) -> None:
    site()
    assert main(["check", "--watch", *arguments]) == 2
    assert "--watch only reports" in capsys.readouterr().err


def test_watch_checks_again_at_a_change_and_ends_cleanly(tmp_path: Path) -> None:
    folder = write_site(tmp_path)
    review = folder / "content/reviews/2021/child-r.md"
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        [*COMMAND, "check", "--watch"], cwd=folder, env=environment, stdout=PIPE, stderr=STDOUT, text=True
    ) as watching:
        assert watching.stdout
        until(watching.stdout, "Watching content")
        review.write_text(review_file(theme="askin"), "utf-8")
        assert "did you mean `asking`?" in until(watching.stdout, "Watching content")
        watching.send_signal(signal.SIGINT)
        assert "Traceback" not in watching.stdout.read()
    assert watching.returncode == 0


def until(stream: IO[str], words: str) -> str:
    """What is printed up to the line that holds these words."""
    told = ""
    for line in stream:
        told += line
        if words in line:
            break
    return told
