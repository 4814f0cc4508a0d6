"""Shapes that share borders: the lines that they are made of, each once, so that neighbours stay neighbours.

A line of which both neighbours are made can be drawn with fewer points, or left out between parts of a whole, without
a gap or an overlap between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import hypot, sqrt

from dossier.model.base_map import Polygon, Position, Ring
from dossier.model.distances import holds
from dossier.pictures.geometry import area

MapLine = tuple[Position, ...]
"""Positions from one end to the other; the first and the last are one where it is closed."""
LEAST_POINTS = 4


@dataclass(frozen=True, slots=True)
class _Use:
    """A line as a part of a ring."""

    line: int
    is_backwards: bool


@dataclass(frozen=True)
class Topology:
    """Shapes by the lines that they are made of, in the order in which they were given."""

    lines: tuple[MapLine, ...]
    shapes: tuple[tuple[tuple[tuple[_Use, ...], ...], ...], ...]

    @cached_property
    def owners(self) -> tuple[frozenset[int], ...]:
        """For each line, the numbers of the shapes that it bounds."""
        found: list[set[int]] = [set() for _ in self.lines]
        for number, shape in enumerate(self.shapes):
            for use in (use for polygon in shape for ring in polygon for use in ring):
                found[use.line].add(number)
        return tuple(map(frozenset, found))

    def simplified(self, tolerance: float) -> Topology:
        """With fewer points, none of which left out lies farther than ``tolerance`` from its line; as it is for 0."""
        if not tolerance:
            return self
        return Topology(tuple(simplified(line, tolerance) for line in self.lines), self.shapes)

    def polygons(self, shape: int) -> tuple[Polygon, ...]:
        """The polygons of a shape, without rings of which nothing is left."""
        made = (tuple(self._ring(uses) for uses in polygon) for polygon in self.shapes[shape])
        kept = (tuple(ring for ring in rings if len(ring) >= LEAST_POINTS) for rings in made if _is_shape(rings))
        return tuple(polygon for polygon in kept if polygon)

    def dissolved(self, shapes: Iterable[int]) -> tuple[Polygon, ...]:
        """The polygons of some shapes taken together, without the borders between them."""
        uses = [use for number in shapes for polygon in self.shapes[number] for ring in polygon for use in ring]
        times: dict[int, int] = {}
        for use in uses:
            times[use.line] = times.get(use.line, 0) + 1
        outer = [self._points(use) for use in uses if times[use.line] == 1]
        return nested([ring for ring in stitched(outer) if len(ring) >= LEAST_POINTS])

    def _ring(self, uses: Iterable[_Use]) -> Ring:
        points: list[Position] = []
        for use in uses:
            points += self._points(use)[1:] if points else self._points(use)
        return tuple(points)

    def _points(self, use: _Use) -> MapLine:
        line = self.lines[use.line]
        return line[::-1] if use.is_backwards else line


def _is_shape(rings: Sequence[Ring]) -> bool:
    return bool(rings) and len(rings[0]) >= LEAST_POINTS


def topology(shapes: Iterable[Iterable[Polygon]]) -> Topology:
    """The lines of shapes, whose neighbours share the very points of their border. Rings are closed."""
    given = [[list(polygon) for polygon in shape] for shape in shapes]
    ends = _ends(ring for shape in given for polygon in shape for ring in polygon)
    lines: dict[MapLine, int] = {}
    made = tuple(
        tuple(tuple(tuple(_uses(ring, ends, lines)) for ring in polygon) for polygon in shape) for shape in given
    )
    return Topology(tuple(lines), made)


def _ends(rings: Iterable[Ring]) -> set[Position]:
    """The points at which lines end: where rings part from each other."""
    neighbours: dict[Position, frozenset[Position]] = {}
    ends: set[Position] = set()
    for ring in rings:
        points = ring[:-1]
        for number, point in enumerate(points):
            pair = frozenset((points[number - 1], points[(number + 1) % len(points)]))
            if neighbours.setdefault(point, pair) != pair:
                ends.add(point)
    return ends


def _uses(ring: Ring, ends: set[Position], lines: dict[MapLine, int]) -> Iterator[_Use]:
    """The lines of a ring in turn; those that are new are added."""
    points = list(ring[:-1])
    # A ring that meets others nowhere, or all the way, begins at its least point, so that both find the same line.
    start = next((number for number, point in enumerate(points) if point in ends), None)
    begin = points.index(min(points)) if start is None else start
    points = [*points[begin:], *points[: begin + 1]]
    line: list[Position] = points[:1]
    for point in points[1:]:
        line.append(point)
        if point in ends or len(line) == len(points):
            yield _use(tuple(line), lines)
            line = [point]


def _use(line: MapLine, lines: dict[MapLine, int]) -> _Use:
    backwards = line[::-1]
    if backwards in lines:
        return _Use(lines[backwards], is_backwards=True)
    return _Use(lines.setdefault(line, len(lines)), is_backwards=False)


def simplified(line: MapLine, tolerance: float) -> MapLine:
    """A line by fewer points (Douglas and Peucker); its ends stay, and so does the farthest point of a closed one."""
    if len(line) <= 2:
        return line
    kept = {0, len(line) - 1}
    waiting = [(0, len(line) - 1)]
    if line[0] == line[-1]:
        middle = max(range(len(line)), key=lambda number: hypot(*_step(line[0], line[number])))
        kept.add(middle)
        waiting = [(0, middle), (middle, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        far, number = _farthest(line, first, last)
        if far > tolerance:
            kept.add(number)
            waiting += [(first, number), (number, last)]
    return tuple(line[number] for number in sorted(kept))


def _step(one: Position, other: Position) -> Position:
    return other[0] - one[0], other[1] - one[1]


def _farthest(line: MapLine, first: int, last: int) -> tuple[float, int]:
    """How far the farthest point between two others lies from the straight line between these, and which one it is."""
    start_x, start_y = line[first]
    across, along = _step(line[first], line[last])
    whole = across * across + along * along or 1.0
    most, number = 0.0, first
    for place in range(first + 1, last):
        x, y = line[place]
        x -= start_x
        y -= start_y
        share = (x * across + y * along) / whole
        share = 0 if share < 0 else min(share, 1)
        x -= share * across
        y -= share * along
        square = x * x + y * y
        if square >= most:
            most, number = square, place
    return sqrt(most), number


def stitched(lines: Iterable[MapLine]) -> Iterator[Ring]:
    """Closed rings made of lines that each end where another begins."""
    beginning: dict[Position, list[MapLine]] = {}
    for line in lines:
        beginning.setdefault(line[0], []).append(line)
    while beginning:
        points = list(_next(beginning, next(iter(beginning))))
        while points[-1] != points[0] and points[-1] in beginning:
            points += _next(beginning, points[-1])[1:]
        if points[-1] == points[0]:
            yield tuple(points)


def _next(beginning: dict[Position, list[MapLine]], at: Position) -> MapLine:
    lines = beginning[at]
    line = lines.pop()
    if not lines:
        del beginning[at]
    return line


def nested(rings: Iterable[Ring]) -> tuple[Polygon, ...]:
    """Rings as polygons: what lies within one ring is a hole of it, what lies within two a polygon again."""
    ordered = sorted(rings, key=area, reverse=True)
    made: list[list[Ring]] = []
    for number, ring in enumerate(ordered):
        around = [other for other in ordered[:number] if holds((other,), _inner(ring))]
        if len(around) % 2:
            next(polygon for polygon in reversed(made) if polygon[0] in around).append(ring)
        else:
            made.append([ring])
    return tuple(map(tuple, made))


def _inner(ring: Ring) -> Position:
    """A point on a ring that is no corner of it."""
    (one_x, one_y), (other_x, other_y) = ring[0], ring[1]
    return (one_x + other_x) / 2, (one_y + other_y) / 2
