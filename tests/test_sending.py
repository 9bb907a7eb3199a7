"""`briefings email`: a digest's mail for those who send it from elsewhere."""

from pathlib import Path

import pytest

from briefings.cli import main
from tests.libraries import write_site

DIGEST = """\
---
title: Lessons of 2021
published: 2021-12
period: {{from: 2021-01, to: 2021-12}}
status: {}
---

Hello.
"""
HERE = ["--site-url", "https://site.example/learning"]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    files = {
        "content/digests/2021-12.md": DIGEST.format("published"),
        "content/digests/2022-12.md": DIGEST.format("draft"),
    }
    return write_site(tmp_path, files) / "content"


def run(content: Path, *arguments: str) -> int:
    return main(["email", *arguments, "--content", str(content), "--out", str(content.parent / "out")])


def test_it_writes_three_files_and_names_them(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(content, "2021-12", *HERE, "--site-name", "Our learning") == 0
    out = content.parent / "out"
    names = ("email.html", "email.txt", "2021-12.eml")
    assert capsys.readouterr().out.split() == [str(out / name) for name in names]
    assert "https://site.example/learning/reviews/child-r/" in (out / "email.txt").read_text("utf-8")
    assert (out / "email.txt").read_text("utf-8").startswith("Our learning · ")
    assert b"X-Unsent: 1\r\n" in (out / "2021-12.eml").read_bytes()


def test_its_links_lead_to_files_for_a_site_that_wants_their_names(content: Path) -> None:
    assert run(content, "2021-12", *HERE, "--file-names") == 0
    text = (content.parent / "out/email.txt").read_text("utf-8")
    assert "https://site.example/learning/reviews/child-r.html" in text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["2021-11", *HERE], "no published digest is called `2021-11`; did you mean `2021-12`?"),
        (["2022-12", *HERE], "no published digest is called `2022-12`; did you mean `2021-12`?"),
        (["2021-12", "--site-url", "site.example"], "`site.example` is not where a site is"),
        (["2021-12", "--site-url", ""], "`` is not where a site is; write it as `https://learning.example.org/`"),
        (["2021-12", "--site-url", "https://a.example/?b"], "`https://a.example/?b` is not where a site is"),
        (["2021-12", "--site-url", "javascript:alert(1)"], "`javascript:alert(1)` is not where a site is"),
    ],
)
def test_what_is_asked_wrongly_is_told_and_writes_nothing(
    content: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert run(content, *arguments) == 2
    assert capsys.readouterr().err.startswith(f"briefings: {said}")
    assert not (content.parent / "out").exists()


def test_a_folder_that_cannot_be_written_to_is_told(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (content.parent / "out").write_text("a file is in the way", "utf-8")
    assert run(content, "2021-12", *HERE) == 2
    assert "email.html cannot be written: " in capsys.readouterr().err


def test_content_with_errors_gives_no_mail(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (content / "themes/broken.md").write_text("no front matter", "utf-8")
    assert run(content, "2021-12", *HERE) == 1
    assert "themes/broken.md:1:1: " in capsys.readouterr().err
