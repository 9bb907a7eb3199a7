"""Acronyms and other forms of the glossary's words, both ways: whoever writes one of them also means the others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from briefings.vocabulary import GlossaryEntry, Vocabulary


@dataclass(frozen=True)
class Synonyms:
    """The forms of each word of a glossary. Made once for a library."""

    vocabulary: Vocabulary

    @cached_property
    def _forms(self) -> dict[str, list[str]]:
        """By each form, in the letters in which it is looked for, the forms that mean the same."""
        found: dict[str, list[str]] = {}
        for entry in self.vocabulary.glossary.values():
            forms = list(_forms_of(entry, self.vocabulary))
            for form in forms if len(forms) > 1 else ():
                known = found.setdefault(_key(form), [])
                known += [other for other in forms if other not in known]
        return found

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """Any form as a whole word, also in the plural. The case matters in acronyms only; the longest first."""
        longest_first = sorted(self._forms, key=lambda form: (-len(form), form))
        any_form = "|".join(
            re.escape(form) if _is_acronym(form) else f"(?i:{re.escape(form)})" for form in longest_first
        )
        return re.compile(rf"(?<!\w)({any_form})s?(?!\w)") if any_form else re.compile(r"(?!)")

    def of(self, text: str) -> tuple[str, ...]:
        """The other forms of every word of the glossary that stands in a text, without those that stand there too."""
        written = dict.fromkeys(self._known(found.group(1)) for found in self._pattern.finditer(text))
        meant = dict.fromkeys(form for key in written for form in self._forms.get(key, ()))
        return tuple(form for form in meant if _key(form) not in written)

    def _known(self, written: str) -> str:
        """The letters in which a form is kept that a text may write in others: CAFCASS is Cafcass."""
        return written if written in self._forms else written.lower()


def _forms_of(entry: GlossaryEntry, vocabulary: Vocabulary) -> Iterator[str]:
    """A word of the glossary, its other forms, and what they stand for: their own meaning, where they have one."""
    yield entry.id
    yield from _filled([entry.expansion])
    for form in entry.also:
        yield form
        if form in vocabulary.glossary:
            yield from _filled([vocabulary.glossary[form].expansion])


def _filled(texts: Iterable[str]) -> Iterator[str]:
    return (text for text in texts if text)


def _is_acronym(form: str) -> bool:
    """Whether a form is written in capitals that matter: `DA` is no `da`, while `Early Help` may be `early help`."""
    return bool(re.search(r"[A-Z].*[A-Z]|\d", form)) and " " not in form


def _key(form: str) -> str:
    return form if _is_acronym(form) else form.lower()
