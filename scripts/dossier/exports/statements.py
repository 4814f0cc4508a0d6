"""The statements of every record with their standing, in the order of the record: what tables and JSON are made of.

What every source rejects that tells of it is among them, and has the standing ``rejected``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeVar

from dossier.corpus.corpus import Corpus
from dossier.corpus.judged_events import JudgedStatement, judged_event, speakers_as, speakers_of
from dossier.corpus.relations import speakers_in
from dossier.corpus.standing import (
    SourceStanding,
    Standing,
    StatementStanding,
    claim_standing,
    standing_of,
    statement_standing,
)
from dossier.model.records import (
    Actor,
    Claim,
    Event,
    EventDate,
    EventPlace,
    Participant,
    Phase,
    Position,
    Question,
    Relation,
    Statement,
)

S = TypeVar("S", bound=Statement)

STANCES = {"says": "claims", "denies": "denied_by"}
SAID = frozenset({Standing.ASSERTED, Standing.SUGGESTED, Standing.REPORTED})
"""The standings of what a source says without an allegation, and nobody contests."""


class Voice(NamedTuple):
    """A claim, whether it ``says`` or ``denies`` something, and how firmly."""

    stance: str
    claim: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class Stated(Generic[S]):
    """A statement, how it stands, and the claims that say or deny it in the order of the record."""

    said: S
    judged: StatementStanding
    voices: tuple[Voice, ...]

    @property
    def standing(self) -> Standing:
        return self.judged.standing


@dataclass(frozen=True, slots=True)
class StatedEvent:
    """What is said of an event: that it happened, and each date, place and participant."""

    happened: StatementStanding
    voices: tuple[Voice, ...]
    dated: tuple[Stated[EventDate], ...]
    placed: tuple[Stated[EventPlace], ...]
    participants: tuple[Stated[Participant], ...]


@dataclass(frozen=True, slots=True)
class StatedPosition:
    """A position, how the sources stand to it that take it, and how firmly each claim does so.

    What they are to it together is not said: the other positions speak for themselves, and there is no verdict.
    """

    position: Position
    carried_by: tuple[SourceStanding, ...]
    rejected_by: tuple[SourceStanding, ...]
    claims: Mapping[str, Standing]


@dataclass(frozen=True, slots=True)
class AllStatements:
    """All statements, by the ids of their records; phases are in their order."""

    actors: Mapping[str, tuple[Stated[Relation], ...]]
    events: Mapping[str, StatedEvent]
    questions: Mapping[str, tuple[StatedPosition, ...]]
    phases: tuple[Stated[Phase], ...]


def all_statements(corpus: Corpus) -> AllStatements:
    """The statements of all records."""
    return AllStatements(
        {actor.id: stated_relations(corpus, actor) for actor in corpus.of(Actor)},
        {event.id: stated_event(corpus, event) for event in corpus.of(Event)},
        {question.id: stated_positions(corpus, question) for question in corpus.of(Question)},
        tuple(_stated(corpus, phase) for phase in corpus.phases.items),
    )


def stated_relations(corpus: Corpus, actor: Actor) -> tuple[Stated[Relation], ...]:
    """The relations that an actor has itself."""
    return tuple(_stated(corpus, one, (actor.id, one.to), speakers_in(corpus, actor, one)) for one in actor.relations)


def stated_event(corpus: Corpus, event: Event) -> StatedEvent:
    """What is said of an event."""
    judged = judged_event(corpus, event)
    event, about = judged.event, judged.event.actors
    told: tuple[JudgedStatement[Any], ...] = (*judged.dates, *judged.places, *judged.participants, *judged.rejected)
    of = {id(one.said): one.judged for one in told}

    def stated(said: S, speakers: Collection[str] = ()) -> Stated[S]:
        return Stated(said, of[id(said)], tuple(_voices(corpus, said, about, speakers)))

    return StatedEvent(
        judged.judged,
        tuple(_voices(corpus, event, about, speakers_of(corpus, event))),
        tuple(map(stated, event.dated)),
        tuple(map(stated, event.placed)),
        tuple(stated(one, speakers_as(corpus, one)) for one in event.participants),
    )


def stated_positions(corpus: Corpus, question: Question) -> tuple[StatedPosition, ...]:
    """The positions on a question, each with those who take it."""
    order = {position.id: number for number, position in enumerate(question.positions)}
    taken = sorted(corpus.positions(question), key=lambda one: order[one.position.id])
    return tuple(_position(corpus, question, one.position, (*one.claims, *one.rejecting)) for one in taken)


def _position(corpus: Corpus, question: Question, position: Position, claims: tuple[Claim, ...]) -> StatedPosition:
    if not claims:
        return StatedPosition(position, (), (), {})
    about = {*question.about, *(key for claim in claims for key in claim.about)}
    judged = standing_of(corpus, claims, (), about)
    firmness = {claim.id: claim_standing(claim, about) for claim in claims}
    return StatedPosition(position, judged.carried_by, judged.rejected_by, firmness)


def _stated(corpus: Corpus, said: S, about: tuple[str, ...] = (), speakers: Collection[str] = ()) -> Stated[S]:
    judged = statement_standing(corpus, said, about, speakers)
    return Stated(said, judged, tuple(_voices(corpus, said, about, speakers)))


def _voices(
    corpus: Corpus, said: Statement | Event, about: tuple[str, ...], speakers: Collection[str]
) -> Iterator[Voice]:
    for key in said.claims:
        yield Voice("says", key, claim_standing(corpus.claim(key), about, speakers))
    for key in said.denied_by:
        yield Voice("denies", key, claim_standing(corpus.claim(key)))
