"""What other projects use to check their content: the hooks, the action, the job. They say what the command knows."""

import re
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefings.cli import main
from tests.building import ROOT, attempt
from tests.libraries import write_site

HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
JOBS = yaml.safe_load((ROOT / "templates/check.yml").read_text("utf-8"))
DOC = (ROOT / "docs/checking.md").read_text("utf-8")


def scripts() -> Iterator[str]:
    """Every line of shell that the action and the job run."""
    yield from (step["run"] for step in ACTION["runs"]["steps"] if "run" in step)
    yield from JOBS["check-briefings"]["before_script"]
    yield from JOBS["check-briefings"]["script"]


def options_used() -> set[str]:
    used = {word for script in scripts() for word in re.findall(r"briefings\"? check (.*)", script)}
    words = [word for line in (*used, *(hook["entry"] for hook in HOOKS)) for word in shlex.split(line)]
    return {word for word in words if word.startswith("--")}


def test_every_option_that_they_use_is_one_of_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["check", "--help"])
    known = set(re.findall(r"--[a-z-]+", capsys.readouterr().out))
    assert options_used()
    assert options_used() <= known


def test_every_option_of_the_command_is_in_the_manual(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["check", "--help"])
    known = set(re.findall(r"--[a-z-]+", capsys.readouterr().out)) - {"--help"}
    assert {option for option in known if f"`{option}" not in DOC} == set()


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_says_all_that_pre_commit_asks_for(hook: dict[str, Any]) -> None:
    assert {"id", "name", "entry", "language"} <= set(hook)
    assert hook["language"] == "python"
    assert hook["pass_filenames"] is False
    assert f"`{hook['id']}`" in DOC or hook["id"] in DOC


def test_the_action_is_one_of_steps_that_name_their_shell_and_take_no_input_as_code() -> None:
    assert ACTION["runs"]["using"] == "composite"
    runs = [step for step in ACTION["runs"]["steps"] if "run" in step]
    assert all(step["shell"] == "bash" for step in runs)
    assert all("${{" not in step["run"] for step in runs), "an input could run as code"
    assert all(f"`{name}`" in DOC for name in ACTION["inputs"])


def test_the_variables_of_the_job_are_explained() -> None:
    assert all(f"`{name}`" in DOC for name in JOBS["check-briefings"]["variables"])


@pytest.mark.parametrize("script", list(scripts()))
def test_what_they_run_is_shell(script: str) -> None:
    done = attempt(["bash", "-n", "-c", script], ROOT)
    assert done.returncode == 0, done.stdout


def test_a_report_in_a_file_is_written_for_wrong_content_too(tmp_path: Path) -> None:
    """`|| test $? -eq 1`: errors in the content do not stop the step, a misused command does."""
    folder = write_site(tmp_path, {"content/reviews/2020/child-s.md": "no front matter"})
    for words, code in (("check --format sarif content", 0), ("check --format sarif nowhere", 1)):
        script = f"{sys.executable} -m briefings.cli {words} > report.sarif || test $? -eq 1"
        assert attempt(["bash", "-c", script], folder).returncode == code
