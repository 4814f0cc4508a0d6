"""Country outlines out of a TopoJSON file, cut to a region: how the base map of a dossier is made, once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate
from typing import Any

from dossier.model.base_map import BaseMap, Bounds, Outline, Polygon, Position, Ring
from dossier.pictures.geometry import area, clipped

DECIMALS = 2
LEAST_AREA = 0.002
COUNTRIES = "countries"


def cut(topology: Mapping[str, Any], bounds: Bounds, credit: str) -> BaseMap:
    """The countries of a topology within bounds, to 2 decimals of a degree, in the order of their names.

    Rings of less than 0.002 square degrees are left out. Raises ``ValueError`` where it is no such topology.
    """
    try:
        arcs = _arcs(topology)
        countries = topology["objects"][COUNTRIES]["geometries"]
        outlines = [one for country in countries if (one := _outline(country, arcs, bounds))]
    except (AttributeError, KeyError, TypeError, IndexError) as error:
        raise ValueError(f"this is no TopoJSON with an object {COUNTRIES!r} ({error!r})") from None
    return BaseMap(bounds, credit, tuple(sorted(outlines, key=lambda one: one.name)))


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


def _outline(country: Mapping[str, Any], arcs: list[list[Position]], bounds: Bounds) -> Outline | None:
    """A country within bounds; nothing where it lies wholly outside."""
    polygons = tuple(_polygons(country, arcs, bounds))
    return Outline(country["properties"]["name"], polygons) if polygons else None


def _polygons(country: Mapping[str, Any], arcs: list[list[Position]], bounds: Bounds) -> Iterator[Polygon]:
    shapes = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
    for shape in shapes:
        outer, *holes = (_ring(indices, arcs, bounds) for indices in shape)
        if outer:
            yield (outer, *(hole for hole in holes if hole))


def _ring(indices: Iterable[int], arcs: list[list[Position]], bounds: Bounds) -> Ring:
    """A ring of arcs, of which each begins where the one before ends; a negative index is an arc backwards."""
    points: list[Position] = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc[1:] if points else arc
    ring = tuple(dict.fromkeys(map(_rounded, clipped(tuple(points), bounds))))
    closed = (*ring, *ring[:1])
    return closed if area(closed) >= LEAST_AREA else ()


def _rounded(position: Position) -> Position:
    return round(position[0], DECIMALS), round(position[1], DECIMALS)
