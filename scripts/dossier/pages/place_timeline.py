"""Where and when, as the home page shows it: a row of events for each country, named where there is room."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dossier.corpus.events_by_day import all_of, any_of, date_steps
from dossier.model.words import Words
from dossier.pages.choices import standings_mark
from dossier.pages.context import Context
from dossier.pages.date_drawing import Axis, axis, date_standings
from dossier.pages.links import RecordLink
from dossier.pages.named_events import PictureEvent, in_brackets, picture_event
from dossier.pages.region_map import countries_of, country_name
from dossier.pages.timeline_key import Sample, samples
from dossier.pictures.place_timeline import EventThere, PlaceRow, PlaceTimeline, place_timeline, row_drawing
from dossier.pictures.timeline import TOP, PlacedEvent

# The least width in pixels at which each of the two drawings of a row is shown.
SIZES = {"wide": 520.0, "narrow": 288.0}
# How far below the top of its drawing a row begins.
HEAD = 4.0


@dataclass(frozen=True, slots=True)
class RowDrawing:
    """The events of a row on a screen of a ``size``: a key of ``SIZES``."""

    size: str
    height: float
    events: tuple[PictureEvent, ...]


@dataclass(frozen=True, slots=True)
class PlaceRowView:
    """A country, or a place, with its events; ``link`` is missing where it has no page of its own.

    ``counted`` says how many events there have a date that can be drawn, where not all have.
    """

    words: str
    link: RecordLink | None
    counted: str
    drawings: tuple[RowDrawing, ...]


@dataclass(frozen=True, slots=True)
class PlaceTimelineView:
    """All rows on one scale. ``title`` says what the picture shows, ``left_out`` what it cannot.

    ``bare`` are the places of which only events without such a date are told.
    """

    title: str
    axis: Axis
    rows: tuple[PlaceRowView, ...]
    key: tuple[Sample, ...]
    left_out: str
    bare: tuple[PlaceRowView, ...]


def place_timeline_view(context: Context) -> PlaceTimelineView | None:
    """The view of the picture; ``None`` where too few events can be drawn."""
    made = place_timeline(context.corpus)
    if made is None:
        return None
    words, years = context.words, axis(context.words, made.scale)
    ends = {"first": str(years.first), "last": str(years.last)}
    rows = tuple(_row(context, one, made) for one in made.rows)
    events = [event for row in rows for event in row.drawings[0].events]
    return PlaceTimelineView(
        words.say("place_timeline.title", events=words.counted("event", len(made.drawn)), **ends),
        years,
        rows,
        tuple(samples(words, events, years, has_silent=False)),
        _left_out(words, made),
        tuple(_row(context, one, made) for one in made.bare),
    )


def _row(context: Context, row: PlaceRow, made: PlaceTimeline) -> PlaceRowView:
    place = row.key if row.key in context.links else None
    if country := countries_of(context.corpus).get(row.key):
        place = country.id
    link = context.links[place] if place else None
    events = context.words.counted("event", len(row.drawn) + len(row.others))
    return PlaceRowView(
        link.words if link else country_name(context.words, row.key) or context.words.say("map.several_countries"),
        link,
        context.words.say("place_timeline.dated", drawn=len(row.drawn), events=events) if row.others else events,
        tuple(_drawing(context, row, made, size, width) for size, width in SIZES.items()) if row.drawn else (),
    )


def _drawing(context: Context, row: PlaceRow, made: PlaceTimeline, size: str, width: float) -> RowDrawing:
    there = {one.event.id: one for one in row.drawn}
    words = {key: f"{one.event.title}{in_brackets(context.words, str(one.standing))}" for key, one in there.items()}
    drawn, up = row_drawing(row, made.scale, width, words), TOP - HEAD
    events = (_event(context, one, there[one.row.event.id], width, up) for one in drawn.placed)
    return RowDrawing(size, round(drawn.height - up, 1), tuple(events))


def _event(context: Context, one: PlacedEvent, there: EventThere, width: float, up: float) -> PictureEvent:
    """An event in its row; its dates stand no firmer than that it happened there."""
    stands = date_standings(context.corpus, there.judged, there)
    drawn = picture_event(context, one, stands, str(there.standing), width, up)
    shown = all_of([there.steps, any_of(date_steps(context.corpus, there.judged))])
    return replace(drawn, published=str(shown[0][0] or ""), standings=standings_mark(there.steps))


def _left_out(words: Words, made: PlaceTimeline) -> str:
    """How many events are not drawn, and why."""
    undated, placeless = len(made.undated), len(made.placeless)
    reasons = (
        (undated, "place_timeline.undated"),
        (placeless, "place_timeline.placeless"),
    )
    told = [words.say(key, events=words.counted("event", number)) for number, key in reasons if number]
    return words.say("place_timeline.not_drawn", reasons="; ".join(told)) if told else ""
