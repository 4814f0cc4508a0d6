"""Places boxes on a sheet so that those that are linked lie near each other and none overlap.

Forces as in Fruchterman and Reingold (1991), then boxes are pushed apart. There is no chance in it, and nothing but
``+ - * /`` and square roots, which every machine rounds alike: the same boxes give the same picture. The work grows
with the square of the number of boxes: 64 take about a fifth of a second.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

ROUNDS = 160
PUSHES = 400
# Rounds in which boxes also give way to lines, each by so many pixels a line at most.
CLEARINGS = 60
STEP = 3.0
# How much of the sheet boxes may cover before it grows longer.
DENSITY = 0.4
# A turn by the golden angle: points at such turns fill a disc evenly.
COS, SIN = -0.737368878, 0.675490294


@dataclass(frozen=True, slots=True)
class Box:
    """Width and height of what is placed, in pixels, the space around it included."""

    width: float
    height: float


@dataclass(slots=True)
class _Body:
    """The middle of a box while it moves."""

    x: float
    y: float


def placed(boxes: Sequence[Box], links: Sequence[tuple[int, int]], width: float) -> list[tuple[float, float]]:
    """The middle of each box on a sheet of this width, as high as they need.

    ``links`` are pairs of indexes. No box is wider than the sheet. What hangs together is placed together, the largest
    such part on top and the others in rows beneath it; within a part the first boxes lie near the middle.
    """
    points: dict[int, tuple[float, float]] = {}
    left = top = bottom = 0.0
    for number, part in enumerate(parts(len(boxes), links)):
        index = {one: place for place, one in enumerate(part)}
        own = [boxes[one] for one in part]
        inner = [(index[first], index[second]) for first, second in links if first in index]
        found = _part(own, inner, width if number == 0 else min(width, _side(own)))
        right = max(x + box.width / 2 for (x, _), box in zip(found, own, strict=True))
        if left + right > width or number == 1:
            left, top = 0.0, bottom
        points |= {one: (round(left + x, 1), round(top + y, 1)) for one, (x, y) in zip(part, found, strict=True)}
        bottom = max(bottom, top + max(y + box.height / 2 for (_, y), box in zip(found, own, strict=True)))
        left += right
    return [points[one] for one in range(len(boxes))]


def parts(number: int, links: Sequence[tuple[int, int]]) -> list[list[int]]:
    """What hangs together by links, the largest first; each part in the order of its indexes."""
    part_of = [{one} for one in range(number)]
    for first, second in links:
        if part_of[first] is not part_of[second]:
            part_of[first] |= part_of[second]
            for one in part_of[second]:
                part_of[one] = part_of[first]
    found = {id(part): sorted(part) for part in part_of}
    return sorted(found.values(), key=lambda part: (-len(part), part))


def _side(boxes: Sequence[Box]) -> float:
    """The width of a sheet for a few boxes: low and long, that little room is lost beneath its neighbours."""
    return max(2 * max(box.width for box in boxes), 0.8 * sum(box.width for box in boxes))


def _part(boxes: Sequence[Box], links: Sequence[tuple[int, int]], width: float) -> list[tuple[float, float]]:
    """The middles of boxes that hang together, the leftmost and the uppermost at the edge of the sheet."""
    height = max(sum(box.width * box.height for box in boxes) / DENSITY / width, *(box.height for box in boxes), 1)
    bodies = _spiral(len(boxes), width, height)
    reach = sqrt(width * height / len(boxes)) * 0.8
    for turn in range(ROUNDS):
        _move(bodies, links, reach, (width, height), reach * (1 - turn / ROUNDS))
        _keep_inside(bodies, boxes, width, height)
    for turn in range(PUSHES):
        if turn < CLEARINGS:
            _clear_lines(bodies, boxes, links)
        if not _push_apart(bodies, boxes) and turn >= CLEARINGS:
            break
        _keep_inside(bodies, boxes, width, height)
    _drop(bodies, boxes)
    return _from_edge(bodies, boxes)


def _spiral(number: int, width: float, height: float) -> list[_Body]:
    """Bodies around the middle of the sheet, evenly, from the inside out."""
    bodies, x, y = [], 1.0, 0.0
    for place in range(number):
        far = 0.45 * sqrt(place / number)
        bodies.append(_Body(width * (0.5 + far * x), height * (0.5 + far * y)))
        x, y = x * COS - y * SIN, x * SIN + y * COS
    return bodies


def _move(
    bodies: list[_Body], links: Sequence[tuple[int, int]], reach: float, sheet: tuple[float, float], most: float
) -> None:
    """One step of all bodies, none farther than ``most``: apart from each other, towards what they are linked to."""
    steps = [_Body(0.0, 0.0) for _ in bodies]
    for first, one in enumerate(bodies):
        step = steps[first]
        for second in range(first + 1, len(bodies)):
            x, y = one.x - bodies[second].x, one.y - bodies[second].y
            force = reach * reach / (x * x + y * y + 0.01)
            step.x, step.y = step.x + x * force, step.y + y * force
            steps[second].x, steps[second].y = steps[second].x - x * force, steps[second].y - y * force
    for first, second in links:
        x, y = bodies[first].x - bodies[second].x, bodies[first].y - bodies[second].y
        force = sqrt(x * x + y * y) / reach
        steps[first].x, steps[first].y = steps[first].x - x * force, steps[first].y - y * force
        steps[second].x, steps[second].y = steps[second].x + x * force, steps[second].y + y * force
    for body, step in zip(bodies, steps, strict=True):
        # The middle pulls along the shorter side more, so that the picture takes the shape of the sheet.
        step.x += (sheet[0] / 2 - body.x) * 0.6 * sheet[1] / sheet[0]
        step.y += (sheet[1] / 2 - body.y) * 0.6 * sheet[0] / sheet[1]
        share = min(1.0, most / (sqrt(step.x * step.x + step.y * step.y) + 0.01))
        body.x, body.y = body.x + step.x * share, body.y + step.y * share


def _keep_inside(bodies: list[_Body], boxes: Sequence[Box], width: float, height: float) -> None:
    for body, box in zip(bodies, boxes, strict=True):
        body.x = min(max(body.x, box.width / 2), width - box.width / 2)
        body.y = min(max(body.y, box.height / 2), height - box.height / 2)


def _clear_lines(bodies: list[_Body], boxes: Sequence[Box], links: Sequence[tuple[int, int]]) -> None:
    """Moves boxes a step away from the straight lines between others that run through them."""
    for first, second in links:
        one, two = bodies[first], bodies[second]
        x, y = two.x - one.x, two.y - one.y
        square = x * x + y * y + 0.01
        for place, body in enumerate(bodies):
            along = ((body.x - one.x) * x + (body.y - one.y) * y) / square
            if place in (first, second) or not 0 < along < 1:
                continue
            aside = ((body.x - one.x) * y - (body.y - one.y) * x) / sqrt(square)
            # How far the box reaches across the line.
            room = (boxes[place].width * abs(y) + boxes[place].height * abs(x)) / sqrt(square) / 2 - abs(aside)
            if room > 0:
                step = min(room, STEP) / sqrt(square) * (1 if aside >= 0 else -1)
                body.x, body.y = body.x + y * step, body.y - x * step


def _push_apart(bodies: list[_Body], boxes: Sequence[Box]) -> bool:
    """Moves each two boxes that overlap half the way apart, where that is shortest; whether there were any."""
    found = False
    for second, two in enumerate(bodies):
        for first in range(second):
            one = bodies[first]
            wide, high = _overlap(one, boxes[first], two, boxes[second])
            if wide <= 0 or high <= 0:
                continue
            found = True
            if wide < high:
                step = (wide + 0.1) / 2 if two.x >= one.x else -(wide + 0.1) / 2
                one.x, two.x = one.x - step, two.x + step
            else:
                step = (high + 0.1) / 2 if two.y >= one.y else -(high + 0.1) / 2
                one.y, two.y = one.y - step, two.y + step
    return found


def _overlap(one: _Body, box: Box, two: _Body, other: Box) -> tuple[float, float]:
    """How far two boxes overlap in width and in height; where either is not above nought they do not."""
    wide = (box.width + other.width) / 2 - abs(one.x - two.x)
    return wide, (box.height + other.height) / 2 - abs(one.y - two.y)


def _drop(bodies: list[_Body], boxes: Sequence[Box]) -> None:
    """Moves boxes down, from the top one on, as far as is needed for none to overlap."""
    done: list[int] = []
    for place in sorted(range(len(bodies)), key=lambda one: (bodies[one].y, one)):
        body, box = bodies[place], boxes[place]
        for other in sorted(done, key=lambda one: bodies[one].y - boxes[one].height / 2):
            wide, high = _overlap(bodies[other], boxes[other], body, box)
            if wide > 0 and high > 0:
                body.y = bodies[other].y + (boxes[other].height + box.height) / 2 + 0.1
        done.append(place)


def _from_edge(bodies: list[_Body], boxes: Sequence[Box]) -> list[tuple[float, float]]:
    left = min(body.x - box.width / 2 for body, box in zip(bodies, boxes, strict=True))
    top = min(body.y - box.height / 2 for body, box in zip(bodies, boxes, strict=True))
    return [(body.x - left, body.y - top) for body in bodies]
