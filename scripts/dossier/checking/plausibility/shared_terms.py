"""One name in a restated article links one actor throughout, and one place.

A country and its state go by one name, and are a place and an actor; other words, such as “a statement”, are no name.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from dossier.checking.plausibility.given import Given
from dossier.corpus.corpus import Corpus
from dossier.model.records import Named, Source
from dossier.problems import Problem
from dossier.reading.markdown_file import Document
from dossier.text.spelling import fold

RULE = "shared-terms"


def check(corpus: Corpus, _given: Given) -> Iterator[Problem]:
    names = frozenset(fold(name.text) for record in corpus.of(Named) for name in record.names)
    for source in corpus.of(Source):
        article = corpus.article(source.id)
        if article:
            yield from _in_article(corpus, article, names)


def _in_article(corpus: Corpus, article: Document, names: Collection[str]) -> Iterator[Problem]:
    """A notice for each other record that a term links, where it first does."""
    linked: dict[tuple[str, type[Named]], list[str]] = {}
    for block in article.blocks:
        for mark in block.marks:
            if mark.count:
                continue
            key, words = mark.keys[0], mark.words or corpus.name_of(mark.keys[0])
            record = corpus.records.get(key)
            if not isinstance(record, Named) or fold(words) not in names:
                continue
            known = linked.setdefault((fold(words), type(record)), [key])
            if key not in known:
                message = f"“{words}” links {key} here, and {known[0]} before"
                hint = "link one record, or say in data/accepted.yaml by what rule it means both"
                known.append(key)
                yield Problem(
                    file=article.file,
                    line=mark.line,
                    column=mark.column,
                    rule=RULE,
                    message=message,
                    field="link",
                    hint=hint,
                    level="notice",
                )
