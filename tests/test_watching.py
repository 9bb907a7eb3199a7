"""A folder is looked at again and again, and what has not changed is not read again."""

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from briefings.loading import load
from briefings.remembering import Memory
from briefings.watching import each_change, snapshot
from tests.builders import library_folder, points, review

TWO = {"reviews/child-a.md": review(), "reviews/child-b.md": review(title="Child B")}


class EnoughError(Exception):
    """Raised in place of waiting for ever."""


def test_each_change_is_told_once(tmp_path: Path) -> None:
    content = library_folder(tmp_path, dict(TWO))
    added, changed, gone = content / "themes/new.md", content / "reviews/child-a.md", content / "reviews/child-b.md"
    steps: Iterator[Callable[[], object]] = iter(
        [
            content.exists,
            partial(added.write_text, "new", "utf-8"),
            content.exists,
            partial(os.utime, changed, ns=(1, 1)),
            gone.unlink,
        ]
    )

    def wait(_: float) -> None:
        step = next(steps, None)
        if step is None:
            raise EnoughError
        step()

    told: list[None] = []
    with pytest.raises(EnoughError):
        told.extend(each_change(content, wait))
    assert len(told) == 4


def test_a_file_that_vanishes_while_we_look_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "dead").symlink_to(tmp_path / "nowhere")
    assert snapshot(tmp_path) == {}


def test_only_what_changed_is_read_again(tmp_path: Path) -> None:
    content = library_folder(tmp_path, dict(TWO))
    memory = Memory()
    before = load(content, memory=memory).library
    (content / "reviews/child-b.md").write_text(review(title="Child Z"), "utf-8")
    after = load(content, memory=memory).library
    assert after.by_id["child-a"] is before.by_id["child-a"]
    assert after.by_id["child-b"].title == "Child Z"


def test_another_vocabulary_has_everything_read_again(tmp_path: Path) -> None:
    content = library_folder(tmp_path, {"reviews/child-a.md": points('- Ask. {#p1 .early-help agency="bakers"}')})
    memory = Memory()
    assert [problem.code for problem in load(content, memory=memory).problems] == ["unknown-agency"]
    (content / "vocabulary/agencies.yml").write_text("bakers: {name: Bakers}\n", "utf-8")
    assert load(content, memory=memory).problems == ()


def test_what_is_remembered_is_what_a_first_reading_gives(tmp_path: Path) -> None:
    content = library_folder(tmp_path, {**TWO, "reviews/child-c.md": "no front matter"})
    memory = Memory()
    load(content, memory=memory)
    again, fresh = load(content, memory=memory), load(content)
    assert (again.problems, again.withheld) == (fresh.problems, fresh.withheld)
