"""No date is later than today."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.checking.plausibility.early_dates import first_usual
from dossier.checking.plausibility.given import Given, asked, dates_in
from dossier.corpus.corpus import Corpus
from dossier.problems import Problem

RULE = "future-dates"
# The winter of this year ends in the next.
WINTER = "24"


def check(corpus: Corpus, given: Given) -> Iterator[Problem]:
    found = list(dates_in(corpus))
    first = first_usual([one.when.first_known.year for one in found if one.when.first_known <= given.today])
    for one in found:
        when = one.when
        begins_later = when.earliest is not None and when.earliest > given.today
        ends_later = when.latest is not None and when.latest.year > given.today.year + (when.text[5:7] == WINTER)
        if begins_later or ends_later:
            yield one.notice(RULE, f"{when} is yet to come", asked(when, first, given.today))
