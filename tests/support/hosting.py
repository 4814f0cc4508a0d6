"""A folder served on this machine as a good host would: compressed, cached for a while, with its own error page."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import unquote, urlsplit

from dossier.preview.server import Server

COMPRESSED = ("text/", "application/json", "application/javascript", "application/xml", "image/svg+xml")
CACHED = "public, max-age=600"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *args: object, folder: Path) -> None:
        self.folder = folder
        super().__init__(*args)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        status, path = found(self.folder, unquote(urlsplit(self.path).path))
        kind = guess_type(path.name)[0] or "application/octet-stream"
        zipped = kind.startswith(COMPRESSED) and "gzip" in self.headers.get("Accept-Encoding", "")
        body = compressed(path) if zipped else path.read_bytes() if path.is_file() else b""
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", CACHED)
        self.send_header("Vary", "Accept-Encoding")
        if zipped:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the library's name
        """Says nothing of each request."""


def found(folder: Path, address: str) -> tuple[HTTPStatus, Path]:
    """The file at an address, else the error page."""
    path = (folder / address.lstrip("/")).resolve()
    if path.is_dir():
        path /= "index.html"
    if path.is_file() and path.is_relative_to(folder.resolve()):
        return HTTPStatus.OK, path
    return HTTPStatus.NOT_FOUND, folder / "404.html"


@lru_cache(maxsize=256)
def compressed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 6, mtime=0) if path.is_file() else b""


@contextmanager
def hosting(folder: Path) -> Iterator[str]:
    """Serves the folder until the end of the block; gives the address of its root."""
    server = Server(("127.0.0.1", 0), partial(_Handler, folder=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
