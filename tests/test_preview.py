"""A preview shows drafts, says so on every page, and never gets into the folder of the public site."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.building import attempt, build
from tests.libraries import review_file, write_site

PREVIEW = [sys.executable, "-m", "briefings.cli", "preview"]
BUILD = [sys.executable, "-m", "mkdocs", "build"]
TOLD = 'Preview, not public. <span class="lb-preview__holds">It holds 1 draft review and 1 embargoed review.'
FILES = {
    "content/reviews/2024/child-d.md": review_file("Child D", "draft", point="Ask as in [[child-e]]."),
    "content/reviews/2024/child-e.md": review_file("Child E", "embargoed"),
    "content/reviews/2024/child-w.md": review_file("Zqxjv", "withdrawn", point="Zqxjv."),
}


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of which a preview was made."""
    folder = write_site(tmp_path_factory.mktemp("preview"), FILES)
    done = attempt(PREVIEW, folder)
    assert done.returncode == 0, done.stdout
    assert "The preview is in preview. It holds what is not public" in done.stdout
    return folder


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def test_every_page_says_that_it_is_a_preview_and_asks_not_to_be_indexed(source: Path) -> None:
    made = pages(source / "preview")
    assert len(made) > 20
    for page in made:
        text = page.read_text("utf-8")
        if page.name != "email.html":
            assert TOLD in text, page
            assert '<meta name="robots" content="noindex">' in text, page


def test_drafts_and_embargoed_reviews_are_shown_and_named_as_such(source: Path) -> None:
    text = (source / "preview/reviews/child-d/index.html").read_text("utf-8").replace("\N{NO-BREAK SPACE}", " ")
    assert '<p class="lb-kicker">Draft · ' in text
    listed = (source / "preview/reviews/index.html").read_text("utf-8").replace("\N{NO-BREAK SPACE}", " ")
    states = re.findall(r'class="card-meta"[^>]*>(Draft|Embargoed|[^·]+) ·', listed)
    assert sorted(states, key=len)[:2] == ["Draft", "Embargoed"]
    assert len(states) == 3


def test_what_was_withdrawn_is_in_no_preview(source: Path) -> None:
    held = [
        path for path in (source / "preview").rglob("*") if path.is_file() and b"zqxjv" in path.read_bytes().lower()
    ]
    assert held == []


def test_a_preview_can_be_made_again_in_its_folder(source: Path) -> None:
    assert attempt(PREVIEW, source).returncode == 0


def test_a_public_build_says_nothing_of_a_preview(source: Path) -> None:
    build(source, source / "elsewhere")
    text = (source / "elsewhere/index.html").read_text("utf-8")
    assert "lb-preview" not in text
    assert '<meta name="robots"' not in text
    assert not (source / "elsewhere/reviews/child-d").exists()


@pytest.mark.parametrize("setting", ["", "site_dir: public\n"])
def test_it_is_never_written_into_the_folder_of_the_public_site(tmp_path: Path, setting: str) -> None:
    folder = write_site(tmp_path, FILES, setting)
    public = folder / ("public" if setting else "site")
    assert attempt(BUILD, folder).returncode == 0
    before = {path: path.read_bytes() for path in public.rglob("*") if path.is_file()}
    done = attempt([*PREVIEW, "--out", public.name], folder)
    assert done.returncode == 1
    assert f"{public} is the folder of the public site, and a preview holds what is not public." in done.stdout
    assert {path: path.read_bytes() for path in public.rglob("*") if path.is_file()} == before


def test_it_is_never_written_over_something_else(tmp_path: Path) -> None:
    folder = write_site(tmp_path, {**FILES, "mine/letter.txt": "Dear all"})
    done = attempt([*PREVIEW, "--out", "mine"], folder)
    assert done.returncode == 1
    assert "is not empty, and holds no preview. Choose another folder for it." in done.stdout
    assert (folder / "mine/letter.txt").read_text("utf-8") == "Dear all"


def test_the_public_site_is_never_built_into_a_preview(source: Path) -> None:
    done = attempt([*BUILD, "--site-dir", "preview"], source)
    assert done.returncode == 1
    assert "holds a preview. Build the public site into another folder, or delete that one." in done.stdout
    assert (source / "preview/reviews/child-d/index.html").exists()


def test_without_settings_it_says_what_it_needs(tmp_path: Path) -> None:
    done: subprocess.CompletedProcess[str] = attempt(PREVIEW, tmp_path)
    assert (done.returncode, done.stdout) == (
        2,
        "briefings: there is no mkdocs.yml; give the site's settings with --config\n",
    )
