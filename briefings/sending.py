"""A digest's e-mail, written to a folder for those who send it from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from briefings.exports import Site
from briefings.exports.emails import digest_email
from briefings.fields import web_address
from briefings.library import Library
from briefings.problems import did_you_mean


class NotWrittenError(ValueError):
    """Why no e-mail was written, in the words of whoever asked for it."""


def write_email(library: Library, id: str, site: Site, folder: Path) -> Iterator[Path]:
    """Write the HTML, the plain text and the draft of a digest into a folder; gives each file as it is written.

    Raises :class:`NotWrittenError` where no published digest has this id, or the folder cannot be written to.
    """
    digests = {digest.id: digest for digest in library.digests}
    if id not in digests:
        hint = did_you_mean(id, digests) or "its id is the name of its file, without .md"
        raise NotWrittenError(f"no published digest is called `{id}`; {hint}")
    for export in digest_email(library, site, digests[id]):
        path = folder / PurePosixPath(export.uri).name
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path.write_bytes(export.content if isinstance(export.content, bytes) else export.content.encode())
        except OSError as error:
            raise NotWrittenError(f"{path} cannot be written: {error.strerror}") from error
        yield path


def site_url(text: str) -> str:
    """The address of a site, with a slash at its end.

    Raises :class:`NotWrittenError` where it is not one: links in a mail must lead somewhere.
    """
    try:
        address = str(web_address(text))
    except ValueError as error:
        raise NotWrittenError(f"`{text}` is not where a site is: {error}") from error
    if not address or set("?#") & set(address):
        raise NotWrittenError(f"`{text}` is not where a site is; write it as `https://learning.example.org/`")
    return f"{address.rstrip('/')}/"
