"""docs/errors.md lists every code that there is, and its examples do what they say."""

import re
from datetime import date
from pathlib import Path

import pytest

from briefings.loading import load
from briefings.problems import LEVELS
from tests.builders import BODY, DIGEST_FIELDS, FIELDS, THEME_FIELDS, happened, library_folder, points, review, theme

DOC = (Path(__file__).parent.parent / "docs/errors.md").read_text("utf-8")
ENTRY = re.compile(
    r"^### `(?P<code>[\w-]+)`\n\n\*(?P<level>\w+)\.\* (?P<text>.+?)(?=^### `|\Z)", re.MULTILINE | re.DOTALL
)
ENTRIES = list(ENTRY.finditer(DOC))
EXAMPLE = re.compile(
    r"^(?P<fence>```+)(?P<kind>[a-z ]+) (?P<word>wrong|right)\n(?P<text>.*?)\n(?P=fence)$", re.MULTILINE | re.DOTALL
)
EXAMPLES = [
    (entry["code"], found["word"], found["kind"], found["text"])
    for entry in ENTRIES
    for found in EXAMPLE.finditer(entry["text"])
]
WITHOUT_EXAMPLE = {
    "not-readable",
    "not-utf8",
    "repeated-review-id",
    "misplaced-file",
    "privacy-photo",
    "privacy-properties",
}
"""What no text alone can show."""


def fields_with(usual: dict[str, str], text: str) -> str:
    """Front matter in which the lines of an example take the place of the usual ones."""
    own = {re.split(r"\W", line)[0] for line in text.split("\n")}
    kept = [f"{name}: {value}" for name, value in usual.items() if name not in own]
    return "\n".join(["---", text, *kept, "---", "", ""])


def section_with(text: str) -> str:
    """A review in which an example stands: its sections, its points, or text under "What happened"."""
    if text.startswith("## "):
        own = "## What happened" if "## What happened" in text else re.split(r"\n", text)[0]
        kept = [part for part in re.split(r"(?m)^(?=## )", BODY) if part and not part.startswith(own)]
        return review("".join(kept) + "\n" + text + "\n")
    return points(text) if "{" in text else happened(text)


def files_of(kind: str, text: str) -> dict[str, str | bytes]:
    """The content folder in which an example stands."""
    files: dict[str, str | bytes] = {
        "reviews/child-a.md": review(),
        "reviews/child-b.md": review(),
        "reviews/child-c.md": review(status="draft"),
        "themes/early-help.md": theme(),
        "themes/neglect.md": theme(title="Neglect"),
    }
    written = {
        "yaml": lambda: fields_with(FIELDS, text) + BODY,
        "markdown": lambda: section_with(text),
        "markdown body": lambda: review(text),
        "text": lambda: text,
        "yaml theme": lambda: fields_with(THEME_FIELDS, text),
        "yaml digest": lambda: fields_with(DIGEST_FIELDS, text),
        "json external": lambda: text,
        "yaml actions": lambda: text,
        "yaml site": lambda: text,
    }[kind]()
    named = re.match(r"# content/(\S+)\n", text)
    places = {
        "yaml theme": "themes/early-help.md",
        "yaml digest": "digests/spring.md",
        "json external": "external/kestrel.json",
        "yaml site": "site.yml",
        "yaml actions": named[1] if named else "actions/child-a.yml",
    }
    return files | {places.get(kind, "reviews/child-a.md"): written}


def test_the_doc_lists_every_code_with_its_level_in_order() -> None:
    assert [(entry["code"], entry["level"].upper()) for entry in ENTRIES] == [
        (code, level.name) for code, level in LEVELS.items()
    ]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["code"])
def test_each_code_has_its_cause_its_cure_and_an_example(entry: re.Match[str]) -> None:
    assert "**Cure:** " in entry["text"]
    words = {found["word"] for found in EXAMPLE.finditer(entry["text"])}
    assert "wrong" in words or entry["code"] in WITHOUT_EXAMPLE


@pytest.mark.parametrize(
    ("code", "word", "kind", "text"), EXAMPLES, ids=[f"{code} {word}" for code, word, *_ in EXAMPLES]
)
def test_a_wrong_example_has_that_problem_alone_and_a_right_one_has_none(
    tmp_path: Path, code: str, word: str, kind: str, text: str
) -> None:
    made = load(library_folder(tmp_path, files_of(kind, text)), day=date(2026, 1, 1))
    found = {problem.code for problem in made.problems}
    assert found == ({code} if word == "wrong" else set())


def test_every_code_that_the_domain_gives_is_one_of_the_list() -> None:
    written = "\n".join(path.read_text("utf-8") for path in Path(__file__).parent.parent.glob("briefings/**/*.py"))
    assert [code for code in LEVELS if written.count(f'"{code}"') < 2] == []
