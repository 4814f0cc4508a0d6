"""Words of prose that count sources, or leave all but some of them out: “all five”, “no source”, “only the article”.

Such words may become false when a source comes in. They are told by their form, in English: what is found may be no
count after all, and what counts in other words is missed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from dossier.corpus.corpus import Corpus
from dossier.model.records import Path, Source
from dossier.reading.markdown_file import SENTENCE_END
from dossier.text.marks import MARK
from dossier.text.numbers import WORDS

YEAR = re.compile(r"\s+\(?\d{4}\S*$")
# “the report by the harbour board”, of which “the report” speaks of the source as well.
SHORT = re.compile(r"(the \w+) (?:by|of|from) ", re.IGNORECASE)
SIGN = "\ufffc"
"""What stands for a source that is named, in the words that are searched."""

# Between sentences, and between the items of a list and the rows of a table.
BORDER = re.compile(rf"{SENTENCE_END.pattern}|(?<=[.!?])\s+(?={SIGN})|\n(?=[ \t]*(?:[-*+|>]|\d+\.)\s)")

_NUMBER, _MANY = "|".join(WORDS[2:]), "|".join(WORDS[3:])
_NOUN = "(?:sources|accounts|authors|articles|publications)"
_ONE_NOUN = "(?:source|account|author|article|publication)"
_BETWEEN = r"(?:\s+(?:of|the|these|those|our|other|others|more|further|earlier|later|published|independent))*"
_TELLS = (
    "says?|tells?|gives?|names?|shows?|reports?|mentions?|explains?|describes?|writes?|counts?|speaks?|calls?|takes?"
    "|dates?|has|have|quotes?|cites?|knows?|defines?|follows?|agrees?|holds?|puts?"
)
_SAYS = rf"(?:{_TELLS}|is|are|was|were|stand|look)"
_AFTER = rf"(?=\s*[,.;:)]|\s+(?:{_SAYS}|that|who|which)\b|\s*$)"
COUNTING = re.compile(
    "|".join(
        (
            rf"\b(?:all|both|none|every one|only|{_NUMBER})(?:{_BETWEEN}\s+(?:{_NUMBER}))?{_BETWEEN}\s+{_NOUN}\b",
            rf"\b(?:no|neither|only one|one|a single|the only)(?:\s+other)?\s+{_ONE_NOUN}\b(?!’)",
            rf"\b(?:the\s+only\s+)?(?:\w+\s+)?of\s+(?:the|these)\s+(?:{_MANY}){_AFTER}",
            rf"\b(?:all|the other|these|those)\s+(?:{_NUMBER}){_AFTER}",
            rf"\bthe\s+(?:{_NUMBER})(?:\s+others)?\s+(?:that\s+)?(?:say|tell|give|name|report|speak|write|agree)\b",
            rf"\bby\s+(?:{_NUMBER})\s+others\b",
            rf"\bonly\s+(?:in\s+|by\s+|to\s+|from\s+)?{SIGN}",
            rf"{SIGN}(?:’s?)?,?\s+(?:alone\b|only\b(?!\s+(?:some|a|an|two|three|one|days?|weeks?|months?|years?|when|if)\b))",
            rf"{SIGN}\s+(?:is|are)\s+the\s+only\b|\bthe\s+only\s+one\s+of\b|\bthey\s+alone\b",
            rf"\bnone(?:\s+of\s+(?:them|these))?\s+{_SAYS}\b|\bneither(?:\s+of\s+(?:them|these))?\s+(?:{_TELLS})\b",
            rf"\b(?:nobody|no\s+one)\s+else\s+{_SAYS}\b",
        )
    ),
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class SpokenCount:
    """Words that count sources: the words themselves, the sentence around them, both as a reader sees them.

    ``start`` and ``end`` are their offsets in the text that was searched. ``is_marked`` where a mark of a count stands
    in them, so that a rule checks them.
    """

    words: str
    sentence: str
    start: int
    end: int
    is_marked: bool


@dataclass(frozen=True, slots=True)
class Searched:
    """A text without marks and source names: its words, where each sign stood, and whether that was within a count.

    All signs of the words of a mark stand where the mark does.
    """

    words: str
    offsets: tuple[int, ...]
    ends: tuple[int, ...]
    counted: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class SourceNames:
    """The ids of all sources, and what finds the names by which prose speaks of them."""

    ids: Collection[str]
    names: re.Pattern[str]


def source_names(corpus: Corpus) -> SourceNames:
    """How sources are spoken of: under their labels without the year, and in the words of links to them."""
    sources = corpus.of(Source)
    linked = {words for text in all_prose(corpus) for words in _words_of_links(text, {one.id for one in sources})}
    short = {found[1] for words in linked if (found := SHORT.match(words))}
    names = {short_label(one) for one in sources} | linked | short
    ordered = sorted((re.escape(name) for name in names if name), key=len, reverse=True)
    return SourceNames(
        {one.id for one in sources}, re.compile(rf"\b(?:{'|'.join(ordered) or '(?!)'})\b", re.IGNORECASE)
    )


def short_label(source: Source) -> str:
    """The label of a source without its year."""
    return YEAR.sub("", source.label)


def all_prose(corpus: Corpus) -> Iterator[str]:
    """The texts of our own prose: pages that restate no article, and what records say of themselves."""
    for document in corpus.documents:
        if not document.name.startswith("sources/"):
            yield from (block.text for block in document.blocks)
    for record in corpus.records.values():
        yield from (text for _, text in record.prose())


def _words_of_links(text: str, sources: Collection[str]) -> Iterator[str]:
    return (" ".join(found[3].split()) for found in MARK.finditer(text) if found[3] and found[2] in sources)


def counts_in(text: str, names: SourceNames, corpus: Corpus) -> Iterator[SpokenCount]:
    """The words of a text that count sources, in order."""
    searched = _searched(text, names, corpus)
    ends = [0, *(found.end() for found in BORDER.finditer(searched.words)), len(searched.words)]
    for found in COUNTING.finditer(searched.words):
        first, last = searched.offsets[found.start()], searched.ends[found.end() - 1]
        start = max(end for end in ends if end <= found.start())
        end = min(end for end in ends if end >= found.end())
        yield SpokenCount(
            _seen(text, searched, found.start(), found.end(), corpus),
            _seen(text, searched, start, end, corpus),
            first,
            last,
            any(searched.counted[found.start() : found.end()]),
        )


def _seen(text: str, searched: Searched, start: int, end: int, corpus: Corpus) -> str:
    """A stretch of the words that were searched as a reader sees them, with the names of sources."""
    seen = text[searched.offsets[start] : searched.ends[end - 1]]
    return " ".join(corpus.plain(seen).split())


def _searched(text: str, names: SourceNames, corpus: Corpus) -> Searched:
    words, offsets, ends, counted = [], list[int](), list[int](), list[bool]()
    for piece, start, end, in_count in _pieces(text, names, corpus):
        words.append(piece)
        as_written = len(piece) == end - start
        offsets += range(start, end) if as_written else [start] * len(piece)
        ends += range(start + 1, end + 1) if as_written else [end] * len(piece)
        counted += [in_count] * len(piece)
    return Searched("".join(words), tuple(offsets), tuple(ends), tuple(counted))


def _pieces(text: str, names: SourceNames, corpus: Corpus) -> Iterator[tuple[str, int, int, bool]]:
    """Stretches of the words that are searched, from where to where each stands, and whether it is that of a count."""
    end = 0
    for found in MARK.finditer(text):
        yield from _named(text[end : found.start()], end, names)
        if found[2] in names.ids:
            yield SIGN, *found.span(), False
        elif found[2]:
            yield found[3] or corpus.name_of(found[2]), *found.span(), False
        elif found[5]:
            yield names.names.sub(SIGN, found[5]), *found.span(), True
        end = found.end()
    yield from _named(text[end:], end, names)


def _named(text: str, offset: int, names: SourceNames) -> Iterator[tuple[str, int, int, bool]]:
    end = 0
    for found in names.names.finditer(text):
        yield text[end : found.start()], offset + end, offset + found.start(), False
        yield SIGN, offset + found.start(), offset + found.end(), False
        end = found.end()
    yield text[end:], offset + end, offset + len(text), False


@dataclass(frozen=True, slots=True)
class RecordCount:
    """Words that count sources in a record's own prose."""

    record: str
    path: Path
    count: SpokenCount


def counts_in_records(corpus: Corpus, names: SourceNames, keys: Iterable[str]) -> Iterator[RecordCount]:
    """The words that count sources in the prose of these records."""
    for key in keys:
        for path, text in corpus.records[key].prose():
            yield from (RecordCount(key, path, one) for one in counts_in(text, names, corpus))


def named_in(corpus: Corpus, words: str) -> list[Source]:
    """The sources that words name under their labels without the year."""
    return [one for one in corpus.of(Source) if re.search(rf"\b{re.escape(short_label(one))}\b", words)]
