"""The map of all places: two drawings, of which a screen shows the one that fits, and what lies beyond them."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.corpus.corpus import Corpus
from dossier.model.base_map import BaseMap, Bounds
from dossier.pictures.geometry import around, densest, proportioned
from dossier.pictures.map_layout import NARROW, WIDE, MapDrawing, Sizes, draw, radius
from dossier.pictures.map_places import Sited, sited

CROWD = 8
WINDOW = (0.34, 0.46)
# The height of a map without a base map, as a share of its width; around what lies close together, so many degrees.
LOWEST, HIGHEST = 0.5, 0.75
AROUND = 0.02


@dataclass(frozen=True, slots=True)
class Map:
    """All that the page shows.

    A screen shows the ``wide`` drawing or the ``narrow`` one. Where many places lie close together, both enlarge that
    part, and ``overview`` shows the rest with the part framed. ``beyond`` are places outside the drawings,
    ``pointless`` those that no point stands for.
    """

    overview: MapDrawing | None
    wide: MapDrawing | None
    narrow: MapDrawing | None
    beyond: tuple[Sited, ...]
    pointless: tuple[Sited, ...]
    places: tuple[Sited, ...]
    credit: str


def map_of(corpus: Corpus) -> Map:
    """The map of a corpus. Without a base map it shows all places that have a point."""
    places, base = sited(corpus), corpus.base_map
    pointed = [one for one in places if one.position]
    bounds = base.bounds if base else _bounds(pointed)
    shown = [one for one in pointed if bounds and _lies(one, bounds)]
    overview, wide, narrow = _drawings(shown, base, bounds) if bounds else (None, None, None)
    return Map(
        overview,
        wide,
        narrow,
        _without(pointed, shown),
        tuple(one for one in places if not one.position),
        tuple(places),
        base.credit if base else "",
    )


def _lies(one: Sited, bounds: Bounds) -> bool:
    return one.position is not None and bounds.holds(one.position)


def _without(places: list[Sited], others: list[Sited]) -> tuple[Sited, ...]:
    taken = {one.place.id for one in others}
    return tuple(one for one in places if one.place.id not in taken)


def _bounds(places: list[Sited]) -> Bounds | None:
    positions = [one.position for one in places if one.position]
    return proportioned(around(positions).padded(0.25, AROUND), LOWEST, HIGHEST) if positions else None


def _drawings(
    shown: list[Sited], base: BaseMap | None, bounds: Bounds
) -> tuple[MapDrawing | None, MapDrawing, MapDrawing]:
    """The overview, if there is need of one, the wide drawing and the narrow one."""
    crowd = [one.position for one in shown if one.position and one.shape != "words"]
    if len(crowd) < CROWD:
        return None, draw(shown, base, bounds, WIDE), draw(shown, base, bounds, NARROW)
    across, along = WINDOW
    window = densest(crowd, bounds, (bounds.east - bounds.west) * across, (bounds.north - bounds.south) * along)
    inside = [one for one in shown if _lies(one, window)]
    outside = list(_without(shown, inside))
    overview = draw(outside, base, bounds, NARROW, window)
    return overview, draw(inside, base, window, WIDE), draw(inside, base, window, NARROW)


def legend(sizes: Sizes) -> list[tuple[int, float]]:
    """Some numbers of claims, and the radius of a mark that stands for so many."""
    return [(claims, radius(claims, sizes)) for claims in (1, 10, 40)]
