"""The `briefings` command: prints and exit codes, nothing else."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from briefings import preview
from briefings.counting import table, totals
from briefings.dates import today
from briefings.explaining import NotInLibraryError, explanation
from briefings.exports import Site
from briefings.importing import import_library
from briefings.loading import Loaded, load
from briefings.mending.folder import changes
from briefings.new_digest import NotStartedError, new_digest
from briefings.problems import ContentError, Level, has_errors, report
from briefings.remembering import Memory
from briefings.reporting import ERRORS_PAGE, FORMATS, Findings, painter, screen_report
from briefings.reporting.colour import CHOICES
from briefings.reports import NotImportedError, import_report
from briefings.sending import NotWrittenError, site_url, write_email
from briefings.watching import each_change

OK, WRONG, MISUSED = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command. Exit code 0: all is well; 1: the content has errors; 2: the command was misused."""
    options = _parser().parse_args(arguments)
    try:
        today(os.environ)
    except ValueError as error:
        print(f"briefings: {error}", file=sys.stderr)
        return MISUSED
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
    _add_check(commands)
    explain = commands.add_parser("explain", help="say why two reviews, or two points, are linked")
    explain.add_argument("one", metavar="A", help="a review's id, or review#point")
    explain.add_argument("other", metavar="B", help="another one")
    explain.add_argument("--content", type=Path, default=Path("content"), help="the content folder (default: content)")
    explain.set_defaults(run=_explain)
    _add_new(commands)
    _add_email(commands)
    _add_import_library(commands)
    _add_preview(commands)
    _add_import(commands)
    return parser


def _is_missing(content: Path) -> bool:
    """Whether there is no such folder, which is told."""
    if content.is_dir():
        return False
    print(f"briefings: there is no folder {content}; give the content folder's path", file=sys.stderr)
    return True


ENDS = """exit codes:
  0  no errors (with --strict: no warnings either; with --diff: nothing to mend)
  1  errors (with --strict: or warnings; with --diff: something to mend)
  2  the command was misused: an unknown option, or no such folder
"""


def _add_check(commands: Any) -> None:
    check = commands.add_parser(
        "check",
        help="check all content, and say how much there is",
        epilog=ENDS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    check.add_argument(
        "content", nargs="?", type=Path, default=Path("content"), help="the content folder (default: content)"
    )
    check.add_argument("--strict", action="store_true", help="let warnings fail as errors do")
    check.add_argument("--counts", action="store_true", help="also print how many records each review has")
    check.add_argument("--format", choices=["text", *FORMATS], default="text", help="how to report (default: text)")
    check.add_argument("--color", choices=CHOICES, default="auto", help="colour the text (default: on a terminal)")
    check.add_argument("--errors-page", metavar="URL", default=ERRORS_PAGE, help="where codes are explained")
    check.add_argument("--fix", action="store_true", help="mend what is safe to mend, then check")
    check.add_argument("--diff", "--dry-run", action="store_true", help="show what --fix would change; write nothing")
    check.add_argument("--watch", action="store_true", help="check again at each change, until Ctrl-C")
    check.set_defaults(run=_check)


def _check(options: argparse.Namespace) -> int:
    if _is_missing(options.content):
        return MISUSED
    if options.watch and (options.fix or options.diff or options.format != "text"):
        print("briefings: --watch only reports, and as text; leave out --fix, --diff and --format", file=sys.stderr)
        return MISUSED
    if options.watch:
        return _watch(options)
    if options.diff:
        return _diff(options)
    fixed = _fix(options) if options.fix else OK
    return max(fixed, _check_once(options, Memory()))


def _root(options: argparse.Namespace) -> Path | None:
    """The folder that messages name files from."""
    return Path.cwd() if options.content.resolve().is_relative_to(Path.cwd()) else None


def _check_once(options: argparse.Namespace, memory: Memory) -> int:
    loaded = load(options.content, _root(options), today(os.environ), memory=memory)
    findings = Findings(loaded.problems, loaded.waived, options.errors_page)
    if options.format == "text":
        _print_text(findings, loaded, options)
    elif said := FORMATS[options.format](findings):
        print(said)
    warned = options.strict and any(problem.level is Level.WARNING for problem in loaded.problems)
    return WRONG if warned or has_errors(loaded.problems) else OK


def _print_text(findings: Findings, loaded: Loaded, options: argparse.Namespace) -> None:
    stream = sys.stderr if findings.every else sys.stdout
    print(screen_report(findings, painter(options.color, stream, os.environ)), file=stream, flush=True)
    print(totals(loaded.library, loaded.withheld))
    if options.counts:
        print(table(loaded.library))


def _fix(options: argparse.Namespace) -> int:
    """Mend what can be; what cannot be written is told, and the rest goes on."""
    code = OK
    for change in changes(options.content, _root(options)):
        try:
            change.write()
            print(f"{change.shown_as}: mended {', '.join(change.done)}", file=sys.stderr)
        except ContentError as error:
            print(error, file=sys.stderr)
            code = WRONG
    return code


def _diff(options: argparse.Namespace) -> int:
    found = [change.diff() for change in changes(options.content, _root(options))]
    print("".join(found), end="")
    return WRONG if found else OK


def _watch(options: argparse.Namespace) -> int:
    memory = Memory()
    try:
        for _ in each_change(options.content):
            if sys.stdout.isatty():
                print("\x1b[2J\x1b[3J\x1b[H", end="", flush=True)
            _check_once(options, memory)
            print(f"Watching {options.content}; Ctrl-C ends it.", flush=True)
    except KeyboardInterrupt:
        print()
    return OK


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
    email.add_argument("--file-names", action="store_true", help="for a site with `use_directory_urls: false`")
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


def _add_preview(commands: Any) -> None:
    shown = commands.add_parser(
        "preview", help="build the site with drafts and embargoed reviews, marked on every page"
    )
    shown.add_argument(
        "--config", type=Path, default=Path("mkdocs.yml"), help="the site's settings (default: mkdocs.yml)"
    )
    shown.add_argument("--out", type=Path, default=preview.FOLDER, help="the folder to write to (default: preview)")
    shown.add_argument("--serve", action="store_true", help="serve it and rebuild at each save, and write no folder")
    shown.set_defaults(run=_preview)


def _preview(options: argparse.Namespace) -> int:
    if not options.config.is_file():
        print(f"briefings: there is no {options.config}; give the site's settings with --config", file=sys.stderr)
        return MISUSED
    command = preview.command(options.config, None if options.serve else options.out)
    # The interpreter that runs this, with words of ours and the paths that its user gave.
    ended = subprocess.run(command, env={**os.environ, preview.VARIABLE: "yes"}, check=False)  # noqa: S603
    if not ended.returncode and not options.serve:
        print(f"The preview is in {options.out}. It holds what is not public: show it to nobody who may not see that.")
    return OK if not ended.returncode else WRONG


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
    loaded = load(options.content, day=today(os.environ))
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
    loaded = load(options.content, day=today(os.environ))
    if loaded.failed:
        print(report(loaded.problems), file=sys.stderr)
        return WRONG
    try:
        site = Site(options.site_name, site_url(options.site_url), folders=not options.file_names)
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
