"""What was done, as readers see it: by status, by owner, by review; on the briefing; and on a theme's page."""

import re
from collections.abc import Sequence
from dataclasses import replace
from html import unescape
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from briefings.library import Library
from briefings.model import Action, ActionStatus, Plan, Progress, RecordKind
from briefings.pages import Page, addresses, site_pages
from briefings.pages.action_cards import WORDS
from briefings.pages.actions import MOST_OF_A_STATUS, MOST_ON_A_PAGE, action_pages
from briefings.pages.did_we_learn import MOST_ACTIONS, MOST_OF_A_YEAR
from briefings.problems import show
from briefings.schema import ActionFields, PlanFields, ProgressFields
from tests import builders
from tests.building import ROOT
from tests.libraries import library, record, review, vocabulary
from tests.plans import action, dated, followed
from tests.rendered import RenderedPage, broken, rendered, rendered_site, targets

FIRST = Plan("first", "Action plan 1", dated("2020-01"), "Appendix 1")
SECOND = Plan("second", "Action plan 2")
ASKING = record("child-r", "p1", "asking", text="Ask once more.")


def small(*actions: Action) -> Library:
    """A library of one review, `child-r`, with the point `p1` about `asking` and the recommendation `r1`."""
    told = record("child-r", "r1", "telling", kind=RecordKind.RECOMMENDATION, text="Tell *everyone*.")
    return followed(library([review("child-r", ASKING, told)]), *actions)


def pages_of(found: Library) -> dict[str, Page]:
    return {page.uri: page for page in action_pages(found)}


def page(found: Library, uri: str = addresses.ACTIONS) -> RenderedPage:
    return rendered(pages_of(found)[uri])


def words(text: str) -> str:
    """Words as they stand, with plain spaces."""
    return " ".join(text.split())


def listed(shown: RenderedPage, *sections: str) -> list[str]:
    """The actions that sections list, by review and id, in their order."""
    links = [link for link in shown.links_in(*sections) if "from" in link.classes]
    return [f"{uri.removeprefix('actions/').removesuffix('.md')}#{id}" for uri, id in targets(shown, links)]


def headings(shown: RenderedPage, class_: str) -> list[str]:
    """The second-level headings of the sections that have a class."""
    sections = shown.html.split("<section ")[1:]
    return [
        part.partition("</h2>")[0].rpartition(">")[2]
        for part in sections
        if class_ in part.partition('class="')[2].partition('"')[0].split()
    ]


# ── the index ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_index_of_no_actions_says_so() -> None:
    assert [found.uri for found in action_pages(small())] == ["actions/index.md"]
    assert page(small()).texts[""].strip() == "No action plan has been added yet."


def test_the_index_lists_actions_by_status_and_overdue_ones_first() -> None:
    every = [action("child-r", f"s{number}", status=status) for number, status in enumerate(reversed(ActionStatus))]
    late = action("child-r", "late", due="2024-05", status=ActionStatus.IN_PROGRESS)
    shown = page(small(*every, late))
    assert headings(shown, "actions") == ["Overdue: 1", *(f"{name}: 1" for name in WORDS.values())]
    assert listed(shown, "overdue") == ["child-r#late"]
    assert listed(shown, *(status.value or "not-reported" for status in WORDS)) == [
        "child-r#s4",
        "child-r#s5",
        "child-r#s6",
        "child-r#s3",
        "child-r#s2",
        "child-r#s1",
        "child-r#s0",
    ]
    assert words(shown.texts[""]).startswith("8 actions as of 15 June 2024: 1 overdue, 1 in progress, 1 not started")


def test_an_action_stands_once_on_the_index_however_many_are_overdue() -> None:
    late = [action("child-r", f"a{number}", due="2023") for number in range(3)]
    shown = page(small(*late, action("child-r", "b1", due="2025")))
    assert sorted(listed(shown, "overdue", "not-reported")) == [f"child-r#{id}" for id in ("a0", "a1", "a2", "b1")]


@pytest.mark.parametrize(
    ("fields", "mark"),
    [
        ({}, ("No status reported", "status not-reported")),
        ({"due": "2020"}, ("Overdue · no status reported", "status overdue")),
        ({"due": "2020", "status": ActionStatus.IN_PROGRESS}, ("Overdue · in progress", "status overdue")),
        ({"due": "2024", "status": ActionStatus.IN_PROGRESS}, ("In progress", "status in-progress")),
        ({"due": "2020", "status": ActionStatus.DONE}, ("Done (awaiting evidence)", "status done")),
        ({"status": ActionStatus.EVIDENCED}, ("Done (evidenced)", "status done-evidenced")),
        ({"due": "2020", "status": ActionStatus.NOT_ACCEPTED}, ("Not accepted", "status not-accepted")),
        ({"due": "2020", "status": ActionStatus.SUPERSEDED}, ("Superseded", "status superseded")),
    ],
)
def test_how_an_action_stands_is_said_in_words_and_by_a_class(fields: dict[str, Any], mark: tuple[str, str]) -> None:
    found = small(action("child-r", "a1", **fields))
    said, classes = mark
    for uri in ("actions/index.md", "actions/owner/police.md", "actions/child-r.md"):
        assert f'<em class="{classes}">{said}</em>' in page(found, uri).html


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "Police"),
        ({"named": "Kent Police"}, "Kent Police"),
        ({"due": "2020-03"}, "Police, due March 2020"),
        ({"starts": "2022-04"}, "Police, from April 2022"),
        ({"starts": "2022-04", "due": "2023"}, "Police, due 2023"),
        (
            {"owners": tuple(vocabulary().agencies[id] for id in ("police", "schools", "gps"))},
            "Police, Schools and colleges and GPs and primary care",
        ),
    ],
)
def test_who_sees_to_an_action_and_when_is_said_in_words(fields: dict[str, Any], said: str) -> None:
    html = page(small(action("child-r", "a1", **fields)), "actions/child-r.md").html
    assert f'<em class="agencies">{said}</em>' in html.replace("\N{NO-BREAK SPACE}", " ")


def test_more_actions_of_a_status_than_a_list_holds_go_on_at_a_page_of_their_own() -> None:
    many = [action("child-r", f"a{number}") for number in range(MOST_OF_A_STATUS + 1)]
    assert "actions/status/not-reported.md" not in pages_of(small(*many[:-1]))
    found = small(*many)
    index, more = page(found), page(found, "actions/status/not-reported.md")
    assert listed(index, "not-reported") == [each.address for each in many[:-1]]
    assert ("actions/status/not-reported.md", "") in targets(index, index.links_in("not-reported"))
    assert listed(more, "actions") == [each.address for each in many]


@pytest.mark.parametrize(
    ("count", "parts"), [(MOST_ON_A_PAGE, 1), (MOST_ON_A_PAGE + 1, 2), (2 * MOST_ON_A_PAGE + 1, 3)]
)
def test_a_long_list_goes_on_over_as_many_pages_as_it_needs(count: int, parts: int) -> None:
    found = small(*(action("child-r", f"a{number}") for number in range(count)))
    uris = ["actions/owner/police.md", *(f"actions/owner/police/{number}.md" for number in range(2, parts + 1))]
    shown = [page(found, uri) for uri in uris]
    assert [uri for uri in pages_of(found) if uri.startswith("actions/owner/")] == uris
    assert [id for part in shown for id in listed(part, "actions")] == [each.address for each in found.actions]
    assert [part.page.title for part in shown] == [
        "Police: actions",
        *(f"Police: actions, part {number}" for number in range(2, parts + 1)),
    ]
    for here, further in pairwise(uris):
        assert (further, "") in targets(page(found, here))
    assert list(broken(rendered_site(site_pages(found, "The site")))) == []


def test_each_owner_has_a_page_of_its_actions_overdue_ones_first_in_the_order_of_the_list_of_agencies() -> None:
    agencies = vocabulary().agencies
    found = small(
        action("child-r", "a1"),
        action("child-r", "a2", owners=(agencies["schools"], agencies["police"]), due="2020"),
        action("child-r", "a3", owners=(agencies["gps"],)),
    )
    owners = [uri for uri in pages_of(found) if uri.startswith("actions/owner/")]
    assert owners == ["actions/owner/police.md", "actions/owner/gps.md", "actions/owner/schools.md"]
    assert listed(page(found, owners[0]), "actions") == ["child-r#a2", "child-r#a1"]
    assert listed(page(found, owners[2]), "actions") == ["child-r#a2"]
    index = page(found)
    assert [uri for uri, _ in targets(index, index.links_in("owners"))] == owners
    assert words(index.texts["owners"]).startswith("By owner Police 2 actions GPs and primary care 1 action")


# ── a review's actions ───────────────────────────────────────────────────────────────────────────────────────────────


def test_the_page_of_a_reviews_actions_reads_so() -> None:
    reports = (
        Progress(dated("2020-05"), "Half are trained."),
        Progress(dated("2022-02-08"), "All are.", "A register", "https://register.example/"),
        Progress(dated("2022"), "Asked again.", "A survey."),
    )
    found = small(
        action(
            "child-r",
            "a1",
            "p1",
            "r1",
            plan=FIRST,
            due="2020-03",
            status=ActionStatus.EVIDENCED,
            stated="Complete",
            outcomes=("Officers ask.", "Officers act."),
            progress=reports,
        ),
        action("child-r", "b1", plan=SECOND, status=ActionStatus.SUPERSEDED, stated="RED", reason="By a1."),
    )
    made = pages_of(found)["actions/child-r.md"]
    assert (made.title, made.kicker, made.source_path) == (
        "What was done: Child R",
        "Child R, Northshire, 2021",
        "actions/child-r.yml",
    )
    assert rendered(made).html.count('class="lb-section actions history"') == 2
    assert words(visible(rendered(made).html)) == words("""\
        2 actions as of 15 June 2024: 1 done (evidenced) and 1 superseded.
        Action plan 1
        Agreed in January 2020. Appendix 1.
        Do a1. Done (evidenced) Police, due March 2020 Link to this action
        The plan's own word for its status: complete.
        What should change Officers ask. Officers act.
        What it answers Ask once more. Tell everyone.
        History May 2020: Half are trained. 8 February 2022: All are. Evidence: A register
        2022: Asked again. Evidence: A survey.
        Action plan 2
        Do b1. Superseded Police Link to this action
        The plan's own word for its status: RED. By a1.
        What it answers Ask once more.
        These actions answer the review Child R, Northshire, 2021. All actions""")


def visible(html: str) -> str:
    """The words that a reader sees."""
    return unescape(re.sub("<[^>]+>", " ", html)).replace(" .", ".").replace(" :", ":")


def test_an_action_has_an_anchor_and_a_link_to_itself_and_leads_to_what_it_answers() -> None:
    shown = page(small(action("child-r", "a1", "p1", "r1")), "actions/child-r.md")
    assert '<li class="record" id="a1">' in shown.html
    assert [link.href for link in shown.links if "permalink" in link.classes] == ["#a1"]
    assert {("reviews/child-r.md", "p1"), ("reviews/child-r.md", "r1")} <= set(targets(shown))


def test_a_link_to_evidence_leads_to_it() -> None:
    reports = (Progress(dated("2022"), "Done.", "A register", "https://register.example/"),)
    shown = page(small(action("child-r", "a1", progress=reports)), "actions/child-r.md")
    assert '<a href="https://register.example/">A register</a>' in shown.html


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        (FIRST, "Agreed in January 2020. Appendix 1."),
        (replace(FIRST, agreed=dated("2020-01-31"), place=""), "Agreed on 31 January 2020."),
        (replace(FIRST, agreed=None), "Appendix 1."),
    ],
)
def test_where_a_plan_comes_from_is_said_below_its_name(plan: Plan, said: str) -> None:
    shown = page(small(action("child-r", "a1", plan=plan)), "actions/child-r.md")
    assert f"<p>{said}</p>" in shown.html


def test_actions_stand_below_their_plan_once_in_whatever_order_the_file_has_them() -> None:
    plans = (FIRST, SECOND, FIRST, None, SECOND)
    found = small(*(action("child-r", f"a{number}", plan=plan) for number, plan in enumerate(plans)))
    shown = page(found, "actions/child-r.md")
    assert headings(shown, "history") == ["Action plan 1", "Action plan 2", "Actions"]
    assert [id for id in shown.ids if id.startswith("a")] == ["a0", "a2", "a1", "a4", "a3"]


# ── the briefing ─────────────────────────────────────────────────────────────────────────────────────────────────────


def site_of(found: Library) -> dict[str, RenderedPage]:
    return rendered_site(site_pages(found, "The site"))


def test_a_point_says_what_was_done_about_it_with_a_link_to_the_first_action_that_answers_it() -> None:
    found = small(action("child-r", "a1", "r1"), action("child-r", "a2", "r1", "p1"))
    briefing = site_of(found)["reviews/child-r.md"]
    done = [link for link in briefing.links if "done" in link.classes]
    assert [(words(link.text), place) for link, place in zip(done, targets(briefing, done), strict=True)] == [
        ("What was done: 1 action", ("actions/child-r.md", "a2")),
        ("What was done: 2 actions", ("actions/child-r.md", "a1")),
    ]


def test_the_briefing_lists_its_actions_as_they_ask_for_attention_and_leads_to_their_history() -> None:
    found = small(action("child-r", "a1", due="2030"), action("child-r", "a2", due="2020"))
    briefing = site_of(found)["reviews/child-r.md"]
    assert listed(briefing, "done") == ["child-r#a2", "child-r#a1"]
    assert ("actions/child-r.md", "") in targets(briefing, briefing.links_in("done"))


def test_a_review_without_actions_says_nothing_of_them() -> None:
    site = site_of(followed(library([review("child-r", ASKING), review("child-s")]), action("child-s", "a1", "x")))
    assert "done" not in site["reviews/child-r.md"].ids
    assert "actions/child-r.md" not in site
    assert [link for link in site["reviews/child-r.md"].links if "done" in link.classes] == []


# ── did we learn? ────────────────────────────────────────────────────────────────────────────────────────────────────

DONE = ActionStatus.DONE
VERDICTS = [
    # reviews published, dates on which actions were completed (a status where there is none), what is said
    pytest.param(("2021", "2022"), (), "No action on this site answers a point about this theme yet.", id="none"),
    pytest.param(("2021",), ("",), "1 action answers it; none is completed yet.", id="one open"),
    pytest.param(("2021",), ("", ""), "2 actions answer it; none is completed yet.", id="two open"),
    pytest.param(
        ("2021",), ("", DONE), "2 actions answer it; 1 is done, on a date that is not given.", id="done, but when?"
    ),
    pytest.param(
        ("2021",), (DONE, DONE), "2 actions answer it; 2 are done, on a date that is not given.", id="both, but when?"
    ),
    pytest.param(
        ("2021", "2022"),
        ("2022-03",),
        "1 action answers it. No review on this site is known to have taught it since the last one was reported done, "
        "in March 2022.",
        id="not again",
    ),
    pytest.param(
        ("2021",),
        ("2022-03-08", ""),
        "2 actions answer it. No review on this site is known to have taught it since the last one was reported done, "
        "on 8 March 2022.",
        id="not again, and one is open",
    ),
    pytest.param(
        ("2021", "2023"),
        ("2022",),
        "Taught again in 1 review since the last action was reported done, in 2022.",
        id="once",
    ),
    pytest.param(
        ("2021", "2023", "2023-05"),
        ("2022-11-30",),
        "Taught again in 2 reviews since the last action was reported done, on 30 November 2022.",
        id="twice",
    ),
]


@pytest.mark.parametrize(("published", "actions", "said"), VERDICTS)
def test_the_theme_says_whether_the_lesson_came_back(
    published: Sequence[str], actions: Sequence[str], said: str
) -> None:
    shown = theme_page(published, actions)
    verdict = shown.html.partition('<p class="verdict">')[2].partition("</p>")[0]
    assert words(verdict) == said


def theme_page(published: Sequence[str], actions: Sequence[str]) -> RenderedPage:
    """The theme `asking`, taught by reviews of these dates; the first one's actions were completed on those dates."""
    reviews = (
        review(f"r{number}", record(f"r{number}", "p1", "asking"), published=dated(each))
        for number, each in enumerate(published, 1)
    )
    promised = (
        action("r1", f"a{number}", status=each)
        if isinstance(each, ActionStatus)
        else action("r1", f"a{number}", done=each)
        for number, each in enumerate(actions, 1)
    )
    return site_of(followed(library(reviews), *promised))["themes/asking.md"]


def test_a_lesson_of_one_year_that_no_action_answers_has_no_timeline() -> None:
    assert "learned" not in theme_page(("2021", "2021"), ()).ids


def test_the_timeline_names_the_reviews_and_actions_of_each_year_with_links() -> None:
    shown = theme_page(("2021", "2022", "2022"), ("2022-03", "2022"))
    assert words(shown.texts["learned"]) == words("""\
        Did we learn?
        2 actions answer it. No review on this site is known to have taught it since the last one was reported done,
        in 2022.
        2021 A learning point in 1 review: R1, Northshire.
        2022 A learning point in 2 reviews: R2, Northshire and R3, Northshire.
        Action reported done, March 2022: Do a1. Action reported done: Do a2.
        What was done about it""")
    assert targets(shown, shown.links_in("learned")) == [
        ("reviews/r1.md", ""),
        ("reviews/r2.md", ""),
        ("reviews/r3.md", ""),
        ("actions/r1.md", "a1"),
        ("actions/r1.md", "a2"),
        (shown.page.uri, "done"),
    ]
    assert "done" in shown.ids


def test_a_year_of_many_reviews_names_some_and_counts_the_others() -> None:
    shown = theme_page(("2020", *("2021",) * (MOST_OF_A_YEAR + 2)), ())
    assert len(shown.links_in("learned")) == 1 + MOST_OF_A_YEAR
    assert f"A learning point in {MOST_OF_A_YEAR + 2} reviews: " in words(shown.texts["learned"])
    assert words(shown.texts["learned"]).endswith(", and 2 more.")


def test_the_theme_lists_what_was_done_about_it_and_where_the_other_actions_are() -> None:
    found = small(action("child-r", "a1", "p1"), action("child-r", "a2", "r1"), action("child-r", "a3", "r1"))
    shown = site_of(found)["themes/asking.md"]
    assert listed(shown, "done") == ["child-r#a1"]
    assert "Actions about other points in reviews that carry this theme: Child R, Northshire, 2021 (2)." in words(
        shown.texts["done"]
    )
    assert ("actions/child-r.md", "") in targets(shown, shown.links_in("done"))


def test_a_theme_with_many_actions_shows_some_and_counts_the_others() -> None:
    found = small(*(action("child-r", f"a{number}") for number in range(MOST_ACTIONS + 1)))
    shown = site_of(found)["themes/asking.md"]
    assert len(listed(shown, "done")) == MOST_ACTIONS
    assert "And 1 more action, with their reviews." in words(shown.texts["done"])


# ── all of it ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_every_link_leads_somewhere_and_no_page_has_an_id_twice() -> None:
    found = followed(
        library([review("child-r", ASKING), review("owner", record("owner", "p1", "asking")), review("status")]),
        *(action("child-r", f"a{number}", due="2020", plan=FIRST) for number in range(MOST_OF_A_STATUS + 1)),
        action("owner", "a1", status=DONE),
        action("status", "done", "p1", "r9"),
    )
    site = site_of(found)
    assert list(broken(site)) == []
    assert [uri for uri, shown in site.items() if len(shown.ids) != len(set(shown.ids))] == []


# ── what the manuals say of it ───────────────────────────────────────────────────────────────────────────────────────


def test_every_kind_and_class_of_these_pages_is_named_in_the_contract_with_templates() -> None:
    contract = (ROOT / "docs/templates.md").read_text("utf-8")
    named = set(re.findall(r"`(?:\w+\.)?([\w-]+)`", contract))
    every = [action("child-r", f"s{number}", status=status) for number, status in enumerate(ActionStatus)]
    done = [action("child-r", "late", due="2020"), action("child-r", "done", done="2022", plan=FIRST)]
    made = [*pages_of(small(*every, *done)).values()]
    classes = {
        name for shown in made for part in re.findall(r'class="([^"]+)"', rendered(shown).html) for name in part.split()
    }
    assert {shown.kind for shown in made} <= named
    assert {name for name in classes if not name.startswith("lb-")} <= named
    assert {"verdict", "year", "completed", "label", "timeline"} <= named


def manual() -> str:
    """What the manual for authors says of action plans."""
    text = (ROOT / "docs/writing-a-review.md").read_text("utf-8")
    return re.split(r"(?m)^## ", text.partition("## Action plans\n")[2])[0]


@pytest.mark.parametrize(
    ("model", "table"), [(PlanFields, "a plan"), (ActionFields, "an action"), (ProgressFields, "a report")]
)
def test_the_manual_names_every_field_and_which_are_needed(model: type[BaseModel], table: str) -> None:
    rows = manual().partition(f"| field of {table} |")[2].partition("\n\n")[0]
    told = dict(re.findall(r"(?m)^\| `(\w+)` \| ([^|]+) \|", rows))
    assert set(told) == set(model.model_fields)
    assert {name for name, needed in told.items() if needed == "yes"} == {
        name for name, field in model.model_fields.items() if field.is_required()
    }


def test_the_manual_gives_each_status_with_the_words_that_readers_see() -> None:
    told = dict(
        re.findall(r"(?m)^\| (?:`([\w-]+)`|\*\(none\)\*) \| ([^|]+) \| ", manual().partition("| `status` |")[2])
    )
    assert {ActionStatus(id): said for id, said in told.items() if said in WORDS.values()} == WORDS


def test_the_example_in_the_manual_has_no_mistake(tmp_path: Path) -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", manual(), re.DOTALL)
    text = builders.points("- Ask. {#p2 .early-help}") + '\n## Recommendations\n\n- Ask. {#r1 agency="police"}\n'
    found = builders.loaded(tmp_path, {"reviews/child-a.md": text, "actions/child-a.yml": example})
    assert [show(problem) for problem in found.problems] == []
    assert [one.id for one in found.library.actions] == ["a1", "a2"]
