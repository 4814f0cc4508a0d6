"""The key to pictures of time: the ways of drawing that occur in one, and what they mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.pages.date_drawing import Axis, DateStanding, DrawnDates, drawn_dates
from dossier.pages.named_events import PictureEvent
from dossier.pictures.date_bars import DateMark


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
class Sample:
    """A way of drawing that occurs, what it means and what shows it; ``kind`` is ``date``, ``narrow`` or ``silent``."""

    words: str
    kind: str
    shows: str
    drawn: DrawnDates | None


def samples(events: Sequence[PictureEvent], axis: Axis, *, has_silent: bool) -> Iterator[Sample]:
    """Of each way of drawing that occurs what it means."""
    dates = [date for one in events for date in one.drawn.dates]
    bounds = {bound for one in dates for bound in (one.start_bound, one.end_bound)}
    standings = {one.standing for one in dates}
    occurs = {
        "day": any(one.is_day for one in dates),
        "within": any(not one.is_day and not one.bar_width for one in dates),
        "lasting": any(one.bar_width for one in dates),
        "several": any(len(one.drawn.dates) > 1 for one in events),
        "suggested": bool(standings & {"suggested", "reported"}),
        "alleged": bool(standings & {"alleged", "contested"}),
        **{bound: bound in bounds for bound in ("about", "unknown", "onward")},
    }
    for key, way in WAYS.items():
        if occurs[key]:
            marks = way.marks
            if way.standing != "asserted" and any(one.standing in way.shows and not one.is_day for one in dates):
                marks = WAYS["within"].marks
            yield Sample(way.words, "date", way.shows, drawn_dates(marks, [DateStanding(way.standing)] * len(marks)))
    if axis.narrow:
        narrow = " and ".join(one.words for one in axis.narrow)
        yield Sample(f"{narrow}, drawn narrower", "narrow", ".axis__narrow", None)
    if has_silent:
        yield Sample("Nothing dated", "silent", ".axis__silent", None)
