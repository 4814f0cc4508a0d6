"""What the browser is given to look a name up and to mend a slip: every name, and every word of the texts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from dossier.addresses import url_for
from dossier.corpus import Corpus
from dossier.folding import ASKING, FILLERS, OPTIONAL, PARTICLES, PLAIN, SOUND, words_of
from dossier.records import Claim, Named, Question, Record, Source
from dossier.vocabulary import KINDS

PRIMARY, OTHER, ACRONYM = 0, 1, 2
_TITLE_END = re.compile(r"[?.]$")


def names_index(corpus: Corpus) -> dict[str, Any]:
    """Every name of every record but claims, as ``assets/names.js`` reads it.

    ``records`` are lists of title, kind, address and how often others name the record; ``names`` are lists of a text,
    the place of its record, and whether it is the primary name (0), another (1) or an acronym (2).
    """
    records = [record for record in corpus.records.values() if not isinstance(record, Claim)]
    return {
        "rules": {"plain": PLAIN, "sound": SOUND},
        "particles": PARTICLES,
        "optional": OPTIONAL,
        "asking": ASKING,
        "fillers": FILLERS,
        "records": [_record(corpus, record) for record in records],
        "names": [[text, place, rank] for place, record in enumerate(records) for text, rank in _names(record)],
    }


def _record(corpus: Corpus, record: Record) -> list[str | int]:
    kind = KINDS[record.kind_of_record][0]
    return [record.heading, kind, url_for(record), len(corpus.referrers(record.id))]


def _names(record: Record) -> Iterator[tuple[str, int]]:
    """The names of a record, each spelling once."""
    seen = set[tuple[str, ...]]()
    for text, rank in _all_names(record):
        key = tuple(words_of(text))
        if key not in seen:
            seen.add(key)
            yield text, rank


def _all_names(record: Record) -> Iterator[tuple[str, int]]:
    if isinstance(record, Named):
        yield record.heading, ACRONYM if is_acronym(record.heading) else PRIMARY
        for name in record.names:
            yield name.text, ACRONYM if name.kind == "acronym" or is_acronym(name.text) else OTHER
    elif isinstance(record, Question):
        yield _TITLE_END.sub("", record.title), PRIMARY
    else:
        yield record.heading, PRIMARY
    if isinstance(record, Source):
        yield record.label, OTHER


def is_acronym(text: str) -> bool:
    """Whether a name is a few capitals, in which one other letter makes another name."""
    return len(text) <= 6 and text.upper() == text and text.lower() != text


def word_counts(texts: Iterable[str]) -> dict[str, str]:
    """How often which word occurs: the number of times, and the plain words that occur so often, sorted."""
    counts = Counter(word for text in texts for word in words_of(text) if not word.isdigit())
    by_number: dict[int, list[str]] = {}
    for word, number in sorted(counts.items()):
        by_number.setdefault(number, []).append(word)
    return {str(number): " ".join(by_number[number]) for number in sorted(by_number)}
