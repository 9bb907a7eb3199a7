"""Real builds of real sites, each in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
TODAY = "1767225600"
"""The first second of 2026, as SOURCE_DATE_EPOCH."""


def build(source: Path, site: Path, python: str = sys.executable, **environment: str) -> None:
    """Build the site whose `mkdocs.yml` is in `source`, strictly, into `site`; a failed build fails the test."""
    run([python, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)], source, **environment)


def run(command: list[str], folder: Path, **environment: str) -> str:
    """What a command prints; a command that fails, fails the test with it."""
    done = attempt(command, folder, **environment)
    if done.returncode:
        raise AssertionError(f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}")
    return done.stdout


def attempt(command: list[str], folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """How a command ends, and what it prints to either stream. It knows nothing of a make that started the tests."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    fixed = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": TODAY}
    return subprocess.run(
        command,
        cwd=folder,
        env=inherited | fixed | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
