"""Places and outlines to a drawing, with every position in units of the sheet, from its left and top."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from math import sqrt
from typing import Literal

from dossier.model.base_map import BaseMap, Bounds, Ring
from dossier.pictures.geometry import Projection, area, centre, clipped, thinned
from dossier.pictures.graticule import Graticule, graticule
from dossier.pictures.label_placement import Box, Point, TakenBoxes, beside, is_free, nearby
from dossier.pictures.map_places import Shape, Sited, weight

LETTER = 0.6
BOLD = 1.15
EDGE = 4.0
GAP = 3.0
# The text of a graticule, as a share of that of names.
GRID = 0.8
# That of the squares by which taken boxes are found.
SQUARE = 24.0


@dataclass(frozen=True, slots=True)
class Sizes:
    """How a sheet is drawn, in its units: a unit is a pixel where it stands at its full width."""

    width: float
    text: float
    least_radius: float
    radius_of_a_claim: float
    disc: float

    @property
    def count(self) -> float:
        """The height of a count of events."""
        return self.text * 1.2

    @property
    def line(self) -> float:
        """The height of a line of text."""
        return self.text * 1.15


WIDE = Sizes(width=690, text=14.5, least_radius=4, radius_of_a_claim=1.6, disc=18)
NARROW = Sizes(width=358, text=12, least_radius=3.5, radius_of_a_claim=1.1, disc=10)


@dataclass(frozen=True, slots=True)
class Count:
    """A number of events at a place, in a rounded rectangle; ``doubtful`` where they are alleged or contested."""

    number: int
    doubtful: bool
    box: Box


@dataclass(frozen=True, slots=True)
class Label:
    """Where a name stands: a point on its foot line, at its start, middle or end."""

    at: Point
    anchor: Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class PlaceMark:
    """A place on the sheet; without a label where there was no room for its name.

    ``home`` is where it lies, if its mark stands beside that for want of room. What is only words has no radius.
    """

    sited: Sited
    at: Point
    radius: float
    counts: tuple[Count, ...]
    label: Label | None = None
    home: Point | None = None


@dataclass(frozen=True, slots=True)
class MapDrawing:
    """A whole map. ``unplaced`` are places of which only a name would stand there, for which there was no room.

    It has a ``graticule`` where it has no outlines.
    """

    width: float
    height: float
    text: float
    outlines: tuple[tuple[str, tuple[Ring, ...]], ...]
    names: tuple[tuple[str, Label], ...]
    marks: tuple[PlaceMark, ...]
    unplaced: tuple[Sited, ...]
    window: Box | None = None
    graticule: Graticule | None = None

    def of(self, shape: Shape) -> list[PlaceMark]:
        """Its marks of a shape."""
        return [mark for mark in self.marks if mark.sited.shape == shape]


@dataclass(slots=True)
class _Sheet:
    """What is taken already."""

    projection: Projection
    sizes: Sizes
    taken: TakenBoxes = field(default_factory=lambda: TakenBoxes(SQUARE))

    def at(self, one: Sited) -> Point:
        assert one.position
        return self.projection.at(one.position)

    @property
    def page(self) -> Box:
        """Where things may stand."""
        return Box(EDGE, EDGE, self.sizes.width - EDGE, self.projection.height - EDGE)

    def has_room(self, boxes: Iterable[Box]) -> bool:
        return is_free(boxes, self.page, self.taken)

    def take(self, boxes: Iterable[Box]) -> bool:
        """Takes the boxes if they are free."""
        boxes = list(boxes)
        free = self.has_room(boxes)
        if free:
            self.taken.add(*boxes)
        return free


def draw(
    places: Iterable[Sited], base: BaseMap | None, bounds: Bounds, sizes: Sizes, window: Bounds | None = None
) -> MapDrawing:
    """A map of the places, all of which lie within the bounds. ``window`` is a part that another drawing shows."""
    sheet = _Sheet(Projection(bounds, sizes.width), sizes)
    frame = _framed(sheet, window)
    grid = None if base else graticule(sheet.projection, sizes.text * GRID)
    sheet.taken.add(*(grid.boxes if grid else ()))
    ordered = sorted(places, key=weight)
    words = [one for one in ordered if one.shape == "words"]
    marked = _marked(sheet, ordered)
    written = [(one, _written(sheet, one)) for one in sorted(words, key=lambda one: one.place.type != "country")]
    outlines = tuple(_outlines(sheet, base)) if base else ()
    return MapDrawing(
        sizes.width,
        round(sheet.projection.height, 1),
        sizes.text,
        outlines,
        tuple(_names(sheet, outlines, words)),
        (*(mark for _, mark in written if mark), *marked),
        tuple(one for one, mark in written if not mark),
        frame,
        grid,
    )


def _framed(sheet: _Sheet, window: Bounds | None) -> Box | None:
    if window is None:
        return None
    frame = Box(
        *sheet.projection.at((window.west, window.north)), *sheet.projection.at((window.east, window.south))
    ).rounded()
    sheet.taken.add(frame)
    return frame


def _marked(sheet: _Sheet, ordered: list[Sited]) -> list[PlaceMark]:
    """Points and discs. Whatever fits stands at its place, with its name; the rest is moved aside after that."""
    points = [one for one in ordered if one.shape == "point"]
    placed = {one.place.id: _point_mark(sheet, one, sheet.at(one)) for one in points}
    at_home = [mark for mark in placed.values() if mark]
    discs = [_disc(sheet, one) for one in ordered if one.shape == "area"]
    named = [_named(sheet, mark) for mark in sorted([*at_home, *discs], key=lambda mark: weight(mark.sited))]
    return [*named, *(_named(sheet, _moved(sheet, one)) for one in points if not placed[one.place.id])]


def radius(claims: int, sizes: Sizes) -> float:
    """The radius of a mark, whose area grows evenly with the number of claims."""
    return round(sqrt(sizes.least_radius**2 + claims * sizes.radius_of_a_claim**2), 1)


def counts(one: Sited, left: float, middle: float, sizes: Sizes) -> tuple[Count, ...]:
    """The counts of a place side by side, from ``left`` on: of events that are not in doubt, then of the others."""
    made: list[Count] = []
    for number, doubtful in ((one.undoubted, False), (one.doubtful, True)):
        if number:
            width = max(sizes.count, len(str(number)) * sizes.text * LETTER + sizes.text * 0.6)
            box = Box(left, middle - sizes.count / 2, left + width, middle + sizes.count / 2)
            made.append(Count(number, doubtful, box.rounded()))
            left += width + 1
    return tuple(made)


def _point(at: Point) -> Point:
    return round(at[0], 1), round(at[1], 1)


def _counts_at(sheet: _Sheet, one: Sited, at: Point) -> tuple[Count, ...]:
    """The counts of a point, at its upper right."""
    sizes, size = sheet.sizes, radius(one.claims, sheet.sizes)
    return counts(one, at[0] + size * 0.5, at[1] - size - sizes.count * 0.2, sizes)


def _point_mark(sheet: _Sheet, one: Sited, at: Point) -> PlaceMark | None:
    """A point there, if it meets nothing."""
    size = radius(one.claims, sheet.sizes)
    room = Box.about(at, size * 2 + 1, size * 2 + 1)
    if not sheet.has_room([room]):
        return None
    marked = _counts_at(sheet, one, at)
    if not sheet.take(count.box for count in marked):
        return None
    sheet.taken.add(room)
    own = sheet.at(one)
    return PlaceMark(one, _point(at), size, marked, None, _point(own) if at != own else None)


def _moved(sheet: _Sheet, one: Sited) -> PlaceMark:
    """A point as near to its place as there is room; on its place, over others, where there is none near."""
    own, steps = sheet.at(one), [sheet.sizes.text * step / 2 for step in range(2, 25)]
    tried = (_point_mark(sheet, one, at) for at in nearby(own, steps))
    found = next((mark for mark in tried if mark), None)
    return found or PlaceMark(one, _point(own), radius(one.claims, sheet.sizes), _counts_at(sheet, one, own))


def _disc(sheet: _Sheet, one: Sited) -> PlaceMark:
    """A soft disc about the middle of a district or a province, with its counts on its rim or near it."""
    at, sizes = sheet.at(one), sheet.sizes
    size = round(sizes.disc + radius(one.claims, sizes), 1)
    width = sum(count.box.width for count in counts(one, 0, 0, sizes))
    rims = [size, size * 0.6, size + sizes.count, size + sizes.count * 2]
    tried = [counts(one, x - width / 2, y, sizes) for x, y in list(nearby(at, rims))[1:]]
    marked = next((found for found in tried if sheet.take(count.box for count in found)), tried[0])
    return PlaceMark(one, _point(at), size, marked)


def width_of(words: str, sizes: Sizes) -> float:
    """About how wide words are in the font of the page, on the side of safety."""
    return len(words) * sizes.text * LETTER


def _named(sheet: _Sheet, mark: PlaceMark) -> PlaceMark:
    """The mark with its name beside it, or within it where it is a disc; without, where there is no room."""
    sizes = sheet.sizes
    width = width_of(mark.sited.place.heading, sizes)
    boxes = list(beside(mark.at, mark.radius + GAP, width, sizes.line))
    if mark.sited.shape == "area":
        boxes = [Box.about(mark.at, width, sizes.line), *beside(mark.at, mark.radius * 0.5, width, sizes.line), *boxes]
    box = next((box for box in boxes if sheet.take([box])), None)
    return replace(mark, label=_label(box, mark.at[0], sizes)) if box else mark


def _label(box: Box, x: float, sizes: Sizes) -> Label:
    """A name in a box; it begins or ends at the side that is nearer to its mark at ``x``."""
    foot = box.middle[1] + sizes.text * 0.35
    if box.left >= x:
        return Label(_point((box.left, foot)), "start")
    if box.right <= x:
        return Label(_point((box.right, foot)), "end")
    return Label(_point((box.middle[0], foot)), "middle")


def _written(sheet: _Sheet, one: Sited) -> PlaceMark | None:
    """A name alone, as near to where its place is as there is room, with its counts after it."""
    at, sizes = sheet.at(one), sheet.sizes
    words = width_of(one.place.heading, sizes) * (BOLD if one.place.type == "country" else 1)
    tail = counts(one, words + GAP, 0, sizes)
    whole = tail[-1].box.right if tail else words
    height = sizes.count if tail else sizes.line
    box = next((box for box in _near(sheet, at, whole, height) if sheet.take([box])), None)
    if box is None:
        return None
    middle, foot = box.middle, box.middle[1] + sizes.text * 0.35
    label = Label(_point((box.left + words, foot)), "end") if tail else Label(_point((middle[0], foot)), "middle")
    return PlaceMark(one, _point(at), 0, counts(one, box.left + words + GAP, middle[1], sizes), label)


def _near(sheet: _Sheet, at: Point, width: float, height: float) -> Iterator[Box]:
    """Boxes over a place or near it: first up to two lines away, then beside it, then up to four lines away."""
    steps = [sheet.sizes.text * step / 2 for step in range(1, 9)]
    over = [Box.about(middle, width, height) for middle in nearby(at, steps, 16)]
    near = 1 + 16 * 4
    for box in (*over[:near], *beside(at, GAP, width, height), *over[near:]):
        yield box.into(sheet.page)


def _outlines(sheet: _Sheet, base: BaseMap) -> Iterator[tuple[str, tuple[Ring, ...]]]:
    """The shapes on the sheet, each with the name of its country."""
    at = sheet.projection.at
    for one in base.outlines:
        rings = [clipped(ring, sheet.projection.bounds) for polygon in one.polygons for ring in polygon]
        drawn = [thinned(tuple(_point(at(position)) for position in ring), 1.0) for ring in rings if ring]
        # What is left of a speck has no shape.
        shapes = tuple(ring for ring in drawn if len(ring) > 3)
        if shapes:
            yield one.name, shapes


def _names(
    sheet: _Sheet, outlines: Iterable[tuple[str, tuple[Ring, ...]]], written: Iterable[Sited]
) -> Iterator[tuple[str, Label]]:
    """The names of countries that are not among the places, in the middle of what is seen of them, or near it."""
    known = {name.text.casefold() for one in written for name in one.place.names}
    for name, rings in outlines:
        largest = max(rings, key=area)
        if name.casefold() in known or not area(largest):
            continue
        width, steps = width_of(name, sheet.sizes), (sheet.sizes.text, sheet.sizes.text * 2)
        tried = (Box.about(middle, width, sheet.sizes.line) for middle in nearby(centre(largest), steps))
        box = next((box for box in tried if sheet.take([box])), None)
        if box:
            yield name, _label(box, box.middle[0], sheet.sizes)
