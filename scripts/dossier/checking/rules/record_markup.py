"""What looks like a mark in a record's own prose is one: it would otherwise be shown as it is written."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.corpus.corpus import Corpus
from dossier.problems import Problem
from dossier.text.marks import Malformed, marks_of_words


def check(corpus: Corpus) -> Iterator[Problem]:
    for record in corpus.records.values():
        for path, text in record.prose():
            for mark in marks_of_words(text):
                if isinstance(mark, Malformed):
                    yield corpus.location(record.id, path, "mark", mark.message, mark.hint)
