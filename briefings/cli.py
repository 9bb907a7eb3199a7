"""The `briefings` command: prints and exit codes, nothing else."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from briefings.counting import table, totals
from briefings.loading import load
from briefings.problems import Level, has_errors, report

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
    return parser


def _check(options: argparse.Namespace) -> int:
    if not options.content.is_dir():
        print(f"briefings: there is no folder {options.content}; give the content folder's path", file=sys.stderr)
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


if __name__ == "__main__":
    sys.exit(main())
