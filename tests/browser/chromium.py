"""Finds what the tests need of the machine: a Chromium, and the libraries that print PDFs.

`python -m tests.browser.chromium` installs what is not there.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from platform import freedesktop_os_release

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PANGO = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
"""Debian's packages of what WeasyPrint loads. Its chromium brings the first and the last of them, not the second."""
NO_PANGO = (
    "WeasyPrint finds no Pango to print PDFs with. Install it (Debian and Ubuntu: apt install "
    f"{' '.join(PANGO)}; macOS: brew install pango)."
)
MISSING = "There is no browser to test with. Run `make browser`, or set CHROMIUM to the path of one."


def candidates() -> Iterator[str]:
    """Where a browser may be, the best first."""
    if chosen := os.environ.get("CHROMIUM"):
        yield chosen
        return
    yield from (path for name in NAMES if (path := shutil.which(name)))
    with sync_playwright() as playwright:
        yield playwright.chromium.executable_path
    yield MAC


def runs(path: str) -> bool:
    """Whether this is a browser that starts: some systems have a stub by that name."""
    try:
        done = subprocess.run([path, "--version"], capture_output=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def find() -> str | None:
    """The path of a browser that starts."""
    return next((path for path in candidates() if runs(path)), None)


def is_debian() -> bool:
    """Whether this is Debian itself: elsewhere apt's chromium may be a stub for another installer."""
    try:
        return freedesktop_os_release()["ID"] == "debian"
    except (OSError, KeyError):
        return False


def prints() -> bool:
    """Whether WeasyPrint can be loaded: asked in a process of its own, as one that failed cannot ask again."""
    done = subprocess.run([sys.executable, "-c", "import weasyprint"], capture_output=True, check=False)
    return done.returncode == 0


def is_root() -> bool:
    """Whether we may install packages."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def apt_install(*packages: str) -> None:
    """Install Debian's packages."""
    quietly = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], check=True)
    command = ["apt-get", "install", "-qq", "--yes", "--no-install-recommends", *packages]
    subprocess.run(command, check=True, env=quietly)


def install() -> None:
    """Install Debian's Chromium as root on Debian, and Playwright's own everywhere else."""
    if is_root() and is_debian():
        apt_install("chromium")
    else:
        with_libraries = ["--with-deps"] if is_root() and Path("/usr/bin/apt-get").exists() else []
        subprocess.run([sys.executable, "-m", "playwright", "install", *with_libraries, "chromium"], check=True)


def main() -> None:
    """Print the browser that the tests will use, installing one and Pango first if need be."""
    if not (found := find()):
        sys.stdout.write("No browser found: installing Chromium.\n")
        install()
        found = find()
    if not prints() and is_root() and Path("/usr/bin/apt-get").exists():
        sys.stdout.write("No Pango found: installing it.\n")
        apt_install(*PANGO)
    if not found or not prints():
        sys.exit(NO_PANGO if found else MISSING)
    sys.stdout.write(f"Browser: {found}\n")


if __name__ == "__main__":
    main()
