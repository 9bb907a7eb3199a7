"""A built page -> a tagged PDF of its printed side. Runs in a process of its own: `pdf.py` hands out the pages.

WeasyPrint reads the same page and the same stylesheets that a browser prints, so that both outputs have one source.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse, URLFetchingError

from briefings_mkdocs.print_jobs import Printed, PrintJob
from briefings_mkdocs.sections import print_only

LOGGER = logging.getLogger("weasyprint")
"""Where WeasyPrint tells what it could not do, and we too."""
NOWHERE = "https://site.invalid/"
"""Where a site is taken to live that does not say where: a name that no host can have."""


def print_job(site: Path, url: str, job: PrintJob) -> Printed:
    """Print one page of the site built in the folder ``site``. ``url`` is where it will live; empty if nobody knows."""
    return _printer(site, url).printed(job)


@cache
def _printer(site: Path, url: str) -> _Printer:
    return _Printer(site, url)


@dataclass(frozen=True)
class _Printer:
    """Prints pages of one site, one after the other: fonts and stylesheets, which take longest, are read once."""

    site: Path
    url: str
    fonts: FontConfiguration = field(default_factory=FontConfiguration)
    styles: dict[str, tuple[CSS, ...]] = field(default_factory=dict)

    def printed(self, job: PrintJob) -> Printed:
        with _complaints() as complaints:
            html = self._read(job)
            styles = [style for address in _without_stylesheets(html) for style in self._style(address)]
            document = html.render(font_config=self.fonts, stylesheets=styles, pdf_variant="pdf/ua-1")
            document.metadata.authors = [job.author]
            identifier = sha256(job.pdf.encode()).digest()[:16]
            pdf = document.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=identifier)
        target = self.site / job.pdf
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(pdf)
        return Printed(job, len(document.pages), len(pdf), tuple(complaints))

    def _read(self, job: PrintJob) -> HTML:
        text = (self.site / job.page).read_text("utf-8")
        if job.narrower:
            text = text.replace(job.side.foot, job.narrower.foot)
            text = text.replace(f'data-paper="{job.side.size}"', f'data-paper="{job.narrower.size}"')
        address = urljoin(self._base, job.address)
        html = HTML(string=text, base_url=address, url_fetcher=self._fetcher)
        for link in html.etree_element.iter("a"):
            _lead(link, address if self.url else "")
        _leave_out(html.etree_element, job.narrower.limits if job.narrower else {})
        return html

    def _style(self, address: str) -> tuple[CSS, ...]:
        """A stylesheet of the site; none where it is another site's, or cannot be read, which is told once."""
        if address not in self.styles:
            self.styles[address] = self._read_style(address) if address.startswith(self._base) else ()
        return self.styles[address]

    def _read_style(self, address: str) -> tuple[CSS, ...]:
        try:
            return (CSS(url=address, url_fetcher=self._fetcher, font_config=self.fonts),)
        except URLFetchingError:
            LOGGER.error("There is no stylesheet %s", address.removeprefix(self._base))
            return ()

    @property
    def _base(self) -> str:
        return self.url or NOWHERE

    @property
    def _fetcher(self) -> URLFetcher:
        return _BuiltSite(self.site, self._base)


class _BuiltSite(URLFetcher):
    """Gives files of the built site and nothing else: printing asks no other host for anything."""

    def __init__(self, site: Path, base: str) -> None:
        super().__init__(allowed_protocols=["data"])
        self._site = site.resolve()
        self._base = base

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """The file at an address of the site, or what an address itself holds; any other address is refused."""
        if urlsplit(url).scheme == "data":
            return super().fetch(url)
        address = urlsplit(url)._replace(query="", fragment="").geturl()
        path = (self._site / unquote(address.removeprefix(self._base))).resolve()
        if not address.startswith(self._base) or not path.is_relative_to(self._site):
            raise ValueError(f"not a file of this site: {url}")
        kind = guess_type(path.name)[0] or "application/octet-stream"
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": kind})


def _without_stylesheets(html: HTML) -> Iterator[str]:
    """Take the links to stylesheets out of a page; gives their addresses, in order."""
    head = html.etree_element.find("head")
    for link in [] if head is None else head.findall("link"):
        if link.get("rel") == "stylesheet" and head is not None:
            head.remove(link)
            yield urljoin(html.base_url, link.get("href", ""))


def _lead(link: Element, address: str) -> None:
    """Make a link whole. Where the site's address is not known, a link that needs it becomes plain words."""
    target = link.get("href", "")
    if not urlsplit(target).scheme:
        link.attrib.pop("href", None)
        if address:
            link.set("href", urljoin(address, target))


def _leave_out(root: Element, limits: Mapping[str, int]) -> None:
    """Mark what is not printed of each section."""
    for section in root.iter("section"):
        named = section.get("aria-labelledby", "")
        if named in limits:
            print_only(section, limits[named])


class _Listener(logging.Handler):
    """Keeps what is logged."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message."""
        self.heard.append(record.getMessage())


@contextmanager
def _complaints() -> Iterator[list[str]]:
    """What WeasyPrint says that it could not do. Of rules that it does not know it says nothing here."""
    listener = _Listener(logging.ERROR)
    LOGGER.addHandler(listener)
    try:
        yield listener.heard
    finally:
        LOGGER.removeHandler(listener)
