"""An actor, and what it is to others."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from dossier.model.base import Reference
from dossier.model.fields import Date, Id, TypeName
from dossier.model.named import Named
from dossier.model.statement import Statement


class Relation(Statement):
    """What one actor is to another, for a time, according to claims."""

    type: TypeName = Field(description="What the actor is to the other; one of the vocabulary.")
    to: Id = Field(description="The other actor.")
    period: Date | None = Field(default=None, description="For how long; an EDTF date or interval.")
    past: bool = Field(default=False, description="Whether the claims tell it as past, where they give no end.")


class Actor(Named):
    """An organisation, person, state, institution or medium that acts or speaks in the sources."""

    kind_of_record = "actor"

    type: TypeName = Field(description="What sort of actor it is; one of the vocabulary.")
    relations: tuple[Relation, ...] = Field(default=(), description="What it is to other actors.")

    def references(self) -> Iterator[Reference]:
        yield from super().references()
        for place, relation in enumerate(self.relations):
            yield Reference(("relations", place, "to"), relation.to, ("actor",))
            yield from relation.witnesses(("relations", place))
