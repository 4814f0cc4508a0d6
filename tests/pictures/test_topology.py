from __future__ import annotations

import pytest

from dossier.model.base_map import Ring
from dossier.pictures.geometry import area
from dossier.pictures.topology import nested, simplified, stitched, topology
from tests.support.maps import box

# Two neighbours whose common border has a bend, and an island within the second.
LEFT: Ring = ((0, 0), (2, 0), (2.1, 1), (2, 2), (0, 2), (0, 0))
RIGHT: Ring = ((2, 0), (6, 0), (6, 2), (2, 2), (2.1, 1), (2, 0))
ISLE = box(4, 0.5, 5, 1.5)


def test_a_common_border_is_one_line_of_two_shapes() -> None:
    made = topology([[(LEFT,)], [(RIGHT,)]])
    assert sorted(map(len, made.owners)) == [1, 1, 2]
    shared = next(line for line, owners in zip(made.lines, made.owners, strict=True) if len(owners) == 2)
    assert set(shared) == {(2, 0), (2.1, 1), (2, 2)}


def test_shapes_come_back_as_they_were() -> None:
    made = topology([[(LEFT,)], [(RIGHT, ISLE)], [(ISLE,)]])
    for number, rings in enumerate(((LEFT,), (RIGHT, ISLE), (ISLE,))):
        ((*found,),) = made.polygons(number)
        assert [set(ring) for ring in found] == [set(ring) for ring in rings]
        assert [area(ring) for ring in found] == pytest.approx([area(ring) for ring in rings])
        assert all(ring[0] == ring[-1] for ring in found)


def test_neighbours_stay_neighbours_in_fewer_points() -> None:
    made = topology([[(LEFT,)], [(RIGHT,)]]).simplified(0.2)
    ((left,),), ((right,),) = made.polygons(0), made.polygons(1)
    assert (2.1, 1) not in {*left, *right}
    assert area(left) + area(right) == 12


def test_parts_of_a_whole_lose_the_border_between_them_and_keep_their_holes() -> None:
    made = topology([[(LEFT,)], [(RIGHT, ISLE)], [(ISLE,)]])
    (both,) = made.dissolved([0, 1])
    assert [area(ring) for ring in both] == pytest.approx([12, 1])
    ((whole,),) = made.dissolved([0, 1, 2])
    assert area(whole) == pytest.approx(12)
    assert (2.1, 1) not in whole


def test_a_line_keeps_its_ends_and_what_lies_far_from_it() -> None:
    line = ((0.0, 0.0), (1.0, 0.01), (2.0, 1.0), (3.0, 0.01), (4.0, 0.0))
    assert simplified(line, 0.5) == ((0, 0), (2, 1), (4, 0))
    assert simplified(line, 0) == line
    assert len(simplified(box(0, 0, 1, 1), 0.1)) == 5


def test_lines_are_stitched_where_they_meet() -> None:
    (ring,) = stitched([((0, 0), (1, 0)), ((1, 1), (0, 0)), ((1, 0), (1, 1))])
    assert ring[0] == ring[-1]
    assert set(ring) == {(0, 0), (1, 0), (1, 1)}
    assert list(stitched([((0, 0), (1, 0))])) == []


def test_an_island_in_a_lake_is_a_polygon_of_its_own() -> None:
    land, lake, isle = box(0, 0, 9, 9), box(2, 2, 7, 7), box(4, 4, 5, 5)
    assert nested([isle, lake, land]) == ((land, lake), (isle,))
