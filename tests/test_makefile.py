"""`make build` swaps sites only when the new one is whole, and says plainly what it needs."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.building import ROOT, attempt, run

# The environment that runs the tests stands in for the one that make would install.
INSTALLED = [f"VENV={sys.prefix}", "RUN="]

OLD = '#!/bin/sh\n[ "$1" = --version ] && echo Python 3.9.2 && exit\nexit 1\n'
ABSENT = "#!/bin/sh\nexit 127\n"
WITHOUT_VENV = '#!/bin/sh\ncase "$2" in *ensurepip*) exit 1;; esac\n'


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """What `make build` reads of this repository, free to spoil."""
    for name in ("Makefile", "mkdocs.yml", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    for name in ("content", "overrides", "requirements"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


def test_the_last_good_site_stays_when_the_content_is_wrong(checkout: Path) -> None:
    run(["make", "build", *INSTALLED, "BRIEFINGS_PDF=false"], checkout)
    good = (checkout / "site" / "index.html").read_bytes()
    review = next(checkout.glob("content/reviews/**/*.md"))
    review.write_text(review.read_text("utf-8").replace("status: published", "status: publishd"), "utf-8")

    with pytest.raises(AssertionError, match="publishd"):
        run(["make", "build", *INSTALLED], checkout)
    assert (checkout / "site" / "index.html").read_bytes() == good


def test_a_machine_without_pango_builds_a_site_without_pdfs_and_is_told(checkout: Path) -> None:
    for folder in ("reviews", "actions", "digests"):
        shutil.rmtree(checkout / "content" / folder)
    (checkout / "weasyprint.py").write_text("raise OSError('cannot load library')\n", "utf-8")
    path = os.pathsep.join(filter(None, (str(checkout), os.environ.get("PYTHONPATH", ""))))
    said = run(["make", "build", *INSTALLED], checkout, PYTHONPATH=path, BRIEFINGS_PDF="")
    assert "PDFs are left out: WeasyPrint finds no Pango." in said
    assert (checkout / "site/index.html").exists()


@pytest.mark.parametrize(
    ("python", "said"),
    [
        pytest.param(OLD, "Python 3.11 or newer is needed", id="too old"),
        pytest.param(ABSENT, "Python 3.11 or newer is needed", id="absent"),
        pytest.param(WITHOUT_VENV, "has no venv module", id="without venv"),
    ],
)
def test_make_says_what_is_missing_when_python_will_not_do(checkout: Path, python: str, said: str) -> None:
    fake = checkout / "python"
    fake.write_text(python, "utf-8")
    fake.chmod(0o755)
    done = attempt(["make", "build", f"PYTHON={fake}", "VENV=none"], checkout)
    assert done.returncode
    assert said in done.stdout


def test_help_lists_every_target(checkout: Path) -> None:
    listed = run(["make"], checkout)
    for target in ("site", "build", "serve", "test", "bench", "fuzz", "check", "format", "lock", "wheel", "clean"):
        assert f"make {target} " in listed
