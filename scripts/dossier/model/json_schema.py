"""JSON Schemas of the record files, generated from the models, for editors and for other programs."""

from __future__ import annotations

import json
from typing import Any

from dossier.model.records import MODELS, Accepted, Correction, Model, PageRedirect, Phase, PositionRedirect, Redirect


def schemas() -> dict[str, str]:
    """The text of each schema by its file name, such as ``actor.json``."""
    found: dict[str, dict[str, Any]] = {kind: _schema(model, "id") for kind, model in MODELS.items() if kind != "claim"}
    found["claims"] = _listed(_schema(MODELS["claim"], "source"))
    found["redirects"] = _listed_any(Redirect, PageRedirect, PositionRedirect)
    found["corrections"] = _listed(Correction.model_json_schema())
    found["phases"] = _listed(Phase.model_json_schema())
    found["accepted"] = _listed(Accepted.model_json_schema())
    return {f"{name}.json": json.dumps(_titled(name, schema), indent=2) + "\n" for name, schema in found.items()}


def _schema(model: type[Model], given: str) -> dict[str, Any]:
    """The model's schema without the key that the file's name gives."""
    schema = model.model_json_schema(by_alias=True)
    del schema["properties"][given]
    schema["required"].remove(given)
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
