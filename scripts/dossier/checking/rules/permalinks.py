"""No address that was ever published is lost."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.corpus.corpus import Corpus
from dossier.corpus.permalinks import lost
from dossier.problems import Problem


def check(corpus: Corpus) -> Iterator[Problem]:
    for line, address in lost(corpus):
        hint = "bring it back, or say in data/redirects.yaml where it went"
        yield Problem(
            "data/permalinks.txt", line, 1, "permalink", f"{address} is published, and would be lost", hint=hint
        )
