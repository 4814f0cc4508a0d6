from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from dossier.model.fields import EDTF_FORM
from dossier.model.json_schema import schemas
from dossier.model.records import MODELS, Claim, Correction, PageRedirect, Phase, PositionRedirect, Question, Redirect
from dossier.model.types import GENERAL, Types
from dossier.reading.yaml_file import YamlNode, read_text, read_yaml
from dossier.text.edtf import parse
from tests.support.full import in_full
from tests.support.node import MissingError, installed
from tests.support.paths import MINI

SCHEMAS: dict[str, Any] = {name: json.loads(text) for name, text in schemas().items()}
# Compiles each schema that it is given with a strict validator, and prints how many there were.
STRICT = """
const Ajv = require("ajv/dist/2020"), formats = require("ajv-formats");
const given = JSON.parse(require("fs").readFileSync(0, "utf8"));
for (const schema of Object.values(given)) {
  const ajv = new Ajv({ strict: true, strictTypes: true, strictTuples: true, strictRequired: true });
  formats(ajv);
  ajv.compile(schema);
}
process.stdout.write(String(Object.keys(given).length));
"""
LISTS = {"claims.json", "redirects.json", "corrections.json", "phases.json", "accepted.json", "outside.json"}
RECORDS = {"source.json", "actor.json", "event.json", "place.json", "question.json"}
FILES = sorted(path for path in (MINI / "data").rglob("*.yaml"))


def item(name: str) -> Any:
    return SCHEMAS[name]["items"] if name in LISTS else SCHEMAS[name]


def items(name: str) -> list[Any]:
    """The schemas of what a file holds; an item of the list of redirects has one of three."""
    return list(SCHEMAS[name]["$defs"].values()) if "oneOf" in item(name) else [item(name)]


# What a validator knows by the specification; of another format a strict one refuses the schema.
FORMATS = {"uri"}


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_no_schema_has_a_format_that_a_strict_validator_does_not_know(name: str) -> None:
    assert set(_formats(SCHEMAS[name])) <= FORMATS


def _formats(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("format"), str):
            yield value["format"]
        value = list(value.values())
    for one in value if isinstance(value, list) else ():
        yield from _formats(one)


@in_full
def test_a_strict_validator_takes_every_schema() -> None:
    try:
        modules = installed("ajv@8.17.1", "ajv-formats@3.0.1")
    except MissingError as error:
        pytest.skip(str(error))
    words = ["node", "--eval", STRICT]
    done = subprocess.run(
        words, input=json.dumps(SCHEMAS), capture_output=True, text=True, check=False, cwd=modules.parent
    )
    assert (done.stdout, done.returncode) == (f"{len(SCHEMAS)}", 0), done.stderr


DATES = ["1931", "1931-05~", "2002-03-09?", "1905/1907%", "../1911", "1903/..", "1903/", "190X", "19XX", "1905-XX-XX"]


@pytest.mark.parametrize("date", DATES)
def test_the_pattern_of_a_date_takes_what_the_program_takes(date: str) -> None:
    parse(date)
    assert re.search(EDTF_FORM, date)


@pytest.mark.parametrize("date", ["", "..", "about 1903", "1903-1", "1903–1905", "1903 / 1905", "190", "03.11.1903"])
def test_the_pattern_of_a_date_refuses_slips(date: str) -> None:
    assert not re.search(EDTF_FORM, date)


def test_there_is_a_schema_for_each_kind_of_file() -> None:
    assert set(SCHEMAS) == {*RECORDS, *LISTS, "vocabulary.json"}


@pytest.mark.parametrize("name", sorted(RECORDS | LISTS))
def test_a_schema_refuses_an_empty_mapping_and_unknown_keys(name: str) -> None:
    assert all(one["required"] and one["type"] == "object" for one in items(name))
    objects = [*items(name), *(one for one in SCHEMAS[name].get("$defs", {}).values() if one.get("type") == "object")]
    assert all(one["additionalProperties"] is False for one in objects)


def test_a_list_is_refused_where_a_mapping_is_needed_and_the_other_way_round() -> None:
    assert {name for name, schema in SCHEMAS.items() if schema["type"] == "array"} == LISTS


def test_a_schema_is_what_the_model_gives_without_what_the_files_name_says() -> None:
    question = {**Question.model_json_schema(), "title": "question"}
    question["properties"] = {key: value for key, value in question["properties"].items() if key != "id"}
    question["required"] = [key for key in question["required"] if key != "id"]
    assert SCHEMAS["question.json"] == {"$schema": SCHEMAS["question.json"]["$schema"], **question}
    claim = Claim.model_json_schema()
    assert SCHEMAS["claims.json"]["$defs"] == claim["$defs"]
    assert item("claims.json")["required"] == [key for key in claim["required"] if key != "source"]
    assert "id" in item("claims.json")["required"]
    for name, model in (("corrections.json", Correction), ("phases.json", Phase)):
        assert item(name)["properties"] == model.model_json_schema()["properties"]


def test_a_redirect_is_one_of_three() -> None:
    models = {one.__name__: one.model_json_schema() for one in (Redirect, PageRedirect, PositionRedirect)}
    assert SCHEMAS["redirects.json"]["$defs"] == models
    assert item("redirects.json") == {"oneOf": [{"$ref": f"#/$defs/{name}"} for name in models]}


@pytest.mark.parametrize("kind", MODELS)
def test_no_schema_asks_for_what_the_files_name_says(kind: str) -> None:
    name, given = ("claims.json", "source") if kind == "claim" else (f"{kind}.json", "id")
    assert given not in item(name)["properties"]
    assert given not in item(name)["required"]


def test_closed_lists_and_spellings_stand_in_the_schema() -> None:
    assert SCHEMAS["claims.json"]["items"]["properties"]["certainty"]["enum"] == [
        "stated",
        "hedged",
        "reported",
        "disputed-by-author",
    ]
    assert {"from", "to"} == set(SCHEMAS["claims.json"]["$defs"]["Anchor"]["properties"])
    assert "container-title" in SCHEMAS["source.json"]["properties"]


OWN = Types.model_validate(
    {
        "actors": {"nursery": {"one": "Nursery", "many": "Nurseries"}},
        "places": {"island": {"one": "Island", "many": "Islands"}},
        "events": {"sinking": {"one": "Sinking"}},
        "roles": {"salvager": {"words": "salvaged it"}},
        "families": {"trade": {"label": "Trade"}},
        "relations": {
            "sells_to": {
                "family": "trade",
                "words": "sells to",
                "other": "buys from",
                "past": "sold to",
                "other_past": "bought from",
            }
        },
    }
)


@pytest.mark.parametrize(
    ("name", "definition", "key", "own", "general"),
    [
        ("actor.json", "", "type", "nursery", GENERAL.actors),
        ("actor.json", "Relation", "type", "sells_to", GENERAL.relations),
        ("event.json", "", "type", "sinking", GENERAL.events),
        ("event.json", "Participant", "role", "salvager", GENERAL.roles),
        ("place.json", "", "type", "island", GENERAL.places),
    ],
)
def test_the_types_of_a_dossier_stand_in_its_schemas(
    name: str, definition: str, key: str, own: str, general: dict[str, object]
) -> None:
    for types, expected in ((GENERAL, [*general]), (GENERAL.with_own(OWN), [*general, own])):
        schema = json.loads(schemas(types)[name])
        typed = (schema["$defs"][definition] if definition else schema)["properties"][key]
        assert typed["enum"] == expected
        assert "pattern" not in typed


def test_the_schema_of_a_vocabulary() -> None:
    own = json.loads(OWN.model_dump_json(exclude_defaults=True))
    schema = json.loads(schemas(GENERAL.with_own(OWN))["vocabulary.json"])
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    assert not list(validator.iter_errors(own))
    faults: list[tuple[tuple[str, ...], object]] = [
        (("actors", "flower-shop"), {"one": "Shop", "many": "Shops"}),
        (("actors", "nursery", "shape"), "star"),
        (("actors", "nursery", "size"), "3"),
        (("relations", "sells_to", "family"), "The trade"),
        (("actor",), {}),
    ]
    for path, value in faults:
        wrong = json.loads(json.dumps(own))
        holder = wrong
        for step in path[:-1]:
            holder = holder[step]
        holder[path[-1]] = value
        assert list(validator.iter_errors(wrong)), path
    assert schema["$defs"]["RelationTypeWords"]["properties"]["family"]["anyOf"][0]["enum"][-2:] == [
        "contradiction",
        "trade",
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(MINI).as_posix())
def test_the_files_of_the_invented_dossier_fit_the_schema_that_they_name(path: Path) -> None:
    text, _ = read_text(path, "f")
    named = text.split("\n")[0].removeprefix("# yaml-language-server: $schema=")
    assert (path.parent / named).resolve().parent == MINI / "data" / "schema"
    schema = SCHEMAS[Path(named).name]
    node, _ = read_yaml(text, "f")
    assert node is not None
    assert misfits(node, schema, schema.get("$defs", {})) == []


def misfits(node: YamlNode, schema: Any, definitions: Any) -> list[str]:
    """Keys that a schema does not know, and those that it asks for in vain; types of scalars are the model's."""
    if "oneOf" in schema:
        return min((misfits(node, one, definitions) for one in schema["oneOf"]), key=len)
    schema = resolved(schema, definitions)
    if isinstance(node.value, list):
        return [fault for one in node.value for fault in misfits(one, schema["items"], definitions)]
    if isinstance(node.value, str):
        return [node.value] if "enum" in schema and node.value not in schema["enum"] else []
    found = [f"unknown {key}" for key in node.value.keys() - schema["properties"].keys()]
    found += [f"missing {key}" for key in set(schema.get("required", ())) - node.value.keys()]
    for key, child in node.value.items():
        found += misfits(child, schema["properties"].get(key, {}), definitions)
    return found


def resolved(schema: Any, definitions: Any) -> Any:
    for one in schema.get("anyOf", (schema,)):
        if "$ref" in one:
            return definitions[one["$ref"].rpartition("/")[2]]
        if one.get("type") != "null":
            return one
    return schema
