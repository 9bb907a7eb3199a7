"""A content folder -> the library, or every problem in it at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path

from briefings.checking import (
    PrivacySearch,
    apart,
    cross_file_problems,
    known_of,
    search_files,
    site_problems,
    state_problems,
    unknown_acronyms,
)
from briefings.levels import graded
from briefings.library import Library, beside, followed_up, library_of
from briefings.marked_yaml import MarkedData
from briefings.problems import ContentError, Problem, has_errors
from briefings.reading import (
    SITE,
    ReadActions,
    ReadDigest,
    ReadExternal,
    ReadReview,
    ReadSite,
    ReadTheme,
    read_actions,
    read_digest,
    read_external,
    read_review,
    read_site,
    read_theme,
)
from briefings.remembering import Memory
from briefings.schema import DRAFT, EMBARGOED, PUBLISHED
from briefings.source import Source, read_source
from briefings.vocabulary import Vocabulary, load_vocabulary

KINDS_OF_FILES = {"reviews": ".md", "themes": ".md", "digests": ".md", "actions": ".yml", "external": ".json"}
"""What authors write (and `import-library` in `external`), a folder each, and how its files end."""

HELD = (DRAFT, EMBARGOED)
"""What is not public yet, but is to be."""

KIND_NAMES = {".md": "Markdown", ".yml": "YAML", ".json": "JSON"}


@dataclass(frozen=True)
class Loaded:
    """A content folder, read. ``withheld`` counts, by status, the reviews that are not public.

    ``problems`` have the levels that the site gives them; ``waived`` are those that their authors let stand.
    """

    library: Library
    problems: tuple[Problem, ...] = ()
    withheld: Mapping[str, int] = field(default_factory=dict)
    waived: tuple[Problem, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether an error stands in the way of building."""
        return has_errors(self.problems)


def load(
    content: Path,
    shown_below: Path | None = None,
    day: date = date.min,
    *,
    memory: Memory | None = None,
    preview: bool = False,
) -> Loaded:
    """Read everything below a content folder; problems name files relative to ``shown_below`` (default: its parent).

    ``day`` is the one as of which actions are overdue and embargoes are over; without one, none is. A ``memory`` that
    is given again spares reading files again. A ``preview`` has drafts and embargoed reviews in its library too, and
    says which they are.
    """
    root = (shown_below or content.parent).resolve()
    shown = _shown_below(root)
    problems: list[Problem] = []
    if not content.is_dir():
        missing = Problem(shown(content), 1, 1, "not-readable", "there is no such content folder")
        return Loaded(Library(), (missing,))
    vocabulary = load_vocabulary(content / "vocabulary", shown, problems)
    files = partial(_files_of, content)
    memory = memory or Memory()
    memory.hold_for(vocabulary)
    themes = [memory.recall(path, partial(_read_theme, path, content, shown, vocabulary)) for path in files("themes")]
    reviews = [
        memory.recall(path, partial(_read_review, path, content, shown, vocabulary)).as_of(day)
        for path in files("reviews")
    ]
    digests = [
        memory.recall(path, partial(_read_digest, path, content, shown, vocabulary)) for path in files("digests")
    ]
    held = {read.id: read.status for read in reviews if preview and read.status in HELD}
    if preview:
        reviews = [replace(read, status=PUBLISHED) if read.id in held else read for read in reviews]
        digests = [replace(read, status=PUBLISHED) if read.status in HELD else read for read in digests]
    plans = [memory.recall(path, partial(_read_actions, path, content, shown, vocabulary)) for path in files("actions")]
    others = [_read_external(path, content, shown) for path in files("external")]
    site = _read_site(content / SITE, shown)
    every: list[ReadTheme | ReadReview | ReadDigest | ReadActions | ReadExternal | ReadSite] = [
        *themes,
        *reviews,
        *digests,
        *plans,
        *others,
        site,
    ]
    problems.extend(problem for read in every for problem in read.problems)
    problems.extend(_strays(content, shown))
    problems.extend(cross_file_problems(reviews, themes, digests, plans))
    problems.extend(state_problems(reviews, day))
    problems.extend(site_problems(site, reviews))
    search = PrivacySearch(known_of(vocabulary, site.settings))
    search.read((*reviews, *themes, *digests, *plans))
    search_files(search, content, shown)
    problems = search.hidden(problems)
    public = [read.review for read in reviews if read.status == "published" and read.review]
    withheld = Counter(read.status for read in reviews if read.status not in ("", "published"))
    library = followed_up(
        library_of(public, (read.theme for read in themes if read.theme), vocabulary),
        (action for read in plans for action in read.actions),
        (read.digest for read in digests if read.digest and read.status == "published"),
        day,
    )
    library = beside(library, (read.origin for read in others if read.origin))
    withdrawn = tuple(read.withdrawn for read in reviews if read.withdrawn)
    library = replace(library, settings=site.settings, withdrawn=withdrawn, held=held)
    with_front_matter: list[ReadTheme | ReadReview | ReadDigest] = [*themes, *reviews, *digests]
    told, waived = apart(problems, [waiver for read in with_front_matter for waiver in read.waivers])
    return Loaded(library, _settled(told, site), withheld=dict(sorted(withheld.items())), waived=_settled(waived, site))


def _settled(problems: Iterable[Problem], site: ReadSite) -> tuple[Problem, ...]:
    """Problems at the site's own levels, in order."""
    return tuple(sorted(graded(problems, site.levels), key=lambda problem: problem.order))


def load_library(content: Path) -> Library:
    """The library of a content folder; raises :class:`ContentError` with every problem if one of them is an error."""
    loaded = load(content)
    if loaded.failed:
        raise ContentError(loaded.problems)
    return loaded.library


def authored_files(content: Path, shown_below: Path | None = None) -> Iterator[tuple[Path, str]]:
    """Every file that :func:`load` would read, and how messages name it."""
    shown = _shown_below((shown_below or content.parent).resolve())
    folders = {**KINDS_OF_FILES, "vocabulary": ".yml"}
    files = [path for folder, ending in folders.items() for path in _files(content / folder, ending)]
    site = [content / SITE] if (content / SITE).is_file() else []
    yield from ((path, shown(path)) for path in sorted([*files, *site]))


def _shown_below(root: Path) -> Callable[[Path], str]:
    def shown(path: Path) -> str:
        absolute = path.resolve()
        return absolute.relative_to(root).as_posix() if absolute.is_relative_to(root) else path.name

    return shown


def _files_of(content: Path, kind: str) -> list[Path]:
    """What authors write of one kind."""
    return _files(content / kind, KINDS_OF_FILES[kind])


def _files(folder: Path, ending: str) -> list[Path]:
    """The folder's files of one kind at any depth, in an order that no machine changes.

    Links inside it are not followed, and files whose name starts with a dot are somebody's notes.
    """
    return sorted(path for path in folder.rglob(f"*{ending}") if path.is_file() and not _is_passed_over(path, folder))


def _is_passed_over(path: Path, folder: Path) -> bool:
    inside = [path, *path.parents][: len(path.relative_to(folder).parts)]
    return any(part.is_symlink() or part.name.startswith(".") for part in inside)


def _read_review(path: Path, content: Path, shown: Callable[[Path], str], vocabulary: Vocabulary) -> ReadReview:
    try:
        source = read_source(path, shown(path))
    except ContentError as error:
        return ReadReview(path.stem, _nothing(shown(path)), problems=error.problems)
    read = read_review(source, path.relative_to(content).as_posix(), vocabulary)
    return replace(read, problems=(*read.problems, *read.craft, *unknown_acronyms(source, vocabulary)))


def _read_theme(path: Path, content: Path, shown: Callable[[Path], str], vocabulary: Vocabulary) -> ReadTheme:
    try:
        source = read_source(path, shown(path))
    except ContentError as error:
        return ReadTheme(path.stem, _nothing(shown(path)), problems=error.problems)
    read = read_theme(source, path.relative_to(content).as_posix(), vocabulary)
    return replace(read, problems=(*read.problems, *unknown_acronyms(source, vocabulary)))


def _read_digest(path: Path, content: Path, shown: Callable[[Path], str], vocabulary: Vocabulary) -> ReadDigest:
    try:
        source = read_source(path, shown(path))
    except ContentError as error:
        return ReadDigest(path.stem, _nothing(shown(path)), problems=error.problems)
    read = read_digest(source, path.relative_to(content).as_posix(), vocabulary)
    return replace(read, problems=(*read.problems, *unknown_acronyms(source, vocabulary)))


def _read_actions(path: Path, content: Path, shown: Callable[[Path], str], vocabulary: Vocabulary) -> ReadActions:
    try:
        source = read_source(path, shown(path))
    except ContentError as error:
        nothing = _nothing(shown(path))
        return ReadActions(path.stem, nothing, MarkedData(nothing), problems=error.problems)
    read = read_actions(source, path.relative_to(content).as_posix(), vocabulary)
    return replace(read, problems=(*read.problems, *unknown_acronyms(source, vocabulary)))


def _read_external(path: Path, content: Path, shown: Callable[[Path], str]) -> ReadExternal:
    try:
        source = read_source(path, shown(path))
    except ContentError as error:
        return ReadExternal(problems=error.problems)
    return read_external(source, path.relative_to(content).as_posix())


def _read_site(path: Path, shown: Callable[[Path], str]) -> ReadSite:
    """The settings of the site; one without the file has none."""
    try:
        source = read_source(path, shown(path)) if path.exists() else _nothing(shown(path))
    except ContentError as error:
        return ReadSite(MarkedData(_nothing(shown(path))), problems=error.problems)
    return read_site(source)


def _nothing(shown_as: str) -> Source:
    return Source(shown_as, "")


def _strays(content: Path, shown: Callable[[Path], str]) -> Iterator[Problem]:
    """Files beside what authors write that are nothing of the kind, and so are not published."""
    for folder, ending in KINDS_OF_FILES.items():
        for path in sorted((content / folder).rglob("*")):
            if path.is_symlink():
                hint = "put the file itself here"
                yield Problem(
                    shown(path.parent) + f"/{path.name}", 1, 1, "misplaced-file", "a link is not followed", hint
                )
            elif path.is_file() and path.suffix != ending and not path.name.startswith("."):
                hint = f"only {KIND_NAMES[ending]} files belong here; link to a document where its publisher keeps it"
                yield Problem(shown(path), 1, 1, "misplaced-file", "this file is not read and not published", hint)
