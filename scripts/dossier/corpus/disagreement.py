"""On which questions sources disagree most, by how many pairs of those that answer differ."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from dossier.corpus.comparison import Meeting, QuestionAnswers, all_answers, meeting
from dossier.corpus.corpus import Corpus
from dossier.model.records import Question

APART = frozenset({Meeting.DIFFER, Meeting.PARTLY})


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A question, how many pairs of sources answer it, and how many of these pairs differ, as they are compared."""

    question: Question
    pairs: int
    differing: int


def disagreements(corpus: Corpus) -> list[Disagreement]:
    """The questions on which at least two sources differ, most pairs first; of equals, that which most answer."""
    found = [_disagreement(one) for one in all_answers(corpus)]
    return sorted(
        (one for one in found if one.differing), key=lambda one: (-one.differing, -one.pairs, one.question.id)
    )


def _disagreement(given: QuestionAnswers) -> Disagreement:
    met = [meeting(given.question, *pair) for pair in combinations(given.answers.values(), 2)]
    return Disagreement(given.question, len(met), sum(one in APART for one in met))
