"""What `briefings import` marked for an author to confirm, and nobody has yet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefings.problems import Problem
from briefings.reading import ReadReview

MARK = re.compile(r"(?:<!--|#)\s*to confirm:\s*(.+?)\s*(?:-->|$)")
"""A comment of Markdown, or of front matter."""
HINT = "when it is done, delete this comment"


def unconfirmed(reviews: Sequence[ReadReview]) -> Iterator[Problem]:
    """Each mark of an import. A review that is published may have none: it would hold what nobody has read."""
    for read in reviews:
        code = "not-confirmed" if read.status == "published" else "to-confirm"
        for number, line in enumerate(read.source.lines, 1) if "to confirm:" in read.source.text else ():
            if found := MARK.search(line):
                yield read.source.problem(code, number, found.start() + 1, found.group(1), HINT)
