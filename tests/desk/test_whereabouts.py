"""Where a place lies, as a form says it."""

from __future__ import annotations

import pytest

from dossier.desk.sent import FormError
from dossier.desk.whereabouts import changes_of, where_said
from dossier.editing.house_form import Value

POINTS = [
    ("59.13, 10.20", "59.13", "10.20"),
    ("59.13 10.20", "59.13", "10.20"),
    ("34.53° N, 69.17° E", "34.53", "69.17"),
    ("69.17E 34.53N", "34.53", "69.17"),
    ("33.45 S; 70.67 W", "-33.45", "-70.67"),
    ("-33.45,-70.67", "-33.45", "-70.67"),
    ("\N{MINUS SIGN}33.45 / +70.67", "-33.45", "70.67"),
]


@pytest.mark.parametrize(("words", "lat", "lon"), POINTS)
def test_a_point_is_read_as_maps_print_it(words: str, lat: str, lon: str) -> None:
    said = where_said({"point": words, "precision": "city"})
    assert said == {"coordinates": {"lat": lat, "lon": lon, "precision": "city"}}


@pytest.mark.parametrize("words", ["59.13", "1, 2, 3", "near the quay", "59.13 and 10.20", "59°13'N 10°20'E"])
def test_what_is_no_point_is_told(words: str) -> None:
    with pytest.raises(FormError, match="degrees north, then degrees east"):
        where_said({"point": words, "precision": "city"})


def test_there_is_no_point_without_what_it_stands_for() -> None:
    with pytest.raises(FormError, match="what the point stands for"):
        where_said({"point": "59.13, 10.20"})
    assert where_said({"precision": "city"}) == {}


def test_only_what_differs_changes() -> None:
    sent = {"country": "no", "within": ["coast"], "point": "59.1, 10.2", "precision": "city"}
    before: dict[str, Value] = {
        "country": "NO",
        "within": ["coast"],
        "coordinates": {"lat": "59.10", "lon": "10.20", "precision": "city"},
    }
    assert list(changes_of(sent, before)) == []
    assert list(changes_of({**sent, "precision": "region", "within": []}, before)) == [
        ("within", None),
        ("coordinates", {"lat": "59.1", "lon": "10.2", "precision": "region"}),
    ]
