"""The `briefings` command: prints and exit codes, nothing else."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from briefings.counting import table, totals
from briefings.explaining import NotInLibraryError, explanation
from briefings.exports import Site
from briefings.importing import import_library
from briefings.loading import load
from briefings.new_digest import NotStartedError, new_digest
from briefings.problems import ContentError, Level, has_errors, report
from briefings.reports import NotImportedError, import_report
from briefings.sending import NotWrittenError, site_url, write_email

OK, WRONG, MISUSED = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command. Exit code 0: all is well; 1: the content has errors; 2: the command was misused."""
    options = _parser().parse_args(arguments)
    try:
        code = int(options.run(options))
        sys.stdout.flush()
    except BrokenPipeError:  # the reader (`| head`) had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return WRONG
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="briefings", description="Practice reviews, checked and made into briefings.")
    commands = parser.add_subparsers(required=True, metavar="command")
    check = commands.add_parser("check", help="check all content, and say how much there is")
    check.add_argument(
        "content", nargs="?", type=Path, default=Path("content"), help="the content folder (default: content)"
    )
    check.add_argument("--strict", action="store_true", help="let warnings fail as errors do")
    check.add_argument("--counts", action="store_true", help="also print how many records each review has")
    check.set_defaults(run=_check)
    explain = commands.add_parser("explain", help="say why two reviews, or two points, are linked")
    explain.add_argument("one", metavar="A", help="a review's id, or review#point")
    explain.add_argument("other", metavar="B", help="another one")
    explain.add_argument("--content", type=Path, default=Path("content"), help="the content folder (default: content)")
    explain.set_defaults(run=_explain)
    _add_new(commands)
    _add_email(commands)
    _add_import_library(commands)
    _add_import(commands)
    return parser


def _is_missing(content: Path) -> bool:
    """Whether there is no such folder, which is told."""
    if content.is_dir():
        return False
    print(f"briefings: there is no folder {content}; give the content folder's path", file=sys.stderr)
    return True


def _check(options: argparse.Namespace) -> int:
    if _is_missing(options.content):
        return MISUSED
    loaded = load(options.content, Path.cwd() if options.content.resolve().is_relative_to(Path.cwd()) else None)
    if loaded.problems:
        print(report(loaded.problems), file=sys.stderr)
    else:
        print("No problems found.")
    print(totals(loaded.library, loaded.withheld))
    if options.counts:
        print(table(loaded.library))
    warned = options.strict and any(problem.level is Level.WARNING for problem in loaded.problems)
    return WRONG if warned or has_errors(loaded.problems) else OK


def _add_new(commands: Any) -> None:
    kinds = commands.add_parser("new", help="start a file").add_subparsers(required=True, metavar="kind")
    digest = kinds.add_parser("digest", help="start a digest of the reviews of a period")
    digest.add_argument("--from", dest="first", required=True, metavar="DATE", help="2021, 2021-01 or 2021-01-15")
    digest.add_argument("--to", dest="last", required=True, metavar="DATE", help="the last year, month or day of it")
    digest.add_argument("--home", default="", help="whose digest it is: an id of partnerships.yml, or a region")
    digest.add_argument("--id", default="", help="the file's name (default: the last month of the period)")
    digest.add_argument("--content", type=Path, default=Path("content"), help="the content folder (default: content)")
    digest.set_defaults(run=_new_digest)


def _add_email(commands: Any) -> None:
    email = commands.add_parser("email", help="write a digest as an e-mail: HTML, plain text, and a draft to send")
    email.add_argument("digest", help="the digest's id: the name of its file, without .md")
    email.add_argument("--site-url", required=True, metavar="URL", help="where the site is: links lead there")
    email.add_argument("--site-name", default="Learning Briefings", metavar="NAME", help="what the site is called")
    email.add_argument("--content", type=Path, default=Path("content"), help="the content folder (default: content)")
    email.add_argument("--out", type=Path, default=Path("email"), help="the folder to write to (default: email)")
    email.set_defaults(run=_email)


def _add_import_library(commands: Any) -> None:
    library = commands.add_parser("import-library", help="show another site's reviews beside your own, kept apart")
    library.add_argument("place", metavar="URL-or-file", help="its library.json: https://…/data/library.json")
    library.add_argument("--content", type=Path, default=Path("content"), help="the content folder (default: content)")
    library.add_argument("--as", dest="name", default="", help="what to call it here (default: the site's name)")
    library.set_defaults(run=_import_library)


def _add_import(commands: Any) -> None:
    report_ = commands.add_parser("import", help="make a draft review from a report: Word or PDF")
    report_.add_argument("report", type=Path, metavar="report", help="the report: report.docx or report.pdf")
    report_.add_argument("--content", type=Path, default=Path("content"), help="the content folder (default: content)")
    report_.add_argument("--id", default="", help="what to call the draft for ever (default: its place and title)")
    report_.add_argument(
        "--year", default="", metavar="DATE", help="when it was published: 2021, 2021-11 or 2021-11-05"
    )
    report_.set_defaults(run=_import)


def _explain(options: argparse.Namespace) -> int:
    if _is_missing(options.content):
        return MISUSED
    loaded = load(options.content)
    if loaded.failed:
        print(report(loaded.problems), file=sys.stderr)
        return WRONG
    try:
        print(explanation(loaded.library, options.one, options.other))
    except NotInLibraryError as error:
        print(f"briefings: {error}", file=sys.stderr)
        return MISUSED
    return OK


def _new_digest(options: argparse.Namespace) -> int:
    try:
        path = new_digest(options.content, (options.first, options.last), options.home, options.id)
    except NotStartedError as error:
        print(f"briefings: {error}", file=sys.stderr)
        return MISUSED
    print(f"Made {path}. Write its introduction, then run `briefings check`.")
    return OK


def _email(options: argparse.Namespace) -> int:
    loaded = load(options.content)
    if loaded.failed:
        print(report(loaded.problems), file=sys.stderr)
        return WRONG
    try:
        site = Site(options.site_name, site_url(options.site_url))
        for path in write_email(loaded.library, options.digest, site, options.out):
            print(path)
    except NotWrittenError as error:
        print(f"briefings: {error}", file=sys.stderr)
        return MISUSED
    return OK


def _import_library(options: argparse.Namespace) -> int:
    if not options.content.is_dir():
        print(f"briefings: there is no folder {options.content}; give the content folder's path", file=sys.stderr)
        return MISUSED
    try:
        print(import_library(options.place, options.content, options.name))
    except ContentError as error:
        print(error, file=sys.stderr)
        return WRONG
    return OK


def _import(options: argparse.Namespace) -> int:
    try:
        made = import_report(options.report, options.content, options.id, options.year)
    except NotImportedError as error:
        print(f"briefings: {error}", file=sys.stderr)
        return MISUSED
    print(report(made.problems), file=sys.stderr)
    print(made.said)
    return OK


if __name__ == "__main__":
    sys.exit(main())
