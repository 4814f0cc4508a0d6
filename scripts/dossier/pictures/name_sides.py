"""On which side of its mark a name stands, and the room that both need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import sqrt

from dossier.pictures.label_placement import Box
from dossier.pictures.line_routing import behind
from dossier.pictures.network_layout import ActorMark, DrawnPoint, Side

# Pixels around a mark and its name that others keep out of.
MARGIN = 7.0
# Where names stand, that which is read best first, and the way from the mark to it.
WAYS: dict[Side, tuple[float, float]] = {"below": (0, 1), "right": (1, 0), "left": (-1, 0), "above": (0, -1)}


def sided(mark: ActorMark, others: Sequence[DrawnPoint], around: Sequence[Box] = ()) -> ActorMark:
    """The mark with its name on the side where it touches least of what is around, is least in the way of lines to
    others, and farthest from them.
    """
    ways = [_way(mark.at, other) for other in others]
    x, y = sum(way[0] for way in ways) / len(ways), sum(way[1] for way in ways) / len(ways)

    def disturbed(side: Side) -> tuple[int, int, float]:
        name = mark.name_at(side)
        crossed = sum(behind(name, mark.at, *way) > 0 for way in ways)
        touched = sum(name.meets(box) for box in around)
        return touched, crossed, round(x * WAYS[side][0] + y * WAYS[side][1], 1)

    return replace(mark, side=min(WAYS, key=disturbed))


def _way(one: DrawnPoint, other: DrawnPoint) -> tuple[float, float]:
    """The direction from one point to another, one unit long."""
    x, y = other.x - one.x, other.y - one.y
    far = sqrt(x * x + y * y) or 1.0
    return x / far, y / far


def room_of(mark: ActorMark, margin: float = MARGIN) -> Box:
    """What a mark needs with its name."""
    rim, name = mark.rim, mark.name
    return Box(
        min(rim.left, name.left) - margin,
        min(rim.top, name.top) - margin,
        max(rim.right, name.right) + margin,
        max(rim.bottom, name.bottom) + margin,
    )
