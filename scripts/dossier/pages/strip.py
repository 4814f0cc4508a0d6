"""A small timeline of the events of a page, each mark a link to its event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.corpus.events_by_day import steps_in_time
from dossier.corpus.judged_events import judged_event
from dossier.model.records import Event
from dossier.model.words import Words
from dossier.pages.choices import standings_mark
from dossier.pages.context import Context
from dossier.pages.date_drawing import Axis, DrawnDates, axis, date_standings, drawn_dates
from dossier.pages.dates import dates_in_words
from dossier.pages.links import RecordLink
from dossier.pages.picture_sources import sources_by_id
from dossier.pages.sections import known_day
from dossier.pictures.date_bars import small_timeline
from dossier.text.direction import isolated

# Of fewer events a picture tells no more than their list.
FEWEST = 3
TOP, LANE, BAR = 26, 16, 10


@dataclass(frozen=True, slots=True)
class StripEvent:
    """An event on the strip ``y`` pixels down, the ISO day from which it is known, or nothing, and the days from which
    it stands in another way, each with its standing.
    """

    link: RecordLink
    standing: str
    words: str
    published: str
    standings: str
    y: int
    drawn: DrawnDates


@dataclass(frozen=True, slots=True)
class StripView:
    """Events on one scale of years, in as few lanes as they need."""

    height: int
    axis: Axis
    counted: str
    sources: str
    events: tuple[StripEvent, ...]


def strip_view(context: Context, events: Sequence[Event]) -> StripView | None:
    """The strip of events in order of time, but those without a date; ``None`` where they are too few."""
    events = [event for event in events if event.dated]
    if len(events) < FEWEST:
        return None
    drawn = small_timeline(events)
    shown = []
    for lane, row in drawn.placed:
        judged = judged_event(context.corpus, row.event)
        standings = date_standings(context.corpus, judged)
        shown.append(
            StripEvent(
                context.links[row.event.id],
                str(judged.standing_in_time),
                event_words(context.words, row.event, str(judged.standing_in_time)),
                known_day(context.corpus, row.event.told_by),
                standings_mark(steps_in_time(context.corpus, judged)),
                TOP + LANE * lane + BAR // 2,
                drawn_dates(row.marks, standings),
            )
        )
    sources = sources_by_id(context, (key for event in events for key in event.told_by))
    return StripView(
        TOP + 4 + LANE * drawn.lanes,
        axis(context.words, drawn.scale),
        context.words.counted("event", len(shown)),
        sources,
        tuple(shown),
    )


def event_words(words: Words, event: Event, standing: str) -> str:
    """What a mark of an event says to those who do not see it."""
    stands = "" if standing == "asserted" else f", {words.say(f'standings.{standing}').lower()}"
    return f"{isolated(event.title)}, {dates_in_words(words, event)}{stands}"
