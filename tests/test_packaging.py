"""What another organisation gets: a wheel that needs only `content/` and `mkdocs.yml` to give a whole site."""

import re
import shutil
import sys
import sysconfig
import tomllib
import venv
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.building import ROOT, build, run
from tests.built_pages import address_of, broken_links, read_pages
from tests.conftest import made_once

MINIMAL = ROOT / "tests" / "sites" / "minimal"
LOCKS = sorted(ROOT.glob("requirements/*.lock"))
PINNED = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)(?: ; (?P<marker>[^\\]+))?", re.MULTILINE)


@pytest.fixture(scope="session")
def consumer(shared_folder: Path) -> Path:
    """The Python of an environment that has the wheel, and every dependency but not this checkout."""
    return made_once(shared_folder / "consumer", install_wheel) / "bin" / "python"


@pytest.fixture(scope="session")
def minimal_site(shared_folder: Path, consumer: Path) -> Path:
    """The site that the wheel makes of `tests/sites/minimal`, built far from this checkout."""

    def make(site: Path) -> None:
        source = site.with_name("minimal-source")
        shutil.copytree(MINIMAL, source)
        build(source, site, python=str(consumer))

    return made_once(shared_folder / "minimal", make)


def install_wheel(environment: Path) -> None:
    """Make an environment from the wheel; its dependencies are this environment's own, by a path file."""
    wheels = environment.with_name("wheels")
    run([sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(wheels)], ROOT)
    (wheel,) = wheels.glob("*.whl")
    venv.create(environment, symlinks=True)
    python = environment / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "--quiet"]
    run([*pip, "install", "--no-deps", "--no-index", str(wheel)], ROOT)
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    own = Path(run([str(python), "-c", ask], environment).strip())
    # A path file inside a folder that a path file names isn't read: the editable install stays behind.
    (own / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")


def test_the_code_and_the_templates_come_from_the_wheel(consumer: Path) -> None:
    ask = "import briefings, briefings_mkdocs as m; print(briefings.__file__); print(m.__file__)"
    places = [Path(line) for line in run([str(consumer), "-c", ask], consumer.parent).splitlines()]
    assert [place for place in places if not place.is_relative_to(consumer.parent.parent)] == []
    package = places[1].parent
    for name in (
        "py.typed",
        "../briefings/py.typed",
        "../briefings/common_words.txt",
        "overrides/main.html",
        "overrides/assets",
        "fonts/newsreader-600.ttf",
        "fonts/newsreader-600.json",
    ):
        assert (package / name).exists(), name


def test_the_wheel_holds_nothing_but_the_two_packages(consumer: Path) -> None:
    tops = {path.name for path in consumer.parent.parent.glob("lib/python*/site-packages/*")}
    kept = {name for name in tops if not name.endswith((".dist-info", ".pth"))}
    assert kept == {"briefings", "briefings_mkdocs"}


def test_the_command_is_installed(consumer: Path) -> None:
    assert "check" in run([str(consumer.with_name("briefings")), "--help"], consumer.parent)


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/404.html",
        "/reviews/",
        "/reviews/lantern-bay-kestrel/",
        "/reviews/lantern-bay-mr-harbour/",
        "/themes/",
        "/themes/small-signs/",
        "/themes/telling-others/",
        "/one-thing/",
    ],
)
def test_content_and_mkdocs_yml_are_enough_for(minimal_site: Path, address: str) -> None:
    assert address in {address_of(path, minimal_site) for path in minimal_site.rglob("*.html")}


def test_the_minimal_site_has_no_broken_link(minimal_site: Path) -> None:
    assert broken_links(minimal_site) == []


def test_the_minimal_site_wears_our_templates_and_has_all_our_assets(minimal_site: Path) -> None:
    kestrel = read_pages(minimal_site)["/reviews/lantern-bay-kestrel/"]
    assert kestrel.kind == "briefing"
    assets = ROOT / "overrides" / "assets"
    ours = [path.relative_to(assets) for path in assets.rglob("*") if path.is_file() and path.suffix != ".css"]
    assert ours
    assert {path.name.partition(".")[0] for path in minimal_site.glob("assets/stylesheets/*")} == {"screen", "print"}
    assert [path for path in ours if not (minimal_site / "assets" / path).is_file()] == []


def test_the_minimal_site_publishes_no_data_of_authors(minimal_site: Path) -> None:
    assert [path for path in minimal_site.rglob("*") if path.suffix in {".yml", ".md"}] == []


def test_a_theme_links_each_review_that_carries_it_and_back(minimal_site: Path) -> None:
    theme = (minimal_site / "themes" / "telling-others" / "index.html").read_text("utf-8")
    for review in ("lantern-bay-kestrel", "lantern-bay-mr-harbour"):
        assert f"reviews/{review}/#p" in theme
        page = (minimal_site / "reviews" / review / "index.html").read_text("utf-8")
        assert "themes/telling-others/" in page


# ── locked dependencies ──────────────────────────────────────────────────────────────────────────────────────────────


def project() -> dict[str, dict[str, list[str]]]:
    content: dict[str, dict[str, list[str]]] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return content


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_has_hashes_and_names_no_host_and_no_folder(lock: Path) -> None:
    text = lock.read_text("utf-8")
    assert text.count("==") <= text.count("--hash=sha256:")
    assert re.findall(r"^.*(?:://|--index|--find-links|file:|/).*$", text, re.MULTILINE) == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_holds_every_dependency_within_its_range(lock: Path) -> None:
    pinned = {pin["name"]: pin["version"] for pin in PINNED.finditer(lock.read_text("utf-8"))}
    for text in project()["project"]["dependencies"]:
        needed = Requirement(text)
        assert needed.specifier.contains(pinned[needed.name.lower()]), text


def test_both_locks_agree() -> None:
    run_lock, dev_lock = (
        set(PINNED.findall((ROOT / "requirements" / name).read_text("utf-8"))) for name in ("run.lock", "dev.lock")
    )
    assert run_lock <= dev_lock
