from __future__ import annotations

from dataclasses import replace

import pytest

from dossier.corpus.corpus import Corpus
from dossier.pictures.label_placement import Box
from dossier.pictures.name_sides import room_of, sided
from dossier.pictures.network_layout import ActorMark, DrawnPoint, Side, mark_of


@pytest.fixture
def mark(mini: Corpus) -> ActorMark:
    return mark_of(mini, mini.actor("lamp-guild"), DrawnPoint(100, 100), 90)


@pytest.mark.parametrize(
    ("other", "side"), [((100, 0), "below"), ((100, 200), "above"), ((0, 100), "right"), ((200, 100), "left")]
)
def test_a_name_stands_away_from_the_one_line_of_its_mark(
    mark: ActorMark, other: tuple[float, float], side: Side
) -> None:
    assert sided(mark, [DrawnPoint(*other)]).side == side


def test_of_many_lines_the_name_is_in_the_way_of_the_fewest(mark: ActorMark) -> None:
    around = [DrawnPoint(100, 0), DrawnPoint(100, 200), DrawnPoint(0, 100)]
    assert sided(mark, around).side == "right"


def test_a_name_keeps_away_from_what_stands_around(mark: ActorMark) -> None:
    below = replace(mark, side="below").name
    assert sided(mark, [DrawnPoint(100, 0)], [below]).side != "below"


def test_the_room_of_a_mark_holds_it_and_its_name(mark: ActorMark) -> None:
    for side in ("below", "above", "right", "left"):
        placed = replace(mark, side=side)
        room = room_of(placed, 2)
        assert placed.rim.within(room)
        assert placed.name.within(room)
        union = Box(
            min(placed.rim.left, placed.name.left) - 2,
            min(placed.rim.top, placed.name.top) - 2,
            max(placed.rim.right, placed.name.right) + 2,
            max(placed.rim.bottom, placed.name.bottom) + 2,
        )
        assert room == union
