"""EDTF dates with the first and the last day that they can mean, and the words that show them."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

# The digits that are unknown stand at the end: `201X`, `20XX`, `2015-XX`, `2015-03-XX`, `2015-XX-XX`.
POINT = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?[~?%]?", re.ASCII)
# The seasons of the north. EDTF leaves open of which half of the earth they are, and which winter a year's is: here it
# is the one that begins in it, from December to the February after.
SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
FIRST_MONTHS = {"21": 3, "22": 6, "23": 9, "24": 12}
DOUBTS = {"~": "about", "?": "perhaps", "%": "perhaps_about"}
OPEN = ("", "..")
# What is said of each form of a date, in English, by which curators are told.
PHRASES = {
    "since": "since {start}",
    "end_unknown": "from {start}, end unknown",
    "until": "until {end}",
    "beginning_unknown": "until {end}, beginning unknown",
    "from_to": "{start} to {end}",
    "about": "about {date}",
    "perhaps": "perhaps {date}",
    "perhaps_about": "perhaps about {date}",
    "century": "between {first} and {last}",
    "decade": "the {first}s",
    "month_unknown": "{year}, month unknown",
    "month_and_day_unknown": "{year}, day unknown",
    "day_unknown": "{month} {year}, day unknown",
    "month": "{month} {year}",
    "day": "{day} {month} {year}",
    "spring": "spring {year}",
    "summer": "summer {year}",
    "autumn": "autumn {year}",
    "winter": "winter {year}–{next}",
    "months": " ".join(calendar.month_name[1:]),
}

Phrase = Callable[[str], str]
"""What is said under a key of ``PHRASES``, with the same fields, in some language."""


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date of EDTF level 1. ``earliest`` and ``latest`` are inclusive; ``None`` is an open or unknown end."""

    text: str
    earliest: date | None
    latest: date | None

    def __str__(self) -> str:
        return self.text

    @property
    def sort_key(self) -> tuple[date, date, str]:
        """Sorts by the first day that is known, then by the last; of two that begin alike an open end comes last."""
        return (self.first_known, self.latest or date.max, self.text)

    @property
    def first_known(self) -> date:
        """The first day that it can mean; where its beginning is open or unknown, the first that its end can."""
        return self.earliest or self.end_not_before or date.min

    @property
    def end_not_before(self) -> date | None:
        """The first day on which it can end; ``None`` where its end is open or unknown."""
        return _bounds(self.text.rpartition("/")[2])[0]

    def meets(self, other: Edtf) -> bool:
        """Whether there is a day that both can mean; an open end holds every day on its side."""
        starts = [when.earliest for when in (self, other) if when.earliest]
        ends = [when.latest for when in (self, other) if when.latest]
        return not starts or not ends or max(starts) <= min(ends)

    @property
    def words(self) -> str:
        """The date as an English reader would say it: ``about September 2014``, ``2016 to 2018``."""
        return self.said(PHRASES.__getitem__)

    def said(self, phrase: Phrase) -> str:
        """The date as a reader would say it."""
        if "/" not in self.text:
            return _point(self.text, phrase)
        start, end = self.text.split("/")
        key = {"..": "since", "": "end_unknown"}.get(end) or {"..": "until", "": "beginning_unknown"}.get(
            start, "from_to"
        )
        ends = {
            "start": "" if start in OPEN else _point(start, phrase),
            "end": "" if end in OPEN else _point(end, phrase),
        }
        return phrase(key).format_map(ends)


def parse(text: str) -> Edtf:
    """Reads an EDTF level 1 date of the years 1 to 9999. Raises ``ValueError``, whose message tells the curator why.

    https://www.loc.gov/standards/datetime/
    """
    start, end = text.split("/") if text.count("/") == 1 else (text, text)
    if start in OPEN and end in OPEN:
        raise ValueError("not an EDTF date of level 1")
    edtf = Edtf(text, _bounds(start)[0], _bounds(end)[1])
    if edtf.earliest and edtf.latest and edtf.latest < edtf.earliest:
        raise ValueError("a date that ends before it begins")
    return edtf


def memoised_parser() -> Callable[[str], Edtf]:
    """A ``parse`` that keeps what it has read, for a dossier repeats its dates."""
    return lru_cache(maxsize=None)(parse)


def _bounds(point: str) -> tuple[date, date] | tuple[None, None]:
    """The first and the last day that one end of a date can mean."""
    if point in OPEN:
        return None, None
    found = POINT.fullmatch(point)
    if found is None or not _possible(*found.groups()):
        raise ValueError("not an EDTF date of level 1")
    year, month, day = found.groups()
    first, last = _months(month)
    earliest, latest = int(year.replace("X", "0")), int(year.replace("X", "9")) + (last < first)
    try:
        if day is not None and day != "XX":
            exact = date(earliest, first, int(day))
            return exact, exact
        return date(earliest, first, 1), last_day(latest, last)
    except ValueError:
        raise ValueError("no such day in the calendar") from None


def last_day(year: int, month: int) -> date:
    """The last day of a month; of one that no calendar has any more, the last day that there can be."""
    return date(year, month, calendar.monthrange(year, month)[1]) if year <= date.max.year else date.max


def _possible(year: str, month: str | None, day: str | None) -> bool:
    """Whether no exact part comes after an unknown one, and no day after a season."""
    if "X" in year:
        return month is None
    if month in (None, "XX") or month in SEASONS:
        return day is None or (month == "XX" and day == "XX")
    return True


def _months(month: str | None) -> tuple[int, int]:
    """The first and the last month; those of a winter are December and the February after."""
    if month in (None, "XX"):
        return 1, 12
    first = FIRST_MONTHS.get(month)
    return (first, (first + 1) % 12 + 1) if first else (int(month), int(month))


def _point(text: str, phrase: Phrase) -> str:
    bare = text.rstrip("~?%")
    said, doubt = _bare(bare, phrase), DOUBTS.get(text[len(bare) :])
    return phrase(doubt).format_map({"date": said}) if doubt else said


def _bare(text: str, phrase: Phrase) -> str:
    year, *rest = text.split("-")
    month, day = rest[0] if rest else None, rest[1] if len(rest) > 1 else None
    if year.endswith("XX"):
        return phrase("century").format_map({"first": f"{year[:2]}00", "last": f"{year[:2]}99"})
    if year.endswith("X"):
        return phrase("decade").format_map({"first": f"{year[:3]}0"})
    if month is None:
        return year
    if month == "XX":
        return phrase("month_and_day_unknown" if day else "month_unknown").format_map({"year": year})
    return _month(year, month, day, phrase)


def _month(year: str, month: str, day: str | None, phrase: Phrase) -> str:
    if season := SEASONS.get(month):
        return phrase(season).format_map({"year": year, "next": _next(year)})
    key = "day_unknown" if day == "XX" else "day" if day else "month"
    named = phrase("months").split(" ")[int(month) - 1]
    return phrase(key).format_map({"year": year, "month": named, "day": day.lstrip("0") if day else ""})


def _next(year: str) -> str:
    """The year after, as it is written behind this one: ``15`` after ``2014``, ``2000`` after ``1999``."""
    after = f"{int(year) + 1:04}"
    return after[2:] if after[:2] == year[:2] else after
