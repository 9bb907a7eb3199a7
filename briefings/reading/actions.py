"""A file of action plans -> its actions, or its problems."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar

from pydantic import BaseModel

from briefings.ids import is_id, slug
from briefings.marked_yaml import Data, MarkedData, Path, read_yaml
from briefings.model import Action, ActionStatus, Plan, Progress
from briefings.problems import Problem, did_you_mean
from briefings.reading.terms import found, unknown
from briefings.schema import ActionFields, PlanFields
from briefings.shape import shape_problems, validated
from briefings.source import Source
from briefings.vocabulary import UNKNOWN, Vocabulary

PARTS = {"plans": "first", "actions": "a1"}
"""What a file of actions holds, and an id that an entry of each may have."""
OWN = re.compile(r"(?:plan|lb|toc)(?:-.*)?")
"""Ids that a page of actions gives to its own parts, and that no action can have."""
Fields = TypeVar("Fields", bound=BaseModel)


@dataclass(frozen=True)
class ReadActions:
    """What one file of actions gave. ``review`` is the id of the review that they follow; ``marked`` keeps places."""

    review: str
    source: Source
    marked: MarkedData
    actions: tuple[Action, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_actions(source: Source, path: str, vocabulary: Vocabulary) -> ReadActions:
    """Read the action plans of one review. ``path`` is the file below the content folder; its stem is the review."""
    review = posixpath.basename(path).removesuffix(".yml")
    marked = read_yaml(source, source.text)
    problems = [*marked.problems, *_parts(marked)]
    plans = _plans(marked, problems)
    fields = _entries(marked, "actions", ActionFields, problems)
    problems += (problem for id, action in fields.items() for problem in _faults(marked, id, action, plans, vocabulary))
    actions = tuple(_action(action, (review, id, path), plans, vocabulary) for id, action in fields.items())
    return ReadActions(review, source, marked, actions, tuple(problems))


def _parts(marked: MarkedData) -> Iterator[Problem]:
    """What a file of actions holds besides plans and actions, and whether it holds any action."""
    for name in marked.data:
        if name not in PARTS:
            hint = did_you_mean(name, PARTS)
            yield marked.problem("unknown-field", (name, "key"), f"`{name}` is not a part of this file", hint)
    if marked.readable and "actions" not in marked.data:
        hint = "add a line `actions:`, and below it each action by its id"
        yield marked.problem("missing-field", (), "`actions` is missing", hint)


def _entries(marked: MarkedData, part: str, kind: type[Fields], problems: list[Problem]) -> dict[str, Fields]:
    """The entries of one part that have their right shape, by id."""
    value = marked.data.get(part, {})
    if not isinstance(value, dict):
        message = f"`{part}` should hold entries, each by its id"
        hint = f"write `{PARTS[part]}:`, and the fields below it"
        problems.append(marked.problem("wrong-shape", (part,), message, hint))
        return {}
    entries = {}
    for id, data in value.items():
        entry = _entry(marked, (part, id), data, kind, problems)
        if entry is not None:
            entries[id] = entry
    return entries


def _entry(marked: MarkedData, path: Path, data: Data, kind: type[Fields], problems: list[Problem]) -> Fields | None:
    id = str(path[-1])
    if not is_id(id):
        hint = f"write `{slug(id)}`: small letters, digits and hyphens"
        problems.append(marked.problem("bad-id", (*path, "key"), f"`{id}` is not an id", hint))
    elif path[0] == "actions" and OWN.fullmatch(id):
        message = f"`{id}` is the address of a part of every page of actions"
        problems.append(marked.problem("bad-id", (*path, "key"), message, "write `a1`, or another free id"))
    if not isinstance(data, dict):
        hint = f"write its fields below `{id}:`, each on a line of its own"
        problems.append(marked.problem("wrong-shape", path, f"`{id}` should hold fields", hint))
        return None
    fields = validated(kind, data)
    if isinstance(fields, kind):
        return fields
    if isinstance(fields, Exception):
        problems += shape_problems(fields, marked, kind, path)
    return None


def _plans(marked: MarkedData, problems: list[Problem]) -> Mapping[str, Plan]:
    return MappingProxyType(
        {
            id: Plan(id, fields.title, fields.agreed, fields.place or "")
            for id, fields in _entries(marked, "plans", PlanFields, problems).items()
        }
    )


def _faults(
    marked: MarkedData, id: str, action: ActionFields, plans: Mapping[str, Plan], vocabulary: Vocabulary
) -> Iterator[Problem]:
    """What is wrong with one action by itself."""
    here = ("actions", id)
    for number, owner in enumerate(action.owner):
        if owner not in vocabulary.agencies and "agencies" not in vocabulary.unread:
            what = unknown(owner, vocabulary.agencies, "agencies")
            yield marked.problem(UNKNOWN["agencies"], (*here, "owner", number), *what)
    if action.plan and action.plan not in plans and _knows_plans(marked, action.plan):
        hint = did_you_mean(action.plan, plans) or "write it below `plans:`"
        yield marked.problem("unknown-plan", (*here, "plan"), f"no plan is called `{action.plan}`", hint)
    yield from _evidence_faults(marked, here, action)
    if action.status in ("not-accepted", "superseded") and not action.reason:
        hint = "add a line `reason: …`"
        yield marked.problem("no-reason", (*here, "status"), f"`{action.status}` needs a reason", hint)
    if not action.answers:
        hint = "add `answers: [r1]`: the recommendations or learning points that it answers"
        yield marked.problem(
            "answers-nothing", (*here, "key"), f"the action `{id}` answers nothing in the review", hint
        )


def _evidence_faults(marked: MarkedData, here: Path, action: ActionFields) -> Iterator[Problem]:
    """What is said to show that an action was done, and is not there."""
    for number, report in enumerate(action.progress):
        if report.link and not report.evidence:
            hint = "add `evidence: …` beside it: what a reader finds there"
            yield marked.problem("missing-field", (*here, "progress", number, "link"), "`evidence` is missing", hint)
    if action.status == "done-evidenced" and not any(report.evidence or report.link for report in action.progress):
        hint = "add `evidence: …` to a progress entry, or write `status: done`, which awaits evidence"
        yield marked.problem("no-evidence", (*here, "status"), "done with evidence, and none is given", hint)


def _knows_plans(marked: MarkedData, id: str) -> bool:
    """Whether a plan that is not there is a mistake of its own: one that could not be read was told already."""
    plans = marked.data.get("plans", {})
    return isinstance(plans, dict) and id not in plans


def _action(
    fields: ActionFields, place: tuple[str, str, str], plans: Mapping[str, Plan], vocabulary: Vocabulary
) -> Action:
    """An action; ``place`` is its review, its id and the path of its file."""
    review, id, path = place
    return Action(
        review=review,
        id=id,
        path=path,
        text=fields.action,
        owners=found(fields.owner, vocabulary.agencies),
        status=ActionStatus(fields.status or ""),
        plan=plans.get(fields.plan or ""),
        answers=tuple(dict.fromkeys(fields.answers)),
        outcomes=fields.outcomes,
        named=fields.named or "",
        starts=fields.starts,
        due=fields.due,
        finished=fields.completed,
        stated=fields.stated or "",
        reason=fields.reason or "",
        progress=tuple(
            Progress(report.date, report.text, report.evidence or "", report.link or "") for report in fields.progress
        ),
    )
