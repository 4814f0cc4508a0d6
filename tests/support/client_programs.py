"""Programs of others that read what we give out: Zotero's translators and citation-js where npm is, pandoc, biber.

What npm installs is named with its fingerprint in ``tests/support/clients/package-lock.json``, and used in tests alone.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pypandoc

from tests.support.node import KEPT, MissingError

CLIENTS = Path(__file__).with_name("clients")
FILES = ("package.json", "package-lock.json")
SECONDS = 300

Read = dict[str, Any]


def zotero(pages: Sequence[tuple[str, str]] = (), files: Sequence[str] = ()) -> Read:
    """What Zotero's translators make of pages (address, HTML) and of files. Raises ``MissingError``."""
    given = {"pages": [{"url": url, "html": html} for url, html in pages], "files": list(files)}
    found: Read = _run("zotero.js", given)
    return found


def citation_js(files: Sequence[str]) -> list[list[Read]]:
    """The items that citation-js reads from each file, as CSL-JSON. Raises ``MissingError``."""
    found: list[list[Read]] = _run("citation.js", {"files": list(files)})
    return found


def pandoc_items(text: str, form: str) -> list[Read]:
    """The items that pandoc reads from a file in ``biblatex``, ``bibtex``, ``ris`` or ``csljson``, as CSL-JSON."""
    words = [pypandoc.get_pandoc_path(), "-f", form, "-t", "csljson"]
    found: list[Read] = json.loads(subprocess.run(words, input=text.encode(), capture_output=True, check=True).stdout)
    return found


def biber_remarks(text: str) -> list[str]:
    """What biber finds amiss in a BibTeX file by biblatex's data model. Raises ``MissingError``."""
    biber = shutil.which("biber")
    if biber is None:
        raise MissingError("biber is not on the PATH")
    with TemporaryDirectory() as folder:
        (Path(folder) / "given.bib").write_text(text, "utf-8")
        words = [biber, "--tool", "--validate-datamodel", "--output-file", "out.bib", "given.bib"]
        done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False, timeout=SECONDS)
    return [line for line in done.stdout.splitlines() if line.startswith(("WARN", "ERROR"))]


def _run(script: str, given: Read) -> Any:
    environment = os.environ | {"NODE_PATH": str(_installed())}
    words = ["node", str(CLIENTS / script)]
    done = subprocess.run(
        words, input=json.dumps(given), capture_output=True, text=True, check=True, timeout=SECONDS, env=environment
    )
    return json.loads(done.stdout)


def _installed() -> Path:
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        raise MissingError("npm and node are not on the PATH")
    text = b"".join((CLIENTS / name).read_bytes() for name in FILES)
    folder = KEPT / f"clients-{hashlib.sha256(text).hexdigest()[:16]}"
    if not (folder / "whole").exists():
        folder.mkdir(parents=True, exist_ok=True)
        for name in FILES:
            shutil.copy(CLIENTS / name, folder)
        words = [npm, "ci", "--ignore-scripts", "--silent", "--no-audit", "--no-fund"]
        try:
            subprocess.run(words, cwd=folder, capture_output=True, text=True, check=True, timeout=SECONDS)
        except subprocess.SubprocessError as error:
            raise MissingError(f"npm cannot install the clients: {error}") from None
        (folder / "whole").touch()
    return folder / "node_modules"
