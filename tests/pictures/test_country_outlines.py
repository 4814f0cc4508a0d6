from __future__ import annotations

from typing import Any

import pytest

from dossier.model.base_map import Bounds
from dossier.pictures.country_outlines import cut

# Two squares that share an edge, a speck, and an island far away, on a grid of half degrees from 10 east.
TOPOLOGY: dict[str, Any] = {
    "type": "Topology",
    "transform": {"scale": [0.5, 0.5], "translate": [10, 0]},
    "arcs": [
        [[4, 0], [0, 4]],
        [[4, 4], [-4, 0], [0, -4], [4, 0]],
        [[4, 0], [4, 0], [0, 4], [-4, 0]],
        [[100, 100], [2, 0], [0, 2], [-2, -2]],
        [[1, 1], [2, 0], [0, 2], [-2, -2]],
    ],
    "objects": {
        "countries": {
            "type": "GeometryCollection",
            "geometries": [
                {"type": "Polygon", "arcs": [[2, -1]], "properties": {"name": "Reedland"}},
                {"type": "MultiPolygon", "arcs": [[[0, 1], [4]], [[3]]], "properties": {"name": "Brisa"}},
                {"type": "Polygon", "arcs": [[3]], "properties": {"name": "Farland"}},
            ],
        }
    },
}
WHOLE = Bounds(9, -1, 15, 3)


def test_countries_are_put_together_from_their_arcs() -> None:
    base = cut(TOPOLOGY, WHOLE, "Tarn")
    assert [one.name for one in base.outlines] == ["Brisa", "Reedland"]
    assert (base.bounds, base.credit) == (WHOLE, "Tarn")
    ((outer, hole),) = base.outlines[0].polygons
    assert set(outer) == {(12, 0), (12, 2), (10, 2), (10, 0)}
    assert set(hole) == {(10.5, 0.5), (11.5, 0.5), (11.5, 1.5)}
    assert outer[0] == outer[-1]


def test_an_arc_backwards_closes_its_neighbour() -> None:
    ((ring,),) = cut(TOPOLOGY, WHOLE, "Tarn").outlines[1].polygons
    assert ring == ((12, 0), (14, 0), (14, 2), (12, 2), (12, 0))


def test_outlines_end_at_the_bounds_and_are_rounded() -> None:
    ((ring,),) = cut(TOPOLOGY, Bounds(13.123, -1, 15, 3), "Tarn").outlines[0].polygons
    assert set(ring) == {(13.12, 0), (14, 0), (14, 2), (13.12, 2)}


def test_specks_are_left_out() -> None:
    with pytest.raises(ValueError, match="no country in it lies within these sides"):
        cut(TOPOLOGY, Bounds(13.9995, -1, 15, 3), "Tarn")


def test_a_topology_without_a_grid_holds_degrees() -> None:
    arcs = [[[0, 0], [1, 0], [1, 1], [0, 0]]]
    plain = {"arcs": arcs, "objects": {"countries": {"geometries": [
        {"type": "Polygon", "arcs": [[0]], "properties": {"name": "Brisa"}}
    ]}}}  # fmt: skip
    ((ring,),) = cut(plain, Bounds(-1, -1, 2, 2), "Tarn").outlines[0].polygons
    assert ring == ((0, 0), (1, 0), (1, 1), (0, 0))


@pytest.mark.parametrize("bad", [{}, {"arcs": [], "objects": {}}, {"arcs": 3}, []])
def test_what_is_no_topology_is_refused(bad: Any) -> None:
    with pytest.raises(ValueError, match="no TopoJSON"):
        cut(bad, WHOLE, "Tarn")
