"""Lines between marks that keep clear of all other marks and of every name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import atan2, degrees, inf, sqrt

from dossier.corpus.relations import Connection
from dossier.pictures.label_placement import Box, meeting
from dossier.pictures.network_layout import ActorMark, ConnectionLine, DrawnPoint

# How far a line may be bent aside at its middle to miss what is in its way, the least first.
BENDS = (0.0, 8.0, -8.0, 16.0, -16.0, 26.0, -26.0, 38.0, -38.0, 52.0, -52.0, 70.0, -70.0, 90.0, -90.0)
# Those that do not catch the eye.
GENTLE = BENDS[:5]
# Between a mark or a name and where a line begins.
OFF = 2.0
LEAST = 1e-9
EVERYWHERE = Box(-inf, -inf, inf, inf)


def lines_between(
    marks: Mapping[str, ActorMark],
    connections: Sequence[Connection],
    apart: float,
    sheet: Box = EVERYWHERE,
    bends: Sequence[float] = BENDS,
) -> tuple[ConnectionLine, ...]:
    """A line for each connection; those of the same two actors lie side by side, so many pixels apart.

    A line that would run through another mark or a name, or off the sheet, bends around it where one of the bends
    does, the first of which is tried first.
    """
    pairs: dict[tuple[str, str], list[Connection]] = {}
    for connection in connections:
        pairs.setdefault(_pair(connection), []).append(connection)
    crowd = _Crowd(marks, [box for mark in marks.values() for box in mark.obstacles], sheet, bends)
    return tuple(
        _clear_line(crowd, connection, _aside(connection, own, place) * apart)
        for own in pairs.values()
        for place, connection in enumerate(own)
    )


@dataclass(frozen=True, slots=True)
class _Crowd:
    """What lines must find their way between."""

    marks: Mapping[str, ActorMark]
    boxes: Sequence[Box]
    sheet: Box
    bends: Sequence[float]


def ends(line: ConnectionLine) -> tuple[str, str]:
    """The actors that a line ties."""
    return line.connection.start.id, line.connection.end.id


def _clear_line(crowd: _Crowd, connection: Connection, aside: float) -> ConnectionLine:
    """The line that meets the fewest obstacles, and of those the one that is bent least."""
    ends = connection.start.id, connection.end.id
    one, two = crowd.marks[ends[0]], crowd.marks[ends[1]]
    room = _room(one, two, abs(aside))
    own_boxes = {box for mark in (one, two) for box in mark.obstacles}
    near = [box for box in meeting(crowd.boxes, room) if box not in own_boxes]
    own = [(mark, mark.name if mark.is_named else None) for mark in (one, two)]
    near += [name for _, name in own if name]
    best, fewest = None, 0
    for bend in crowd.bends:
        line = _line(own, connection, aside + bend)
        faults = len(met(line, near)) + _leaves(line, crowd.sheet)
        if best is None or faults < fewest:
            best, fewest = line, faults
        if not faults:
            break
    assert best is not None, "there are bends"
    return best


def _room(one: ActorMark, two: ActorMark, aside: float) -> Box:
    """Where a bent line between the two may run."""
    room = aside + max(BENDS)
    return Box(
        min(one.at.x, two.at.x) - room,
        min(one.at.y, two.at.y) - room,
        max(one.at.x, two.at.x) + room,
        max(one.at.y, two.at.y) + room,
    )


def _leaves(line: ConnectionLine, sheet: Box) -> bool:
    """Whether the middle of a line, which lies farthest out, is off the sheet."""
    return not (sheet.left <= line.middle.x <= sheet.right and sheet.top <= line.middle.y <= sheet.bottom)


def meets(line: ConnectionLine, box: Box) -> bool:
    """Whether a line whose ends lie outside a box runs through it."""
    return bool(met(line, (box,)))


def met(line: ConnectionLine, boxes: Iterable[Box]) -> list[Box]:
    """Those of the boxes, outside of which the ends of a line lie, that it runs through."""
    return [box for box in meeting(boxes, line.frame) if _crosses(line, box)]


def _crosses(line: ConnectionLine, box: Box) -> bool:
    """Whether a line passes an edge of a box that meets its frame; it can pass only those that lie in the frame."""
    across, down = (line.start.x, line.bend.x, line.end.x), (line.start.y, line.bend.y, line.end.y)
    frame = line.frame
    return (
        (frame.left <= box.left and _passes(across, box.left, down, box.top, box.bottom))
        or (box.right <= frame.right and _passes(across, box.right, down, box.top, box.bottom))
        or (frame.top <= box.top and _passes(down, box.top, across, box.left, box.right))
        or (box.bottom <= frame.bottom and _passes(down, box.bottom, across, box.left, box.right))
    )


Three = tuple[float, float, float]


def _passes(curve: Three, edge: float, other: Three, least: float, most: float) -> bool:
    """Whether a curve passes an edge across one of its coordinates while the other lies between the edge's ends."""
    a, b, c = curve[0] - 2 * curve[1] + curve[2], 2 * (curve[1] - curve[0]), curve[0] - edge
    if abs(a) < LEAST:
        return bool(b) and 0 <= -c / b <= 1 and least < _at(other, -c / b) < most
    under = b * b - 4 * a * c
    if under < 0:
        return False
    root = sqrt(under)
    early, late = (-b - root) / (2 * a), (-b + root) / (2 * a)
    return (0 <= early <= 1 and least < _at(other, early) < most) or (
        0 <= late <= 1 and least < _at(other, late) < most
    )


def _at(curve: Three, time: float) -> float:
    early = 1 - time
    return early * early * curve[0] + 2 * early * time * curve[1] + time * time * curve[2]


def _pair(connection: Connection) -> tuple[str, str]:
    first, second = sorted((connection.start.id, connection.end.id))
    return first, second


def _aside(connection: Connection, own: Sequence[Connection], place: int) -> float:
    """How many steps to the left of the straight way a line of a pair runs, seen in its own direction."""
    far = place - (len(own) - 1) / 2
    return far if connection.start.id == _pair(connection)[0] else -far


def line_between(one: ActorMark, two: ActorMark, connection: Connection, aside: float) -> ConnectionLine:
    """The line of a connection, which runs ``aside`` pixels to the left of the straight way at its middle."""
    return _line([(mark, mark.name if mark.is_named else None) for mark in (one, two)], connection, aside)


def _line(ends: Sequence[tuple[ActorMark, Box | None]], connection: Connection, aside: float) -> ConnectionLine:
    one, two = (mark.at for mark, _ in ends)
    x, y = two.x - one.x, two.y - one.y
    far = sqrt(x * x + y * y) or 1.0
    # The middle of a quadratic curve lies half as far out as the point that bends it.
    bend = DrawnPoint(
        round((one.x + two.x) / 2 + 2 * aside * y / far, 1), round((one.y + two.y) / 2 - 2 * aside * x / far, 1)
    )
    start, end = (_leaving(mark, name, bend) for mark, name in ends)
    middle = DrawnPoint(round((start.x + 2 * bend.x + end.x) / 4, 1), round((start.y + 2 * bend.y + end.y) / 4, 1))
    return ConnectionLine(connection, start, bend, end, middle, round(degrees(atan2(end.y - start.y, end.x - start.x))))


def _leaving(mark: ActorMark, name: Box | None, towards: DrawnPoint) -> DrawnPoint:
    """Where the way to a point leaves a mark and its name."""
    x, y = towards.x - mark.at.x, towards.y - mark.at.y
    far = sqrt(x * x + y * y) or 1.0
    off = mark.radius + OFF
    if name:
        off = max(off, behind(name, mark.at, x / far, y / far))
    return DrawnPoint(round(mark.at.x + x / far * off, 1), round(mark.at.y + y / far * off, 1))


def behind(name: Box, at: DrawnPoint, x: float, y: float) -> float:
    """How far from a point a ray in a direction has passed a name beside it; 0 where it does not meet it."""
    near_x, far_x = _within(x, name.left - OFF - at.x, name.right + OFF - at.x)
    near_y, far_y = _within(y, name.top - OFF - at.y, name.bottom + OFF - at.y)
    last = min(far_x, far_y)
    return last if max(near_x, near_y, 0.0) < last < inf else 0.0


def _within(step: float, least: float, most: float) -> tuple[float, float]:
    """From which number of steps to which one is between two bounds; from more to fewer where one never is."""
    if abs(step) < LEAST:
        return (-inf, inf) if least < 0 < most else (inf, -inf)
    return (least / step, most / step) if step > 0 else (most / step, least / step)
