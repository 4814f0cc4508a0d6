"""A name, however it is spelled or transliterated, belongs to one actor, and to one place."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from dossier.checking.plausibility.given import Given, notice
from dossier.corpus.corpus import Corpus
from dossier.model.records import Actor, Named, Place
from dossier.problems import Problem
from dossier.text.spelling import fold, sound, words_of

RULE = "shared-names"
# Acronyms and short names sound alike by chance.
SHORTEST_SOUND = 7


def check(corpus: Corpus, _given: Given) -> Iterator[Problem]:
    return chain(_among(corpus, corpus.of(Actor)), _among(corpus, corpus.of(Place)))


def _among(corpus: Corpus, records: list[Actor] | list[Place]) -> Iterator[Problem]:
    holders: dict[str, tuple[Named, str]] = {}
    for record in records:
        for number, name in enumerate(record.names):
            holder, its = holders.setdefault(_sound(name.text), (record, name.text))
            if holder is not record:
                hint = "keep it where sources mean it, or make the two one"
                message = _shared(name.text, its, holder.id)
                yield notice(corpus, record.id, ("names", number, "text"), RULE, message, hint)


def _shared(name: str, its: str, holder: str) -> str:
    same = fold(name) == fold(its)
    return f"“{name}” is a name of {holder} too" if same else f"“{name}” sounds like “{its}”, a name of {holder}"


def _sound(name: str) -> str:
    """What names of one sound have in common; short ones have it only where they are spelled alike."""
    folded = fold(name)
    return " ".join(map(sound, words_of(name))) if len(folded) >= SHORTEST_SOUND else folded
