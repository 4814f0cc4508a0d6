"""What a corpus is held against, and how a notice is made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from dossier.corpus.corpus import Corpus, Origin
from dossier.model.records import Actor, Claim, Event, Path, Record, Source
from dossier.problems import Problem
from dossier.text.calendars import readings
from dossier.text.edtf import Edtf

MOST_READINGS = 3


@dataclass(frozen=True, slots=True)
class Given:
    """The day of the check, and the captured paragraphs by source, as far as they are at hand."""

    today: date
    captured: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date, and where it stands: in what was read where, on which way into it, and in which record, if in one."""

    origin: Origin
    path: Path
    when: Edtf
    record: str = ""

    def notice(self, rule: str, message: str, hint: str) -> Problem:
        """A notice at the date."""
        return replace(self.origin.problem(self.path, rule, message, hint), record=self.record, level="notice")


def notice(corpus: Corpus, key: str, path: Path, rule: str, message: str, hint: str = "") -> Problem:
    """A notice at a place in a record."""
    return replace(corpus.location(key, path, rule, message, hint), level="notice")


def asked(when: Edtf, first: int, today: date) -> str:
    """A hint that asks whether another date is meant, which lies between the first usual year and today."""
    found = list(readings(when, date(max(first, 1), 1, 1), today))
    if not found:
        return "mend the year"
    meant = " or ".join(f"{one.date} ({one.why})" for one in found[:MOST_READINGS])
    return f"if {meant} is meant, write that"


def dates_in(corpus: Corpus) -> Iterator[Dated]:
    """Every date that a record, a phase or a correction gives."""
    for record in corpus.records.values():
        origin = corpus.origins[record.id]
        yield from (Dated(origin, path, when, record.id) for path, when in _dates_of(record) if when)
    phases, corrections = corpus.phases, corpus.corrections
    for phase, origin in zip(phases.items, phases.origins, strict=True):
        yield Dated(origin, ("period",), phase.period)
    for correction, origin in zip(corrections, corpus.correction_origins, strict=True):
        yield Dated(origin, ("date",), correction.date)


def _dates_of(record: Record) -> Iterator[tuple[Path, Edtf | None]]:
    if isinstance(record, Source):
        yield ("issued",), record.issued
    elif isinstance(record, Claim) and record.value:
        yield ("value", "date"), record.value.date
        yield ("value", "as_of"), record.value.as_of
    elif isinstance(record, Event):
        yield from ((("dated", place, "date"), one.date) for place, one in enumerate(record.dated))
    elif isinstance(record, Actor):
        yield from ((("relations", place, "period"), one.period) for place, one in enumerate(record.relations))
