"""The repository's own site, built once a run, whatever the number of workers."""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import settings

from tests.building import ROOT, build
from tests.built_pages import BuiltPage, read_pages
from tests.printing import build_with_pdfs

# `make test` tries the same examples each time, and says the same of the same code; `make fuzz` looks for new ones.
settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("fuzz", deadline=None, max_examples=2_000, derandomize=False, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for the whole run: pytest-xdist gives each worker a folder inside it."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def made_once(folder: Path, make: Callable[[Path], None]) -> Path:
    """The folder, made by the worker that asks first; the others wait for it."""
    made = folder.with_name(f"{folder.name}.made")
    with folder.with_name(f"{folder.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            make(folder)
            made.touch()
    return folder


@pytest.fixture(scope="session")
def built_site(shared_folder: Path) -> Path:
    """This repository's site, by a real and strict build."""
    return made_once(shared_folder / "site", lambda site: build(ROOT, site, PYTHONHASHSEED="1"))


@pytest.fixture(scope="session")
def paper_site(shared_folder: Path) -> Path:
    """The same content as a site that knows its address and has a PDF of each briefing."""
    return made_once(shared_folder / "paper", lambda site: build_with_pdfs(ROOT / "content", site))


@pytest.fixture(scope="session")
def built_pages(built_site: Path) -> dict[str, BuiltPage]:
    """Every page of the built site, by its address."""
    return read_pages(built_site)


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        """Nothing to say."""


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """Serve a built site; gives its address: `http://127.0.0.1:…`."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(site))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="session")
def served(built_site: Path) -> Iterator[str]:
    """The address at which the built site is served."""
    with serving(built_site) as address:
        yield address
