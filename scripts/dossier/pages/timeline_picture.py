"""The picture of all events in time, for a wide, a middling and a narrow screen, and its legend."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dossier.model.records import Event
from dossier.model.vocabulary import STANDINGS
from dossier.pages.context import Context
from dossier.pages.date_drawing import Axis, DrawnDates, axis, drawn_dates
from dossier.pages.links import RecordLink
from dossier.pages.strip import event_words
from dossier.pictures.date_bars import DateMark
from dossier.pictures.date_shapes import date_shape
from dossier.pictures.time_axis import Scale
from dossier.pictures.timeline import DAY, PlacedEvent, Timeline, Years, timeline
from dossier.pictures.upright_timeline import UprightEvent, UprightTick, UprightTimeline, upright_timeline
from dossier.text.edtf import Edtf

# The least width at which each of the pictures across a page is shown, in pixels; the second on paper too.
WIDE, MIDDLE = 928.0, 660.0
EPOCH = date(1970, 1, 1).toordinal()
# The least width in pixels at which years without a date say so.
NOTHING = 55


@dataclass(frozen=True, slots=True)
class Way:
    """A way of drawing: what it means, what shows it in a picture (a selector of CSS), and how it looks and stands."""

    words: str
    shows: str
    marks: tuple[DateMark, ...]
    standing: str = "asserted"


_DAY = DateMark(50, 50, None, "exact", "exact")
WAYS = {
    "day": Way("On a day", ".date__day", (_DAY,)),
    "within": Way(
        "At some time between; when is not said",
        ".date__within:not(:has(+ .date__lasting))",
        (DateMark(12, 88, None, "exact", "exact"),),
    ),
    "lasting": Way(
        "Lasting; thin where its beginning or end is not said more closely",
        ".date__lasting",
        (DateMark(6, 94, (28, 74), "exact", "exact"),),
    ),
    "about": Way("About then, or perhaps", "[href^='#about']", (DateMark(12, 88, None, "about", "about"),)),
    "unknown": Way("A beginning or end that no source gives", ".date", (DateMark(12, 88, None, "exact", "unknown"),)),
    "onward": Way("Going on", "[href^='#onward']", (DateMark(12, 88, (12, 88), "exact", "onward"),)),
    "several": Way(
        "Dates that sources give one event",
        ".dates",
        (DateMark(6, 42, None, "exact", "exact"), DateMark(88, 88, None, "exact", "exact")),
    ),
    "suggested": Way("Suggested or reported", ".date--suggested, .date--reported", (_DAY,), "reported"),
    "alleged": Way("Alleged or contested", ".date--alleged, .date--contested", (_DAY,), "alleged"),
}


@dataclass(frozen=True, slots=True)
class NameView:
    """A name in lines, with lines ``below`` it.

    It starts at ``x``, in per cent or in pixels, and ``aside`` pixels beside; where it ``is_left`` it ends there.
    """

    lines: tuple[str, ...]
    below: tuple[str, ...]
    x: float
    aside: float
    y: float
    is_left: bool


@dataclass(frozen=True, slots=True)
class PictureEvent:
    """An event in a picture: its marks on one line ``y`` pixels down, or ``x`` pixels across, and its name if any.

    ``pointed`` is where on an upright line a line leads to the name.
    """

    link: RecordLink
    words: str
    at: float
    pointed: float
    drawn: DrawnDates
    name: NameView | None


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
class Sample:
    """A way of drawing that occurs, what it means and what shows it; ``kind`` is ``date``, ``narrow`` or ``silent``."""

    words: str
    kind: str
    shows: str
    drawn: DrawnDates | None


@dataclass(frozen=True, slots=True)
class TimelinePicture:
    """All events with a date, drawn for three widths. ``unnamed`` says how many names had no room, or nothing."""

    across: tuple[AcrossView, ...]
    upright: UprightView
    legend: tuple[Sample, ...]
    silent: str


def timeline_picture(
    context: Context, events: Sequence[Event], standings: Mapping[str, tuple[str, ...]], whole: Mapping[str, str]
) -> TimelinePicture | None:
    """The picture of events in order of time; ``None`` where none has a date.

    ``standings`` are those of the dates of each event, by its id, and ``whole`` that of the event in time.
    """
    names = {one.id: f"{one.title}{_in_brackets(whole[one.id])}" for one in events}
    below = {one.id: (one.title, f"{one.date_words}{_after(whole[one.id])}") for one in events}
    drawn = [(name, width, timeline(events, width, names)) for name, width in (("wide", WIDE), ("middle", MIDDLE))]
    upright = upright_timeline(events, below)
    if upright is None:
        return None
    across = tuple(_across(context, name, width, one, standings, whole) for name, width, one in drawn if one)
    first = next(one for _, _, one in drawn if one)
    return TimelinePicture(
        across,
        _upright(context, upright, standings, whole),
        tuple(_legend(across[0])),
        silent_words(first.silent),
    )


def _in_brackets(standing: str) -> str:
    return "" if standing == "asserted" else f" ({STANDINGS[standing].lower()})"


def _after(standing: str) -> str:
    return "" if standing == "asserted" else f" · {STANDINGS[standing].lower()}"


def _across(
    context: Context,
    name: str,
    width: float,
    drawn: Timeline,
    standings: Mapping[str, tuple[str, ...]],
    whole: Mapping[str, str],
) -> AcrossView:
    events = tuple(
        _placed(context, one, standings[one.row.event.id], whole[one.row.event.id], width) for one in drawn.placed
    )
    silent = tuple(_silent(one, drawn.scale, width) for one in drawn.silent)
    return AcrossView(name, int(width), drawn.height, axis(drawn.scale), silent, events)


def _placed(context: Context, one: PlacedEvent, standings: tuple[str, ...], whole: str, width: float) -> PictureEvent:
    event, name, lines = one.row.event, one.name, one.row.lines(100 * DAY / width)
    return PictureEvent(
        context.links[event.id],
        event_words(event, whole),
        one.y,
        0,
        drawn_dates(one.row.marks, standings, lines),
        NameView(name.lines, (), round(name.x, 2), round(name.aside, 1), name.y, name.is_left) if name else None,
    )


def _silent(years: Years, scale: Scale, width: float) -> SilentYears:
    start, end = scale.years(years.first, years.last)
    label = "nothing" if (end - start) * width / 100 > NOTHING else ""
    return SilentYears(round(start, 2), round(end - start, 2), label)


def _upright(
    context: Context,
    drawn: UprightTimeline,
    standings: Mapping[str, tuple[str, ...]],
    whole: Mapping[str, str],
) -> UprightView:
    events = tuple(
        _beside(context, one, drawn.names, standings[one.row.event.id], whole[one.row.event.id]) for one in drawn.placed
    )
    silent = tuple(
        SilentYears(one.y, one.height, f"Nothing dated {' or '.join(_each_or_all(one.years))}") for one in drawn.silent
    )
    return UprightView(round(drawn.height, 1), drawn.names, drawn.ticks, silent, events)


def _beside(context: Context, one: UprightEvent, names: float, standings: tuple[str, ...], whole: str) -> PictureEvent:
    event, row = one.row.event, one.row
    name = NameView(one.lines, one.below, names, 0, one.y, is_left=False) if one.lines else None
    first = min(row.marks, key=lambda mark: mark.start)
    return PictureEvent(
        context.links[event.id],
        event_words(event, whole),
        one.x,
        min(max(one.y, first.start), first.end),
        drawn_dates(row.marks, standings, row.lines(0)),
        name,
    )


def _years_words(years: Years) -> str:
    return str(years.first) if years.first == years.last else f"{years.first} to {years.last}"


def silent_words(silent: Sequence[Years]) -> str:
    """That no source dates anything to these years; nothing where there are none."""
    if not silent:
        return ""
    years = [words for one in silent for words in _each_or_all(one)]
    listed = years[0] if len(years) == 1 else f"{', '.join(years[:-1])} or {years[-1]}"
    return f"No source dates anything to {listed}."


def _each_or_all(years: Years) -> list[str]:
    both = [str(years.first), str(years.last)]
    return both if years.last - years.first == 1 else [_years_words(years)]


def _legend(picture: AcrossView) -> Iterable[Sample]:
    """Of each way of drawing that occurs what it means."""
    dates = [date for one in picture.events for date in one.drawn.dates]
    bounds = {bound for one in dates for bound in (one.start_bound, one.end_bound)}
    standings = {one.standing for one in dates}
    occurs = {
        "day": any(one.is_day for one in dates),
        "within": any(not one.is_day and not one.bar_width for one in dates),
        "lasting": any(one.bar_width for one in dates),
        "several": any(len(one.drawn.dates) > 1 for one in picture.events),
        "suggested": bool(standings & {"suggested", "reported"}),
        "alleged": bool(standings & {"alleged", "contested"}),
        **{bound: bound in bounds for bound in ("about", "unknown", "onward")},
    }
    for key, way in WAYS.items():
        if occurs[key]:
            marks = way.marks
            if way.standing != "asserted" and any(one.standing in way.shows and not one.is_day for one in dates):
                marks = WAYS["within"].marks
            yield Sample(way.words, "date", way.shows, drawn_dates(marks, [way.standing] * len(marks)))
    if picture.axis.narrow:
        narrow = " and ".join(one.words for one in picture.axis.narrow)
        yield Sample(f"{narrow}, drawn narrower", "narrow", ".axis__narrow", None)
    if picture.silent:
        yield Sample("Nothing dated", "silent", ".axis__silent", None)


def dates_for_scripts(event: Event, standings: Sequence[str]) -> str:
    """The dates of an event, by which a script draws them on another scale: a date between semicolons.

    Of each its first and last day, those between which it surely lasted, all as days since 1970, its bounds and how it
    stands. What goes on does so, as far as these days tell, on none.
    """
    return ";".join(_for_scripts(one.when, standing) for one, standing in zip(event.dated, standings, strict=True))


def _for_scripts(when: Edtf, standing: str) -> str:
    shape = date_shape(when, date.max, date.min)
    first, last = shape.first, shape.last
    began, ended = shape.sure or (None, None)
    days = ("" if day is None else str(day.toordinal() - EPOCH) for day in (first, last, began, ended))
    return ",".join([*days, shape.start, shape.end, standing])
