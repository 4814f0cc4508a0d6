"""Dates on a scale of time, each drawn as exact or as vague as it is, and small timelines of a few events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dossier.model.records import Event
from dossier.pictures.time_axis import Scale, scale
from dossier.text.edtf import OPEN, Edtf, parse

# How far a bar fades out beyond an end of which nothing is known.
FADE = timedelta(days=365)
# A date that spans no more days than this makes its years full ones on the scale.
SHORT = timedelta(days=3 * 366)
NARROWEST = 0.8
# In a small timeline: how wide a day is taken to be, and the room between two marks of one lane, in per cent.
DAY, GAP = 2.0, 0.8

Fades = Literal["", "start", "end"]


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a date, both days inclusive. What is not ``lasting`` happened at some time within it."""

    first: date
    last: date
    lasting: bool = False
    doubtful: bool = False
    fades: Fades = ""


@dataclass(frozen=True, slots=True)
class DateMark:
    """A span on a scale: ``x`` is its left edge, in per cent, and ``width`` is 0 for a single day."""

    x: float
    width: float
    lasting: bool
    doubtful: bool
    fades: Fades


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event and how its dates are drawn."""

    event: Event
    marks: tuple[DateMark, ...]


@dataclass(frozen=True, slots=True)
class SmallTimeline:
    """Events on one scale in as few lanes as they need; each row with its lane, the topmost being 0."""

    scale: Scale
    placed: tuple[tuple[int, EventRow], ...]

    @property
    def lanes(self) -> int:
        return max((lane for lane, _ in self.placed), default=-1) + 1


def small_timeline(events: Sequence[Event]) -> SmallTimeline:
    """At least one event with a date, in order of time, on a scale of their own, each in the first lane with room."""
    common = scale_of(one.when for event in events for one in event.dated)
    taken: list[float] = []
    placed = []
    for event in events:
        row = event_row(event, common)
        first, last = _extent(row.marks)
        lane = next((number for number, end in enumerate(taken) if end + GAP <= first), len(taken))
        taken[lane:] = [last, *taken[lane + 1 :]]
        placed.append((lane, row))
    return SmallTimeline(common, tuple(placed))


def event_row(event: Event, common: Scale) -> EventRow:
    """An event with all dates that sources give it on one line."""
    return EventRow(event, tuple(mark for one in event.dated for mark in marks(one.when, common)))


def _extent(drawn: Iterable[DateMark]) -> tuple[float, float]:
    widths = [(one.x, one.x + one.width) if one.width else (one.x - DAY / 2, one.x + DAY / 2) for one in drawn]
    return min(first for first, _ in widths), max(last for _, last in widths)


def scale_of(dates: Iterable[Edtf]) -> Scale:
    """The scale that holds all these dates, of which there is at least one, and what fades beyond them."""
    dates = list(dates)
    reaches = [_reach(one) for one in dates]
    years = [first.year for first, _ in reaches], [last.year for _, last in reaches]
    return scale(min(years[0]), max(years[1]), {year for one in dates for year in _busy(one)})


def _reach(when: Edtf) -> tuple[date, date]:
    start, end = ends_of(when)
    known = start or end
    assert known
    first, last = known.earliest or date.min, (end or known).latest or date.max
    return (first if start else _moved(first, -FADE)), (last if end else _moved(last, FADE))


def _busy(when: Edtf) -> range:
    """The years in which enough happens for their full width: those of every date that is short."""
    first, last = when.earliest or when.latest, when.latest or when.earliest
    if first is None or last is None or last - first > SHORT:
        return range(0)
    return range(first.year, last.year + 1)


def spans(when: Edtf, common: Scale) -> Iterator[Span]:
    """The parts of a date, from the left: a doubtful or open beginning, what is certain, such an end."""
    start, end = ends_of(when)
    if start is not None and end is not None:
        yield from _closed(start, end, lasting="/" in when.text)
    elif start is not None:
        ongoing = when.text.endswith("..")
        yield from _closed(start, start, lasting=True)
        first = _moved(start.latest, timedelta(1))
        yield Span(first, common.last if ongoing else _moved(start.latest, FADE), True, False, "end")
    elif end is not None:
        always = when.text.startswith("..")
        last = _moved(end.earliest, -timedelta(1))
        yield Span(common.first if always else _moved(end.earliest, -FADE), last, True, False, "start")
        yield from _closed(end, end, lasting=True)


def _closed(start: Edtf, end: Edtf, *, lasting: bool) -> Iterator[Span]:
    """A date whose both ends are known, if only roughly. Ends that may be the same are one span."""
    assert start.earliest is not None
    assert start.latest is not None
    assert end.earliest is not None
    assert end.latest is not None
    if start.latest >= end.earliest:
        yield Span(start.earliest, end.latest, lasting, _doubtful(start) or _doubtful(end))
        return
    first, last = start.earliest, end.latest
    if _doubtful(start):
        yield Span(start.earliest, start.latest, lasting, doubtful=True)
        first = _moved(start.latest, timedelta(1))
    if _doubtful(end):
        last = _moved(end.earliest, -timedelta(1))
    if first <= last:
        yield Span(first, last, lasting)
    if _doubtful(end):
        yield Span(end.earliest, end.latest, lasting, doubtful=True)


def marks(when: Edtf, common: Scale) -> tuple[DateMark, ...]:
    """How a date is drawn on a scale."""
    return tuple(_mark(span, common) for span in spans(when, common))


def _mark(span: Span, common: Scale) -> DateMark:
    x, end = common.starts(span.first), common.ends(span.last)
    if span.first == span.last and not span.lasting:
        return DateMark(round((x + end) / 2, 3), 0, lasting=False, doubtful=span.doubtful, fades="")
    wider = max(NARROWEST - (end - x), 0)
    x = min(max(x - wider / 2, 0), 100 - NARROWEST)
    return DateMark(round(x, 3), round(max(end - x, NARROWEST), 3), span.lasting, span.doubtful, span.fades)


def ends_of(when: Edtf) -> tuple[Edtf | None, Edtf | None]:
    """Both ends as dates of their own; ``None`` where one is open or unknown."""
    if "/" not in when.text:
        return when, when
    start, end = (None if one in OPEN else parse(one) for one in when.text.split("/"))
    return start, end


def _doubtful(when: Edtf) -> bool:
    return when.text[-1] in "~?%"


def _moved(day: date | None, by: timedelta) -> date:
    """The day so many days on, or the first or last day that there can be."""
    assert day is not None
    return date.fromordinal(min(max(day.toordinal() + by.days, 1), date.max.toordinal()))
