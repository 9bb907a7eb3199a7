"""Did we learn? On a theme's page: its timeline, and what was done about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from briefings.followup import Timeline, Year, actions_about, other_actions, timeline
from briefings.model import Action, Review, Theme
from briefings.pages import addresses
from briefings.pages.action_cards import show_actions
from briefings.pages.page import Writer, items, paragraph
from briefings.plain_text import opening
from briefings.problems import plural
from briefings.wording import joined, unbroken

MOST_OF_A_YEAR = 6
MOST_ACTIONS = 24
MOST_WORDS = 16
DONE = "What was done about it"


def show_timeline(writer: Writer, theme: Theme) -> None:
    """When the lesson was taught, when actions about it were completed, and whether it was taught again after that."""
    found = timeline(writer.library, theme)
    if not found.years or not (found.actions or len(found.years) > 1):
        return
    writer.heading("Did we learn?", "learned", "timeline")
    writer.add(paragraph(_taught_again(found), "verdict"))
    writer.add(items(_year(writer, year) for year in found.years))
    if found.actions:
        writer.add(paragraph(writer.link(DONE, writer.uri, "done"), "screen-only"))


def _taught_again(found: Timeline) -> str:
    """Whether the lesson came back, in words. Says no more than the reviews and actions on the site can show."""
    if not found.actions:
        return "No action on this site answers a point about this theme yet."
    answered = f"{plural(len(found.actions), 'action')} {'answers' if len(found.actions) == 1 else 'answer'} it"
    if not found.last_completed:
        return f"{answered}; {_without_a_date(found.actions)}."
    said = "completed" if any(action.finished == found.last_completed for action in found.actions) else "reported done"
    last = f"{said}, {found.last_completed.in_words}"
    if not found.again:
        return f"{answered}. No review on this site is known to have taught it since the last one was {last}."
    count = unbroken(plural(len(found.again), "review"))
    return f"Taught again in {count} since the last action was {last}."


def _without_a_date(actions: Sequence[Action]) -> str:
    """How many of some actions are done, where no report says when."""
    done = sum(action.status.is_done for action in actions)
    if not done:
        return "none is completed yet"
    return f"{done} {'is' if done == 1 else 'are'} done, on a date that is not given"


def _year(writer: Writer, year: Year) -> str:
    """One year: how many reviews made it a learning point, the newest of them by name, then what was completed."""
    taught = f"A learning point in {plural(len(year.reviews), 'review')}: " if year.reviews else ""
    names = joined(_named(writer, review) for review in year.reviews[:MOST_OF_A_YEAR])
    more = len(year.reviews) - MOST_OF_A_YEAR
    lines = [f"{taught}{names}{f', and {more} more' if more > 0 else ''}." if taught else ""]
    lines += (_completed(writer, action, year.year) for action in year.completed)
    return "\n\n".join([paragraph(f"**{year.year}**", "year"), *(text for text in lines if text)])


def _named(writer: Writer, review: Review) -> str:
    """A review by title and place: the year stands above it."""
    return writer.link(f"{review.title}, {review.partnership.place}", addresses.review(review.id))


def _completed(writer: Writer, action: Action, year: int) -> str:
    """An action and when it was completed, if that is more than the year which stands above it."""
    what = writer.link(opening(action.text, MOST_WORDS), addresses.action(action.review), action.id)
    when = f", {action.completed.words}" if action.completed and action.completed.words != str(year) else ""
    said = "completed" if action.finished else "reported done"
    return paragraph(f"Action {said}{when}: {what}", "completed")


def show_actions_about(writer: Writer, theme: Theme) -> None:
    """What was done about the theme, then where the other actions of its reviews are."""
    about = actions_about(writer.library, theme)
    others = other_actions(writer.library, theme)
    if not about and not others:
        return
    writer.heading(DONE, "done", "actions")
    show_actions(writer, about[:MOST_ACTIONS])
    if len(about) > MOST_ACTIONS:
        writer.add(f"And {plural(len(about) - MOST_ACTIONS, 'more action')}, with their reviews.")
    if others:
        counts = Counter(action.review for action in others)
        names = joined(
            f"{writer.link(writer.library.by_id[id].name, addresses.action(id))} ({count})"
            for id, count in list(counts.items())[:MOST_ACTIONS]
        )
        writer.add(f"Actions about other points in reviews that carry this theme: {names}.")
