"""No record and no restated article holds the words in capitals with which ``new`` and ``add`` begin one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.checking.unreplaced import RULE, unreplaced
from dossier.corpus.corpus import Corpus
from dossier.model.record_templates import RESTATEMENT
from dossier.problems import Problem

NOT_RESTATED = re.compile(re.escape(RESTATEMENT).replace(r"\{number\}", r"\d+"))


def check(corpus: Corpus) -> Iterator[Problem]:
    for origin in corpus.origins.values():
        yield from unreplaced(origin.node, origin.file)
    for document in corpus.documents:
        for block in document.blocks:
            found = NOT_RESTATED.search(block.text) or (block.level == 1 and re.fullmatch("TITLE", block.text))
            if found:
                message = f"“{found[0]}” was not replaced"
                yield Problem(document.file, block.line, 1, RULE, message, hint="restate it")
