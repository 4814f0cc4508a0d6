"""The page that says what each field of the data means."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.exports.all_tables import empty_tables
from dossier.exports.dictionary import DictionaryEntry, Field, dictionary
from dossier.exports.tables import Column, Table
from dossier.model.words import Words


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field of a record. ``default`` is what it is where it is left out, or empty."""

    name: str
    type: str
    given: str
    description: str
    default: str
    allowed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ModelView:
    """A kind of record, or a part of one, with its fields."""

    id: str
    name: str
    description: str
    fields: tuple[FieldRow, ...]


@dataclass(frozen=True, slots=True)
class ColumnRow:
    """A column of a table, and the tables to which it refers."""

    name: str
    type: str
    refers_to: tuple[str, ...]
    description: str


@dataclass(frozen=True, slots=True)
class TableView:
    """A table with its key and its columns."""

    name: str
    description: str
    key: tuple[str, ...]
    columns: tuple[ColumnRow, ...]


@dataclass(frozen=True, slots=True)
class DictionaryView:
    """All kinds of record with their parts, and all tables."""

    models: tuple[ModelView, ...]
    tables: tuple[TableView, ...]


def dictionary_view(words: Words) -> DictionaryView:
    """The view of the page of the data dictionary."""
    return DictionaryView(
        tuple(_model(words, one) for one in dictionary().values()), tuple(map(_table, empty_tables()))
    )


def _model(words: Words, entry: DictionaryEntry) -> ModelView:
    fields = tuple(_field(words, one) for one in entry.fields.values())
    return ModelView(f"model-{entry.name.lower()}", entry.name, entry.description, fields)


def _field(words: Words, field: Field) -> FieldRow:
    default = "" if field.default is None else str(field.default).lower()
    given = words.say(f"dictionary.{'always' if field.required else 'may_be_left_out'}")
    return FieldRow(field.name, field.type, given, field.description, default, field.allowed)


def _table(table: Table) -> TableView:
    columns = tuple(_column(one, table) for one in table.columns)
    return TableView(table.name, table.description, table.key, columns)


def _column(column: Column, table: Table) -> ColumnRow:
    refers = tuple(one.table for one in table.foreign if column.name in one.columns)
    return ColumnRow(column.name, column.type, refers, column.description)
