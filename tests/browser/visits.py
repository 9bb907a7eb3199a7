"""What the browser tests look at: every kind of page, at the widths and in the colours that readers have."""

from dataclasses import dataclass, field
from typing import Literal, Protocol

from playwright.sync_api import Page

Scheme = Literal["light", "dark"]

SMALLEST = 320
PHONE = 390
DESKTOP = 1440
WIDTHS = (SMALLEST, PHONE, DESKTOP)
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
"""The tags of axe's rules for WCAG 2.2 A and AA."""
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
    "search",
    "data",
    "my-role",
    "sheet",
    "reflection",
    "text",
)
"""What `page.meta.kind` may say."""
PAGE_KINDS = (*KINDS, "missing")
"""Every kind, and what a host shows for an address that isn't there."""
READ_ALIKE = tuple(kind for kind in PAGE_KINDS if kind != "search")
"""What reads the same without script. Search leads to the lists then: test_search.py looks at that."""

LEAST_SEEN = 0.005
"""Of layout shift: a twentieth of what still counts as good."""
SHIFTS = """() => new Promise(done => new PerformanceObserver(list => {
  done(list.getEntries().filter(entry => !entry.hadRecentInput).reduce((sum, entry) => sum + entry.value, 0))
}).observe({type: "layout-shift", buffered: true}) || setTimeout(() => done(0), 300))"""


@dataclass(frozen=True)
class Look:
    """A way in which a page is looked at."""

    width: int
    scheme: Scheme = "light"
    media: Literal["screen", "print"] = "screen"
    forced: bool = False
    """Whether the system's few colours take the place of ours."""

    def put_on(self, page: Page) -> None:
        """Show an open page in this way."""
        page.set_viewport_size({"width": self.width, "height": 900})
        forced: Literal["active", "none"] = "active" if self.forced else "none"
        page.emulate_media(media=self.media, color_scheme=self.scheme, forced_colors=forced, reduced_motion="reduce")

    def __str__(self) -> str:
        """The look in words, for a failure."""
        return f"{self.media} {self.width} {self.scheme}{' forced colours' if self.forced else ''}"


LOOKS = (
    *(Look(width, scheme) for scheme in SCHEMES for width in WIDTHS),
    *(Look(PHONE, scheme, forced=True) for scheme in SCHEMES),
    Look(DESKTOP, media="print"),
)


@dataclass
class Visit:
    """An open page, with what it asked for and what it complained about."""

    page: Page
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


class OpenPage(Protocol):
    """Opens the page of one kind in a fresh browser window: the longest there is of it, or one of usual length.

    ``width`` and ``height`` count in pixels of the page.
    """

    def __call__(
        self,
        kind: str,
        *,
        width: int = DESKTOP,
        height: int = 900,
        scheme: Scheme = "light",
        script: bool = True,
        usual: bool = False,
    ) -> Visit: ...


class SharedPage(Protocol):
    """Gives the page of one kind as it is on a desk, open since an earlier test: for looking, not for changing."""

    def __call__(self, kind: str, *, script: bool = True, usual: bool = False) -> Page: ...
