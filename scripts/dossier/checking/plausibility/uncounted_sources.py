"""Words of prose that count sources, or leave some out, bear a mark, so that they are checked when a source comes in.

Pages below a folder tell how the site is made, and speak of sources in general: there only words with the number of all
sources need a mark, and “two sources” never does, for it speaks of any two. Headings need none.
"""

from __future__ import annotations

from collections.abc import Iterator

from dossier.checking.plausibility.given import Given, notice
from dossier.corpus.corpus import Corpus
from dossier.corpus.source_counts import SourceNames, SpokenCount, counts_in, counts_in_records, source_names
from dossier.model.records import Source
from dossier.problems import Lines, Problem
from dossier.reading.markdown_file import Document
from dossier.text.marked_text import shortened
from dossier.text.numbers import numbers_in

RULE = "uncounted-sources"
LONGEST_SENTENCE = 80
ANY_TWO = 2


def check(corpus: Corpus, _given: Given) -> Iterator[Problem]:
    names = source_names(corpus)
    for document in corpus.documents:
        if not document.name.startswith("sources/"):
            yield from _in_document(corpus, document, names)
    for one in counts_in_records(corpus, names, corpus.records):
        if not one.count.is_marked:
            yield notice(corpus, one.record, one.path, RULE, _message(one.count), _hint(corpus, one.count))


def _in_document(corpus: Corpus, document: Document, names: SourceNames) -> Iterator[Problem]:
    total = len(corpus.of(Source))
    for block in document.blocks:
        lines = Lines(block.text, block.line)
        for one in counts_in(block.text, names, corpus) if block.level <= 0 else ():
            is_general = "/" in document.name and (total <= ANY_TWO or not _is_of_all(one.words, total))
            if one.is_marked or is_general:
                continue
            where = lines.at(one.start)
            hint = _hint(corpus, one)
            yield Problem(document.file, *where, RULE, _message(one), hint=hint, level="notice")


def _is_of_all(words: str, total: int) -> bool:
    """Whether words give the number of all sources; “one source” and “no source” speak of any."""
    return total > 1 and total in numbers_in(words)


def _message(count: SpokenCount) -> str:
    return f"“{count.words}” counts sources without a mark: {shortened(count.sentence, LONGEST_SENTENCE)}"


def _hint(corpus: Corpus, count: SpokenCount) -> str:
    words, total = count.words, len(corpus.of(Source))
    if _is_of_all(words, total):
        return f"write [[count:sources|{words}]]"
    return f"write [[count:question/position|{words}]] where records can tell, or else [[count:of:{total}|{words}]]"
