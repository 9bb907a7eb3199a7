"""What was found is never shown: problems have a • for each of its letters and digits, in every text of theirs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from briefings.problems import Problem

MASK = "•"
PART = re.compile(r"[^\W_]+")


class Mask:
    """Hides some values in problems. One that no letter is given hides nothing."""

    def __init__(self, values: Iterable[str]) -> None:
        """Take the values as they stand in the text; any run of spaces or line ends matches any other."""
        found = {" ".join(value.split()).lower() for value in values} - {""}
        forms = sorted(found, key=lambda value: (-len(value), value))
        written = [r"[\s*_]+".join(map(re.escape, form.split())) for form in forms]
        self._values = re.compile("|".join(written), re.IGNORECASE) if written else None
        self._parts = frozenset(part for form in forms for part in PART.findall(form) if len(part) > 1)

    def hidden(self, text: str) -> str:
        """The text with the values hidden, as long as before."""
        return self._values.sub(_bullets, text) if self._values and text else text

    def without_parts(self, text: str) -> str:
        """The text with each word of a value hidden too, wherever it stands."""
        return PART.sub(
            lambda found: _bullets(found) if found.group().lower() in self._parts else found.group(), self.hidden(text)
        )


def _bullets(found: re.Match[str]) -> str:
    return PART.sub(lambda word: MASK * len(word.group()), found.group())


def masked(problem: Problem, mask: Mask, private_lines: frozenset[int], names: Mask) -> Problem:
    """A problem that shows no value. ``private_lines`` hold one; ``names`` hides what stands in names of files."""
    words = mask.without_parts if problem.line in private_lines else mask.hidden
    own = problem.code.startswith("privacy-")
    return replace(
        problem,
        path=names.hidden(problem.path),
        message=problem.message if own else names.hidden(words(problem.message)),
        hint=problem.hint if own else names.hidden(words(problem.hint)),
        excerpt=mask.hidden(problem.excerpt),
    )
