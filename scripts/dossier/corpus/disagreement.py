"""On which questions sources disagree most, by how many pairs of those that answer give different answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from dossier.corpus.corpus import Corpus, PositionClaims
from dossier.model.records import Claim, Question

# A position, and whether it is disputed.
Answer = tuple[str, bool]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A question, how many pairs of sources answer it, and how many of these pairs answer differently."""

    question: Question
    pairs: int
    differing: int


def disagreements(corpus: Corpus) -> list[Disagreement]:
    """The questions that at least two sources answer differently, most pairs first.

    Of equals, that with the most positions stands first, then that with the most claims. A question whose answers add
    to each other is none on which sources disagree.
    """
    questions = [one for one in corpus.of(Question) if one.kind != "facets"]
    found = [_disagreement(one, corpus.positions(one)) for one in questions]
    return sorted((one for one in found if one.differing), key=lambda one: _order(corpus, one))


def _order(corpus: Corpus, one: Disagreement) -> tuple[int, int, int, str]:
    claims = corpus.referring(one.question.id, "answers", Claim)
    return -one.differing, -len(one.question.positions), -len(claims), one.question.id


def _disagreement(question: Question, taken: Sequence[PositionClaims]) -> Disagreement:
    pairs = list(combinations(answers_by_source(taken).values(), 2))
    return Disagreement(question, len(pairs), sum(one != other for one, other in pairs))


def answers_by_source(taken: Sequence[PositionClaims]) -> dict[str, frozenset[Answer]]:
    """What each source says on a question: the positions that it holds or passes on, and those that it disputes."""
    found: dict[str, set[Answer]] = {}
    for one in taken:
        for claims, is_disputed in ((one.claims, False), (one.rejecting, True)):
            for claim in claims:
                found.setdefault(claim.source, set()).add((one.position.id, is_disputed))
    return {source: frozenset(answers) for source, answers in found.items()}
