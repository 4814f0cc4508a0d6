"""Where things lie on a flat map: bounds, outlines, how they are cut to bounds, and a plain projection."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import combinations_with_replacement, pairwise
from math import cos, radians

from dossier.model.base_map import Bounds, Position, Ring

COUNTED_IN_A_RING = 3
# Beyond so many positions, one of each part of a window stands for its neighbours; so many parts lie along a side.
MANY = 100
PARTS = 8


@dataclass(frozen=True)
class Projection:
    """Bounds on a sheet ``width`` units wide: equal rectangles, true to shape at the middle latitude."""

    bounds: Bounds
    width: float

    @cached_property
    def per_degree_east(self) -> float:
        return self.width / (self.bounds.east - self.bounds.west)

    @cached_property
    def per_degree_north(self) -> float:
        return self.per_degree_east / cos(radians(self.bounds.middle[1]))

    @property
    def height(self) -> float:
        """How high the sheet is, in units."""
        return (self.bounds.north - self.bounds.south) * self.per_degree_north

    def at(self, position: Position) -> Position:
        """Units from the left and from the top."""
        east, north = position
        return (east - self.bounds.west) * self.per_degree_east, (self.bounds.north - north) * self.per_degree_north


def around(positions: list[Position]) -> Bounds:
    """The least bounds that hold all positions, of which there must be one."""
    easts, norths = zip(*positions, strict=True)
    return Bounds(min(easts), min(norths), max(easts), max(norths))


def proportioned(bounds: Bounds, least: float, most: float) -> Bounds:
    """Bounds widened about their middle until their height on a sheet is ``least`` to ``most`` times their width.

    Where the earth ends they are widened less.
    """
    across, along = bounds.east - bounds.west, bounds.north - bounds.south
    per_degree = cos(radians(bounds.middle[1]))
    wide, high = max(across, along / per_degree / most), max(along, across * per_degree * least)
    x, y = bounds.middle
    return Bounds(max(x - wide / 2, -180), max(y - high / 2, -90), min(x + wide / 2, 180), min(y + high / 2, 90))


def densest(positions: list[Position], bounds: Bounds, across: float, along: float) -> Bounds:
    """The window, so many degrees across and along, that holds most positions; of equals, the first that is found.

    Tried are those around each position and halfway between each two; where there are many positions, those around one
    of each part of the window's size. It has what it holds in its middle, as far as it can lie within the bounds.
    """

    def window(middle: Position) -> Bounds:
        west = min(max(middle[0] - across / 2, bounds.west), bounds.east - across)
        south = min(max(middle[1] - along / 2, bounds.south), bounds.north - along)
        return Bounds(west, south, west + across, south + along)

    middles = (
        [around(list(pair)).middle for pair in combinations_with_replacement(positions, 2)]
        if len(positions) <= MANY
        else list({(x * PARTS // across, y * PARTS // along): (x, y) for x, y in positions}.values())
    )
    best = max(dict.fromkeys(map(window, middles)), key=lambda one: _number_within(one, positions))
    return window(around([position for position in positions if best.holds(position)]).middle)


def _number_within(bounds: Bounds, positions: list[Position]) -> int:
    """How many of many positions the bounds hold."""
    west, south, east, north = bounds.west, bounds.south, bounds.east, bounds.north
    return sum([west <= x <= east and south <= y <= north for x, y in positions])


def clipped(ring: Ring, bounds: Bounds) -> Ring:
    """The part of a closed ring within bounds (Sutherland and Hodgman), closed; empty where nothing of it is.

    Parts that lie apart stay joined along the edge of the bounds, where the frame of a map covers the seam.
    """
    points = list(ring[:-1] if ring and ring[0] == ring[-1] else ring)
    for axis, limit, sign in ((0, bounds.west, 1), (0, bounds.east, -1), (1, bounds.south, 1), (1, bounds.north, -1)):
        points = _on_one_side(points, axis, limit, sign)
    return (*points, points[0]) if len(points) >= COUNTED_IN_A_RING else ()


def _on_one_side(points: list[Position], axis: int, limit: float, sign: int) -> list[Position]:
    """The part of an open ring where ``sign`` times the coordinate is no less than ``sign`` times the limit."""
    inside = [(point[axis] - limit) * sign >= 0 for point in points]
    if all(inside):
        return points
    kept: list[Position] = []
    for (before, was_in), (here, is_in) in pairwise(zip([points[-1], *points], [inside[-1], *inside], strict=True)):
        if was_in != is_in:
            kept.append(_crossing(before, here, axis, limit))
        if is_in:
            kept.append(here)
    return kept


def _crossing(one: Position, other: Position, axis: int, limit: float) -> Position:
    part = (limit - one[axis]) / (other[axis] - one[axis])
    across = one[1 - axis] + (other[1 - axis] - one[1 - axis]) * part
    return (limit, across) if axis == 0 else (across, limit)


def area(ring: Ring) -> float:
    """Square units within a closed ring."""
    return abs(sum(x * later_y - later_x * y for (x, y), (later_x, later_y) in pairwise(ring))) / 2


def centre(ring: Ring) -> Position:
    """The centre of gravity of a closed ring that holds some area."""
    weights = [(x * later_y - later_x * y, x + later_x, y + later_y) for (x, y), (later_x, later_y) in pairwise(ring)]
    whole = sum(weight for weight, _, _ in weights) * 3
    return sum(w * x for w, x, _ in weights) / whole, sum(w * y for w, _, y in weights) / whole


def thinned(ring: Ring, least: float) -> Ring:
    """A closed ring without the points that lie nearer than ``least`` to the one before; it stays closed."""
    kept = list(ring[:1])
    for x, y in ring[1:-1]:
        if abs(x - kept[-1][0]) >= least or abs(y - kept[-1][1]) >= least:
            kept.append((x, y))
    return (*kept, *ring[-1:])
