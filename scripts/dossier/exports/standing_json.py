"""How the statements of a record stand, as JSON: what is worked out, beside the fields that a curator wrote."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dossier.corpus.corpus import Corpus
from dossier.corpus.standing import SourceStanding, StatementStanding
from dossier.exports.statements import Stated, StatedPosition, stated_event, stated_positions, stated_relations
from dossier.model.records import Actor, Event, Question, Record

Fields = dict[str, Any]


def standings_of_all(corpus: Corpus) -> dict[str, Fields]:
    """How the statements of all records stand that have any, by id."""
    told = ((key, standing_json(corpus, record)) for key, record in corpus.records.items())
    return {key: one for key, one in told if one is not None}


def standing_json(corpus: Corpus, record: Record) -> Fields | None:
    """Under each key of the record that holds statements an item for each of these, in their order.

    An event has ``happened`` besides. Nothing for a record that states nothing by claims.
    """
    if isinstance(record, Actor):
        return {"relations": [_item(one, "type", "to") for one in stated_relations(corpus, record)]}
    if isinstance(record, Event):
        return _event(corpus, record)
    if isinstance(record, Question):
        return {"positions": [_position(one) for one in stated_positions(corpus, record)]}
    return None


def _event(corpus: Corpus, event: Event) -> Fields:
    stated = stated_event(corpus, event)
    return {
        "happened": _judged(stated.happened),
        "dated": [_item(one, "date") for one in stated.dated],
        "placed": [_item(one, "place") for one in stated.placed],
        "participants": [_item(one, "actor", "role") for one in stated.participants],
    }


def _item(one: Stated[Any], *keys: str) -> Fields:
    return {key: str(getattr(one.said, key)) for key in keys} | _judged(one.judged)


def _judged(judged: StatementStanding) -> Fields:
    return {
        "standing": str(judged.standing),
        "carried_by": _sources(judged.carried_by),
        "rejected_by": _sources(judged.rejected_by),
        "denied_by": _sources(judged.denied_by),
    }


def _position(one: StatedPosition) -> Fields:
    carried, rejected = _sources(one.carried_by), _sources(one.rejected_by)
    return {"position": one.position.id, "carried_by": carried, "rejected_by": rejected}


def _sources(sources: Iterable[SourceStanding]) -> list[Fields]:
    """Each source, how firmly it says so or denies it, and the claims in which it does."""
    return [
        {"source": one.source.id, "standing": str(one.standing), "claims": [claim.id for claim in one.claims]}
        for one in sources
    ]
