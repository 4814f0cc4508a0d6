"""Dates drawn on a scale, as templates print them."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dossier.corpus.corpus import Corpus
from dossier.corpus.events_by_day import all_of, date_steps
from dossier.corpus.judged_events import JudgedEvent
from dossier.corpus.known_by import first_known
from dossier.corpus.standing import least_firm
from dossier.model.words import Words
from dossier.pages.choices import standings_mark
from dossier.pictures.date_bars import DateMark
from dossier.pictures.place_timeline import EventThere
from dossier.pictures.time_axis import Scale, Stretch
from dossier.pictures.timeline import APART


@dataclass(frozen=True, slots=True)
class DrawnDate:
    """A date from ``start`` to ``end``: in per cent of the width, or in pixels from the top of an upright drawing.

    A part that it surely lasted is a bar; ``start_bound`` and ``end_bound`` are words of ``Bound``. It stands ``aside``
    pixels beside the line of its event. ``published`` and ``standings`` are as those of a ``DateStanding``.
    """

    standing: str
    start: float
    end: float
    is_day: bool
    bar: float
    bar_width: float
    start_bound: str
    end_bound: str
    aside: float
    published: str = ""
    standings: str = ""


@dataclass(frozen=True, slots=True)
class DrawnDates:
    """All dates of an event on one line, from the first to the last."""

    start: float
    end: float
    dates: tuple[DrawnDate, ...]


@dataclass(frozen=True, slots=True)
class DateStanding:
    """How it stands that an event happened on a date.

    Where that was not so since the event was known, ``published`` is the ISO day from which it is, and ``standings``
    are the days from which it stands in another way, each with its standing; both are empty else.
    """

    standing: str
    published: str = ""
    standings: str = ""


def drawn_dates(marks: Sequence[DateMark], standings: Iterable[DateStanding], lines: Sequence[int] = ()) -> DrawnDates:
    """At least one mark, how each of them stands, and on which of the lines of its event."""
    below = [APART * (line - max(lines) / 2) for line in lines] or [0.0] * len(marks)
    dates = tuple(_drawn(*one) for one in zip(marks, standings, below, strict=True))
    return DrawnDates(min(one.start for one in marks), max(one.end for one in marks), dates)


def _drawn(mark: DateMark, stands: DateStanding, aside: float) -> DrawnDate:
    bar, until = mark.sure or (0, 0)
    return DrawnDate(
        standing=stands.standing,
        start=mark.start,
        end=mark.end,
        is_day=mark.is_day,
        bar=round(bar, 3),
        bar_width=round(max(until - bar, 0), 3),
        start_bound=mark.start_bound,
        end_bound=mark.end_bound,
        aside=aside,
        published=stands.published,
        standings=stands.standings,
    )


def date_standings(corpus: Corpus, judged: JudgedEvent, there: EventThere | None = None) -> tuple[DateStanding, ...]:
    """How it stands that the event happened on each of its dates, in the order of its record; ``there``, if given."""
    event = judged.event
    since = first_known(corpus, map(corpus.claim, event.told_by))
    found = []
    for one, own in zip(judged.dates, date_steps(corpus, judged), strict=True):
        standing = least_firm([judged.standing, one.standing, *([there.standing] if there else [])])
        steps = all_of([own, there.there]) if there else own
        published = str(steps[0][0] or "") if steps and steps[0][0] != since else ""
        found.append(DateStanding(str(standing), published, standings_mark(steps)))
    return tuple(found)


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


def axis(words: Words, scale: Scale) -> Axis:
    """A scale as a template prints it."""
    months = months_in(words)
    narrow = (NarrowStretch(round(one.x, 3), round(one.width, 3), _years(words, one)) for one in scale.narrow)
    ticks = (
        AxisTick(
            one.x,
            4 if one.labelled and one.is_year else 18,
            months.get(one.label, one.label) if one.labelled else "",
            one.is_year,
            not one.main,
        )
        for one in scale.ticks
    )
    breaks = (round(one.x, 3) for one in scale.stretches[1:])
    return Axis(tuple(narrow), tuple(ticks), tuple(breaks), scale.first.year, scale.last.year)


def months_in(words: Words) -> dict[str, str]:
    """The short names of the months by those that drawings have."""
    return dict(zip(calendar.month_abbr[1:], words.say("dates.months_short").split(" "), strict=True))


def _years(words: Words, one: Stretch) -> str:
    return words.say("timeline_picture.years", first=str(one.first), last=str(one.last))
