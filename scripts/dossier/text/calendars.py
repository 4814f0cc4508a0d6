"""Years that no calendar of ours can mean: what they would be by another calendar, or with two digits in their places.

It serves to ask, not to convert: months and days are converted where the other calendar has months of known lengths,
and may be a day off.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from dossier.text.edtf import OPEN, Edtf, parse

# A year, a month and a day of another calendar, with what stands behind them.
POINT = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?([~?%]?)")
# The day before the first of the solar Hijri calendar, and of the lunar one by tables.
BEFORE_SOLAR, BEFORE_LUNAR = date(622, 3, 20).toordinal(), date(622, 7, 18).toordinal()

# The years of each 33 that have a leap day.
LEAPS = (1, 5, 9, 13, 17, 22, 26, 30)

Day = Callable[[int, int, int], date]


@dataclass(frozen=True, slots=True)
class Reading:
    """Another date that may be meant, and why: ``by the solar Hijri calendar``."""

    date: Edtf
    why: str


def solar_hijri(year: int, month: int, day: int) -> date:
    """A day of the calendar of Iran and its neighbours, whose leap years are here eight of each 33."""
    cycles, past = divmod(year - 1, 33)
    leaps = 8 * cycles + sum(leap <= past for leap in LEAPS)
    before = 31 * (month - 1) if month < 8 else 30 * (month - 1) + 6
    return date.fromordinal(BEFORE_SOLAR + 365 * (year - 1) + leaps + before + day)


def lunar_hijri(year: int, month: int, day: int) -> date:
    """A day of the calendar of lunar months as tables count it, without anybody having looked at the moon."""
    before = 354 * (year - 1) + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2
    return date.fromordinal(BEFORE_LUNAR + before + day)


def _shifted(years: int) -> Day:
    """A calendar whose months and days are ours."""
    return lambda year, month, day: date(year + years, month, day)


def _by_years(years: int, month: int, day: int) -> Day:
    """A calendar of whose months nothing is known here: its years alone, which begin about a day of ours."""
    return lambda year, _month, _day: date(year + years, month, day)


def _swapped(point: str, *, place: int) -> str:
    return point[:place] + point[place + 1] + point[place] + point[place + 2 :] if len(point) > place + 1 else point


def _converted(point: str, *, day_of: Day, has_months: bool = True) -> str | None:
    """A point of time by another calendar; nothing where it cannot be one."""
    found = POINT.fullmatch(point)
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups()[:3])
    assert year is not None
    try:
        if month is None or not has_months:
            return _from_to(day_of(year, 1, 1), day_of(year + 1, 1, 1) - timedelta(1), 4) + found[4]
        if month > 12:
            return None
        if day is None:
            following = (year, month + 1) if month < 12 else (year + 1, 1)
            return _from_to(day_of(year, month, 1), day_of(*following, 1) - timedelta(1), 7) + found[4]
        return day_of(year, month, day).isoformat() + found[4]
    except (ValueError, OverflowError):
        return None


def _from_to(first: date, last: date, length: int) -> str:
    """Two days as years or months, in so many signs: one where both are the same."""
    return "/".join(dict.fromkeys((first.isoformat()[:length], last.isoformat()[:length])))


# What may have been meant, and how it comes from an end of a date; of some calendars only the years are known here.
CHANGES: tuple[tuple[str, Callable[[str], str | None]], ...] = (
    *(("with two digits in their places", partial(_swapped, place=place)) for place in range(3)),
    ("by the solar Hijri calendar", partial(_converted, day_of=solar_hijri)),
    ("by the lunar Hijri calendar", partial(_converted, day_of=lunar_hijri)),
    ("by the Buddhist calendar", partial(_converted, day_of=_shifted(-543))),
    ("by the Hebrew calendar", partial(_converted, day_of=_by_years(-3761, 9, 15), has_months=False)),
    ("by the imperial calendar of Iran", partial(_converted, day_of=_by_years(-559, 3, 21), has_months=False)),
)


def readings(when: Edtf, first: date, last: date) -> Iterator[Reading]:
    """What a date may mean that lies wholly between two days: with two digits in their places, or by another calendar.

    An end that lies between them already stays as it is. None for a date that names no whole year.
    """
    ends = when.text.split("/")
    odd = [end not in OPEN and not _is_between(end, first, last) for end in ends]
    for why, change in CHANGES:
        changed = [change(end) if is_odd else end for end, is_odd in zip(ends, odd, strict=True)]
        known = [end for end in changed if end is not None]
        if changed != ends and len(known) == len(ends) and _is_between(text := _joined(known), first, last):
            yield Reading(parse(text), why)


def _is_between(text: str, first: date, last: date) -> bool:
    try:
        read = parse(text)
    except ValueError:
        return False
    return first <= read.first_known and (read.latest or read.first_known) <= last


def _joined(ends: list[str]) -> str:
    """The ends of a date, each perhaps two years, as one date: from the first of the first to the last of the last."""
    parts = [part for end in ends for part in (end.split("/") if end not in OPEN else [end])]
    return parts[0] if len(parts) == 1 else f"{parts[0]}/{parts[-1]}"
