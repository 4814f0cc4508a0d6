"""No claim disputes, supports or repeats itself, nor both disputes and supports another."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.corpus.corpus import Corpus
from dossier.model.records import Claim
from dossier.problems import Problem


def check(corpus: Corpus) -> Iterator[Problem]:
    for claim in corpus.of(Claim):
        for field in ("disputes", "supports", "repeats"):
            for place, other in enumerate(getattr(claim, field)):
                if other == claim.id:
                    yield corpus.location(
                        claim.id, (field, place), "claim-relations", "a claim names itself", "take it out"
                    )
        for place, other in enumerate(claim.supports):
            if other in claim.disputes:
                message = f'"{other}" is both disputed and supported'
                yield corpus.location(claim.id, ("supports", place), "claim-relations", message, "keep one")
