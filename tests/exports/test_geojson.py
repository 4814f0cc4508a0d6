from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import geojson
import pytest

from dossier.corpus.corpus import Corpus
from dossier.editions.state import Edition
from dossier.exports.geojson import events_geojson, places_geojson
from dossier.load import load
from dossier.model.records import Event, Place
from tests.conftest import Changed
from tests.exports.conftest import BASE
from tests.support.changes import swapped


def features(told: dict[str, Any]) -> dict[str, Any]:
    return {feature["id"]: feature for feature in told["features"]}


@pytest.mark.parametrize("name", ["places.geojson", "events.geojson"])
def test_the_file_is_valid_and_says_its_licence_and_edition(data: Path, name: str) -> None:
    text = (data / name).read_text("utf-8")
    collection = geojson.loads(text)
    assert isinstance(collection, geojson.FeatureCollection)
    assert collection.is_valid, collection.errors()
    assert all(isinstance(feature, geojson.Feature) and feature.is_valid for feature in collection.features)
    told = json.loads(text)
    assert (told["licence"]["spdx"], told["edition"]["name"]) == ("CC-BY-4.0", "2024.1")
    assert "crs" not in told


def test_every_place_is_a_point_of_longitude_and_latitude(mini: Corpus, edition: Edition) -> None:
    found = features(places_geojson(mini, base_url=BASE, edition=edition))
    assert list(found) == [place.id for place in mini.of(Place)]
    assert found["north-head"]["geometry"] == {"type": "Point", "coordinates": [-12.201, -41.437]}
    assert found["north-head"]["properties"] == {
        "id": "north-head",
        "name": "North Head",
        "url": "https://lamp.example/places/north-head/",
        "type": "site",
        "country": None,
        "iso": None,
        "within": ["brisa"],
        "precision": "site",
        "same_as": [],
    }
    assert found["saltmouth"]["properties"]["same_as"] == [
        "https://www.wikidata.org/entity/Q99999999901",
        "https://sws.geonames.org/99999999901",
    ]


def test_every_event_stands_at_its_places_in_time(mini: Corpus, edition: Edition) -> None:
    found = features(events_geojson(mini, base_url="", edition=edition))
    assert list(found) == [event.id for event in mini.in_time(mini.of(Event))]
    assert found["great-lamp-fire"]["geometry"]["type"] == "Point"
    talks = found["keeper-talks"]
    assert talks["geometry"] == {"type": "MultiPoint", "coordinates": [[-12.3, -41.52], [-12.25, -41.5]]}
    assert [place["precision"] for place in talks["properties"]["places"]] == ["city", "region"]
    assert talks["properties"]["dates"] == [
        {
            "date": "1905/1907?",
            "as_given": None,
            "earliest": "1905-01-01",
            "latest": "1907-12-31",
            "standing": "suggested",
            "claims": ["tarn-1931-c07"],
            "denied_by": [],
        }
    ]
    assert (talks["properties"]["standing"], talks["properties"]["claims"]) == ("suggested", ["tarn-1931-c07"])
    assert [date["date"] for date in found["guild-founding"]["properties"]["dates"]] == ["1898~", "1901"]
    assert talks["properties"]["url"] == "../events/keeper-talks/"


def test_a_place_without_coordinates_is_kept_without_geometry(changed: Changed, edition: Edition) -> None:
    root = changed(
        {"data/places/north-head.yaml": swapped("coordinates: {lat: -41.437, lon: -12.201, precision: site}\n", "")}
    )
    corpus = load(root)
    place = features(places_geojson(corpus, base_url=BASE, edition=edition))["north-head"]
    assert (place["geometry"], place["properties"]["precision"]) == (None, None)
    event = features(events_geojson(corpus, base_url=BASE, edition=edition))["great-lamp-fire"]
    assert event["geometry"] is None
    assert event["properties"]["places"] == [
        {
            "id": "north-head",
            "name": "North Head",
            "on_map": False,
            "precision": None,
            "standing": "alleged",
            "claims": ["tarn-1931-c05"],
            "denied_by": [],
        }
    ]


def test_a_place_that_every_source_disputes_is_no_point(changed: Changed, edition: Edition) -> None:
    old, new = "placed:\n", "placed:\n  - {place: brisa, claims: [tarn-1931-c06]}\n"
    about = swapped("about: [great-lamp-fire, reed-wardens]", "about: [great-lamp-fire, reed-wardens, brisa]")
    root = changed({"data/events/great-lamp-fire.yaml": swapped(old, new), "data/claims/tarn-1931.yaml": about})
    fire = features(events_geojson(load(root), base_url=BASE, edition=edition))["great-lamp-fire"]
    assert fire["geometry"] == {"type": "Point", "coordinates": [-12.201, -41.437]}
    assert [place["id"] for place in fire["properties"]["places"]] == ["north-head"]


def test_an_event_that_every_source_disputes_stands_nowhere(disputed: Corpus, edition: Edition) -> None:
    talks = features(events_geojson(disputed, base_url=BASE, edition=edition))["keeper-talks"]
    assert (talks["geometry"], talks["properties"]["standing"]) == (None, "rejected")
    assert (talks["properties"]["dates"], talks["properties"]["places"]) == ([], [])


def test_an_event_that_is_disputed_is_no_point_where_its_place_is_not(changed: Changed, edition: Edition) -> None:
    old, new = "claims: [tarn-1931-c05, tarn-1931-c06, board-1934-c03, quay-2002-c04]", "claims: [tarn-1931-c06]"
    corpus = load(changed({"data/events/great-lamp-fire.yaml": swapped(old, new)}))
    fire = features(events_geojson(corpus, base_url=BASE, edition=edition))["great-lamp-fire"]
    assert (fire["geometry"], fire["properties"]["standing"]) == (None, "rejected")
    assert [(place["standing"], place["on_map"]) for place in fire["properties"]["places"]] == [("alleged", False)]
