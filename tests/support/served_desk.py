"""The desk of a dossier, as ``dossier serve`` serves it."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def served_desk(root: Path, captures: Path) -> Iterator[str]:
    """The address of the desk that it prints; it ends as Ctrl-C ends it."""
    words = ["-m", "dossier", "serve", "--root", str(root), "--captures", str(captures), "--port", "0"]
    # Where the tests run in the background, Ctrl-C is ignored, and a child would inherit that.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    with subprocess.Popen([sys.executable, *words], stdout=subprocess.PIPE, text=True) as process:
        signal.signal(signal.SIGINT, before)
        assert process.stdout
        lines = iter(process.stdout.readline, "")
        yield next(found[0] for line in lines if (found := re.search(r"http://127\.0\.0\.1:\d+/-/desk/\S+/", line)))
        process.send_signal(signal.SIGINT)
        try:
            assert process.wait(60) == 0
        finally:
            process.kill()
