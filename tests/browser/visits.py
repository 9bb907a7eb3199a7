"""What the browser tests look at: every kind of page, at the widths and in the colours that readers have."""

from dataclasses import dataclass, field
from typing import Literal, Protocol

from playwright.sync_api import Page

Scheme = Literal["light", "dark"]

PHONE = 390
DESKTOP = 1440
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
KINDS = (
    "home",
    "briefing",
    "reviews",
    "theme",
    "themes",
    "learning",
    "one-things",
    "good-practice",
    "family-voice",
    "letters",
    "letter",
    "recommendations",
    "glossary",
    "actions",
    "digests",
    "digest",
    "data",
    "sheet",
    "reflection",
    "text",
)
"""What `page.meta.kind` may say."""
PAGE_KINDS = (*KINDS, "missing")
"""Every kind, and what a host shows for an address that isn't there."""


@dataclass
class Visit:
    """An open page, with what it asked for and what it complained about."""

    page: Page
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


class OpenPage(Protocol):
    """Opens the page of one kind (the longest there is of it) in a fresh browser window."""

    def __call__(self, kind: str, *, width: int = DESKTOP, scheme: Scheme = "light", script: bool = True) -> Visit: ...
