"""The site in the browser while it is being written: built again at each saved change."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from minijinja import TemplateError
from watchfiles import Change, watch

from dossier.checking.record_files import Memory
from dossier.corpus.corpus import Corpus
from dossier.desk.guard import DESK, HEADERS, LONGEST_BODY, Guard
from dossier.desk.replies import DeskReplies, Reply
from dossier.editing.changes import wait_until_whole
from dossier.load import load
from dossier.model.vocabulary import counted
from dossier.problems import ProblemsFound
from dossier.reading.editor_files import left_by_editor
from dossier.search.entries import write_index
from dossier.site.build import Write, put_site
from dossier.site.renderer import RenderError

EVENTS = "/-/events"
# What lies beside a page, by how its name ends.
TEXTS = {".json": "application/json", ".md": "text/markdown; charset=utf-8", ".svg": "image/svg+xml"}
SCRIPT = "/-/preview.js"
HEARTBEAT_SECONDS = 15.0
DEBOUNCE_MILLISECONDS = 60
QUIET_SECONDS = 3.0

LazyPage = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class DeskServed:
    """The curator's desk, and who may come to it."""

    replies: DeskReplies
    guard: Guard


class PortError(Exception):
    """Raised where the preview cannot listen."""


class State:
    """What the browser should show: which build, and what is wrong since."""

    def __init__(self) -> None:
        self.build = 0
        self.problems = ""
        self.changed = threading.Condition()

    def tell(self, problems: str) -> None:
        with self.changed:
            self.problems = problems
            self.build += not problems
            self.changed.notify_all()

    def message(self) -> str:
        return json.dumps({"build": self.build, "problems": self.problems})

    def message_after(self, last: str, seconds: float) -> str:
        """The message as soon as it is not ``last`` any more; after ``seconds`` in any case."""
        with self.changed:
            self.changed.wait_for(lambda: self.message() != last, seconds)
            return self.message()


def preview(
    root: Path, write: Write, lazy: LazyPage, port: int, say: Callable[[str], None], captures: Path | None = None
) -> None:
    """Serves the dossier in ``root`` on this machine alone until interrupted. Raises ``PortError``.

    ``lazy`` gives the HTML of a page, or a JSON file, by its address, that ``write`` did not write. Where there is a
    folder of ``captures``, the curator's desk is served too.
    """
    desk = DeskServed(DeskReplies(root, captures), Guard()) if captures else None
    # Whatever indexes the site may still write into the folder when this is interrupted.
    folder = TemporaryDirectory(prefix="dossier-preview-", ignore_cleanup_errors=True)
    with folder as name, suppress(KeyboardInterrupt):
        target, state, memory = Path(name) / "site", State(), Memory()
        try:
            server = Server(
                ("127.0.0.1", port), partial(Handler, state=state, lazy=lazy, desk=desk, directory=str(target))
            )
        except OSError as error:
            raise PortError(f"port {port} cannot be used ({error.strerror}); choose another with --port") from None
        indexing = _index_later(target, rebuild(root, target, write, state, say, memory))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        say(f"Serving http://127.0.0.1:{server.server_port}/ (stop with Ctrl-C)")
        if desk:
            say(f"The desk, for who curates: http://127.0.0.1:{server.server_port}{desk.guard.address}")
        for _ in changes(root):
            indexing.cancel()
            indexing = _index_later(target, rebuild(root, target, write, state, say, memory))
        indexing.cancel()
        server.shutdown()


def _index_later(target: Path, corpus: Corpus | None) -> threading.Timer:
    """Makes the search index once nothing has changed for a while, so that no page waits for it."""

    def index() -> None:
        # A build may put another site in the place of the one that is being indexed.
        with suppress(OSError):
            if corpus:
                write_index(target, corpus)

    timer = threading.Timer(QUIET_SECONDS, index)
    timer.daemon = True
    timer.start()
    return timer


def watched(root: Path) -> list[Path]:
    """The folders and files whose change calls for a new build."""
    package = Path(str(files("dossier")))
    ours = [package / name for name in ("pages/templates", "renderers/theme", "site/assets")]
    return [path for path in (root / "data", root / "docs", root / "mkdocs.yml", *ours) if path.exists()]


def changes(root: Path) -> Iterator[object]:
    """Yields at each change that calls for a new build, until interrupted."""
    return watch(
        *watched(root),
        watch_filter=calls_for_build,
        debounce=DEBOUNCE_MILLISECONDS,
        step=20,
        raise_interrupt=False,
    )


def calls_for_build(_change: Change, path: str) -> bool:
    """Whether a file that changed is one that a build reads: nothing that an editor leaves beside it."""
    return not left_by_editor(Path(path).name)


def rebuild(
    root: Path,
    target: Path,
    write: Write,
    state: State,
    say: Callable[[str], None],
    memory: Memory | None = None,
) -> Corpus | None:
    """Builds once and tells the browser; the corpus of a site that was built, whose search index is still to make.

    With a ``memory``, only files that changed since it was last used are read. What a command has changed in a part of
    the files is waited for.
    """
    wait_until_whole(root)
    try:
        corpus = put_site(root, target, partial(load, memory=memory), write)
    except ProblemsFound as found:
        state.tell(str(found))
        say(f"{found}\n{counted(len(found.problems), 'problem')}; the last good site stays.")
    except (RenderError, TemplateError, OSError) as error:
        state.tell(str(error))
        say(f"{error}\nThe last good site stays.")
    else:
        state.tell("")
        say(f"Built {counted(len(corpus.records), 'record')}.")
        return corpus
    return None


class Server(ThreadingHTTPServer):
    """Answers each request in a thread of its own, and says nothing of a browser that did not wait for its answer."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class Handler(SimpleHTTPRequestHandler):
    """Serves the built site with the script that follows it, and the stream of what changes."""

    def __init__(
        self, *args: object, state: State, lazy: LazyPage, directory: str, desk: DeskServed | None = None
    ) -> None:
        self.state, self.lazy, self.desk = state, lazy, desk
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        if self.path.startswith(DESK):
            self.at_desk()
        elif self.path == EVENTS:
            self.stream()
        elif self.path.split("?")[0] == SCRIPT:
            self.reply((files("dossier.preview") / "preview.js").read_bytes(), "text/javascript")
        elif self.path.endswith(tuple(TEXTS)) and (text := self.lazy(self.path.lstrip("/"))) is not None:
            self.reply(text.encode(), TEXTS[Path(self.path).suffix])
        elif (page := self.page()) is not None:
            self.reply(page, "text/html; charset=utf-8")
        else:
            super().do_GET()

    def do_POST(self) -> None:
        self.at_desk()

    def at_desk(self) -> None:
        """Answers at the desk, where there is one and the request may come to it."""
        path = self.path.partition("?")[0]
        # What is refused is not read, so that the connection has to end.
        self.close_connection = True
        if self.desk is None or not path.startswith(DESK):
            self.send_error(HTTPStatus.NOT_FOUND)
        elif refusal := self.desk.guard.refusal(
            self.command, path, {name.title(): value for name, value in self.headers.items()}
        ):
            self.send_error(refusal)
        elif self.command == "GET":
            self.send(self.desk.replies.get(path.removeprefix(self.desk.guard.address)))
        elif (body := self.body()) is not None:
            self.send(self.desk.replies.post(path.removeprefix(self.desk.guard.address), body))

    def body(self) -> bytes | None:
        """What was sent; ``None`` where that is too much or of no known length, which is then told."""
        length = self.headers.get("Content-Length", "")
        if not length.isdigit() or int(length) > LONGEST_BODY:
            self.send_error(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
            return None
        return self.rfile.read(int(length))

    def send(self, reply: Reply) -> None:
        """Sends an answer of the desk, which no page elsewhere may read, frame or keep."""
        self.send_response(reply.status)
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", reply.kind)
        self.send_header("Content-Length", str(len(reply.content)))
        # Not this class's own, which would say “no-cache” as well.
        super().end_headers()
        self.wfile.write(reply.content)

    def page(self) -> bytes | None:
        """The HTML at the address asked for, with the script; an empty page where no site could be built yet."""
        # The number is read before the page, so that a page overtaken by a build loads itself anew.
        script = f'<script type="module" src="{SCRIPT}?build={self.state.build}"></script>'.encode()
        if (lazy := self.lazy(self.path.split("?")[0].removesuffix("index.html").lstrip("/"))) is not None:
            return lazy.encode() + script
        path = Path(self.translate_path(self.path))
        if self.path.split("?")[0].endswith("/"):
            path /= "index.html"
        if path.suffix == ".html" and path.is_file():
            return path.read_bytes() + script
        return None if Path(self.directory).exists() else b"<!doctype html><title>No site yet</title>" + script

    def reply(self, content: bytes, kind: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def end_headers(self) -> None:
        """Ends them after a word that a browser must ask again for styles and scripts."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def stream(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        message = ""
        try:
            while True:
                message = self.state.message_after(message, HEARTBEAT_SECONDS)
                self.wfile.write(f"data: {message}\n\n".encode())
                self.wfile.flush()
        except OSError:
            return

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the library's name
        """Says nothing of each request."""
