"""`briefings import`: a report's file -> a draft review below the content folder, checked at once.

The report itself is not copied. The draft is written whole or not at all, and never over another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType

from briefings.dates import PartialDate, nearest_date
from briefings.ids import YEAR, is_id, slug
from briefings.library import Library
from briefings.loading import load
from briefings.problems import Problem, plural
from briefings.reports.blocks import ReportText
from briefings.reports.docx import read_docx
from briefings.reports.drafting import drafted
from briefings.reports.facts import Facts, facts_of
from briefings.reports.recognising import Recognised, recognised
from briefings.reports.refusals import LARGEST_FILE, NotImportedError
from briefings.reports.theme_words import theme_words

NEEDED = "a PDF needs two more packages: run `pip install 'learning-briefings[import]'`, then try again"
KINDS = "only Word (.docx) and PDF files can be imported; open this one in Word, and save it as .docx"
FOR_LATER = ("unknown-section", "unknown-acronym", "point-without-theme")
"""What the report's own words bring with them, and what goes when they do: counted, and not told one by one."""


@dataclass(frozen=True, slots=True)
class Imported:
    """A draft that was written, what was found for it, and what the checks say of it that matters now."""

    path: Path
    said: str
    problems: tuple[Problem, ...]


def import_report(report: Path, content: Path, id: str = "", published: str = "") -> Imported:
    """Make a draft review of a report. ``published`` is when it was published, where its author knows that.

    Raises :class:`NotImportedError`, and then nothing was made, where the report cannot be read, the id is none or is
    there already, or the file cannot be written.
    """
    if not content.is_dir():
        raise NotImportedError(f"there is no folder {content}; give the content folder's path with --content")
    date = _date(published)
    _check_id(id, content)
    text = read_report(report)
    library = load(content).library
    facts = facts_of(text, library.vocabulary)
    facts = replace(facts, published=date or facts.published)
    name = id or _name(facts, library)
    _check_id(name, content)
    found = recognised(text)
    draft = drafted(found, facts, library.vocabulary, theme_words(library.themes.values()).suggested)
    path = content / "reviews" / (str(facts.published.year) if facts.published else "") / f"{name}.md"
    _store(path, draft)
    problems = [problem for problem in _problems(content) if problem.path.endswith(_shown(path))]
    told = tuple(problem for problem in problems if problem.code not in FOR_LATER)
    return Imported(path, _said(path, found, text, len(problems) - len(told)), told)


def read_report(path: Path) -> ReportText:
    """The text of a Word or PDF file, by its ending; raises :class:`NotImportedError`."""
    read = READERS.get(path.suffix.lower())
    if not path.is_file():
        raise NotImportedError(f"there is no file {path}; check the name, or drag the file into this window")
    if read is None:
        raise NotImportedError(KINDS)
    try:
        if path.stat().st_size > LARGEST_FILE:
            most = f"{LARGEST_FILE // 1_000_000} MB"
            raise NotImportedError(f"this file has more than {most}; save it with smaller pictures, or without them")
        text = read(path)
    except OSError as error:
        raise NotImportedError(
            f"{path} cannot be read: {error.strerror or error}; close it in Word, and try again"
        ) from error
    if not any(block.text or block.cells for block in text.blocks):
        raise NotImportedError(
            "there is no text in this file; if it is a scan, import the Word file that it was made from"
        )
    return text


def _read_pdf(path: Path) -> ReportText:
    if not (find_spec("pdfplumber") and find_spec("pypdf")):
        raise NotImportedError(NEEDED)
    from briefings.reports.pdf import read_pdf  # noqa: PLC0415 - what it needs may be left out

    return read_pdf(path)


READERS: Mapping[str, Callable[[Path], ReportText]] = MappingProxyType(
    {".docx": read_docx, ".docm": read_docx, ".pdf": _read_pdf}
)


def _date(text: str) -> PartialDate | None:
    try:
        return PartialDate.parse(text) if text else None
    except ValueError as error:
        raise NotImportedError(f"`{text}` is not a date: {error}; did you mean {nearest_date(text)}?") from error


def _check_id(name: str, content: Path) -> None:
    """Refuse what cannot be the id of a new review."""
    if name and (not is_id(name) or name == "index" or YEAR.fullmatch(name)):
        raise NotImportedError(f"`{name}` cannot be an id; try --id {slug(name)}{'-review' * (slug(name) == name)}")
    there = next((content / "reviews").rglob(f"{name}.md"), None) if name else None
    if there:
        raise NotImportedError(f"{there} is there already, and nothing is written over; choose another name with --id")


def _name(facts: Facts, library: Library) -> str:
    """The id of a new review: its place and its title."""
    if not facts.title:
        raise NotImportedError("no title was found in this report; say what to call the draft, with --id")
    places = [slug(library.vocabulary.partnerships[id].place) for id in facts.partnerships[:1]]
    title = re.sub(r"^(?:the|a)-", "", slug(facts.title))
    return slug("-".join([*places, title])[:60])


def _store(path: Path, text: str) -> None:
    """Write the file whole or not at all, and never over another."""
    new = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new.write_text(text, encoding="utf-8", newline="\n")
        _link(path, new)
    except OSError as error:
        if path.exists():
            raise NotImportedError(f"{path} is there already; choose another name with --id") from error
        raise NotImportedError(f"{path} cannot be written: {error.strerror or error}") from error
    finally:
        with suppress(OSError):
            new.unlink()


def _link(path: Path, new: Path) -> None:
    """Give a whole file its name, if nothing has it. Some drives know no links: there it is moved."""
    try:
        path.hardlink_to(new)
    except OSError:
        if path.exists():
            raise
        new.replace(path)


def _problems(content: Path) -> tuple[Problem, ...]:
    inside = content.resolve().is_relative_to(Path.cwd())
    return load(content, Path.cwd() if inside else None).problems


def _shown(path: Path) -> str:
    return "/".join(path.parts[path.parts.index("reviews") :])


def _said(path: Path, found: Recognised, text: ReportText, later: int) -> str:
    """What was made, in a few lines."""
    counts = {
        "learning point": sum(point.kind.name == "learning" for point in found.points),
        "recommendation": sum(point.kind.name == "recommendations" for point in found.points),
        "family message": sum(point.kind.name == "family" for point in found.points),
        "letter": len(found.letters),
    }
    listed = ", ".join(plural(count, noun) for noun, count in counts.items() if count) or "no learning points"
    lines = [f"Made {path}: a draft with {listed}."]
    if text.notes:
        lines.append(f"{plural(text.notes, 'footnote')} left out.")
    if later:
        lines.append(f"{plural(later, 'smaller thing')} for later: `briefings check` tells each.")
    lines.append("Next: look at each place above that is to be confirmed, and write it in your own words.")
    return "\n".join(lines)
