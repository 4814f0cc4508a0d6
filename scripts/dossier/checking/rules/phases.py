"""Phases stand on claims and have a beginning; they stand in order of time, and no two of them overlap.

So an event begins in one at most.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dossier.corpus.corpus import Corpus
from dossier.problems import Problem


def check(corpus: Corpus) -> Iterator[Problem]:
    before: date | None = None
    for phase, origin in zip(corpus.phases.items, corpus.phases.origins, strict=True):
        if not phase.claims:
            hint = "name the claims that speak of this time so, or take the phase out"
            yield origin.problem((), "phase", f'no claim carries "{phase.title}"', hint)
        first = phase.period.earliest
        if first is None:
            hint = "write the first year, month or day that it can be"
            yield origin.problem(("period",), "phase", f'"{phase.period}" has no beginning', hint)
        elif before is not None and first <= before:
            message = f'"{phase.title}" begins before the phase above it has ended'
            yield origin.problem(("period",), "phase", message, "put them in order of time, without an overlap")
        before = phase.period.latest or date.max
