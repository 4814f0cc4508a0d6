"""The page of the map: two drawings, of which a screen shows the one that fits, what lies beyond them, and tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from babel.core import Locale

from dossier.corpus.corpus import Corpus
from dossier.corpus.standing import Standing
from dossier.model.records import Event, Place
from dossier.model.words import Words
from dossier.pages.choices import EventMarks, KnownSteps, Menu, event_marks, known_steps, map_menus, years_of
from dossier.pages.context import Context
from dossier.pages.dates import DateView, event_dates
from dossier.pages.links import RecordLink
from dossier.pages.map_by_day import ThereByDay, claims_by_day, drawn_from, there_by_day
from dossier.pages.map_drawing import DrawingView, drawing_view
from dossier.pages.map_files import ZoomView, zoom_view
from dossier.pages.map_legend import LegendView, legend_view
from dossier.pages.map_shapes import GroundView, ground_view
from dossier.pages.notes import Note, Notes
from dossier.pages.picture_sources import source_line
from dossier.pages.standing import StandingView, standing_view
from dossier.pictures.map_places import Happening, Sited
from dossier.pictures.region_map import Map, map_of

OTHERS = "other"


@dataclass(frozen=True, slots=True)
class MapEvent:
    """An event at a place, and how it stands that it happened there; both sides are cited where it is contested."""

    marks: EventMarks
    years: str
    link: RecordLink
    dates: tuple[DateView, ...]
    standing: StandingView
    there: ThereByDay


@dataclass(frozen=True, slots=True)
class MapPlace:
    """A place with the events there, in lists and in the tables.

    ``claims_by_day`` are the days from which there are more claims about it, each with their number.
    """

    link: RecordLink
    kind: str
    point: str
    number: int
    claims: str
    claims_word: str
    claims_by_day: str
    events: tuple[MapEvent, ...]


@dataclass(frozen=True, slots=True)
class PlaceList:
    """Places that are listed, those with events apart."""

    eventful: tuple[MapPlace, ...]
    others: tuple[MapPlace, ...]


@dataclass(frozen=True, slots=True)
class PlaceTable:
    """The places of a country, or those that are of none alone."""

    id: str
    title: str
    counted: str
    places: tuple[MapPlace, ...]


@dataclass(frozen=True, slots=True)
class DoubtfulEvent:
    """An event that is alleged or contested at the places where it is drawn, and who says and denies it."""

    marks: EventMarks
    years: str
    link: RecordLink
    dates: tuple[DateView, ...]
    places: tuple[RecordLink, ...]
    standing: StandingView
    there: ThereByDay


@dataclass(frozen=True, slots=True)
class UndrawnEvent:
    """An event that no map can show, for nobody says where it happened, or only a name without a point.

    Where somebody did so later than others told of it, ``until`` is the ISO day from which it can be drawn.
    """

    marks: EventMarks
    years: str
    link: RecordLink
    dates: tuple[DateView, ...]
    until: str


@dataclass(frozen=True, slots=True)
class MapView:
    """All that the page shows; without a drawing where no place has a point."""

    title: str
    counted: str
    menus: tuple[Menu, ...]
    known: KnownSteps | None
    sources: str
    credit: str
    ground: GroundView | None
    zoom: ZoomView | None
    overview: DrawingView | None
    drawings: tuple[DrawingView, ...]
    legend: LegendView
    doubtful: tuple[DoubtfulEvent, ...]
    beyond: PlaceList | None
    pointless: PlaceList | None
    tables: tuple[PlaceTable, ...]
    undrawn: tuple[UndrawnEvent, ...]
    drawn_later: tuple[UndrawnEvent, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Marks:
    """What tells the filters of the page of each event, by its id."""

    of: Mapping[str, EventMarks]
    years: Mapping[str, tuple[str, ...]]

    def years_of(self, key: str) -> str:
        """The years of an event, parted by blanks."""
        return " ".join(self.years[key])


def map_view(context: Context) -> MapView:
    """The view of the page of the map."""
    notes, made, corpus = context.notes(), map_of(context.corpus), context.corpus
    words = corpus.words
    events = corpus.in_time(corpus.of(Event))
    marks = Marks({one.id: event_marks(context, one) for one in events}, years_of(events))
    title = words.say("map.most_places" if made.overview else "map.places")
    sized = (("wide", made.wide), ("narrow", made.narrow))
    countries = countries_of(corpus)
    listed = {one.place.id: _place(context, one, countries, marks, notes) for one in made.places}
    overview = (
        drawing_view(context, made.overview, "overview", words.say("map.whole_region"), made.ground)
        if made.overview
        else None
    )
    ground = ground_view(words, made.ground, made.divisions) if made.ground else None
    told = [corpus.claim(key) for one in events for key in one.told_by]
    undrawn = list(_undrawn(context, made, marks))
    return MapView(
        title=_title(context, made),
        counted=words.counted("event", len(events)),
        menus=map_menus(context, events),
        known=known_steps(words, corpus.sources_of(told)),
        sources=source_line(context, told),
        credit=made.credit,
        ground=ground,
        zoom=zoom_view(context) if ground else None,
        overview=overview,
        drawings=tuple(drawing_view(context, one, size, title, made.ground) for size, one in sized if one),
        legend=legend_view(words, made, ground),
        doubtful=tuple(_doubtful(context, made, marks, notes)),
        beyond=_list([listed[one.place.id] for one in made.beyond]),
        pointless=_list([listed[one.place.id] for one in made.pointless]),
        tables=tuple(_tables(corpus, made.places, listed)),
        undrawn=tuple(one for one in undrawn if not one.until),
        drawn_later=tuple(one for one in undrawn if one.until),
        notes=notes.all(),
    )


def drawn_events(made: Map) -> dict[str, list[Sited]]:
    """The events that have a place with a point, each with its places."""
    found: dict[str, list[Sited]] = {}
    for one in made.places:
        for happening in one.happenings if one.position else ():
            found.setdefault(happening.event.id, []).append(one)
    return found


def _title(context: Context, made: Map) -> str:
    """What the map shows, in a sentence: how many events have a place that can be drawn, and where most of them lie."""
    events = context.corpus.in_time(context.corpus.of(Event))
    words, drawn = context.words, drawn_events(made)
    if not drawn:
        return words.say("map.none_drawn", places=words.counted("place", len(made.places)))
    told = _most(context, drawn)
    whole = {"drawn": len(drawn), "events": words.counted("event", len(events))}
    return words.say("map.drawn_most" if told else "map.drawn", **whole, most=", ".join(told))


def _most(context: Context, drawn: dict[str, list[Sited]]) -> list[str]:
    """The country and the point with most of the drawn events; a point in that country counts as a part of it."""
    names, words = {code: place.heading for code, place in countries_of(context.corpus).items()}, context.words
    countries = Counter(
        code for sited in drawn.values() for code in {one.place.country for one in sited} if code in names
    )
    points = Counter(
        (one.place.heading, one.place.country)
        for sited in drawn.values()
        for one in sited
        if one.shape == "point" and one.happenings
    )
    told: dict[str, str] = {}
    for code, times in countries.most_common(1):
        if times > 1:
            told[code] = words.say("map.times_in", times=times, place=names[code])
    for (name, country), times in points.most_common(1):
        if times > 1:
            told[name] = words.say("map.times_within" if country in told else "map.times_in", times=times, place=name)
    return list(told.values())


def countries_of(corpus: Corpus) -> dict[str, Place]:
    """The places that are countries, by their code."""
    return {place.country: place for place in corpus.of(Place) if place.type == "country" and place.country}


def _list(places: Sequence[MapPlace]) -> PlaceList | None:
    if not places:
        return None
    return PlaceList(tuple(one for one in places if one.events), tuple(one for one in places if not one.events))


def _tables(corpus: Corpus, places: Sequence[Sited], listed: dict[str, MapPlace]) -> Iterator[PlaceTable]:
    """The places by country, the country of most places first; countries of one place share a table, and those that
    are of none alone stand last.
    """
    countries, numbers = countries_of(corpus), Counter(one.place.country or "" for one in places)
    shared = [code for code, number in numbers.items() if code and number == 1]
    alone = {code: code for code in numbers} | (dict.fromkeys(shared, OTHERS) if len(shared) > 1 else {})
    by_table: dict[str, list[MapPlace]] = {}
    for one in places:
        by_table.setdefault(alone[one.place.country or ""], []).append(listed[one.place.id])
    words, last = corpus.words, (OTHERS, "")
    for key, ones in sorted(
        by_table.items(), key=lambda pair: (pair[0] == "", pair[0] in last, -len(pair[1]), pair[0])
    ):
        title = (
            countries[key].heading
            if key in countries
            else country_name(words, key) or words.say("map.several_countries")
        )
        title = words.say("map.other_countries") if key == OTHERS else title
        yield PlaceTable(
            f"in-{key.split()[0].lower() if key else 'several'}", title, words.counted("place", len(ones)), tuple(ones)
        )


def country_name(words: Words, code: str) -> str:
    """What a country is called of which there is no page; its code where it has no name."""
    return str(Locale.parse(words.language_of("map.several_countries"), sep="-").territories.get(code, code))


def _place(context: Context, one: Sited, countries: Container[str], marks: Marks, notes: Notes) -> MapPlace:
    place, words = one.place, context.words
    kind = context.corpus.types.places[place.type].one
    return MapPlace(
        link=context.links[place.id],
        kind=words.say("map.kind_in", kind=kind, country=country_name(words, place.country))
        if place.country and place.country not in countries
        else kind,
        point=words.say(f"precisions.{place.coordinates.precision}" if place.coordinates else "map.no_point"),
        number=one.claims,
        claims=words.counted("claim", one.claims),
        claims_word=words.say("one_of.claim", count=one.claims),
        claims_by_day=claims_by_day(context.corpus, place),
        events=tuple(_event(context, each, marks, notes) for each in one.happenings),
    )


def _event(context: Context, one: Happening, marks: Marks, notes: Notes) -> MapEvent:
    standing = standing_view(context, one.judged, notes if one.standing == Standing.CONTESTED else None)
    key = one.event.id
    dates, there = event_dates(context.words, one.event), there_by_day(one)
    return MapEvent(marks.of[key], marks.years_of(key), context.links[key], dates, standing, there)


def _doubtful(context: Context, made: Map, marks: Marks, notes: Notes) -> Iterator[DoubtfulEvent]:
    """The events that are drawn and in doubt, in time, each once with the places where it is so."""
    found: dict[str, list[tuple[Sited, Happening]]] = {}
    for one in made.places:
        for happening in one.happenings if one.position else ():
            if happening.is_doubtful:
                found.setdefault(happening.event.id, []).append((one, happening))
    for event in context.corpus.in_time(context.corpus.of(Event)):
        if told := found.get(event.id):
            yield DoubtfulEvent(
                marks.of[event.id],
                marks.years_of(event.id),
                context.links[event.id],
                event_dates(context.words, event),
                tuple(context.links[one.place.id] for one, _ in told),
                standing_view(context, told[0][1].judged, notes),
                there_by_day(told[0][1]),
            )


def _undrawn(context: Context, made: Map, marks: Marks) -> Iterator[UndrawnEvent]:
    """The events that cannot be drawn, and those that could not be as soon as they were known."""
    drawn = drawn_events(made)
    for event in context.corpus.in_time(context.corpus.of(Event)):
        until = drawn_from(event, drawn[event.id]) if event.id in drawn else ""
        if event.id not in drawn or until:
            dates, years = event_dates(context.words, event), marks.years_of(event.id)
            yield UndrawnEvent(marks.of[event.id], years, context.links[event.id], dates, until)
