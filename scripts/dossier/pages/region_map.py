"""The page of the map: two drawings, of which a screen shows the one that fits, what lies beyond them, and a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dossier.corpus.corpus import Corpus
from dossier.corpus.standing import Standing
from dossier.model.base_map import Ring
from dossier.model.records import Place
from dossier.model.vocabulary import PRECISIONS, counted
from dossier.pages.context import Context
from dossier.pages.dates import DateView, event_dates
from dossier.pages.links import RecordLink
from dossier.pages.notes import Note, Notes
from dossier.pages.standing import StandingView, standing_view
from dossier.pictures.graticule import Graticule, GridLine, ScaleBar
from dossier.pictures.label_placement import Box
from dossier.pictures.map_layout import GRID, WIDE, Count, Label, MapDrawing, PlaceMark
from dossier.pictures.map_places import Happening, Shape, Sited
from dossier.pictures.region_map import legend, map_of

# The foot of a number in its rounded rectangle, as a share of its height.
FOOT = 0.77


@dataclass(frozen=True, slots=True)
class TextView:
    """Words on the map, and where they stand."""

    words: str
    x: float
    y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class CountView:
    """A number of events at a place, in a rounded rectangle."""

    number: int
    label: str
    is_doubtful: bool
    x: float
    y: float
    width: float
    height: float
    corner: float
    text_x: float
    text_y: float


@dataclass(frozen=True, slots=True)
class PlaceMarkView:
    """A place on the map; ``home`` is the line that leads to where it lies, if its mark stands beside that."""

    link: RecordLink
    shape: str
    type: str
    label: str
    says: str
    x: float
    y: float
    radius: float
    text: TextView | None
    home: str
    counts: tuple[CountView, ...]


@dataclass(frozen=True, slots=True)
class WindowView:
    """The part of a map that is enlarged."""

    x: float
    y: float
    width: float
    height: float
    text_x: float
    text_y: float


@dataclass(frozen=True, slots=True)
class GridView:
    """What stands in the place of outlines: lines of degrees and a scale as one path each, and their words."""

    lines: str
    scale: str
    font_size: float
    words: tuple[TextView, ...]


@dataclass(frozen=True, slots=True)
class UnplacedView:
    """A place for whose name there was no room, and what is said of it."""

    link: RecordLink
    says: str


@dataclass(frozen=True, slots=True)
class DrawingView:
    """A whole map as a template prints it."""

    id: str
    size: str
    title: str
    width: float
    height: float
    font_size: float
    places: str
    land: tuple[str, ...]
    grid: GridView | None
    names: tuple[TextView, ...]
    window: WindowView | None
    marks: tuple[PlaceMarkView, ...]
    unplaced: tuple[UnplacedView, ...]


@dataclass(frozen=True, slots=True)
class MapEvent:
    """An event at a place, and how it stands that it happened there; both sides are cited where it is contested."""

    link: RecordLink
    dates: tuple[DateView, ...]
    standing: StandingView


@dataclass(frozen=True, slots=True)
class MapPlace:
    """A place with the events there, in lists and in the table.

    ``country`` links the country, ``country_code`` stands where there is no page of it; both are empty where there is
    nothing to say.
    """

    link: RecordLink
    kind: str
    country: RecordLink | None
    country_code: str
    point: str
    number: int
    claims: str
    claims_word: str
    events: tuple[MapEvent, ...]


@dataclass(frozen=True, slots=True)
class PlaceList:
    """Places that are listed, those with events apart."""

    eventful: tuple[MapPlace, ...]
    others: tuple[MapPlace, ...]


@dataclass(frozen=True, slots=True)
class LegendSize:
    """A number of claims, and the radius of a mark that stands for so many."""

    claims: int
    radius: float


@dataclass(frozen=True, slots=True)
class LegendView:
    """What the drawings hold, and so what the legend explains: points by ``sizes``, which are none without a point."""

    sizes: tuple[LegendSize, ...]
    has_areas: bool
    has_words: bool
    has_events: bool
    has_doubts: bool
    has_moved: bool


@dataclass(frozen=True, slots=True)
class MapView:
    """All that the page shows; without a drawing where no place has a point."""

    credit: str
    overview: DrawingView | None
    drawings: tuple[DrawingView, ...]
    legend: LegendView
    beyond: PlaceList | None
    pointless: PlaceList | None
    places: tuple[MapPlace, ...]
    notes: tuple[Note, ...]


def map_view(context: Context) -> MapView:
    """The view of the page of the map."""
    notes, made = context.notes(), map_of(context.corpus)
    title = "The part where most places lie" if made.overview else "Map of the places"
    sized = (("wide", made.wide), ("narrow", made.narrow))
    countries = countries_of(context.corpus)

    def listed(places: Sequence[Sited]) -> tuple[MapPlace, ...]:
        return tuple(_place(context, one, countries, notes) for one in places)

    beyond, pointless = listed(made.beyond), listed(made.pointless)
    return MapView(
        made.credit,
        _drawing(context, made.overview, "overview", "The whole region") if made.overview else None,
        tuple(_drawing(context, one, size, title) for size, one in sized if one),
        _legend([mark for one in (made.overview, made.wide, made.narrow) if one for mark in one.marks]),
        _list(beyond),
        _list(pointless),
        listed(made.places),
        notes.all(),
    )


def _legend(marks: list[PlaceMark]) -> LegendView:
    shapes, counts = {mark.sited.shape for mark in marks}, [one for mark in marks for one in mark.counts]
    return LegendView(
        tuple(LegendSize(claims, radius) for claims, radius in legend(WIDE)) if "point" in shapes else (),
        "area" in shapes,
        "words" in shapes,
        any(not one.doubtful for one in counts),
        any(one.doubtful for one in counts),
        any(mark.home for mark in marks),
    )


def countries_of(corpus: Corpus) -> dict[str, Place]:
    """The places that are countries, by their code."""
    return {place.country: place for place in corpus.of(Place) if place.type == "country" and place.country}


def _list(places: tuple[MapPlace, ...]) -> PlaceList | None:
    if not places:
        return None
    return PlaceList(tuple(one for one in places if one.events), tuple(one for one in places if not one.events))


def _place(context: Context, one: Sited, countries: dict[str, Place], notes: Notes) -> MapPlace:
    place = one.place
    country = countries.get(place.country or "")
    is_itself = country is not None and country.id == place.id
    return MapPlace(
        context.links[place.id],
        context.corpus.types.places[place.type].one,
        context.links[country.id] if country and not is_itself else None,
        place.country if place.country and not country else "",
        PRECISIONS[place.coordinates.precision] if place.coordinates else "none",
        one.claims,
        counted(one.claims, "claim"),
        "claim" if one.claims == 1 else "claims",
        tuple(_event(context, each, notes) for each in one.happenings),
    )


def _event(context: Context, one: Happening, notes: Notes) -> MapEvent:
    standing = standing_view(context, one.judged, notes if one.standing == Standing.CONTESTED else None)
    return MapEvent(context.links[one.event.id], event_dates(one.event), standing)


def _drawing(context: Context, drawing: MapDrawing, size: str, title: str) -> DrawingView:
    shapes: tuple[Shape, ...] = ("area", "words", "point")
    return DrawingView(
        f"map-{size}",
        size,
        title,
        drawing.width,
        drawing.height,
        drawing.text,
        counted(len(drawing.marks), "place"),
        tuple(_path(rings) for _, rings in drawing.outlines),
        _grid(drawing.graticule, drawing.text * GRID) if drawing.graticule else None,
        tuple(_text(label, name) for name, label in drawing.names),
        _window(drawing.window) if drawing.window else None,
        tuple(_mark(context, mark, shape) for shape in shapes for mark in drawing.of(shape)),
        tuple(UnplacedView(context.links[one.place.id], says(one)) for one in drawing.unplaced),
    )


def _grid(drawn: Graticule, font_size: float) -> GridView:
    scale, lines = drawn.scale, drawn.lines
    words = (*(line.words for line in lines), scale.words)
    return GridView(
        "".join(map(_line, lines)),
        _line(scale),
        round(font_size, 1),
        tuple(TextView(one.text, *one.at, "start") for one in words),
    )


def _line(one: GridLine | ScaleBar) -> str:
    return f"M{one.start[0]} {one.start[1]}L{one.end[0]} {one.end[1]}"


def says(one: Sited) -> str:
    """What is said of a place: how many claims, and how many events."""
    events = f", {counted(len(one.happenings), 'event')}" if one.happenings else ""
    return f"{counted(one.claims, 'claim')}{events}"


def _path(rings: Iterable[Ring]) -> str:
    return "".join(f"M{_ring(ring)}z" for ring in rings)


def _ring(ring: Ring) -> str:
    first, *rest = (f"{x} {y}" for x, y in ring[:-1])
    return f"{first}L{' '.join(rest)}"


def _text(label: Label, words: str) -> TextView:
    return TextView(words, label.at[0], label.at[1], label.anchor)


def _window(box: Box) -> WindowView:
    x, y = box.middle
    return WindowView(box.left, box.top, round(box.width, 1), round(box.height, 1), round(x, 1), round(y, 1))


def _mark(context: Context, mark: PlaceMark, shape: str) -> PlaceMarkView:
    place, words = mark.sited.place, says(mark.sited)
    home = f"M{mark.home[0]} {mark.home[1]}L{mark.at[0]} {mark.at[1]}" if mark.home else ""
    return PlaceMarkView(
        context.links[place.id],
        shape,
        place.type,
        f"{place.heading}, {context.corpus.types.places[place.type].one.lower()}: {words}",
        f"{place.heading}: {words}",
        mark.at[0],
        mark.at[1],
        mark.radius,
        _text(mark.label, place.heading) if mark.label else None,
        home,
        tuple(_count(one, place) for one in mark.counts),
    )


def _count(one: Count, place: Place) -> CountView:
    box = one.box
    doubt = ", alleged or contested" if one.doubtful else ""
    return CountView(
        one.number,
        f"{place.heading}: {counted(one.number, 'event')}{doubt}",
        one.doubtful,
        box.left,
        box.top,
        round(box.width, 1),
        round(box.height, 1),
        round(box.height / 2, 1),
        round(box.middle[0], 1),
        round(box.top + box.height * FOOT, 1),
    )
