"""What all models and all records share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from dossier.model.fields import Id

Kind = Literal["source", "actor", "event", "place", "claim", "question"]
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """That a record names another: where in it, whom, and of which kinds that one may be (empty: any)."""

    path: Path
    target: str
    kinds: tuple[Kind, ...] = ()

    @property
    def field(self) -> str:
        return str(self.path[0])


def each(field: str, targets: Iterable[str], *kinds: Kind) -> Iterator[Reference]:
    return (Reference((field, place), target, kinds) for place, target in enumerate(targets))


class Model(BaseModel):
    """What all models share: frozen, no unknown keys, a reference to each other only by id."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=True, populate_by_name=True, serialize_by_alias=True
    )


class Record(Model):
    """A record with a page of its own. Its id is permanent and unique among all kinds."""

    kind_of_record: ClassVar[Kind]
    id: Id = Field(description="Permanent, and unique among all kinds; the record's address is made of it.")

    @property
    def heading(self) -> str:
        """What a page about the record is called."""
        raise NotImplementedError

    def references(self) -> Iterator[Reference]:
        """Every record that this one names, in the order of its keys."""
        return iter(())

    def prose(self) -> Iterator[tuple[Path, str]]:
        """The texts that may cite claims and link records, and where each stands."""
        return iter(())
