"""A number of sources that prose gives for a position is the number of those that stand by it.

Nothing is counted where records could not be read, or a claim lacks its source.
"""

from __future__ import annotations

from collections.abc import Iterator

from dossier.corpus.corpus import Corpus
from dossier.corpus.indexes import prose_marks
from dossier.corpus.standing import standing_of
from dossier.model.records import Claim, Question
from dossier.problems import Problem, nearest
from dossier.text.marks import Mark
from dossier.text.numbers import number_in

RULE = "count"
Fault = tuple[str, str]


def check(corpus: Corpus) -> Iterator[Problem]:
    if not corpus.unread and all(claim.source in corpus.records for claim in corpus.of(Claim)):
        yield from _in_documents(corpus)
        yield from _in_records(corpus)


def _in_documents(corpus: Corpus) -> Iterator[Problem]:
    for document in corpus.documents:
        for block in document.blocks:
            for mark in block.marks:
                for message, hint in _faults(corpus, mark):
                    yield Problem(document.file, mark.line, mark.column, RULE, message, hint=hint)


def _in_records(corpus: Corpus) -> Iterator[Problem]:
    for record in corpus.records.values():
        for path, mark in prose_marks(record):
            for message, hint in _faults(corpus, mark):
                yield corpus.location(record.id, path, RULE, message, hint)


def _faults(corpus: Corpus, mark: Mark) -> Iterator[Fault]:
    question = corpus.records.get(mark.keys[0])
    if not mark.position or not isinstance(question, Question):
        return
    number = witnesses(corpus, question).get(mark.position)
    said = number_in(mark.words)
    if number is None:
        hint = nearest(mark.position, [one.id for one in question.positions]) or "name one that it has"
        yield f'"{question.id}" has no position "{mark.position}"', hint
    elif said is None:
        yield f"“{mark.words}” holds no number", "write one number in words or figures, such as three"
    elif said != number:
        yield f"“{mark.words}” says {said}, and {number} stand by {question.id}/{mark.position}", f"write {number}"


def witnesses(corpus: Corpus, question: Question) -> dict[str, int]:
    """How many sources assert, suggest or report each position of a question."""
    found = {}
    for taken in corpus.positions(question):
        claims = (*taken.claims, *taken.rejecting)
        found[taken.position.id] = len(standing_of(corpus, claims).witnesses) if claims else 0
    return found
