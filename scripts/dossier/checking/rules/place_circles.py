"""No place lies within itself, be it through others."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.corpus.corpus import Corpus
from dossier.model.records import Place
from dossier.problems import Problem


def check(corpus: Corpus) -> Iterator[Problem]:
    for place in corpus.of(Place):
        for number, key in enumerate(place.within):
            if way := _way(corpus, key, place.id):
                message = "it is within itself" + (f", through {', '.join(way[:-1])}" if len(way) > 1 else "")
                hint, cause = "take out of `within` what is wrong", f"circle/{' '.join(sorted({*way, place.id}))}"
                yield corpus.location(place.id, ("within", number), "place-circle", message, hint, cause)


def _way(corpus: Corpus, start: str, end: str) -> tuple[str, ...]:
    """The places from the first to the last, each within the next, both named; empty where none leads there."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen = {start}
    for way in ways:
        if way[-1] == end:
            return way
        here = corpus.records.get(way[-1])
        for key in here.within if isinstance(here, Place) else ():
            if key not in seen:
                seen.add(key)
                ways.append((*way, key))
    return ()
