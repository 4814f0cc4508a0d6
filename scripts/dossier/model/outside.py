"""A name that people ask for and that no source of the dossier tells of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from dossier.model.base import Model, Reference
from dossier.model.fields import Id, Text


class Outside(Model):
    """What people look for here and is certain not to be covered; a search says so."""

    names: Annotated[tuple[Text, ...], Field(min_length=1)] = Field(
        description="The names by which people ask for it, the usual one first."
    )
    why: Text | None = Field(default=None, description="Why it is not covered, where that is certain; a sentence.")
    near: tuple[Id, ...] = Field(default=(), description="The records that come nearest to it, the nearest first.")

    def references(self) -> Iterator[Reference]:
        """The records that it names."""
        for place, key in enumerate(self.near):
            yield Reference(("near", place), key)
