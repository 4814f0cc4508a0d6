"""What is listed as not covered is nowhere in the dossier, and is listed once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.corpus.corpus import Corpus
from dossier.model.records import Claim, Named, Record, Source
from dossier.problems import Problem
from dossier.text.spelling import fold

RULE = "outside"


def check(corpus: Corpus) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    texts = dict(_texts(corpus)) if corpus.outside.items else {}
    for one, origin in zip(corpus.outside.items, corpus.outside.origins, strict=True):
        for place, name in enumerate(one.names):
            path = ("names", place)
            if other := seen.get(fold(name)):
                yield origin.problem(path, RULE, f'"{name}" stands here twice, also as "{other}"', "keep one")
            seen.setdefault(fold(name), name)
            if where := _where(name, texts):
                hint = "take the name out: a search finds what tells of it"
                yield origin.problem(path, RULE, f'"{name}" is said not to be covered and stands in {where}', hint)


def _where(name: str, texts: dict[str, str]) -> str:
    """The first text that holds the name; empty where none does."""
    folded = name.casefold()
    words = re.compile(rf"(?<!\w){re.escape(folded)}(?!\w)")
    return next((where for where, text in texts.items() if folded in text and words.search(text)), "")


def _texts(corpus: Corpus) -> Iterator[tuple[str, str]]:
    for record in corpus.records.values():
        yield record.id, "\n".join(_said(record)).casefold()
    for document in corpus.documents:
        yield document.file, document.text.casefold()
    for source, paragraphs in corpus.full_texts.items():
        yield f"the full text of {source}", "\n".join(paragraphs).casefold()


def _said(record: Record) -> Iterator[str]:
    yield record.text if isinstance(record, Claim) else record.heading
    yield from (text for _, text in record.prose())
    if isinstance(record, Named):
        yield from (name.text for name in record.names)
    if isinstance(record, Source):
        yield record.label
