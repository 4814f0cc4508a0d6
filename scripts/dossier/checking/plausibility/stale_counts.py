"""Words that leave sources out, such as “no source”, are read again where there are more or fewer sources than before.

No program can tell whether they are right. They are marked with the number of sources of which they were seen to hold.
Nothing is counted where records could not be read, for a source may be among them.
"""

from __future__ import annotations

from collections.abc import Iterator

from dossier.checking.plausibility.given import Given, notice
from dossier.corpus.corpus import Corpus
from dossier.corpus.indexes import prose_marks
from dossier.model.records import Source
from dossier.problems import Problem
from dossier.text.marks import Mark

RULE = "stale-counts"


def check(corpus: Corpus, _given: Given) -> Iterator[Problem]:
    if not corpus.is_whole:
        return
    total = len(corpus.of(Source))
    hint = f"read the sentence again, and write of:{total}"
    for document in corpus.documents:
        for mark in (one for block in document.blocks for one in block.marks if _is_stale(one, total)):
            message = _message(mark, total)
            yield Problem(document.file, mark.line, mark.column, RULE, message, hint=hint, level="notice")
    for record in corpus.records.values():
        for path, mark in prose_marks(record):
            if _is_stale(mark, total):
                yield notice(corpus, record.id, path, RULE, _message(mark, total), hint)


def _is_stale(mark: Mark, total: int) -> bool:
    return mark.count is not None and mark.count.of == "number" and mark.count.number != total


def _message(mark: Mark, total: int) -> str:
    number = mark.count.number if mark.count else 0
    return f"“{mark.words}” was seen to hold of {number} sources, and there are {total}"
