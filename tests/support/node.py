"""Programs for Node that tests and measurements use where npm is, each at one version and installed once."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.support.once import alone
from tests.support.paths import ROOT, TESTS

LOCKED = TESTS / "support" / "npm"
KEPT = ROOT / ".venv" / "node"
SECONDS = 240


class MissingError(Exception):
    """Raised where a program is not to be had, with the reason."""


def installed(*packages: str) -> Path:
    """The folder of ``node_modules`` that holds packages, each as ``name@version``. Raises ``MissingError``."""
    folder = KEPT / "+".join(packages).replace("@", "-")
    return _made(folder, " ".join(packages), ["install", "--no-save", "--prefix", ".", *packages])


def locked(name: str) -> Path:
    """The folder of ``node_modules`` with what a folder of ``tests/support/npm`` lists, each package by the checksum of
    its lock file. Raises ``MissingError``.
    """
    files = [LOCKED / name / "package.json", LOCKED / name / "package-lock.json"]
    checksum = hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:12]
    return _made(KEPT / f"{name}-{checksum}", name, ["ci"], files)


def _made(folder: Path, name: str, words: Sequence[str], files: Sequence[Path] = ()) -> Path:
    """The modules in a folder, installed by npm with these words and files if they are not there yet."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        raise MissingError("npm and node are not on the PATH")
    KEPT.mkdir(parents=True, exist_ok=True)
    with alone(KEPT / f"{folder.name}.lock"):
        if not (folder / "whole").exists():
            _install(
                folder, name, [npm, words[0], "--ignore-scripts", "--no-audit", "--loglevel=error", *words[1:]], files
            )
    return folder / "node_modules"


def _install(folder: Path, name: str, command: Sequence[str], files: Sequence[Path]) -> None:
    try:
        folder.mkdir(exist_ok=True)
        for file in files:
            shutil.copy(file, folder)
        subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True, timeout=SECONDS)
    except subprocess.CalledProcessError as error:
        raise MissingError(f"npm cannot install {name}: {error.stderr.strip()}") from None
    except subprocess.TimeoutExpired:
        raise MissingError(f"npm cannot install {name} in {SECONDS} seconds") from None
    (folder / "whole").touch()
