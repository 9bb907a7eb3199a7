"""A content folder becomes a library, or every problem in it."""

from pathlib import Path

import pytest

from briefings.loading import load, load_library
from briefings.problems import ContentError
from tests.builders import library_folder, loaded, review, theme


def test_reviews_and_themes_are_found_at_any_depth(tmp_path: Path) -> None:
    found = loaded(
        tmp_path, {"reviews/a.md": review(), "reviews/2021/kent/b.md": review(), "themes/more/c.md": theme(title="C")}
    )
    assert [one.id for one in found.library.reviews] == ["a", "b"]
    assert set(found.library.themes) == {"early-help", "c"}
    assert not found.failed


def test_only_what_is_published_is_in_the_library_and_the_rest_is_counted(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        f"reviews/{status}-{number}.md": review(status=status)
        for status, number in [("draft", 1), ("draft", 2), ("embargoed", 1), ("withdrawn", 1), ("published", 1)]
    }
    found = loaded(tmp_path, files)
    assert [one.id for one in found.library.reviews] == ["published-1"]
    assert found.withheld == {"draft": 2, "embargoed": 1, "withdrawn": 1}


def test_a_review_whose_status_is_not_known_is_not_counted(tmp_path: Path) -> None:
    assert loaded(tmp_path, {"reviews/a.md": review(status="x"), "reviews/b.md": "x"}).withheld == {}


def test_a_folder_that_is_not_there_is_one_problem(tmp_path: Path) -> None:
    found = load(tmp_path / "content")
    assert [(problem.path, problem.code) for problem in found.problems] == [("content", "not-readable")]


def test_an_empty_folder_is_an_empty_library(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    found = load(tmp_path / "content")
    assert (found.problems, found.library.reviews) == ((), ())


def test_a_library_is_given_or_every_problem_is_raised(tmp_path: Path) -> None:
    content = library_folder(tmp_path, {"reviews/a.md": review()})
    assert [one.id for one in load_library(content).reviews] == ["a"]
    library_folder(tmp_path, {"reviews/b.md": review(title=""), "reviews/c.md": review(type="x")})
    with pytest.raises(ContentError) as raised:
        load_library(content)
    assert [problem.code for problem in raised.value.problems] == ["empty-field", "unknown-review-type"]


def test_files_are_named_from_the_folder_that_the_author_stands_in(tmp_path: Path) -> None:
    content = library_folder(tmp_path, {"reviews/a.md": "x"})
    assert [problem.path for problem in load(content).problems] == ["content/reviews/a.md"]
    assert [problem.path for problem in load(content, content).problems] == ["reviews/a.md"]
    assert [problem.path for problem in load(content, tmp_path / "elsewhere").problems] == ["a.md"]


@pytest.mark.parametrize("name", [".draft.md", "._a.md", ".git/a.md", "2021/.obsidian/a.md"])
def test_files_and_folders_that_start_with_a_dot_are_passed_over(tmp_path: Path, name: str) -> None:
    found = loaded(tmp_path, {"reviews/a.md": review(), f"reviews/{name}": b"\xff"})
    assert (len(found.library.reviews), found.problems) == (1, ())


@pytest.mark.parametrize("name", ["notes.docx", "chart.png", "2021/a.MD", "a.md~", "a.markdown", "a"])
def test_a_file_that_is_not_markdown_is_told_and_not_read(tmp_path: Path, name: str) -> None:
    found = loaded(tmp_path, {f"reviews/{name}": b"\xff"})
    assert [(problem.path, problem.code) for problem in found.problems] == [
        (f"content/reviews/{name}", "misplaced-file")
    ]
    assert not found.failed


def test_links_inside_the_folder_are_told_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text(review(), "utf-8")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder/b.md").write_text(review(), "utf-8")
    content = library_folder(tmp_path, {"reviews/a.md": review()})
    (content / "reviews/secret.md").symlink_to(tmp_path / "secret.md")
    (content / "reviews/linked").symlink_to(tmp_path / "folder")
    found = load(content)
    assert [one.id for one in found.library.reviews] == ["a"]
    assert [(problem.path, problem.code) for problem in found.problems] == [
        ("content/reviews/linked", "misplaced-file"),
        ("content/reviews/secret.md", "misplaced-file"),
    ]


def test_the_folder_of_reviews_itself_may_be_a_link(tmp_path: Path) -> None:
    content = library_folder(tmp_path, {"elsewhere/a.md": review()})
    (content / "reviews").symlink_to(content / "elsewhere")
    assert [one.id for one in load(content).library.reviews] == ["a"]


def test_a_folder_that_is_called_like_a_file_is_no_file(tmp_path: Path) -> None:
    found = loaded(tmp_path, {"reviews/a.md/b.md": review()})
    assert [one.id for one in found.library.reviews] == ["b"]


def test_the_order_of_problems_is_the_same_whatever_order_the_disk_gives(tmp_path: Path) -> None:
    names = [f"r{number}" for number in range(20)]
    for order, folder in ((names, tmp_path / "one"), (names[::-1], tmp_path / "two")):
        library_folder(folder, {f"reviews/{name}.md": review(title="") for name in order})
    one, two = load(tmp_path / "one/content").problems, load(tmp_path / "two/content").problems
    assert one == two
    assert list(one) == sorted(one, key=lambda problem: problem.order)


def test_a_file_that_may_not_be_read_is_one_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    content = library_folder(tmp_path, {"reviews/a.md": review()})
    monkeypatch.setattr(Path, "read_bytes", refused)
    assert [problem.code for problem in load(content).problems if "reviews" in problem.path] == ["not-readable"]
