from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from math import dist

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.pictures import force_layout
from dossier.pictures.force_layout import BoxSize, by_forces, in_rows, links_within, part_width, parts, pushed_apart

WIDTH = 600.0
BOXES = st.lists(st.builds(BoxSize, st.floats(10, 200), st.floats(10, 90)), min_size=1, max_size=24)


def overlapping(boxes: Sequence[BoxSize], points: Sequence[tuple[float, float]]) -> list[tuple[int, int]]:
    """Which boxes overlap by more than rounding to a tenth of a pixel explains."""
    return [
        (one, two)
        for one, two in combinations(range(len(boxes)), 2)
        if (boxes[one].width + boxes[two].width) / 2 - abs(points[one][0] - points[two][0]) > 0.11
        and (boxes[one].height + boxes[two].height) / 2 - abs(points[one][1] - points[two][1]) > 0.11
    ]


def star(number: int) -> list[tuple[int, int]]:
    return [(0, other) for other in range(1, number)]


@settings(max_examples=60, deadline=None)
@given(BOXES, st.data())
def test_whatever_is_placed_none_overlaps_and_all_stay_on_the_sheet(boxes: list[BoxSize], data: st.DataObject) -> None:
    pairs = list(combinations(range(len(boxes)), 2))
    links = data.draw(st.lists(st.sampled_from(pairs), max_size=30)) if pairs else []
    points = by_forces(boxes, links, WIDTH)
    assert len(points) == len(boxes)
    assert overlapping(boxes, points) == []
    for (x, y), box in zip(points, boxes, strict=True):
        assert x - box.width / 2 >= -0.11
        assert x + box.width / 2 <= WIDTH + 0.11
        assert y - box.height / 2 >= -0.11


def test_a_hub_with_many_around_it_overlaps_none_and_stands_among_them() -> None:
    boxes = [BoxSize(100, 60)] * 41
    points = by_forces(boxes, star(41), 1000)
    assert overlapping(boxes, points) == []
    hub = points[0]
    sides = {(x > hub[0], y > hub[1]) for x, y in points[1:]}
    assert len(sides) == 4


def test_what_is_linked_lies_nearer_than_what_is_not() -> None:
    chain = [(one, one + 1) for one in range(11)]
    points = by_forces([BoxSize(60, 30)] * 12, chain, 900)
    near = [dist(points[one], points[two]) for one, two in chain]
    far = [dist(points[one], points[two]) for one, two in combinations(range(12), 2) if (one, two) not in chain]
    assert sum(near) / len(near) < 0.7 * sum(far) / len(far)


def test_the_same_boxes_are_placed_the_same() -> None:
    boxes, links = [BoxSize(90, 40), BoxSize(50, 60), BoxSize(70, 40), BoxSize(90, 30)], [(0, 1), (1, 2), (2, 3)]
    assert by_forces(boxes, links, WIDTH) == by_forces(list(boxes), list(links), WIDTH)


def test_one_box_can_be_placed() -> None:
    assert by_forces([BoxSize(80, 40)], [], WIDTH) == [(40.0, 20.0)]


def test_the_first_part_lies_on_top_and_the_others_in_rows_beneath_it() -> None:
    sizes = [BoxSize(300, 200), BoxSize(250, 50), BoxSize(250, 80), BoxSize(250, 60)]
    assert in_rows(sizes, WIDTH, 30) == [(0.0, 0.0), (0.0, 230), (250, 230), (0.0, 310)]
    assert in_rows(sizes[:1], WIDTH, 30) == [(0.0, 0.0)]
    assert in_rows([], WIDTH, 30) == []


def test_the_sheet_of_a_part_is_wider_than_any_of_its_boxes() -> None:
    assert part_width([BoxSize(80, 40), BoxSize(200, 40)]) == 400
    assert part_width([BoxSize(100, 40)] * 5) == 400


def test_links_of_a_part_are_pairs_of_its_places() -> None:
    assert links_within([1, 4, 5], [(1, 4), (0, 2), (4, 5)]) == [(0, 1), (1, 2)]


@settings(max_examples=40, deadline=None)
@given(BOXES, st.data())
def test_boxes_that_lay_anywhere_are_pushed_apart_on_the_sheet(boxes: list[BoxSize], data: st.DataObject) -> None:
    points = [data.draw(st.tuples(st.floats(-50, 700), st.floats(-50, 400))) for _ in boxes]
    found = pushed_apart(boxes, points, WIDTH)
    assert overlapping(boxes, found) == []
    for (x, y), box in zip(found, boxes, strict=True):
        assert x - box.width / 2 >= -0.11
        assert x + box.width / 2 <= WIDTH + 0.11
        assert y - box.height / 2 >= -0.11


def test_parts_are_what_links_hold_together_the_largest_first() -> None:
    assert parts(6, [(1, 4), (4, 5), (0, 2)]) == [[1, 4, 5], [0, 2], [3]]
    assert parts(0, []) == []


def test_boxes_give_way_to_the_lines_of_others(monkeypatch: pytest.MonkeyPatch) -> None:
    boxes = [BoxSize(60, 40)] * 24
    links = [*star(16), *((one, one + 8) for one in range(1, 16)), (2, 20), (5, 23)]
    given_way = crossed(by_forces(boxes, links, 900, 0.4), links)
    monkeypatch.setattr(force_layout, "CLEARINGS", 0)
    assert given_way < crossed(by_forces(boxes, links, 900, 0.4), links)


def crossed(points: Sequence[tuple[float, float]], links: Sequence[tuple[int, int]]) -> int:
    """How often a line runs through the heart of a box that is not at its ends."""
    return sum(
        _beside(points[one], points[two], point) < 10
        for one, two in links
        for place, point in enumerate(points)
        if place not in (one, two)
    )


def _beside(one: tuple[float, float], two: tuple[float, float], point: tuple[float, float]) -> float:
    """How far a point lies from the straight line between two others."""
    steps = (step / 50 for step in range(51))
    return min(dist((one[0] + (two[0] - one[0]) * s, one[1] + (two[1] - one[1]) * s), point) for s in steps)


def test_pairs_that_have_not_moved_are_left_out_and_no_overlap_is_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    """As when every pair is looked at in every round, to the last digit."""
    boxes = [BoxSize(40 + 7 * one % 90, 30 + 5 * one % 50) for one in range(40)]
    links = [*star(30), (30, 31), (31, 32), (5, 38)]
    found, push_apart = by_forces(boxes, links, 900), force_layout._push_apart
    monkeypatch.setattr(force_layout, "_push_apart", lambda bodies, _moved: push_apart(bodies, range(len(bodies.xs))))
    assert by_forces(boxes, links, 900) == found
