"""A file, or an address of the web, -> its text: within limits, since nobody here knows what is at the other end."""

from __future__ import annotations

import http.client
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from http.client import HTTPMessage
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit

from briefings.problems import ContentError, Problem

LARGEST = 64_000_000
"""Bytes that are read at most: the library.json of some 5,000 reviews."""
SECONDS = 30
"""How long the other end may be silent, and a quarter of how long everything may take."""
CHUNK = 1 << 16
OWN_MACHINE = ("localhost", "127.0.0.1", "::1")


def is_address(text: str) -> bool:
    """Whether this is an address of the web and not the name of a file."""
    return "://" in text


def fetched(place: str) -> bytes:
    """What a file or an address of the web holds; raises :class:`ContentError` in words for whoever asked for it."""
    try:
        data = _from_web(place) if is_address(place) else _from_file(Path(place))
    except urllib.error.HTTPError as error:
        error.close()
        raise _wrong(place, f"its host answers {error.code} {error.reason}", "open it in a browser to check") from error
    except urllib.error.URLError as error:
        raise _wrong(place, f"it cannot be reached: {error.reason}", "check the address") from error
    except OSError as error:  # a timeout is one too
        raise _wrong(place, f"it cannot be read: {error.strerror or error}") from error
    except (http.client.HTTPException, ValueError) as error:
        raise _wrong(place, f"it cannot be read: {str(error) or type(error).__name__}") from error
    if len(data) > LARGEST:
        hint = "the library.json of a site is smaller; is this the right file?"
        raise _wrong(place, f"it is larger than {LARGEST // 1_000_000} million bytes", hint)
    return data


def _from_file(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def _from_web(address: str) -> bytes:
    if not _is_safe(address):
        raise _wrong(address, "only addresses that start with `https://` are read", "or save the file, and name that")
    opener = urllib.request.build_opener(_SafeRedirects)
    opener.addheaders = [("User-Agent", "learning-briefings"), ("Accept", "application/json")]
    with opener.open(address, timeout=SECONDS) as answer:
        data = _read(answer.read1, time.monotonic() + 4 * SECONDS)
        if answer.length and len(data) <= LARGEST:
            raise http.client.IncompleteRead(data, answer.length)
        return data


def _read(read: Callable[[int], bytes], end: float) -> bytes:
    """Everything, or as much of it as shows that it is too large."""
    data = bytearray()
    while len(data) <= LARGEST and (chunk := read(CHUNK)):
        data += chunk
        if time.monotonic() > end:
            raise TimeoutError(f"it takes longer than {4 * SECONDS} seconds")
    return bytes(data)


def _is_safe(address: str) -> bool:
    """Whether nobody on the way can change what comes: encrypted, or from this machine."""
    parts = urlsplit(address)
    return bool(parts.hostname) and (
        parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in OWN_MACHINE)
    )


class _SafeRedirects(urllib.request.HTTPRedirectHandler):
    """Follows an address that has moved, but to a safe one only."""

    def redirect_request(  # noqa: PLR0913, PLR0917 - urllib's own signature
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> urllib.request.Request | None:
        if not _is_safe(newurl):
            fp.close()
            raise urllib.error.URLError(f"it leads on to {newurl}, which does not start with https://")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _wrong(place: str, message: str, hint: str = "") -> ContentError:
    return ContentError([Problem(place, 1, 1, "not-readable", message, hint)])
