"""No record holds the words in capitals with which ``dossier new`` begins one."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.corpus.corpus import Corpus
from dossier.model.record_templates import placeholders
from dossier.problems import Problem


def check(corpus: Corpus) -> Iterator[Problem]:
    known = placeholders()
    for origin in corpus.origins.values():
        for line, column, text in origin.node.texts():
            if text in known:
                yield Problem(origin.file, line, column, "placeholder", f"“{text}” was not replaced", hint="fill it in")
