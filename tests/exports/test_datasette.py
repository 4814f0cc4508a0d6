from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from dossier.editions.state import UNPUBLISHED
from dossier.exports.datasette import datasette_metadata
from dossier.exports.tables import Table


@pytest.fixture
def told(data: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((data / "datasette.json").read_text("utf-8"))
    return found


def test_every_table_and_column_that_is_there_has_its_meaning(told: dict[str, Any], data: Path) -> None:
    shown = told["databases"]["dossier"]["tables"]
    assert all(one["description"] for one in shown.values())
    with closing(sqlite3.connect(f"file:{data / 'dossier.sqlite'}?mode=ro", uri=True)) as opened:
        listed = opened.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
        assert set(shown) == {name for (name,) in listed if "_search" not in name}
        for name, one in shown.items():
            if "columns" in one:
                there = [row[1] for row in opened.execute(f"PRAGMA table_info({name})")]
                assert list(one["columns"]) == there
                assert {one.get("label_column", there[0]), *one.get("facets", ())} <= set(there)


def test_a_row_that_others_refer_to_is_called_by_its_words(told: dict[str, Any], tables: dict[str, Table]) -> None:
    shown = told["databases"]["dossier"]["tables"]
    referred = {foreign.table for table in tables.values() for foreign in table.foreign if len(foreign.columns) == 1}
    labels = {name: shown[name].get("label_column") for name in referred - {"phases"}}
    assert labels == {
        "records": "heading",
        "sources": "label",
        "actors": "name",
        "places": "name",
        "events": "title",
        "questions": "title",
        "claims": "text",
    }


def test_it_says_whose_data_they_are_and_under_what_terms(told: dict[str, Any]) -> None:
    assert (told["title"], told["source_url"]) == ("Lamp Dossier", "https://lamp.example/")
    assert told["license_url"] == "https://creativecommons.org/licenses/by/4.0/"
    assert told["description"].startswith("2024.1.")
    unknown = datasette_metadata([], {}, base_url="", site_name="Lamps", edition=UNPUBLISHED)
    assert "source_url" not in unknown
    assert unknown["description"].startswith("Not a published edition.")
