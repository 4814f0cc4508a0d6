"""The timeline: all events at a glance, and grouped by phases, each group on its own scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dossier.model.records import Event, Phase
from dossier.pictures.date_bars import DateMark, EventRow, SmallTimeline, event_row, scale_of, small_timeline
from dossier.pictures.time_axis import Scale
from dossier.text.edtf import Edtf

UNDATED = "Without a year in the sources"

# What each way of drawing means, and how it looks.
SAMPLES = (
    ("A day", DateMark(50, 0, lasting=False, doubtful=False, fades="")),
    ("Some time within a month, a year or a decade", DateMark(20, 60, lasting=False, doubtful=False, fades="")),
    ("From one date to another", DateMark(4, 92, lasting=True, doubtful=False, fades="")),
    ("Approximate or uncertain", DateMark(20, 60, lasting=False, doubtful=True, fades="")),
    ("An end that is open or unknown", DateMark(4, 92, lasting=True, doubtful=False, fades="end")),
)


@dataclass(frozen=True, slots=True)
class Group:
    """The events that begin in a phase, or that none holds, on their own scale; ``period`` is the phase's.

    Those to which no source gives a date stand last, without a scale.
    """

    title: str
    period: Edtf | None
    scale: Scale | None
    rows: tuple[EventRow, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """All events: those that have a date together on one scale, and all by groups."""

    overview: SmallTimeline | None
    groups: tuple[Group, ...]

    @property
    def rows(self) -> list[EventRow]:
        return [row for group in self.groups for row in group.rows]


def timeline(events: Sequence[Event], phases: Sequence[Phase]) -> Timeline:
    """At least one event, in order of time, under the phases, which stand in order of time too."""
    places: dict[int, list[Event]] = {}
    dated = [event for event in events if event.dated]
    for event in dated:
        places.setdefault(_place(event, phases), []).append(event)
    groups = [_group(*_heading(place, phases), places[place]) for place in sorted(places)]
    if undated := [EventRow(event, ()) for event in events if not event.dated]:
        groups.append(Group(UNDATED, None, None, tuple(undated)))
    return Timeline(small_timeline(dated) if dated else None, tuple(groups))


def _group(title: str, period: Edtf | None, events: Sequence[Event]) -> Group:
    own = scale_of(one.when for event in events for one in event.dated)
    return Group(title, period, own, tuple(event_row(event, own) for event in events))


def _place(event: Event, phases: Sequence[Phase]) -> int:
    """An odd number for each phase, the even ones around them for what lies before, between and after."""
    first = min(one.when.first_known for one in event.dated)
    begun = sum((phase.period.earliest or date.min) <= first for phase in phases)
    held = begun and first <= (phases[begun - 1].period.latest or date.max)
    return 2 * begun - 1 if held else 2 * begun


def _heading(place: int, phases: Sequence[Phase]) -> tuple[str, Edtf | None]:
    if not phases:
        return "All events", None
    if place % 2:
        phase = phases[place // 2]
        return phase.title, phase.period
    earlier, later = phases[: place // 2], phases[place // 2 :]
    last = (earlier[-1].period.latest or date.max).year if earlier else 0
    first = (later[0].period.earliest or date.min).year if later else 0
    if earlier and later:
        return f"Between {last} and {first}", None
    return (f"Before {first}" if later else f"After {last}"), None
