from __future__ import annotations

import json

import pytest

from tests.checking.plausibility.conftest import Noticed
from tests.support.changes import swapped

NORTH_HEAD = "data/places/north-head.yaml"
MAP = "data/geo/region.json"
# A country of two parts, the first with a hole, within bounds that are twice as wide.
FRAME = [[[-13, -42], [-12, -42], [-12, -41], [-13, -41], [-13, -42]]]
HOLE = [[-12.3, -41.9], [-12.1, -41.9], [-12.1, -41.7], [-12.3, -41.7], [-12.3, -41.9]]
ISLE = [[[-11.5, -41.5], [-11.4, -41.5], [-11.4, -41.4], [-11.5, -41.4], [-11.5, -41.5]]]


def base_map(name: str) -> str:
    country = {
        "type": "Feature",
        "properties": {"name": name},
        "geometry": {"type": "MultiPolygon", "coordinates": [[FRAME[0], HOLE], ISLE]},
    }
    return json.dumps(
        {"type": "FeatureCollection", "bbox": [-14, -43, -11, -40], "credit": "Nobody", "features": [country]}
    )


def at(lat: float, lon: float, country: str = "PT") -> str:
    return (
        "type: site\nnames:\n  - {text: North Head, kind: primary, used_by: [tarn-1931#p3]}\n"
        f"country: {country}\nwithin: [brisa]\ncoordinates: {{lat: {lat}, lon: {lon}, precision: site}}\n"
    )


@pytest.mark.parametrize(
    ("lat", "lon", "said"),
    [
        (-41.437, -12.201, ""),
        (-41.45, -11.45, ""),
        (-41.5, -11.95, ""),  # four kilometres outside: the outline is rough
        (-41.5, -11.75, "21 km outside Portugal"),
        (-41.8, -12.25, ""),  # in the hole, but near its edge
        (-40.5, -12.5, "56 km outside Portugal"),
        (-39, -12.5, ""),  # the map ends before
    ],
)
def test_a_place_in_and_around_its_country(noticed: Noticed, lat: float, lon: float, said: str) -> None:
    found = noticed({MAP: base_map("Portugal"), NORTH_HEAD: at(lat, lon)})
    hint = "look it up again, or mend `country`"
    expected = [f"{NORTH_HEAD}:6:14: notice[outside-country] coordinates: {said}; {hint}"] if said else []
    assert found == expected


def test_a_country_that_the_map_lacks_and_a_place_without_country_are_not_judged(noticed: Noticed) -> None:
    assert noticed({MAP: base_map("Spain"), NORTH_HEAD: at(-40.5, -12.5)}) == []


def test_a_place_without_country_is_not_judged(noticed: Noticed) -> None:
    assert noticed({MAP: base_map("Portugal"), NORTH_HEAD: swapped("lat: -41.437", "lat: -40.5")}) == []
