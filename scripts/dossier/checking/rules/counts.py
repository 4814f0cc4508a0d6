"""A number of sources in prose is the number that there are: by a position, on a question, about a record, or in all.

Words that leave sources out, such as “no source”, are told by a notice (``stale_counts``), for no program can tell
whether they are right. Nothing is counted where records could not be read, or a claim lacks its source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dossier.checking import causes
from dossier.corpus.corpus import Corpus
from dossier.corpus.indexes import prose_marks
from dossier.corpus.source_counts import named_in
from dossier.corpus.standing import standing_of
from dossier.model.records import Claim, Question, Source
from dossier.problems import Problem, nearest
from dossier.text.marks import Mark, SourceCount
from dossier.text.numbers import number_in, numbers_in

RULE = "count"
# Message, hint and cause.
Fault = tuple[str, str, str]


def check(corpus: Corpus) -> Iterator[Problem]:
    if not causes.lacks_claims(corpus) and all(claim.source in corpus.records for claim in corpus.of(Claim)):
        yield from _in_documents(corpus)
        yield from _in_records(corpus)


def _in_documents(corpus: Corpus) -> Iterator[Problem]:
    for document in corpus.documents:
        for block in document.blocks:
            for mark in block.marks:
                for message, hint, cause in _faults(corpus, mark):
                    yield Problem(document.file, mark.line, mark.column, RULE, message, hint=hint, cause=cause)


def _in_records(corpus: Corpus) -> Iterator[Problem]:
    for record in corpus.records.values():
        for path, mark in prose_marks(record):
            for message, hint, cause in _faults(corpus, mark):
                yield corpus.location(record.id, path, RULE, message, hint, cause)


def _faults(corpus: Corpus, mark: Mark) -> Iterator[Fault]:
    count = mark.count
    if count is None:
        return
    if count.of == "sources":
        yield from _of_all(corpus, mark.words)
    elif count.of == "about":
        if count.record in corpus.records:
            sources = corpus.sources_of(corpus.claims_about(count.record))
            yield from _number(mark.words, len(sources), f"have claims about {count.record}")
    else:
        question = corpus.records.get(count.record)
        if isinstance(question, Question):
            yield from _of_question(corpus, question, count, mark.words)
        elif question:
            yield (
                f'"{question.id}" is no question',
                f"write count:about:{question.id} for the sources that speak of it",
                "",
            )


def _of_all(corpus: Corpus, words: str) -> Iterator[Fault]:
    total, said = len(corpus.of(Source)), max(numbers_in(words), default=0)
    if said < 2:
        yield f"“{words}” holds no number of sources", f"write [[count:of:{total}|{words}]], or a number", ""
    elif said != total:
        yield f"“{words}” says {said}, and there are {total} sources", f"write {total}, and read the sentence again", ""


def _of_question(corpus: Corpus, question: Question, count: SourceCount, words: str) -> Iterator[Fault]:
    found = witnesses(corpus, question)
    if not count.position:
        sources = {one.id: one for standing in found.values() for one in standing}
        yield from _number(words, len(sources), f"answer {question.id}")
    elif count.position not in found:
        hint = nearest(count.position, found) or f"it has {', '.join(found)}"
        cause = causes.position(question.id, count.position)
        yield f'"{question.id}" has no position "{count.position}"', hint, cause
    elif not _has_unknown_answers(corpus, question):
        stands_by = f"stand by {question.id}/{count.position}"
        yield from _number(words, len(found[count.position]), stands_by)
        yield from _names(corpus, words, found[count.position], stands_by)


def _has_unknown_answers(corpus: Corpus, question: Question) -> bool:
    """Whether claims take positions that the question does not have, so that nothing is counted rightly."""
    known = {position.id for position in question.positions}
    claims = corpus.referring(question.id, "answers", Claim)
    return any(one.question == question.id and one.position not in known for claim in claims for one in claim.answers)


def _number(words: str, number: int, does: str) -> Iterator[Fault]:
    said = number_in(words)
    if said is None:
        yield f"“{words}” holds no number", "write one number in words or figures, such as three", ""
    elif said != number:
        yield f"“{words}” says {said}, and {number} {does}", f"write {number}", ""


def _names(corpus: Corpus, words: str, standing: Iterable[Source], does: str) -> Iterator[Fault]:
    """Words that name sources name those that stand by the position."""
    labels = [one.label for one in standing]
    named = [one.label for one in named_in(corpus, words)]
    if named and number_in(words) == len(labels) and set(named) - set(labels):
        yield f"“{words}” names {' and '.join(named)}, and {' and '.join(labels)} {does}", "name who does", ""


def witnesses(corpus: Corpus, question: Question) -> dict[str, tuple[Source, ...]]:
    """The sources that assert, suggest or report each position of a question."""
    found = {}
    for taken in corpus.positions(question):
        claims = (*taken.claims, *taken.rejecting)
        found[taken.position.id] = standing_of(corpus, claims).witnesses if claims else ()
    return found
