"""The outlines of the first-level divisions of countries, such as provinces, and the file that holds them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from pydantic import BaseModel, ConfigDict, Field

from dossier.model.base_map import MultiPolygon, Polygon, Position
from dossier.model.distances import holds


@dataclass(frozen=True, slots=True)
class Division:
    """A division of a country: its code of ISO 3166-2, its name and the name of its country, as far as they are known.

    What has no code and no name is a part of a country of which nothing more is known.
    """

    iso: str
    name: str
    country: str
    polygons: tuple[Polygon, ...]

    def holds(self, position: Position) -> bool:
        """Whether a position (degrees east, degrees north) lies in it."""
        return any(holds(polygon, position) for polygon in self.polygons)


@dataclass(frozen=True)
class Outlines:
    """Divisions, no two of which have the same code."""

    divisions: tuple[Division, ...] = ()

    def of(self, iso: str | None) -> tuple[Polygon, ...]:
        """The polygons of the division of a code; none where there is no such division."""
        return self._by_iso[iso].polygons if iso and iso in self._by_iso else ()

    def at(self, position: Position) -> str:
        """The code of the division in which a position lies; empty where it lies in none that has a code."""
        return next((one.iso for one in self.divisions if one.holds(position)), "")

    @cached_property
    def _by_iso(self) -> dict[str, Division]:
        return {one.iso: one for one in self.divisions if one.iso}


class _Properties(BaseModel):
    model_config = ConfigDict(frozen=True)

    iso: str = Field(default="", pattern=r"^([A-Z]{2}-[A-Z0-9]{1,3})?$")
    name: str = ""
    country: str = ""


class _Feature(BaseModel):
    model_config = ConfigDict(frozen=True)

    type: str = Field(default="Feature", pattern="^Feature$")
    properties: _Properties
    geometry: MultiPolygon


class _Collection(BaseModel):
    model_config = ConfigDict(frozen=True)

    type: str = Field(default="FeatureCollection", pattern="^FeatureCollection$")
    credit: str = ""
    made_with: str = ""
    features: tuple[_Feature, ...]


def read_outlines(text: str) -> Outlines:
    """The outlines that a GeoJSON text holds. Raises ``ValueError`` that says what is wrong with it."""
    read = _Collection.model_validate_json(text)
    codes = [one.properties.iso for one in read.features if one.properties.iso]
    if twice := sorted({code for code in codes if codes.count(code) > 1}):
        raise ValueError(f"iso: {', '.join(twice)} stands more than once")
    return Outlines(
        tuple(
            Division(one.properties.iso, one.properties.name, one.properties.country, one.geometry.coordinates)
            for one in read.features
        )
    )


def outlines_json(divisions: Iterable[Division], credit: str, made_with: str) -> str:
    """Divisions as GeoJSON, each on a line of its own; ``read_outlines`` reads it."""
    features = (
        _Feature(
            properties=_Properties(iso=one.iso, name=one.name, country=one.country),
            geometry=MultiPolygon(type="MultiPolygon", coordinates=one.polygons),
        )
        for one in divisions
    )
    head = _Collection(credit=credit, made_with=made_with, features=())
    lines = ",\n".join(feature.model_dump_json() for feature in features)
    return head.model_dump_json().removesuffix("]}") + f"\n{lines}\n]}}\n"
