"""Places boxes on a sheet so that those that are linked lie near each other and none overlap.

Forces as in Fruchterman and Reingold (1991), then boxes are pushed apart. There is no chance in it, and nothing but
``+ - * /`` and square roots, which every machine rounds alike: the same boxes give the same picture. The work grows
with the square of the number of boxes: 64 take about 0.14 s.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from math import inf, sqrt

ROUNDS = 160
PUSHES = 400
# Rounds in which boxes also give way to lines, each by so many pixels a line at most.
CLEARINGS = 60
STEP = 3.0
# How much of the sheet boxes may cover before it grows longer, where nothing else is said.
DENSITY = 0.65
# A turn by the golden angle: points at such turns fill a disc evenly.
COS, SIN = -0.737368878, 0.675490294


@dataclass(frozen=True, slots=True)
class BoxSize:
    """Width and height of what is placed, in pixels, the space around it included."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class _Bodies:
    """Boxes while they move: the middles, which change, and half of each width and height. A list for each of these,
    for they are asked millions of times.
    """

    xs: list[float]
    ys: list[float]
    half_widths: list[float]
    half_heights: list[float]


Points = list[tuple[float, float]]


def in_rows(sizes: Sequence[BoxSize], width: float, gap: float) -> Points:
    """The upper left corner of each part on a sheet: the first on top, ``gap`` beneath it the others in rows."""
    left = top = bottom = 0.0
    corners = []
    for number, size in enumerate(sizes):
        if number == 1:
            left, top = 0.0, bottom + gap
        elif left + size.width > width:
            left, top = 0.0, bottom
        corners.append((left, top))
        bottom = max(bottom, top + size.height)
        left += size.width
    return corners


def links_within(part: Sequence[int], links: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The links of a part, as pairs of places in it."""
    index = {one: place for place, one in enumerate(part)}
    return [(index[first], index[second]) for first, second in links if first in index]


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


def part_width(boxes: Sequence[BoxSize]) -> float:
    """The width of a sheet for a few boxes: low and long, that little room is lost beneath its neighbours."""
    return max(2 * max(box.width for box in boxes), 0.8 * sum(box.width for box in boxes))


def by_forces(
    boxes: Sequence[BoxSize], links: Sequence[tuple[int, int]], width: float, density: float = DENSITY
) -> Points:
    """The middles of boxes that hang together, the leftmost and the uppermost at the edge of the sheet."""
    height = max(sum(box.width * box.height for box in boxes) / density / width, *(box.height for box in boxes), 1)
    bodies = _spiral(boxes, width, height)
    reach = sqrt(width * height / len(boxes)) * 0.8
    for turn in range(ROUNDS):
        _move(bodies, links, reach, (width, height), reach * (1 - turn / ROUNDS))
        _keep_inside(bodies, width, height)
    moved: Collection[int] = range(len(boxes))
    for turn in range(PUSHES):
        if turn < CLEARINGS:
            _clear_lines(bodies, links)
        moved = _push_apart(bodies, range(len(boxes)) if turn <= CLEARINGS else moved)
        if not moved and turn >= CLEARINGS:
            break
        _keep_inside(bodies, width, height)
    _drop(bodies)
    return _from_edge(bodies)


def pushed_apart(boxes: Sequence[BoxSize], points: Sequence[tuple[float, float]], width: float) -> Points:
    """The middles of boxes that lay at these points, moved so that none overlaps another or leaves the sheet."""
    halves = [box.width / 2 for box in boxes], [box.height / 2 for box in boxes]
    bodies = _Bodies([x for x, _ in points], [y for _, y in points], *halves)
    moved: Collection[int] = range(len(boxes))
    for _ in range(PUSHES):
        _keep_inside(bodies, width, inf)
        moved = _push_apart(bodies, moved)
        if not moved:
            break
    _keep_inside(bodies, width, inf)
    _drop(bodies)
    return _from_edge(bodies)


def _spiral(boxes: Sequence[BoxSize], width: float, height: float) -> _Bodies:
    """Bodies around the middle of the sheet, evenly, from the inside out."""
    xs, ys, x, y = [], [], 1.0, 0.0
    for place in range(len(boxes)):
        far = 0.45 * sqrt(place / len(boxes))
        xs.append(width * (0.5 + far * x))
        ys.append(height * (0.5 + far * y))
        x, y = x * COS - y * SIN, x * SIN + y * COS
    return _Bodies(xs, ys, [box.width / 2 for box in boxes], [box.height / 2 for box in boxes])


def _move(
    bodies: _Bodies, links: Sequence[tuple[int, int]], reach: float, sheet: tuple[float, float], most: float
) -> None:
    """One step of all bodies, none farther than ``most``: apart from each other, towards what they are linked to."""
    xs, ys = bodies.xs, bodies.ys
    right, down = _repulsion(xs, ys, reach * reach)
    for first, second in links:
        x, y = xs[first] - xs[second], ys[first] - ys[second]
        force = sqrt(x * x + y * y) / reach
        right[first], down[first] = right[first] - x * force, down[first] - y * force
        right[second], down[second] = right[second] + x * force, down[second] + y * force
    for place, (step_x, step_y) in enumerate(zip(right, down, strict=True)):
        # The middle pulls along the shorter side more, so that the picture takes the shape of the sheet.
        x = step_x + (sheet[0] / 2 - xs[place]) * 0.6 * sheet[1] / sheet[0]
        y = step_y + (sheet[1] / 2 - ys[place]) * 0.6 * sheet[0] / sheet[1]
        share = min(1.0, most / (sqrt(x * x + y * y) + 0.01))
        xs[place] += x * share
        ys[place] += y * share


def _repulsion(xs: Sequence[float], ys: Sequence[float], square: float) -> tuple[list[float], list[float]]:
    """How far each point is driven to the right and down by all others, the nearer the more."""
    right, down = [0.0] * len(xs), [0.0] * len(ys)
    for first, (own_x, own_y) in enumerate(zip(xs, ys, strict=True)):
        sum_x, sum_y = right[first], down[first]
        for second in range(first + 1, len(xs)):
            x, y = own_x - xs[second], own_y - ys[second]
            force = square / (x * x + y * y + 0.01)
            x *= force
            y *= force
            sum_x += x
            sum_y += y
            right[second] -= x
            down[second] -= y
        right[first], down[first] = sum_x, sum_y
    return right, down


def _keep_inside(bodies: _Bodies, width: float, height: float) -> None:
    for middles, halves, end in ((bodies.xs, bodies.half_widths, width), (bodies.ys, bodies.half_heights, height)):
        middles[:] = [
            at if half <= at <= end - half else min(max(at, half), end - half)
            for at, half in zip(middles, halves, strict=True)
        ]


def _clear_lines(bodies: _Bodies, links: Sequence[tuple[int, int]]) -> None:
    """Moves boxes a step away from the straight lines between others that run through them."""
    xs, ys = bodies.xs, bodies.ys
    for first, second in links:
        start_x, start_y = xs[first], ys[first]
        x, y = xs[second] - start_x, ys[second] - start_y
        square = x * x + y * y + 0.01
        length, wide, high = sqrt(square), abs(x), abs(y)
        for place, (own_x, own_y) in enumerate(zip(xs, ys, strict=True)):
            from_x, from_y = own_x - start_x, own_y - start_y
            # What lies before or behind the line is not in its way.
            if not 0 < from_x * x + from_y * y < square:
                continue
            aside = (from_x * y - from_y * x) / length
            # How far the box reaches across the line.
            room = (bodies.half_widths[place] * high + bodies.half_heights[place] * wide) / length - abs(aside)
            if room > 0 and place not in (first, second):
                step = min(room, STEP) / length * (1 if aside >= 0 else -1)
                xs[place] += y * step
                ys[place] -= x * step


def _push_apart(bodies: _Bodies, moved: Collection[int]) -> set[int]:
    """Moves each two boxes that overlap half the way apart, where that is shortest; which ones it has moved.

    Of the pairs that were looked at in the last round, only those are looked at again of which one has ``moved``.
    """
    active, earlier, pushed = set(moved), list[int](), set[int]()
    edges = _edges(bodies)
    for second in range(len(bodies.xs)):
        first = _first_over(edges, range(second) if second in active else earlier, second)
        while first is not None:
            _separate(bodies, edges, first, second)
            if first not in active:
                insort(earlier, first)
            pushed |= {first, second}
            active |= {first, second}
            first = _first_over(edges, range(first + 1, second), second)
        if second in active:
            earlier.append(second)
    return pushed


# Where boxes end: on the left, on the right, at the top, and at the bottom.
_Edges = tuple[list[float], list[float], list[float], list[float]]


def _edges(bodies: _Bodies) -> _Edges:
    across = list(zip(bodies.xs, bodies.half_widths, strict=True))
    along = list(zip(bodies.ys, bodies.half_heights, strict=True))
    return (
        [x - half for x, half in across],
        [x + half for x, half in across],
        [y - half for y, half in along],
        [y + half for y, half in along],
    )


def _first_over(edges: _Edges, firsts: Iterable[int], second: int) -> int | None:
    """The first of the boxes that overlaps with another."""
    lefts, rights, tops, bottoms = edges
    left, right, top, bottom = lefts[second], rights[second], tops[second], bottoms[second]
    for first in firsts:
        if lefts[first] < right and left < rights[first] and tops[first] < bottom and top < bottoms[first]:
            return first
    return None


def _separate(bodies: _Bodies, edges: _Edges, first: int, second: int) -> None:
    """Moves two boxes that overlap half the way apart, where that is shortest."""
    xs, ys = bodies.xs, bodies.ys
    wide = bodies.half_widths[first] + bodies.half_widths[second] - abs(xs[first] - xs[second])
    high = bodies.half_heights[first] + bodies.half_heights[second] - abs(ys[first] - ys[second])
    middles, room, starts, ends = (xs, wide, *edges[:2]) if wide < high else (ys, high, *edges[2:])
    step = (room + 0.1) / 2 if middles[second] >= middles[first] else -(room + 0.1) / 2
    for place, signed in ((first, -step), (second, step)):
        middles[place] += signed
        starts[place] += signed
        ends[place] += signed


def _drop(bodies: _Bodies) -> None:
    """Moves boxes down, from the top one on, as far as is needed for none to overlap."""
    xs, ys, half_widths, half_heights = bodies.xs, bodies.ys, bodies.half_widths, bodies.half_heights
    done: list[int] = []
    for place in sorted(range(len(xs)), key=lambda one: (ys[one], one)):
        for other in sorted(done, key=lambda one: ys[one] - half_heights[one]):
            wide = half_widths[other] + half_widths[place] - abs(xs[other] - xs[place])
            high = half_heights[other] + half_heights[place]
            if wide > 0 and high - abs(ys[other] - ys[place]) > 0:
                ys[place] = ys[other] + high + 0.1
        done.append(place)


def _from_edge(bodies: _Bodies) -> list[tuple[float, float]]:
    left = min(x - half for x, half in zip(bodies.xs, bodies.half_widths, strict=True))
    top = min(y - half for y, half in zip(bodies.ys, bodies.half_heights, strict=True))
    return [(x - left, y - top) for x, y in zip(bodies.xs, bodies.ys, strict=True)]
