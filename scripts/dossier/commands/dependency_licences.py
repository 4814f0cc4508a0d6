"""The licences of the packages that a lock file names, as pip-licenses reads them from those that are installed."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

LOCKED = re.compile(r"^([a-z0-9][a-z0-9._-]*)==", re.MULTILINE)
SEPARATORS = re.compile(r"[-_.]+")
UNKNOWN, UNSAID = "UNKNOWN", "not said"


@dataclass(frozen=True, slots=True, order=True)
class Licensed:
    """A locked package. ``licence`` is an SPDX expression where its makers give one, else what they say in other words;
    what stands between semicolons are several.
    """

    name: str
    version: str
    licence: str


def licensed(lock: Path) -> list[Licensed]:
    """Each package of a lock file that is installed here, by name; others are for other systems.

    Raises ``CalledProcessError`` where pip-licenses is not installed.
    """
    names = dict.fromkeys(LOCKED.findall(lock.read_text("utf-8")))
    return read(_told(names)) if names else []


def _told(names: Iterable[str]) -> str:
    """What pip-licenses says of these packages, as JSON."""
    options = ["--format=json", "--from=mixed", "--with-system", "--packages", *names]
    done = subprocess.run(  # noqa: S603  a program of the lock
        [sys.executable, "-m", "piplicenses", *options], check=True, capture_output=True, text=True
    )
    return done.stdout


def read(told: str) -> list[Licensed]:
    """The packages that the JSON of pip-licenses lists, by name as a lock file has it."""
    return sorted(
        Licensed(
            SEPARATORS.sub("-", one["Name"]).lower(),
            one["Version"],
            UNSAID if one["License"] == UNKNOWN else one["License"],
        )
        for one in json.loads(told)
    )


def table(build: Iterable[Licensed], tests: Iterable[Licensed]) -> str:
    """A Markdown table of both, by name."""
    building = set(build)
    rows = [
        f"| {one.name} | {one.version} | {one.licence} | {'building' if one in building else 'tests'} |"
        for one in sorted(building.union(tests))
    ]
    return "\n".join(["| Package | Version | Licence | Needed for |", "| --- | --- | --- | --- |", *rows]) + "\n"
