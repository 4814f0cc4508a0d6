"""How far apart places on the globe lie, and how far outside an outline."""

from __future__ import annotations

from itertools import pairwise
from math import asin, cos, hypot, radians, sin, sqrt

from dossier.model.base_map import Outline, Position, Ring

EARTH_RADIUS = 6371.0
KILOMETRES_A_DEGREE = 111.2


def kilometres(one: Position, other: Position) -> float:
    """The distance of two positions over the globe (haversine)."""
    (east, north), (other_east, other_north) = ((radians(a), radians(b)) for a, b in (one, other))
    across, along = sin((other_east - east) / 2), sin((other_north - north) / 2)
    return 2 * EARTH_RADIUS * asin(min(1, sqrt(along**2 + cos(north) * cos(other_north) * across**2)))


def kilometres_outside(outline: Outline, position: Position) -> float:
    """How far a position lies from the nearest edge of an outline that does not hold it; else 0."""
    if any(holds(polygon, position) for polygon in outline.polygons):
        return 0
    return min(_to_ring(ring, position) for polygon in outline.polygons for ring in polygon)


def holds(polygon: tuple[Ring, ...], position: Position) -> bool:
    """Whether a position lies in the outer ring and in no hole: a line from it crosses rings an odd number of times."""
    east, north = position
    crossings = 0
    for ring in polygon:
        for (x, y), (later_x, later_y) in pairwise(ring):
            if (y > north) != (later_y > north) and east < x + (north - y) * (later_x - x) / (later_y - y):
                crossings += 1
    return crossings % 2 == 1


def _to_ring(ring: Ring, position: Position) -> float:
    """Kilometres to the nearest side, on the plain that touches the globe at the position."""
    east, north = position
    wide = KILOMETRES_A_DEGREE * cos(radians(north))
    points = [((x - east) * wide, (y - north) * KILOMETRES_A_DEGREE) for x, y in ring]
    return min(_to_side(one, other) for one, other in pairwise(points))


def _to_side(one: Position, other: Position) -> float:
    """How far the side between two points passes from the origin."""
    (x, y), (later_x, later_y) = one, other
    across, along = later_x - x, later_y - y
    length = across**2 + along**2
    share = max(0.0, min(1.0, -(x * across + y * along) / length)) if length else 0.0
    return hypot(x + share * across, y + share * along)
