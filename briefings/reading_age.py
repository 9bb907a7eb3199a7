"""How hard a text is to read: the Flesch-Kincaid grade, a year of school in the United States (9: age 14 to 15).

The formula weighs the length of sentences and of words. It says nothing of whether a text is clear, so it finds what is
too long and no more. One sentence of a few words can have any grade: gather short texts before you measure them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

LEAST_WORDS = 8
"""A text of fewer words has no grade that means anything."""

WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ]+(?:['’][A-Za-z]+)*")
"""A word. The parts of one with a hyphen are words that a reader knows by themselves; numbers are none."""

END = re.compile(r"[.!?…]+(?=[\s”’\")]|$)|\n+")
ABBREVIATION = re.compile(r"\b(?:e\.g|i\.e|etc|Mr|Mrs|Ms|Dr|St|No|vs)\.")

VOWELS = re.compile(r"[aeiouyà-öø-ÿ]+")
SILENT = re.compile(
    r"(?:[^aeiouyl]|[aeiouy]l|rl)(?<!tr)e$"  # late, while; but not little, centre
    r"|(?<![aeioutd])(?<![bcdfgkptz]l)ed$"  # asked; but not needed, handled
    r"|[^aeioucgszxh]es$|[^cs]hes$"  # names; but not places, wishes
    r"|[^aeiouy]e(?:ly|ful|less|ment|ments|ness|where)$"  # safely, placement
)
"""An e that is written and not spoken."""

APART = re.compile(
    r"i(?:a(?!l|n|ge|ble|lly)|o(?!n|u)|u(?!m)|ence|ety|er$|est$)"  # area's kin: variation, period, audience, society
    r"|(?<![ctgs])i(?:an|al|um|ous)"  # material, serious; but not special, cautious
    r"|eo(?!p|us)|(?<![gq])u(?:a(?!l|r)|o|ity)|[^gq]ua[lr]"  # video, evaluate, usual
    r"|[aeouy]ing|(?:cre|re)a[tc]|ya|sm$"  # being, create, optimism
)
"""Vowels side by side that are spoken apart, and the one sound that needs no vowel."""

_BY_COUNT = {
    2: "business cafe caseload caseloads client clients diet different every giant guideline guidelines poem "
    "quiet ruin safeguard someone something sometimes therefore",
    3: "anyone area areas carefully dementia everything homelessness idea ideas recipe safeguarding somebody suicide",
    4: "diabetes everybody reality suicidal",
}
KNOWN = {word: count for count, words in _BY_COUNT.items() for word in words.split()}
"""Words of this field, and everyday ones, that the rules get wrong."""


def grade(texts: str | Iterable[str]) -> float:
    """The Flesch-Kincaid grade of a text, or of several taken together; 0.0 where there are no words.

    Each of several texts, and each line, ends its last sentence. Kincaid and others, 1975.
    """
    found = [sentence for text in ([texts] if isinstance(texts, str) else texts) for sentence in sentences(text)]
    words = [word for sentence in found for word in sentence]
    if not words:
        return 0.0
    return 0.39 * len(words) / len(found) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def sentences(text: str) -> list[list[str]]:
    """The words of each sentence of a plain text. A colon or a semicolon ends none."""
    whole = ABBREVIATION.sub(lambda found: found.group().replace(".", ""), text)
    return [words for part in END.split(whole) if (words := WORD.findall(part))]


def syllables(word: str) -> int:
    """How many syllables a word has, by rules that are right for most; letters of an acronym are spoken one by one."""
    if len(word) > 1 and word.isupper():
        return len(word) + 2 * word.count("W")
    plain = re.sub(r"['’](?:s|d|ll|ve|re|m|t)$", "", word.lower())
    if plain in KNOWN:
        return KNOWN[plain]
    spoken = len(VOWELS.findall(plain)) + len(APART.findall(plain)) - len(SILENT.findall(plain))
    return max(1, spoken)
