"""No heading of a page of prose has an address with a count, which another that is written before it would shift."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.checking.plausibility.given import Given
from dossier.corpus.corpus import Corpus
from dossier.problems import Problem
from dossier.reading.page_ids import own_id

RULE = "repeated-headings"
COUNTED = re.compile(r"(.+)_\d+")


def check(corpus: Corpus, _given: Given) -> Iterator[Problem]:
    for document in corpus.documents:
        ids = {block.id for block in document.blocks if block.level > 0}
        for block in document.blocks if ids else ():
            counted = COUNTED.fullmatch(block.id) if block.level > 0 and not own_id(block.text) else None
            if counted and counted[1] in ids:
                message = f"stands under the same heading twice, so that its address #{block.id} may shift"
                hint = f"write it otherwise, or give it one that stays: `{{: #{counted[1]}-again }}` at its end"
                yield Problem(document.file, block.line, 1, RULE, message, hint=hint, level="notice")
