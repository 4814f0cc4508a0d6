"""Types of actors, events, places, roles and relations are those of the vocabulary, where that can be read."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from dossier.corpus.corpus import Corpus
from dossier.model.records import Actor, Event, Path, Place, Record
from dossier.model.types import VOCABULARY
from dossier.problems import Problem, nearest, quoted

RULE = "unknown-type"


def check(corpus: Corpus) -> Iterator[Problem]:
    if VOCABULARY in corpus.unread:
        return
    types = corpus.types
    for actor in corpus.of(Actor):
        yield from _unknown(corpus, actor, ("type",), actor.type, types.actors)
        for place, relation in enumerate(actor.relations):
            yield from _unknown(corpus, actor, ("relations", place, "type"), relation.type, types.relations)
    for event in corpus.of(Event):
        yield from _unknown(corpus, event, ("type",), event.type, types.events)
        for place, participant in enumerate(event.participants):
            yield from _unknown(corpus, event, ("participants", place, "role"), participant.role, types.roles)
    for one in corpus.of(Place):
        yield from _unknown(corpus, one, ("type",), one.type, types.places)


def _unknown(corpus: Corpus, record: Record, path: Path, given: str, known: Collection[str]) -> Iterator[Problem]:
    if given not in known:
        hint = nearest(given, known) or f"use {', '.join(known)}, or add it to data/{VOCABULARY}"
        message = f"{quoted(given)} is no type of the vocabulary"
        cause = f"type/{record.kind_of_record}/{path[0]}/{given}"
        yield corpus.location(record.id, path, RULE, message, hint, cause)
