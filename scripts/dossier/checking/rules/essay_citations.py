"""Every paragraph of a topic page cites the claims that it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.corpus.corpus import Corpus
from dossier.problems import Problem


def check(corpus: Corpus) -> Iterator[Problem]:
    for document in corpus.documents:
        for block in document.blocks if document.is_essay else ():
            if block.level <= 0 and not block.cited:
                message = f'no claim behind "{" ".join(block.plain.split()[:6])} …"'
                yield Problem(document.file, block.line, 1, "essay-citations", message, hint="cite it with [@claim]")
