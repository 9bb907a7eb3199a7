"""The same records seen from another side: one things, good practice, family voice, recommendations and letters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefings import sections
from briefings.library import Library
from briefings.markup import escaped
from briefings.model import OneThing, Prose, RecordKind, Review
from briefings.pages import addresses
from briefings.pages.content_notes import cared_for, harms_of
from briefings.pages.lists import NOUNS, Group, by_review, long_list, show_points
from briefings.pages.page import Page, Writer, involved, items, line, paragraph, record_block, told_of
from briefings.problems import plural
from briefings.wording import inside

MOST_WORDS = 30
"""Of a letter, on the list of letters."""
NOTE = re.compile(r"([*_])[^*_]+\1")
"""A paragraph that is all in italics."""

INDEXES = (
    (
        RecordKind.STRENGTH,
        addresses.GOOD_PRACTICE,
        "good-practice",
        "Good practice",
        "What worked well: practice that reviews found and want others to copy.",
    ),
    (
        RecordKind.FAMILY,
        addresses.FAMILY_VOICE,
        "family-voice",
        "Family voice",
        "What families told reviewers, in our words.",
    ),
    (
        RecordKind.RECOMMENDATION,
        addresses.RECOMMENDATIONS,
        "recommendations",
        sections.RECOMMENDATIONS.heading,
        "What each review asked agencies to do.",
    ),
)
PERSONAL = (RecordKind.FAMILY,)
"""What people said of their own lives: hard to read all the same where it stands by itself."""


def record_pages(library: Library) -> Iterator[Page]:
    """Every index of records, then the one things and the letters."""
    for kind, uri, name, title, lead in INDEXES:
        groups = by_review(library.records(kind), library.review_of)
        writer = Writer(library, uri)
        total = sum(group.size for group in groups)
        writer.add(paragraph(f"{plural(total, NOUNS[kind])} from {plural(len(groups), 'review')}", "count"))
        pages = long_list(Page(uri, name, title, "", lead=lead), writer, groups, show_points)
        told = groups if kind in PERSONAL else []
        heard = tuple(dict.fromkeys(harm for group in told for harm in harms_of(library, group.review)))
        yield from (cared_for(library, page, heard, "Some of these messages talk") for page in pages)
    yield from _one_thing_pages(library)
    yield from _letter_pages(library)


def _one_thing_pages(library: Library) -> list[Page]:
    writer = Writer(library, addresses.ONE_THINGS)
    lead = "One action from each review. Take one to your next team meeting."
    page = Page(writer.uri, "one-things", sections.ONE_THING.heading, "", lead=lead)
    groups = [Group(review) for review in library.reviews if review.one_things]
    return long_list(page, writer, groups, _show_one_things, _one_things_by_theme(library))


def _one_things_by_theme(library: Library) -> str:
    """The ways on to the one things of the themes that recur most."""
    writer = Writer(library, addresses.ONE_THINGS)
    themes = library.themes_by_weight[:12]
    if themes:
        writer.heading("By theme", "themes", "ways")
        writer.add(items(writer.link(theme.title, addresses.theme(theme.id), "one-things") for theme in themes))
        writer.add(writer.link("All themes", addresses.THEMES))
    return writer.markdown()


def _show_one_things(writer: Writer, groups: Sequence[Group]) -> None:
    """Those for everyone, then those for one audience each."""
    every = [one for group in groups for one in group.review.one_things]
    audiences = writer.library.vocabulary.audiences
    for id in ("", *audiences):
        chosen = [one for one in every if one.audience == id]
        if chosen:
            title = f"For {inside(audiences[id].name)}" if id else "For everyone"
            writer.heading(title, f"for-{id or 'everyone'}", "one-things")
            writer.add(items(_one_thing(writer, one) for one in chosen))


def _one_thing(writer: Writer, one: OneThing) -> str:
    review = writer.library.by_id[one.review]
    themes = (writer.theme(writer.library.themes[id], class_="theme") for id in review.first_themes)
    about = line(writer.review(review, "from", one.anchor), *themes)
    return record_block(writer.text(one.text), about, told=told_of(one) + involved(review))


def _letter_pages(library: Library) -> Iterator[Page]:
    """The index of letters, and each letter by itself: large type, plain words."""
    writer = Writer(library, addresses.LETTERS)
    groups = [Group(review) for review in library.reviews if review.prose_of("letter")]
    writer.add(paragraph(plural(sum(1 for group in groups for _ in _letters(group.review)), "letter"), "count"))
    lead = "Letters that reviews open with: to the child, or to brothers, sisters and friends. Retold in our words."
    yield from long_list(Page(writer.uri, "letters", "Letters", "", lead=lead), writer, groups, _show_letters)
    for group in groups:
        for uri, letter in _letters(group.review):
            own = Writer(library, uri)
            own.add(own.text(letter.text), f"From the review: {own.review(group.review)}.")
            own.add(paragraph(own.link("All letters", addresses.LETTERS), "screen-only"))
            description = f"{letter.heading}: a letter from the review {group.review.name}, retold in our words."
            path = group.review.path
            page = Page(own.uri, "letter", letter.heading, own.markdown(), group.review.name, "", description, path)
            yield cared_for(library, page, harms_of(library, group.review), "This letter talks")


def _letters(review: Review) -> Iterator[tuple[str, Prose]]:
    """The letters of a review, each with its address."""
    return ((addresses.letter(review.id, number), letter) for number, letter in enumerate(review.prose_of("letter"), 1))


def _beginning(library: Library, letter: Prose) -> str:
    """How a letter begins, after the editor's note (in italics) and the greeting (it ends in a comma)."""
    paragraphs = [text.strip() for text in letter.text.split("\n\n")]
    spoken = [text for text in paragraphs if not NOTE.fullmatch(text) and not text.endswith(",")]
    words = library.plain(" ".join(spoken)).split()
    return " ".join(words[:MOST_WORDS]).rstrip(",;:.–- ") + " …" if len(words) > MOST_WORDS else " ".join(words)


def _show_letters(writer: Writer, groups: Sequence[Group]) -> None:
    writer.heading("Newest first", "letters", "reviews")
    writer.add(
        items(
            f"{paragraph(writer.link(letter.heading, uri), 'card-title')}\n\n"
            f"{paragraph(escaped(group.review.name), 'card-meta')}\n\n{escaped(_beginning(writer.library, letter))}"
            for group in groups
            for uri, letter in _letters(group.review)
        )
    )
