"""What goes to the processes that print, and what comes back: plain data, which needs no WeasyPrint."""

from __future__ import annotations

from dataclasses import dataclass

from briefings.pages import addresses
from briefings.pages.on_paper import Side


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A briefing to print: its page's file and address below the site, and what the page says of its printed side.

    ``narrower`` is printed in place of that, where the page turned out to take more than one side.
    """

    review: str
    page: str
    address: str
    author: str
    side: Side
    narrower: Side | None = None

    @property
    def pdf(self) -> str:
        """The file that is written."""
        return addresses.pdf(self.review)


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF that was written: how many sides it has, its size in bytes, and what could not be done."""

    job: PrintJob
    sides: int
    size: int
    complaints: tuple[str, ...]
