"""Another site's `library.json` -> `content/external/<name>.json`: what we show of it, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pydantic import ValidationError

from briefings.external import ExternalLibrary
from briefings.fetching import fetched, is_address
from briefings.ids import is_id, slug
from briefings.marked_json import CODE, misfits, offset_of, read_json
from briefings.open_data import READABLE, LibraryData
from briefings.problems import ContentError, Problem, plural
from briefings.reading import read_external
from briefings.reducing import reduced
from briefings.source import Source, read_source

NOT_OURS = "the address of such a file ends in `/data/library.json`; the page `/data/` of the site links it"
THEIRS = "the file is wrong: tell the people who publish it"


def import_library(place: str, content: Path, name: str = "") -> str:
    """Read a library from a file or an address of the web, keep it below the content folder, and say what was done.

    ``name`` is what its file is called here (default: as before, else the site's name). Raises :class:`ContentError`
    where it cannot be read, is no library, or would take the place of another site's.
    """
    kept = read_library(_text(place), place if is_address(place) else "")
    folder = content / "external"
    held = _held(folder)
    called = _called(kept, held, name, place)
    path = folder / f"{called}.json"
    _store(path, kept)
    return _said(path, kept, held.get(called))


def read_library(source: Source, address: str = "") -> ExternalLibrary:
    """What we show of a library; ``address`` is where it came from, which says where a site is that does not say it."""
    data = _data(source)
    url = data.site.url or address.rpartition("data/library.json")[0]
    if not url:
        where = source.position(offset_of(source.text, ("site", "url")))
        hint = "import it from its address, `https://…/data/library.json`; or ask that site to set its `site_url`"
        raise ContentError([source.problem(CODE, *where, "it does not say where its site is", hint)])
    try:
        return reduced(data, url)
    except ValidationError as error:
        raise ContentError(misfits(error, source, THEIRS)) from error


def _text(place: str) -> Source:
    data = fetched(place).removeprefix(b"\xef\xbb\xbf")
    try:
        return Source(place, data.decode("utf-8").replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        message = f"a byte that is not UTF-8 text (0x{data[error.start]:02x})"
        raise ContentError([Problem(place, 1, 1, "not-utf8", message, NOT_OURS)]) from error


def _data(source: Source) -> LibraryData:
    """The library that the text says, if it is one, and of a version that we read."""
    if source.text.lstrip()[:1] == "<":
        raise ContentError([source.problem(CODE, 1, 1, "this is a web page, not a library.json", NOT_OURS)])
    data = read_json(source, NOT_OURS)
    if not isinstance(data, dict) or not isinstance(data.get("version"), str):
        raise ContentError([source.problem(CODE, 1, 1, "this is not the library.json of a site", NOT_OURS)])
    if not READABLE.fullmatch(data["version"]):
        where = source.position(offset_of(source.text, ("version",)))
        message = f"this is version `{data['version'][:20]}` of the format, and only versions 1.x can be read"
        raise ContentError([source.problem(CODE, *where, message, "update learning-briefings, then try again")])
    try:
        return LibraryData.model_validate(data)
    except ValidationError as error:
        raise ContentError(misfits(error, source, THEIRS)) from error


def _held(folder: Path) -> Mapping[str, ExternalLibrary]:
    """What is there already, by name; files that are broken are not, so that importing again mends them."""
    held = {}
    for path in sorted(folder.glob("[!.]*.json")):
        try:
            read = read_external(read_source(path, path.name), f"external/{path.name}")
        except ContentError:
            continue
        if read.origin:
            held[path.stem] = read.origin.library
    return held


def _called(kept: ExternalLibrary, held: Mapping[str, ExternalLibrary], name: str, place: str) -> str:
    """The name of its file. One site has one file, and a file is of one site."""
    before = next((called for called, library in held.items() if library.site.url == kept.site.url), "")
    called = name or before or slug(kept.site.name)
    message, hint = "", "give it another name: `--as …`"
    if not is_id(called) or called == "index":
        message, hint = f"`{called}` cannot be its name here", f"write `--as {slug(called + '-site')}`"
    elif before and before != called:
        message, hint = f"this site is here already, as `{before}`", f"leave out `--as`, or delete {before}.json first"
    elif called in held and held[called].site.url != kept.site.url:
        message = f"`{called}` holds another site already: {held[called].site.url}"
    if message:
        raise ContentError([Problem(place, 1, 1, "bad-id", message, hint)])
    return called


def _store(path: Path, kept: ExternalLibrary) -> None:
    """Write the file whole or not at all."""
    new = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(exist_ok=True)
        new.write_text(kept.model_dump_json(indent=1) + "\n", encoding="utf-8", newline="\n")
        new.replace(path)
    except OSError as error:
        new.unlink(missing_ok=True)
        message = f"this file cannot be written: {error.strerror or error}"
        raise ContentError([Problem(str(path), 1, 1, "not-readable", message)]) from error


def _said(path: Path, kept: ExternalLibrary, before: ExternalLibrary | None) -> str:
    points = sum(len(review.learning) for review in kept.reviews)
    counts = f"{plural(len(kept.reviews), 'review')} with {plural(points, 'learning point')}"
    instead = f", in place of {plural(len(before.reviews), 'review')}" if before else ""
    return (
        f"{path}: {counts} of {kept.site.name} ({kept.site.url}){instead}.\n"
        "They are shown apart from your own, with credit and a link to their home: on /elsewhere/, and with each\n"
        "theme that both sites have. To take them out again, delete the file."
    )
