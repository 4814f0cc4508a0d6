"""The numbers of sources that prose gives, put right where a change made them others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.checking.rules.counts import witnesses
from dossier.corpus.corpus import Corpus
from dossier.editing.draft import Draft
from dossier.editing.replacing import put_text, source_text
from dossier.editing.spans import Replacement, Span, spliced
from dossier.model.records import Question, Source
from dossier.problems import Lines
from dossier.text.marks import COUNT, SourceCount, outside_code, read_count
from dossier.text.numbers import VALUES, WORDS, numbers_in


def mend_counts(draft: Draft, corpus: Corpus, *, seen_to_hold: bool) -> list[str]:
    """Corrects each number that is not the one which follows from ``corpus``, and tells where.

    A number that fell to none is left as it is: the sentence around it has to be written anew. The number of sources of
    which words were only seen to hold is corrected with ``seen_to_hold`` alone.
    """
    pages = {document.file for document in corpus.documents}
    told = []
    for file in sorted({*pages, *(origin.file for origin in corpus.origins.values())}):
        text = source_text(draft, file)
        read = outside_code(text) if file in pages else text
        wrong = list(_wrong(corpus, read, seen_to_hold=seen_to_hold)) if "[[count:" in text else []
        if wrong:
            put_text(draft, file, spliced(text, wrong))
            told += [_told(file, text, one) for one in wrong]
    return told


def _wrong(corpus: Corpus, text: str, *, seen_to_hold: bool) -> Iterator[Replacement]:
    for found in re.finditer(COUNT, re.sub(r"[\r\n]", " ", text)):
        count = read_count(found[1])
        if count.of == "number" and not seen_to_hold:
            continue
        number = _number(corpus, count)
        if count.of == "number":
            said, start = str(count.number), found.end(1) - len(str(count.number))
        else:
            said, start = _said(found[2], most=count.of == "sources")
            start += found.start(2)
        if number and said and numbers_in(said) != {number}:
            yield Replacement(Span(start, start + len(said)), _written(number, said))


def _number(corpus: Corpus, count: SourceCount) -> int:
    """How many sources do what is counted; none where that is nothing that the dossier has."""
    record = corpus.records.get(count.record)
    if count.of in ("sources", "number"):
        return len(corpus.of(Source))
    if count.of == "about":
        return len(corpus.sources_of(corpus.claims_about(count.record)))
    found = witnesses(corpus, record) if isinstance(record, Question) else {}
    if count.of == "position":
        return len(found.get(count.position, ()))
    return len({source.id for standing in found.values() for source in standing})


def _said(words: str, *, most: bool) -> tuple[str, int]:
    """The number in some words, or the greatest of several, and where it stands; nothing where they hold none."""
    tokens = [one for one in re.finditer(r"\d+|[A-Za-z]+", words) if one[0].isdigit() or one[0].casefold() in VALUES]
    if not tokens or (len(tokens) > 1 and not most):
        return "", 0
    found = max(tokens, key=lambda one: max(numbers_in(one[0])))
    return found[0], found.start()


def _written(number: int, like: str) -> str:
    """A number in words where another stood in words, with a capital where that had one."""
    if like.casefold() not in VALUES or number >= len(WORDS):
        return str(number)
    return WORDS[number].capitalize() if like[0].isupper() else WORDS[number]


def _told(file: str, text: str, one: Replacement) -> str:
    line, _ = Lines(text).at(one.span.start)
    before = text[one.span.start : one.span.end]
    return f"{file}:{line}: “{before}” is “{one.words}” now, as many sources as there are; read the sentence again."
