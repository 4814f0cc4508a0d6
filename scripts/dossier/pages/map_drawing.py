"""The drawings of the map as a template prints them: words, addresses and positions worked out."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.model.words import Words
from dossier.pages.context import Context
from dossier.pages.links import RecordLink
from dossier.pages.map_shapes import changes_of, ids_of
from dossier.pictures.graticule import Graticule, GridLine, ScaleBar
from dossier.pictures.label_placement import Box
from dossier.pictures.map_ground import Ground
from dossier.pictures.map_layout import together
from dossier.pictures.map_places import Shape, Sited
from dossier.pictures.map_sheet import FAINT, GRID, Count, Label, MapDrawing, PlaceMark, Tag

# The foot of a number in its rounded rectangle, and how round that of a point and that of a wider place is, as shares
# of its height.
FOOT = 0.77
ROUND, ANGULAR = 0.5, 0.15


@dataclass(frozen=True, slots=True)
class TextView:
    """Words on the map, and where they stand."""

    words: str
    x: float
    y: float
    anchor: str
    is_faint: bool = False


@dataclass(frozen=True, slots=True)
class CountView:
    """A number of events at a place, in a rounded rectangle; ``events`` are their ids, parted by blanks.

    ``changes`` tells from when, and how, those stand there that did not always.
    """

    number: int
    events: str
    changes: str
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
    """A place on the map; ``home`` is the line that leads to where it lies, if its mark stands beside that.

    ``shape`` is that of its precision, or ``outline``; ``events`` are the ids of those at it, parted by blanks.
    """

    link: RecordLink
    shape: str
    type: str
    label: str
    says: str
    events: str
    x: float
    y: float
    radius: float
    text: TextView | None
    home: str
    counts: tuple[CountView, ...]


@dataclass(frozen=True, slots=True)
class TagView:
    """An arrow to places beyond an edge, and what lies there; ``arrow`` is the path of a triangle."""

    label: str
    text: TextView
    counts: tuple[CountView, ...]
    arrow: str


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
    """A place for which there was no room, and what is said of it."""

    link: RecordLink
    says: str


@dataclass(frozen=True, slots=True)
class DrawingView:
    """A whole map as a template prints it. ``ground`` moves the ground to where this drawing shows it."""

    id: str
    size: str
    title: str
    width: float
    height: float
    font_size: float
    faint_size: float
    least_radius: float
    places: str
    ground: str
    per_degree: float
    west: float
    north: float
    grid: GridView | None
    names: tuple[TextView, ...]
    window: WindowView | None
    marks: tuple[PlaceMarkView, ...]
    tags: tuple[TagView, ...]
    unplaced: tuple[UnplacedView, ...]


def drawing_view(context: Context, drawing: MapDrawing, size: str, title: str, ground: Ground | None) -> DrawingView:
    """A drawing of the map; ``size`` names it within its page."""
    shapes: tuple[Shape, ...] = ("area", "words", "point")
    base = context.corpus.base_map
    across = drawing.bounds.east - drawing.bounds.west
    return DrawingView(
        id=f"map-{size}",
        size=size,
        title=title,
        width=drawing.width,
        height=drawing.height,
        font_size=drawing.text,
        faint_size=round(drawing.text * FAINT, 1),
        least_radius=drawing.least_radius,
        places=context.words.counted("place", len(drawing.marks)),
        ground=_onto(drawing, ground, base.bounds.west, base.bounds.north) if ground and base else "",
        per_degree=round(drawing.width / across, 4),
        west=drawing.bounds.west,
        north=drawing.bounds.north,
        grid=_grid(drawing.graticule, drawing.text * GRID) if drawing.graticule else None,
        names=tuple(_text(label, name, is_faint=bool(code)) for name, code, label in drawing.names),
        window=_window(drawing.window) if drawing.window else None,
        marks=tuple(_mark(context, mark) for shape in shapes for mark in drawing.of(shape)),
        tags=tuple(_tag(context.words, one) for one in drawing.tags),
        unplaced=tuple(UnplacedView(context.links[one.place.id], says(context.words, one)) for one in drawing.unplaced),
    )


def _onto(drawing: MapDrawing, ground: Ground, west: float, north: float) -> str:
    """How the ground, which begins at ``west`` and ``north``, is moved and scaled to stand under a drawing."""
    bounds = drawing.bounds
    across = drawing.width / (bounds.east - bounds.west)
    down = drawing.height / (bounds.north - bounds.south)
    wide, high = across / ground.across, down / ground.down
    x, y = (west - bounds.west) * across, (bounds.north - north) * down
    return f"translate({x:.2f} {y:.2f}) scale({wide:.5f} {high:.5f})"


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


def says(words: Words, one: Sited) -> str:
    """What is said of a place: how many claims, how many events, and how many of these are in doubt."""
    claims, events = words.counted("claim", one.claims), words.counted("event", len(one.happenings))
    said = "says_doubtful" if one.doubtful else "says_events" if one.happenings else "says"
    return words.say(f"map_drawing.{said}", claims=claims, events=events, doubtful=one.doubtful)


def _text(label: Label, words: str, *, is_faint: bool = False) -> TextView:
    return TextView(words, label.at[0], label.at[1], label.anchor, is_faint)


def _window(box: Box) -> WindowView:
    x, y = box.middle
    return WindowView(box.left, box.top, round(box.width, 1), round(box.height, 1), round(x, 1), round(y, 1))


def _mark(context: Context, mark: PlaceMark) -> PlaceMarkView:
    place, words = mark.sited.place, context.words
    home = f"M{mark.home[0]} {mark.home[1]}L{mark.at[0]} {mark.at[1]}" if mark.home else ""
    parts = [words.say("map_drawing.mark", place=one.place.heading, said=says(words, one)) for one in mark.folded]
    said, type_ = "; ".join([says(words, mark.sited), *parts]), context.corpus.types.places[place.type].one.lower()
    corner = ROUND if mark.sited.shape == "point" else ANGULAR
    return PlaceMarkView(
        link=context.links[place.id],
        shape="outline" if mark.is_outlined else mark.sited.shape or "words",
        type=place.type,
        label=words.say("map_drawing.mark_label", place=place.heading, type=type_, said=said),
        says=words.say("map_drawing.mark", place=place.heading, said=said),
        events=ids_of(together(mark.sited, mark.folded)),
        x=mark.at[0],
        y=mark.at[1],
        radius=mark.radius,
        text=_text(mark.label, place.heading) if mark.label else None,
        home=home,
        counts=tuple(_count(one, corner) for one in mark.counts),
    )


def _tag(words: Words, tag: Tag) -> TagView:
    first, *rest = (f"{x} {y}" for x, y in tag.arrow)
    listed = ", ".join(
        words.say("map_drawing.mark", place=one.place.heading, said=words.counted("event", len(one.happenings)))
        for one in tag.members
    )
    return TagView(
        words.say("map_drawing.beyond", listed=listed),
        _text(tag.label, tag.sited.place.heading),
        tuple(_count(one, ANGULAR) for one in tag.counts),
        f"M{first}L{' '.join(rest)}z",
    )


def _count(one: Count, corner: float) -> CountView:
    box = one.box
    return CountView(
        number=one.number,
        events=" ".join(one.events),
        changes=changes_of(one.happenings),
        is_doubtful=one.doubtful,
        x=box.left,
        y=box.top,
        width=round(box.width, 1),
        height=round(box.height, 1),
        corner=round(box.height * corner, 1),
        text_x=round(box.middle[0], 1),
        text_y=round(box.top + box.height * FOOT, 1),
    )
