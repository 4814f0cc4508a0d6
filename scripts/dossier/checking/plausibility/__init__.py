"""What is odd, though nothing forbids it, one rule a module. What was looked at and is right is accepted.

Each has ``RULE``, its name with hyphens, ``check(corpus, given)`` that yields notices, and a test of the same name.
References that lead nowhere are told elsewhere; a rule passes over them.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from dossier.checking.plausibility import (
    early_dates,
    events_after_sources,
    far_from_whole,
    future_dates,
    lost_headings,
    near_equal_claims,
    outside_country,
    repeated_headings,
    shared_names,
    shared_terms,
    stale_counts,
    stated_speech,
    uncounted_sources,
    unsaid_values,
)
from dossier.checking.plausibility.acceptance import sifted
from dossier.checking.plausibility.given import Given
from dossier.corpus.corpus import ACCEPTED, Corpus
from dossier.problems import Problem, first

RULES = (
    outside_country,
    far_from_whole,
    future_dates,
    early_dates,
    events_after_sources,
    unsaid_values,
    near_equal_claims,
    shared_names,
    stated_speech,
    shared_terms,
    stale_counts,
    uncounted_sources,
    lost_headings,
    repeated_headings,
)


def notices(corpus: Corpus, given: Given, faulty: Collection[str] = ()) -> list[Problem]:
    """The notices of a corpus that are not accepted, and an error for each acceptance that fits none.

    What is odd of a ``faulty`` record, or may be accepted where that cannot be read, is not told.
    """
    found = [problem for problem in _found(corpus, given) if problem.record not in faulty]
    if ACCEPTED in corpus.unread:
        return []
    # What is accepted today is not stale where a day has come, or where captures are not at hand.
    ever = [*found, *_found(corpus, Given(date.min))] if corpus.accepted.items else found
    return sifted(corpus, found, ever, [rule.RULE for rule in RULES], faulty)


def _found(corpus: Corpus, given: Given) -> list[Problem]:
    return [problem for rule in RULES for problem in first(rule.check(corpus, given))]
