"""The downloads of the real dossier, each read back by a reader of its format."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any

import geojson
import pytest
from frictionless import Package
from pyld import jsonld

from dossier.corpus.corpus import Corpus
from dossier.editions.state import Edition
from dossier.exports import write_downloads
from dossier.exports.all_tables import all_tables
from dossier.exports.linked_data import identifier
from dossier.exports.tables import Table
from dossier.load import load
from dossier.model.addresses import SECTIONS
from dossier.model.records import MODELS, Event, Place
from tests.support.paths import ROOT

BASE = "https://dossier.example/"
STATEMENT = "http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement"


@pytest.fixture(scope="module")
def read() -> Corpus:
    return load(ROOT)


@pytest.fixture(scope="module")
def tables(read: Corpus) -> dict[str, Table]:
    return {table.name: table for table in all_tables(read, BASE)}


@pytest.fixture(scope="module")
def data(read: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("downloads")
    write_downloads(site, read, base_url=BASE, site_name="Dossier", edition=Edition("1", "2024-01-01"))
    return site / "data"


def test_json_gives_the_records_back(read: Corpus, data: Path) -> None:
    told = json.loads((data / "dossier.json").read_text("utf-8"))
    for kind, section in SECTIONS.items():
        again = [MODELS[kind].model_validate(fields, by_alias=True, by_name=False) for fields in told[section]]
        without = {"capture": None} if kind == "source" else {}
        assert again == [one.model_copy(update=without) for one in read.of(MODELS[kind])]


def test_the_data_package_is_valid_and_gives_the_tables_back(data: Path, tables: dict[str, Table]) -> None:
    package = Package(str(data / "csv/datapackage.json"))
    assert package.validate().valid
    for name, table in tables.items():
        assert len(package.get_table_resource(name).read_rows()) == len(table.rows)


def test_the_database_is_whole_and_gives_the_tables_back(data: Path, tables: dict[str, Table]) -> None:
    with closing(sqlite3.connect(f"file:{data / 'dossier.sqlite'}?mode=ro", uri=True)) as opened:
        assert opened.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert opened.execute("PRAGMA foreign_key_check").fetchall() == []
        for name, table in tables.items():
            assert opened.execute(f'SELECT * FROM "{name}" ORDER BY rowid').fetchall() == list(table.rows)  # noqa: S608
        taken = opened.execute("SELECT count(*) FROM positions_taken").fetchone()
        assert taken == (len(tables["answers"].rows),)


def test_linked_data_name_every_record_once(read: Corpus, data: Path) -> None:
    def no_network(url: str, _options: object) -> Any:
        raise AssertionError(f"asked for {url}")

    told = json.loads((data / "dossier.jsonld").read_text("utf-8"))
    nodes = jsonld.expand(told, {"documentLoader": no_network})
    found = Counter(node["@id"] for node in nodes if STATEMENT not in node.get("@type", []))
    expected = Counter(identifier(record, BASE) for record in read.records.values())
    assert found == expected + Counter([f"{BASE}data/#dataset"])
    assert any(STATEMENT in node.get("@type", []) for node in nodes)


@pytest.mark.parametrize(("name", "model"), [("places", Place), ("events", Event)])
def test_maps_are_valid_and_hold_every_record(
    read: Corpus, data: Path, name: str, model: type[Place] | type[Event]
) -> None:
    collection = geojson.loads((data / f"{name}.geojson").read_text("utf-8"))
    assert collection.is_valid
    assert {feature.id for feature in collection.features} == {record.id for record in read.of(model)}
