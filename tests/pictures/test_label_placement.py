from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.pictures.label_placement import Box, TakenBoxes, TakenCells, beside, is_free, nearby

SHEET = Box(0, 0, 100, 50)
PLACES = st.floats(-20, 120)
SIZES = st.floats(0.5, 60)
BOXES = st.builds(Box.about, st.tuples(PLACES, PLACES), SIZES, SIZES)


def test_a_box_has_a_middle_and_a_size() -> None:
    box = Box.about((10, 20), 6, 4)
    assert box == Box(7, 18, 13, 22)
    assert (box.middle, box.width, box.height) == ((10, 20), 6, 4)
    assert Box(0.04, 0.06, 1.16, 2.0).rounded() == Box(0.0, 0.1, 1.2, 2.0)


@pytest.mark.parametrize(
    ("other", "meets"),
    [
        (Box(5, 5, 6, 6), True),
        (Box(0, 0, 4, 4), True),
        (Box(10, 2, 12, 8), False),
        (Box(2, 10, 8, 12), False),
        (Box(-3, 2, 2, 8), False),
        (Box(2, -3, 8, 2), False),
    ],
)
def test_boxes_meet_where_they_share_more_than_an_edge(other: Box, meets: bool) -> None:
    box = Box(2, 2, 10, 10)
    assert box.meets(other) is meets
    assert other.meets(box) is meets


@pytest.mark.parametrize("box", [Box(-1, 5, 5, 9), Box(5, -1, 9, 5), Box(95, 5, 101, 9), Box(5, 45, 9, 51)])
def test_what_sticks_out_of_the_sheet_has_no_room(box: Box) -> None:
    assert not is_free([box], SHEET, TakenBoxes(24))


def test_all_boxes_must_be_free() -> None:
    taken = TakenBoxes(24)
    taken.add(Box(10, 10, 20, 20))
    assert is_free([Box(0, 0, 10, 10), Box(20, 20, 30, 30)], SHEET, taken)
    assert not is_free([Box(0, 0, 10, 10), Box(19, 19, 30, 30)], SHEET, taken)


@given(st.lists(BOXES), BOXES, st.floats(1, 50))
def test_taken_boxes_are_met_whatever_squares_they_touch(taken: list[Box], box: Box, side: float) -> None:
    kept = TakenBoxes(side)
    kept.add(*taken)
    assert kept.meets(box) == any(box.meets(other) for other in taken)


@pytest.mark.parametrize(
    ("box", "moved"),
    [(Box(-4, 1, 6, 3), Box(0, 1, 10, 3)), (Box(95, 1, 105, 3), Box(90, 1, 100, 3)), (Box(5, 1, 9, 3),) * 2],
)
def test_a_box_is_moved_sideways_as_little_as_will_do(box: Box, moved: Box) -> None:
    assert box.into(SHEET) == moved


def test_beside_a_mark_the_right_comes_first_and_none_covers_the_mark() -> None:
    boxes = list(beside((50, 25), 4, 20, 6))
    assert boxes[0] == Box(54, 22, 74, 28)
    assert boxes[1].right == 46
    assert len(set(boxes)) == 8
    mark = Box.about((50, 25), 5, 5)
    assert not any(box.meets(mark) for box in boxes)
    assert all(box.width == 20 and box.height == 6 for box in boxes)


def test_nearby_points_are_each_once_and_farther_and_farther() -> None:
    points = list(nearby((3, 4), [1, 2], 4))
    assert points[:2] == [(3, 4), (4, 4)]
    assert len(points) == 9
    assert all(one != other for one, other in combinations(points, 2))
    far = [round(((x - 3) ** 2 + (y - 4) ** 2) ** 0.5, 6) for x, y in points]
    assert far == sorted(far)


@given(st.lists(BOXES, max_size=12), BOXES)
def test_what_is_free_for_cells_is_free_of_boxes(boxes: list[Box], box: Box) -> None:
    within = [one for one in boxes if one.left >= 0]
    cells, taken = TakenCells(4, 3), TakenBoxes(20)
    cells.add(*within)
    taken.add(*within)
    if box.left >= 0 and taken.meets(box):
        assert cells.meets(box)
    assert all(cells.meets(one) for one in within)


def test_cells_are_taken_by_what_touches_them_alone() -> None:
    cells = TakenCells(4, 4)
    cells.add(Box(8, 8, 16, 12))
    assert not cells.meets(Box(16, 8, 20, 12))
    assert not cells.meets(Box(8, 12, 16, 16))
    assert cells.meets(Box(15, 11, 15.5, 11.5))
    assert [cells.free_lower(Box(10, 0, 14, 4))(by) for by in (0, 4, 5, 8, 12)] == [True, True, False, False, True]
