"""What was done: every action by status, by owner and by review, and each with its history at a place of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefings.followup import overdue_first
from briefings.library import Library
from briefings.markup import escaped
from briefings.model import Action, Plan, Progress, Review
from briefings.pages import addresses
from briefings.pages.action_cards import Standing, card, small, standings, status_mark, who_and_when
from briefings.pages.page import Page, Writer, items, line, outside, paragraph, record_block
from briefings.pages.pictures import actions_by_status, show_picture
from briefings.plain_text import opening
from briefings.problems import plural
from briefings.vocabulary import Agency
from briefings.wording import inside, joined, sentence, unbroken

MOST_OF_A_STATUS = 40
MOST_ON_A_PAGE = 120
MOST_WORDS = 16


def action_pages(library: Library) -> Iterator[Page]:
    """The index by status, a page an owner, and a page for each review whose actions we hold."""
    groups = standings(library, library.actions)
    yield _index(library, groups)
    for group in groups:
        if len(group.actions) > MOST_OF_A_STATUS:
            lead = f"Actions that stand so on {_day(library)}."
            yield from _list(library, addresses.actions_of_status(group.id), group.words, lead, group.actions)
    for agency, actions in _by_owner(library):
        lead = f"What such agencies have promised to do because of a review, as it stands on {_day(library)}."
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
    writer.add(_counts(library, library.actions, groups))
    for group in groups:
        writer.heading(f"{group.words}: {len(group.actions)}", group.id, "actions", group.id)
        _explain(writer, group)
        writer.add(items(card(writer, action) for action in group.actions[:MOST_OF_A_STATUS]))
        if len(group.actions) > MOST_OF_A_STATUS:
            writer.add(writer.link(f"All {len(group.actions)}", addresses.actions_of_status(group.id)))
    show_picture(writer, actions_by_status((group.words, len(group.actions)) for group in groups))
    _ways(writer)
    return _written(page, writer)


def _counts(library: Library, actions: Sequence[Action], groups: Iterable[Standing]) -> str:
    """How many actions there are and how they stand, as a sentence."""
    counts = joined(unbroken(f"{len(group.actions)} {small(group.words)}") for group in groups)
    return paragraph(f"{plural(len(actions), 'action')} as of {unbroken(_day(library))}: {counts}.", "count")


def _written(page: Page, writer: Writer) -> Page:
    return Page(page.uri, page.kind, page.title, writer.markdown(), page.kicker, page.lead, page.description)


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
    writer.heading("By owner", "owners", "ways")
    writer.add(
        items(
            f"{writer.link(agency.name, addresses.actions_of_owner(agency.id))}\n\n"
            f"{paragraph(plural(len(actions), 'action'), 'card-meta')}"
            for agency, actions in _by_owner(library)
        )
    )
    writer.heading("By review", "reviews", "ways")
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


def _review_page(library: Library, review: Review) -> Page:
    """Every action of one review, plan by plan, each with its history."""
    writer = Writer(library, addresses.action(review.id))
    actions = library.actions_of[review.id]
    writer.add(_counts(library, actions, standings(library, actions)))
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
    about = line(status_mark(writer.library, action), who_and_when(action), _permalink(writer, action))
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
            begins = opening(writer.library.plain(record.text), MOST_WORDS)
            yield writer.link(begins, addresses.review(action.review), id)


def _report(report: Progress) -> str:
    evidence = f" *{escaped('Evidence')}:* {outside(report.evidence, report.link)}" if report.evidence else ""
    return f"**{report.date.words}**: {escaped(report.text)}{evidence}"
