"""Each kind of page keeps to itself, fits every width, and can be read without script."""

import pytest

from tests.browser.measures import TOO_WIDE
from tests.browser.visits import DESKTOP, PAGE_KINDS, PHONE, READ_ALIKE, OpenPage, SharedPage


@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_a_page_asks_no_other_host_for_anything_and_complains_of_nothing(
    open_page: OpenPage, served: str, kind: str
) -> None:
    visit = open_page(kind)
    visit.page.wait_for_load_state("networkidle")
    own = (f"{served}/", "data:", f"blob:{served}/")
    assert [address for address in visit.requests if not address.startswith(own)] == []
    assert visit.errors == []


@pytest.mark.parametrize("width", [320, PHONE, 768, DESKTOP])
@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_a_page_never_scrolls_sideways(shared_page: SharedPage, kind: str, width: int) -> None:
    page = shared_page(kind)
    page.set_viewport_size({"width": width, "height": 900})
    assert page.evaluate(TOO_WIDE) == []


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("kind", READ_ALIKE)
def test_a_page_reads_the_same_without_script(shared_page: SharedPage, kind: str, width: int) -> None:
    page = shared_page(kind, script=False)
    page.set_viewport_size({"width": width, "height": 900})
    assert page.get_by_role("heading", level=1).is_visible()
    assert [h2.inner_text() for h2 in page.locator("main h2").all() if not h2.is_visible()] == []


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_the_menu_is_a_plain_list_without_script(open_page: OpenPage, width: int) -> None:
    links = open_page("home", width=width, script=False).page.locator("header nav a").all()
    assert links
    assert [link.get_attribute("href") for link in links if not link.is_visible()] == []
