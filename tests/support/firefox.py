"""A second browser: Debian's Firefox goes through pages, searches and filters, where npm and Firefox are."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.support.node import MissingError, locked

PROGRAMS = ("firefox-esr", "firefox")
SCRIPT = Path(__file__).with_suffix(".js")
SECONDS = 600


@dataclass(frozen=True, slots=True)
class Gone:
    """What Firefox met: each fault with the page where it was, the addresses found, the rows before and after."""

    faults: tuple[tuple[str, str], ...]
    results: tuple[str, ...]
    rows: tuple[int, int]


def gone_through(pages: Iterable[str], search: Mapping[str, str], filtered: Mapping[str, str]) -> Gone:
    """Loads each page, then searches and filters, as ``firefox.js`` tells. Raises ``MissingError``."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        raise MissingError("Firefox is not on the PATH (Debian: apt-get install firefox-esr)")
    given = json.dumps({"pages": list(pages), "search": search, "filter": filtered})
    command = ["node", str(SCRIPT), str(locked("firefox")), program]
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=False, timeout=SECONDS)
    if done.returncode:
        raise AssertionError(done.stderr)
    found = json.loads(done.stdout)
    faults = tuple((url, what) for url, what in found["faults"])
    return Gone(faults, tuple(found["results"]), (found["rows"][0], found["rows"][1]))
