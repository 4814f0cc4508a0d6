"""A small map that shows where on the base map one place lies, with no more on it than that needs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from dossier.model.base_map import BaseMap, Polygon, Ring
from dossier.model.records import Place
from dossier.pictures.geometry import Projection, clipped, thinned
from dossier.pictures.label_placement import Point
from dossier.pictures.map_places import SHAPES, Shape

WIDTH = 300.0
# Borders are drawn in steps of about this many units, so that a page stays light.
COARSENESS = 2.5
DISC = 13.0
LEAST_POINTS = 4
# How far from an end of the sheet a name turns to the other side of its mark, as a share of the width.
TURNS = 0.6


@dataclass(frozen=True, slots=True)
class Ground:
    """The outlines of a base map in whole units; made once for all places.

    Of each ring, which is closed, the first point from the left and the top, and then each step to the next one, for
    steps are shorter to write.
    """

    projection: Projection
    rings: tuple[tuple[tuple[int, int], ...], ...]
    credit: str


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a place lies on the ground. An area is a disc of this radius about its middle; a name has no mark."""

    at: Point
    shape: Shape
    radius: float
    anchor: Literal["start", "middle", "end"]


def ground(base: BaseMap) -> Ground:
    """The ground of a base map; of a shape that is too small to be seen on it, nothing."""
    projection = Projection(base.bounds, WIDTH)
    cut = (clipped(ring, base.bounds) for outline in base.outlines for polygon in outline.polygons for ring in polygon)
    coarse = (thinned(tuple(map(projection.at, ring)), COARSENESS) for ring in cut)
    return Ground(projection, tuple(_steps(ring) for ring in coarse if len(ring) > LEAST_POINTS), base.credit)


def _steps(ring: Ring) -> tuple[tuple[int, int], ...]:
    """The first point of a closed ring, and the steps to all others but the last, which is the first again."""
    points = [(round(x), round(y)) for x, y in ring[:-1]]
    steps = [(x - before_x, y - before_y) for (before_x, before_y), (x, y) in pairwise(points)]
    return (points[0], *(step for step in steps if step != (0, 0)))


def land_path(on: Ground) -> str:
    """The outlines of all land as one path, in steps from point to point."""
    return "".join(f"M{_path_of(ring)}z" for ring in on.rings)


def _path_of(ring: tuple[tuple[int, int], ...]) -> str:
    first, *rest = (f"{x} {y}" for x, y in ring)
    # A step that goes to the left needs no blank before its sign.
    steps = "".join(("" if words.startswith("-") or not place else " ") + words for place, words in enumerate(rest))
    return f"{first}l{steps}"


def outline_path(polygons: Iterable[Polygon], on: Ground) -> str:
    """The outline of a place on the ground, as one path; empty where none of it lies there."""
    cut = (clipped(ring, on.projection.bounds) for polygon in polygons for ring in polygon)
    drawn = (tuple(map(on.projection.at, ring)) for ring in cut if len(ring) >= LEAST_POINTS)
    return "".join(f"M{' '.join(f'{x:.1f} {y:.1f}' for x, y in ring[:-1])}z" for ring in drawn)


def spot(place: Place, on: Ground) -> Spot | None:
    """Where the place lies; nothing where it has no point, or one beyond the ground."""
    point = place.coordinates
    if point is None or not on.projection.bounds.holds((point.lon, point.lat)):
        return None
    x, y = on.projection.at((point.lon, point.lat))
    shape = SHAPES[point.precision]
    radius = {"point": 5.0, "area": DISC, "words": 0.0}[shape]
    anchor: Literal["start", "middle", "end"] = "start" if x < WIDTH * TURNS else "end"
    return Spot((round(x, 1), round(y, 1)), shape, radius, "middle" if shape == "words" else anchor)
