"""The key to pictures of time: the ways of drawing that occur in one, and what they mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.model.words import Words
from dossier.pages.date_drawing import Axis, DateStanding, DrawnDates, drawn_dates
from dossier.pages.named_events import PictureEvent
from dossier.pictures.date_bars import DateMark


@dataclass(frozen=True, slots=True)
class Way:
    """A way of drawing: what shows it in a picture (a selector of CSS), and how it looks and stands."""

    shows: str
    marks: tuple[DateMark, ...]
    standing: str = "asserted"


_DAY = DateMark(50, 50, None, "exact", "exact")
WAYS = {
    "day": Way(".date__day", (_DAY,)),
    "within": Way(
        ".date__within:not(:has(+ .date__lasting))",
        (DateMark(12, 88, None, "exact", "exact"),),
    ),
    "lasting": Way(
        ".date__lasting",
        (DateMark(6, 94, (28, 74), "exact", "exact"),),
    ),
    "about": Way("[href^='#about']", (DateMark(12, 88, None, "about", "about"),)),
    "unknown": Way(".date", (DateMark(12, 88, None, "exact", "unknown"),)),
    "onward": Way("[href^='#onward']", (DateMark(12, 88, (12, 88), "exact", "onward"),)),
    "several": Way(
        ".dates",
        (DateMark(6, 42, None, "exact", "exact"), DateMark(88, 88, None, "exact", "exact")),
    ),
    "suggested": Way(".date--suggested, .date--reported", (_DAY,), "reported"),
    "alleged": Way(".date--alleged, .date--contested", (_DAY,), "alleged"),
}


@dataclass(frozen=True, slots=True)
class Sample:
    """A way of drawing that occurs, what it means and what shows it; ``kind`` is ``date``, ``narrow`` or ``silent``."""

    words: str
    kind: str
    shows: str
    drawn: DrawnDates | None


def samples(words: Words, events: Sequence[PictureEvent], axis: Axis, *, has_silent: bool) -> Iterator[Sample]:
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
            stands = [DateStanding(way.standing)] * len(marks)
            yield Sample(words.say(f"timeline_key.{key}"), "date", way.shows, drawn_dates(marks, stands))
    if axis.narrow:
        narrow = words.say("timeline_key.and").join(one.words for one in axis.narrow)
        yield Sample(words.say("timeline_key.narrower", years=narrow), "narrow", ".axis__narrow", None)
    if has_silent:
        yield Sample(words.say("timeline_key.nothing_dated"), "silent", ".axis__silent", None)
