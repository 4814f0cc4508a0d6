"""The page of the picture of all events, with a table of the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from dossier.corpus.standing import Standing
from dossier.model.records import Event
from dossier.model.vocabulary import STANDINGS, counted
from dossier.pages.choices import EventMarks, KnownSteps, Menu, event_marks, event_menus, known_steps
from dossier.pages.claims import ClaimView
from dossier.pages.context import Context
from dossier.pages.date_drawing import Axis, DrawnDate, NarrowStretch, axis, drawn_dates
from dossier.pages.dates import DateView, date_view, event_dates
from dossier.pages.links import RecordLink, linked
from dossier.pages.sections import claim_list
from dossier.pictures.date_bars import EventRow, SmallTimeline
from dossier.pictures.timeline import SAMPLES, Group, timeline

OVERVIEW_TOP, OVERVIEW_LANE, OVERVIEW_BAR = 26, 12, 8
ROW_TOP, ROW_BAR = 4, 12
SAMPLE_TOP = 3


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """An event under its phase, and how its date is drawn."""

    marks: EventMarks
    link: RecordLink
    words: str
    drawn: tuple[DrawnDate, ...]


@dataclass(frozen=True, slots=True)
class TimelineGroup:
    """The events that begin in a phase, or that none holds, on their own scale; undated ones have none."""

    title: str
    period: DateView | None
    counted: str
    axis: Axis | None
    rows: tuple[TimelineRow, ...]


@dataclass(frozen=True, slots=True)
class OverviewEvent:
    """An event among all others, without its name."""

    marks: EventMarks
    drawn: tuple[DrawnDate, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """All events on one scale."""

    height: int
    axis: Axis
    events: tuple[OverviewEvent, ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """A way of drawing a date, and what it means."""

    words: str
    drawn: tuple[DrawnDate, ...]


@dataclass(frozen=True, slots=True)
class SourceOfEvent:
    """A source that tells of an event, with its claims."""

    id: str
    published: str
    link: RecordLink
    word: str
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class TableRow:
    """An event in the table: when, what, where, who, and who says so."""

    marks: EventMarks
    dates: tuple[DateView, ...]
    link: RecordLink
    type: str
    places: tuple[RecordLink, ...]
    actors: tuple[RecordLink, ...]
    sources: tuple[SourceOfEvent, ...]


@dataclass(frozen=True, slots=True)
class TimelineView:
    """All events: what narrows them, all on one scale, by phases, and as a table."""

    counted: str
    has_phases: bool
    menus: tuple[Menu, ...]
    known: KnownSteps | None
    overview: Overview | None
    samples: tuple[Sample, ...]
    narrow: tuple[NarrowStretch, ...]
    groups: tuple[TimelineGroup, ...]
    rows: tuple[TableRow, ...]


def timeline_view(context: Context) -> TimelineView | None:
    """The view of the page; ``None`` where there is no event."""
    corpus = context.corpus
    events = corpus.in_time(corpus.of(Event))
    if not events:
        return None
    drawn = timeline(events, corpus.phases.items)
    marks = {one.id: event_marks(context, one) for one in events}
    claims = (corpus.claim(key) for row in drawn.rows for key in row.event.told_by)
    overview = _overview(drawn.overview, marks) if drawn.overview else None
    return TimelineView(
        counted(len(drawn.rows), "event"),
        any(one.period for one in drawn.groups),
        event_menus(context, events),
        known_steps(corpus.sources_of(claims)),
        overview,
        tuple(Sample(words, drawn_dates([mark], SAMPLE_TOP, ROW_BAR)) for words, mark in SAMPLES),
        overview.axis.narrow if overview else (),
        tuple(_group(context, one, marks) for one in drawn.groups),
        tuple(_table_row(context, row.event, marks) for row in drawn.rows),
    )


def _overview(drawn: SmallTimeline, marks: dict[str, EventMarks]) -> Overview:
    events = tuple(
        OverviewEvent(marks[row.event.id], drawn_dates(row.marks, OVERVIEW_TOP + OVERVIEW_LANE * lane, OVERVIEW_BAR))
        for lane, row in drawn.placed
    )
    return Overview(OVERVIEW_TOP + 4 + OVERVIEW_LANE * drawn.lanes, axis(drawn.scale), events)


def _group(context: Context, group: Group, marks: dict[str, EventMarks]) -> TimelineGroup:
    period = date_view(group.period) if group.period else None
    rows = tuple(_row(context, row, marks) for row in group.rows)
    return TimelineGroup(
        group.title, period, counted(len(rows), "event"), axis(group.scale) if group.scale else None, rows
    )


def _row(context: Context, row: EventRow, marks: dict[str, EventMarks]) -> TimelineRow:
    own = marks[row.event.id]
    stands = "" if own.standing == Standing.ASSERTED else f" · {STANDINGS[own.standing].lower()}"
    words = f"{row.event.date_words} · {context.corpus.types.events[row.event.type].one}{stands}"
    drawn = drawn_dates(row.marks, ROW_TOP, ROW_BAR)
    return TimelineRow(own, context.links[row.event.id], words, drawn)


def _table_row(context: Context, event: Event, marks: dict[str, EventMarks]) -> TableRow:
    return TableRow(
        marks[event.id],
        event_dates(event),
        context.links[event.id],
        context.corpus.types.events[event.type].one,
        linked(context.links, event.places),
        linked(context.links, event.actors),
        _sources(context, event.told_by),
    )


def _sources(context: Context, claims: Sequence[str]) -> tuple[SourceOfEvent, ...]:
    ordered = context.corpus.by_publication(map(context.corpus.claim, claims))
    groups = ((key, claim_list(context, own)) for key, own in groupby(ordered, key=lambda claim: claim.source))
    return tuple(
        SourceOfEvent(key, own[0].published, context.sources[key], "claim" if len(own) == 1 else "claims", own)
        for key, own in groups
    )
