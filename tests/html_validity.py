"""Every page of a built site read by the Nu HTML checker, where npm and Java are."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.node import MissingError, installed

VNU = "vnu-jar@26.9.27"
SECONDS = 300


@dataclass(frozen=True, slots=True)
class Remark:
    """What the checker says of a page: ``kind`` is ``error``, ``warning`` or ``info``."""

    kind: str
    place: str
    words: str
    extract: str

    def __str__(self) -> str:
        return f"{self.place}: {self.kind}: {self.words} in {self.extract!r}"


def checked(pages: Sequence[Path]) -> list[Remark]:
    """All remarks on the pages. Raises ``MissingError`` where the checker cannot run."""
    java = shutil.which("java")
    if java is None:
        raise MissingError("java is not on the PATH")
    jar = installed(VNU) / "vnu-jar/build/dist/vnu.jar"
    words = [java, "-jar", str(jar), "--format", "json", "--stdout", "--exit-zero-always", *map(str, pages)]
    done = subprocess.run(words, capture_output=True, text=True, check=True, timeout=SECONDS)
    found = [_remark(message) for message in json.loads(done.stdout)["messages"]]
    # A file has no origin that the policy's 'self' could mean.
    return [remark for remark in found if "Content Security Policy" not in str(remark)]


def _remark(message: dict[str, str]) -> Remark:
    kind = message.get("subType") or message["type"]
    place = f"{message.get('url', '')}:{message.get('lastLine', '')}"
    return Remark(kind, place, message.get("message", ""), message.get("extract", ""))
