"""No two claims of one paragraph say the same in almost the same words, nor two of one source in the same.

Claims that differ in who speaks, or in the records that they are about, may read alike but for the names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

from dossier.checking.plausibility.given import Given, notice
from dossier.corpus.corpus import Corpus
from dossier.model.records import Claim
from dossier.problems import Problem
from dossier.text.spelling import fold, words_of

RULE = "near-equal-claims"
LIKENESS = 0.88
LIKENESS_OF_OTHER_MATTERS = 0.97


def check(corpus: Corpus, _given: Given) -> Iterator[Problem]:
    told: set[tuple[str, str]] = set()
    for claims in corpus.indexes.claims_in.values():
        for one, other in combinations(claims, 2):
            if (one.id, other.id) not in told and alike(one, other):
                told.add((one.id, other.id))
                message = f"almost the words of {one.id}, of the same paragraph"
                hint = "make them one, or say what sets them apart"
                yield notice(corpus, other.id, ("text",), RULE, message, hint)
    yield from _word_for_word(corpus, told)


def _word_for_word(corpus: Corpus, told: set[tuple[str, str]]) -> Iterator[Problem]:
    """Claims with all words of another of their source, from other paragraphs, that do not say they repeat it."""
    first: dict[tuple[str, str | None, str], Claim] = {}
    for claim in corpus.of(Claim):
        one = first.setdefault((claim.source, claim.said_by, fold(claim.text)), claim)
        if one is claim or (one.id, claim.id) in told or one in corpus.both_ways(claim, "repeats"):
            continue
        what, numbers = "paragraph" if len(one.paragraphs) == 1 else "paragraphs", ", ".join(map(str, one.paragraphs))
        message = f"the words of {one.id}, of {what} {numbers} of the same source"
        yield notice(corpus, claim.id, ("text",), RULE, message, "give one of them both paragraphs, or say `repeats`")


def alike(one: Claim, other: Claim) -> bool:
    """Whether they have nearly the same words, and figures that are quite the same."""
    if one.said_by != other.said_by or _figures(one) != _figures(other):
        return False
    least = LIKENESS if set(one.about) == set(other.about) else LIKENESS_OF_OTHER_MATTERS
    likeness = SequenceMatcher(None, words_of(one.text), words_of(other.text), autojunk=False).ratio()
    return likeness >= least


def _figures(claim: Claim) -> list[str]:
    return re.findall(r"\d+", claim.text)
