"""Every page of a built site read by the Nu HTML checker, where npm and Java are."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.support.node import MissingError, installed

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


# The checker reads files and cannot tell what the site's own address is; a browser tells what the policy forbids.
UNTOLD = ("Resource violates", "Inline script violates")


def checked(pages: Sequence[Path]) -> list[Remark]:
    """All remarks on the pages, but those on what their security policy lets them load.

    Raises ``MissingError`` where the checker cannot run.
    """
    java = shutil.which("java")
    if java is None:
        raise MissingError("java is not on the PATH")
    jar = installed(VNU) / "vnu-jar/build/dist/vnu.jar"
    words = [java, "-jar", str(jar), "--format", "json", "--stdout", "--exit-zero-always", *map(str, pages)]
    done = subprocess.run(words, capture_output=True, text=True, check=True, timeout=SECONDS)
    messages = json.loads(done.stdout)["messages"]
    return [_remark(message) for message in messages if not message.get("message", "").startswith(UNTOLD)]


def _remark(message: dict[str, str]) -> Remark:
    kind = message.get("subType") or message["type"]
    place = f"{message.get('url', '')}:{message.get('lastLine', '')}"
    return Remark(kind, place, message.get("message", ""), message.get("extract", ""))
