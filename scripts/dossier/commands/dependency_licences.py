"""The licences of the packages that a lock file names, read from the metadata of those that are installed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

LOCKED = re.compile(r"^([a-z0-9][a-z0-9._-]*)==", re.MULTILINE)
LONGEST_NAME = 60
UNSAID = "not said"
# The words of the trove classifiers and of free texts, as SPDX has them.
SPDX = {
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "Apache Software License 2.0": "Apache-2.0",
    "BSD License": "BSD",
    "GNU General Public License v3 or later (GPLv3+)": "GPL-3.0-or-later",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "The MIT License": "MIT",
    "The Unlicense (Unlicense)": "Unlicense",
}


@dataclass(frozen=True, slots=True, order=True)
class Licensed:
    """A locked package. ``licence`` is an SPDX expression where its makers give one, else their own words."""

    name: str
    version: str
    licence: str


def licensed(lock: Path) -> Iterator[Licensed]:
    """Each package of a lock file that is installed here; others are for other systems."""
    for name in dict.fromkeys(LOCKED.findall(lock.read_text("utf-8"))):
        with suppress(PackageNotFoundError):
            package = distribution(name)
            yield Licensed(name, package.version, licence_of(package))


def licence_of(package: Distribution) -> str:
    """What the metadata says, the most exact first: the expression, a short licence field, the classifiers."""
    expression, words = (_said(package, field) for field in ("License-Expression", "License"))
    classified = [
        value.rpartition(" :: ")[2]
        for value in package.metadata.get_all("Classifier") or ()
        if value.startswith("License :: ") and not value.endswith("OSI Approved")
    ]
    if expression:
        return expression
    if words and len(words) <= LONGEST_NAME and "\n" not in words and words.upper() != "UNKNOWN":
        return SPDX.get(words, words)
    return " AND ".join(dict.fromkeys(SPDX.get(value, value) for value in classified)) or UNSAID


def _said(package: Distribution, field: str) -> str:
    return next(iter(package.metadata.get_all(field) or ()), "")


def table(build: Iterable[Licensed], tests: Iterable[Licensed]) -> str:
    """A Markdown table of both, by name."""
    building = set(build)
    rows = [
        f"| {one.name} | {one.version} | {one.licence} | {'building' if one in building else 'tests'} |"
        for one in sorted(building.union(tests))
    ]
    return "\n".join(["| Package | Version | Licence | Needed for |", "| --- | --- | --- | --- |", *rows]) + "\n"
