"""Pictures of actors and their connections as numbers, in pixels from the upper left: templates draw them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import atan2, degrees, sqrt
from operator import itemgetter
from textwrap import wrap

from dossier.corpus.corpus import Corpus
from dossier.corpus.relations import Connection
from dossier.model.records import Actor

# Pixels: a letter of a label (a wide guess, for the reader's font is not known), and a line of it.
LETTER = 6.9
LINE = 14.0
# How far a line may be bent aside at its middle to miss other marks, the least first, and how near to one it may come.
BENDS = (0.0, 10.0, -10.0, 20.0, -20.0, 30.0, -30.0, 45.0, -45.0, 60.0, -60.0)
CLEAR = 2.0
# How many steps along a line are looked at, and what each point owes to the start, the bend and the end of the curve.
POINTS = 40
SHARES = tuple(
    ((1 - late) * (1 - late), 2 * late * (1 - late), late * late)
    for late in (step / POINTS for step in range(POINTS + 1))
)


@dataclass(frozen=True, slots=True)
class DrawnPoint:
    """A place in a drawing."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class ActorMark:
    """An actor: where its mark stands, half the width of it, and its name in lines, ``claims`` the number about it."""

    actor: Actor
    at: DrawnPoint
    radius: float
    lines: tuple[str, ...]
    claims: int


@dataclass(frozen=True, slots=True)
class ConnectionLine:
    """A connection as a curve from mark to mark towards ``bend``; its middle, and its direction there in degrees
    clockwise.
    """

    connection: Connection
    start: DrawnPoint
    bend: DrawnPoint
    end: DrawnPoint
    middle: DrawnPoint
    angle: int


@dataclass(frozen=True, slots=True)
class NetworkDrawing:
    """Marks over lines, on a sheet of this size."""

    width: int
    height: int
    marks: tuple[ActorMark, ...]
    lines: tuple[ConnectionLine, ...]


def radius(claims: int) -> float:
    """Half the width of a mark: its area grows with the number of claims, up to a bound."""
    return round(min(6 + 1.1 * sqrt(claims), 28), 1)


def label(name: str, letters: int, most: int = 3) -> tuple[str, ...]:
    """A name in at most so many lines of at most so many letters."""
    return tuple(wrap(name, letters, max_lines=most, placeholder="…"))


def label_width(lines: Iterable[str]) -> float:
    """How much room a label needs in width."""
    return max((len(line) for line in lines), default=0) * LETTER


def mark_of(corpus: Corpus, actor: Actor, at: DrawnPoint, letters: int, most: int = 3) -> ActorMark:
    """The mark of an actor at a place."""
    claims = len(corpus.claims_about(actor.id))
    return ActorMark(actor, at, radius(claims), label(actor.heading, letters, most), claims)


def lines_between(
    marks: Mapping[str, ActorMark], connections: Sequence[Connection], apart: float
) -> tuple[ConnectionLine, ...]:
    """A line for each connection; those of the same two actors lie side by side, so many pixels apart.

    A line that would run through another mark bends around it where a bend of ``BENDS`` does.
    """
    pairs: dict[tuple[str, str], list[Connection]] = {}
    for connection in connections:
        pairs.setdefault(_pair(connection), []).append(connection)
    return tuple(
        _clear_line(marks, connection, _aside(connection, own, place) * apart)
        for own in pairs.values()
        for place, connection in enumerate(own)
    )


def _clear_line(marks: Mapping[str, ActorMark], connection: Connection, aside: float) -> ConnectionLine:
    """The line that runs through the fewest other marks, and of those the first by ``BENDS``."""
    ends = connection.start.id, connection.end.id
    one, two = marks[ends[0]], marks[ends[1]]
    others = [mark for mark in marks.values() if mark.actor.id not in ends and _near(mark, one, two)]
    found: list[tuple[int, ConnectionLine]] = []
    for bend in BENDS:
        line = line_between(one, two, connection, aside + bend)
        crossed = crossings(line, others)
        if not crossed:
            return line
        found.append((crossed, line))
    return min(found, key=itemgetter(0))[1]


def _near(mark: ActorMark, one: ActorMark, two: ActorMark) -> bool:
    """Whether the mark lies where a bent line between the two could meet it."""
    room = max(BENDS) + mark.radius + CLEAR
    return (
        min(one.at.x, two.at.x) - room <= mark.at.x <= max(one.at.x, two.at.x) + room
        and min(one.at.y, two.at.y) - room <= mark.at.y <= max(one.at.y, two.at.y) + room
    )


def crossings(line: ConnectionLine, marks: Sequence[ActorMark]) -> int:
    """How many of the marks a line comes nearer to than ``CLEAR`` pixels."""
    points = list(_points(line)) if marks else []
    return sum(_meets(points, mark) for mark in marks)


def _meets(points: Iterable[tuple[float, float]], mark: ActorMark) -> bool:
    middle_x, middle_y, far = mark.at.x, mark.at.y, (mark.radius + CLEAR) * (mark.radius + CLEAR)
    return any((x - middle_x) * (x - middle_x) + (y - middle_y) * (y - middle_y) < far for x, y in points)


def _points(line: ConnectionLine) -> Iterator[tuple[float, float]]:
    """Points along a curve, its ends included."""
    start_x, start_y, bend_x, bend_y, end_x, end_y = *_xy(line.start), *_xy(line.bend), *_xy(line.end)
    for start, bend, end in SHARES:
        yield start * start_x + bend * bend_x + end * end_x, start * start_y + bend * bend_y + end * end_y


def _xy(point: DrawnPoint) -> tuple[float, float]:
    return point.x, point.y


def _pair(connection: Connection) -> tuple[str, str]:
    first, second = sorted((connection.start.id, connection.end.id))
    return first, second


def _aside(connection: Connection, own: Sequence[Connection], place: int) -> float:
    """How many steps to the left of the straight way a line of a pair runs, seen in its own direction."""
    far = place - (len(own) - 1) / 2
    return far if connection.start.id == _pair(connection)[0] else -far


def line_between(one: ActorMark, two: ActorMark, connection: Connection, aside: float) -> ConnectionLine:
    """The line of a connection, which runs ``aside`` pixels to the left of the straight way at its middle."""
    x, y = two.at.x - one.at.x, two.at.y - one.at.y
    far = sqrt(x * x + y * y) or 1.0
    # The middle of a quadratic curve lies half as far out as the point that bends it.
    bend = DrawnPoint(
        round((one.at.x + two.at.x) / 2 + 2 * aside * y / far, 1),
        round((one.at.y + two.at.y) / 2 - 2 * aside * x / far, 1),
    )
    start, end = _rim(one, bend), _rim(two, bend)
    middle = DrawnPoint(round((start.x + 2 * bend.x + end.x) / 4, 1), round((start.y + 2 * bend.y + end.y) / 4, 1))
    return ConnectionLine(connection, start, bend, end, middle, round(degrees(atan2(end.y - start.y, end.x - start.x))))


def _rim(mark: ActorMark, towards: DrawnPoint) -> DrawnPoint:
    """Where the way to a point leaves a mark."""
    x, y = towards.x - mark.at.x, towards.y - mark.at.y
    share = (mark.radius + 2) / (sqrt(x * x + y * y) or 1.0)
    return DrawnPoint(round(mark.at.x + x * share, 1), round(mark.at.y + y * share, 1))
