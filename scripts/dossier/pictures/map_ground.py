"""What a map is drawn on: the shapes of divisions and countries with common borders, in as many points as it needs."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor

from dossier.model.base_map import BaseMap, Bounds, Polygon, Position, Ring
from dossier.model.outlines import Outlines
from dossier.pictures.geometry import Projection, area
from dossier.pictures.topology import LEAST_POINTS, MapLine, Topology, topology

# How far a line may lie from the one that the base map has, in degrees, and how many units a degree has: roughly for
# the page itself, then finer for whoever comes closer.
DETAILS = ((0.035, 100), (0.012, 500), (0.0, 1000))
ROWS = 15
# How many times as wide as high the room for a name may be, and how many degrees border a neighbour's may lie apart.
FLAT = 2.5
NEAR = 0.15


@dataclass(frozen=True, slots=True)
class GroundShape:
    """A division and its outline, as the path of an SVG."""

    iso: str
    name: str
    path: str


@dataclass(frozen=True, slots=True)
class Ground:
    """What a whole base map holds, on a sheet so many units wide and high, in paths of an SVG.

    ``beyond`` is the land of countries without divisions, ``land`` that of the others. ``shapes`` are divisions that
    are looked at, ``inner`` the borders of divisions within their country, ``outer`` those of countries and coasts; the
    edges of the base map are no borders. ``across`` and ``down`` are the units of a degree.
    """

    width: int
    height: int
    across: float
    down: float
    beyond: str
    land: str
    shapes: tuple[GroundShape, ...]
    inner: str
    outer: str


@dataclass(frozen=True, slots=True)
class _Shape:
    iso: str
    name: str
    country: str
    is_division: bool
    polygons: tuple[Polygon, ...]


def ground(base: BaseMap, outlines: Outlines, detail: int, codes: Container[str]) -> Ground:
    """The ground of a base map in one of three details, the roughest first, with the divisions of some codes."""
    tolerance, units = DETAILS[detail]
    shapes = list(_shapes(base, outlines))
    whole = topology(one.polygons for one in shapes).simplified(tolerance)
    on = Projection(base.bounds, (base.bounds.east - base.bounds.west) * units)
    inner, outer = _borders(whole, shapes, base.bounds)
    return Ground(
        width=round(on.width),
        height=round(on.height),
        across=on.per_degree_east,
        down=on.per_degree_north,
        beyond=closed_path(
            _rings(p for n, one in enumerate(shapes) if not one.is_division for p in whole.polygons(n)), on
        ),
        land=closed_path(_rings(whole.dissolved(n for n, one in enumerate(shapes) if one.is_division)), on),
        shapes=tuple(
            GroundShape(one.iso, one.name, closed_path(_rings(whole.polygons(number)), on))
            for number, one in enumerate(shapes)
            if one.iso and one.iso in codes
        ),
        inner="".join(open_path(line, on) for line in inner),
        outer="".join(open_path(line, on) for line in outer),
    )


def _rings(polygons: Iterable[Polygon]) -> Iterator[Ring]:
    return (ring for polygon in polygons for ring in polygon)


def _shapes(base: BaseMap, outlines: Outlines) -> Iterator[_Shape]:
    """Countries that have no divisions, then divisions."""
    divided = {one.country for one in outlines.divisions}
    for outline in base.outlines:
        if outline.name not in divided:
            yield _Shape("", "", outline.name, is_division=False, polygons=outline.polygons)
    for one in outlines.divisions:
        yield _Shape(one.iso, one.name, one.country, is_division=True, polygons=one.polygons)


def _borders(whole: Topology, shapes: Sequence[_Shape], bounds: Bounds) -> tuple[list[MapLine], list[MapLine]]:
    """The lines between divisions of one country, and all others but those along the edge of the map."""
    inner: list[MapLine] = []
    own: list[MapLine] = []
    others: list[MapLine] = []
    for line, owners in zip(whole.lines, whole.owners, strict=True):
        if len(owners) > 1 and len({shapes[number].country for number in owners}) == 1:
            inner.append(line)
        elif any(shapes[number].is_division for number in owners):
            own.append(line)
        else:
            others.append(line)
    # Where divisions come from another file than the countries around them, the border between stands in both.
    taken = _squares(own)

    def is_drawn(one: Position, other: Position) -> bool:
        return _runs_along(one, other, bounds) or (_square(one) in taken and _square(other) in taken)

    edged = (part for line in own for part in _without(line, lambda one, other: _runs_along(one, other, bounds)))
    return inner, [*edged, *(part for line in others for part in _without(line, is_drawn))]


def _squares(lines: Iterable[MapLine]) -> set[tuple[int, int]]:
    """The squares that lines touch, and those around them."""
    touched = set()
    for one, other in (pair for line in lines for pair in pairwise(line)):
        (x, y), (later_x, later_y) = one, other
        steps = ceil(max(abs(later_x - x), abs(later_y - y)) / NEAR * 2) or 1
        touched |= {
            _square((x + (later_x - x) * step / steps, y + (later_y - y) * step / steps)) for step in range(steps + 1)
        }
    return {(x + across, y + along) for x, y in touched for across in (-1, 0, 1) for along in (-1, 0, 1)}


def _square(at: Position) -> tuple[int, int]:
    return floor(at[0] / NEAR), floor(at[1] / NEAR)


def _without(line: MapLine, is_left_out: Callable[[Position, Position], bool]) -> Iterator[MapLine]:
    """The parts of a line without some of its steps."""
    part: list[Position] = []
    for one, other in pairwise(line):
        if is_left_out(one, other):
            if part:
                yield tuple(part)
            part = []
        else:
            part += [other] if part else [one, other]
    if part:
        yield tuple(part)


def _runs_along(one: Position, other: Position, bounds: Bounds) -> bool:
    (x, y), (later_x, later_y) = one, other
    return (x == later_x and x in (bounds.west, bounds.east)) or (y == later_y and y in (bounds.south, bounds.north))


def closed_path(rings: Iterable[Ring], on: Projection) -> str:
    """Closed rings of degrees as a path of whole units; what is too small for that is left out."""
    stepped = (_stepped(ring, on) for ring in rings)
    return "".join(f"{path}z" for number, path in stepped if number >= LEAST_POINTS - 1)


def open_path(line: MapLine, on: Projection) -> str:
    """A line of degrees as a path of whole units."""
    number, path = _stepped(line, on)
    return path if number else ""


def _stepped(line: MapLine, on: Projection) -> tuple[int, str]:
    """How many steps a line has, and the line as a path: its first point, then steps, which are shorter to write."""
    points = [(round(x), round(y)) for x, y in map(on.at, line)]
    steps = [(x - before_x, y - before_y) for (before_x, before_y), (x, y) in pairwise(points)]
    words = [f"{x} {y}" for x, y in steps if (x, y) != (0, 0)]
    # A step that goes to the left needs no blank before its sign.
    joined = "".join(("" if one.startswith("-") or not place else " ") + one for place, one in enumerate(words))
    return len(words), f"M{points[0][0]} {points[0][1]}l{joined}"


@dataclass(frozen=True, slots=True)
class Room:
    """Where a shape is widest: the middle of the place where its name has most room, and how many units that is."""

    at: Position
    width: float

    def on(self, width: float) -> Room:
        """The same on a sheet so many times as wide."""
        return Room((self.at[0] * width, self.at[1] * width), self.width * width)


def room_in(polygons: Iterable[Sequence[Ring]]) -> Room | None:
    """The room for a name in the largest of some polygons on a sheet; nothing where there is none."""
    largest = max(polygons, key=lambda polygon: area(polygon[0]), default=None)
    if largest is None or not area(largest[0]):
        return None
    upright = [tuple((y, x) for x, y in ring) for ring in largest]
    top, bottom = min(y for _, y in largest[0]), max(y for _, y in largest[0])
    found: Room | None = None
    best = 0.0
    for row in range(1, ROWS + 1):
        share = row / (ROWS + 1)
        y = top + (bottom - top) * share
        for left, right in _inside(largest, y):
            x, high = (left + right) / 2, min(y - top, bottom - y)
            if right - left > best:
                high = next((below - above for above, below in _inside(upright, x) if above <= y <= below), 0)
            # A name reads as that of the whole where it stands near its middle, and not in a narrow tongue.
            worth = min(right - left, high * FLAT) * (1 - abs(share - 0.5) / 2)
            if worth > best:
                found, best = Room((x, y), right - left), worth
    return found


def _inside(polygon: Sequence[Ring], y: float) -> Iterator[tuple[float, float]]:
    """The parts of a level line that lie in a polygon, from the left."""
    crossings = sorted(
        x + (y - low) * (later_x - x) / (later - low)
        for ring in polygon
        for (x, low), (later_x, later) in pairwise(ring)
        if (low > y) != (later > y)
    )
    yield from zip(crossings[::2], crossings[1::2], strict=False)
