"""Pictures of actors and their connections as numbers, in pixels from the upper left: templates draw them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from math import sqrt
from typing import Literal

from dossier.corpus.corpus import Corpus
from dossier.corpus.relations import Connection
from dossier.model.records import Actor
from dossier.pictures.label_placement import Box
from dossier.pictures.text_width import broken, text_width

# Pixels: the size of the letters of a name and the height of a line of it, the room between a mark and its name, and
# that around a name into which nothing else may come.
SIZE, LINE = 12.0, 14.0
BELOW, BESIDE = 4.0, 6.0
CLEAR = 2.0
# Where the name of a mark stands.
Side = Literal["below", "above", "right", "left"]


@dataclass(frozen=True, slots=True)
class DrawnPoint:
    """A place in a drawing."""

    x: float
    y: float


@dataclass(frozen=True)
class ActorMark:
    """An actor: where its mark stands, half the width of it, and its name in lines, of which the longest is so wide;
    ``claims`` is the number about it.

    A name that found no room on the sheet is not ``named`` there: it is shown where its mark is asked for.
    """

    actor: Actor
    at: DrawnPoint
    radius: float
    lines: tuple[str, ...]
    name_width: float
    claims: int
    side: Side = "below"
    is_named: bool = True

    @cached_property
    def name(self) -> Box:
        """The room of the name."""
        return self.name_at(self.side)

    def name_at(self, side: Side) -> Box:
        """The room that the name would have on a side."""
        width, height = self.name_width, LINE * len(self.lines)
        x, y = self.at.x, self.at.y
        if side in ("below", "above"):
            down = (self.radius + BELOW + height / 2) * (1 if side == "below" else -1)
            return Box.about((x, y + down), width, height)
        aside = (self.radius + BESIDE + width / 2) * (1 if side == "right" else -1)
        return Box.about((x + aside, y), width, height)

    @cached_property
    def rim(self) -> Box:
        """The square around the mark without its name."""
        return Box.about((self.at.x, self.at.y), 2 * self.radius, 2 * self.radius)

    @cached_property
    def obstacles(self) -> tuple[Box, ...]:
        """What no line of others may touch: the mark, and its name where it stands."""
        boxes = (self.rim, self.name) if self.is_named else (self.rim,)
        return tuple(Box(one.left - CLEAR, one.top - CLEAR, one.right + CLEAR, one.bottom + CLEAR) for one in boxes)


@dataclass(frozen=True)
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

    @cached_property
    def frame(self) -> Box:
        """A box that the curve does not leave."""
        xs, ys = (self.start.x, self.bend.x, self.end.x), (self.start.y, self.bend.y, self.end.y)
        return Box(min(xs), min(ys), max(xs), max(ys))


@dataclass(frozen=True, slots=True)
class NetworkDrawing:
    """Marks over lines, on a sheet of this size.

    ``apart`` is how far down those stand, under words of their own, who have no tie to the largest part; or 0.
    """

    width: int
    height: int
    marks: tuple[ActorMark, ...]
    lines: tuple[ConnectionLine, ...]
    apart: float = 0


def radius(claims: int) -> float:
    """Half the width of a mark: its area grows with the number of claims, up to a bound."""
    return round(min(6 + 1.1 * sqrt(claims), 28), 1)


def label(name: str, width: float, most: int = 3, size: float = SIZE) -> tuple[str, ...]:
    """A name in at most so many lines, in letters of a size; a line is wider than that only where a single word is, or
    where it is the last and cut, which the dots say.
    """
    lines = broken(name, size, width)
    return lines if len(lines) <= most else (*lines[: most - 1], f"{lines[most - 1]}…")


def label_width(lines: Iterable[str], size: float = SIZE) -> float:
    """How much room a label needs in width, in letters of a size."""
    return max((text_width(line, size) for line in lines), default=0)


def mark_of(corpus: Corpus, actor: Actor, at: DrawnPoint, width: float, most: int = 3) -> ActorMark:
    """The mark of an actor at a place, its name in lines of that width."""
    claims = len(corpus.claims_about(actor.id))
    lines = label(actor.heading, width, most)
    return ActorMark(actor, at, radius(claims), lines, label_width(lines), claims)
