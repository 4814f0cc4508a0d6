"""Each position is taken by a claim in its own right, or held by an actor, and each answer names a position.

A claim takes one position on a question, unless its answers add to each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dossier.checking import causes
from dossier.corpus.corpus import Corpus
from dossier.model.records import Claim, Question
from dossier.problems import Problem, nearest

RULE = "question-positions"


def check(corpus: Corpus) -> Iterator[Problem]:
    questions = {question.id: question for question in corpus.of(Question)}
    unknown: set[str] = set()
    for claim in corpus.of(Claim):
        yield from _answered_twice(corpus, claim, questions)
        for place, answer in enumerate(claim.answers):
            question = questions.get(answer.question)
            known = [position.id for position in question.positions] if question else []
            if question and answer.position not in known:
                message = f'"{question.id}" has no position "{answer.position}"'
                hint = nearest(answer.position, known) or f"it has {', '.join(known)}"
                path, cause = ("answers", place, "position"), causes.position(question.id, answer.position)
                unknown.add(question.id)
                yield corpus.location(claim.id, path, RULE, message, hint, cause)
    is_whole = not causes.lacks_claims(corpus)
    for question in questions.values():
        yield from _ambiguous(corpus, question)
        if is_whole and question.id not in unknown:
            yield from _untaken(corpus, question)


def _answered_twice(corpus: Corpus, claim: Claim, questions: Mapping[str, Question]) -> Iterator[Problem]:
    seen: set[str] = set()
    for place, answer in enumerate(claim.answers):
        question = questions.get(answer.question)
        if answer.question in seen and question and question.kind != "facets":
            message, path = f'takes two positions on "{answer.question}"', ("answers", place, "question")
            yield corpus.location(claim.id, path, RULE, message, "keep one, or make it two claims")
        seen.add(answer.question)


def _ambiguous(corpus: Corpus, question: Question) -> Iterator[Problem]:
    if len({position.id for position in question.positions}) < len(question.positions):
        yield corpus.location(question.id, ("positions",), RULE, "two positions share an id", "rename one")


def _untaken(corpus: Corpus, question: Question) -> Iterator[Problem]:
    places = {position.id: place for place, position in enumerate(question.positions)}
    claims = corpus.referring(question.id, "answers", Claim)
    # A view that somebody holds is a position, even where the one source that passes it on rejects it.
    own = [claim for claim in claims if claim.said_by or not claim.is_rejected]
    taken = {answer.position for claim in own for answer in claim.answers if answer.question == question.id}
    for key, place in places.items():
        if key not in taken:
            message = f'no claim takes the position "{key}" in its own right'
            hint = f"give a claim `answers: [{{question: {question.id}, position: {key}}}]`"
            yield corpus.location(question.id, ("positions", place), RULE, message, hint)
