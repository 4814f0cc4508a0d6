"""A small timeline of the events of a page, each mark a link to its event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.corpus.judged_events import judged_event
from dossier.model.records import Event
from dossier.model.vocabulary import counted
from dossier.pages.context import Context
from dossier.pages.date_drawing import Axis, DrawnDate, axis, drawn_dates
from dossier.pages.links import RecordLink
from dossier.pages.sections import known_day
from dossier.pictures.date_bars import small_timeline
from dossier.text.direction import isolated

# Of fewer events a picture tells no more than their list.
FEWEST = 3
TOP, LANE, BAR = 26, 16, 10


@dataclass(frozen=True, slots=True)
class StripEvent:
    """An event on the strip, and the ISO day from which it is known, or nothing."""

    link: RecordLink
    standing: str
    words: str
    published: str
    marks: tuple[DrawnDate, ...]


@dataclass(frozen=True, slots=True)
class StripView:
    """Events on one scale of years, in as few lanes as they need."""

    height: int
    axis: Axis
    counted: str
    events: tuple[StripEvent, ...]


def strip_view(context: Context, events: Sequence[Event]) -> StripView | None:
    """The strip of events in order of time, but those without a date; ``None`` where they are too few."""
    events = [event for event in events if event.dated]
    if len(events) < FEWEST:
        return None
    drawn = small_timeline(events)
    shown = tuple(
        StripEvent(
            context.links[row.event.id],
            str(judged_event(context.corpus, row.event).standing_in_time),
            f"{isolated(row.event.title)}, {row.event.date_words}",
            known_day(context.corpus, row.event.told_by),
            drawn_dates(row.marks, TOP + LANE * lane, BAR),
        )
        for lane, row in drawn.placed
    )
    return StripView(TOP + 4 + LANE * drawn.lanes, axis(drawn.scale), counted(len(shown), "event"), shown)
