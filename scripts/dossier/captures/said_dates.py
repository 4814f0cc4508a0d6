"""A date as a page gives it to an EDTF date that is no more exact."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
ISO = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?=$|[T\s])")
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?=$|T)")
NAMED = re.compile(
    r"(?:[A-Za-z]+,?\s+)?(?:(?P<before>\d{1,2})(?:st|nd|rd|th)?\.?\s+)?(?P<month>[A-Za-z]{3,9})\.?\s+"
    r"(?:(?P<after>\d{1,2})(?:st|nd|rd|th)?,?\s+)?(?P<year>\d{4})\b"
)
NUMBERS = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
OLDEST = 1400


@dataclass(frozen=True, slots=True)
class SaidDate:
    """An EDTF date, empty where none can be read; ``told`` where the page leaves open which day it means."""

    date: str
    told: str = ""


def edtf_of(said: str) -> SaidDate:
    """The date that some words or figures give: ``2021-05-14T10:00Z``, ``May 2021``, ``14.05.2021``."""
    said = " ".join(said.split())
    if found := COMPACT.match(said) or ISO.match(said):
        return SaidDate(_whole(*found.groups()))
    if (found := NAMED.search(said)) and (month := found["month"][:3].lower()) in MONTHS:
        return SaidDate(_whole(found["year"], str(MONTHS.index(month) + 1), found["before"] or found["after"]))
    if found := NUMBERS.match(said):
        return _by_numbers(said, *map(int, found.groups()))
    return SaidDate("")


def _by_numbers(said: str, one: int, other: int, year: int) -> SaidDate:
    """Day and month in one order or the other; where both could be, only the year is sure."""
    if one > 12 or one == other:
        return SaidDate(_whole(str(year), str(other), str(one)))
    if other > 12:
        return SaidDate(_whole(str(year), str(one), str(other)))
    return SaidDate(_whole(str(year)), f"The page gives the date {said}: day and month may stand in either order.")


def _whole(year: str, month: str | None = None, day: str | None = None) -> str:
    """The date, or an empty text where there is no such day."""
    try:
        checked = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return ""
    if checked.year < OLDEST:
        return ""
    return checked.isoformat()[: 10 if day else 7 if month else 4]
