from __future__ import annotations

import pytest

from dossier.model.base_map import Bounds
from dossier.pictures.geometry import Projection
from dossier.pictures.graticule import LINES, graticule, round_below


@pytest.mark.parametrize(
    ("most", "found"), [(0.03, 0.02), (0.05, 0.05), (1, 1), (7.9, 5), (10, 10), (99, 50), (3.0e6, 2.0e6)]
)
def test_the_round_number_below(most: float, found: float) -> None:
    assert round_below(most) == pytest.approx(found)


def test_lines_stand_at_round_degrees_with_their_words() -> None:
    drawn = graticule(Projection(Bounds(4.81, 52.35, 4.97, 52.41), 690), 12)
    words = [line.words.text for line in drawn.lines]
    assert words == ["4.85° E", "4.90° E", "4.95° E", "52.36° N", "52.38° N", "52.40° N"]
    first = drawn.lines[0]
    assert first.start == (172.5, 0)
    assert first.end[0] == 172.5
    assert all(line.start[1] == line.end[1] for line in drawn.lines[3:])


def test_south_west_and_the_lines_of_zero() -> None:
    drawn = graticule(Projection(Bounds(-30, -20, 30, 20), 690), 12)
    assert [line.words.text for line in drawn.lines] == ["20° W", "0°", "20° E", "20° S", "0°"]


@pytest.mark.parametrize(
    ("bounds", "words"),
    [
        (Bounds(4.81, 52.35, 4.97, 52.41), "2 km"),
        (Bounds(4.890, 52.370, 4.894, 52.372), "50 m"),
        (Bounds(-180, -90, 180, 90), "10,000 km"),
    ],
)
def test_the_scale_is_a_round_length_true_at_the_middle(bounds: Bounds, words: str) -> None:
    on = Projection(bounds, 690)
    bar = graticule(on, 12).scale
    assert bar.words.text == words
    number, unit = words.replace(",", "").split()
    metres = (bar.end[0] - bar.start[0]) / on.per_degree_north * 111_320
    assert metres == pytest.approx(float(number) * (1000 if unit == "km" else 1), rel=0.01)


@pytest.mark.parametrize("across", [0.001, 0.4, 7, 60, 359])
@pytest.mark.parametrize("width", [358, 690])
def test_words_are_few_and_lie_on_the_sheet_apart(across: float, width: float) -> None:
    on = Projection(Bounds(-across / 2, 10 - across / 4, across / 2, 10 + across / 4), width)
    drawn = graticule(on, 11)
    assert 2 <= len(drawn.lines) <= 2 * LINES
    for place, box in enumerate(drawn.boxes):
        assert box.left >= 0
        assert box.top >= 0
        assert box.right <= width
        assert box.bottom <= on.height
        assert not any(box.meets(other) for other in drawn.boxes[:place])
