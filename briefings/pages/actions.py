"""What was done: every action by status, by owner and by review, and each with its history at a place of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefings.followup import overdue_first
from briefings.library import Library
from briefings.markup import escaped
from briefings.model import Action, ActionStatus, Plan, Progress, Review
from briefings.pages import addresses
from briefings.pages.page import (
    Page,
    Writer,
    inside,
    items,
    joined,
    line,
    paragraph,
    record_block,
    sentence,
    span,
    unbroken,
)
from briefings.pages.pictures import actions_by_status, show_picture
from briefings.plain_text import opening, plain
from briefings.problems import plural
from briefings.vocabulary import Agency

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
MOST_OF_A_STATUS = 40
MOST_ON_A_PAGE = 120
MOST_WORDS = 16


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


def action_pages(library: Library) -> Iterator[Page]:
    """The index by status, a page an owner, and a page for each review whose actions we hold."""
    groups = standings(library, library.actions)
    yield _index(library, groups)
    for group in groups:
        if len(group.actions) > MOST_OF_A_STATUS:
            lead = f"Actions that stand so on {_day(library)}."
            yield from _list(library, addresses.actions_of_status(group.id), group.words, lead, group.actions)
    for agency, actions in _by_owner(library):
        lead = f"What this agency has promised to do because of a review, as it stands on {_day(library)}."
        yield from _list(library, addresses.actions_of_owner(agency.id), f"{agency.name}: actions", lead, actions)
    for id in library.actions_of:
        yield _review_page(library, library.by_id[id])


def _day(library: Library) -> str:
    return f"{library.day.day} {library.day:%B} {library.day.year}"


def _index(library: Library, groups: Sequence[Standing]) -> Page:
    writer = Writer(library, addresses.ACTIONS)
    lead = "What was promised because of a review, who promised it, and what came of it. Overdue actions come first."
    page = Page(writer.uri, "actions", "Actions", "", lead=lead)
    if not library.actions:
        writer.add("No action plan has been added yet.")
        return _written(page, writer)
    counts = " · ".join(f"{unbroken(f'{len(group.actions)} {_small(group.words)}')}" for group in groups)
    writer.add(paragraph(f"{plural(len(library.actions), 'action')} as of {_day(library)}: {counts}", "count"))
    show_picture(writer, actions_by_status((group.words, len(group.actions)) for group in groups))
    for group in groups:
        writer.heading(f"{group.words}: {len(group.actions)}", group.id, "actions", group.id)
        _explain(writer, group)
        writer.add(items(card(writer, action) for action in group.actions[:MOST_OF_A_STATUS]))
        if len(group.actions) > MOST_OF_A_STATUS:
            writer.add(writer.link(f"All {len(group.actions)}", addresses.actions_of_status(group.id)))
    _ways(writer)
    return _written(page, writer)


def _written(page: Page, writer: Writer) -> Page:
    return Page(page.uri, page.kind, page.title, writer.markdown(), page.kicker, page.lead, page.description)


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def _explain(writer: Writer, group: Standing) -> None:
    if group.id == "overdue":
        writer.add(
            "The date that the plan gave has passed, and nothing that we hold says that the action was done. "
            "It may have been done since."
        )
    elif group.id == "not-reported":
        writer.add("The plan does not say how far these are.")


def _ways(writer: Writer) -> None:
    library = writer.library
    writer.heading("By owner", "owners", "ways", searched=False)
    writer.add(
        items(
            f"{writer.link(agency.name, addresses.actions_of_owner(agency.id))}\n\n"
            f"{paragraph(plural(len(actions), 'action'), 'card-meta')}"
            for agency, actions in _by_owner(library)
        )
    )
    writer.heading("By review", "reviews", "ways", searched=False)
    writer.add(
        items(
            f"{writer.link(library.by_id[id].name, addresses.action(id))}\n\n"
            f"{paragraph(plural(len(actions), 'action'), 'card-meta')}"
            for id, actions in library.actions_of.items()
        )
    )


def _by_owner(library: Library) -> list[tuple[Agency, tuple[Action, ...]]]:
    """Each agency that owns an action, in the order of the vocabulary."""
    owned: dict[str, list[Action]] = {id: [] for id in library.vocabulary.agencies}
    for action in library.actions:
        for agency in action.owners:
            owned[agency.id].append(action)
    return [(library.vocabulary.agencies[id], tuple(actions)) for id, actions in owned.items() if actions]


def _list(library: Library, uri: str, title: str, lead: str, actions: Sequence[Action]) -> Iterator[Page]:
    """A list of actions, overdue first, over as many pages as it needs."""
    ordered = overdue_first(library, actions)
    starts = range(0, len(ordered), MOST_ON_A_PAGE)
    for number, start in enumerate(starts, 1):
        writer = Writer(library, uri if number == 1 else addresses.part(uri, str(number)))
        writer.heading(plural(len(ordered), "action"), "actions", "actions")
        writer.add(items(card(writer, action) for action in ordered[start : start + MOST_ON_A_PAGE]))
        if start + MOST_ON_A_PAGE < len(ordered):
            writer.add(writer.link("The next ones", addresses.part(uri, str(number + 1))))
        writer.add(writer.link("All actions", addresses.ACTIONS))
        name = title if number == 1 else f"{title}, part {number}"
        yield Page(writer.uri, "actions", name, writer.markdown(), "", lead)


def card(writer: Writer, action: Action) -> str:
    """An action in a list: what, how it stands, who, and the way to its history."""
    review = writer.library.by_id[action.review]
    where = writer.link("Its history", addresses.action(action.review), action.id, "from")
    whose = "" if writer.uri == addresses.review(review.id) else writer.review(review)
    about = line(status_mark(writer.library, action), _who_and_when(action), where, whose)
    return record_block(escaped(action.text), about)


def status_mark(library: Library, action: Action) -> str:
    """How an action stands, with the class that gives it its mark: ``Overdue · in progress``."""
    words = WORDS[action.status]
    if action.is_overdue(library.day):
        return span(f"{OVERDUE} · {_small(words)}", "status", "overdue")
    return span(words, "status", action.status.value or "not-reported")


def _who_and_when(action: Action) -> str:
    owner = action.named or joined(agency.name for agency in action.owners)
    due = f"due {action.due.words}" if action.due else f"from {action.starts.words}" if action.starts else ""
    return span(", ".join(part for part in (owner, unbroken(due)) if part), "agencies")


def _review_page(library: Library, review: Review) -> Page:
    """Every action of one review, plan by plan, each with its history."""
    writer = Writer(library, addresses.action(review.id))
    actions = library.actions_of[review.id]
    counts = " · ".join(
        unbroken(f"{len(group.actions)} {_small(group.words)}") for group in standings(library, actions)
    )
    writer.add(paragraph(f"{plural(len(actions), 'action')} as of {_day(library)}: {counts}", "count"))
    for number, (plan, run) in enumerate(_by_plan(actions).items(), 1):
        title = plan.title if plan else "Actions"
        writer.heading(title, f"plan-{number}", "actions", "history")
        if plan:
            parts = (f"Agreed {plan.agreed.in_words}" if plan.agreed else "", plan.place)
            writer.add(escaped(sentence(". ".join(part for part in parts if part))) if any(parts) else "")
        writer.add(items((_with_history(writer, action) for action in run), numbered=True))
    writer.add(
        f"These actions answer the review {writer.review(review)}. {writer.link('All actions', addresses.ACTIONS)}"
    )
    lead = "What was promised after this review, what it should change, and what has been reported since."
    return Page(
        writer.uri,
        "actions",
        f"What was done: {review.title}",
        writer.markdown(),
        review.name,
        lead,
        f"The actions that followed {review.name}, and what came of each.",
        source_path=actions[0].path,
    )


def _by_plan(actions: Iterable[Action]) -> dict[Plan | None, list[Action]]:
    """Actions by the plan that they belong to, in the order in which the file comes to each."""
    plans: dict[Plan | None, list[Action]] = {}
    for action in actions:
        plans.setdefault(action.plan, []).append(action)
    return plans


def _with_history(writer: Writer, action: Action) -> str:
    """An action as an item: what, how it stands, and below that what it should change, what it answers, its history."""
    about = line(status_mark(writer.library, action), _who_and_when(action), _permalink(writer, action))
    stated = f"The plan's own word for its status: {sentence(inside(action.stated))}" if action.stated else ""
    parts = [
        record_block(escaped(action.text), about, action.id),
        escaped(line(stated, action.reason)),
        _listed("What should change", map(escaped, action.outcomes)),
        _listed("What it answers", _answers(writer, action)),
        _listed("History", map(_report, action.progress)),
    ]
    return "\n\n".join(part for part in parts if part)


def _listed(label: str, texts: Iterable[str]) -> str:
    found = items(texts)
    return f"{paragraph(f'**{label}**', 'label')}\n\n{found}" if found else ""


def _permalink(writer: Writer, action: Action) -> str:
    return writer.link("Link to this action", writer.uri, action.id, "permalink")


def _answers(writer: Writer, action: Action) -> Iterator[str]:
    """Each record that an action answers, by its first words, with a link to it."""
    for id in action.answers:
        record = writer.library.record_at.get(f"{action.review}#{id}")
        if record:
            yield writer.link(opening(plain(record.text), MOST_WORDS), addresses.review(action.review), id)


def _report(report: Progress) -> str:
    evidence = f" *{escaped('Evidence')}:* {_evidence(report)}" if report.evidence else ""
    return f"**{report.date.words}**: {escaped(report.text)}{evidence}"


def _evidence(report: Progress) -> str:
    return f"[{escaped(report.evidence)}]({report.link})" if report.link else escaped(report.evidence)


def show_actions(writer: Writer, actions: Sequence[Action]) -> None:
    """Actions as cards, in the order in which they ask for attention."""
    writer.add(items(card(writer, action) for action in overdue_first(writer.library, actions)))
