"""An action as it stands on any page: what, how far it is, whose, and the way to its history."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefings.followup import overdue_first
from briefings.library import Library
from briefings.markup import escaped
from briefings.model import Action, ActionStatus
from briefings.pages import addresses
from briefings.pages.page import Writer, items, line, record_block, span
from briefings.wording import joined, unbroken

WORDS = {
    ActionStatus.IN_PROGRESS: "In progress",
    ActionStatus.NOT_STARTED: "Not started",
    ActionStatus.NOT_REPORTED: "No status reported",
    ActionStatus.DONE: "Done (awaiting evidence)",
    ActionStatus.EVIDENCED: "Done (evidenced)",
    ActionStatus.NOT_ACCEPTED: "Not accepted",
    ActionStatus.SUPERSEDED: "Superseded",
}
"""How far an action is, as readers see it, in the order of the page."""

OVERDUE = "Overdue"


@dataclass(frozen=True, slots=True)
class Standing:
    """Actions that stand alike on a day. ``id`` names them in addresses and styles."""

    id: str
    words: str
    actions: tuple[Action, ...]


def standings(library: Library, actions: Iterable[Action]) -> tuple[Standing, ...]:
    """Actions by how they stand, overdue ones first; what nobody has is left out."""
    found = overdue_first(library, actions)
    overdue = tuple(action for action in found if action.is_overdue(library.day))
    groups = [Standing("overdue", OVERDUE, overdue)]
    for status, words in WORDS.items():
        alike = tuple(action for action in found if action.status is status and not action.is_overdue(library.day))
        groups.append(Standing(status.value or "not-reported", words, alike))
    return tuple(group for group in groups if group.actions)


def show_actions(writer: Writer, actions: Sequence[Action]) -> None:
    """Actions as cards, in the order in which they ask for attention."""
    writer.add(items(card(writer, action) for action in overdue_first(writer.library, actions)))


def card(writer: Writer, action: Action) -> str:
    """An action in a list: what, how it stands, who, and the way to its history."""
    review = writer.library.by_id[action.review]
    where = writer.link("Its history", addresses.action(action.review), action.id, "from")
    whose = "" if writer.uri == addresses.review(review.id) else writer.review(review)
    about = line(status_mark(writer.library, action), who_and_when(action), where, whose)
    return record_block(escaped(action.text), about)


def status_mark(library: Library, action: Action) -> str:
    """How an action stands, with the class that gives it its mark: ``Overdue · in progress``."""
    words = WORDS[action.status]
    if action.is_overdue(library.day):
        return span(f"{OVERDUE} · {small(words)}", "status", "overdue")
    return span(words, "status", action.status.value or "not-reported")


def who_and_when(action: Action) -> str:
    """Its owner, as the plan names it, and when it is due or starts."""
    owner = action.named or joined(agency.name for agency in action.owners)
    due = f"due {action.due.words}" if action.due else f"from {action.starts.words}" if action.starts else ""
    return span(", ".join(part for part in (owner, unbroken(due)) if part), "agencies")


def small(words: str) -> str:
    """Words inside a sentence: ``in progress``."""
    return words[:1].lower() + words[1:]
