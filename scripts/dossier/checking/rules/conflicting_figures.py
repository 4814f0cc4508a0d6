"""Two figures on one matter that cannot both hold stand together on a question.

One matter is one main subject (the first in ``about``), one unit, and dates that overlap.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from dossier.corpus.corpus import Corpus
from dossier.model.records import Claim, Value
from dossier.problems import Problem
from dossier.text.edtf import Edtf


def check(corpus: Corpus) -> Iterator[Problem]:
    matters: dict[tuple[str, str | None], list[tuple[Claim, Value]]] = {}
    for claim in corpus.of(Claim):
        if claim.value is not None and claim.value.date is None:
            matters.setdefault((claim.about[0], claim.value.unit), []).append((claim, claim.value))
    for figures in matters.values():
        for (one, first), (other, second) in combinations(figures, 2):
            if _conflict(first, second) and not _questions(one) & _questions(other):
                message = f"conflicts with {one.id} ({_range(first)} against {_range(second)} {second.unit})"
                hint = "let both answer one question, or give them different units or dates (`as_of`)"
                yield corpus.location(other.id, ("value",), "conflicting-figures", message, hint)


def _conflict(one: Value, other: Value) -> bool:
    return _apart(_bounds(one), _bounds(other)) and not _dates_apart(one.as_of, other.as_of)


def _bounds(value: Value) -> tuple[float, float]:
    low = value.low if value.low is not None else float("-inf")
    high = value.high if value.high is not None else float("inf")
    return (low, high)


def _apart(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[1] < other[0] or other[1] < one[0]


def _dates_apart(one: Edtf | None, other: Edtf | None) -> bool:
    if one is None or other is None:
        return False
    return (one.latest or date.max) < (other.earliest or date.min) or (other.latest or date.max) < (
        one.earliest or date.min
    )


def _questions(claim: Claim) -> set[str]:
    return {answer.question for answer in claim.answers}


def _range(value: Value) -> str:
    if value.low is None:
        return f"at most {value.high:.15g}"
    if value.high is None:
        return f"at least {value.low:.15g}"
    return f"{value.low:.15g}" if value.low == value.high else f"{value.low:.15g} to {value.high:.15g}"
