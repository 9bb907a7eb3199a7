"""Rules between files. What is told of a mistake stands in test_bad_input; here is what is no mistake."""

from pathlib import Path

import pytest

from briefings.problems import Level
from tests.builders import happened, loaded, points, review, theme

GOOD: dict[str, dict[str, str | bytes]] = {
    "a link to a review": {"reviews/a.md": happened("[[b]]"), "reviews/b.md": review()},
    "a link to a record": {"reviews/a.md": happened("[[b#p1|that]]"), "reviews/b.md": review()},
    "a link to a review in another folder": {
        "reviews/2020/a.md": happened("[b](../2021/b.md#p1)"),
        "reviews/2021/b.md": review(),
    },
    "a link to a theme": {"reviews/a.md": happened("[[early-help]] [e](../themes/early-help.md)")},
    "a link in the same file": {"reviews/a.md": happened("[below](#p1) [[a#p1]]")},
    "a link of a theme to a record": {"themes/early-help.md": theme("[[a#p1]]"), "reviews/a.md": review()},
    "a link of a theme to a theme": {"themes/early-help.md": theme("[[b]]"), "themes/b.md": theme(title="B")},
    "a link of a draft to a draft": {
        "reviews/a.md": happened("[[b]]").replace("published\n---", "draft\n---"),
        "reviews/b.md": review(status="draft"),
    },
    "a link of a draft to what is public": {
        "reviews/a.md": happened("[[b]]").replace("published\n---", "draft\n---"),
        "reviews/b.md": review(),
    },
    "two themes that are related to each other": {
        "themes/a.md": theme(title="A", related="b"),
        "themes/b.md": theme(title="B", related="a"),
    },
    "a chain of broader themes": {
        "themes/a.md": theme(title="A", broader="b"),
        "themes/b.md": theme(title="B", broader="c"),
        "themes/c.md": theme(title="C"),
    },
    "an alias that is the theme's own title": {"themes/early-help.md": theme(aliases="[early help]")},
    "the same record id in two reviews": {"reviews/a.md": review(), "reviews/b.md": review()},
}


@pytest.mark.parametrize("what", GOOD)
def test_what_leads_somewhere_is_no_mistake(tmp_path: Path, what: str) -> None:
    assert loaded(tmp_path, GOOD[what]).problems == ()


def test_each_link_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    found = loaded(tmp_path, {"reviews/a.md": happened("[[x]] [[y]]\n[z](z.md)")}).problems
    assert [(problem.code, problem.line, problem.column) for problem in found] == [
        ("unknown-link", 13, 3),
        ("unknown-link", 13, 9),
        ("unknown-link", 14, 5),
    ]


def test_each_theme_that_is_not_there_is_told(tmp_path: Path) -> None:
    found = loaded(tmp_path, {"reviews/a.md": points("- a {#p1 .x .early-help .y}")}).problems
    assert [(problem.code, problem.column) for problem in found] == [("unknown-theme", 11), ("unknown-theme", 26)]


def test_two_circles_are_two_mistakes(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        f"themes/{one}.md": theme(title=one, broader=other) for one, other in ("ab", "bc", "ca", "xy", "yx", "pa")
    }
    found = loaded(tmp_path, files).problems
    assert [(problem.path, problem.code) for problem in found] == [
        ("content/themes/a.md", "circular-theme"),
        ("content/themes/x.md", "circular-theme"),
    ]


def test_a_review_may_not_have_the_id_of_a_theme(tmp_path: Path) -> None:
    found = loaded(tmp_path, {"reviews/neglect.md": review(), "themes/neglect.md": theme(title="Neglect")})
    told = [(problem.path, problem.code, problem.hint) for problem in found.problems if problem.level is Level.ERROR]
    assert told == [
        ("content/reviews/neglect.md", "repeated-review-id", "rename this file, for example `neglect-review.md`")
    ]
