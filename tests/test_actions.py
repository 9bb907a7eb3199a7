"""Files of action plans: what is read, what an author is told of each mistake, and that drafts keep their actions."""

import sys
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefings.model import ActionStatus, Plan, Progress
from briefings.problems import Level, show
from tests.builders import loaded, review, site_folder
from tests.building import attempt
from tests.hostile import SNIPPETS, is_refused, pages_alive
from tests.plans import PATH, dated, plan_file, read

HERE = f"content/{PATH}"
NEWEST_FIRST = "progress: [{date: 2023, text: Second.}, {date: 2022, text: First.}]"


def shown(text: str) -> str:
    """What an author is told of one file of actions by itself."""
    return "\n\n".join(show(problem) for problem in sorted(read(text).problems, key=lambda problem: problem.order))


def told(folder: Path, files: dict[str, str | bytes]) -> str:
    """What an author is told of a content folder."""
    return "\n\n".join(map(show, loaded(folder, files).problems))


# ── what is read ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_file_of_actions_is_read_whole() -> None:
    text = """\
    plans:
      first: {title: Action plan 1, agreed: 2020-01, place: Appendix 1}
    actions:
      a1:
        plan: first
        action: >-
          Train every
          officer.
        answers: r1, p2
        outcomes: [Officers ask., Officers act.]
        owner: [police, schools]
        named: Kent Police
        starts: 2020-02
        due: 2020-03
        status: done-evidenced
        stated: Complete
        reason: As agreed.
        progress:
          - {date: 2020-04-01, text: Trained., evidence: A register., link: https://www.example.org/register}
          - {date: 2021, text: Trained again.}
    """
    found = read(dedent(text))
    assert (found.review, found.problems) == ("child-a", ())
    (action,) = found.actions
    assert (action.address, action.path, action.text) == ("child-a#a1", PATH, "Train every officer.")
    assert action.plan == Plan("first", "Action plan 1", dated("2020-01"), "Appendix 1")
    assert (action.answers, action.outcomes) == (("r1", "p2"), ("Officers ask.", "Officers act."))
    assert ([owner.id for owner in action.owners], action.named) == (["police", "schools"], "Kent Police")
    assert (str(action.starts), str(action.due)) == ("2020-02", "2020-03")
    assert (action.status, action.stated, action.reason) == (ActionStatus.EVIDENCED, "Complete", "As agreed.")
    assert action.progress == (
        Progress(dated("2020-04-01"), "Trained.", "A register.", "https://www.example.org/register"),
        Progress(dated("2021"), "Trained again."),
    )


def test_an_action_needs_no_more_than_its_words_and_its_owner_and_what_it_answers() -> None:
    found = read(plan_file())
    (action,) = found.actions
    assert found.problems == ()
    assert (action.status, action.plan, action.due, action.progress) == (ActionStatus.NOT_REPORTED, None, None, ())


@pytest.mark.parametrize(
    ("written", "answers"),
    [("r1, r2", ("r1", "r2")), ("[r1, r2]", ("r1", "r2")), ("r1", ("r1",)), ("[p1, r1, p1]", ("p1", "r1"))],
)
def test_what_an_action_answers_may_stand_without_brackets_and_counts_once(written: str, answers: tuple[str]) -> None:
    found = read(plan_file(f"answers: {written}"))
    assert (found.actions[0].answers, found.problems) == (answers, ())


@pytest.mark.parametrize("status", [status for status in ActionStatus if status])
def test_every_status_that_a_reader_may_see_can_be_written(status: ActionStatus) -> None:
    found = read(plan_file(f"status: {status}", "reason: Why.", "progress: [{date: 2020, text: T., evidence: E.}]"))
    assert (found.actions[0].status, found.problems) == (status, ())


def test_reports_keep_the_order_in_which_they_are_written_and_the_newest_says_when_it_was_done() -> None:
    (action,) = read(plan_file("status: done", NEWEST_FIRST)).actions
    assert [str(report.date) for report in action.progress] == ["2023", "2022"]
    assert action.completed == dated("2023")


# ── what is told ─────────────────────────────────────────────────────────────────────────────────────────────────────

SHOWN = {
    "a file without actions": (
        "plans:\n  first: {title: Plan}\n",
        """\
        content/actions/child-a.yml:1:1: missing-field: `actions` is missing
            1 | plans:
              | ^
          hint: add a line `actions:`, and below it each action by its id""",
    ),
    "an empty file": (
        "",
        """\
        content/actions/child-a.yml:1:1: missing-field: `actions` is missing
          hint: add a line `actions:`, and below it each action by its id""",
    ),
    "a part that is misspelt": (
        "plan:\n  first: {title: Plan}\n" + plan_file(),
        """\
        content/actions/child-a.yml:1:1: unknown-field: `plan` is not a part of this file
            1 | plan:
              | ^
          hint: did you mean `plans`?""",
    ),
    "actions as a list": (
        "actions:\n  - action: Train.\n",
        """\
        content/actions/child-a.yml:1:1: wrong-shape: `actions` should hold entries, each by its id
            1 | actions:
              | ^
          hint: write `a1:`, and the fields below it""",
    ),
    "plans as text, told once": (
        "plans: first\n" + plan_file("plan: first"),
        """\
        content/actions/child-a.yml:1:8: wrong-shape: `plans` should hold entries, each by its id
            1 | plans: first
              |        ^
          hint: write `first:`, and the fields below it""",
    ),
    "an action that is text": (
        "actions:\n  a1: Train every officer.\n",
        """\
        content/actions/child-a.yml:2:7: wrong-shape: `a1` should hold fields
            2 |   a1: Train every officer.
              |       ^
          hint: write its fields below `a1:`, each on a line of its own""",
    ),
    "an id with a capital": (
        plan_file().replace("a1", "A_1"),
        """\
        content/actions/child-a.yml:2:3: bad-id: `A_1` is not an id
            2 |   A_1:
              |   ^
          hint: write `a-1`: small letters, digits and hyphens""",
    ),
    "an id that the page needs itself": (
        plan_file().replace("a1", "plan-1"),
        """\
        content/actions/child-a.yml:2:3: bad-id: `plan-1` is the address of a part of every page of actions
            2 |   plan-1:
              |   ^
          hint: write `a1`, or another free id""",
    ),
    "two actions of one id": (
        plan_file() + "  a1: {action: Ask., owner: police, answers: p1}\n",
        """\
        content/actions/child-a.yml:6:3: repeated-key: `a1` stands here a second time; the first is on line 2
            6 |   a1: {action: Ask., owner: police, answers: p1}
              |   ^
          hint: keep one of the two""",
    ),
    "two plans of one id": (
        plan_file(plans="first: {title: A}\nfirst: {title: B}"),
        """\
        content/actions/child-a.yml:3:3: repeated-key: `first` stands here a second time; the first is on line 2
            3 |   first: {title: B}
              |   ^
          hint: keep one of the two""",
    ),
    "a field that is misspelt": (
        plan_file("-action", "acton: Train."),
        """\
        content/actions/child-a.yml:5:5: unknown-field: `acton` is not a field
            5 |     acton: Train.
              |     ^
          hint: did you mean `action`?""",
    ),
    "no owner": (
        plan_file("-owner"),
        """\
        content/actions/child-a.yml:2:3: missing-field: `owner` is missing
            2 |   a1:
              |   ^
          hint: add a line `owner: …`""",
    ),
    "an owner that is no agency": (
        plan_file("owner: [police, polize]"),
        """\
        content/actions/child-a.yml:5:21: unknown-agency: no agency is called `polize`
            5 |     owner: [police, polize]
              |                     ^
          hint: did you mean `police`?""",
    ),
    "a plan that is misspelt": (
        plan_file("plan: frist", plans="first: {title: A}"),
        """\
        content/actions/child-a.yml:8:11: unknown-plan: no plan is called `frist`
            8 |     plan: frist
              |           ^
          hint: did you mean `first`?""",
    ),
    "a plan that is nowhere": (
        plan_file("plan: first"),
        """\
        content/actions/child-a.yml:6:11: unknown-plan: no plan is called `first`
            6 |     plan: first
              |           ^
          hint: write it below `plans:`""",
    ),
    "a plan with a mistake of its own, told once": (
        plan_file("plan: first", plans="first: {titel: A}"),
        """\
        content/actions/child-a.yml:2:11: unknown-field: `titel` is not a field
            2 |   first: {titel: A}
              |           ^
          hint: did you mean `title`?""",
    ),
    "an action that answers nothing": (
        plan_file("answers: []"),
        """\
        content/actions/child-a.yml:2:3: answers-nothing: the action `a1` answers nothing in the review
            2 |   a1:
              |   ^
          hint: add `answers: [r1]`: the recommendations or learning points that it answers""",
    ),
    "the plan's own word for a status": (
        plan_file("status: complete"),
        """\
        content/actions/child-a.yml:6:13: unknown-status: `complete` is not the status of an action
            6 |     status: complete
              |             ^
          hint: use one of `not-started`, `in-progress`, `done`, `done-evidenced`, `not-accepted`, `superseded`""",
    ),
    "a status with a capital": (
        plan_file("status: Done"),
        """\
        content/actions/child-a.yml:6:13: unknown-status: `Done` is not the status of an action
            6 |     status: Done
              |             ^
          hint: did you mean `done`?""",
    ),
    "overdue as a status": (
        plan_file("status: overdue"),
        """\
        content/actions/child-a.yml:6:13: unknown-status: `overdue` is not the status of an action
            6 |     status: overdue
              |             ^
          hint: write `in-progress` or `not-started`; what is overdue is worked out from `due`""",
    ),
    "evidence that is not there": (
        plan_file("status: done-evidenced", "progress: [{date: 2020, text: Done.}]"),
        """\
        content/actions/child-a.yml:6:13: no-evidence: done with evidence, and none is given
            6 |     status: done-evidenced
              |             ^
          hint: add `evidence: …` to a progress entry, or write `status: done`, which awaits evidence""",
    ),
    "a link to evidence without its words, told once": (
        plan_file("status: done-evidenced", "progress: [{date: 2020, text: Done., link: https://www.example.org}]"),
        """\
        content/actions/child-a.yml:7:48: missing-field: `evidence` is missing
            7 |     progress: [{date: 2020, text: Done., link: https://www.example.org}]
              |                                                ^
          hint: add `evidence: …` beside it: what a reader finds there""",
    ),
    "an action that was not accepted, and why not": (
        plan_file("status: not-accepted"),
        """\
        content/actions/child-a.yml:6:13: no-reason: `not-accepted` needs a reason
            6 |     status: not-accepted
              |             ^
          hint: add a line `reason: …`""",
    ),
    "progress that is text": (
        plan_file("progress: Done."),
        """\
        content/actions/child-a.yml:6:15: wrong-shape: `progress` should be a list
            6 |     progress: Done.
              |               ^
          hint: write `progress: [{date: …, text: …}]`""",
    ),
    "a report that is text": (
        plan_file("progress: [Done.]"),
        """\
        content/actions/child-a.yml:6:16: wrong-shape: `progress` should hold fields of its own
            6 |     progress: [Done.]
              |                ^
          hint: write `progress: [{date: …, text: …}]`""",
    ),
    "a report without its date": (
        plan_file("progress: [{text: Done.}]"),
        """\
        content/actions/child-a.yml:6:16: missing-field: `progress.date` is missing
            6 |     progress: [{text: Done.}]
              |                ^
          hint: add a line `date: …` below `progress:`""",
    ),
    "a report with a field that is misspelt": (
        plan_file("progress: [{date: 2020, text: Done., evidense: x}]"),
        """\
        content/actions/child-a.yml:6:42: unknown-field: `evidense` is not a field
            6 |     progress: [{date: 2020, text: Done., evidense: x}]
              |                                          ^
          hint: did you mean `evidence`?""",
    ),
    "a due date in words": (
        plan_file("due: spring 2022"),
        """\
        content/actions/child-a.yml:6:10: bad-date: write a date as YYYY, YYYY-MM or YYYY-MM-DD
            6 |     due: spring 2022
              |          ^
          hint: write `2022`""",
    ),
}


@pytest.mark.parametrize("mistake", SHOWN)
def test_an_author_is_shown_the_mistake_and_its_cure(mistake: str) -> None:
    text, expected = SHOWN[mistake]
    assert shown(text) == dedent(expected)


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        pytest.param("- a\n", "broken-yaml", 1, 1, id="a list for a file"),
        pytest.param("actions:\n", "wrong-shape", 1, 1, id="no action at all"),
        pytest.param("plans: [{title: A}]\n" + plan_file(), "wrong-shape", 1, 1, id="plans as a list"),
        pytest.param("actions: {a1: [x]}\n", "wrong-shape", 1, 11, id="an action that is a list"),
        pytest.param(plan_file("action: [1, 2]"), "wrong-shape", 5, 5, id="a list for text"),
        pytest.param(plan_file("action: Train: all."), "broken-yaml", 5, 18, id="a colon in text"),
        pytest.param(plan_file("action:"), "empty-field", 5, 5, id="no words"),
        pytest.param(plan_file("answers:"), "empty-field", 5, 5, id="answers without a value"),
        pytest.param(plan_file("answers: {r1: r2}"), "wrong-shape", 5, 5, id="answers as fields"),
        pytest.param(plan_file("owner: ''"), "empty-field", 5, 5, id="an owner without a name"),
        pytest.param(plan_file("status:"), "empty-field", 6, 5, id="a status without a value"),
        pytest.param(plan_file("status: [done]"), "wrong-shape", 6, 5, id="a status as a list"),
        pytest.param(plan_file("due: 20200"), "bad-date", 6, 10, id="a number for a date"),
        pytest.param(plan_file("due: 2020-02-30"), "bad-date", 6, 10, id="a date that no calendar has"),
        pytest.param(plan_file("5: x"), "unknown-field", 6, 5, id="a number for a field"),
        pytest.param(plan_file("[a]: x"), "unknown-field", 6, 5, id="a list for a field"),
        pytest.param(plan_file("progress: {date: 2020, text: T.}"), "wrong-shape", 6, 5, id="progress as fields"),
        pytest.param(plan_file("progress: [[a]]"), "wrong-shape", 6, 16, id="progress as a list of lists"),
        pytest.param(plan_file("outcomes: " + "[" * 40 + "]" * 40), "broken-yaml", 6, 24, id="nested too deep"),
        pytest.param(plan_file("outcomes: {a: b}"), "wrong-shape", 6, 5, id="outcomes as fields"),
        pytest.param(plan_file(plans="First: {title: A}"), "bad-id", 2, 3, id="a plan with a capital"),
        pytest.param(plan_file(plans="first: {}"), "missing-field", 2, 3, id="a plan without its title"),
        pytest.param(plan_file("plan: &x first"), "yaml-alias", 6, 11, id="an anchor"),
        pytest.param(
            plan_file("progress: [{date: 2020, text: T., evidence: E., link: www.example.org}]"),
            "bad-address",
            6,
            59,
            id="half an address",
        ),
        pytest.param(plan_file().replace("    action", "\taction"), "tab", 3, 1, id="a tab"),
    ],
)
def test_whatever_the_shape_one_mistake_is_told_once_at_its_place(text: str, code: str, line: int, column: int) -> None:
    assert [(found.code, found.line, found.column) for found in read(text).problems] == [(code, line, column)]
    assert all(found.hint for found in read(text).problems)


def test_every_mistake_of_a_file_is_told_at_once() -> None:
    text = plan_file("status: overdue") + "  B1: {action: Ask., owner: polize, answers: []}\n  c1: Train.\n"
    assert sorted(found.code for found in read(text).problems) == [
        "answers-nothing",
        "bad-id",
        "unknown-agency",
        "unknown-status",
        "wrong-shape",
    ]


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\x85\u2028\u2029")))
@settings(deadline=None, suppress_health_check=list(HealthCheck))
def test_reading_never_fails_whatever_the_text(text: str) -> None:
    """The line ends of other machines are made plain, or refused, when a file is opened."""
    for written in (text, f"actions:\n  a1: {text}", plan_file(f"progress: {text}"), f"plans: {text}\n" + plan_file()):
        assert isinstance(read(written).problems, tuple)


# ── beside the review that they follow ───────────────────────────────────────────────────────────────────────────────

BESIDE = {
    "a review that is not there": (
        {"actions/chlid-a.yml": plan_file()},
        """\
        content/actions/chlid-a.yml:1:1: unknown-review: no review is called `chlid-a`, and a file of actions \
bears its review's name
            1 | actions:
              | ^
          hint: did you mean `child-a`?""",
    ),
    "a record that is not there, behind a comma": (
        {"actions/child-a.yml": plan_file("answers: p1, p9")},
        """\
        content/actions/child-a.yml:5:14: unknown-record: `child-a` has no record `p9`
            5 |     answers: p1, p9
              |              ^
          hint: use one of `p1`""",
    ),
    "a record that is not there, in a list": (
        {"actions/child-a.yml": plan_file("answers: [p1, p9]")},
        """\
        content/actions/child-a.yml:5:19: unknown-record: `child-a` has no record `p9`
            5 |     answers: [p1, p9]
              |                   ^
          hint: use one of `p1`""",
    ),
    "due before the review": (
        {"actions/child-a.yml": plan_file("due: 2021-10")},
        """\
        content/actions/child-a.yml:6:10: due-before-review: due 2021-10, before the review was published (2021-11)
            6 |     due: 2021-10
              |          ^
          hint: correct the date, or say when its plan was agreed (`agreed: …` below `plans:`)""",
    ),
    "due before its plan": (
        {"actions/child-a.yml": plan_file("plan: first", "due: 2019", plans="first: {title: A, agreed: 2020-01}")},
        """\
        content/actions/child-a.yml:9:10: due-before-review: due 2019, before its plan was agreed (2020-01)
            9 |     due: 2019
              |          ^
          hint: correct the date, or say when its plan was agreed (`agreed: …` below `plans:`)""",
    ),
    "two files about one review": (
        {"actions/2021/child-a.yml": plan_file(), "actions/child-a.yml": plan_file()},
        """\
        content/actions/child-a.yml:1:1: repeated-review-id: the actions of `child-a` stand in \
content/actions/2021/child-a.yml already
            1 | actions:
              | ^
          hint: put all of them in one file""",
    ),
}


@pytest.mark.parametrize("mistake", BESIDE)
def test_an_author_is_shown_what_does_not_fit_the_review(tmp_path: Path, mistake: str) -> None:
    files, expected = BESIDE[mistake]
    assert told(tmp_path, {"reviews/2021/child-a.md": review(), **files}) == dedent(expected)


def test_a_file_of_another_ending_is_told_and_not_read(tmp_path: Path) -> None:
    found = loaded(tmp_path, {"reviews/child-a.md": review(), "actions/child-a.yaml": plan_file()})
    assert [(problem.path, problem.code) for problem in found.problems] == [
        ("content/actions/child-a.yaml", "misplaced-file")
    ]
    assert found.library.actions == ()


@pytest.mark.parametrize(
    ("due", "agreed"),
    [
        ("2021-11", None),
        ("2021", None),
        ("2021-11-01", None),
        ("2030", None),
        ("2020-03", "2020-01"),
        ("2020", "2020-12"),
        ("2020-01", "2020"),
        ("2020-01-31", "2020-01-31"),
    ],
)
def test_what_may_be_due_after_the_beginning_is_no_mistake(tmp_path: Path, due: str, agreed: str | None) -> None:
    plans = f"first: {{title: A, agreed: {agreed}}}" if agreed else "first: {title: A}"
    files: dict[str, str | bytes] = {
        "reviews/child-a.md": review(published="2021-11"),
        "actions/child-a.yml": plan_file("plan: first", f"due: {due}", plans=plans),
    }
    assert told(tmp_path, files) == ""


def test_a_review_with_a_mistake_of_its_own_is_the_only_thing_told(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "reviews/child-a.md": review(title=None),
        "reviews/child-b.md": b"\xff",
        "actions/child-a.yml": plan_file("due: 1999"),
        "actions/child-b.yml": plan_file("answers: [p9]"),
    }
    assert [found.code for found in loaded(tmp_path, files).problems] == ["missing-field", "not-utf8"]


def test_a_file_that_is_no_text_is_one_problem(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"reviews/child-a.md": review(), "actions/child-a.yml": b"actions:\n  \xff"}
    assert [(found.path, found.code) for found in loaded(tmp_path, files).problems] == [(HERE, "not-utf8")]


@pytest.mark.parametrize("status", ["draft", "embargoed", "withdrawn"])
def test_the_actions_of_a_review_that_is_not_public_are_checked_and_never_in_the_library(
    tmp_path: Path, status: str
) -> None:
    files: dict[str, str | bytes] = {
        "reviews/child-a.md": review(status=status),
        "reviews/child-b.md": review(),
        "actions/child-a.yml": plan_file("answers: [p1, p9]"),
        "actions/child-b.yml": plan_file(),
    }
    found = loaded(tmp_path, files)
    errors = [problem for problem in found.problems if problem.level is Level.ERROR]
    assert [(problem.path, problem.code) for problem in errors] == [(HERE, "unknown-record")]
    assert [action.address for action in found.library.actions] == ["child-b#a1"]
    assert list(found.library.actions_of) == ["child-b"]
    assert list(found.library.actions_answering) == ["child-b#p1"]


@pytest.mark.parametrize("name", SNIPPETS)
def test_hostile_text_in_any_field_of_a_plan_is_inert(tmp_path: Path, name: str) -> None:
    value = "'" + " ".join(SNIPPETS[name].split()).replace("'", "''") + "'"
    report = f"{{date: 2022, text: {value}, evidence: {value}, link: 'https://example.org/)[x](javascript:y'}}"
    action = plan_file(
        "plan: first",
        *(f"{field}: {value}" for field in ("action", "outcomes", "named", "stated", "reason")),
        "status: done",
        f"progress: [{report}]",
        plans=f"first: {{title: {value}, place: {value}}}",
    )
    found = loaded(tmp_path, {"reviews/child-a.md": review(), "actions/child-a.yml": action})
    assert (is_refused(found), len(found.library.actions)) == (False, 1)
    assert [(page.uri, alive) for page, alive in pages_alive(found.library)] == []


# ── the day of a build ───────────────────────────────────────────────────────────────────────────────────────────────


def test_a_build_stops_where_the_day_is_no_number_of_seconds(tmp_path: Path) -> None:
    source = site_folder(tmp_path, {"reviews/child-a.md": review()})
    done = attempt([sys.executable, "-m", "mkdocs", "build"], source, SOURCE_DATE_EPOCH="yesterday")
    assert done.returncode == 1
    assert "SOURCE_DATE_EPOCH should be seconds since 1970, not `yesterday`" in done.stdout
    assert "Traceback" not in done.stdout
