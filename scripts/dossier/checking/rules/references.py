"""Every reference leads to a record of the right kind, and to the record itself rather than a redirect."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.checking import causes
from dossier.corpus.corpus import Corpus
from dossier.corpus.indexes import prose_marks
from dossier.model.records import Kind, Record, Reference
from dossier.problems import Problem, nearest
from dossier.text.marks import Mark

CITED: tuple[Kind, ...] = ("claim",)
# Rule, message, hint and cause.
Fault = tuple[str, str, str, str]


def check(corpus: Corpus) -> Iterator[Problem]:
    for record in corpus.records.values():
        for reference in record.references():
            if found := _fault(corpus, reference.target, reference.kinds):
                yield corpus.location(record.id, reference.path, *found)
        for reference in _marked(record):
            if found := _fault(corpus, reference.target, reference.kinds):
                yield corpus.location(record.id, reference.path, *found)
    yield from _in_documents(corpus)
    yield from _in_corrections(corpus)
    yield from _in_phases(corpus)
    yield from _in_outside(corpus)


def _marked(record: Record) -> Iterator[Reference]:
    for path, mark in prose_marks(record):
        for key in mark.keys:
            yield Reference(path, key, CITED if mark.is_citation else ())


def _in_documents(corpus: Corpus) -> Iterator[Problem]:
    for document in corpus.documents:
        for block in document.blocks:
            for mark in block.marks:
                for key in mark.keys:
                    if found := _fault(corpus, key, CITED if mark.is_citation else ()):
                        rule, message, hint, cause = found
                        place, field = (document.file, mark.line, mark.column), _written(mark)
                        yield Problem(*place, rule, message, field, hint, cause=cause)


def _in_phases(corpus: Corpus) -> Iterator[Problem]:
    for phase, origin in zip(corpus.phases.items, corpus.phases.origins, strict=True):
        for reference in phase.witnesses(()):
            if found := _fault(corpus, reference.target, reference.kinds):
                yield origin.problem(reference.path, *found)


def _in_outside(corpus: Corpus) -> Iterator[Problem]:
    for outside, origin in zip(corpus.outside.items, corpus.outside.origins, strict=True):
        for reference in outside.references():
            if found := _fault(corpus, reference.target, reference.kinds):
                yield origin.problem(reference.path, *found)


def _in_corrections(corpus: Corpus) -> Iterator[Problem]:
    for correction, origin in zip(corpus.corrections, corpus.correction_origins, strict=True):
        known = corpus.knows(correction.record) or correction.record in corpus.redirects
        if not known:
            yield origin.problem(("record",), *_unknown(corpus, correction.record))


def _written(mark: Mark) -> str:
    return "citation" if mark.is_citation else "link"


def _fault(corpus: Corpus, key: str, kinds: tuple[Kind, ...]) -> Fault | None:
    if key in corpus.redirects and key not in corpus.records:
        new = corpus.redirects[key].to
        hint = f'write "{new}"' if new else "take it out: it was withdrawn"
        return "redirected-record", f'"{key}" has moved', hint, causes.moved(key)
    if corpus.is_unread(key):
        return None
    if key not in corpus.records:
        return _unknown(corpus, key, kinds)
    kind = corpus.records[key].kind_of_record
    if kinds and kind not in kinds:
        return "wrong-kind", f'"{key}" is {_article(kind)}', f"needs {' or '.join(map(_article, kinds))}", ""
    return None


def _unknown(corpus: Corpus, key: str, kinds: tuple[Kind, ...] = ()) -> Fault:
    known = (one for one, record in corpus.records.items() if not kinds or record.kind_of_record in kinds)
    hint = nearest(key, known) or "write it, or mend the id"
    return "unknown-record", f'no record "{key}"', hint, causes.record(corpus, key)


def _article(kind: Kind) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"
