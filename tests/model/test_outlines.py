from __future__ import annotations

import json
from typing import Any

import pytest

from dossier.load import load
from dossier.model.outlines import read_outlines
from dossier.model.records import Place
from tests.conftest import Broken, Changed
from tests.support.paths import ROOT

RING = [[9.0, 44.0], [11.0, 44.0], [11.0, 46.0], [9.0, 44.0]]


def collection(iso: str = "XX-AB", **geometry: Any) -> str:
    shape = {"type": "MultiPolygon", "coordinates": [[RING]], **geometry}
    feature = {"type": "Feature", "properties": {"iso": iso}, "geometry": shape}
    return json.dumps({"type": "FeatureCollection", "features": [feature]})


def test_an_outline_is_found_by_its_code(changed: Changed) -> None:
    ring = tuple((east, north) for east, north in RING)
    assert read_outlines(collection()) == {"XX-AB": ((ring,),)}
    assert load(changed({"data/geo/outlines.json": collection()})).outlines == {"XX-AB": ((ring,),)}


@pytest.mark.parametrize(
    "text", [collection("XXAB"), collection(type="Polygon"), collection(coordinates=[[RING[:3]]]), "{"]
)
def test_a_file_that_holds_something_else_is_told(broken: Broken, text: str) -> None:
    (line,) = broken({"data/geo/outlines.json": text})
    assert line.startswith("data/geo/outlines.json:1:1: error[outlines] ")
    assert line.endswith("; it holds a feature a division, with its code as `iso` and a MultiPolygon")


def test_each_province_of_the_dossier_that_has_a_code_has_its_outline() -> None:
    corpus = load(ROOT)
    codes = {one.iso for one in corpus.of(Place) if one.iso}
    assert codes == set(corpus.outlines)
