"""What a site must say of itself before it publishes reviews."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefings.problems import Problem
from briefings.reading import ReadReview, ReadSite


def site_problems(site: ReadSite, reviews: Sequence[ReadReview]) -> Iterator[Problem]:
    """A site with published reviews names somebody who can be reached. Where its file is wrong, that is told first."""
    contact = site.settings.contact
    if site.problems or (contact and contact.answers) or not any(read.status == "published" for read in reviews):
        return
    if contact:
        message = f"nobody can reach “{contact.name}”: there is no e-mail address, phone number or page"
        hint = "add one, for example `email: …`"
    else:
        message = "the site does not say whom its readers can turn to"
        hint = f"write in {site.marked.source.path}: `contact: {{name: …, email: …}}`, or give a phone or page"
    yield site.marked.problem("no-contact", ("contact",), message, hint)
