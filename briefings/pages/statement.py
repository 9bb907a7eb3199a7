"""The accessibility statement, made from the last test run and from what the site says of itself.

Its parts are those of the UK's statement for public bodies (SI 2018/952). It claims what is known: what was tested, and
what was found. Its words stand in ``default_pages/accessibility.md``, the facts are put in here.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from string import Template

from briefings.dates import PartialDate
from briefings.library import Library
from briefings.markup import escaped
from briefings.model import Contact, LeaveQuickly
from briefings.pages import addresses
from briefings.pages.page import Page, Writer, items
from briefings.tested import AccessibilityRun, last_run
from briefings.wording import joined, sentence

WORDS = Path(__file__).parent.parent / "default_pages" / addresses.ACCESSIBILITY
LEAD = "Who can use this site, how we know, and whom to tell if something does not work."
LEAVE = """\
- **Leave in a hurry** with “$label”, which is on every page. Or press the Shift key three times, with no other key
  between. Another page takes the place of this one. The pages that you read before stay in the history of your browser.
  Clear it if somebody might look.
"""
SEARCH = """\
- Search needs scripts. Without them, use the lists of [reviews](reviews/index.md), [themes](themes/index.md) and
  [learning points](learning/index.md).
"""
NOBODY = "This site does not say whom to tell. It should: please ask the organisation that runs it to add a contact."


def statement(library: Library, run: AccessibilityRun | None = None) -> Page:
    """The page `/accessibility/`. Without a ``run`` it tells of the last one."""
    writer = Writer(library, addresses.ACCESSIBILITY)
    words = Template(WORDS.read_text(encoding="utf-8").strip())
    settings = library.settings
    writer.add(
        words.substitute(
            _facts(run or last_run()),
            leave=_leave(settings.leave_quickly),
            contact=_contact(settings.contact),
            search=SEARCH if settings.searched else "",
        )
    )
    return Page(writer.uri, "text", "Accessibility statement", writer.markdown(), lead=LEAD)


def _facts(run: AccessibilityRun) -> dict[str, str]:
    return {
        "version": escaped(run.version),
        "day": PartialDate(run.day.year, run.day.month, run.day.day).words,
        "kinds": str(len(run.kinds)),
        "browser": escaped(run.browser),
        "axe": escaped(run.axe),
        "rules": str(len(run.rules)),
        "widths": joined(map(str, run.widths)),
        "schemes": joined(run.schemes),
        "exceptions": "".join(f"- {escaped(sentence(text))}\n" for text in run.exceptions),
    }


def _leave(leave: LeaveQuickly | None) -> str:
    return Template(LEAVE).substitute(label=escaped(leave.label)) if leave else ""


def _contact(contact: Contact | None) -> str:
    if not (contact and contact.answers):
        return NOBODY
    first = f"If something stops you, or you need a page in another form, tell {escaped(contact.name)}:"
    return "\n\n".join([first, items(_ways_to(contact)), "Say which page it is, and what went wrong."])


def _ways_to(contact: Contact) -> Iterator[str]:
    if contact.email:
        yield f"by e-mail: [{escaped(contact.email)}](mailto:{contact.email})"
    if contact.phone:
        yield f"by phone: {escaped(contact.phone)}"
    if contact.page:
        yield f"[on their page]({contact.page})"
