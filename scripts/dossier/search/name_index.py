"""What the browser needs to look a name up and to mend a slip: every name, and every word of the texts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from dossier.corpus.corpus import Corpus
from dossier.model.addresses import url_for
from dossier.model.records import Claim, Named, Outside, Question, Record, Source
from dossier.model.vocabulary import KINDS
from dossier.model.words import Words
from dossier.text.edtf import Edtf
from dossier.text.sentences import END, SHORTENED
from dossier.text.spelling import (
    ASKING,
    AUXILIARIES,
    FILLERS,
    OPTIONAL,
    PARTICLES,
    PLAIN,
    SOUND,
    fold,
    letter,
    words_of,
)
from dossier.text.stems import SHORTEST as SHORTEST_STEM
from dossier.text.stems import STEMS

PRIMARY, OTHER, ACRONYM = 0, 1, 2
_LEFT_OUT = {*PARTICLES, *FILLERS, *AUXILIARIES}
_CAPITALS = re.compile(r"\b[A-Z]{2,}\b")
_TITLE_END = re.compile(r"[?.]$")


NameRow = list[str | int]
Letter = dict[str, Any]


def rules(corpus: Corpus, letters: Iterable[str], entries: int) -> dict[str, Any]:
    """What the browser needs to know before it looks anything up, as ``assets/dictionary.js`` reads it.

    ``number`` is that of all names, ``entries`` that of all that can be found. ``covers`` are the number of sources,
    the year of the first of them that is dated and the date of the last in words. ``outside`` are names of what is not
    covered: as plain words and as they are written, why, and the records near it. ``dates`` has the year of each source
    that is dated, its date in words and the day from which it is known, by its label.
    """
    return {
        "rules": {"plain": PLAIN, "sound": SOUND, "stems": STEMS},
        "shortest": SHORTEST_STEM,
        "sentences": {"end": END.pattern, "shortened": SHORTENED.pattern},
        "outside": [_outside(corpus, one) for one in corpus.outside.items],
        "particles": PARTICLES,
        "optional": OPTIONAL,
        "asking": ASKING,
        "auxiliaries": AUXILIARIES,
        "fillers": (*FILLERS, *AUXILIARIES),
        "letters": list(letters),
        "number": sum(1 for record in _looked_up(corpus) for _ in _names(corpus, record)),
        "entries": entries,
        "covers": _covers(corpus.words, corpus.of(Source)),
        "dates": {source.label: _dated(corpus.words, source.issued) for source in corpus.of(Source) if source.issued},
    }


def dictionary(corpus: Corpus, texts: Iterable[str]) -> dict[str, Letter]:
    """Every word of the texts and every name of every record but claims, by the first letters of their sounds.

    A letter has ``words`` (the plain words by how often they occur; 0 for what stands in names alone), ``records``
    (lists of title, kind, address and how often others name the record), and ``names`` (lists of a text, empty where
    it is the title, the place of its record, and whether it is the primary name (0), another (1) or an acronym (2)).
    A name stands under the letter of each of its words.
    """
    found: dict[str, Letter] = {}
    named = [text for record in _looked_up(corpus) for text, _ in _names(corpus, record)]
    for name, words in _by_letter({**dict.fromkeys(_words(named), 0), **word_counts(texts)}).items():
        found.setdefault(name, _empty())["words"] = words
    for record in _looked_up(corpus):
        for text, rank in _names(corpus, record):
            for name in sorted(_letters(text)):
                _add_name(found.setdefault(name, _empty()), text, _record(corpus, record), rank)
    return dict(sorted(found.items()))


def _looked_up(corpus: Corpus) -> list[Record]:
    return [record for record in corpus.records.values() if not isinstance(record, Claim)]


def _empty() -> Letter:
    return {"words": {}, "records": [], "names": []}


def _letters(name: str) -> set[str]:
    words = words_of(name)
    capitals = {word.lower() for word in _CAPITALS.findall(name)}
    return {
        letter(word) for word in (*words[:1], *(word for word in words if word not in _LEFT_OUT or word in capitals))
    }


def _add_name(entry: Letter, text: str, record: NameRow, rank: int) -> None:
    if not entry["records"] or entry["records"][-1] != record:
        entry["records"].append(record)
    entry["names"].append(["" if text == record[0] else text, len(entry["records"]) - 1, rank])


def _record(corpus: Corpus, record: Record) -> NameRow:
    kind = KINDS[record.kind_of_record][0]
    return [record.heading, kind, url_for(record), len(corpus.referrers(record.id))]


def _names(corpus: Corpus, record: Record) -> Iterator[tuple[str, int]]:
    """The names of a record, and of those that it took the place of, each spelling once."""
    seen = set[tuple[str, ...]]()
    former = ((title, OTHER) for title in former_titles(corpus, record.id))
    for text, rank in chain(_all_names(record), former):
        key = tuple(words_of(text))
        if key not in seen:
            seen.add(key)
            yield text, rank


def former_titles(corpus: Corpus, key: str) -> list[str]:
    """What records were called that were renamed to this one or merged into it, as far as it is known."""
    return [_TITLE_END.sub("", one.title) for one in corpus.redirects.values() if one.to == key and one.title]


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


def _covers(words: Words, sources: Sequence[Source]) -> dict[str, Any]:
    dates = sorted((one.issued for one in sources if one.issued), key=lambda issued: issued.sort_key)
    return {
        "sources": len(sources),
        "from": str(dates[0])[:4] if dates else "",
        "until": dates[-1].said(words.date_phrase) if dates else "",
    }


def _outside(corpus: Corpus, outside: Outside) -> list[Any]:
    near = (corpus.records[key] for key in outside.near)
    rows = [[one.heading, KINDS[one.kind_of_record][0], url_for(one)] for one in near]
    return [[[fold(name), name] for name in outside.names], outside.why or "", rows]


def _dated(words: Words, issued: Edtf) -> dict[str, str]:
    said = issued.said(words.date_phrase)
    return {"year": str(issued)[:4], "words": said, "known": str(issued.latest or "")}


def word_counts(texts: Iterable[str]) -> Counter[str]:
    """How often each plain word occurs; numbers are left out."""
    return Counter(_words(texts))


def _words(texts: Iterable[str]) -> Iterator[str]:
    return (word for text in texts for word in words_of(text) if not word.isdigit())


def _by_letter(counts: Mapping[str, int]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[int, list[str]]] = {}
    for word, number in sorted(counts.items()):
        found.setdefault(letter(word), {}).setdefault(number, []).append(word)
    return {
        name: {str(number): " ".join(words) for number, words in sorted(numbers.items())}
        for name, numbers in found.items()
    }
