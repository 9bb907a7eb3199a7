"""`measures.js` in an open page: what a browser can measure and axe does not."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

SCRIPT = Path(__file__).with_suffix(".js").read_text("utf-8")

TOO_WIDE = """() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  return [...document.querySelectorAll('body *')]
    .filter(element => element.getBoundingClientRect().right > room + 1)
    .map(element => `${element.tagName.toLowerCase()}.${element.className}`)
    .concat([`the page: ${document.documentElement.scrollWidth}`]);
}"""
"""What makes a page wider than its window, if anything does."""

TEXT_SPACING = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""
"""What a reader may ask for, by WCAG 1.4.12."""


def measure(page: Page, name: str) -> Any:
    """The result of one function of `measures.js`."""
    if page.evaluate("typeof lbMeasures === 'undefined'"):
        page.evaluate(SCRIPT)
    return page.evaluate(f"lbMeasures.{name}()")
