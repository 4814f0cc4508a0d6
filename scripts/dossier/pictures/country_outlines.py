"""Country outlines out of a TopoJSON or GeoJSON file, cut to a region: how the base map of a dossier is made, once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any

from dossier.model.base_map import BaseMap, Bounds, Outline, Polygon, Position, Ring
from dossier.pictures.geometry import area, clipped

DECIMALS = 2
LEAST_AREA = 0.002
COUNTRIES = "countries"
# The keys under which files give the name of a shape, the first that is there.
NAMES = ("name", "NAME", "name_en", "ADMIN", "admin")
Shapes = Sequence[Sequence[Sequence[Position]]]
"""Polygons as rings of positions, the first of each the outer one."""


def cut(shapes: Mapping[str, Any], bounds: Bounds, credit: str) -> BaseMap:
    """The countries of a TopoJSON or a GeoJSON within bounds, to 2 decimals of a degree, in the order of their names.

    Rings of less than 0.002 square degrees are left out. Raises ``ValueError`` where it is neither, where a country has
    no name, and where none lies within the bounds.
    """
    try:
        is_geojson = shapes.get("type") == "FeatureCollection"
        countries = list(_features(shapes["features"]) if is_geojson else _geometries(shapes))
        outlines = [one for name, drawn in countries if (one := _outline(name, drawn, bounds))]
    except (AttributeError, KeyError, TypeError, IndexError) as error:
        wanted = f"no TopoJSON with an object {COUNTRIES!r} and no GeoJSON with a FeatureCollection of polygons"
        raise ValueError(f"this is {wanted} ({error!r})") from None
    if not outlines:
        raise ValueError("no country in it lies within these sides")
    return BaseMap(bounds, credit, tuple(sorted(outlines, key=lambda one: one.name)))


def _features(features: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, Shapes]]:
    """The name and the polygons of each country of a GeoJSON; lines and points are none."""
    for feature in features:
        if polygons := shapes_of(feature["geometry"]):
            yield _name(feature["properties"]), polygons


def shapes_of(geometry: Mapping[str, Any]) -> Shapes:
    """The polygons of a geometry of GeoJSON; lines and points have none."""
    if geometry["type"] not in ("Polygon", "MultiPolygon"):
        return ()
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return [[[(x, y) for x, y, *_ in ring] for ring in one] for one in polygons]


def _geometries(topology: Mapping[str, Any]) -> Iterator[tuple[str, Shapes]]:
    """The name and the polygons of each country of a TopoJSON."""
    arcs = _arcs(topology)
    for country in topology["objects"][COUNTRIES]["geometries"]:
        shapes = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        yield _name(country["properties"]), [[_joined(ring, arcs) for ring in one] for one in shapes]


def _name(properties: Mapping[str, Any]) -> str:
    """What a shape is called, under the key that its file has for that."""
    name = next((properties[key] for key in NAMES if properties.get(key)), None)
    if name is None:
        raise ValueError(f"a shape in it has no name under any of {', '.join(NAMES)}")
    return str(name)


def _arcs(topology: Mapping[str, Any]) -> list[list[Position]]:
    """The lines that shapes are made of, in degrees; a file may give them as steps on a grid."""
    grid = topology.get("transform")
    if not grid:
        return [[(x, y) for x, y, *_ in arc] for arc in topology["arcs"]]
    (scale_x, scale_y), (left, low) = grid["scale"], grid["translate"]

    def degrees(arc: Iterable[tuple[int, int]]) -> list[Position]:
        steps = accumulate(arc, lambda one, step: (one[0] + step[0], one[1] + step[1]))
        return [(x * scale_x + left, y * scale_y + low) for x, y in steps]

    return [degrees(arc) for arc in topology["arcs"]]


def _outline(name: str, shapes: Shapes, bounds: Bounds) -> Outline | None:
    """A country within bounds; nothing where it lies wholly outside."""
    polygons = cut_polygons(shapes, bounds)
    return Outline(name, polygons) if polygons else None


def cut_polygons(shapes: Shapes, bounds: Bounds, decimals: int = DECIMALS) -> tuple[Polygon, ...]:
    """What of some polygons lies within bounds, without specks, to so many decimals of a degree."""
    return tuple(_polygons(shapes, bounds, decimals))


def _polygons(shapes: Shapes, bounds: Bounds, decimals: int) -> Iterator[Polygon]:
    for shape in shapes:
        outer, *holes = (_ring(points, bounds, decimals) for points in shape)
        if outer:
            yield (outer, *(hole for hole in holes if hole))


def _joined(indices: Iterable[int], arcs: list[list[Position]]) -> list[Position]:
    """A ring of arcs, of which each begins where the one before ends; a negative index is an arc backwards."""
    points: list[Position] = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc[1:] if points else arc
    return points


def _ring(points: Iterable[Position], bounds: Bounds, decimals: int) -> Ring:
    rounded = ((round(x, decimals), round(y, decimals)) for x, y in clipped(tuple(points), bounds))
    ring = tuple(dict.fromkeys(rounded))
    closed = (*ring, *ring[:1])
    return closed if area(closed) >= LEAST_AREA else ()
