"""No address that was ever published is lost."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.checking import causes
from dossier.corpus.corpus import Corpus
from dossier.corpus.permalinks import lost
from dossier.problems import Problem

HINT = "bring it back, or say in data/redirects.yaml where it went"


def check(corpus: Corpus) -> Iterator[Problem]:
    for line, address in lost(corpus):
        if address.partition("#")[2] in corpus.records:
            # A claim whose file is named after another source; `claim-id` tells it.
            continue
        message, hint = f"{address} is published, and would be lost", HINT
        cause = causes.lost_address(corpus, address)
        yield Problem("data/permalinks.txt", line, 1, "permalink", message, hint=hint, cause=cause)
