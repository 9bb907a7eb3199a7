"""Each kind of page passes axe's rules for WCAG 2.2 A and AA, in every look, and with its menus and dialogs open."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.measures import measure
from tests.browser.visits import DESKTOP, LOOKS, PAGE_KINDS, PHONE, SCHEMES, Look, OpenPage, Scheme


def _meaningless(look: Look) -> list[str]:
    """The rules that say nothing of a look.

    Paper is not touched. Of forced colours axe sees those that were forced away, as it asks for
    `-webkit-text-fill-color`; test_for_everyone.py measures them itself.
    """
    return ["target-size"] * (look.media == "print") + ["color-contrast"] * look.forced


@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_axe_finds_nothing(open_page: OpenPage, kind: str) -> None:
    """The first look is at the whole page; the others are spared what repeats in its long lists."""
    page = open_page(kind).page
    found = []
    for look in LOOKS:
        look.put_on(page)
        found += [f"{look}: {line}" for line in violations(page, *_meaningless(look))]
        measure(page, "shorten")
    assert found == []


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_while_a_menu_is_open(open_page: OpenPage, scheme: Scheme, width: int) -> None:
    page = open_page("text", width=width, scheme=scheme).page
    for button in page.locator("header button[aria-expanded]").all():
        if button.is_visible():
            button.click()
            expect(button).to_have_attribute("aria-expanded", "true")
            assert violations(page) == []


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_while_a_dialog_is_open(open_page: OpenPage, scheme: Scheme, width: int) -> None:
    page = open_page("text", width=width, scheme=scheme).page
    dialogs = page.locator("dialog").all()
    assert dialogs
    for dialog in dialogs:
        dialog.evaluate("dialog => dialog.showModal()")
        assert violations(page) == []
        dialog.evaluate("dialog => dialog.close()")


def test_axe_would_find_something(open_page: OpenPage) -> None:
    page = open_page("home").page
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<main><img src=\"#\"></main>')")
    assert any(line.startswith("image-alt") for line in violations(page))
