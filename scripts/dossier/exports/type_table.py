"""The table of the dossier's own types: what a reader is told of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from dossier.exports.tables import Column, Table
from dossier.model.types import Types


class TypeRow(NamedTuple):
    """A type: of what it is one, its name in the records, and its words."""

    kind: str
    type: str
    words: str
    past: str | None = None
    family: str | None = None


COLUMNS = {
    "kind": "Of what it is a type.",
    "type": "The type, as the records name it.",
    "words": "What a reader is told: what one of them is called, what an actor did, what it is to another.",
    "past": "Of a relation, the same told as past.",
    "family": "Of a relation, what those like it are called together.",
}
KINDS = ("actor", "event", "place", "role", "relation")


def types_table(types: Types) -> Table:
    """All types, in the order in which readers meet them."""
    columns = tuple(_column(place, name, words) for place, (name, words) in enumerate(COLUMNS.items()))
    words = "The types of actors, events and places, of the parts of actors in events, and of relations."
    return Table.of("types", words, columns, ("kind", "type"), _rows(types))


def _column(place: int, name: str, words: str) -> Column:
    def value(row: Any) -> Any:
        return row[place]

    return Column(name, "string", words, value, name in ("kind", "type", "words"), KINDS if name == "kind" else ())


def _rows(types: Types) -> Iterator[TypeRow]:
    for kind, named in (("actor", types.actors), ("event", types.events), ("place", types.places)):
        yield from (TypeRow(kind, key, one.one) for key, one in named.items())
    yield from (TypeRow("role", key, one.words) for key, one in types.roles.items())
    for key, one in types.relations.items():
        yield TypeRow("relation", key, one.words, one.past, types.families[one.family].label)
