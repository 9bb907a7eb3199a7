"""Digests: bulletins made from the library, each case with its issues, learning, recommendations, and the way to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefings.bulletins import Bulletin, Group, TakeAway, bulletin_of
from briefings.dates import PartialDate
from briefings.library import Library
from briefings.markup import escaped
from briefings.model import Digest, Record, RecordKind, Review
from briefings.pages import addresses
from briefings.pages.lists import place_of
from briefings.pages.page import Page, Writer, items, line, paragraph, record_block, told_of, weight
from briefings.problems import plural
from briefings.sections import FINDINGS, RECOMMENDATIONS
from briefings.wording import dotted, inside, joined, sentence, unbroken

CONTENTS = "In this issue"
RECURRING = "What keeps coming back"
TAKE_AWAYS = "Take to your team meeting"
MOST_CASES_IN_FULL = 100
"""A longer digest gives each case in a line or two: the page must not grow without bound."""


def digest_pages(library: Library, mailed: bool = False) -> Iterator[Page]:
    """The index, then every digest. ``mailed`` says that the site also publishes each as an e-mail."""
    bulletins = [bulletin_of(library, digest) for digest in library.digests]
    yield _index(library, bulletins)
    for bulletin in bulletins:
        yield _digest_page(library, bulletin, mailed)


def _index(library: Library, bulletins: Sequence[Bulletin]) -> Page:
    writer = Writer(library, addresses.DIGESTS)
    if bulletins:
        writer.heading("Newest first", "digests", "reviews")
        writer.add(items(digest_card(writer, bulletin) for bulletin in bulletins))
    else:
        writer.add("No digest has been made yet.")
    lead = "What reviews of a few months taught, on one page to read, print or send."
    return Page(writer.uri, "digests", "Digests", writer.markdown(), lead=lead)


def digest_card(writer: Writer, bulletin: Bulletin) -> str:
    """A digest in a list: its title, whose and when, how many reviews, and what keeps coming back in them."""
    digest = bulletin.digest
    title = paragraph(writer.link(digest.title, addresses.digest(digest.id)), "card-title")
    themes = joined(inside(found.theme.title) for found in bulletin.recurring)
    recurring = f"{RECURRING}: {themes}." if themes else ""
    said = escaped(line(lead(bulletin), recurring))
    return f"{title}\n\n{paragraph(escaped(about(digest)), 'card-meta')}\n\n{said}"


def about(digest: Digest) -> str:
    """Which issue it is, of whom and when: ``Issue 4 · Darlington · October 2021``."""
    home = digest.home.place if digest.home else digest.region
    return dotted(f"Issue {digest.issue}" if digest.issue else "", home, digest.published.words)


def lead(bulletin: Bulletin) -> str:
    """How many reviews, and of when: ``67 reviews published from January to October 2021``."""
    digest = bulletin.digest
    return f"{plural(len(bulletin.reviews), 'review')} published {period(digest.first, digest.last)}."


def period(first: PartialDate, last: PartialDate) -> str:
    """A period in words: ``from January to October 2021``, ``in 2021``."""
    if first == last:
        return f"in {first.words}"
    start = first.words.removesuffix(f" {first.year}") if first.year == last.year and first.month else first.words
    return f"from {start} to {last.words}"


def _digest_page(library: Library, bulletin: Bulletin, mailed: bool) -> Page:
    writer = Writer(library, addresses.digest(bulletin.digest.id))
    digest = bulletin.digest
    writer.add(writer.text(digest.introduction))
    _recurring(writer, bulletin)
    _take_aways(writer, bulletin)
    found = list(sections(bulletin))
    if found:
        _contents(writer, found)
    full = len(bulletin.reviews) <= MOST_CASES_IN_FULL
    for heading, id, nothing, reviews in found:
        writer.heading(heading, id, "cases")
        writer.add(items(_case(writer, review, full) for review in reviews) if reviews else nothing)
        if reviews and len(found) > 1:
            writer.add(paragraph(writer.link(f"Back to “{CONTENTS}”", writer.uri, "contents"), "screen-only"))
    if mailed:
        _send(writer, digest)
    return Page(
        writer.uri,
        "digest",
        digest.title,
        writer.markdown(),
        dotted("Digest", about(digest)),
        lead(bulletin),
        source_path=digest.path,
    )


def _send(writer: Writer, digest: Digest) -> None:
    """The ways to send it on."""
    writer.heading("Send it as an e-mail", "send", "ways")
    ways = (
        ("A draft to open in your mail program", f"{digest.id}.eml"),
        ("The e-mail as a page, to copy", "email.html"),
        ("The same in plain text", "email.txt"),
    )
    writer.add(items(writer.link(text, addresses.email(digest.id, name)) for text, name in ways))


def _recurring(writer: Writer, bulletin: Bulletin) -> None:
    if bulletin.recurring:
        writer.heading(RECURRING, "recurring", "weights")
        most = bulletin.recurring[0].reviews
        writer.add(
            items(
                f"{writer.theme(found.theme)} {unbroken(plural(found.reviews, 'review'))}\n"
                f"{{: .record .{weight(found.reviews, most)} }}"
                for found in bulletin.recurring
            )
        )


def _take_aways(writer: Writer, bulletin: Bulletin) -> None:
    if bulletin.take_aways:
        writer.heading(TAKE_AWAYS, "take", "one-thing", "take")
        writer.add(items(_take_away(writer, found) for found in bulletin.take_aways))


def _take_away(writer: Writer, found: TakeAway) -> str:
    source = writer.review(found.review, "from", found.one_thing.anchor)
    about = line(source, escaped(because(found)))
    return record_block(writer.text(found.one_thing.text), about, told=told_of(found.one_thing))


def because(found: TakeAway) -> str:
    """Why this one thing is worth a place on the agenda."""
    return f"Because {inside(found.because.theme.title)} keeps coming back."


Section = tuple[str, str, str, tuple[Review, ...]]


def sections(bulletin: Bulletin) -> Iterator[Section]:
    """Heading, id, what to say when it is empty, and reviews: from home outwards, children before adults."""
    digest = bulletin.digest
    kind = "such review" if digest.is_filtered else "review"
    if digest.home:
        nothing = f"{escaped(digest.home.name)} published no {kind} in this period."
        yield f"Local learning: {digest.home.place}", "local", nothing, bulletin.local
    if digest.region or bulletin.regional:
        nothing = f"No {'other ' if bulletin.local else ''}{kind} of the region in this period."
        heading = f"Regional learning: {digest.region}" if digest.region else "Regional learning"
        yield heading, "regional", nothing, bulletin.regional
    if bulletin.national:
        yield "National reviews", "national", "", bulletin.national
    yield from _by_harm("Children", bulletin.children)
    yield from _by_harm("Adults", bulletin.adults)


def _by_harm(whom: str, groups: Sequence[Group]) -> Iterator[Section]:
    for number, group in enumerate(groups, 1):
        yield f"{whom}: {inside(group.heading)}", f"{whom.lower()}-{number}", "", group.reviews


def _contents(writer: Writer, sections: Sequence[Section]) -> None:
    writer.heading(CONTENTS, "contents", "ways")
    writer.add(
        items(
            f"{writer.link(heading, writer.uri, id)}\n\n{paragraph(_how_many(reviews), 'card-meta')}"
            for heading, id, _, reviews in sections
        )
    )


def _how_many(reviews: Sequence[Review]) -> str:
    return plural(len(reviews), "review") if reviews else "none this time"


def _case(writer: Writer, review: Review, full: bool) -> str:
    """One case: its name and place, key issues, learning and recommendations."""
    harms = joined(inside(harm.name) for harm in review.harms)
    meta = dotted(review.type.name, review.published.words, harms)
    blocks = [
        writer.subheading(writer.review(review), place_of(review)),
        paragraph(escaped(meta), "card-meta"),
        escaped(sentence(review.summary)),
    ]
    if full:
        blocks += [
            _listed(writer, FINDINGS.heading, review.of_kind(RecordKind.FINDING)),
            _listed(writer, "Learning", review.of_kind(RecordKind.LEARNING)),
            _listed(writer, RECOMMENDATIONS.heading, review.of_kind(RecordKind.RECOMMENDATION)),
        ]
    return "\n\n".join(block for block in blocks if block)


def _listed(writer: Writer, label: str, records: Sequence[Record]) -> str:
    if not records:
        return ""
    return f"{paragraph(f'**{label}**', 'label')}\n\n{items(writer.text(record.text) for record in records)}"
