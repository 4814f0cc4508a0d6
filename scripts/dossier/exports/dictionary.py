"""The data dictionary: what each field of each record means, taken from the models."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from dossier.exports.csv_text import csv_rows
from dossier.model.fields import EDTF_FORM, ID_FORM
from dossier.model.records import MODELS, Correction, Model, PageRedirect, Phase, PositionRedirect, Redirect

WORDS = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
}
FORMATS = {"uri": "web address"}
PATTERNS = {ID_FORM: "id", EDTF_FORM: "EDTF date"}
COLUMNS = ("model", "name", "type", "required", "allowed", "default", "description")


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record: its key, its type in words and as JSON has it, and the values it may take (empty: any)."""

    name: str
    type: str
    json_type: str
    required: bool
    allowed: tuple[str, ...]
    default: Any
    description: str


@dataclass(frozen=True, slots=True)
class DictionaryEntry:
    """A kind of record, or a part that records have, with its fields by name."""

    name: str
    description: str
    fields: Mapping[str, Field]


Dictionary = Mapping[str, DictionaryEntry]


@cache
def dictionary() -> Dictionary:
    """Every model by name, each kind of record followed by the parts that it is the first to have."""
    models: tuple[type[Model], ...] = (
        *MODELS.values(),
        Redirect,
        PageRedirect,
        PositionRedirect,
        Correction,
        Phase,
    )
    found: dict[str, DictionaryEntry] = {}
    for model in models:
        schema = model.model_json_schema()
        for name, one in ((model.__name__, schema), *schema.get("$defs", {}).items()):
            if one.get("type") == "object":
                found.setdefault(name, _entry(name, one, schema.get("$defs", {})))
    return MappingProxyType(found)


def _entry(name: str, schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> DictionaryEntry:
    required = schema.get("required", ())
    fields = {key: _field(key, one, key in required, definitions) for key, one in schema["properties"].items()}
    return DictionaryEntry(name, " ".join(schema.get("description", "").split()), fields)


def _field(name: str, schema: Mapping[str, Any], required: bool, definitions: Mapping[str, Any]) -> Field:
    inner = _without_null(schema, definitions)
    allowed, default = tuple(map(str, inner.get("enum", ()))), schema.get("default")
    return Field(
        name,
        _words(inner, definitions),
        str(inner.get("type", "object")),
        required,
        allowed,
        None if default == [] else default,
        schema.get("description") or "",
    )


def _without_null(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> Mapping[str, Any]:
    """The schema of what a field holds where it holds something, its reference followed where that names no model."""
    inner = next((one for one in schema.get("anyOf", ()) if one.get("type") != "null"), schema)
    definition = definitions.get(str(inner.get("$ref", "")).rpartition("/")[2], {})
    return inner if not definition or definition.get("type") == "object" else definition


def _words(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> str:
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if schema["type"] == "array":
        words = _words(_without_null(schema["items"], definitions), definitions)
        return f"list of {words if words in definitions else words + 's'}"
    if named := PATTERNS.get(schema.get("pattern", "")):
        return named
    return "one of a list" if "enum" in schema else FORMATS.get(schema.get("format", ""), WORDS[schema["type"]])


def dictionary_json(entries: Iterable[DictionaryEntry]) -> list[dict[str, Any]]:
    """The dictionary as JSON: of each model its name, its description and its fields."""
    return [
        {"name": one.name, "description": one.description, "fields": [_told(field) for field in one.fields.values()]}
        for one in entries
    ]


def _told(field: Field) -> dict[str, Any]:
    told = asdict(field)
    del told["json_type"]
    return told


def dictionary_csv(entries: Iterable[DictionaryEntry]) -> str:
    """The dictionary as one table: a row a field."""
    return csv_rows(COLUMNS, _rows(entries))


def _rows(entries: Iterable[DictionaryEntry]) -> Iterator[tuple[str, ...]]:
    for entry in entries:
        for field in entry.fields.values():
            required = "true" if field.required else "false"
            default = "" if field.default is None else str(field.default).lower()
            yield entry.name, field.name, field.type, required, " ".join(field.allowed), default, field.description
