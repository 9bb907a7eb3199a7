"""The front page: what you can do here, one thing, the newest briefings, the ways in."""

from __future__ import annotations

from briefings.bulletins import bulletin_of
from briefings.library import Library
from briefings.markup import escaped
from briefings.model import RecordKind
from briefings.pages import addresses
from briefings.pages.digests import digest_card
from briefings.pages.lists import review_card
from briefings.pages.my_role import KEEP_MY_ROLE
from briefings.pages.page import Page, Writer, items, paragraph, told_of, weight
from briefings.pages.search import show_searches
from briefings.problems import plural
from briefings.sections import ONE_THING

NEWEST = 4
HEAVIEST = 12


def home_page(library: Library, name: str, introduction: str = "") -> Page:
    """The front page of a site. ``introduction`` is Markdown by the site's own author."""
    writer = Writer(library, addresses.HOME)
    show_searches(writer)
    writer.add(introduction)
    _one_thing(writer)
    _roles(writer)
    if library.reviews:
        _newest(writer)
    _themes(writer)
    _digest(writer)
    _do(writer)
    lead = "What reviews of serious harm teach, on one page each, for the people who can act on it."
    return Page(writer.uri, "home", name, writer.markdown(), lead=lead, feed=addresses.feed(addresses.ALL_BRIEFINGS))


def _one_thing(writer: Writer) -> None:
    """The one thing of the newest review that has one."""
    review = next((review for review in writer.library.reviews if review.one_things), None)
    if review:
        one = review.one_things[0]
        writer.heading(ONE_THING.heading, "one-thing", "one-thing", "today", told=told_of(one))
        writer.add(writer.text(one.text))
        every = writer.link("One thing from each review", addresses.ONE_THINGS)
        writer.add(paragraph(f"From {writer.review(review)}. {every}", "about"))


def _roles(writer: Writer) -> None:
    audiences = writer.library.vocabulary.audiences.values()
    writer.heading("Start with your role", "roles", "roles", "ways")
    blocks = []
    for audience in audiences:
        count = len(writer.library.learning_by_audience.get(audience.id, ()))
        title = paragraph(writer.link(audience.name, addresses.audience(audience.id)), "card-title")
        blocks.append(
            f"{title}\n\n{escaped(audience.meaning)}\n\n{paragraph(plural(count, 'learning point'), 'card-meta')}"
        )
    writer.add(items(blocks))
    writer.add(writer.link("Or start with your agency", addresses.LEARNING, "agencies"))
    writer.add(writer.link(KEEP_MY_ROLE, addresses.MY_ROLE))


def _newest(writer: Writer) -> None:
    writer.heading("Newest briefings", "newest", "newest", "reviews")
    writer.add(items(review_card(writer, review) for review in writer.library.reviews[:NEWEST]))
    many = len(writer.library.reviews)
    writer.add(writer.link(f"All {plural(many, 'review')}" if many > NEWEST else "All reviews", addresses.REVIEWS))


def _themes(writer: Writer) -> None:
    """The themes that recur most, each with how often; the class says how heavy it is against the heaviest."""
    library = writer.library
    themes = library.themes_by_weight[:HEAVIEST]
    if not themes:
        return
    most = library.count_of_reviews(themes[0].id)
    writer.heading("Lessons that keep coming back", "weights", "weights")
    blocks = []
    for theme in themes:
        count = library.count_of_reviews(theme.id)
        text = f"{writer.theme(theme)} {count} {'review' if count == 1 else 'reviews'}"
        blocks.append(f"{text}\n{{: .record .{weight(count, most)} }}")
    writer.add(items(blocks))
    writer.add(writer.link("All themes", addresses.THEMES))


def _digest(writer: Writer) -> None:
    """The newest digest."""
    if writer.library.digests:
        writer.heading("The latest digest", "digest", "reviews", "latest")
        writer.add(items([digest_card(writer, bulletin_of(writer.library, writer.library.digests[0]))]))
        writer.add(writer.link("All digests", addresses.DIGESTS))


def _do(writer: Writer) -> None:
    library = writer.library
    counts = {kind: sum(1 for _ in library.records(kind)) for kind in RecordKind}
    one_things = sum(len(review.one_things) for review in library.reviews)
    ways = [
        ("Read a review in seven minutes", addresses.REVIEWS, len(library.reviews), "briefing"),
        (
            "Find the learning for your role or agency",
            addresses.LEARNING,
            counts[RecordKind.LEARNING],
            "learning point",
        ),
        ("See where the same lesson was taught before", addresses.THEMES, len(library.themes_by_weight), "theme"),
        ("Take one action to your team meeting", addresses.ONE_THINGS, one_things, "action"),
        ("Copy what worked well", addresses.GOOD_PRACTICE, counts[RecordKind.STRENGTH], "example"),
        ("Read or send a digest of some months", addresses.DIGESTS, len(library.digests), "digest"),
        ("Follow what was done about it", addresses.ACTIONS, len(library.actions), "action"),
        ("Hear what families said", addresses.FAMILY_VOICE, counts[RecordKind.FAMILY], "message"),
        ("Check what was recommended", addresses.RECOMMENDATIONS, counts[RecordKind.RECOMMENDATION], "recommendation"),
        ("Look up a word", addresses.GLOSSARY, len(library.vocabulary.glossary), "word"),
    ]
    writer.heading("What you can do here", "do", "do")
    writer.add(
        items(
            f"{writer.link(text, uri)}\n\n{paragraph(plural(count, noun), 'card-meta')}"
            for text, uri, count, noun in ways
            if count
        )
    )
