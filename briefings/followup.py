"""Did we learn? For a theme: when reviews taught it, when actions about it were completed, and what came after."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefings.dates import PartialDate
from briefings.library import Library
from briefings.model import Action, Review, Theme


@dataclass(frozen=True, slots=True)
class Year:
    """What happened to a theme in one year: the reviews that taught it, the actions about it that were completed."""

    year: int
    reviews: tuple[Review, ...]
    completed: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """A theme through the years, the first one first, without the years in which nothing happened.

    ``actions`` are all that answer a record about it. ``again`` are the reviews surely published after the last of
    them was completed, newest first.
    """

    years: tuple[Year, ...]
    actions: tuple[Action, ...]
    last_completed: PartialDate | None
    again: tuple[Review, ...]


def timeline(library: Library, theme: Theme) -> Timeline:
    """The timeline of a theme."""
    reviews = [review for review in library.reviews_by_theme.get(theme.id, ()) if theme.id in review.learning_by_theme]
    actions = actions_about(library, theme)
    completed = [(action.completed, action) for action in actions if action.completed]
    last = max((date for date, _ in completed), default=None, key=lambda date: (date.last_day, date))
    years = sorted({review.published.year for review in reviews} | {date.year for date, _ in completed})
    return Timeline(
        tuple(
            Year(
                year,
                tuple(review for review in reviews if review.published.year == year),
                tuple(action for date, action in completed if date.year == year),
            )
            for year in years
        ),
        actions,
        last,
        tuple(review for review in reviews if last and review.published.is_surely_after(last)),
    )


def actions_about(library: Library, theme: Theme) -> tuple[Action, ...]:
    """Every action that answers a record which carries a theme, each once."""
    records = library.records_by_theme.get(theme.id, ())
    return _once(action for record in records for action in library.actions_answering.get(record.address, ()))


def other_actions(library: Library, theme: Theme) -> tuple[Action, ...]:
    """The further actions of the reviews that carry a theme: they answer something else in them."""
    about = {action.address for action in actions_about(library, theme)}
    reviews = library.reviews_by_theme.get(theme.id, ())
    return tuple(
        action for review in reviews for action in library.actions_of.get(review.id, ()) if action.address not in about
    )


def overdue_first(library: Library, actions: Iterable[Action]) -> tuple[Action, ...]:
    """Actions in the order in which they ask for attention: overdue, then open, then done; each by its due date."""
    return tuple(sorted(actions, key=lambda action: _urgency(library, action)))


def _urgency(library: Library, action: Action) -> tuple[bool, bool, str]:
    due = str(action.due.last_day) if action.due else "9999"
    return not action.is_overdue(library.day), not action.status.is_open, due


def _once(actions: Iterable[Action]) -> tuple[Action, ...]:
    return tuple({action.address: action for action in actions}.values())
