"""Which claims were known by a day: a claim is, from the first day on which its source is certainly published."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from dossier.corpus.corpus import Corpus
from dossier.model.records import Claim, Source
from dossier.text.edtf import Phrase, parse


@dataclass(frozen=True, slots=True)
class KnownStep:
    """A day from which more sources are known: the ``newest`` are those, ``number`` counts all that are known then."""

    day: date
    newest: tuple[Source, ...]
    number: int

    def said(self, phrase: Phrase) -> str:
        """The day as a reader would say it."""
        return parse(self.day.isoformat()).said(phrase)


def known_from(source: Source) -> date | None:
    """The last day that its date can mean, so that a source dated by year is known at the year's end.

    ``None`` where the source has no date or one without an end: such a source always counts as known.
    """
    return source.issued.latest if source.issued else None


def first_known(corpus: Corpus, claims: Iterable[Claim]) -> date | None:
    """The day from which at least one of the claims is known; ``None`` where that is always so, or there is none."""
    days = [known_from(corpus.source(claim.source)) for claim in claims]
    return None if None in days else min((day for day in days if day), default=None)


def in_order_known(sources: Iterable[Source]) -> list[Source]:
    """The sources that are always known, then the others by the day from which they are."""
    return sorted(sources, key=lambda source: known_from(source) or date.min)


def steps(sources: Iterable[Source]) -> list[KnownStep]:
    """The days on which these sources came to be known, each once."""
    ordered = in_order_known(sources)
    found, number = [], 0
    for day, group in groupby(ordered, key=known_from):
        newest = tuple(group)
        number += len(newest)
        if day:
            found.append(KnownStep(day, newest, number))
    return found
