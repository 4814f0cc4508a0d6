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
                alike = "is" if fold(its) == fold(name.text) else f"sounds like “{its}”,"
                message = f"“{name.text}” {alike} a name of {holder.id}{' too' if alike == 'is' else ''}"
                hint = "keep it where sources mean it, or make the two one"
                yield notice(corpus, record.id, ("names", number, "text"), RULE, message, hint)


def _sound(name: str) -> str:
    """What names of one sound have in common; short ones have it only where they are spelled alike."""
    folded = fold(name)
    return " ".join(map(sound, words_of(name))) if len(folded) >= SHORTEST_SOUND else folded
