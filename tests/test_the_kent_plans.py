"""Both action plans of *Lost in Plain Sight* are in the content, with the status that the report gives each action."""

from briefings.loading import load
from briefings.model import ActionStatus
from briefings.problems import Level, show
from tests.building import ROOT

KENT = "kent-lost-in-plain-sight"
PLANS = [
    # plan, number, due, the plan's own word
    ("first", 1, "2020-03", "Complete"),
    ("first", 2, "2020-03", "Complete"),
    ("first", 3, "2020-03", "Ongoing"),
    ("first", 4, "2020-03", "Complete"),
    ("first", 5, "2020-02", "Complete"),
    ("first", 6, "2020-03", "Ongoing"),
    ("first", 7, "2020-03", "Complete"),
    ("second", 1, "from 2022-04", "Ongoing"),
    ("second", 2, "2022-02", "Complete"),
    ("second", 3, "2022-03", "Complete"),
    ("second", 4, "2022-07", ""),
    ("second", 5, "2022-04", "Complete"),
    ("second", 6, "2022-04", "Complete"),
    ("second", 7, "2022-04", "Complete"),
    ("second", 8, "2022-07", ""),
    ("second", 9, "2022-07", ""),
    ("second", 10, "2023-01", ""),
]
"""The two action plans as the report's appendices print them."""
MEANT = {
    "Complete": {ActionStatus.DONE, ActionStatus.EVIDENCED},
    "Ongoing": {ActionStatus.IN_PROGRESS},
    "": {ActionStatus.NOT_REPORTED},
}


def test_every_action_of_the_two_kent_plans_stands_as_the_report_gives_it() -> None:
    actions = load(ROOT / "content").library.actions_of[KENT]
    found = [
        (
            action.plan.id if action.plan else "",
            int(action.id[1:]),
            str(action.due) if action.due else f"from {action.starts}",
            action.stated,
        )
        for action in actions
    ]
    assert found == PLANS
    assert [action.id for action in actions if action.status not in MEANT[action.stated]] == []


def test_every_action_of_the_real_content_answers_something_and_nothing_in_it_is_wrong() -> None:
    found = load(ROOT / "content")
    assert [show(problem) for problem in found.problems if problem.path.startswith("content/actions/")] == []
    assert [action.address for action in found.library.actions if not action.answers] == []
    assert {problem.level for problem in found.problems} <= {Level.NOTE}
