"""Events with the standing of all that is said of them: that they happened, when, where, and who took part.

What every source rejects that tells of it stands apart, so that nobody takes it for what is said.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from dossier.corpus.corpus import Corpus
from dossier.corpus.standing import (
    Standing,
    StatementStanding,
    firmest,
    least_firm,
    standing_of,
    statement_standing,
)
from dossier.model.records import Claim, Event, EventDate, EventPlace, Participant, Statement

S = TypeVar("S", bound=Statement)


@dataclass(frozen=True, slots=True)
class JudgedStatement(Generic[S]):
    """A statement and how it stands."""

    said: S
    judged: StatementStanding

    @property
    def standing(self) -> Standing:
        return self.judged.standing


@dataclass(frozen=True, slots=True)
class JudgedEvent:
    """An event: how it stands that it happened, and what is said of it, each in the order of its record.

    ``rejected`` are the dates, places and participants that every source rejects which tells of them.
    """

    event: Event
    judged: StatementStanding
    dates: tuple[JudgedStatement[EventDate], ...]
    places: tuple[JudgedStatement[EventPlace], ...]
    participants: tuple[JudgedStatement[Participant], ...]
    rejected: tuple[JudgedStatement[Any], ...]

    @property
    def standing(self) -> Standing:
        return self.judged.standing

    @property
    def standing_in_time(self) -> Standing:
        """How it stands that it happened on one of its dates: no firmer than that it happened, or than these."""
        dated = [firmest_or_contested(one.standing for one in self.dates)] if self.dates else []
        return least_firm([self.standing, *dated])

    def standing_at(self, place: str) -> Standing:
        """How it stands that it happened at a place that it has."""
        return least_firm([self.standing, *(one.standing for one in self.places if one.said.place == place)])


def firmest_or_contested(standings: Iterable[Standing]) -> Standing:
    """The firmest of these; contested only where all are."""
    found = [one for one in standings if one != Standing.CONTESTED]
    return firmest(found) if found else Standing.CONTESTED


def judged_event(corpus: Corpus, event: Event) -> JudgedEvent:
    """An event with all that its record has. A denial by one who took part is an interested one.

    When and where somebody spoke stands as firmly as that they did.
    """
    event = corpus.whole(event)
    about, speakers = event.actors, speakers_of(corpus, event)

    def judged(one: S) -> JudgedStatement[S]:
        return JudgedStatement(one, statement_standing(corpus, one, about, speakers))

    dates, no_dates = _split(map(judged, event.dated))
    places, no_places = _split(map(judged, event.placed))
    participants, no_participants = _split(_participant(corpus, event, one) for one in event.participants)
    rejected: tuple[JudgedStatement[Any], ...] = (*no_dates, *no_places, *no_participants)
    return JudgedEvent(event, _happening(corpus, event), dates, places, participants, rejected)


def is_rejected(corpus: Corpus, event: Event) -> bool:
    """Whether every source that tells of an event rejects that it happened."""
    return _happening(corpus, corpus.whole(event)).standing == Standing.REJECTED


def _happening(corpus: Corpus, event: Event) -> StatementStanding:
    """How it stands that a whole event happened."""
    denials = map(corpus.claim, event.denied_by)
    return standing_of(corpus, _telling(corpus, event), denials, event.actors, speakers_of(corpus, event))


def _telling(corpus: Corpus, event: Event) -> list[Claim]:
    """The claims on which it rests that the event happened: what an author disputes in others is a part of it only."""
    claims = [corpus.claim(key) for key in event.claims]
    return [claim for claim in claims if not claim.is_rejected] or claims


def speakers_of(corpus: Corpus, event: Event) -> tuple[str, ...]:
    """Who spoke, where the event is that somebody said something."""
    if not corpus.types.events[event.type].is_speech:
        return ()
    return tuple(key for one in event.participants for key in speakers_as(corpus, one))


def speakers_as(corpus: Corpus, one: Participant) -> tuple[str, ...]:
    """Who said something, where that is the part."""
    return (one.actor,) if corpus.types.roles[one.role].is_speech else ()


def _participant(corpus: Corpus, event: Event, one: Participant) -> JudgedStatement[Participant]:
    return JudgedStatement(one, statement_standing(corpus, one, event.actors, speakers_as(corpus, one)))


def _split(
    judged: Iterable[JudgedStatement[S]],
) -> tuple[tuple[JudgedStatement[S], ...], tuple[JudgedStatement[S], ...]]:
    """The statements that somebody stands by, and those that all reject who tell of them."""
    judged = list(judged)
    said = tuple(one for one in judged if one.standing != Standing.REJECTED)
    return said, tuple(one for one in judged if one.standing == Standing.REJECTED)
