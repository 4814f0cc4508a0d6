"""Claims do not contradict what they say of each other.

None disputes, supports or repeats itself, nor both disputes and supports another. What supports another claim does not
take a position against it, and figures of different dates do not dispute each other.
"""

from __future__ import annotations

from collections.abc import Iterator

from dossier.corpus.corpus import Corpus
from dossier.model.records import Claim, Question
from dossier.problems import Problem

RULE = "claim-relations"


def check(corpus: Corpus) -> Iterator[Problem]:
    for claim in corpus.of(Claim):
        for field in ("disputes", "supports", "repeats"):
            for place, other in enumerate(getattr(claim, field)):
                if other == claim.id:
                    yield corpus.location(claim.id, (field, place), RULE, "a claim names itself", "take it out")
        for place, other in enumerate(claim.supports):
            if other in claim.disputes:
                message = f'"{other}" is both disputed and supported'
                yield corpus.location(claim.id, ("supports", place), RULE, message, "keep one")
            yield from _opposed(corpus, claim, place, other)
        for place, other in enumerate(claim.disputes):
            yield from _of_another_time(corpus, claim, place, other)


def _opposed(corpus: Corpus, claim: Claim, place: int, key: str) -> Iterator[Problem]:
    other = corpus.records.get(key)
    if not isinstance(other, Claim):
        return
    taken = {answer.question: answer.position for answer in claim.answers}
    for answer in other.answers:
        question = corpus.records.get(answer.question)
        opposed = isinstance(question, Question) and question.kind != "facets"
        if opposed and taken.get(answer.question, answer.position) != answer.position:
            message = f'supports "{key}", which takes another position on "{answer.question}"'
            hint = "take the support out, or one of the answers"
            yield corpus.location(claim.id, ("supports", place), RULE, message, hint)


def _of_another_time(corpus: Corpus, claim: Claim, place: int, key: str) -> Iterator[Problem]:
    other = corpus.records.get(key)
    if not isinstance(other, Claim) or not claim.value or not other.value:
        return
    times = claim.value.as_of, other.value.as_of
    if times[0] and times[1] and not times[0].meets(times[1]):
        message = f'disputes "{key}", whose figure is of another time'
        yield corpus.location(claim.id, ("disputes", place), RULE, message, "take it out: both can be true")
