"""Whether a restated article holds every figure, date and proper name of the captured one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from dossier.captures.note_marks import without_note_marks
from dossier.corpus.corpus import Corpus
from dossier.model.records import Named, Record, Source
from dossier.reading.markdown_file import Block
from dossier.text.spelling import fold

What = Literal["figure", "date", "name"]

DATE_WORD = re.compile(
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
)
UNITS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
TEENS = ("thir", "four", "fif", "six", "seven", "eigh", "nine")
TENS = ("twen", "thir", "for", "fif", "six", "seven", "eigh", "nine")
NUMBER_WORDS = {
    **{word: str(number) for number, word in enumerate(UNITS) if word},
    **{f"{stem}teen": str(number) for number, stem in enumerate(TEENS, 13)},
    **{f"{stem}ty": str(number * 10) for number, stem in enumerate(TENS, 2)},
    **{
        f"{word}{ending}": str(10**power)
        for power, word in ((2, "hundred"), (3, "thousand"), (6, "million"))
        for ending in ("", "s")
    },
}
# Words of number that mostly count nothing: "one of them", "one another".
WEAK_NUMBERS = frozenset({"one"})
TOKEN = re.compile(r"(?:[A-Z]\.){2,}|\d[\d,.]*\d|\d|[^\W\d_](?:[^\W_]|['’-](?=\w))*")
SHORTEST_STEM, LONGEST_ENDING = 4, 3
SENTENCE_START = re.compile(r"(?:^|[.!?:][\"”’)]*\s+)[\"“‘(]*$")
# So many signs before a word tell; to search all of them for each word takes half a minute in 3,000 words.
SIGNS_BEFORE = 20


@dataclass(frozen=True, slots=True)
class Item:
    """A figure, a date word or a proper name of a captured paragraph."""

    what: What
    text: str


def begins_sentence(text: str, at: int) -> bool:
    """Whether what stands at a place of a text is the first word of a sentence."""
    return bool(SENTENCE_START.search(text[max(at - SIGNS_BEFORE, 0) : at]))


@dataclass(frozen=True, slots=True)
class Gap:
    """An item of a captured paragraph that neither the restated one nor a claim drawn from it holds."""

    paragraph: int
    what: What
    text: str


def items(paragraph: str) -> list[Item]:
    """The figures, dates and proper names of a text, each once, in order; marks of footnotes are no figures."""
    paragraph = without_note_marks(paragraph)
    found: dict[tuple[What, str], Item] = {}
    name: list[str] = []
    end = 0
    for match in TOKEN.finditer(paragraph):
        token = match[0]
        if name and (paragraph[end : match.start()] != " " or not token[0].isupper()):
            _keep(found, "name", " ".join(name))
            name = []
        end = match.end()
        folded = token.casefold().removesuffix("’s").removesuffix("'s")
        if token[0].isdigit() or (folded in NUMBER_WORDS and folded not in WEAK_NUMBERS):
            _keep(found, "figure", token)
        elif token[0].isupper() and DATE_WORD.fullmatch(folded):
            _keep(found, "date", token)
        elif token[0].isupper() and (not begins_sentence(paragraph, match.start()) or _is_acronym(token)):
            name.append(token)
    if name:
        _keep(found, "name", " ".join(name))
    return list(found.values())


def _is_acronym(token: str) -> bool:
    return sum(letter.isupper() for letter in token) > 1


def _keep(found: dict[tuple[What, str], Item], what: What, text: str) -> None:
    found.setdefault((what, _normal(text)), Item(what, text))


@lru_cache(maxsize=2**16)
def _normal(text: str) -> str:
    bare = re.sub(r"['’]s\b|(?<=[A-Z])\.", "", text)
    return NUMBER_WORDS.get(bare.casefold(), re.sub(r"(?<=\d),(?=\d)", "", fold_figures(bare)))


def fold_figures(text: str) -> str:
    """Folded words in which figures keep their separators."""
    return " ".join(token if token[0].isdigit() else fold(token) for token in TOKEN.findall(text))


def gaps(corpus: Corpus, source: Source, captured: Sequence[str]) -> list[Gap]:
    """What the restated article and its claims lack of the captured paragraphs, in their order."""
    article = corpus.article(source.id)
    blocks = article.paragraphs if article else {}
    return [
        Gap(number, item.what, item.text)
        for number, paragraph in enumerate(captured, 1)
        for item in lacking(paragraph, list(our_words(corpus, source, number, blocks.get(number))))
    ]


def lacking(paragraph: str, ours: list[str]) -> Iterator[Item]:
    """The figures, dates and names of a captured paragraph that none of our texts holds."""
    words = {word for text in ours for word in _words(text)}
    for item in items(paragraph):
        if not all(word in words or any(_akin(word, other) for other in words) for word in _words(item.text)):
            yield item


def _words(text: str) -> Iterator[str]:
    """The words of a text for comparison, compounds taken apart, numbers as figures."""
    for token in TOKEN.findall(text):
        for part in _normal(token).split():
            yield NUMBER_WORDS.get(part, part)


def _akin(word: str, other: str) -> bool:
    """Whether one is the other with an English ending, as the name of a people is often that of its country."""
    short, long = sorted((word, other), key=len)
    return len(short) >= SHORTEST_STEM and len(long) - len(short) <= LONGEST_ENDING and long.startswith(short)


def our_words(corpus: Corpus, source: Source, number: int, block: Block | None) -> Iterator[str]:
    """Our words for a paragraph: its restatement, its claims, and the names of all records that they name."""
    named: list[Record] = []
    if block:
        yield block.text
        named += [corpus.records[key] for key in block.linked if key in corpus.records]
    for claim in corpus.claims_in(source.id, number):
        yield claim.text
        keys = [*claim.about, *([claim.said_by] if claim.said_by else [])]
        named += [corpus.records[key] for key in keys if key in corpus.records]
        if claim.value:
            yield " ".join(str(end) for end in (claim.value.low, claim.value.high) if end is not None)
    for record in {record.id: record for record in named}.values():
        yield from [name.text for name in record.names] if isinstance(record, Named) else [record.heading]
