"""A value stands in the words of its claim or in the paragraph: restated, or captured where captures are at hand.

A quantity stands there as a figure or in words, a rough one within its bounds; a date by its years.
What the source gives loosely stands there in its own words (`as_given`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.checking.coverage import NUMBER_WORDS
from dossier.checking.plausibility.given import Given, notice
from dossier.corpus.corpus import Corpus
from dossier.model.records import Claim, Value
from dossier.problems import Problem
from dossier.text.edtf import Edtf
from dossier.text.spelling import fold

RULE = "unsaid-values"
FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?|[^\W\d_]+")
MULTIPLES = {"hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "dozen": 12.0}
ONES = {word: float(number) for word, number in NUMBER_WORDS.items() if float(number) < 100} | {"once": 1.0}
ONES |= {"both": 2.0, "twice": 2.0, "half": 0.5, "first": 1.0, "no": 0.0, "none": 0.0, "zero": 0.0}


def check(corpus: Corpus, given: Given) -> Iterator[Problem]:
    for claim in corpus.of(Claim):
        if claim.value:
            texts = [claim.text, *_restated(corpus, claim), *_captured(claim, given)]
            yield from _unsaid(corpus, claim, claim.value, texts)


def _restated(corpus: Corpus, claim: Claim) -> Iterator[str]:
    article = corpus.article(claim.source)
    blocks = article.paragraphs if article else {}
    return (blocks[number].plain for number in claim.paragraphs if number in blocks)


def _captured(claim: Claim, given: Given) -> Iterator[str]:
    paragraphs = given.captured.get(claim.source, ())
    return (paragraphs[number - 1] for number in claim.paragraphs if number <= len(paragraphs))


def _unsaid(corpus: Corpus, claim: Claim, value: Value, texts: list[str]) -> Iterator[Problem]:
    if value.as_given and any(fold(value.as_given) in fold(text) for text in texts):
        return
    hint = "mend the value, or say it in the text"
    if value.as_given:
        message = f"neither the claim nor its paragraph says “{value.as_given}”"
        yield notice(corpus, claim.id, ("value", "as_given"), RULE, message, "write it as the source has it")
        return
    if value.date:
        for year in _unsaid_years(value.date, texts):
            message = f"neither the claim nor its paragraph says {year}"
            yield notice(corpus, claim.id, ("value", "date"), RULE, message, hint)
        return
    for key in _unsaid_ends(value, {number for text in texts for number in numbers_in(text)}):
        message = f"neither the claim nor its paragraph says {getattr(value, key):.15g}"
        yield notice(corpus, claim.id, ("value", key), RULE, message, hint)


def _unsaid_ends(value: Value, said: set[float]) -> Iterator[str]:
    """The ends of a quantity that are not among the numbers; “more than a hundred” may begin at 101."""
    low, high = value.low, value.high
    if low is not None and high is not None and value.approximate:
        if not any(low <= number <= high for number in said):
            yield "low"
        return
    for key, end in (("low", low), ("high", high if high != low else None)):
        if end is not None and said.isdisjoint((end - 1, end, end + 1)):
            yield key


def _unsaid_years(when: Edtf, texts: list[str]) -> Iterator[str]:
    years = dict.fromkeys(re.findall(r"(?<!\d)\d{4}|\d{3}(?=X)", re.sub(r"-\d\d", "", when.text)))
    return (year for year in years if not any(year in text for text in texts))


def numbers_in(text: str) -> Iterator[float]:
    """The numbers of a text, in figures or in words: `1.2 million`, `two hundred`, `hundreds`, `twenty-four`."""
    number, end = 0.0, -1
    for found in FIGURE.finditer(text):
        word = found[0].casefold()
        before = number if text[end : found.start()] in (" ", "-") else 0.0
        multiple = MULTIPLES.get(word.removesuffix("s"))
        value = float(word.replace(",", "")) if word[0].isdigit() else ONES.get(word)
        if multiple:
            value = (before or 1.0) * multiple
        elif value is not None and value < 10 <= before < 100 and text[end : found.start()] == "-":
            value += before
        if value is not None:
            yield value
        number, end = value or 0.0, found.end()
