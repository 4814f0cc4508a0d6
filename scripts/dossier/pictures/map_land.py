"""The land of a map as far as it is seen within bounds, and where the names of its parts have room."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from dossier.model.base_map import BaseMap, Bounds, Polygon, Ring
from dossier.model.outlines import Division, Outlines
from dossier.pictures.geometry import Projection, clipped
from dossier.pictures.map_ground import Room, room_in


@dataclass(frozen=True)
class Land:
    """What the map is drawn on, as far as the dossier has it."""

    base: BaseMap | None = None
    outlines: Outlines = field(default_factory=Outlines)


@dataclass(frozen=True)
class SeenLand:
    """A land within bounds.

    Rooms are those on a sheet one unit wide: finding them takes long, and all sheets of the same bounds share them.
    """

    land: Land
    bounds: Bounds

    @cached_property
    def countries(self) -> list[tuple[str, Room]]:
        """The names of countries that are seen, each with its room."""
        outlines = self.land.base.outlines if self.land.base else ()
        return [(one.name, room) for one in outlines if (room := self._room(one.polygons))]

    @cached_property
    def divisions(self) -> list[tuple[Division, Room]]:
        """The divisions that are seen, each with its room."""
        return [(one, room) for one in self.land.outlines.divisions if (room := self._room(one.polygons))]

    @cached_property
    def by_iso(self) -> dict[str, Room]:
        """The rooms of the divisions that have a code."""
        return {one.iso: room for one, room in self.divisions if one.iso}

    def _room(self, polygons: Iterable[Polygon]) -> Room | None:
        on = Projection(self.bounds, 1)
        return room_in([rings for polygon in polygons if (rings := self._on(on, polygon))])

    def _on(self, on: Projection, polygon: Polygon) -> list[Ring]:
        cut = [clipped(ring, self.bounds) for ring in polygon]
        return [tuple(map(on.at, ring)) for ring in cut if ring] if cut[0] else []
