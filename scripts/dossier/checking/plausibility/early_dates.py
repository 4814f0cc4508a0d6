"""No date lies before all others by more than the whole time between those.

Nor does one lie centuries before most that would be among them by another calendar.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from statistics import median_low

from dossier.checking.plausibility.given import Given, asked, dates_in
from dossier.corpus.corpus import Corpus
from dossier.problems import Problem
from dossier.text.calendars import readings

RULE = "early-dates"
LEAST_GAP = 50
"""Years."""
LONG_AGO = 300
"""Years before the middle of all dates: as many lie between the calendars of which a date may be."""
MOST_BEFORE = 0.1
"""Of all dates, the share that can stand before the gap and still be odd."""


def check(corpus: Corpus, given: Given) -> Iterator[Problem]:
    dated = [(one.when.first_known.year, one) for one in dates_in(corpus)]
    years = [year for year, _ in dated]
    first = first_usual(years)
    middle = median_low(years) if years else 0
    for year, one in dated:
        if year < first:
            message = f"{one.when} is {first - year} years before all usual dates of this dossier"
            yield one.notice(RULE, message, asked(one.when, first, given.today))
        elif middle - year > LONG_AGO and any(readings(one.when, date(middle - LONG_AGO, 1, 1), given.today)):
            message = f"{one.when} is {middle - year} years before most dates of this dossier"
            yield one.notice(RULE, message, asked(one.when, middle - LONG_AGO, given.today))


def first_usual(years: Sequence[int]) -> int:
    """The first year after the last gap that is longer than all the time after it, where few years stand before."""
    first = min(years, default=0)
    for before, after in pairwise(sorted(set(years))):
        few = sum(year <= before for year in years) <= max(1, MOST_BEFORE * len(years))
        if few and after - before > max(LEAST_GAP, max(years) - after):
            first = after
    return first
