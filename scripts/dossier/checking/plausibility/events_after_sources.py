"""An event has happened when a source tells of it: some date of it is over by its newest source.

What is only expected or planned is still to come.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dossier.checking.plausibility import early_dates, future_dates
from dossier.checking.plausibility.given import Given, notice
from dossier.corpus.corpus import Corpus
from dossier.model.records import Claim, Event, Source
from dossier.problems import Problem

RULE = "events-after-sources"
HINT = "mend the dates, or those of the sources"
OF_THE_FUTURE = frozenset({"forecast", "intention"})


def check(corpus: Corpus, given: Given) -> Iterator[Problem]:
    # A date that is told to be odd itself is the cause: what follows from it is not told too.
    told = {one.record for rule in (early_dates, future_dates) for one in rule.check(corpus, given)}
    for event in corpus.of(Event):
        claims = [claim for key in event.claims if isinstance(claim := corpus.records.get(key), Claim)]
        if told.intersection((event.id, *(claim.source for claim in claims))):
            continue
        starts = [one.when.earliest for one in event.dated if one.when.earliest]
        issued = [day for claim in claims if (day := _issued(corpus, claim))]
        past = [claim for claim in claims if claim.kind not in OF_THE_FUTURE]
        if not past or not starts or len(issued) != len(claims):
            continue
        ends = [end for one in event.dated if (end := one.when.end_not_before)]
        if min(starts) > max(issued):
            message = f"begins on {min(starts)}, after its newest source of {max(issued)}"
            yield notice(corpus, event.id, ("dated",), RULE, message, HINT)
        elif len(ends) == len(event.dated) and min(ends) > max(issued):
            message = f"ends on {min(ends)} or later, after its newest source of {max(issued)}"
            yield notice(corpus, event.id, ("dated",), RULE, message, HINT)


def _issued(corpus: Corpus, claim: Claim) -> date | None:
    source = corpus.records.get(claim.source)
    return source.issued.latest if isinstance(source, Source) and source.issued else None
