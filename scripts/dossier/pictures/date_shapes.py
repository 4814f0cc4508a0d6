"""Dates as they are drawn: what is known of one for certain, and what it leaves open, both in days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dossier.text.edtf import OPEN, Edtf, parse

# How far a line goes on beyond an end of which nothing is known.
BEYOND = timedelta(days=365)

# What is sure to have lasted is drawn where it is more than such a part of all that a date can span. Where a month
# follows on another, no more than the night between them is.
LEAST_SURE = 20

# How a date is bounded on a side: by a day that is known, by one that is known roughly, by none, or it goes on.
Bound = Literal["exact", "about", "unknown", "onward"]


@dataclass(frozen=True, slots=True)
class DateShape:
    """What a date can span at most, from ``first`` to ``last``, and what it surely lasted, all days inclusive.

    Without ``sure`` it is not said that it lasted: it was at some time within these bounds.
    """

    first: date
    last: date
    sure: tuple[date, date] | None
    start: Bound
    end: Bound

    @property
    def is_day(self) -> bool:
        return self.first == self.last and self.sure is None


def date_shape(when: Edtf, least: date, most: date) -> DateShape:
    """The shape of a date on a scale from one day to another, to whose edges it goes where it goes on."""
    start, end = ends_of(when)
    if start is not None and end is not None:
        if "/" not in when.text:
            # Its words may bound it more closely than its digits.
            return DateShape(*_days(when), None, _bound(when), _bound(when))
        return _closed(start, end)
    if start is not None:
        return _without_end(start, goes_on=when.text.endswith(".."), most=most)
    assert end is not None
    return _without_start(end, goes_on=when.text.startswith(".."), least=least)


def _closed(start: Edtf, end: Edtf) -> DateShape:
    """From one date to another. Where both may be the same day, nothing of it is sure to have lasted."""
    (first, began), (ended, last) = _days(start), _days(end)
    sure = (began, ended) if (ended - began) * LEAST_SURE > last - first else None
    return DateShape(first, last, sure, _bound(start), _bound(end))


def _without_end(start: Edtf, *, goes_on: bool, most: date) -> DateShape:
    first, began = _days(start)
    if not goes_on:
        return DateShape(first, moved(began, BEYOND), None, _bound(start), "unknown")
    last = max(most, began)
    return DateShape(first, last, (began, last), _bound(start), "onward")


def _without_start(end: Edtf, *, goes_on: bool, least: date) -> DateShape:
    ended, last = _days(end)
    if not goes_on:
        return DateShape(moved(ended, -BEYOND), last, None, "unknown", _bound(end))
    first = min(least, ended)
    return DateShape(first, last, (first, ended), "onward", _bound(end))


def ends_of(when: Edtf) -> tuple[Edtf | None, Edtf | None]:
    """Both ends as dates of their own; ``None`` where one is open or unknown."""
    if "/" not in when.text:
        return when, when
    start, end = (None if one in OPEN else parse(one) for one in when.text.split("/"))
    return start, end


def _days(when: Edtf) -> tuple[date, date]:
    assert when.earliest is not None
    assert when.latest is not None
    return when.earliest, when.latest


def _bound(when: Edtf) -> Bound:
    return "about" if when.text[-1] in "~?%" else "exact"


def moved(day: date, by: timedelta) -> date:
    """The day so many days on, or the first or last day that there can be."""
    return date.fromordinal(min(max(day.toordinal() + by.days, 1), date.max.toordinal()))
