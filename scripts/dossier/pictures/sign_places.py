"""Where along a line its signs stand: on no name, no mark, and no sign of another line, as far as can be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import atan2, degrees

from dossier.pictures.label_placement import Box, TakenBoxes
from dossier.pictures.network_layout import ActorMark, ConnectionLine, DrawnPoint

# Parts of the way, the best first, and in pixels the side of the square that a cross and an arrow need.
PARTS = (0.5, 0.43, 0.57, 0.36, 0.64, 0.29, 0.71, 0.22, 0.78)
SIDE = 18.0
SQUARE = 60


def with_signs_placed(lines: Sequence[ConnectionLine], marks: Mapping[str, ActorMark]) -> tuple[ConnectionLine, ...]:
    """The lines with the middle of their signs, and the direction there, where there is room for them.

    A line without such a place has them halfway.
    """
    taken = TakenBoxes(SQUARE)
    for mark in marks.values():
        taken.add(mark.rim, *([mark.name] if mark.is_named else ()))
    return tuple(_placed(line, taken) for line in lines)


def _placed(line: ConnectionLine, taken: TakenBoxes) -> ConnectionLine:
    tried = [_at(line, part) for part in PARTS]
    found = next((one for one in tried if not taken.meets(_room(one))), tried[0])
    taken.add(_room(found))
    return found


def _room(line: ConnectionLine) -> Box:
    return Box.about((line.middle.x, line.middle.y), SIDE, SIDE)


def _at(line: ConnectionLine, part: float) -> ConnectionLine:
    """The line with its signs after that part of the way."""
    start, bend, end, early = line.start, line.bend, line.end, 1 - part
    shares = early * early, 2 * early * part, part * part
    x = shares[0] * start.x + shares[1] * bend.x + shares[2] * end.x
    y = shares[0] * start.y + shares[1] * bend.y + shares[2] * end.y
    along = early * (bend.x - start.x) + part * (end.x - bend.x), early * (bend.y - start.y) + part * (end.y - bend.y)
    angle = round(degrees(atan2(along[1], along[0])))
    return replace(line, middle=DrawnPoint(round(x, 1), round(y, 1)), angle=angle)
