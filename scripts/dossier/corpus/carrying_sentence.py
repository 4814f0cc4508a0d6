"""Which sentence of a restated paragraph carries a claim.

A claim names its paragraph, and quotes words of the original, most of which the restatement puts otherwise. So the
sentence is found by what it shares with the claim: words, figures, and the records that both name. A word counts the
more, the fewer sentences of the paragraph have it, and the fewer claims: what many claims of a paragraph say is the
matter that they tell of, which another sentence names. Where too little is shared, or two sentences share nearly as
much, none is named.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import lru_cache
from itertools import pairwise
from math import log

from dossier.corpus.corpus import Corpus
from dossier.model.records import Claim
from dossier.text.sentences import Sentence
from dossier.text.spelling import ASKING, AUXILIARIES, FILLERS, PARTICLES, words_of

EMPTY = frozenset({*PARTICLES, *ASKING, *AUXILIARIES, *FILLERS, "s"})
# Texts of which the stems are kept: each claim of a paragraph is weighed against all others of it.
REMEMBERED = 1_000
# What a word is without its ending, so that “recruits” and “recruiting” are one.
ENDING = re.compile(r"(?<=[a-z]{3})(?:ing|ed|es|s|ly)$")
# What a shared pair of words, a record and a word of the anchor weigh beside a shared word.
PAIR, RECORD, ANCHOR = 0.7, 0.3, 0.4
# At least so much must be shared, and by the next best sentence at most so much of that.
LEAST, NEXT = 0.27, 0.85


def sentence_of(corpus: Corpus, claim: Claim, number: int) -> int:
    """The number of the sentence, from 1, that carries the claim in that paragraph; 0 where none is sure enough."""
    article = corpus.article(claim.source)
    among = article.sentences.get(number) if article else None
    return carrying(claim, corpus.claims_in(claim.source, number), among) if among else 0


def carrying(claim: Claim, beside: Sequence[Claim], among: Sequence[Sentence]) -> int:
    """The number of the sentence, from 1, that carries the claim; 0 where none shares enough, or two nearly as much.

    ``beside`` are the claims of the paragraph, with this one.
    """
    if len(among) == 1:
        return 1
    shares = _shares(claim, beside, among)
    second, best = sorted(shares)[-2:]
    return shares.index(best) + 1 if best >= LEAST and second <= best * NEXT else 0


def _shares(claim: Claim, beside: Sequence[Claim], among: Sequence[Sentence]) -> list[float]:
    """What part of the weight of all that is wanted each sentence holds."""
    held, wanted = [_held(one) for one in among], [_wanted(one) for one in beside]
    weights = {key: weight * _rarity(key, held) * _rarity(key, wanted) for key, weight in _wanted(claim).items()}
    total = sum(weights.values()) or 1
    return [sum(weight for key, weight in weights.items() if key in one) / total for one in held]


def _rarity(key: str, found: Sequence[Container[str]]) -> float:
    return log(1 + len(found) / (sum(key in one for one in found) or 1))


def _wanted(claim: Claim) -> dict[str, float]:
    """What a sentence that carries the claim is likely to hold, with what it weighs."""
    words, anchor = _stems(claim.text), [*_stems(claim.anchor.from_), *_stems(claim.anchor.to)]
    return {
        **dict.fromkeys(anchor, ANCHOR),
        **dict.fromkeys((f"[{key}]" for key in claim.about), RECORD),
        **dict.fromkeys(_pairs(words), PAIR),
        **dict.fromkeys(words, 1.0),
    }


def _held(sentence: Sentence) -> frozenset[str]:
    words = _stems(sentence.words)
    return frozenset({*words, *_pairs(words), *(f"[{key}]" for key in sentence.linked)})


def _pairs(words: Sequence[str]) -> list[str]:
    return [f"{one} {other}" for one, other in pairwise(words)]


@lru_cache(maxsize=REMEMBERED)
def _stems(text: str) -> tuple[str, ...]:
    return tuple(ENDING.sub("", word) for word in words_of(text) if word not in EMPTY)
