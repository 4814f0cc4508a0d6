"""No date lies before all others by more than the whole time between those."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from dossier.checking.plausibility.given import Given, dates_in, notice
from dossier.corpus.corpus import Corpus
from dossier.problems import Problem

RULE = "early-dates"
LEAST_GAP = 50
"""Years."""
MOST_BEFORE = 0.1
"""Of all dates, the share that can stand before the gap and still be odd."""


def check(corpus: Corpus, _given: Given) -> Iterator[Problem]:
    dated = [(when.earliest.year, key, path, when) for key, path, when in dates_in(corpus) if when.earliest]
    first = first_usual([year for year, *_ in dated])
    for year, key, path, when in dated:
        if year < first:
            message = f"{when} is {first - year} years before all usual dates of this dossier"
            yield notice(corpus, key, path, RULE, message, "mend the year")


def first_usual(years: Sequence[int]) -> int:
    """The first year after the last gap that is longer than all the time after it, where few years stand before."""
    first = min(years, default=0)
    for before, after in pairwise(sorted(set(years))):
        few = sum(year <= before for year in years) <= max(1, MOST_BEFORE * len(years))
        if few and after - before > max(LEAST_GAP, max(years) - after):
            first = after
    return first
