"""After the build, where a site asks for it: a PDF of each briefing's printed side, beside its page."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path, PurePosixPath
from time import monotonic

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page as MkDocsPage

from briefings.library import Library
from briefings.pages import addresses
from briefings.pages.briefing import printed_side
from briefings.pages.on_paper import Side
from briefings.problems import plural
from briefings_mkdocs.added import root_of
from briefings_mkdocs.print_jobs import Printed, PrintJob

log = logging.getLogger("mkdocs.plugins.briefings")

NEEDED = """\
The setting `pdf` of the briefings plugin needs WeasyPrint, and WeasyPrint needs the Pango library.
  pip install "learning-briefings[pdf]"
  Debian and Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
  Fedora: dnf install pango
  macOS: brew install pango
Or leave `pdf` out: every briefing prints on one side from a browser too."""
SIZE = '<span class="lb-size"></span>'
"""Where a page says how large its PDF is, which nobody knows before there is one."""
TOLD = "pdf"
"""What a template may read of a page that has one: where it is."""
ROOMS = (0.95, 0.9, 0.8, 0.6, 0.3)
"""How much of a side may be filled where a page took more than one: less at each try."""
JOBS_A_PROCESS = 8
"""Fewer than this are not worth another process."""


class Press:
    """Takes the briefings of a build as they come, and prints them when all is written. Make one with :meth:`ready`."""

    def __init__(self) -> None:
        self._jobs: list[PrintJob] = []

    @classmethod
    def ready(cls) -> Press:
        """One that can print: where it could not, the build stops before anything is written."""
        try:
            import_module("weasyprint")
        except (ImportError, OSError) as error:
            raise PluginError(f"{NEEDED}\n\n{error}") from error
        return cls()

    def take(self, page: MkDocsPage, config: MkDocsConfig) -> None:
        """Have a briefing printed. Its page may link to the PDF."""
        review = PurePosixPath(page.file.src_uri).stem
        page.meta[TOLD] = addresses.pdf(review)
        author = str(config.site_author or config.site_name)
        side = Side(page.meta["paper"], {}, page.meta["foot"])
        self._jobs.append(PrintJob(review, page.file.dest_uri, page.file.url, author, side))

    def print(self, config: MkDocsConfig, library: Library) -> None:
        """Write the PDFs. A page that takes more than one side is printed again, with less on it."""
        site, root = Path(config.site_dir), root_of(config)

        def narrower(job: PrintJob, room: float) -> PrintJob:
            review = library.by_id[job.review]
            return replace(job, narrower=printed_side(library, review, root.url, room, folders=root.folders))

        started = monotonic()
        with ProcessPoolExecutor(_processes(len(self._jobs)), get_context("spawn"), _fix_the_day) as pool:
            for printed in _on_one_side(partial(_print_all, pool, site, root.url), self._jobs, narrower):
                _say_its_size(site / printed.job.page, printed.size)
        log.info(f"Printed {plural(len(self._jobs), 'PDF')} in {monotonic() - started:.1f} seconds")


def _fix_the_day() -> None:
    """In a process that prints: fontTools writes the day into each font that it unpacks. Two builds would differ."""
    os.environ["SOURCE_DATE_EPOCH"] = "0"


def _processes(jobs: int) -> int:
    return max(1, min(os.cpu_count() or 1, jobs // JOBS_A_PROCESS))


def _print_all(pool: ProcessPoolExecutor, site: Path, url: str, jobs: Sequence[PrintJob]) -> Iterator[Printed]:
    """Hand the jobs to the processes; what could not be done is told."""
    printing = import_module("briefings_mkdocs.printing")
    for printed in pool.map(partial(printing.print_job, site, url), jobs, chunksize=4):
        for complaint in printed.complaints:
            log.warning(f"{printed.job.pdf}: {complaint}")
        yield printed


def _on_one_side(
    print_all: Callable[[Sequence[PrintJob]], Iterator[Printed]],
    jobs: Sequence[PrintJob],
    narrower: Callable[[PrintJob, float], PrintJob],
) -> Iterator[Printed]:
    """Do the jobs, and those again that took more than one side, each time with less on them."""
    for room in ROOMS:
        again = []
        for printed in print_all(jobs):
            if printed.sides == 1:
                yield printed
            else:
                again.append(narrower(printed.job, room))
        jobs = again
    for printed in print_all(jobs):
        if printed.sides > 1:
            log.warning(
                f"{printed.job.pdf} has {printed.sides} sides: its summary or its one thing is too long for one"
            )
        yield printed


def _say_its_size(page: Path, size: int) -> None:
    """Write into a page how large its PDF is."""
    text = page.read_text("utf-8")
    page.write_text(text.replace(SIZE, f", {max(1, round(size / 1000))} kB"), "utf-8")
