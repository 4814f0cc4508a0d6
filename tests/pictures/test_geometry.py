from __future__ import annotations

import json
import math

import geojson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.model.base_map import BaseMap, Bounds, Outline, base_map_json, read_base_map
from dossier.pictures.geometry import Projection, area, around, centre, clipped, densest, proportioned, thinned

SQUARE = ((0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0), (0.0, 0.0))
BASE = BaseMap(Bounds(0, 0, 5, 5), "Tarn's chart", (Outline("Brisa", ((SQUARE,),)),))


def test_bounds_hold_their_edges() -> None:
    bounds = Bounds(-2, 10, 3, 20)
    assert all(map(bounds.holds, [(-2, 10), (3, 20), (0, 15)]))
    assert not any(map(bounds.holds, [(-2.1, 15), (3.1, 15), (0, 9.9), (0, 20.1)]))
    assert bounds.middle == (0.5, 15)


def test_bounds_grow_by_a_share_and_at_least_by_so_much() -> None:
    assert Bounds(0, 0, 10, 20).padded(0.1) == Bounds(-1, -2, 11, 22)
    assert Bounds(5, 5, 5, 5).padded(0.25, 0.5) == Bounds(4.5, 4.5, 5.5, 5.5)
    assert around([(3, 1), (-1, 7), (2, 2)]) == Bounds(-1, 1, 3, 7)


@pytest.mark.parametrize(
    "bounds",
    [Bounds(4.89, 52.37, 4.90, 52.40), Bounds(0, 50, 20, 50.1), Bounds(0, 0, 20, 13), Bounds(60, -60, 61, -40)],
)
def test_bounds_are_widened_to_a_shape_that_fits_a_page(bounds: Bounds) -> None:
    shaped = proportioned(bounds, 0.5, 0.75)
    assert 0.49 <= Projection(shaped, 100).height / 100 <= 0.76
    assert shaped.middle == pytest.approx(bounds.middle)
    assert shaped.west <= bounds.west
    assert shaped.south <= bounds.south
    assert Bounds(-170, -80, 170, 80).north <= proportioned(Bounds(-170, -80, 170, 80), 0.5, 0.75).north <= 90


def test_the_corners_of_the_bounds_are_the_corners_of_the_sheet() -> None:
    projection = Projection(Bounds(60, 30, 70, 40), 500)
    assert projection.at((60, 40)) == (0, 0)
    assert projection.at((70, 30)) == pytest.approx((500, projection.height))


def test_the_projection_is_true_to_shape_at_the_middle_latitude() -> None:
    projection = Projection(Bounds(0, 50, 10, 70), 100)
    assert projection.per_degree_east / projection.per_degree_north == pytest.approx(math.cos(math.radians(60)))
    assert projection.height == pytest.approx(400)


def test_a_ring_is_cut_at_the_bounds() -> None:
    ring = clipped(SQUARE, Bounds(2, 1, 9, 9))
    assert ring[0] == ring[-1]
    assert set(ring) == {(2, 1), (4, 1), (4, 4), (2, 4)}


def test_a_ring_within_stays_and_one_without_goes() -> None:
    assert set(clipped(SQUARE, Bounds(-1, -1, 5, 5))) == set(SQUARE)
    assert clipped(SQUARE, Bounds(5, 5, 6, 6)) == ()
    assert clipped((), Bounds(5, 5, 6, 6)) == ()


@given(
    st.lists(st.tuples(st.integers(-20, 20), st.integers(-20, 20)), min_size=3, max_size=12, unique=True),
    st.integers(-15, 0),
    st.integers(1, 15),
)
def test_what_is_cut_lies_within_and_is_no_larger(points: list[tuple[int, int]], low: int, high: int) -> None:
    middle = (sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points))
    points.sort(key=lambda point: math.atan2(point[1] - middle[1], point[0] - middle[0]))
    ring = (*((float(x), float(y)) for x, y in points), (float(points[0][0]), float(points[0][1])))
    cut = clipped(ring, Bounds(low, low, high, high))
    assert all(low - 1e-9 <= x <= high + 1e-9 and low - 1e-9 <= y <= high + 1e-9 for x, y in cut)
    assert area(cut) <= area(ring) + 1e-6


def test_area_and_centre_do_not_depend_on_the_direction() -> None:
    assert (area(SQUARE), area(SQUARE[::-1])) == (16, 16)
    assert centre(SQUARE) == centre(SQUARE[::-1]) == (2, 2)


def test_points_that_lie_close_are_left_out_and_the_ring_stays_closed() -> None:
    ring = ((0.0, 0.0), (0.4, 0.0), (1.0, 0.0), (1.0, 1.0), (0.9, 1.2), (0.0, 0.0))
    assert thinned(ring, 1) == ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 0.0))


def test_the_densest_window_holds_the_crowd_in_its_middle() -> None:
    crowd = [(10.0, 10.0), (12.0, 10.0), (10.0, 12.0), (12.0, 12.0)]
    assert densest([(0.0, 0.0), *crowd], Bounds(0, 0, 20, 20), 4, 4) == Bounds(9, 9, 13, 13)


def test_a_window_lies_within_the_bounds() -> None:
    assert densest([(0.0, 0.0), (20.0, 1.0), (20.0, 0.0)], Bounds(0, 0, 20, 20), 5, 4) == Bounds(15, 0, 20, 4)


def test_a_base_map_is_geojson_and_reads_back() -> None:
    text = base_map_json(BASE, "dossier basemap x.json")
    assert read_base_map(text) == BASE
    assert json.loads(text)["made_with"] == "dossier basemap x.json"
    collection = geojson.loads(text)
    assert collection.is_valid
    assert collection["bbox"] == [0, 0, 5, 5]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "Invalid JSON"),
        ('{"type": "FeatureCollection"}', "bbox"),
        ('{"type": "Topology", "bbox": [0, 0, 1, 1], "credit": "x", "features": []}', "type"),
        ('{"type": "FeatureCollection", "bbox": [0, 0, 1, 1], "credit": "", "features": []}', "credit"),
        ('{"type": "FeatureCollection", "bbox": [1, 0, 0, 1], "credit": "x", "features": []}', "west, south"),
    ],
)
def test_what_is_no_base_map_says_why(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        read_base_map(text)


def test_a_ring_wholly_within_bounds_stays_as_it_is() -> None:
    ring = ((1.0, 1.0), (2.0, 1.0), (2.0, 3.0), (1.0, 1.0))
    assert clipped(ring, Bounds(0, 0, 4, 4)) == ring
    assert clipped(ring, Bounds(1, 1, 2, 3)) == ring
