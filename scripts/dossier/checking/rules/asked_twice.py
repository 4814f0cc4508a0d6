"""No two records or pages are asked for in the same words, nor one of them twice."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.corpus.corpus import Corpus
from dossier.model.records import Event, Named, Question
from dossier.problems import Problem
from dossier.text.spelling import fold

RULE = "asked-twice"
HINT = "keep them where the answer is; elsewhere ask in other words"


def check(corpus: Corpus) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for record in corpus.records.values():
        if isinstance(record, Question | Event | Named):
            # A title or a name counts as well, but of its own record alone: records may share names.
            own = {fold(record.heading)}
            for place, words in enumerate(record.asked_as):
                if message := _twice(words, record.id, seen, own):
                    yield corpus.location(record.id, ("asked_as", place), RULE, message, HINT)
    for document in corpus.documents:
        own = {fold(document.title)}
        for line, column, words in document.asked_as_at:
            if message := _twice(words, document.file, seen, own):
                yield Problem(document.file, line, column, RULE, message, "asked_as", HINT)


def _twice(words: str, asked: str, seen: dict[str, str], own: set[str]) -> str:
    """What is wrong with other words in which something is asked for; empty where nothing is."""
    key = fold(words)
    if key in own:
        return f'"{words}" stands here twice, or is its title'
    own.add(key)
    other = seen.setdefault(key, asked)
    return "" if other == asked else f'"{words}" is asked of {other} too'
