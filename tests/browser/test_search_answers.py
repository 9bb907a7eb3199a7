"""How well search answers what people really ask (`tests/search_questions.yml`), in a real browser.

An answer is right if one of the first three groups that are shown leads to it: to the page of a theme or review that
answers, or (where only one record does) to that record. Where nothing answers, search must say that nothing fits.
"""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser

from tests.indexes import Index

QUESTIONS = Path(__file__).parent.parent / "search_questions.yml"
FIRST = 3
SHOWN_OF_A_GROUP = 3
LEAST = 0.9
"""Of all questions, and of those that the search was tuned on or checked with."""
LEAST_OF_FRESH = 0.8
"""Of forty questions by somebody who had seen neither the search nor the other names of the themes."""

ASK = """async ([base, asks]) => {
  const { openEngine } = await import(new URL("assets/scripts/search/engine.js", base))
  const engine = await openEngine(base)
  const answers = []
  for (const ask of asks) {
    const found = await engine.find(ask)
    answers.push({
      fits: found.total > 0 && !found.nearest && !found.unknown.length,
      groups: found.groups.slice(0, 3).map(({ group, hits }) => [group.address, hits.map(({ entry }) => entry.anchor)]),
    })
  }
  return answers
}"""


@dataclass(frozen=True)
class Asked:
    """A question, and what search makes of it."""

    question: dict[str, Any]
    found: dict[str, Any]

    @cached_property
    def is_right(self) -> bool:
        if not self.question["answers"]:
            return not self.found["fits"]
        return any(self._leads_to(answer) for answer in self.question["answers"])

    def _leads_to(self, answer: str) -> bool:
        id, _, anchor = answer.partition("#")
        return any(
            address.strip("/").endswith(f"/{id}") and (not anchor or anchor in anchors[:SHOWN_OF_A_GROUP])
            for address, anchors in self.found["groups"][:FIRST]
        )


@pytest.fixture(scope="module")
def asked(browser: Browser, served: str) -> list[Asked]:
    questions: list[dict[str, Any]] = yaml.safe_load(QUESTIONS.read_text("utf-8"))
    page = browser.new_page()
    page.goto(f"{served}/search/")
    answers = page.evaluate(ASK, [f"{served}/", [question["ask"] for question in questions]])
    page.close()
    return [Asked(question, found) for question, found in zip(questions, answers, strict=True)]


def test_there_are_questions_enough_and_each_answer_is_there(asked: list[Asked], built_site: Path) -> None:
    entries = Index(built_site / "pagefind").entries
    addresses = {entry.address.removeprefix("themes/").removeprefix("reviews/").replace("/", "") for entry in entries}
    assert len(asked) >= 60
    assert [answer for each in asked for answer in each.question["answers"] if answer not in addresses] == []


@pytest.mark.parametrize(
    ("sets", "least"),
    [
        pytest.param({"tune", "check", "fresh"}, LEAST, id="all"),
        pytest.param({"tune"}, LEAST, id="tune"),
        pytest.param({"check"}, LEAST, id="check"),
        pytest.param({"fresh"}, LEAST_OF_FRESH, id="fresh"),
    ],
)
def test_the_right_answer_is_among_the_first_three(asked: list[Asked], sets: set[str], least: float) -> None:
    mine = [each for each in asked if each.question["set"] in sets]
    missed = [each.question["ask"] for each in mine if not each.is_right]
    share = 1 - len(missed) / len(mine)
    assert share >= least, f"{share:.1%} of {len(mine)} questions; missed: {missed}"


def test_the_figures_are_those_of_the_manual(asked: list[Asked]) -> None:
    said = (Path(__file__).parent.parent.parent / "docs/architecture.md").read_text("utf-8")
    for name in ("tune", "check", "fresh"):
        mine = [each.is_right for each in asked if each.question["set"] == name]
        assert f"| {name} | {sum(mine)} of {len(mine)} |" in said
