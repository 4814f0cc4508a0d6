"""What reader views keep of pages: trafilatura, and Readability, which browsers use, where npm is."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

from lxml import html
from trafilatura import extract

from tests.support.node import locked

SCRIPT = Path(__file__).with_suffix(".js")
# Some 250 pages in the full mode, a second and more each where the machine does other work.
SECONDS = 1200
# The claims in the margin of an article repeat its paragraphs, which are looked for in their place.
CLAIMS = ".claim__text, .beside__claims > p[data-claim], .numbered > p"


def claims_of(page: str) -> list[str]:
    """The words of each claim that a page shows, and of an article its paragraphs, as they stand there."""
    found = html.document_fromstring(page).cssselect(CLAIMS)
    return [_words(str(one.text) if one.get("data-claim") else one.text_content()) for one in found]


def lost(page: str, kept: str | None) -> list[str]:
    """The claims of a page that the kept text does not hold."""
    text = _words(kept or "")
    return [claim for claim in claims_of(page) if claim not in text]


def by_trafilatura(page: str) -> str | None:
    return extract(page, include_tables=True)


def by_readability(pages: Sequence[tuple[str, str]]) -> list[str | None]:
    """The text kept of pages, each given with its address. Raises ``MissingError``."""
    command = ["node", str(SCRIPT), str(locked("reader-views"))]
    given = json.dumps(pages)
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=True, timeout=SECONDS)
    kept: list[str | None] = json.loads(done.stdout)
    return kept


def _words(text: str) -> str:
    return " ".join(text.split())
