"""No two claims drawn from one paragraph say the same in almost the same words.

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
from dossier.text.spelling import words_of

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


def alike(one: Claim, other: Claim) -> bool:
    """Whether they have nearly the same words, and figures that are quite the same."""
    if one.said_by != other.said_by or _figures(one) != _figures(other):
        return False
    least = LIKENESS if set(one.about) == set(other.about) else LIKENESS_OF_OTHER_MATTERS
    likeness = SequenceMatcher(None, words_of(one.text), words_of(other.text), autojunk=False).ratio()
    return likeness >= least


def _figures(claim: Claim) -> list[str]:
    return re.findall(r"\d+", claim.text)
