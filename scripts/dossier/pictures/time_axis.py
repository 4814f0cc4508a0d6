"""A scale of years for drawings, in per cent of the width, on which long stretches with little in them are narrow."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

# A narrow year is as wide as a month of a full one, and no narrow stretch is wider than three full years.
NARROWER, WIDEST = 12, 3.0
SHORTEST_NARROW = 4
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
MOST_TICKS = 16
# So few years show their months too: all of them in a single year, else the first of each quarter.
FEW_YEARS = 4
# How far apart the beginnings of two labels have to be, in per cent: on a wide drawing, and on one of a phone.
APART, APART_ON_PHONE = 6.0, 9.5


@dataclass(frozen=True, slots=True)
class Stretch:
    """Years from ``first`` to ``last``, inclusive, all drawn equally wide, and where they stand in per cent."""

    first: int
    last: int
    narrow: bool
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class DateTick:
    """The beginning of a year or a month; where the drawing is narrow only a ``main`` tick has room for its label."""

    label: str
    x: float
    is_year: bool
    labelled: bool
    main: bool


@dataclass(frozen=True, slots=True)
class Scale:
    """Where days and years stand, in per cent of the width. Days outside stand at its ends."""

    stretches: tuple[Stretch, ...]
    ticks: tuple[DateTick, ...]

    @property
    def narrow(self) -> tuple[Stretch, ...]:
        return tuple(one for one in self.stretches if one.narrow)

    @property
    def first(self) -> date:
        return date(self.stretches[0].first, 1, 1)

    @property
    def last(self) -> date:
        return date(self.stretches[-1].last, 12, 31)

    def starts(self, day: date) -> float:
        """Where the day begins."""
        return _at(self.stretches, day, 0)

    def ends(self, day: date) -> float:
        """Where the day ends."""
        return _at(self.stretches, day, 1)

    def years(self, first: int, last: int) -> tuple[float, float]:
        """Where the first of these years begins and the last ends."""
        return self.starts(date(first, 1, 1)), self.ends(date(last, 12, 31))


def scale(first: int, last: int, busy: Iterable[int]) -> Scale:
    """The scale from the year ``first`` to the year ``last``. Runs of at least four years that are not ``busy`` are
    narrow, save where there is nothing but such years.
    """
    full = set(busy) or set(range(first, last + 1))
    runs = list(_runs(first, last, full))
    weights = [min((b - a + 1) / NARROWER, WIDEST) if narrow else b - a + 1 for a, b, narrow in runs]
    total, x, stretches = sum(weights), 0.0, []
    for (start, end, narrow), weight in zip(runs, weights, strict=True):
        width = 100 * weight / total
        stretches.append(Stretch(start, end, narrow, x, width))
        x += width
    return Scale(tuple(stretches), tuple(_ticks(stretches)))


def _runs(first: int, last: int, full: set[int]) -> Iterator[tuple[int, int, bool]]:
    """The first and the last year of each stretch, and whether it is narrow."""
    open_: list[tuple[int, int, bool]] = []
    for is_full, group in groupby(range(first, last + 1), key=full.__contains__):
        years = list(group)
        narrow = not is_full and len(years) >= SHORTEST_NARROW
        if open_ and not narrow and not open_[-1][2]:
            open_[-1] = (open_[-1][0], years[-1], False)
        else:
            open_.append((years[0], years[-1], narrow))
    yield from open_


def _at(stretches: Iterable[Stretch], day: date, whole_days: int) -> float:
    passed = day.timetuple().tm_yday - 1 + whole_days
    year = day.year + passed / date(day.year, 12, 31).timetuple().tm_yday
    x = 0.0
    for one in stretches:
        share = (year - one.first) / (one.last - one.first + 1)
        x += one.width * min(max(share, 0), 1)
    return round(x, 3)


def _ticks(stretches: list[Stretch]) -> list[DateTick]:
    """A tick at the beginning of each stretch and at round times within; labels where they do not touch."""
    days = [date(one.first, 1, 1) for one in sorted(stretches, key=lambda one: one.narrow)]
    days += [date(year, 1, 1) for year in _round_years(stretches)]
    days += _months(stretches)
    places = {day: _at(stretches, day, 0) for day in days}
    labelled, main = _apart(places, APART), _apart(places, APART_ON_PHONE)
    return [
        DateTick(_label(day), places[day], day.month == 1, day in labelled, day in main & labelled)
        for day in sorted(places)
    ]


def _label(day: date) -> str:
    return str(day.year) if day.month == 1 else calendar.month_abbr[day.month]


def _round_years(stretches: list[Stretch]) -> list[int]:
    years = sum(one.last - one.first + 1 for one in stretches if not one.narrow)
    step = next((one for one in STEPS if years / one <= MOST_TICKS), STEPS[-1])
    return [
        year
        for one in stretches
        for year in range(one.first + 1, one.last + 1)
        if year % (max(step, 10) if one.narrow else step) == 0
    ]


def _months(stretches: list[Stretch]) -> list[date]:
    first, last = stretches[0].first, stretches[-1].last
    if last - first >= FEW_YEARS:
        return []
    step = 1 if first == last else 3
    return [date(year, month, 1) for year in range(first, last + 1) for month in range(1 + step, 13, step)]


def _apart(places: dict[date, float], distance: float) -> set[date]:
    """The days whose labels have room; who stands earlier in ``places`` is asked first."""
    kept: dict[date, float] = {}
    for day, x in places.items():
        if x + distance <= 100 and all(abs(x - other) >= distance for other in kept.values()):
            kept[day] = x
    return set(kept)
