from __future__ import annotations

import pytest

from dossier.model.distances import kilometres
from tests.checking.plausibility.conftest import Noticed
from tests.support.changes import swapped

NORTH_HEAD = "data/places/north-head.yaml"
SALTMOUTH = "data/places/saltmouth.yaml"


@pytest.mark.parametrize(
    ("coordinates", "far", "hint"),
    [
        ("lat: 41.437, lon: -12.201", 9222, "the sign of `lat` seems to be wrong: south is below 0"),
        ("lat: -41.437, lon: 12.201", 2030, "the sign of `lon` seems to be wrong: west is below 0"),
        ("lat: -12.201, lon: -41.437", 4316, "`lat` and `lon` seem to have changed places: swap them"),
        ("lat: 10.5, lon: 60.5", 9385, "look up the coordinates of both, or mend `within`"),
    ],
)
def test_coordinates_that_are_far_off(noticed: Noticed, coordinates: str, far: int, hint: str) -> None:
    assert noticed({NORTH_HEAD: swapped("lat: -41.437, lon: -12.201", coordinates)}) == [
        f"{NORTH_HEAD}:5:10: notice[far-from-whole] within.1: {far} km from the middle of brisa; {hint}"
    ]


def test_what_lies_within_a_place_that_is_told_of_is_not_told_too(noticed: Noticed) -> None:
    changes = {
        SALTMOUTH: swapped("lat: -41.52, lon: -12.3", "lat: -12.3, lon: -41.52"),
        NORTH_HEAD: swapped("within: [brisa]", "within: [saltmouth]"),
    }
    assert [line.partition(":")[0] for line in noticed(changes)] == [SALTMOUTH]


@pytest.mark.parametrize(("precision", "told"), [("site", True), ("city", False), ("province", False)])
def test_how_far_depends_on_what_the_whole_is(noticed: Noticed, precision: str, told: bool) -> None:
    found = noticed(
        {
            "data/places/brisa.yaml": swapped("precision: region", f"precision: {precision}"),
            SALTMOUTH: swapped("lat: -41.52, lon: -12.3", "lat: -41.7, lon: -12.3"),
        }
    )
    assert [line.partition(":")[0] for line in found] == ([SALTMOUTH] if told else [])


def test_what_has_no_point_is_not_judged(noticed: Noticed) -> None:
    assert (
        noticed({"data/places/brisa.yaml": swapped("coordinates: {lat: -41.5, lon: -12.25, precision: region}\n", "")})
        == []
    )


def test_distances_over_the_globe() -> None:
    paris, tokyo = (2.35, 48.86), (139.69, 35.69)
    assert kilometres(paris, paris) == 0
    assert kilometres(paris, tokyo) == pytest.approx(9710, abs=20)
    assert kilometres((179.9, 0), (-179.9, 0)) == pytest.approx(22.2, abs=0.1)
    assert kilometres((0, 90), (0, -90)) == pytest.approx(20015, abs=1)
