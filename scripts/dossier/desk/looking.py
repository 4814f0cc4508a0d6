"""What is wrong with a claim, or still missing of its paragraph, while it is typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dossier.captures.compare import anchor_fault
from dossier.checking.coverage import Item, items, lacking, our_words
from dossier.checking.plausibility.unsaid_values import numbers_in
from dossier.checking.rules.captured import shared_runs
from dossier.corpus.corpus import Corpus
from dossier.desk.claim_form import ClaimForm, claim_of
from dossier.desk.workplace import Loaded
from dossier.model.records import Claim, Named, Question
from dossier.problems import nearest
from dossier.text.marks import Mark, find_marks
from dossier.text.spelling import fold


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to mend before a claim can be saved, at its field; ``is_notice`` where it may be right."""

    field: str
    words: str
    is_notice: bool = False


@dataclass(frozen=True, slots=True)
class Lack:
    """A figure, a date or a name of a captured paragraph that we lack; ``is_left_out`` where that is noted as meant."""

    what: str
    text: str
    is_left_out: bool = False


@dataclass(frozen=True, slots=True)
class SharedWords:
    """A run of words that ours share with an article; refused from nine words on."""

    words: str
    source: str
    length: int


def remarks(loaded: Loaded, form: ClaimForm) -> list[Remark]:
    """What is wrong with the fields of a claim as it is typed. What only a look at all records shows, saving tells."""
    claim, problems = claim_of(form, form.id or f"{form.source}-c00")
    found = [Remark(one.field, "; ".join(filter(None, (one.message, one.hint)))) for one in problems]
    if claim is not None:
        found += [*_unknown(loaded.corpus, claim), *_misplaced(loaded, claim), *_odd(loaded, claim)]
    return found


def unknown_links(loaded: Loaded, text: str) -> list[Remark]:
    """The links of a restated paragraph that lead to no record."""
    keys = [key for mark in find_marks(text) if isinstance(mark, Mark) and not mark.is_citation for key in mark.keys]
    corpus = loaded.corpus
    return [Remark("link", _no_record(corpus, key)) for key in dict.fromkeys(keys) if key not in corpus.records]


def _no_record(corpus: Corpus, key: str) -> str:
    near = nearest(key, corpus.records)
    return f'no record "{key}"' + (f"; {near}" if near else "")


def _unknown(corpus: Corpus, claim: Claim) -> Iterator[Remark]:
    for reference in claim.references():
        key = reference.target
        record = corpus.records.get(key)
        if record is None:
            yield Remark(reference.field, _no_record(corpus, key))
        elif reference.kinds and record.kind_of_record not in reference.kinds:
            yield Remark(reference.field, f"{key} is a {record.kind_of_record}, and cannot stand here")
    for answer in claim.answers:
        question = corpus.records.get(answer.question)
        if isinstance(question, Question) and answer.position not in {one.id for one in question.positions}:
            yield Remark("answers", f'{question.id} has no position "{answer.position}"')


def _misplaced(loaded: Loaded, claim: Claim) -> Iterator[Remark]:
    paragraphs = loaded.captured.get(claim.source, [])
    numbers = [number for number in claim.paragraphs if number <= len(paragraphs)]
    if len(numbers) < len(claim.paragraphs):
        yield Remark("paragraphs", f"the article has {len(paragraphs)} paragraphs")
    elif fault := anchor_fault(" ".join(paragraphs[number - 1] for number in numbers), claim.anchor):
        yield Remark("anchor", fault)


def _odd(loaded: Loaded, claim: Claim) -> Iterator[Remark]:
    """Figures of the claim's own words that the captured paragraph does not have."""
    paragraphs = loaded.captured.get(claim.source, [])
    passage = " ".join(paragraphs[number - 1] for number in claim.paragraphs if number <= len(paragraphs))
    there = set(numbers_in(passage))
    for item in items(claim.text):
        if item.what == "figure" and there.isdisjoint(numbers_in(item.text)):
            yield Remark("text", f"the paragraph does not say {item.text}", is_notice=True)


def lacks(loaded: Loaded, source: str, number: int, drafted: Mapping[str, str], form: ClaimForm | None) -> list[Lack]:
    """What neither the restatement of a paragraph nor a claim drawn from it has of the captured one.

    ``drafted`` may hold the restatement as it is typed, under ``restatement``; ``form`` is the claim that is typed.
    """
    paragraphs = loaded.captured.get(source, [])
    if not 0 < number <= len(paragraphs):
        return []
    record, article = loaded.corpus.source(source), loaded.corpus.article(source)
    block = article.paragraphs.get(number) if article else None
    ours = list(our_words(loaded.corpus, record, number, None if "restatement" in drafted else block))
    ours += [drafted.get("restatement", ""), *_words_of(loaded.corpus, form)]
    noted = record.capture.left_out if record.capture else ()
    left_out = {fold(one.words) for one in noted if one.paragraph == number}
    return [_lack(item, left_out) for item in lacking(paragraphs[number - 1], ours)]


def _lack(item: Item, left_out: set[str]) -> Lack:
    return Lack(item.what, item.text, fold(item.text) in left_out)


def _words_of(corpus: Corpus, form: ClaimForm | None) -> Iterator[str]:
    if form is None:
        return
    yield str(form.said.get("text", ""))
    yield " ".join(str(one) for key, one in form.part("value").items() if key in ("low", "high"))
    for key in form.named:
        record = corpus.records.get(key)
        if record:
            yield from [name.text for name in record.names] if isinstance(record, Named) else [record.heading]


def shared(loaded: Loaded, text: str) -> list[SharedWords]:
    """The runs of nine or more words that a text shares with an article, titles and quotations aside."""
    return [SharedWords(run.words, run.source, run.length) for run in shared_runs(loaded.corpus, loaded.index, text)]
