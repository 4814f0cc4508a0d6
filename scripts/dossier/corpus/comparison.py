"""What each source answers to a question, and how two sources stand to each other on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from dossier.corpus.corpus import Corpus, PositionClaims
from dossier.corpus.firmness import FIRMNESS, Standing, claim_standing, firmest
from dossier.model.addresses import pair_url
from dossier.model.records import Claim, Position, Question, Source


class Does(StrEnum):
    """What a source does with an answer; ``PASSES_ON`` is that it reports an allegation which somebody else makes."""

    HOLDS = "asserted"
    SUGGESTS = "suggested"
    REPORTS = "reported"
    ALLEGES = "alleged"
    PASSES_ON = "passed-on"
    REJECTS = "rejected"
    CONTRADICTS = "contradicted"


OWN_VOICE = frozenset({Does.HOLDS, Does.SUGGESTS})
CARRYING = OWN_VOICE | {Does.REPORTS, Does.ALLEGES, Does.PASSES_ON}
AGAINST = frozenset({Does.REJECTS, Does.CONTRADICTS})


@dataclass(frozen=True, slots=True)
class SourceAnswer:
    """What a source does with a position, and the claims in which it does so, the firmest first.

    A source contradicts a position where a claim of its own, in its own voice, answers the question otherwise and
    disputes a claim of another source that gives this answer.
    """

    source: Source
    position: Position
    does: Does
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class QuestionAnswers:
    """A question, its positions, the one published first before the others, and what sources do with them.

    ``answers`` are by the id of the source, oldest publication first, and by position; a source may do two things with
    one position: pass on who holds it, and elsewhere dispute it.
    """

    question: Question
    positions: tuple[PositionClaims, ...]
    answers: Mapping[str, tuple[SourceAnswer, ...]]

    def to(self, position: str) -> list[SourceAnswer]:
        """What all sources do with a position."""
        return [one for own in self.answers.values() for one in own if one.position.id == position]


def answers_to(corpus: Corpus, question: Question) -> QuestionAnswers:
    """What sources answer to a question."""
    taken = tuple(corpus.positions(question))
    found = [one for each in taken for one in _on_position(corpus, question, each)]
    sources = corpus.oldest_first({one.source.id: one.source for one in found}.values())
    by_source = {source.id: tuple(one for one in found if one.source.id == source.id) for source in sources}
    return QuestionAnswers(question, taken, by_source)


def all_answers(corpus: Corpus) -> tuple[QuestionAnswers, ...]:
    """What sources answer to each question, in the order in which the questions were read."""
    return tuple(answers_to(corpus, one) for one in corpus.of(Question))


def _on_position(corpus: Corpus, question: Question, taken: PositionClaims) -> Iterator[SourceAnswer]:
    carrying, rejecting = _by_source(taken.claims), _by_source(taken.rejecting)
    for key, claims in carrying.items():
        yield SourceAnswer(corpus.source(key), taken.position, _does(claims), tuple(sorted(claims, key=_firmness)))
    for key, claims in rejecting.items():
        yield SourceAnswer(corpus.source(key), taken.position, Does.REJECTS, tuple(claims))
    for key, claims in _by_source(_contradicting(corpus, question, taken)).items():
        if key not in carrying and key not in rejecting:
            yield SourceAnswer(corpus.source(key), taken.position, Does.CONTRADICTS, tuple(claims))


def _by_source(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.source, []).append(claim)
    return found


def _does(claims: Iterable[Claim]) -> Does:
    """What a source does whose claims carry a position: the firmest that one of them does."""
    claims = list(claims)
    standing = firmest(map(claim_standing, claims))
    passed_on = all(claim.said_by for claim in claims if claim_standing(claim) == standing)
    return Does.PASSES_ON if standing == Standing.ALLEGED and passed_on else Does(str(standing))


def _firmness(claim: Claim) -> int:
    return FIRMNESS.index(claim_standing(claim))


def _contradicting(corpus: Corpus, question: Question, taken: PositionClaims) -> list[Claim]:
    """The claims that dispute one of another source which takes the position, and answer the question otherwise."""
    found = {
        other.id: other
        for claim in (*taken.claims, *taken.rejecting)
        for other in corpus.conflicts(claim)
        if other.source != claim.source and _answers(other, question) and Does(str(claim_standing(other))) in OWN_VOICE
    }
    return corpus.by_publication(found.values())


def _answers(claim: Claim, question: Question) -> bool:
    return any(one.question == question.id for one in claim.answers)


class Meeting(StrEnum):
    """How two sources stand to each other on a question that both answer, in the order in which pages tell it."""

    AGREE = "agree"
    PARTLY = "partly"
    DIFFER = "differ"
    SECOND_HAND = "second-hand"
    OTHERWISE = "otherwise"


def meeting(question: Question, one: Iterable[SourceAnswer], other: Iterable[SourceAnswer]) -> Meeting:
    """How two sources stand to each other on a question.

    They agree where both hold an answer in their own voice, or both are against it. They differ where one holds what
    the other is against, or where answers exclude each other and they hold no common one.
    """
    first, second = _Sides.of(one), _Sides.of(other)
    same = (first.held & second.held) | (first.against & second.against)
    clash = bool((first.held & second.against) | (second.held & first.against))
    apart = question.kind == "exclusive" and first.held and second.held and not first.held & second.held
    if clash or apart:
        return Meeting.PARTLY if first.held & second.held else Meeting.DIFFER
    if same:
        return Meeting.AGREE
    return Meeting.SECOND_HAND if first.carried & second.carried else Meeting.OTHERWISE


@dataclass(frozen=True, slots=True)
class _Sides:
    """The ids of the positions that a source holds, is against, and carries in any way."""

    held: frozenset[str]
    against: frozenset[str]
    carried: frozenset[str]

    @classmethod
    def of(cls, answers: Iterable[SourceAnswer]) -> _Sides:
        told = list(answers)
        held = frozenset(one.position.id for one in told if one.does in OWN_VOICE)
        against = frozenset(one.position.id for one in told if one.does in AGAINST) - held
        return cls(held, against, frozenset(one.position.id for one in told if one.does in CARRYING))


def compared_sources(corpus: Corpus, every: Iterable[QuestionAnswers]) -> list[Source]:
    """The sources that answer a question, oldest first."""
    return corpus.oldest_first({key: corpus.source(key) for one in every for key in one.answers}.values())


def source_pairs(corpus: Corpus) -> list[tuple[str, str]]:
    """The ids of each two sources that answer a question in common, in the order of the ids."""
    answering: dict[str, set[str]] = {one.id: set() for one in corpus.of(Question)}
    for claim in corpus.of(Claim):
        for answer in claim.answers:
            if answer.question in answering and claim.source in corpus.records:
                answering[answer.question].add(claim.source)
    return sorted({pair for sources in answering.values() for pair in combinations(sorted(sources), 2)})


def pair_addresses(corpus: Corpus) -> list[str]:
    """The address of the page of each two sources."""
    return [pair_url(*pair) for pair in source_pairs(corpus)]
