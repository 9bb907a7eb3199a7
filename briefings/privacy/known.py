"""What is public and must not alarm, and what a site adds to our lists."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Known:
    """What may stand in a text: phone numbers (digits alone), e-mail addresses and hosts in small letters, names.

    ``names`` are whole names or parts of them: of public figures, and the made-up ones of a review. ``not_names`` are
    words of the field, in small letters, that begin with a capital all the same. ``titles`` and ``roles`` are the
    site's own. ``is_story`` says that the text tells of a person, as a review does; ``is_titled`` that it is
    known what it calls that person.
    """

    phones: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    hosts: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    not_names: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    is_story: bool = False
    is_titled: bool = False

    def in_story(self, told: str) -> Known:
        """The same for a review that calls people by the names in ``told``: its title, summary and pseudonyms."""
        return replace(self, names=self.names | set(words(told)), is_story=True, is_titled=bool(told))

    def is_public(self, name: str) -> bool:
        """Whether every part of a name is known to be public or made up."""
        return all(part in self.names for part in words(name))


def words(text: str) -> list[str]:
    """The words of a text that could be a name or a letter, without the ’s of a possessive."""
    return [word.removesuffix("'s") for word in re.findall(r"[^\W_](?:[\w'-]*\w)?", text.replace("’", "'"))]
