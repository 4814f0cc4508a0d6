"""Pages of a built site measured by Lighthouse, where npm is: scores from 0 to 100."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.support.node import installed

LIGHTHOUSE = "lighthouse@12.8.2"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
KINDS = ("home", "topic", "article", "actor", "question", "map", "search")
SCRIPT = Path(__file__).with_suffix(".js")
SECONDS = 400


@dataclass(frozen=True, slots=True)
class Measured:
    """The scores of a page in the order of the categories asked for; ``failed`` are the audits that cost something."""

    url: str
    scores: tuple[int, ...]
    failed: tuple[str, ...]


def measured(urls: Iterable[str], categories: Sequence[str] = CATEGORIES) -> list[Measured]:
    """Each page on Lighthouse's simulated phone. Raises ``MissingError`` where it cannot run."""
    modules = installed(LIGHTHOUSE)
    words = ["node", str(SCRIPT), str(modules), str(shutil.which("chromium"))]
    given = json.dumps({"urls": list(urls), "categories": list(categories)})
    done = subprocess.run(words, input=given, capture_output=True, text=True, check=True, timeout=SECONDS)
    return [
        Measured(
            one["url"],
            tuple(round(100 * (one["scores"][name] or 0)) for name in categories),
            tuple(one["failed"]),
        )
        for one in json.loads(done.stdout)
    ]
