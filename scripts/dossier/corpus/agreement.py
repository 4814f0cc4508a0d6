"""What sources say independently of each other, in their own voice, and what stands against it.

That sources agree does not make it true; and that they agree is worked out from the claims, never written down.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dossier.corpus.comparison import AGAINST, OWN_VOICE, QuestionAnswers, SourceAnswer, all_answers
from dossier.corpus.corpus import Corpus, PositionClaims
from dossier.corpus.firmness import Standing, claim_standing
from dossier.corpus.judged_events import JudgedEvent, JudgedStatement, judged_event, speakers_as, speakers_of
from dossier.corpus.relations import ActorRelation, all_relations, speakers_in
from dossier.corpus.standing import StatementStanding
from dossier.model.records import Claim, Event, EventDate, Participant, Source

FEWEST = 2
SPOKEN = frozenset({Standing.ASSERTED, Standing.SUGGESTED})


@dataclass(frozen=True, slots=True)
class AgreedPosition:
    """An answer that independent sources hold in their own voice.

    ``holding`` are those that hold it, ``asserting`` the independent ones that do so outright. ``against`` are sources
    that reject or contradict it, ``others`` what is held on the same question that the answer excludes, or that gives
    another date or figure; ``disputing`` claims of sources that do not hold it, which dispute a claim behind it.
    """

    answers: QuestionAnswers
    taken: PositionClaims
    holding: tuple[SourceAnswer, ...]
    independent: tuple[Source, ...]
    asserting: tuple[Source, ...]
    against: tuple[SourceAnswer, ...]
    others: tuple[SourceAnswer, ...]
    disputing: tuple[Claim, ...]

    @property
    def strength(self) -> tuple[int, int, int]:
        """Sorts the strongest first: by independent sources, by those that are outright, then by what is against it."""
        against = {one.source.id for one in (*self.against, *self.others)} | {one.source for one in self.disputing}
        return -len(self.independent), -len(self.asserting), len(against)


@dataclass(frozen=True, slots=True)
class AgreedRelation:
    """A relation that independent sources tell of in their own voice; ``told`` are the claims in which they do."""

    relation: ActorRelation
    told: tuple[Claim, ...]
    independent: tuple[Source, ...]
    asserting: tuple[Source, ...]

    @property
    def strength(self) -> tuple[int, int, int]:
        """Sorts the strongest first."""
        return _strength(self.independent, self.asserting, self.relation.judged)


@dataclass(frozen=True, slots=True)
class AgreedDetail:
    """A date, a place or a part in an event that independent sources give it in their own voice, by claims ``told``.

    ``others`` are the other dates, where it is one.
    """

    statement: JudgedStatement[Any]
    told: tuple[Claim, ...]
    independent: tuple[Source, ...]
    asserting: tuple[Source, ...]
    others: tuple[JudgedStatement[EventDate], ...]


@dataclass(frozen=True, slots=True)
class AgreedEvent:
    """An event that happened as independent sources say in their own voice, and on what else of it they agree."""

    judged: JudgedEvent
    told: tuple[Claim, ...]
    independent: tuple[Source, ...]
    asserting: tuple[Source, ...]
    details: tuple[AgreedDetail, ...]

    @property
    def strength(self) -> tuple[int, int, int]:
        """Sorts the strongest first."""
        return _strength(self.independent, self.asserting, self.judged.judged)


def _strength(
    independent: tuple[Source, ...], asserting: tuple[Source, ...], judged: StatementStanding
) -> tuple[int, int, int]:
    return -len(independent), -len(asserting), len((*judged.rejected_by, *judged.denied_by))


def agreed_positions(corpus: Corpus) -> list[AgreedPosition]:
    """The answers on which independent sources agree, strongest first."""
    found = (
        one for given in all_answers(corpus) for taken in given.positions for one in _position(corpus, given, taken)
    )
    return sorted(found, key=lambda one: (one.strength, one.answers.question.title, one.taken.position.id))


def _position(corpus: Corpus, given: QuestionAnswers, taken: PositionClaims) -> Iterator[AgreedPosition]:
    answers = given.to(taken.position.id)
    holding = tuple(one for one in answers if one.does in OWN_VOICE)
    against = tuple(one for one in answers if one.does in AGAINST)
    others = () if given.question.kind == "facets" else tuple(_others(given, taken))
    shown = {claim.id for one in (*against, *others) for claim in one.claims}
    holders = {one.source.id for one in holding}
    for told, independent, asserting in _told(corpus, taken.claims):
        disputing = tuple(
            claim for claim in _disputing(corpus, told) if claim.id not in shown and claim.source not in holders
        )
        yield AgreedPosition(
            answers=given,
            taken=taken,
            holding=holding,
            independent=independent,
            asserting=asserting,
            against=against,
            others=others,
            disputing=disputing,
        )


def _others(given: QuestionAnswers, taken: PositionClaims) -> Iterator[SourceAnswer]:
    for other in given.positions:
        if other is not taken:
            yield from (one for one in given.to(other.position.id) if one.does in OWN_VOICE)


def _disputing(corpus: Corpus, claims: Iterable[Claim]) -> list[Claim]:
    """The claims by which somebody disputes one of these, and stands by that."""
    found = {other.id: other for claim in claims for other in corpus.conflicts(claim) if other.source != claim.source}
    return corpus.by_publication(one for one in found.values() if claim_standing(one) in SPOKEN)


def agreed_relations(corpus: Corpus) -> list[AgreedRelation]:
    """The relations on which independent sources agree, strongest first."""
    found = (agreed for one in all_relations(corpus) for agreed in _relation(corpus, one))
    return sorted(found, key=lambda one: (one.strength, one.relation.key))


def _relation(corpus: Corpus, one: ActorRelation) -> Iterator[AgreedRelation]:
    ends, speakers = (one.holder.id, one.relation.to), speakers_in(corpus, one.holder, one.relation)
    for told in _told(corpus, map(corpus.claim, one.relation.claims), ends, speakers):
        yield AgreedRelation(one, *told)


def agreed_events(corpus: Corpus) -> list[AgreedEvent]:
    """The events of which independent sources say that they happened, strongest first."""
    found = (agreed for event in corpus.of(Event) for agreed in _event(corpus, event))
    return sorted(found, key=lambda one: (one.strength, one.judged.event.id))


def _event(corpus: Corpus, event: Event) -> Iterator[AgreedEvent]:
    judged, speakers = judged_event(corpus, event), speakers_of(corpus, event)
    statements: tuple[JudgedStatement[Any], ...] = (*judged.dates, *judged.places, *judged.participants)
    details = tuple(
        AgreedDetail(one, *told, tuple(other for other in judged.dates if one in judged.dates and other != one))
        for one in statements
        for told in _told(corpus, _carrying(one.judged), event.actors, _speakers(corpus, one, speakers))
    )
    for told in _told(corpus, _carrying(judged.judged), event.actors, speakers):
        yield AgreedEvent(judged, *told, details)


def _speakers(corpus: Corpus, one: JudgedStatement[Any], of_event: tuple[str, ...]) -> tuple[str, ...]:
    """Who spoke, where a statement is that somebody did: of a part that of it alone."""
    return speakers_as(corpus, one.said) if isinstance(one.said, Participant) else of_event


def _carrying(judged: StatementStanding) -> Iterator[Claim]:
    return (claim for one in judged.carried_by for claim in one.claims)


def _told(
    corpus: Corpus, claims: Iterable[Claim], about: Collection[str] = (), speakers: Collection[str] = ()
) -> Iterator[tuple[tuple[Claim, ...], tuple[Source, ...], tuple[Source, ...]]]:
    """The claims that tell something of these records in the voice of their source, the independent sources, and those
    that do so outright; nothing where fewer than two are independent.
    """
    judged = [(claim, claim_standing(claim, about, speakers)) for claim in claims]
    spoken = [claim for claim, standing in judged if standing in SPOKEN]
    independent = tuple(corpus.independent_sources(spoken))
    if len(independent) >= FEWEST:
        outright = [claim for claim, standing in judged if standing == Standing.ASSERTED]
        asserting = tuple(source for source in corpus.independent_sources(outright) if source in independent)
        yield tuple(corpus.by_publication(spoken)), independent, asserting


def theme_of(one: AgreedRelation | AgreedEvent, themes: Mapping[str, str]) -> str:
    """The theme of most claims that tell of a relation or an event, or nothing; ``themes`` are those of claims."""
    found = Counter(themes[claim.id] for claim in one.told if claim.id in themes)
    return min(found, key=lambda key: (-found[key], key), default="")
