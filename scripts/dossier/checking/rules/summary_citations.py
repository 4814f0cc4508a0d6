"""What a record's own prose states, it cites: every sentence of a summary ends in its claims."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.corpus.corpus import Corpus
from dossier.model.records import Event, Named
from dossier.problems import Problem
from dossier.text.marks import CITATION

SENTENCE_END = re.compile(r"(?<=\][.!?])\s+|(?<=[a-z0-9)”][.!?])\s+(?=[A-Z“\[])")


def check(corpus: Corpus) -> Iterator[Problem]:
    summarised: list[Named | Event] = [*corpus.of(Named), *corpus.of(Event)]
    for record in summarised:
        for sentence in SENTENCE_END.split(record.summary or ""):
            if sentence and not re.search(CITATION, sentence):
                message = f'no claim behind "{_start(sentence)}"'
                yield corpus.location(record.id, ("summary",), "summary-citations", message, "end it in [@claim]")


def _start(sentence: str) -> str:
    words = sentence.split()
    return " ".join(words[:6]) + (" …" if len(words) > 6 else "")
