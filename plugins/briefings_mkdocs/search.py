"""The search index: what can be found as small pages, indexed by Pagefind, with the files that stand beside it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

from briefings.library import Library
from briefings.pages import addresses
from briefings.searching import Catalogue, catalogue_of, document, document_uri, entries_json, number_of, words_json
from briefings_mkdocs.added import Own, root_of

UNUSED = ("*-ui.*", "*-ui-*", "pagefind-highlight.js", "wasm.unknown.pagefind")
"""What Pagefind writes and our own interface does not load."""


def prepare(files: Files) -> None:
    """Say early that files of the site's own stand where the index is written, in place of whatever was there."""
    Own(files).refuse(f"{addresses.SEARCH_INDEX}/", "the search index")


def write_index(config: MkDocsConfig, library: Library) -> None:
    """Write the search index of a built site into the site's folder, in place of an older one."""
    catalogue = catalogue_of(library)
    folder = Path(config.site_dir) / addresses.SEARCH_INDEX
    shutil.rmtree(folder, ignore_errors=True)
    with TemporaryDirectory() as staged:
        for number, entry in enumerate(catalogue.entries):
            (Path(staged) / document_uri(number)).write_text(document(entry), encoding="utf-8")
        _run_pagefind(Path(staged), folder)
    for path in (path for pattern in UNUSED for path in folder.glob(pattern)):
        path.unlink()
    _write_side_files(folder, catalogue, config)


def _run_pagefind(source: Path, folder: Path) -> None:
    command = [sys.executable, "-m", "pagefind", "--silent", "--force-language", "en"]
    places = ["--site", str(source), "--output-path", str(folder)]
    done = subprocess.run([*command, *places], capture_output=True, text=True, check=False)  # noqa: S603 - our own words
    if done.returncode:
        raise PluginError(
            f"Pagefind could not make the search index:\n\n{(done.stderr or done.stdout).strip()}\n\n"
            "Install it with `pip install 'pagefind[bin]'`, or leave search out: `briefings: {search: false}`."
        )


def _write_side_files(folder: Path, catalogue: Catalogue, config: MkDocsConfig) -> None:
    root = root_of(config)
    served = {uri: root.served(uri) for uri in _uris(catalogue)}
    ids = _fragment_ids(folder / "fragment", sum(1 for _ in catalogue.entries))
    (folder / "entries.json").write_text(entries_json(catalogue, served, ids), encoding="utf-8")
    (folder / "words.json").write_text(words_json(catalogue), encoding="utf-8")


def _uris(catalogue: Catalogue) -> Iterable[str]:
    yield addresses.GLOSSARY
    yield from (group.uri for group in catalogue.groups)


def _fragment_ids(folder: Path, entries: int) -> list[str]:
    """The fragment that Pagefind made of each entry, in the order of the entries."""
    try:
        ids = {number_of(path.read_bytes()): path.stem for path in folder.iterdir()}
        return [ids[number] for number in range(entries)]
    except (OSError, ValueError, KeyError) as error:
        raise PluginError(f"Pagefind's index is not as we know it: {error}. Install Pagefind 1.5.") from error
