"""No date is later than today."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.checking.plausibility.given import Given, dates_in, notice
from dossier.corpus.corpus import Corpus
from dossier.problems import Problem

RULE = "future-dates"


def check(corpus: Corpus, given: Given) -> Iterator[Problem]:
    for key, path, when in dates_in(corpus):
        begins_later = when.earliest is not None and when.earliest > given.today
        ends_later = when.latest is not None and when.latest.year > given.today.year
        if begins_later or ends_later:
            yield notice(corpus, key, path, RULE, f"{when} is yet to come", "mend the year")
