"""The map of all places: two drawings, of which a screen shows the one that fits, and what lies beyond them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dossier.corpus.corpus import Corpus
from dossier.model.base_map import Bounds
from dossier.pictures.division_counts import DivisionCount, division_counts
from dossier.pictures.geometry import around, densest, proportioned
from dossier.pictures.map_ground import Ground, ground
from dossier.pictures.map_land import Land, SeenLand
from dossier.pictures.map_layout import draw
from dossier.pictures.map_places import Sited, sited
from dossier.pictures.map_sheet import NARROW, WIDE, MapDrawing, Sizes, radius

CROWD = 8
WINDOW = (0.46, 0.44)
# The height of a map without a base map, as a share of its width; around what lies close together, so many degrees.
LOWEST, HIGHEST = 0.5, 0.75
AROUND = 0.02
# Drawings of the whole base map for whoever comes closer: how many units of a sheet a degree has in the first, how
# much larger each is than the one before, and how many there are.
FIRST, LARGER, LEVELS = 13.5, 1.6, 8


@dataclass(frozen=True, slots=True)
class Map:
    """All that the page shows.

    A screen shows the ``wide`` drawing or the ``narrow`` one. Where many places lie close together, both enlarge that
    part, and ``overview`` shows the rest with the part framed. ``beyond`` are places outside the drawings,
    ``pointless`` those that no point stands for; ``divisions`` are counted where there are outlines of them.
    """

    ground: Ground | None
    overview: MapDrawing | None
    wide: MapDrawing | None
    narrow: MapDrawing | None
    beyond: tuple[Sited, ...]
    pointless: tuple[Sited, ...]
    places: tuple[Sited, ...]
    divisions: tuple[DivisionCount, ...]
    credit: str


def map_of(corpus: Corpus) -> Map:
    """The map of a corpus. Without a base map it shows all places that have a point."""
    places, base = sited(corpus), corpus.base_map
    pointed = [one for one in places if one.position]
    bounds = base.bounds if base else _bounds(pointed)
    shown = [one for one in pointed if bounds and _lies(one, bounds)]
    beyond, pointless = _without(pointed, shown), tuple(one for one in places if not one.position)
    land = Land(base, corpus.outlines if base else Land().outlines)
    overview, wide, narrow = _drawings(shown, land, bounds, (*beyond, *pointless)) if bounds else (None, None, None)
    divisions = division_counts(corpus, shown) if base else ()
    return Map(
        ground=ground(base, corpus.outlines, 0, {one.iso for one in divisions}) if base else None,
        overview=overview,
        wide=wide,
        narrow=narrow,
        beyond=beyond,
        pointless=pointless,
        places=tuple(places),
        divisions=divisions,
        credit=base.credit if base else "",
    )


def levels(corpus: Corpus) -> Iterator[MapDrawing]:
    """The whole base map, each time on a larger sheet, for whoever comes closer; nothing without a base map."""
    base = corpus.base_map
    if base is None:
        return
    shown = [one for one in sited(corpus) if one.position and _lies(one, base.bounds)]
    seen = SeenLand(Land(base, corpus.outlines), base.bounds)
    for place in range(LEVELS):
        width = (base.bounds.east - base.bounds.west) * FIRST * LARGER**place
        yield draw(shown, seen, replace(WIDE, width=round(width, 1)))


def _lies(one: Sited, bounds: Bounds) -> bool:
    return one.position is not None and bounds.holds(one.position)


def _without(places: list[Sited], others: list[Sited]) -> tuple[Sited, ...]:
    taken = {one.place.id for one in others}
    return tuple(one for one in places if one.place.id not in taken)


def _bounds(places: list[Sited]) -> Bounds | None:
    positions = [one.position for one in places if one.position]
    return proportioned(around(positions).padded(0.25, AROUND), LOWEST, HIGHEST) if positions else None


def _drawings(
    shown: list[Sited], land: Land, bounds: Bounds, beyond: tuple[Sited, ...]
) -> tuple[MapDrawing | None, MapDrawing, MapDrawing]:
    """The overview, if there is need of one, the wide drawing and the narrow one."""
    whole = SeenLand(land, bounds)
    crowd = [one.position for one in shown if one.position and one.shape != "words"]
    if len(crowd) < CROWD:
        wide, narrow = (draw(shown, whole, sizes, beyond=beyond) for sizes in (WIDE, NARROW))
        return None, wide, narrow
    across, along = WINDOW
    window = densest(crowd, bounds, (bounds.east - bounds.west) * across, (bounds.north - bounds.south) * along)
    inside = [one for one in shown if _lies(one, window)]
    outside = list(_without(shown, inside))
    overview = draw(outside, whole, NARROW, window)
    near = SeenLand(land, window)
    wide, narrow = (draw(inside, near, sizes, beyond=beyond) for sizes in (WIDE, NARROW))
    return overview, wide, narrow


def legend(sizes: Sizes) -> list[tuple[int, float]]:
    """Some numbers of claims, and the radius of a mark that stands for so many."""
    return [(claims, radius(claims, sizes)) for claims in (1, 10, 40)]
