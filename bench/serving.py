"""Serves a built site as a host with gzip does, and counts every byte that it sends."""

from __future__ import annotations

import gzip
import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import unquote, urlsplit

PACKED = ("text/", "application/json", "application/xml", "application/javascript", "image/svg+xml")


@dataclass(frozen=True)
class Sent:
    """One answer: what was asked for, its media type, and its bytes on the wire with its head."""

    path: str
    type: str
    size: int


@dataclass
class Host:
    """Where a site is served, and what it has sent since somebody last asked."""

    address: str
    log: list[Sent] = field(default_factory=list)

    def taken(self) -> list[Sent]:
        """What was sent since the last time."""
        sent, self.log[:] = list(self.log), []
        return sent


@contextmanager
def hosted(site: Path) -> Iterator[Host]:
    """Serve a folder at a free port of this machine."""
    log: list[Sent] = []
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, site, log)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield Host(f"http://127.0.0.1:{server.server_port}", log)
        server.shutdown()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, site: Path, log: list[Sent], *request: Any) -> None:
        self.site, self.log = site, log
        super().__init__(*request)

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        answer, type_ = answered(self.site / path.lstrip("/"))
        self.log.append(Sent(path, type_, len(answer)))  # first, or whoever reads the answer may not find it counted
        self.wfile.write(answer)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing to say."""


@cache
def answered(path: Path) -> tuple[bytes, str]:
    """A whole answer with its head, and its media type."""
    file = path / "index.html" if path.is_dir() else path
    if not file.is_file():
        return _with_head(HTTPStatus.NOT_FOUND, "text/plain", b"", packed=False), "text/plain"
    type_ = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    content, packed = file.read_bytes(), type_.startswith(PACKED)
    if packed:
        content = gzip.compress(content, mtime=0)
    return _with_head(HTTPStatus.OK, type_, content, packed=packed), type_


def _with_head(status: HTTPStatus, type_: str, content: bytes, *, packed: bool) -> bytes:
    lines = [
        f"HTTP/1.1 {status} {status.phrase}",
        f"Content-Type: {type_}",
        f"Content-Length: {len(content)}",
        "Cache-Control: max-age=3600",
        *(["Content-Encoding: gzip"] if packed else []),
    ]
    return "\r\n".join([*lines, "\r\n"]).encode() + content
