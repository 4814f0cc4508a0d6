"""A folder served on this machine, with a note of what was asked for and how heavy it is compressed."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from urllib.parse import unquote, urlsplit

from dossier.preview.server import Server


@dataclass(slots=True)
class Served:
    """A folder, the address of its root, and the files that were asked for, in order."""

    folder: Path
    base: str = ""
    asked: list[str] = field(default_factory=list)


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *args: object, served: Served) -> None:
        self.served = served
        super().__init__(*args, directory=str(served.folder))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        self.served.asked.append(unquote(urlsplit(self.path).path).lstrip("/"))
        super().do_GET()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the library's name
        """Says nothing of each request."""


@contextmanager
def serving(folder: Path) -> Iterator[Served]:
    """Serves the folder until the end of the block."""
    served = Served(folder)
    server = Server(("127.0.0.1", 0), partial(_Handler, served=served))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    served.base = f"http://127.0.0.1:{server.server_port}/"
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()


def weight(path: Path) -> int:
    """Bytes of a file, or of all files in a folder, compressed by gzip where that makes them smaller."""
    if path.is_dir():
        return sum(weight(one) for one in path.rglob("*") if one.is_file())
    content = path.read_bytes() if path.is_file() else b""
    return min(len(content), len(gzip.compress(content, mtime=0)))


def weight_of(folder: Path, asked: list[str]) -> int:
    """Bytes of the files of a folder that were asked for, each once."""
    files = {folder / name / "index.html" if (folder / name).is_dir() else folder / name for name in asked}
    return sum(weight(path) for path in files)
