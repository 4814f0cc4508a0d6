"""A sheet on which a map is drawn: how large things are on it, what stands there, and where there is room yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import sqrt
from typing import Literal

from dossier.model.base_map import Bounds
from dossier.pictures.geometry import Projection
from dossier.pictures.graticule import Graticule
from dossier.pictures.label_placement import Box, Point, TakenBoxes, is_free
from dossier.pictures.map_places import Happening, Shape, Sited, each_once
from dossier.pictures.text_width import text_width

EDGE = 4.0
GAP = 3.0
# The text of a graticule, and that of names of divisions that are no places, as shares of that of names.
GRID = 0.8
FAINT = 0.86
# The side of the squares by which taken boxes are found.
SQUARE = 24.0


@dataclass(frozen=True, slots=True)
class Sizes:
    """How a sheet is drawn, in its units: a unit is a pixel where it stands at its full width."""

    width: float
    text: float
    least_radius: float
    radius_of_a_claim: float
    disc: float

    @property
    def count(self) -> float:
        """The height of a count of events."""
        return self.text * 1.2

    @property
    def line(self) -> float:
        """The height of a line of text."""
        return self.text * 1.25


WIDE = Sizes(width=860, text=13.5, least_radius=3.5, radius_of_a_claim=1.2, disc=16)
NARROW = Sizes(width=358, text=11.5, least_radius=3, radius_of_a_claim=0.9, disc=10)


@dataclass(frozen=True, slots=True)
class Count:
    """Events at a place, as a number in a rounded rectangle; ``doubtful`` where they are alleged or contested."""

    happenings: tuple[Happening, ...]
    doubtful: bool
    box: Box

    @property
    def events(self) -> tuple[str, ...]:
        return tuple(one.event.id for one in self.happenings)

    @property
    def number(self) -> int:
        return len(self.happenings)


@dataclass(frozen=True, slots=True)
class Label:
    """Where a name stands: a point on its foot line, at its start, middle or end, and the box that it takes."""

    at: Point
    anchor: Literal["start", "middle", "end"]
    box: Box


@dataclass(frozen=True, slots=True)
class PlaceMark:
    """A place on the sheet; without a label where there was no room for its name.

    ``home`` is where it lies, if its mark stands beside that for want of room. What is only words, or has an outline,
    has no radius. ``folded`` are sites within it that lie too close to be told apart from it; their events count here.
    """

    sited: Sited
    at: Point
    radius: float
    counts: tuple[Count, ...]
    label: Label | None = None
    home: Point | None = None
    folded: tuple[Sited, ...] = ()
    is_outlined: bool = False


@dataclass(frozen=True, slots=True)
class Tag:
    """Places beyond an edge of the sheet, under one name, with the events there; ``arrow`` is a triangle."""

    sited: Sited
    members: tuple[Sited, ...]
    label: Label
    counts: tuple[Count, ...]
    arrow: tuple[Point, Point, Point]


@dataclass(frozen=True, slots=True)
class MapDrawing:
    """A whole map. ``unplaced`` are places for which there was no room, ``least_radius`` is that without a claim.

    ``names`` are those of countries and of divisions that are no places of the dossier, the latter with a code. It has
    a ``graticule`` where it has no outlines.
    """

    bounds: Bounds
    width: float
    height: float
    text: float
    least_radius: float
    names: tuple[tuple[str, str, Label], ...]
    marks: tuple[PlaceMark, ...]
    unplaced: tuple[Sited, ...]
    tags: tuple[Tag, ...] = ()
    window: Box | None = None
    graticule: Graticule | None = None

    def of(self, shape: Shape) -> list[PlaceMark]:
        """Its marks of a shape."""
        return [mark for mark in self.marks if mark.sited.shape == shape]


@dataclass(slots=True)
class Sheet:
    """What is taken already."""

    projection: Projection
    sizes: Sizes
    taken: TakenBoxes = field(default_factory=lambda: TakenBoxes(SQUARE))

    def at(self, one: Sited) -> Point:
        assert one.position
        return self.projection.at(one.position)

    @property
    def page(self) -> Box:
        """Where things may stand."""
        return Box(EDGE, EDGE, self.sizes.width - EDGE, self.projection.height - EDGE)

    def has_room(self, boxes: Iterable[Box]) -> bool:
        return is_free(boxes, self.page, self.taken)

    def take(self, boxes: Iterable[Box]) -> bool:
        """Takes the boxes if they are free."""
        boxes = list(boxes)
        free = self.has_room(boxes)
        if free:
            self.taken.add(*boxes)
        return free


def radius(claims: int, sizes: Sizes) -> float:
    """The radius of a mark, whose area grows evenly with the number of claims."""
    return round(sqrt(sizes.least_radius**2 + claims * sizes.radius_of_a_claim**2), 1)


def counts(happenings: Iterable[Happening], left: float, middle: float, sizes: Sizes) -> tuple[Count, ...]:
    """Counts side by side, from ``left`` on: of events that are not in doubt, then of the others."""
    made: list[Count] = []
    happenings = list(happenings)
    for doubtful in (False, True):
        events = tuple(each_once(one for one in happenings if one.is_doubtful == doubtful))
        if events:
            digits = text_width(str(len(events)), sizes.text, is_bold=True)
            width = max(sizes.count, digits + sizes.text * 0.6)
            box = Box(left, middle - sizes.count / 2, left + width, middle + sizes.count / 2)
            made.append(Count(events, doubtful, box.rounded()))
            left += width + 1
    return tuple(made)


def label_in(box: Box, x: float, sizes: Sizes) -> Label:
    """A name in a box; it begins or ends at the side that is nearer to its mark at ``x``."""
    foot = box.middle[1] + sizes.text * 0.35
    if box.left >= x:
        return Label(rounded((box.left, foot)), "start", box)
    if box.right <= x:
        return Label(rounded((box.right, foot)), "end", box)
    return Label(rounded((box.middle[0], foot)), "middle", box)


def rounded(at: Point) -> Point:
    """To a tenth of a unit."""
    return round(at[0], 1), round(at[1], 1)
