"""JSON Schemas of the record files, generated from the models, for editors and for other programs."""

from __future__ import annotations

import json
from typing import Any

from dossier.model.records import (
    MODELS,
    Accepted,
    Correction,
    Model,
    Outside,
    PageRedirect,
    Phase,
    PositionRedirect,
    Redirect,
)
from dossier.model.types import GENERAL, Types

# Where a schema speaks of a type: the model and its key, and the list of types that it is one of.
TYPED = {
    ("actor", "", "type"): "actors",
    ("actor", "Relation", "type"): "relations",
    ("event", "", "type"): "events",
    ("event", "Participant", "role"): "roles",
    ("place", "", "type"): "places",
}


def schemas(types: Types = GENERAL) -> dict[str, str]:
    """The text of each schema by its file name, such as ``actor.json``, for a dossier with these types."""
    found: dict[str, dict[str, Any]] = {kind: _schema(model, "id") for kind, model in MODELS.items() if kind != "claim"}
    for (name, definition, key), listed in TYPED.items():
        holder = found[name]["$defs"][definition] if definition else found[name]
        holder["properties"][key] = _one_of(holder["properties"][key], list(getattr(types, listed)))
    found["claims"] = _listed(_schema(MODELS["claim"], "source"))
    found["redirects"] = _listed_any(Redirect, PageRedirect, PositionRedirect)
    found["corrections"] = _listed(Correction.model_json_schema())
    found["phases"] = _listed(Phase.model_json_schema())
    found["outside"] = _listed(Outside.model_json_schema())
    found["accepted"] = _listed(Accepted.model_json_schema())
    found["vocabulary"] = _vocabulary(types)
    return {f"{name}.json": json.dumps(_titled(name, schema), indent=2) + "\n" for name, schema in found.items()}


def _schema(model: type[Model], given: str) -> dict[str, Any]:
    """The model's schema without the key that the file's name gives."""
    schema = model.model_json_schema(by_alias=True)
    del schema["properties"][given]
    schema["required"].remove(given)
    return schema


def _one_of(schema: dict[str, Any], names: list[str]) -> dict[str, Any]:
    """The schema of a name that is one of these, so that an editor offers them."""
    kept = {key: value for key, value in schema.items() if key not in ("pattern", "maxLength")}
    return {**kept, "enum": names}


def _vocabulary(types: Types) -> dict[str, Any]:
    """The schema of a dossier's own types; an editor offers the families that there are, and takes a new one too."""
    schema = Types.model_json_schema()
    for listed in schema["properties"].values():
        listed["additionalProperties"] = False
    relation = schema["$defs"]["RelationTypeWords"]["properties"]
    spelling = {key: relation["family"].pop(key) for key in ("type", "pattern", "maxLength")}
    relation["family"]["anyOf"] = [{"enum": list(types.families)}, spelling]
    return schema


def _listed(schema: dict[str, Any]) -> dict[str, Any]:
    definitions = schema.pop("$defs", {})
    return {"$defs": definitions, "type": "array", "items": schema}


def _listed_any(*models: type[Model]) -> dict[str, Any]:
    """A list whose items are each of one of these models, which may have no parts of their own."""
    definitions = {model.__name__: model.model_json_schema(by_alias=True) for model in models}
    return {
        "$defs": definitions,
        "type": "array",
        "items": {"oneOf": [{"$ref": f"#/$defs/{one}"} for one in definitions]},
    }


def _titled(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": name}
