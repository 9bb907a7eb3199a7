"""Reviews of other sites, kept apart: a page that lists them by site, and a few lines on each theme's page.

Everything they say is written as plain text, and every link leads to their home.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefings.external import ExternalReview, Origin, TaughtElsewhere
from briefings.library import Library
from briefings.markup import escaped
from briefings.model import Theme
from briefings.pages import addresses
from briefings.pages.page import Page, Writer, items, paragraph, record_block
from briefings.problems import plural
from briefings.sections import ONE_THING
from briefings.wording import dotted

NEWEST = 5
MOST_ON_A_PAGE = 120


def elsewhere_pages(library: Library) -> Iterator[Page]:
    """The list of sites, and the reviews of each; nothing where nobody's reviews were imported."""
    if library.external:
        yield _index(library)
    for origin in library.external:
        yield from _site(library, origin)


def show_taught_elsewhere(writer: Writer, theme: Theme) -> None:
    """The newest reviews of other sites that teach a theme."""
    found = writer.library.taught_elsewhere.get(theme.id, ())
    if found:
        writer.heading("Taught elsewhere", "elsewhere", "elsewhere")
        writer.add(items(_taught(writer, taught) for taught in found))


def way_elsewhere(writer: Writer) -> str:
    """A link to the reviews of other sites, if there are any."""
    return writer.link("Reviews from other sites", addresses.ELSEWHERE) if writer.library.external else ""


def _taught(writer: Writer, taught: TaughtElsewhere) -> str:
    home = f"{_home(taught.review.name, taught.point.address)}{{.from}}"
    site = writer.link(taught.origin.library.site.name, addresses.elsewhere(taught.origin.name))
    return record_block(escaped(taught.point.text), f"{home} {site}")


def _index(library: Library) -> Page:
    writer = Writer(library, addresses.ELSEWHERE)
    for origin in library.external:
        reviews = origin.library.reviews
        writer.heading(origin.library.site.name, f"site-{origin.name}", "reviews")
        writer.add(_credit(origin))
        writer.add(items(_card(review) for review in reviews[:NEWEST]))
        if len(reviews) > NEWEST:
            writer.add(writer.link(f"All {plural(len(reviews), 'review')}", addresses.elsewhere(origin.name)))
    lead = "Reviews that other sites have made briefings of. They are theirs: each link leads to its home."
    return Page(writer.uri, "elsewhere", "From other sites", writer.markdown(), lead=lead)


def _site(library: Library, origin: Origin) -> Iterator[Page]:
    """All reviews of one site, on as many pages as they need."""
    first, reviews = addresses.elsewhere(origin.name), origin.library.reviews
    parts = [reviews[start : start + MOST_ON_A_PAGE] for start in range(0, len(reviews), MOST_ON_A_PAGE)] or [()]
    uris = [first, *(addresses.part(first, str(number)) for number in range(2, len(parts) + 1))]
    for number, (uri, part) in enumerate(zip(uris, parts, strict=True)):
        writer = Writer(library, uri)
        writer.add(_credit(origin))
        _cards(writer, part)
        if number + 1 < len(uris):
            writer.add(writer.link("Older reviews", uris[number + 1]))
        title = f"{origin.library.site.name}, part {number + 1}" if number else origin.library.site.name
        yield Page(uri, "elsewhere", title, writer.markdown(), "From another site")


def _cards(writer: Writer, reviews: Sequence[ExternalReview]) -> None:
    writer.heading("Newest first", "reviews", "reviews")
    writer.add(items(_card(review) for review in reviews) or "Nothing here yet.")


def _credit(origin: Origin) -> str:
    site = origin.library.site
    return f"From {_home(site.name, site.url)}, with credit to those who wrote them."


def _card(review: ExternalReview) -> str:
    title = paragraph(_home(review.title, review.address), "card-title")
    meta = paragraph(escaped(dotted(review.type, review.place, review.date.words)), "card-meta")
    one_thing = f"**{ONE_THING.heading}:** {escaped(review.one_thing)}" if review.one_thing else ""
    return "\n\n".join(block for block in (title, meta, escaped(review.summary), one_thing) if block)


def _home(text: str, address: str) -> str:
    """A link to another site. Its address was checked when it was read, and means nothing else to Markdown."""
    return f"[{escaped(text)}]({address})"
