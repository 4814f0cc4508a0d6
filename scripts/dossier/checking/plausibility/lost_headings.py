"""No heading of a page of prose loses an address that was published.

Its page is still there, so whoever follows the address finds it, though not the place.
"""

from __future__ import annotations

from collections.abc import Iterator

from dossier.checking.plausibility.given import Given
from dossier.corpus.corpus import Corpus
from dossier.corpus.permalinks import lost_headings
from dossier.problems import Problem

RULE = "lost-headings"
FILE = "data/permalinks.txt"


def check(corpus: Corpus, _given: Given) -> Iterator[Problem]:
    for line, address in lost_headings(corpus):
        message = f"{address} is published, and its page has no such heading any more"
        hint = f"give the heading that says it now its former address: `{{: #{address.partition('#')[2]} }}` at its end"
        yield Problem(FILE, line, 1, RULE, message, hint=hint, level="notice")
