"""`mkdocs serve`, really run: what is saved is shown, a mistake is told and harms nothing, the next save recovers."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.building import ROOT
from tests.libraries import SITE, review_file, write_files, write_site

PATIENCE = 20
"""Seconds that anything may take."""
OFTEN = 0.05


@dataclass
class Served:
    """A site that is being served, and where its author writes."""

    source: Path
    address: str
    log: Path
    code: Path

    def write(self, name: str, text: str) -> None:
        write_files(self.source, {name: text})

    def page(self, path: str = "reviews/child-r/") -> str:
        """A page as a browser gets it; nothing while there is no answer."""
        try:
            with urlopen(f"{self.address}/{path}", timeout=5) as answer:
                return str(answer.read().decode())
        except (URLError, TimeoutError):
            return ""

    def said(self) -> str:
        return self.log.read_text("utf-8")


def until(holds: Callable[[], bool], told: Callable[[], str]) -> None:
    """Wait for something to hold, and no longer than it takes."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, told()
        time.sleep(OFTEN)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """A site of one review, served with live reload by a copy of the plugin whose templates may be changed."""
    code = tmp_path / "code"
    shutil.copytree(ROOT / "overrides", code / "overrides")
    shutil.copytree(ROOT / "plugins", code / "plugins")
    own = "  name: material\n  custom_dir: own\n"
    config = SITE["mkdocs.yml"].replace("theme: {name: material}\n", f"theme:\n{own}")
    config = config.replace("briefings]", "briefings: {pdf: true}]")
    source = write_site(tmp_path / "site", {"mkdocs.yml": config, "own/partials/footer.html": "<p>One</p>"})
    port = free_port()
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
    path = os.pathsep.join(filter(None, (str(code / "plugins"), os.environ.get("PYTHONPATH", ""))))
    environment = os.environ | {"PYTHONPATH": path, "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"}
    log = tmp_path / "log"
    with (
        log.open("w") as said,
        subprocess.Popen(command, cwd=source, env=environment, stdout=said, stderr=subprocess.STDOUT) as process,
    ):
        site = Served(source, f"http://127.0.0.1:{port}", log, code)
        try:
            until(lambda: "Child R" in site.page(), site.said)
            yield site
        finally:
            process.kill()


def test_no_pdf_is_made_for_somebody_who_is_writing(served: Served) -> None:
    assert "PDF" not in served.page()
    assert served.page("reviews/child-r/child-r.pdf") == ""


def test_a_saved_review_is_shown(served: Served) -> None:
    served.write("content/reviews/2021/child-r.md", review_file(point="Ask the neighbours."))
    until(lambda: "Ask the neighbours." in served.page(), served.said)


def test_a_mistake_is_told_and_the_old_page_stays_until_the_next_save(served: Served) -> None:
    name = "content/reviews/2021/child-r.md"
    served.write(name, review_file(point="Ask the neighbours.", theme="askin"))
    until(lambda: "is still served" in served.said(), served.said)
    said = served.said()
    assert "content/reviews/2021/child-r.md:17:29: unknown-theme: no theme is called `askin`" in said
    assert "   17 | - Ask the neighbours. {#p1 .askin}\n" in said
    assert "hint: did you mean `asking`?" in said
    assert "Traceback" not in said
    assert "Ask once more." in served.page()

    served.write(name, review_file(point="Ask the neighbours."))
    until(lambda: "Ask the neighbours." in served.page(), served.said)
    assert served.said().count("unknown-theme") == 1


def test_reviews_come_and_go(served: Served) -> None:
    name = "content/reviews/2022/child-s.md"
    served.write(name, review_file("Child S"))
    until(lambda: "Child S" in served.page("reviews/"), served.said)
    served.write(name, review_file("Child S", status="withdrawn"))
    until(lambda: "Child S" not in served.page("reviews/") != "", served.said)
    assert "This review was withdrawn" in served.page("reviews/child-s/")
    served.write(name, review_file("Child S", status="draft"))
    until(lambda: served.page("reviews/child-s/") == "", served.said)


@pytest.mark.parametrize(
    ("name", "text", "page", "shown"),
    [
        pytest.param(
            "content/themes/asking.md",
            "---\ntitle: Asking again\ndefinition: Asking.\n---\n",
            "reviews/child-r/",
            "Asking again",
            id="theme",
        ),
        pytest.param(
            "content/vocabulary/partnerships.yml",
            "north: {name: Northshire Safeguarding Partnership, short: The North}\n",
            "reviews/",
            "The North",
            id="vocabulary",
        ),
        pytest.param("content/about.md", "We wrote this.\n", "about/", "We wrote this.", id="page"),
        pytest.param("own/partials/footer.html", "<p>Two</p>", "", "<p>Two</p>", id="template of the site's own"),
    ],
)
def test_whatever_is_saved_is_shown(served: Served, name: str, text: str, page: str, shown: str) -> None:
    served.write(name, text)
    until(lambda: shown in served.page(page), served.said)


def test_a_changed_template_of_ours_is_shown(served: Served) -> None:
    template = served.code / "overrides" / "partials" / "title.html"
    template.write_text("<h1>The new title</h1>", "utf-8")
    until(lambda: "The new title" in served.page(), served.said)


def test_a_site_with_mistakes_from_the_start_is_told_them_and_ends(tmp_path: Path) -> None:
    source = write_site(tmp_path, {"content/reviews/2020/s.md": review_file(status="publishd")})
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{free_port()}"]
    done = subprocess.run(command, cwd=source, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert done.returncode == 1
    assert "content/reviews/2020/s.md:8:9: unknown-status:" in done.stderr
    assert "Traceback" not in done.stderr
