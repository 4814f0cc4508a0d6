from __future__ import annotations

from typing import Any

import pytest

from dossier.model.base_map import Bounds, Outline
from dossier.pictures.divisions import Corrections, divided, joined
from tests.support.maps import box

WHOLE = Bounds(0, 0, 20, 20)
NO_CORRECTIONS = Corrections({}, {})


def feature(code: str, name: str, ring: Any, country: str = "Reedland") -> dict[str, Any]:
    properties = {"iso_3166_2": code, "name": name, "admin": country}
    return {"properties": properties, "geometry": {"type": "Polygon", "coordinates": [ring]}}


def collection(*features: dict[str, Any]) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features)}


NORTH, SOUTH = feature("XX-N", "Nord", box(0, 10, 10, 20)), feature("XX-S", "Sud", box(0, 0, 10, 10))


def test_a_country_is_what_its_divisions_are_together() -> None:
    made = divided(collection(NORTH, SOUTH), WHOLE, 0.01, NO_CORRECTIONS)
    assert [(one.iso, one.name, one.country) for one in made.divisions] == [
        ("XX-N", "Nord", "Reedland"),
        ("XX-S", "Sud", "Reedland"),
    ]
    ((country),) = made.countries
    ((ring,),) = country.polygons
    assert (country.name, {x for x, _ in ring}, {y for _, y in ring}) == ("Reedland", {0, 10}, {0, 10, 20})
    assert (0, 10) in ring
    assert made.doubtful == ()


def test_a_code_that_stands_twice_is_kept_by_none_unless_it_is_said_where_it_lies() -> None:
    twice = collection(feature("XX-N", "Nord", box(0, 10, 10, 20)), feature("XX-N", "Nord", box(0, 0, 10, 10)))
    made = divided(twice, WHOLE, 0.01, NO_CORRECTIONS)
    assert [(one.iso, one.name) for one in made.divisions] == [("", ""), ("", "")]
    assert made.doubtful == ("XX-N",)
    told = divided(twice, WHOLE, 0.01, Corrections({}, {"XX-N": (5, 5)}))
    assert [(one.iso, one.name) for one in told.divisions] == [("", ""), ("XX-N", "Nord")]
    assert told.doubtful == ()
    with pytest.raises(ValueError, match="no division XX-N of it holds 15 east, 5 north"):
        divided(twice, WHOLE, 0.01, Corrections({}, {"XX-N": (15, 5)}))


def test_a_name_can_be_corrected_or_left_out_and_what_is_no_code_has_none() -> None:
    odd = feature("XX-X01~", "Somewhere", box(10, 0, 20, 10))
    made = divided(collection(NORTH, SOUTH, odd), WHOLE, 0.01, Corrections({"XX-N": "North March", "XX-S": ""}, {}))
    assert [(one.iso, one.name) for one in made.divisions] == [("XX-N", "North March"), ("XX-S", ""), ("", "")]


def test_codes_can_be_mended_even_where_two_were_mistaken_for_each_other() -> None:
    mended = Corrections({"XX-S": "South"}, {}, {"XX-N": "XX-S", "XX-S": "XX-N"})
    made = divided(collection(NORTH, SOUTH), WHOLE, 0.01, mended)
    assert [(one.iso, one.name) for one in made.divisions] == [("XX-S", "South"), ("XX-N", "Sud")]


def test_what_lies_outside_is_cut_off_or_left_out() -> None:
    made = divided(collection(NORTH, SOUTH), Bounds(5, 12, 20, 20), 0.01, NO_CORRECTIONS)
    ((division),) = made.divisions
    ((ring,),) = division.polygons
    assert ({x for x, _ in ring}, {y for _, y in ring}) == ({5, 10}, {12, 20})


@pytest.mark.parametrize("wrong", [{}, [], collection({}), {"features": [{"properties": {}, "geometry": {}}]}])
def test_a_file_of_something_else_is_refused(wrong: Any) -> None:
    with pytest.raises(ValueError, match="this is no GeoJSON with a feature a division"):
        divided(wrong, WHOLE, 0.01, NO_CORRECTIONS)
    with pytest.raises(ValueError, match="no division in it has a country"):
        divided(collection(), WHOLE, 0.01, NO_CORRECTIONS)


def test_outlines_of_divided_countries_take_the_place_of_the_others() -> None:
    old, other = Outline("Reedland", ((box(0, 0, 1, 1),),)), Outline("Alder", ((box(1, 0, 2, 1),),))
    new = Outline("Reedland", ((box(0, 0, 1.1, 1),),))
    assert joined([old, other], [new]) == (other, new)
