"""Events without the dates, places and participants that every source rejects which tells of them.

The split is made here alone, so that no page, picture or export that reads events from the corpus has to ask.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar

from dossier.corpus.firmness import Standing, claim_standing
from dossier.model.records import Claim, Event, Participant, Record, Statement
from dossier.model.types import Types

S = TypeVar("S", bound=Statement)


def as_said(event: Event, records: Mapping[str, Record], types: Types) -> Event:
    """The event with what somebody stands by, in the order of its record; the same event where that is all of it."""

    def is_said(one: Statement, speakers: Collection[str] = ()) -> bool:
        claims = [claim for key in one.claims if isinstance(claim := records.get(key), Claim)]
        standings = {claim_standing(claim, (), speakers) for claim in claims}
        return standings != {Standing.REJECTED}

    def speakers_as(one: Participant) -> tuple[str, ...]:
        role = types.roles.get(one.role)
        return (one.actor,) if role and role.is_speech else ()

    dated, placed = _kept(event.dated, map(is_said, event.dated)), _kept(event.placed, map(is_said, event.placed))
    spoken = (is_said(one, speakers_as(one)) for one in event.participants)
    participants = _kept(event.participants, spoken)
    if (dated, placed, participants) == (event.dated, event.placed, event.participants):
        return event
    return event.model_copy(update={"dated": dated, "placed": placed, "participants": participants})


def _kept(statements: tuple[S, ...], said: Iterable[bool]) -> tuple[S, ...]:
    return tuple(one for one, is_said in zip(statements, said, strict=True) if is_said)
