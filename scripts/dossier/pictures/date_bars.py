"""Dates on a scale of time, each drawn as exact or as vague as it is, and small timelines of a few events."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dossier.model.records import Event
from dossier.pictures.date_shapes import BEYOND, Bound, DateShape, date_shape, ends_of, moved
from dossier.pictures.time_axis import Scale, scale
from dossier.text.edtf import Edtf

# A date that spans no more days than this makes its years full ones on the scale.
SHORT = timedelta(days=3 * 366)
NARROWEST = 0.8
# In a small timeline: how wide a day is taken to be, and the room between two marks of one lane, in per cent.
DAY, GAP = 2.0, 0.8


@dataclass(frozen=True, slots=True)
class DateMark:
    """A date on a scale, from ``start`` to ``end``: of a day both are the same.

    Its bounds are of the words of ``Bound``; ``sure`` is the part of it that it surely lasted.
    """

    start: float
    end: float
    sure: tuple[float, float] | None
    start_bound: Bound
    end_bound: Bound

    @property
    def is_day(self) -> bool:
        return self.start == self.end

    @property
    def width(self) -> float:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event and how its dates are drawn, one mark a date in the order of its record."""

    event: Event
    marks: tuple[DateMark, ...]

    @property
    def extent(self) -> tuple[float, float]:
        """From where to where its marks reach; a day has no width."""
        return min(one.start for one in self.marks), max(one.end for one in self.marks)

    def lines(self, day: float) -> tuple[int, ...]:
        """For each mark the line on which it stands, the topmost being 0: marks that would lie on each other have two.

        ``day`` is how wide a day is drawn.
        """
        return row_lines(self.marks, day)


def row_lines(marks: Sequence[DateMark], day: float) -> tuple[int, ...]:
    """For each mark of an event the first line on which it does not lie on another; a day is that wide."""
    ends: list[float] = []
    found: dict[int, int] = {}
    for number in sorted(range(len(marks)), key=lambda one: marks[one].start):
        one = marks[number]
        aside = day / 2 if one.is_day else 0
        line = next((line for line, end in enumerate(ends) if end <= one.start - aside), len(ends))
        ends[line:] = [one.end + aside, *ends[line + 1 :]]
        found[number] = line
    return tuple(found[number] for number in range(len(marks)))


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
    """An event with all dates that sources give it on one line, in per cent of the width."""
    return EventRow(event, tuple(mark(one.when, common) for one in event.dated))


def _extent(drawn: Iterable[DateMark]) -> tuple[float, float]:
    widths = [(one.start - DAY / 2, one.end + DAY / 2) if one.is_day else (one.start, one.end) for one in drawn]
    return min(first for first, _ in widths), max(last for _, last in widths)


def scale_of(dates: Iterable[Edtf]) -> Scale:
    """The scale that holds all these dates, of which there is at least one, and what goes on beyond them."""
    dates = list(dates)
    reaches = [_reach(one) for one in dates]
    years = [first.year for first, _ in reaches], [last.year for _, last in reaches]
    return scale(min(years[0]), max(years[1]), {year for one in dates for year in _busy(one)})


def _reach(when: Edtf) -> tuple[date, date]:
    start, end = ends_of(when)
    known = start or end
    assert known
    first, last = known.earliest or date.min, (end or known).latest or date.max
    return (first if start else moved(first, -BEYOND)), (last if end else moved(last, BEYOND))


def is_close(when: Edtf) -> bool:
    """Whether a date tells the time closely enough to make its years full ones on a scale."""
    return len(_busy(when)) > 0


def _busy(when: Edtf) -> range:
    """The years in which enough happens for their full width: those of every date that is short."""
    first, last = when.earliest or when.latest, when.latest or when.earliest
    if first is None or last is None or last - first > SHORT:
        return range(0)
    return range(first.year, last.year + 1)


def mark(when: Edtf, common: Scale, narrowest: float = NARROWEST) -> DateMark:
    """How a date is drawn on a scale; all but a day is at least ``narrowest`` wide."""
    return placed_mark(date_shape(when, common.first, common.last), common, narrowest)


def placed_mark(shape: DateShape, common: Scale, narrowest: float = NARROWEST) -> DateMark:
    start, end = common.starts(shape.first), common.ends(shape.last)
    if shape.is_day:
        start = end = round((start + end) / 2, 3)
        return DateMark(start, end, None, shape.start, shape.end)
    if (wider := narrowest - (end - start)) > 0:
        start = min(max(start - wider / 2, 0), 100 - narrowest)
        end = start + narrowest
    start, end = round(start, 3), round(end, 3)
    return DateMark(start, end, _sure(shape, common, start, end), shape.start, shape.end)


def _sure(shape: DateShape, common: Scale, start: float, end: float) -> tuple[float, float] | None:
    """What surely lasted, within the bounds that are drawn; a day that is known for an end is a part of it."""
    if not shape.sure:
        return None
    began = start if shape.first == shape.sure[0] else common.ends(shape.sure[0])
    ended = end if shape.last == shape.sure[1] else common.starts(shape.sure[1])
    return min(max(began, start), end), max(min(ended, end), start)
