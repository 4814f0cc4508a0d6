"""Dates drawn on a scale, as templates print them: numbers as text, in per cent of the width or in pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.pictures.date_bars import DateMark
from dossier.pictures.time_axis import Scale


@dataclass(frozen=True, slots=True)
class DrawnDate:
    """A part of a date: ``shape`` is ``fades``, ``day``, ``lasting`` or ``within``; ``fill`` is empty or an address."""

    shape: str
    is_doubtful: bool
    x: float
    y: float
    width: float
    height: float
    fill: str


def drawn_dates(marks: Sequence[DateMark], y: float, height: float) -> tuple[DrawnDate, ...]:
    """The parts of a date in a row ``height`` pixels high that begins at ``y``."""
    return tuple(_drawn(one, y, height) for one in marks)


def _drawn(mark: DateMark, y: float, height: float) -> DrawnDate:
    fill = "url(#date-doubtful)" if mark.doubtful else ""
    if mark.fades:
        fades = f"url(#date-fades-{mark.fades})"
        return DrawnDate("fades", mark.doubtful, mark.x, y + height / 2 - 3, mark.width, 6, fades)
    if not mark.width:
        return DrawnDate("day", mark.doubtful, mark.x, y + height / 2, 0, min(height / 2, 5), fill)
    if mark.lasting:
        return DrawnDate("lasting", mark.doubtful, mark.x, y + (height / 2 - 3), mark.width, 6, fill)
    return DrawnDate("within", mark.doubtful, mark.x, y, mark.width, height, fill)


@dataclass(frozen=True, slots=True)
class AxisTick:
    """The beginning of a year or a month; ``label`` is empty where there is no room for it."""

    x: float
    top: int
    label: str
    is_year: bool
    is_minor: bool


@dataclass(frozen=True, slots=True)
class NarrowStretch:
    """Years that are drawn narrower."""

    x: float
    width: float
    words: str


@dataclass(frozen=True, slots=True)
class Axis:
    """A scale of years; ``breaks`` are where the width of a year changes."""

    narrow: tuple[NarrowStretch, ...]
    ticks: tuple[AxisTick, ...]
    breaks: tuple[float, ...]
    first: int
    last: int


def axis(scale: Scale) -> Axis:
    """A scale as a template prints it."""
    narrow = (NarrowStretch(round(one.x, 3), round(one.width, 3), one.words) for one in scale.narrow)
    ticks = (
        AxisTick(
            one.x,
            4 if one.labelled and one.is_year else 18,
            one.label if one.labelled else "",
            one.is_year,
            not one.main,
        )
        for one in scale.ticks
    )
    breaks = (round(one.x, 3) for one in scale.stretches[1:])
    return Axis(tuple(narrow), tuple(ticks), tuple(breaks), scale.first.year, scale.last.year)
