"""Programs for Node that tests and measurements use where npm is, each at one version and installed once."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from tests.support.paths import ROOT

KEPT = ROOT / ".venv" / "node"
SECONDS = 240


class MissingError(Exception):
    """Raised where a program is not to be had, with the reason."""


def installed(*packages: str) -> Path:
    """The folder of ``node_modules`` that holds packages, each as ``name@version``. Raises ``MissingError``."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        raise MissingError("npm and node are not on the PATH")
    folder = KEPT / "+".join(packages).replace("@", "-")
    if not (folder / "whole").exists():
        words = [npm, "install", "--no-save", "--ignore-scripts", "--silent", "--prefix", str(folder), *packages]
        try:
            folder.mkdir(parents=True, exist_ok=True)
            subprocess.run(words, capture_output=True, text=True, check=True, timeout=SECONDS)
        except subprocess.SubprocessError as error:
            raise MissingError(f"npm cannot install {' '.join(packages)}: {error}") from None
        (folder / "whole").touch()
    return folder / "node_modules"
