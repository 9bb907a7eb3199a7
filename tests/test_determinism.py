"""The same content gives the same bytes, in whatever order its files lie on the disk and whatever the day."""

import filecmp
import random
import sys
from pathlib import Path

import pytest

from tests.building import run
from tests.libraries import SITE, review_file, write_files

BUILD = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", "site"]
THEMES = [f"theme-{letter}" for letter in "abcdefgh"]


def hostile_files() -> dict[str, str]:
    """A site in which a set, a walk of folders or a tie would show: equal dates, equal weights, equal titles."""
    files = {f"content/themes/{id}.md": theme_file(id) for id in THEMES}
    for number in range(12):
        points = "\n".join(f"- A SAR and CAMHS {n}. {{#q{n} .{theme}}}" for n, theme in enumerate(THEMES[number % 3 :]))
        text = review_file("Child R", theme=THEMES[0]).replace("## If you", f"{points}\n\n## If you")
        files[f"content/reviews/{2019 + number % 3}/child-{number * 7 % 12}.md"] = text
    return {**SITE, **files, "content/themes/asking.md": theme_file("asking"), "content/about.md": "# About\n"}


def theme_file(id: str) -> str:
    related = ", ".join(other for other in THEMES if other != id)
    fields = f"title: The same\ndefinition: {id}.\naliases: [word of {id}]\nrelated: [{related}]"
    return f"---\n{fields}\n---\n\nAs [[child-1]].\n"


def files_of(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())


def built(folder: Path, order: int, **environment: str) -> Path:
    """The site, its files written in an order of their own."""
    names = list(hostile_files())
    random.Random(order).shuffle(names)
    run(BUILD, write_files(folder, {name: hostile_files()[name] for name in names}), **environment)
    return folder / "site"


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("first"), 1, PYTHONHASHSEED="1")


@pytest.mark.parametrize(
    "environment",
    [
        pytest.param({"PYTHONHASHSEED": "2"}, id="another order of sets"),
        pytest.param({"PYTHONHASHSEED": "3", "TZ": "Pacific/Auckland", "LC_ALL": "C"}, id="another place"),
        pytest.param({"PYTHONHASHSEED": "4", "SOURCE_DATE_EPOCH": "1893456000"}, id="another day"),
    ],
)
def test_the_same_content_gives_the_same_bytes(first: Path, tmp_path: Path, environment: dict[str, str]) -> None:
    again = built(tmp_path, 7, **environment)
    assert files_of(again) == files_of(first)
    _, different, unread = filecmp.cmpfiles(first, again, files_of(again), shallow=False)
    assert (different, unread) == ([], [])
