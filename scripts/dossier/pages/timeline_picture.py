"""The picture of all events in time, for a wide, a middling and a narrow screen, and its legend."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dossier.model.records import Event
from dossier.model.words import Words
from dossier.pages.context import Context
from dossier.pages.date_drawing import Axis, DateStanding, axis, drawn_dates, months_in
from dossier.pages.dates import dates_in_words
from dossier.pages.named_events import NameView, PictureEvent, in_brackets, picture_event
from dossier.pages.strip import event_words
from dossier.pages.timeline_key import Sample, samples
from dossier.pictures.date_shapes import date_shape
from dossier.pictures.time_axis import Scale
from dossier.pictures.timeline import Timeline, Years, timeline
from dossier.pictures.upright_timeline import UprightEvent, UprightTick, UprightTimeline, upright_timeline
from dossier.text.edtf import Edtf

# The least width at which each of the pictures across a page is shown, in pixels; the second on paper too.
WIDE, MIDDLE = 928.0, 660.0
EPOCH = date(1970, 1, 1).toordinal()
# The least width in pixels at which years without a date say so.
NOTHING = 55


@dataclass(frozen=True, slots=True)
class SilentYears:
    """Years to which no source dates anything, in per cent or in pixels; ``label`` is empty where it has no room."""

    start: float
    width: float
    label: str


@dataclass(frozen=True, slots=True)
class AcrossView:
    """A picture across the page; ``name`` tells the pictures apart, ``width`` is that which it is laid out for."""

    name: str
    width: int
    height: float
    axis: Axis
    silent: tuple[SilentYears, ...]
    events: tuple[PictureEvent, ...]


@dataclass(frozen=True, slots=True)
class UprightView:
    """A picture in which time runs down; names begin ``names`` pixels from the left."""

    height: float
    names: float
    ticks: tuple[UprightTick, ...]
    silent: tuple[SilentYears, ...]
    events: tuple[PictureEvent, ...]


@dataclass(frozen=True, slots=True)
class TimelinePicture:
    """All events with a date, drawn for three widths. ``unnamed`` says how many names had no room, or nothing."""

    across: tuple[AcrossView, ...]
    upright: UprightView
    legend: tuple[Sample, ...]
    silent: str


def timeline_picture(
    context: Context,
    events: Sequence[Event],
    standings: Mapping[str, tuple[DateStanding, ...]],
    whole: Mapping[str, str],
) -> TimelinePicture | None:
    """The picture of events in order of time; ``None`` where none has a date.

    ``standings`` are those of the dates of each event, by its id, and ``whole`` that of the event in time.
    """
    names = {one.id: f"{one.title}{in_brackets(context.words, whole[one.id])}" for one in events}
    below = {
        one.id: (one.title, f"{dates_in_words(context.words, one)}{_after(context.words, whole[one.id])}")
        for one in events
    }
    drawn = [(name, width, timeline(events, width, names)) for name, width in (("wide", WIDE), ("middle", MIDDLE))]
    upright = upright_timeline(events, below)
    if upright is None:
        return None
    across = tuple(_across(context, name, width, one, standings, whole) for name, width, one in drawn if one)
    first = next(one for _, _, one in drawn if one)
    return TimelinePicture(
        across,
        _upright(context, upright, standings, whole),
        tuple(samples(context.words, across[0].events, across[0].axis, has_silent=bool(across[0].silent))),
        silent_words(context.words, first.silent),
    )


def _after(words: Words, standing: str) -> str:
    return "" if standing == "asserted" else f" · {words.say(f'standings.{standing}').lower()}"


def _across(
    context: Context,
    name: str,
    width: float,
    drawn: Timeline,
    standings: Mapping[str, tuple[DateStanding, ...]],
    whole: Mapping[str, str],
) -> AcrossView:
    events = tuple(
        picture_event(context, one, standings[one.row.event.id], whole[one.row.event.id], width) for one in drawn.placed
    )
    silent = tuple(_silent(context.words, one, drawn.scale, width) for one in drawn.silent)
    return AcrossView(name, int(width), drawn.height, axis(context.words, drawn.scale), silent, events)


def _silent(words: Words, years: Years, scale: Scale, width: float) -> SilentYears:
    start, end = scale.years(years.first, years.last)
    label = words.say("timeline_picture.nothing") if (end - start) * width / 100 > NOTHING else ""
    return SilentYears(round(start, 2), round(end - start, 2), label)


def _upright(
    context: Context,
    drawn: UprightTimeline,
    standings: Mapping[str, tuple[DateStanding, ...]],
    whole: Mapping[str, str],
) -> UprightView:
    events = tuple(
        _beside(context, one, drawn.names, standings[one.row.event.id], whole[one.row.event.id]) for one in drawn.placed
    )
    words = context.words
    either = words.say("timeline_picture.or")
    silent = tuple(
        SilentYears(
            one.y,
            one.height,
            words.say("timeline_picture.nothing_dated", years=either.join(_each_or_all(words, one.years))),
        )
        for one in drawn.silent
    )
    months = months_in(words)
    ticks = tuple(replace(one, label=months.get(one.label, one.label)) for one in drawn.ticks)
    return UprightView(round(drawn.height, 1), drawn.names, ticks, silent, events)


def _beside(
    context: Context, one: UprightEvent, names: float, standings: tuple[DateStanding, ...], whole: str
) -> PictureEvent:
    event, row = one.row.event, one.row
    name = NameView(one.lines, one.below, names, 0, one.y, is_left=False) if one.lines else None
    first = min(row.marks, key=lambda mark: mark.start)
    return PictureEvent(
        context.links[event.id],
        event_words(context.words, event, whole),
        one.x,
        min(max(one.y, first.start), first.end),
        drawn_dates(row.marks, standings, row.lines(0)),
        name,
    )


def _years_words(words: Words, years: Years) -> str:
    return (
        str(years.first)
        if years.first == years.last
        else words.say("timeline_picture.years", first=str(years.first), last=str(years.last))
    )


def silent_words(words: Words, silent: Sequence[Years]) -> str:
    """That no source dates anything to these years; nothing where there are none."""
    if not silent:
        return ""
    years = [each for one in silent for each in _each_or_all(words, one)]
    *before, last = years
    listed = words.say("timeline_picture.either", first=", ".join(before), last=last) if before else last
    return words.say("timeline_picture.silent", years=listed)


def _each_or_all(words: Words, years: Years) -> list[str]:
    both = [str(years.first), str(years.last)]
    return both if years.last - years.first == 1 else [_years_words(words, years)]


def dates_for_scripts(event: Event, standings: Sequence[DateStanding]) -> str:
    """The dates of an event, by which a script draws them on another scale: a date between semicolons.

    Of each its first and last day, those between which it surely lasted, all as days since 1970, its bounds and how it
    stands. What goes on does so, as far as these days tell, on none.
    """
    return ";".join(_for_scripts(one.when, stands.standing) for one, stands in zip(event.dated, standings, strict=True))


def _for_scripts(when: Edtf, standing: str) -> str:
    shape = date_shape(when, date.max, date.min)
    first, last = shape.first, shape.last
    began, ended = shape.sure or (None, None)
    days = ("" if day is None else str(day.toordinal() - EPOCH) for day in (first, last, began, ended))
    return ",".join([*days, shape.start, shape.end, standing])
