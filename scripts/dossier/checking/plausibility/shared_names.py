"""A name, however it is spelled, belongs to one actor, and to one place."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from dossier.checking.plausibility.given import Given, notice
from dossier.corpus.corpus import Corpus
from dossier.model.records import Actor, Named, Place
from dossier.problems import Problem
from dossier.text.spelling import fold

RULE = "shared-names"


def check(corpus: Corpus, _given: Given) -> Iterator[Problem]:
    return chain(_among(corpus, corpus.of(Actor)), _among(corpus, corpus.of(Place)))


def _among(corpus: Corpus, records: list[Actor] | list[Place]) -> Iterator[Problem]:
    holders: dict[str, Named] = {}
    for record in records:
        for number, name in enumerate(record.names):
            holder = holders.setdefault(fold(name.text), record)
            if holder is not record:
                message = f"“{name.text}” is a name of {holder.id} too"
                hint = "keep it where sources mean it, or make the two one"
                yield notice(corpus, record.id, ("names", number, "text"), RULE, message, hint)
