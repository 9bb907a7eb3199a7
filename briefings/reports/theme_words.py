"""The themes that the words of a point suggest: those whose name, or another name of theirs, it says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from briefings.closeness import stem
from briefings.model import Theme

MOST = 3
ACRONYM = re.compile(r"[A-Z]{2,}s?")
LINKING = frozenset(["a", "an", "and", "the", "of", "to", "for", "in", "on", "with", "other", "or", "is", "be", "was"])


@dataclass(frozen=True)
class ThemeWords:
    """The names of the themes of a library, ready to be found in texts."""

    themes: tuple[Theme, ...]

    @cached_property
    def _names(self) -> Mapping[tuple[str, ...], str]:
        """The theme that a name belongs to, by the name's words without their endings."""
        names: dict[tuple[str, ...], str] = {}
        for theme in self.themes:
            for name in (theme.title, theme.id.replace("-", " "), *theme.aliases):
                if words := _stems(name):
                    names.setdefault(words, theme.id)
        return names

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self._names), default=0)

    def suggested(self, text: str) -> tuple[str, ...]:
        """The ids of the themes that a text names, three at most: the longest names first, then the first named."""
        words = _stems(text)
        score: dict[str, int] = {}
        start = 0
        while start < len(words):
            name = self._name_at(words, start)
            if name:
                score[self._names[name]] = score.get(self._names[name], 0) + len(name)
            start += max(1, len(name))
        ranked = sorted(score, key=lambda theme: -score[theme])
        return tuple(ranked[:MOST])

    def _name_at(self, words: tuple[str, ...], start: int) -> tuple[str, ...]:
        """The longest name that starts at a word."""
        for length in range(min(self._longest, len(words) - start), 0, -1):
            if words[start : start + length] in self._names:
                return words[start : start + length]
        return ()


def _stems(text: str) -> tuple[str, ...]:
    """The words of a text without endings; an acronym stays as it is, so that DNA is no word."""
    return tuple(_stem(word) for word in re.findall(r"[^\W\d_]+", re.sub(r"['’]s?\b", "", text)) if _tells(word))


def _tells(word: str) -> bool:
    return word.lower() not in LINKING


def _stem(word: str) -> str:
    return word.rstrip("s") if ACRONYM.fullmatch(word) else stem(word.lower())


def theme_words(themes: Iterable[Theme]) -> ThemeWords:
    """The names of these themes."""
    return ThemeWords(tuple(themes))
