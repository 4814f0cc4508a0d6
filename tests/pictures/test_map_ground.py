from __future__ import annotations

import re
from dataclasses import replace

import pytest

from dossier.model.base_map import BaseMap, Outline
from dossier.model.outlines import Division, Outlines
from dossier.pictures.map_ground import DETAILS, ground, room_in
from tests.support.maps import BASE, BOUNDS, box

HALVES = Outlines(
    (
        Division("XX-N", "Nord", "Brisa", ((box(0, 48, 10, 55),),)),
        Division("XX-S", "Sud", "Brisa", ((box(0, 40, 10, 48),),)),
    )
)


def points(path: str) -> set[tuple[int, int]]:
    """The points of a path of steps."""
    found = set()
    for one in re.findall(r"M[^M]*", path):
        numbers = [int(number) for number in re.findall(r"-?\d+", one)]
        x, y = numbers[:2]
        found.add((x, y))
        for across, down in zip(numbers[2::2], numbers[3::2], strict=True):
            x, y = x + across, y + down
            found.add((x, y))
    return found


def test_only_the_divisions_that_are_asked_for_have_shapes() -> None:
    made = ground(BASE, HALVES, 0, {"XX-S"})
    assert [(one.iso, one.name) for one in made.shapes] == [("XX-S", "Sud")]
    units = DETAILS[0][1]
    assert {x for x, _ in points(made.shapes[0].path)} == {0, 10 * units}
    assert made.width == 20 * units
    assert {y for _, y in points(made.shapes[0].path)} == {round(7 * made.down), made.height}


def test_borders_of_divisions_and_of_countries_are_lines_of_their_own_and_the_edges_are_none() -> None:
    made = ground(BASE, HALVES, 0, set())
    middle = round(7 * made.down)
    assert {y for _, y in points(made.inner)} == {middle}
    assert {x for x, _ in points(made.outer)} == {1000}


def test_the_same_border_out_of_two_files_is_drawn_once() -> None:
    reedland = Outline("Reedland", ((box(10.05, 40, 20, 55),),))
    made = ground(replace(BASE, outlines=(BASE.outlines[0], reedland)), HALVES, 0, set())
    assert {x for x, _ in points(made.outer)} == {1000}


@pytest.mark.parametrize("detail", range(len(DETAILS)))
def test_each_detail_shows_the_same_land(detail: int) -> None:
    made = ground(BASE, HALVES, detail, {"XX-N", "XX-S"})
    xs, ys = zip(*points(made.land), strict=True)
    assert (min(xs), min(ys), max(xs), max(ys)) == (0, 0, 10 * DETAILS[detail][1], made.height)


def test_without_divisions_countries_are_the_land() -> None:
    made = ground(BaseMap(BOUNDS, "Tarn", BASE.outlines), Outlines(), 0, set())
    assert (made.land, made.inner, made.shapes) == ("", "", ())
    assert points(made.beyond)


def test_a_name_has_room_where_a_shape_is_widest_and_not_in_a_tongue() -> None:
    body = ((0, 0), (10, 0), (10, 8), (40, 8), (40, 8.5), (10, 8.5), (10, 10), (0, 10), (0, 0))
    room = room_in([(box(100, 100, 101, 101),), (body,)])
    assert room
    assert 4 <= room.at[0] <= 6
    assert room.width == 10
    assert room_in([]) is None
