"""A quotation from a source is at most twelve words long."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.corpus import Corpus
from dossier.markup import without_code, without_marks
from dossier.problems import Problem
from dossier.records import Claim

LONGEST = 12
QUOTED = re.compile(r"“([^”]*)”|\"([^\"]*)\"")


def check(corpus: Corpus) -> Iterator[Problem]:
    for record in corpus.records.values():
        for path, text in [(("text",), record.text)] if isinstance(record, Claim) else record.prose():
            for message in _too_long(text):
                yield corpus.location(record.id, path, "quotation", message, "restate it, or quote less")
    for document in corpus.documents:
        for block in document.blocks:
            for message in _too_long(without_code(block.text)):
                yield Problem(document.file, block.line, 1, "quotation", message, hint="restate it, or quote less")


def _too_long(text: str) -> Iterator[str]:
    for found in QUOTED.finditer(without_marks(text)):
        words = (found[1] or found[2] or "").split()
        if len(words) > LONGEST:
            yield f"{len(words)} words in quotation marks, more than {LONGEST}: “{' '.join(words[:4])} …”"
