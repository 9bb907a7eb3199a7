"""One line makes one input: a review's or theme's text, a content folder, a site; and what reading them says."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from briefings.loading import Loaded, load
from briefings.problems import Problem, show
from briefings.reading import ReadReview, ReadTheme, read_review, read_theme
from briefings.source import Source
from briefings.vocabulary import Vocabulary, load_vocabulary

PARTNERSHIPS = "kent: {name: Kent Safeguarding Board, short: Kent, region: South East, nation: England}\n"
RESOURCES = "toolkit: {name: The toolkit, meaning: Forms., url: https://www.example.org/toolkit}\n"
FIELDS = {
    "title": "Child A",
    "type": "scr",
    "partnership": "kent",
    "published": "2021-11",
    "summary": "A child was harmed.",
    "source": "{title: The report, publisher: Kent Safeguarding Board}",
    "status": "published",
}
SITE = "contact: {name: Business unit, email: unit@example.org}\n"
THEME_FIELDS = {"title": "Early help", "definition": "Help as soon as a worry starts."}
DIGEST_FIELDS = {"title": "The digest", "published": "2021-12", "period": "{from: 2021-01, to: 2021-12}"}
BODY = """\
## What happened

A child was harmed.

## Learning for practitioners

- Act early. {#p1 .early-help}

## If you do one thing

Ask the child.
"""
PATH = "reviews/2021/child-a.md"


def front_matter(fields: Mapping[str, str | None]) -> str:
    """Fields between two lines of `---`, each value as it would be written; a field that is None is left out."""
    lines = (f"{name}: {value}".rstrip() for name, value in fields.items() if value is not None)
    return "\n".join(["---", *lines, "---", "", ""])


def review(body: str = BODY, **fields: str | None) -> str:
    """A review's file. `review(title=None)` has no title; `review(harms="[neglect]")` has a harm."""
    return front_matter(FIELDS | fields) + body


def points(*items: str) -> str:
    """A review's file with these list items as its learning points."""
    return review(BODY.replace("- Act early. {#p1 .early-help}", "\n".join(items)))


def happened(text: str) -> str:
    """A review's file with this text under "What happened"."""
    return review(BODY.replace("A child was harmed.", text))


def theme(body: str = "", **fields: str | None) -> str:
    """A theme's file."""
    return front_matter(THEME_FIELDS | fields) + body


def digest(body: str = "", **fields: str | None) -> str:
    """A digest's file: of the year 2021."""
    return front_matter(DIGEST_FIELDS | fields) + body


@cache
def vocabulary() -> Vocabulary:
    """The package's own lists, and one partnership and one resource."""
    with TemporaryDirectory() as name:
        folder = library_folder(Path(name), {}) / "vocabulary"
        problems: list[Problem] = []
        return load_vocabulary(folder, lambda path: path.name, problems)


def read(text: str, path: str = PATH) -> ReadReview:
    """One review, read by itself."""
    return read_review(Source(f"content/{path}", text), path, vocabulary())


def read_a_theme(text: str, path: str = "themes/early-help.md") -> ReadTheme:
    """One theme, read by itself."""
    return read_theme(Source(f"content/{path}", text), path, vocabulary())


def problems_of(text: str, path: str = PATH) -> list[Problem]:
    """What is wrong with one review by itself, by place."""
    return sorted(read(text, path).problems, key=lambda problem: problem.order)


def codes_of(text: str, path: str = PATH) -> list[str]:
    """The codes of what is wrong with one review by itself, by place."""
    return [problem.code for problem in problems_of(text, path)]


def shown(text: str, path: str = PATH) -> str:
    """What an author is told of one review by itself."""
    return "\n\n".join(show(problem) for problem in problems_of(text, path))


def library_folder(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """A content folder with these files, a contact, one partnership, one resource and the theme `early-help`."""
    usual: dict[str, str | bytes] = {
        "site.yml": SITE,
        "vocabulary/partnerships.yml": PARTNERSHIPS,
        "vocabulary/resources.yml": RESOURCES,
        "themes/early-help.md": theme(),
    }
    content = folder / "content"
    for name, text in (usual | dict(files)).items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return content


def loaded(folder: Path, files: Mapping[str, str | bytes]) -> Loaded:
    """A content folder with these files, read."""
    return load(library_folder(folder, files))


def site_folder(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """A folder that MkDocs can build, with these files as its content."""
    library_folder(folder, files)
    (folder / "mkdocs.yml").write_text(
        "site_name: Test\ndocs_dir: content\ntheme: {name: material}\nplugins: [briefings]\n", "utf-8"
    )
    return folder
