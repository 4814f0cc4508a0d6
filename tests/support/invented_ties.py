"""Actors and their connections in any number, invented by a rule: few have many, most have one or two."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.corpus.corpus import Corpus
from dossier.corpus.relations import Connection, all_relations, connections_of
from dossier.model.records import Actor, Name

WORDS = (
    "Lamp",
    "Harbour",
    "Council of",
    "Reed",
    "Second Office for",
    "Guild",
    "Saltmouth",
    "Commission on",
    "Veyl",
    "of North Head",
)


def invented_ties(corpus: Corpus, number: int) -> list[Connection]:
    """About one and a half connections for each of so many actors; the same for the same number."""
    pattern = connections_of(all_relations(corpus))
    actors = [_actor(corpus, place) for place in range(number)]
    ends = sorted(set(_ends(number)))
    return [
        Connection(actors[one], actors[two], like.family, like.standing, like.directed, like.relations)
        for place, (one, two) in enumerate(ends)
        for like in (pattern[place % len(pattern)],)
    ]


def _ends(number: int) -> Iterator[tuple[int, int]]:
    """Each actor with an earlier one, with the first of all more often than with others; every third with two."""
    seed = 7
    for place in range(1, number):
        for _ in range(2 if place % 3 == 0 else 1):
            seed = (seed * 1103515245 + 12345) % 2**31
            share = seed / 2**31
            other = int(place * share**3)
            yield other, place


def _actor(corpus: Corpus, place: int) -> Actor:
    like = corpus.of(Actor)[place % len(corpus.of(Actor))]
    words = " ".join(WORDS[(place * step + place // 7) % len(WORDS)] for step in range(1, 2 + place % 4))
    name = Name.model_validate({"text": f"{words} {place}", "kind": "primary"})
    return like.model_copy(update={"id": f"actor-{place:04}", "names": (name,), "relations": ()})
