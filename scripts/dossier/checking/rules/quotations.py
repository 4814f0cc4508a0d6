"""A quotation from a source is at most twelve words long."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.corpus.corpus import Corpus
from dossier.model.records import Claim
from dossier.problems import Problem
from dossier.text.marks import without_code, without_marks

LONGEST = 12
QUOTED = {"”": re.compile(r"“([^”]*)”"), '"': re.compile(r'"([^"]*)"')}


def check(corpus: Corpus) -> Iterator[Problem]:
    for record in corpus.records.values():
        for path, text in [(("text",), record.text)] if isinstance(record, Claim) else record.prose():
            for message in _too_long(text):
                yield corpus.location(record.id, path, "quotation", message, "restate it, or quote less")
    for document in corpus.documents:
        for block in document.blocks:
            for message in _too_long(without_code(block.text)):
                yield Problem(document.file, block.line, 1, "quotation", message, hint="restate it, or quote less")


def quoted_in(text: str) -> Iterator[re.Match[str]]:
    """What stands in quotation marks, with them and, as the group, without."""
    for sign, quoted in QUOTED.items():
        # What is never closed is not looked for again from each sign that opens it.
        yield from quoted.finditer(text, 0, text.rfind(sign) + 1)


def _too_long(text: str) -> Iterator[str]:
    for found in quoted_in(without_marks(text)):
        words = found[1].split()
        if len(words) > LONGEST:
            yield f"{len(words)} words in quotation marks, more than {LONGEST}: “{' '.join(words[:4])} …”"
