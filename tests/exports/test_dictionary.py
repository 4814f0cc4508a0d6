from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import get_args

from dossier.exports.dictionary import dictionary, dictionary_csv, dictionary_json
from dossier.model.records import MODELS, Claim, Correction, Model, PageRedirect, PositionRedirect, Redirect


def test_every_kind_of_record_and_each_of_its_parts_is_in_the_dictionary() -> None:
    found = dictionary()
    kinds = {model.__name__ for model in MODELS.values()}
    parts = {"Author", "Capture", "LeftOut", "Name", "Relation", "Coordinates", "Anchor", "Value"}
    parts |= {"Identifiers", "OtherIdentifier"}
    parts |= {"EventDate", "EventPlace", "Participant"}
    redirects = {"Redirect", "PageRedirect", "PositionRedirect"}
    assert set(found) == kinds | parts | redirects | {"Answer", "Position", "Correction", "Phase"}


def test_every_field_of_every_model_is_there_and_has_a_meaning() -> None:
    found = dictionary()
    models: list[type[Model]] = [*MODELS.values(), Redirect, PageRedirect, PositionRedirect, Correction]
    for model in models:
        assert set(found[model.__name__].fields) == set(model.model_json_schema()["properties"])
    for entry in found.values():
        assert entry.description
        assert all(field.description for field in entry.fields.values()), entry.name


def test_types_are_told_in_words() -> None:
    found = dictionary()
    words = {
        ("Source", "id"): "id",
        ("Source", "title"): "text",
        ("Source", "issued"): "EDTF date",
        ("Source", "URL"): "web address",
        ("Source", "author"): "list of Author",
        ("Event", "claims"): "list of ids",
        ("Claim", "paragraphs"): "list of whole numbers",
        ("Claim", "anchor"): "Anchor",
        ("Claim", "value"): "Value",
        ("Value", "low"): "number",
        ("Value", "approximate"): "true or false",
        ("Relation", "type"): "text",
        ("Question", "kind"): "one of a list",
        ("EventDate", "date"): "EDTF date",
        ("EventDate", "claims"): "list of ids",
    }
    assert {key: found[key[0]].fields[key[1]].type for key in words} == words


def test_what_is_needed_what_is_allowed_and_what_is_taken_for_granted() -> None:
    claim, name = dictionary()["Claim"], dictionary()["Name"]
    assert claim.fields["text"].required
    assert not claim.fields["said_by"].required
    assert claim.fields["certainty"].allowed == get_args(Claim.model_fields["certainty"].annotation)
    assert name.fields["lang"].default == "en"
    assert claim.fields["disputes"].default is None
    assert dictionary()["Value"].fields["low"].json_type == "number"


def test_the_dictionary_as_json_and_as_csv_say_the_same(data: Path) -> None:
    told = json.loads((data / "dictionary.json").read_text("utf-8"))
    assert told["models"] == json.loads(json.dumps(dictionary_json(dictionary().values())))
    assert told["licence"]["spdx"] == "CC-BY-4.0"
    text = (data / "dictionary.csv").read_bytes().decode()
    assert text == dictionary_csv(dictionary().values())
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    fields = [(model["name"], field) for model in told["models"] for field in model["fields"]]
    assert [(row["model"], row["name"], row["type"], row["description"]) for row in rows] == [
        (model, field["name"], field["type"], field["description"]) for model, field in fields
    ]
    assert [row["required"] for row in rows] == [str(field["required"]).lower() for _, field in fields]
    assert [row["allowed"].split() for row in rows] == [field["allowed"] for _, field in fields]
    assert {row["default"] for row in rows} == {"", "en", "false"}
