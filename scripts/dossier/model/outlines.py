"""The outlines of divisions of countries, by ISO 3166-2, and the file that holds them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from dossier.model.base_map import MultiPolygon, Polygon

Outlines = Mapping[str, tuple[Polygon, ...]]
"""The polygons of each division, in degrees east and north, by its code."""


class _Properties(BaseModel):
    model_config = ConfigDict(frozen=True)

    iso: str = Field(pattern=r"^[A-Z]{2}-[A-Z0-9]{1,3}$")


class _Feature(BaseModel):
    model_config = ConfigDict(frozen=True)

    type: Literal["Feature"]
    properties: _Properties
    geometry: MultiPolygon


class _Collection(BaseModel):
    model_config = ConfigDict(frozen=True)

    type: Literal["FeatureCollection"]
    features: tuple[_Feature, ...]


def read_outlines(text: str) -> Outlines:
    """The outlines that a GeoJSON text holds. Raises ``ValueError`` that says what is wrong with it."""
    read = _Collection.model_validate_json(text)
    return MappingProxyType({one.properties.iso: one.geometry.coordinates for one in read.features})
