"""What a corpus is held against, and how a notice is made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from dossier.corpus.corpus import Corpus
from dossier.model.records import Actor, Claim, Event, Path, Source
from dossier.problems import Problem
from dossier.text.edtf import Edtf

# The id of a record, the way to a date in it, and the date.
Dated = tuple[str, Path, Edtf]


@dataclass(frozen=True, slots=True)
class Given:
    """The day of the check, and the captured paragraphs by source, as far as they are at hand."""

    today: date
    captured: Mapping[str, Sequence[str]] = field(default_factory=dict)


def notice(corpus: Corpus, key: str, path: Path, rule: str, message: str, hint: str = "") -> Problem:
    """A notice at a place in a record."""
    return replace(corpus.location(key, path, rule, message, hint), level="notice")


def dates_in(corpus: Corpus) -> Iterator[Dated]:
    """Every date that a record gives."""
    for source in corpus.of(Source):
        if source.issued:
            yield source.id, ("issued",), source.issued
    for claim in corpus.of(Claim):
        yield from _dates_of_value(claim)
    for event in corpus.of(Event):
        yield from ((event.id, ("dated", place, "date"), one.date) for place, one in enumerate(event.dated))
    for actor in corpus.of(Actor):
        yield from (
            (actor.id, ("relations", place, "period"), one.period)
            for place, one in enumerate(actor.relations)
            if one.period
        )


def _dates_of_value(claim: Claim) -> Iterator[Dated]:
    if claim.value and claim.value.date:
        yield claim.id, ("value", "date"), claim.value.date
    if claim.value and claim.value.as_of:
        yield claim.id, ("value", "as_of"), claim.value.as_of
