"""A small map that shows where on the base map one place lies, with no more on it than that needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from dossier.model.base_map import BaseMap, Polygon, Ring
from dossier.model.records import Place
from dossier.pictures.geometry import Projection, clipped, thinned
from dossier.pictures.label_placement import Box, Point
from dossier.pictures.map_ground import room_in
from dossier.pictures.map_places import SHAPES, Shape
from dossier.pictures.text_width import text_width

WIDTH = 300.0
# Borders are drawn in steps of about this many units, so that a page stays light.
COARSENESS = 2.5
DISC = 13.0
LEAST_POINTS = 4
# The height of the name of the place and of those of countries; units between a mark and its name.
TEXT, NAMES = 13.0, 9.5
BESIDE = 5
# How far from an end of the sheet a name turns to the other side of its mark, as a share of the width.
TURNS = 0.6


@dataclass(frozen=True, slots=True)
class LocatorGround:
    """The outlines of a base map in whole units; made once for all places.

    Of each ring, which is closed, the first point from the left and the top, and then each step to the next one, for
    steps are shorter to write. ``names`` are those of countries in which they have room, and the boxes that they take.
    """

    projection: Projection
    rings: tuple[tuple[tuple[int, int], ...], ...]
    credit: str
    names: tuple[tuple[str, Box], ...] = ()


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a place lies on the ground. An area is a disc of this radius about its middle; a name has no mark."""

    at: Point
    shape: Shape
    radius: float
    anchor: Literal["start", "middle", "end"]


def ground(base: BaseMap) -> LocatorGround:
    """The ground of a base map; of a shape that is too small to be seen on it, nothing."""
    projection = Projection(base.bounds, WIDTH)
    cut = (clipped(ring, base.bounds) for outline in base.outlines for polygon in outline.polygons for ring in polygon)
    coarse = (thinned(tuple(map(projection.at, ring)), COARSENESS) for ring in cut)
    rings = tuple(_steps(ring) for ring in coarse if len(ring) > LEAST_POINTS)
    return LocatorGround(projection, rings, base.credit, tuple(_names(base, projection)))


def _names(base: BaseMap, on: Projection) -> Iterator[tuple[str, Box]]:
    for outline in base.outlines:
        cut = ([clipped(ring, base.bounds) for ring in polygon] for polygon in outline.polygons)
        room = room_in([[tuple(map(on.at, ring)) for ring in rings if ring] for rings in cut if rings[0]])
        width = text_width(outline.name, NAMES)
        if room and width < room.width:
            yield outline.name, Box.about(room.at, width, NAMES * 1.2).rounded()


def names_beside(place: Place, found: Spot, on: LocatorGround) -> list[tuple[str, Point]]:
    """The names of countries that neither the mark of a place nor its name touches, and the middles of their feet.

    A place is not named twice, and one that is only a name stands alone in its country.
    """
    width, (x, y) = text_width(place.heading, TEXT), found.at
    aside = found.radius + BESIDE
    left = {"start": x + aside, "end": x - aside - width, "middle": x - width / 2}[found.anchor]
    taken = [Box.about(found.at, found.radius * 2, found.radius * 2), Box(left, y - TEXT, left + width, y + TEXT)]
    own = {name.text.casefold() for name in place.names}
    free = ((name, box) for name, box in on.names if not any(box.meets(other) for other in taken))
    return [
        (name, (round(box.middle[0], 1), round(box.middle[1] + NAMES * 0.35, 1)))
        for name, box in free
        if name.casefold() not in own
    ]


def _steps(ring: Ring) -> tuple[tuple[int, int], ...]:
    """The first point of a closed ring, and the steps to all others but the last, which is the first again."""
    points = [(round(x), round(y)) for x, y in ring[:-1]]
    steps = [(x - before_x, y - before_y) for (before_x, before_y), (x, y) in pairwise(points)]
    return (points[0], *(step for step in steps if step != (0, 0)))


def land_path(on: LocatorGround) -> str:
    """The outlines of all land as one path, in steps from point to point."""
    return "".join(f"M{_path_of(ring)}z" for ring in on.rings)


def _path_of(ring: tuple[tuple[int, int], ...]) -> str:
    first, *rest = (f"{x} {y}" for x, y in ring)
    # A step that goes to the left needs no blank before its sign.
    steps = "".join(("" if words.startswith("-") or not place else " ") + words for place, words in enumerate(rest))
    return f"{first}l{steps}"


def outline_path(polygons: Iterable[Polygon], on: LocatorGround) -> str:
    """The outline of a place on the ground, as one path; empty where none of it lies there."""
    cut = (clipped(ring, on.projection.bounds) for polygon in polygons for ring in polygon)
    drawn = (tuple(map(on.projection.at, ring)) for ring in cut if len(ring) >= LEAST_POINTS)
    return "".join(f"M{' '.join(f'{x:.1f} {y:.1f}' for x, y in ring[:-1])}z" for ring in drawn)


def spot(place: Place, on: LocatorGround) -> Spot | None:
    """Where the place lies; nothing where it has no point, or one beyond the ground."""
    point = place.coordinates
    if point is None or not on.projection.bounds.holds((point.lon, point.lat)):
        return None
    x, y = on.projection.at((point.lon, point.lat))
    shape = SHAPES[point.precision]
    radius = {"point": 5.0, "area": DISC, "words": 0.0}[shape]
    anchor: Literal["start", "middle", "end"] = "start" if x < WIDTH * TURNS else "end"
    return Spot((round(x, 1), round(y, 1)), shape, radius, "middle" if shape == "words" else anchor)
