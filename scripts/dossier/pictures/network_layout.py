"""Pictures of actors and their ties as numbers, in pixels from the upper left: templates draw them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import atan2, degrees, sqrt
from operator import itemgetter
from textwrap import wrap

from dossier.corpus.corpus import Corpus
from dossier.corpus.relations import Tie
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
class Point:
    """A place in a drawing."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Mark:
    """An actor: where its mark stands, half the width of it, and its name in lines, ``claims`` the number about it."""

    actor: Actor
    at: Point
    radius: float
    lines: tuple[str, ...]
    claims: int


@dataclass(frozen=True, slots=True)
class Line:
    """A tie from mark to mark: a curve towards ``bend``; its middle, and its direction there in degrees clockwise."""

    tie: Tie
    start: Point
    bend: Point
    end: Point
    middle: Point
    angle: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """Marks over lines, on a sheet of this size."""

    width: int
    height: int
    marks: tuple[Mark, ...]
    lines: tuple[Line, ...]


def radius(claims: int) -> float:
    """Half the width of a mark: its area grows with the number of claims, up to a bound."""
    return round(min(6 + 1.1 * sqrt(claims), 28), 1)


def label(name: str, letters: int, most: int = 3) -> tuple[str, ...]:
    """A name in at most so many lines of at most so many letters."""
    return tuple(wrap(name, letters, max_lines=most, placeholder="…"))


def label_width(lines: Iterable[str]) -> float:
    """How much room a label needs in width."""
    return max((len(line) for line in lines), default=0) * LETTER


def mark_of(corpus: Corpus, actor: Actor, at: Point, letters: int, most: int = 3) -> Mark:
    """The mark of an actor at a place."""
    claims = len(corpus.claims_about(actor.id))
    return Mark(actor, at, radius(claims), label(actor.heading, letters, most), claims)


def lines_between(marks: Mapping[str, Mark], ties: Sequence[Tie], apart: float) -> tuple[Line, ...]:
    """A line for each tie; those of the same two actors lie side by side, so many pixels apart.

    A line that would run through another mark bends around it where a bend of ``BENDS`` does.
    """
    pairs: dict[tuple[str, str], list[Tie]] = {}
    for tie in ties:
        pairs.setdefault(_pair(tie), []).append(tie)
    return tuple(
        _clear_line(marks, tie, _aside(tie, own, place) * apart)
        for own in pairs.values()
        for place, tie in enumerate(own)
    )


def _clear_line(marks: Mapping[str, Mark], tie: Tie, aside: float) -> Line:
    """The line that runs through the fewest other marks, and of those the first by ``BENDS``."""
    one, two = marks[tie.start.id], marks[tie.end.id]
    others = [
        mark for mark in marks.values() if mark.actor.id not in (tie.start.id, tie.end.id) and _near(mark, one, two)
    ]
    found: list[tuple[int, Line]] = []
    for bend in BENDS:
        line = line_between(one, two, tie, aside + bend)
        crossed = crossings(line, others)
        if not crossed:
            return line
        found.append((crossed, line))
    return min(found, key=itemgetter(0))[1]


def _near(mark: Mark, one: Mark, two: Mark) -> bool:
    """Whether the mark lies where a bent line between the two could meet it."""
    room = max(BENDS) + mark.radius + CLEAR
    return (
        min(one.at.x, two.at.x) - room <= mark.at.x <= max(one.at.x, two.at.x) + room
        and min(one.at.y, two.at.y) - room <= mark.at.y <= max(one.at.y, two.at.y) + room
    )


def crossings(line: Line, marks: Sequence[Mark]) -> int:
    """How many of the marks a line comes nearer to than ``CLEAR`` pixels."""
    points = list(_points(line)) if marks else []
    return sum(_meets(points, mark) for mark in marks)


def _meets(points: Iterable[tuple[float, float]], mark: Mark) -> bool:
    middle_x, middle_y, far = mark.at.x, mark.at.y, (mark.radius + CLEAR) * (mark.radius + CLEAR)
    return any((x - middle_x) * (x - middle_x) + (y - middle_y) * (y - middle_y) < far for x, y in points)


def _points(line: Line) -> Iterator[tuple[float, float]]:
    """Points along a curve, its ends included."""
    start_x, start_y, bend_x, bend_y, end_x, end_y = *_xy(line.start), *_xy(line.bend), *_xy(line.end)
    for start, bend, end in SHARES:
        yield start * start_x + bend * bend_x + end * end_x, start * start_y + bend * bend_y + end * end_y


def _xy(point: Point) -> tuple[float, float]:
    return point.x, point.y


def _pair(tie: Tie) -> tuple[str, str]:
    first, second = sorted((tie.start.id, tie.end.id))
    return first, second


def _aside(tie: Tie, own: Sequence[Tie], place: int) -> float:
    """How many steps to the left of the straight way a line of a pair runs, seen in its own direction."""
    far = place - (len(own) - 1) / 2
    return far if tie.start.id == _pair(tie)[0] else -far


def line_between(one: Mark, two: Mark, tie: Tie, aside: float) -> Line:
    """The line of a tie, which runs ``aside`` pixels to the left of the straight way at its middle."""
    x, y = two.at.x - one.at.x, two.at.y - one.at.y
    far = sqrt(x * x + y * y) or 1.0
    # The middle of a quadratic curve lies half as far out as the point that bends it.
    bend = Point(
        round((one.at.x + two.at.x) / 2 + 2 * aside * y / far, 1),
        round((one.at.y + two.at.y) / 2 - 2 * aside * x / far, 1),
    )
    start, end = _rim(one, bend), _rim(two, bend)
    middle = Point(round((start.x + 2 * bend.x + end.x) / 4, 1), round((start.y + 2 * bend.y + end.y) / 4, 1))
    return Line(tie, start, bend, end, middle, round(degrees(atan2(end.y - start.y, end.x - start.x))))


def _rim(mark: Mark, towards: Point) -> Point:
    """Where the way to a point leaves a mark."""
    x, y = towards.x - mark.at.x, towards.y - mark.at.y
    share = (mark.radius + 2) / (sqrt(x * x + y * y) or 1.0)
    return Point(round(mark.at.x + x * share, 1), round(mark.at.y + y * share, 1))
