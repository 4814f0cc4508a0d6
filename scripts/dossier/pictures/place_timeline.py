"""Where and when: events on one scale of time, in a row for each country, or each place where there is one country."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dossier.corpus.corpus import Corpus
from dossier.corpus.events_by_day import Steps, all_of, any_of, place_steps, steps_in_time
from dossier.corpus.judged_events import JudgedEvent, firmest_or_contested, judged_event
from dossier.corpus.standing import Standing, least_firm
from dossier.model.records import Event, Place
from dossier.pictures.date_bars import is_close, scale_of
from dossier.pictures.time_axis import Scale
from dossier.pictures.timeline import Timeline, timeline

# Of fewer events a picture tells no more than their list.
FEWEST = 3
# Names are tried in lines of such lengths: the shortest of them has room on either side of a mark of a phone.
LENGTHS = (230.0, 180.0, 140.0, 110.0)


@dataclass(frozen=True, slots=True)
class EventThere:
    """An event, and how it stands that it happened there: no firmer than that it happened on its dates.

    ``steps`` are the days from which that stands in another way, ``there`` those of the place alone.
    """

    judged: JudgedEvent
    standing: Standing
    steps: Steps
    there: Steps

    @property
    def event(self) -> Event:
        return self.judged.event


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A country or a place by its code or id, empty for what lies in no country alone, and its events in time.

    ``drawn`` are those with dates that are close enough to be drawn, ``others`` the rest.
    """

    key: str
    drawn: tuple[EventThere, ...]
    others: tuple[EventThere, ...]


@dataclass(frozen=True, slots=True)
class PlaceTimeline:
    """The rows that have something to draw, the earliest first, those without, and the scale of them all.

    ``placeless`` are events that could be drawn, had a source said where; ``undated`` those without a close date.
    """

    scale: Scale
    rows: tuple[PlaceRow, ...]
    bare: tuple[PlaceRow, ...]
    placeless: tuple[Event, ...]
    undated: tuple[Event, ...]

    @property
    def drawn(self) -> tuple[Event, ...]:
        """Each event that is drawn, once."""
        return tuple({one.event.id: one.event for row in self.rows for one in row.drawn}.values())


def place_timeline(corpus: Corpus) -> PlaceTimeline | None:
    """All events by country, or by place where they lie in one country; ``None`` where too few can be drawn."""
    events = corpus.in_time(corpus.of(Event))
    judged = [judged_event(corpus, one) for one in events]
    by_country = _rows(corpus, judged, _country)
    rows = by_country if sum(bool(row.drawn) for row in by_country) > 1 else _rows(corpus, judged, _itself)
    full = tuple(row for row in rows if row.drawn)
    if len({there.event.id for row in full for there in row.drawn}) < FEWEST:
        return None
    return PlaceTimeline(
        scale_of(one.when for row in full for there in row.drawn for one in there.event.dated),
        full,
        tuple(row for row in rows if not row.drawn),
        tuple(one for one in events if has_close_dates(one) and not one.placed),
        tuple(one for one in events if not has_close_dates(one)),
    )


def has_close_dates(event: Event) -> bool:
    """Whether it has a date, and none that tells the time only roughly."""
    return bool(event.dated) and all(is_close(one.when) for one in event.dated)


def _country(place: Place) -> str:
    return place.country or ""


def _itself(place: Place) -> str:
    return place.id


def _rows(corpus: Corpus, events: Sequence[JudgedEvent], key_of: Callable[[Place], str]) -> list[PlaceRow]:
    """The rows, that of the earliest event first; of equals, that with more events."""
    found: dict[str, list[EventThere]] = {}
    for judged in events:
        for key, there in _there(corpus, judged, key_of):
            found.setdefault(key, []).append(there)
    return sorted((_row(key, own) for key, own in found.items()), key=_earliest)


def _row(key: str, found: Sequence[EventThere]) -> PlaceRow:
    is_drawn = [has_close_dates(one.event) for one in found]
    drawn, others = (tuple(one for one, is_ in zip(found, is_drawn, strict=True) if is_ == to) for to in (True, False))
    return PlaceRow(key, drawn, others)


def _there(corpus: Corpus, judged: JudgedEvent, key_of: Callable[[Place], str]) -> Iterator[tuple[str, EventThere]]:
    """The event in each row in which somebody says that it happened."""
    places: dict[str, list[str]] = {}
    for one in judged.places:
        place = corpus.records[one.said.place]
        assert isinstance(place, Place)
        places.setdefault(key_of(place), []).append(place.id)
    for key, found in places.items():
        standing = least_firm([judged.standing_in_time, firmest_or_contested(map(judged.standing_at, found))])
        there = any_of([place_steps(corpus, judged, one) for one in found])
        yield key, EventThere(judged, standing, all_of([steps_in_time(corpus, judged), there]), there)


def _earliest(row: PlaceRow) -> tuple[date, int, str]:
    return min((one.event.sort_key[0] for one in row.drawn), default=date.max), -len(row.drawn), row.key


def row_drawing(row: PlaceRow, scale: Scale, width: float, words: dict[str, str]) -> Timeline:
    """The events of a row that has some to draw, with their ``words`` by id, that wide or wider."""
    drawn = timeline([one.event for one in row.drawn], width, words, scale, LENGTHS)
    assert drawn
    return drawn
