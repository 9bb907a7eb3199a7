"""Action plans for tests: model objects by hand, and files as authors write them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from briefings.dates import PartialDate
from briefings.library import Library, followed_up
from briefings.model import Action, ActionStatus, Progress
from briefings.reading import ReadActions, read_actions
from briefings.source import Source
from tests.builders import vocabulary
from tests.libraries import vocabulary as lists

DAY = date(2024, 6, 15)
"""The day on which the libraries of these tests are looked at."""
PATH = "actions/child-a.yml"


def action(review: str, id: str, *answers: str, done: str = "", **fields: Any) -> Action:
    """An action of the police that answers these records; ``done`` is the date of the report that says it is done."""
    plain = Action(
        review, id, f"actions/{review}.yml", f"Do {id}.", (lists().agencies["police"],), answers=answers or ("p1",)
    )
    given: dict[str, Any] = {
        name: dated(value) if name in ("due", "starts") else value for name, value in fields.items()
    }
    made = replace(plain, **given)
    if done:
        made = replace(made, status=ActionStatus.DONE, progress=(Progress(dated(done), "Done."),))
    return made


def dated(value: str) -> PartialDate:
    return PartialDate.parse(value)


def followed(library: Library, *actions: Action, day: date = DAY) -> Library:
    """The library with these actions, as they stand on a day."""
    return followed_up(library, actions, (), day)


def plan_file(*fields: str, plans: str = "") -> str:
    """A file of one action, `a1`: these lines take the place of the usual ones of the same name; `-owner` drops one."""
    usual = {"action": "Train every officer.", "answers": "[p1]", "owner": "police"}
    own = {line.lstrip("-").partition(":")[0] for line in fields}
    kept = [f"{name}: {value}" for name, value in usual.items() if name not in own]
    lines = [*kept, *(line for line in fields if not line.startswith("-"))]
    top = f"plans:\n{indented([plans])}\n" if plans else ""
    return f"{top}actions:\n  a1:\n{indented(lines, 4)}\n"


def indented(lines: Iterable[str], by: int = 2) -> str:
    return "\n".join(" " * by + line for text in lines for line in text.split("\n"))


def read(text: str, path: str = PATH) -> ReadActions:
    """One file of actions, read by itself."""
    return read_actions(Source(f"content/{path}", text), path, vocabulary())
