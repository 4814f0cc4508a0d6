"""Every paragraph of a topic page cites the claims behind it; so does the home page above its first heading."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from dossier.corpus.corpus import Corpus
from dossier.problems import Problem
from dossier.reading.markdown_file import Block, Document


def check(corpus: Corpus) -> Iterator[Problem]:
    for document in corpus.documents:
        for block in _resting_on_claims(document):
            if block.level <= 0 and not block.cited:
                message = f'no claim behind "{" ".join(block.plain.split()[:6])} …"'
                yield Problem(document.file, block.line, 1, "essay-citations", message, hint="cite it with [@claim]")


def _resting_on_claims(document: Document) -> Iterator[Block]:
    if document.is_essay:
        yield from document.blocks
    elif document.is_home:
        yield from takewhile(lambda block: block.level <= 0, document.blocks)
