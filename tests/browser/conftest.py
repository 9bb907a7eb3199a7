"""A real browser at the built site, and one open page at a time."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import chromium
from tests.browser.readers import NewReader, Reader
from tests.browser.visits import DESKTOP, Look, OpenPage, Scheme, SharedPage, Visit
from tests.built_pages import BuiltPage


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser, started once a worker; without one the tests fail and say what to do."""
    path = chromium.find()
    if not path:
        pytest.fail(chromium.MISSING, pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=chromium.FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def longest_of_kind(built_pages: dict[str, BuiltPage]) -> dict[str, str]:
    """The address of the longest page of each kind: if anything is wide or wrong, it shows there."""
    by_size = sorted(built_pages.values(), key=lambda page: (page.size, page.address))
    return {page.kind: page.address for page in by_size} | {"missing": "/404.html"}


@pytest.fixture(scope="session")
def usual_of_kind(built_pages: dict[str, BuiltPage]) -> dict[str, str]:
    """The address of the page in the middle of each kind, by length."""
    by_kind: dict[str, list[BuiltPage]] = {}
    for page in sorted(built_pages.values(), key=lambda page: (page.size, page.address)):
        by_kind.setdefault(page.kind, []).append(page)
    return {kind: pages[len(pages) // 2].address for kind, pages in by_kind.items()} | {"missing": "/404.html"}


@pytest.fixture
def open_page(
    browser: Browser,
    served: str,
    longest_of_kind: dict[str, str],
    usual_of_kind: dict[str, str],
    request: pytest.FixtureRequest,
) -> OpenPage:
    """Open pages; they are closed when the test ends."""

    def open_one(
        kind: str,
        *,
        width: int = DESKTOP,
        height: int = 900,
        scheme: Scheme = "light",
        script: bool = True,
        usual: bool = False,
    ) -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            reduced_motion="reduce",
            java_script_enabled=script,
        )
        request.addfinalizer(context.close)
        visit = Visit(context.new_page())
        visit.page.on("request", lambda asked: visit.requests.append(asked.url))
        visit.page.on("pageerror", lambda error: visit.errors.append(str(error)))
        visit.page.on(
            "console",
            lambda said: visit.errors.append(said.text) if said.type in {"error", "warning"} else None,
        )
        visit.page.goto(served + (usual_of_kind if usual else longest_of_kind)[kind], wait_until="load")
        return visit

    return open_one


@pytest.fixture
def new_reader(browser: Browser, served: str, request: pytest.FixtureRequest) -> NewReader:
    """Readers, each with a browser of their own; they leave when the test ends."""

    def made(width: int = DESKTOP, scheme: Scheme = "light", **settings: Any) -> Reader:
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, **settings)
        request.addfinalizer(context.close)
        return Reader(context, served)

    return made


@pytest.fixture
def reader(new_reader: NewReader) -> Reader:
    """One of them, at a desk."""
    return new_reader()


@pytest.fixture(scope="session")
def shared_page(
    browser: Browser, served: str, longest_of_kind: dict[str, str], usual_of_kind: dict[str, str]
) -> SharedPage:
    """Pages that tests share, as opening one takes longer than most looks at it."""
    contexts = {script: browser.new_context(java_script_enabled=script) for script in (True, False)}
    pages: dict[tuple[str, bool], Page] = {}

    def shared(kind: str, *, script: bool = True, usual: bool = False) -> Page:
        address = (usual_of_kind if usual else longest_of_kind)[kind]
        if (address, script) not in pages:
            page = pages[address, script] = contexts[script].new_page()
            page.goto(served + address, wait_until="load")
        page = pages[address, script]
        Look(DESKTOP).put_on(page)
        return page

    return shared
