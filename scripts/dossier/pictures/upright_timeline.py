"""The timeline for a narrow screen: time runs down, and every event has its name beside it.

A month is as high as the names of what begins in it, so that no name stands far from its mark.
"""

from __future__ import annotations

import calendar
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dossier.model.records import Event
from dossier.pictures.date_bars import DateMark, EventRow, row_lines, scale_of
from dossier.pictures.date_shapes import DateShape, date_shape, moved
from dossier.pictures.text_width import in_even_lines
from dossier.pictures.time_axis import Scale
from dossier.pictures.timeline import Years, silent_years
from dossier.text.edtf import last_day

# In pixels, on the narrowest screen.
WIDTH = 286.0
TEXT, SMALL, LINE, BETWEEN, UNNAMED = 12.5, 11.0, 15.0, 10.0, 4.0
TOP, BOTTOM = 8.0, 10.0
MARKS, LANE, MOST_LANES = 36.0, 9.0, 7
MONTH, QUIET, NARROWEST = 5.0, 30.0, 9.0
TICK = 15.0
DAYS = timedelta(days=4)
MOST_NAMED = 150


@dataclass(frozen=True, slots=True)
class UprightEvent:
    """An event: its marks in pixels from the top, in a lane whose middle is at ``x``, and its name.

    ``y`` is the middle of the first line of the name, of which there is none where there was no room for it; ``below``
    are the lines under it.
    """

    row: EventRow
    x: float
    y: float
    lines: tuple[str, ...]
    below: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UprightTick:
    """The beginning of a year or a month; months have labels where there is room."""

    label: str
    y: float
    is_year: bool


@dataclass(frozen=True, slots=True)
class Band:
    """Years to which no source dates anything, and where they stand."""

    years: Years
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class UprightTimeline:
    """All events that have a date, in order of time; names begin at ``names``."""

    height: float
    names: float
    ticks: tuple[UprightTick, ...]
    silent: tuple[Band, ...]
    placed: tuple[UprightEvent, ...]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Days that are drawn equally high."""

    first: date
    last: date
    top: float
    height: float
    label: str


@dataclass(frozen=True, slots=True)
class _Down:
    stretches: tuple[_Stretch, ...]
    starts: tuple[date, ...]

    def block(self, day: date) -> float:
        """Where the days begin that are drawn as high as this one."""
        return self.stretches[max(bisect_right(self.starts, day) - 1, 0)].top

    def at(self, day: date, whole_days: int = 0) -> float:
        """Where the day begins, or ends."""
        one = self.stretches[max(bisect_right(self.starts, day) - 1, 0)]
        share = ((day - one.first).days + whole_days) / ((one.last - one.first).days + 1)
        return round(one.top + one.height * min(max(share, 0), 1), 1)


def upright_timeline(events: Sequence[Event], words: dict[str, tuple[str, str]]) -> UprightTimeline | None:
    """Events in order of time; ``None`` where none has a date.

    ``words`` are what is written beside each, by its id: its name, which is broken into lines, and a line below it.
    """
    dated = [event for event in events if event.dated]
    if not dated:
        return None
    common = scale_of(one.when for event in dated for one in event.dated)
    shapes = {one.id: [date_shape(each.when, common.first, common.last) for each in one.dated] for one in dated}
    numbers = [_lines_of(shapes[one.id]) for one in dated]
    spans = [_span(own) for own in shapes.values()]
    lanes = _lanes((*span, number) for span, number in zip(spans, numbers, strict=True))
    names = MARKS + LANE * min(max(map(sum, zip(lanes, numbers, strict=True))), MOST_LANES) + 5
    named = {one.id for one in sorted(dated, key=lambda one: -len(one.told_by))[:MOST_NAMED]}
    lines = {one.id: _lines(*words[one.id], names) if one.id in named else ((), ()) for one in dated}
    begun = {one.id: _begin(shapes[one.id]) for one in dated}
    down = _down(common, [(begun[one.id], _room(lines[one.id])) for one in dated])
    placed, free = [], 0.0
    for event, lane, number in zip(dated, lanes, numbers, strict=True):
        top = max(free, down.block(begun[event.id]))
        free = top + _room(lines[event.id])
        marks = tuple(_mark(shape, down) for shape in shapes[event.id])
        x = MARKS + LANE * (lane + number / 2)
        placed.append(UprightEvent(EventRow(event, marks), x, round(top + LINE / 2 + 2, 1), *lines[event.id]))
    end = down.stretches[-1]
    silent = tuple(_band(years, down) for years in silent_years(dated, common))
    height = max(end.top + end.height, free) + BOTTOM
    return UprightTimeline(height, names, tuple(_ticks(down)), silent, tuple(placed))


def _span(shapes: Sequence[DateShape]) -> tuple[date, date]:
    """From when to when an event is drawn: a day takes more room than it lasts."""
    ends = [moved(one.last, DAYS) if one.is_day else one.last for one in shapes]
    return min(one.first for one in shapes), max(ends)


def _lines_of(shapes: Sequence[DateShape]) -> int:
    """On how many lanes an event is drawn: as many as none of its dates lie on each other."""
    marks = [DateMark(one.first.toordinal(), one.last.toordinal() + 1, None, one.start, one.end) for one in shapes]
    return max(row_lines(marks, 0)) + 1


def _begin(shapes: Sequence[DateShape]) -> date:
    """The first day that a source gives; of a beginning that is unknown the first that is known."""
    return min(moment(one) for one in shapes)


def moment(one: DateShape) -> date:
    if one.start == "unknown":
        return one.last
    return one.sure[1] if one.start == "onward" and one.sure else one.first


def _lines(name: str, below: str, names: float) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return in_even_lines(name, TEXT, WIDTH - names), in_even_lines(below, SMALL, WIDTH - names)


def _room(lines: tuple[tuple[str, ...], tuple[str, ...]]) -> float:
    number = sum(map(len, lines))
    return number * LINE + BETWEEN if number else UNNAMED


def _lanes(extents: Iterable[tuple[date, date, int]]) -> list[int]:
    """For each event, from when to when it is drawn on how many lanes, the first of them.

    Its lanes are the first whose marks end before its own begin, or those that end first where none are free.
    """
    ends: list[date] = [date.min] * MOST_LANES
    lanes = []
    for first, last, wanted in extents:
        number = min(wanted, MOST_LANES)
        blocks = [max(ends[lane : lane + number]) for lane in range(MOST_LANES - number + 1)]
        lane = next((lane for lane, end in enumerate(blocks) if end < first), blocks.index(min(blocks)))
        ends[lane : lane + number] = [last] * number
        lanes.append(lane)
    return lanes


def _down(common: Scale, needed: Sequence[tuple[date, float]]) -> _Down:
    """Each month as high as the names of what begins in it, each year in which nothing begins as high as its label."""
    rooms: dict[tuple[int, int], float] = {}
    for day, room in needed:
        rooms[day.year, day.month] = rooms.get((day.year, day.month), 0) + room
    top, stretches = TOP, []
    for first, last, height, label in _spans(common, rooms):
        stretches.append(_Stretch(first, last, top, height, label))
        top += height
    return _Down(tuple(stretches), tuple(one.first for one in stretches))


def _spans(common: Scale, rooms: dict[tuple[int, int], float]) -> Iterator[tuple[date, date, float, str]]:
    """From which day to which, how high, and what stands beside it."""
    full = {year for year, _ in rooms}
    for one in common.stretches:
        for year in range(one.first, one.last + 1):
            if year in full and not one.narrow:
                yield from _months(year, rooms)
            elif year in full:
                needed = sum(room for (other, _), room in rooms.items() if other == year)
                yield date(year, 1, 1), date(year, 12, 31), needed, str(year)
            elif not one.narrow:
                yield date(year, 1, 1), date(year, 12, 31), QUIET, str(year)
            elif year == one.first or year - 1 in full:
                last = next((later for later in range(year, one.last) if later + 1 in full), one.last)
                yield date(year, 1, 1), date(last, 12, 31), QUIET, str(year) if year == one.first else ""


def _months(year: int, rooms: dict[tuple[int, int], float]) -> Iterator[tuple[date, date, float, str]]:
    for month in range(1, 13):
        room = rooms.get((year, month), 0)
        label = str(year) if month == 1 else calendar.month_abbr[month] if room else ""
        yield date(year, month, 1), last_day(year, month), max(room, TICK if month == 1 else MONTH), label


def _mark(shape: DateShape, down: _Down) -> DateMark:
    start, end = down.at(shape.first), down.at(shape.last, 1)
    if shape.is_day:
        middle = round((start + end) / 2, 1)
        return DateMark(middle, middle, None, shape.start, shape.end)
    end = max(end, start + NARROWEST)
    sure = (down.at(shape.sure[0], 1), down.at(shape.sure[1])) if shape.sure else None
    if shape.sure and sure:
        sure = (start if shape.first == shape.sure[0] else sure[0], end if shape.last == shape.sure[1] else sure[1])
    return DateMark(start, end, sure, shape.start, shape.end)


def _ticks(down: _Down) -> Iterator[UprightTick]:
    """Each year, and each month in which something begins; a label where it does not touch the one above."""
    free = 0.0
    for one in down.stretches:
        if not one.label:
            continue
        has_room = one.top >= free
        if has_room:
            free = one.top + TICK
        yield UprightTick(one.label if has_room else "", round(one.top, 1), one.first.month == 1)


def _band(years: Years, down: _Down) -> Band:
    top = down.at(date(years.first, 1, 1))
    return Band(years, top, round(down.at(date(years.last, 12, 31), 1) - top, 1))
