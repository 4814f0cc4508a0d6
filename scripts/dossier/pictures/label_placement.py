"""Rectangles on a sheet, and where the next one may stand: greedy placing without overlap."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from math import ceil, cos, floor, pi, sin
from typing import Protocol

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in units of the sheet, whose top is less than its bottom."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def about(cls, middle: Point, width: float, height: float) -> Box:
        """The box of that size whose middle is there."""
        x, y = middle
        return cls(x - width / 2, y - height / 2, x + width / 2, y + height / 2)

    @property
    def middle(self) -> Point:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def rounded(self) -> Box:
        """To a tenth of a unit."""
        return Box(round(self.left, 1), round(self.top, 1), round(self.right, 1), round(self.bottom, 1))

    def into(self, other: Box) -> Box:
        """Moved sideways, as little as will do, so that it lies between the sides of a box that is wider."""
        aside = max(other.left - self.left, 0) or min(other.right - self.right, 0)
        return Box(self.left + aside, self.top, self.right + aside, self.bottom)

    def meets(self, other: Box) -> bool:
        """Whether they share more than an edge."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def within(self, other: Box) -> bool:
        return (
            other.left <= self.left
            and self.right <= other.right
            and other.top <= self.top
            and self.bottom <= other.bottom
        )


def meeting(boxes: Iterable[Box], frame: Box) -> list[Box]:
    """Those of many boxes that share more than an edge with one."""
    left, top, right, bottom = frame.left, frame.top, frame.right, frame.bottom
    return [box for box in boxes if left < box.right and right > box.left and top < box.bottom and bottom > box.top]


class TakenBoxes:
    """Boxes that stand on a sheet, kept by the squares that they touch, so that few are asked for each new one."""

    def __init__(self, side: float) -> None:
        """``side`` is that of a square: about that of a usual box."""
        self._side = side
        self._squares: dict[tuple[int, int], list[Box]] = {}

    def add(self, *boxes: Box) -> None:
        for box in boxes:
            for square in self._touched(box):
                self._squares.setdefault(square, []).append(box)

    def meets(self, box: Box) -> bool:
        """Whether the box shares more than an edge with one of them."""
        return any(box.meets(other) for square in self._touched(box) for other in self._squares.get(square, ()))

    def _touched(self, box: Box) -> Iterator[tuple[int, int]]:
        rows = range(int(box.top // self._side), int(box.bottom // self._side) + 1)
        for column in range(int(box.left // self._side), int(box.right // self._side) + 1):
            for row in rows:
                yield column, row


class TakenCells:
    """Boxes that stand on a sheet, each as the cells of a grid that it touches: quicker where there are very many.

    A box is taken to be as large as its cells, so that what is free for them is free.
    """

    def __init__(self, width: float, height: float) -> None:
        """The size of a cell."""
        self._width, self._height = width, height
        self._rows: dict[int, int] = {}

    def add(self, *boxes: Box) -> None:
        for box in boxes:
            cells = self._cells(box)
            for row in self._touched(box):
                self._rows[row] = self._rows.get(row, 0) | cells

    def meets(self, box: Box) -> bool:
        """Whether the box touches a cell that one of them touches."""
        cells = self._cells(box)
        return any(self._rows.get(row, 0) & cells for row in self._touched(box))

    def free_lower(self, box: Box) -> Callable[[float], bool]:
        """A function that tells whether the box is free where it is moved down by so much."""
        cells, height, rows = self._cells(box), self._height, self._rows

        def is_free_at(by: float) -> bool:
            touched = range(floor((box.top + by) / height), ceil((box.bottom + by) / height))
            return not any(rows.get(row, 0) & cells for row in touched)

        return is_free_at

    def _touched(self, box: Box) -> range:
        return range(floor(box.top / self._height), ceil(box.bottom / self._height))

    def _cells(self, box: Box) -> int:
        first, last = max(floor(box.left / self._width), 0), max(ceil(box.right / self._width), 0)
        return (1 << last) - (1 << min(first, last))


class Taken(Protocol):
    """What knows which parts of a sheet are taken."""

    def meets(self, box: Box) -> bool: ...


def is_free(boxes: Iterable[Box], sheet: Box, taken: Taken) -> bool:
    """Whether all boxes lie on the sheet and meet none that is taken."""
    return all(box.within(sheet) and not taken.meets(box) for box in boxes)


def beside(middle: Point, reach: float, width: float, height: float) -> Iterator[Box]:
    """Boxes beside a mark that reaches so far from its middle; the place that is read best comes first."""
    x, y = middle
    across, along, slant = reach + width / 2, reach + height / 2, reach * 0.75
    for at in ((x + across, y), (x - across, y), (x, y + along), (x, y - along)):
        yield Box.about(at, width, height)
    for side in (1, -1):
        for rise in (1, -1):
            yield Box.about((x + side * (slant + width / 2), y + rise * (slant + height / 2)), width, height)


def nearby(middle: Point, distances: Iterable[float], directions: int = 12, first: float = 0) -> Iterator[Point]:
    """The middle itself, then the points around it, nearest first; of equals, those that lie best in a direction.

    ``first`` is that direction in radians, from the east on clockwise.
    """
    yield middle
    turns = sorted(range(directions), key=lambda number: (min(number, directions - number), number))
    for distance in distances:
        for number in turns:
            angle = first + 2 * pi * number / directions
            yield middle[0] + distance * cos(angle), middle[1] + distance * sin(angle)
