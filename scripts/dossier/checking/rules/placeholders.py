"""No record and no restated article holds the words in capitals with which ``new`` and ``add`` begin one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.corpus.corpus import Corpus
from dossier.model.record_templates import RESTATEMENT, placeholders
from dossier.problems import Problem

NOT_RESTATED = re.compile(re.escape(RESTATEMENT).replace(r"\{number\}", r"\d+"))


def check(corpus: Corpus) -> Iterator[Problem]:
    known = placeholders()
    for origin in corpus.origins.values():
        for line, column, text in origin.node.texts():
            if text in known:
                yield Problem(origin.file, line, column, "placeholder", f"“{text}” was not replaced", hint="fill it in")
    for document in corpus.documents:
        for block in document.blocks:
            found = NOT_RESTATED.search(block.text) or (block.level == 1 and re.fullmatch("TITLE", block.text))
            if found:
                yield Problem(
                    document.file, block.line, 1, "placeholder", f"“{found[0]}” was not replaced", hint="restate it"
                )
