"""A digest as an e-mail: an HTML part, a plain part, and both as a draft that mail programs open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from hashlib import sha256
from urllib.parse import urlsplit

from briefings.bulletins import Bulletin, bulletin_of
from briefings.exports.email_html import email_html
from briefings.exports.email_text import email_text
from briefings.exports.export import Export, Site
from briefings.library import Library
from briefings.model import Digest
from briefings.pages import addresses

LONGEST = 95_000
"""Bytes of the HTML part: Gmail cuts a mail off at 102 kB."""
MOST_CASES = (1, 2, 3, 4, 5, 7, 10, 15, 20, 30, 40, 60, 80, 120, 200)
"""How many reviews under one heading to try, until the mail is too long. 200 of the shortest fill it."""


@dataclass(frozen=True, slots=True)
class Email:
    """The two parts of a mail that say the same."""

    subject: str
    html: str
    text: str


def email_exports(library: Library, site: Site) -> Iterator[Export]:
    """Every digest as an e-mail. Its links lead from a mailbox to the site, so there is none without its address."""
    if site.url:
        for digest in library.digests:
            yield from digest_email(library, site, digest)


def digest_email(library: Library, site: Site, digest: Digest) -> Iterator[Export]:
    """The three files of one digest."""
    email = email_of(library, site, bulletin_of(library, digest))
    yield Export(addresses.email(digest.id, "email.html"), email.html)
    yield Export(addresses.email(digest.id, "email.txt"), email.text)
    yield Export(addresses.email(digest.id, f"{digest.id}.eml"), draft(email, digest, site))


def email_of(library: Library, site: Site, bulletin: Bulletin) -> Email:
    """The mail, with as many cases under each heading as it has room for."""
    html = email_html(library, site, bulletin, 0)
    most = 0
    for more in MOST_CASES:
        longer = email_html(library, site, bulletin, more)
        if len(longer.encode()) > LONGEST:
            break
        html, most = longer, more
    return Email(bulletin.digest.title, html, email_text(library, site, bulletin, most))


def draft(email: Email, digest: Digest, site: Site) -> bytes:
    """The mail as an ``.eml`` file without sender and receivers, which Outlook opens as a draft to be sent.

    What is random in other mails comes from its content here, so that the same digest gives the same bytes.
    """
    mark = sha256(f"{email.subject}\n{email.html}\n{email.text}".encode()).hexdigest()[:24]
    message = EmailMessage(policy=SMTP)
    message["Subject"] = email.subject
    message["Date"] = format_datetime(datetime.combine(digest.published.first_day, time(), UTC))
    message["Message-ID"] = f"<{digest.id}.{mark}@{urlsplit(site.url).hostname or 'learning-briefings.invalid'}>"
    message["X-Unsent"] = "1"
    message["Content-Language"] = "en"
    message.set_content(email.text, cte="quoted-printable")
    message.add_alternative(email.html, subtype="html", cte="quoted-printable")
    message.set_boundary(f"=_{mark}")
    return message.as_bytes()
