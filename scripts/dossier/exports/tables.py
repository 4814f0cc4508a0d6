"""What a table of the export is: columns with their meaning and where their values come from, and its keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any, NamedTuple

from dossier.exports.csv_text import Cell
from dossier.exports.dictionary import DictionaryEntry
from dossier.text.edtf import Edtf


class OwnedItem(NamedTuple):
    """One of the things that a record has a list of: the record, the number of the thing from 1, and the thing."""

    owner: Any
    number: int
    value: Any


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its type as the data package names it, its meaning, and what it holds of an item.

    ``table`` is the one whose ``id`` it refers to, where it refers to one.
    """

    name: str
    type: str
    description: str
    value: Callable[[Any], Any]
    required: bool = False
    allowed: tuple[str, ...] = ()
    table: str = ""


@dataclass(frozen=True, slots=True)
class Foreign:
    """That several columns of a table together refer to those of another."""

    columns: tuple[str, ...]
    table: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns, the names of those of its primary key, its foreign keys and its rows."""

    name: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    foreign: tuple[Foreign, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @classmethod
    def of(
        cls,
        name: str,
        description: str,
        columns: tuple[Column, ...],
        key: tuple[str, ...],
        items: Iterable[Any],
        also_refers: tuple[Foreign, ...] = (),
    ) -> Table:
        """The table of these items, a row each in their order. Dates are EDTF text, whole numbers are integers.

        ``also_refers`` are the foreign keys of several columns.
        """
        single = (Foreign((column.name,), column.table, ("id",)) for column in columns if column.table)
        values = [column.value for column in columns]
        rows = tuple(tuple(_cell(value(item)) for value in values) for item in items)
        return cls(name, description, columns, key, (*single, *also_refers), rows)


def _cell(value: Any) -> Cell:
    if isinstance(value, Edtf):
        return value.text
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value  # type: ignore[no-any-return]


def said(
    entry: DictionaryEntry, field: str, *, at: str = "", attribute: str = "", name: str = "", table: str = ""
) -> Column:
    """The column of a model's field, with the meaning that the model gives it.

    The model stands at the attribute ``at`` of the item (empty: it is the item); where there is none, neither is
    there a value.
    """
    told = entry.fields[field]
    get = attrgetter(attribute or field)
    value = get if not at else _within(attrgetter(at), get)
    named = name or field.replace("-", "_")
    return Column(named, told.json_type, told.description, value, told.required, told.allowed, table)


def optional(column: Column) -> Column:
    """The column of a field that must be there, of a part that need not be."""
    return replace(column, required=False)


def dated(column: Column, bounds: Callable[[Any], Any] | None = None) -> tuple[Column, Column, Column]:
    """A column of EDTF dates, and the first and the last day that each can mean.

    ``bounds`` gives the date of an item whose days these are, where the words of a source leave less than the date.
    """
    when = bounds or column.value

    def day(end: str) -> Callable[[Any], str | None]:
        def value(item: Any) -> str | None:
            found = getattr(when(item), end, None)
            return found.isoformat() if found else None

        return value

    first = Column(f"{column.name}_earliest", "date", "The first day that it can mean; empty: open.", day("earliest"))
    last = Column(f"{column.name}_latest", "date", "The last day that it can mean; empty: open.", day("latest"))
    return column, first, last


def each(owners: Iterable[Any], field: str) -> Iterator[OwnedItem]:
    """What the owners list in a field, numbered within each owner."""
    get = attrgetter(field)
    return (OwnedItem(owner, number, value) for owner in owners for number, value in enumerate(get(owner), 1))


def owner(name: str, description: str, table: str, attribute: str = "owner.id") -> Column:
    """The column that says whose item it is."""
    return Column(name, "string", description, attrgetter(attribute), required=True, table=table)


def numbered(description: str = "Its place in the list of its owner, from 1.") -> Column:
    """The column that tells the items of an owner apart."""
    return Column("number", "integer", description, attrgetter("number"), required=True)


def linked(entry: DictionaryEntry, field: str, name: str, table: str) -> Column:
    """The column of one id of a field that lists them."""
    return Column(name, "string", entry.fields[field].description, attrgetter("value"), required=True, table=table)


def _within(outer: Callable[[Any], Any], inner: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def value(item: Any) -> Any:
        part = outer(item)
        return None if part is None else inner(part)

    return value
