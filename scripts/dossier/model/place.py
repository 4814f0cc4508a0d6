"""A place, and where it lies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from dossier.model.base import Model, Reference, each
from dossier.model.fields import Id, TypeName
from dossier.model.identifiers import Elsewhere
from dossier.model.named import Named

# The type of a place that is a country, as the program's own list of types has it.
COUNTRY = "country"


class Coordinates(Model):
    """A point in WGS 84 degrees, and what it stands for: a province is not a point."""

    lat: Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False)] = Field(description="Degrees north.")
    lon: Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)] = Field(description="Degrees east.")
    precision: Literal["site", "city", "district", "province", "country", "region"] = Field(
        description="What the point stands for, such as the middle of a province."
    )


class Place(Named):
    """A place that a source names."""

    kind_of_record = "place"

    type: TypeName = Field(description="What sort of place it is; one of the vocabulary.")
    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$")] | None = Field(
        default=None, description="ISO 3166-1 alpha-2; left out for a region of several countries."
    )
    iso: Annotated[str, Field(pattern=r"^[A-Z]{2}-[A-Z0-9]{1,3}$")] | None = Field(
        default=None,
        description="ISO 3166-2, of a first-level division of a country; `data/geo/outlines.json` has its outline.",
    )
    within: tuple[Id, ...] = Field(default=(), description="The places that it is a part of.")
    coordinates: Coordinates | None = Field(default=None, description="A point that stands for it, where one can.")

    @property
    def elsewhere(self) -> tuple[Elsewhere, ...]:
        """What others call it: the code of a country or of its division too, which has no address."""
        country = self.country if self.type == COUNTRY else None
        codes = (("iso-3166-1", "ISO 3166-1", country), ("iso-3166-2", "ISO 3166-2", self.iso))
        return (*super().elsewhere, *(Elsewhere(key, label, code, "") for key, label, code in codes if code))

    def references(self) -> Iterator[Reference]:
        yield from super().references()
        yield from each("within", self.within, "place")
