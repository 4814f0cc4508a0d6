"""What a map is drawn on: bounds, the outlines of countries within them, and the file that holds both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

# Degrees east and degrees north.
Position = tuple[float, float]
Ring = tuple[Position, ...]
Polygon = tuple[Ring, ...]


@dataclass(frozen=True, slots=True)
class Bounds:
    """A rectangle of degrees. It does not cross the antimeridian."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, position: Position) -> bool:
        """Whether a position (degrees east, degrees north) lies in it; its edges count."""
        east, north = position
        return self.west <= east <= self.east and self.south <= north <= self.north

    def padded(self, share: float, least: float = 0.1) -> Bounds:
        """Wider on each side by a share of its extent, and by ``least`` degrees at the least."""
        across = max((self.east - self.west) * share, least)
        along = max((self.north - self.south) * share, least)
        return Bounds(self.west - across, self.south - along, self.east + across, self.north + along)

    @property
    def middle(self) -> Position:
        """The middle between its edges, in degrees."""
        return (self.west + self.east) / 2, (self.south + self.north) / 2


@dataclass(frozen=True, slots=True)
class Outline:
    """The shape of a country within some bounds. Rings are closed; the first of a polygon is its outer one."""

    name: str
    polygons: tuple[Polygon, ...]


@dataclass(frozen=True, slots=True)
class BaseMap:
    """What a map is drawn on. ``credit`` says, on the map, who drew the boundaries."""

    bounds: Bounds
    credit: str
    outlines: tuple[Outline, ...]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, allow_inf_nan=False)


class _Properties(_Part):
    name: str = Field(min_length=1)


_Degrees = Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)]


_Ring = Annotated[tuple[tuple[_Degrees, _Degrees], ...], Field(min_length=4)]


class MultiPolygon(_Part):
    """A geometry of GeoJSON of this type."""

    type: Literal["MultiPolygon"]
    coordinates: tuple[tuple[_Ring, ...], ...]


class _Feature(_Part):
    type: Literal["Feature"]
    properties: _Properties
    geometry: MultiPolygon


class _Collection(_Part):
    """The file of a base map: GeoJSON, with two members more that tell where it comes from."""

    type: Literal["FeatureCollection"]
    bbox: tuple[_Degrees, _Degrees, _Degrees, _Degrees]
    credit: str = Field(min_length=1)
    made_with: str = ""
    features: tuple[_Feature, ...]


def read_base_map(text: str) -> BaseMap:
    """The base map that a GeoJSON text holds. Raises ``ValueError`` that says what is wrong with it."""
    read = _Collection.model_validate_json(text)
    outlines = (Outline(one.properties.name, one.geometry.coordinates) for one in read.features)
    bounds = Bounds(*read.bbox)
    if bounds.west >= bounds.east or bounds.south >= bounds.north:
        raise ValueError("bbox: needs west, south, east, north, in this order")
    return BaseMap(bounds, read.credit, tuple(outlines))


def base_map_json(base: BaseMap, made_with: str) -> str:
    """The base map as GeoJSON (RFC 7946), each country on a line of its own; ``read_base_map`` reads it."""
    box = base.bounds
    features = tuple(
        _Feature(
            type="Feature",
            properties=_Properties(name=one.name),
            geometry=MultiPolygon(type="MultiPolygon", coordinates=one.polygons),
        )
        for one in base.outlines
    )
    head = _Collection(
        type="FeatureCollection",
        bbox=(box.west, box.south, box.east, box.north),
        credit=base.credit,
        made_with=made_with,
        features=(),
    )
    lines = ",\n".join(feature.model_dump_json() for feature in features)
    return head.model_dump_json().removesuffix("]}") + f"\n{lines}\n]}}\n"
