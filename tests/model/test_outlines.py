from __future__ import annotations

import json
from typing import Any

import pytest

from dossier.load import load
from dossier.model.outlines import Division, outlines_json, read_outlines
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
    assert read_outlines(collection()).of("XX-AB") == ((ring,),)
    outlines = load(changed({"data/geo/outlines.json": collection()})).outlines
    assert (outlines.of("XX-AB"), outlines.of("XX-C"), outlines.of(None)) == (((ring,),), (), ())


def test_a_position_lies_in_one_division_or_in_none() -> None:
    outlines = read_outlines(collection())
    assert (outlines.at((10.8, 45)), outlines.at((9.1, 45.9))) == ("XX-AB", "")


def test_what_is_written_is_read_again() -> None:
    named = Division("XX-AB", "Nord", "Reedland", read_outlines(collection()).of("XX-AB"))
    part = Division("", "", "Reedland", named.polygons)
    assert read_outlines(outlines_json([named, part], "Tarn", "made")).divisions == (named, part)


def test_no_code_stands_twice() -> None:
    twice = json.loads(collection())
    twice["features"] *= 2
    with pytest.raises(ValueError, match="iso: XX-AB stands more than once"):
        read_outlines(json.dumps(twice))


@pytest.mark.parametrize(
    "text", [collection("XXAB"), collection(type="Polygon"), collection(coordinates=[[RING[:3]]]), "{"]
)
def test_a_file_that_holds_something_else_is_told(broken: Broken, text: str) -> None:
    (line,) = broken({"data/geo/outlines.json": text})
    assert line.startswith("data/geo/outlines.json:1:1: error[outlines] ")
    assert line.endswith(
        "; it holds a feature a division, with its code as `iso` and a MultiPolygon; make it again: dossier basemap"
    )


def test_each_province_of_the_dossier_that_has_a_code_has_its_outline() -> None:
    corpus = load(ROOT)
    codes = {one.iso for one in corpus.of(Place) if one.iso}
    assert codes
    assert [code for code in codes if not corpus.outlines.of(code)] == []
