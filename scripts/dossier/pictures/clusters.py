"""An actor with all who have ties to it alone: they stand in a column beside it, each name behind its mark.

So no line runs through any of their names, and what has to be placed by forces is less.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dossier.pictures.label_placement import Box
from dossier.pictures.name_sides import room_of, sided
from dossier.pictures.network_layout import LINE, ActorMark, DrawnPoint

# Pixels between two rows of a column, and from the rim of the mark in the middle to the column: so much, and a share of
# how high the column is, lest lines run flat along it.
ROW, FAR, SLANT = 8.0, 46.0, 0.12
# A longer column is parted in two, one on each side.
LONGEST = 16


@dataclass(frozen=True, slots=True)
class Cluster:
    """A mark and those in its columns, which move together."""

    head: ActorMark
    others: tuple[ActorMark, ...] = ()

    @property
    def marks(self) -> tuple[ActorMark, ...]:
        return (self.head, *self.others)

    @property
    def key(self) -> str:
        return self.head.actor.id

    def room(self, margin: float) -> Box:
        """What all of it needs."""
        rooms = [room_of(mark, margin) for mark in self.marks]
        return Box(
            min(room.left for room in rooms),
            min(room.top for room in rooms),
            max(room.right for room in rooms),
            max(room.bottom for room in rooms),
        )

    def moved(self, x: float, y: float) -> Cluster:
        """All of it so far to the right and down."""
        return Cluster(moved(self.head, x, y), tuple(moved(mark, x, y) for mark in self.others))

    def turned(self, ties: Sequence[DrawnPoint]) -> Cluster:
        """With its columns and its name away from the others to whom its head is tied, as far as can be."""
        is_left = sum(tie.x - self.head.at.x for tie in ties) > 0
        half = len(self.others) if len(self.others) <= LONGEST else (len(self.others) + 1) // 2
        others = (*self._column(self.others[:half], is_left), *self._column(self.others[half:], not is_left))
        at = [*ties, *(mark.at for mark in others)]
        around = [box for mark in others for box in (mark.rim, mark.name)]
        return Cluster(sided(self.head, at, around) if at else self.head, others)

    def _column(self, marks: Sequence[ActorMark], is_left: bool) -> list[ActorMark]:
        """The marks one above the other, to the left of the head or to the right."""
        heights = [max(2 * mark.radius, LINE * len(mark.lines)) + ROW for mark in marks]
        widest = max((mark.radius for mark in marks), default=0)
        aside = self.head.radius + FAR + SLANT * sum(heights) + widest
        x, y = self.head.at.x + (-aside if is_left else aside), self.head.at.y - sum(heights) / 2
        found = []
        for mark, height in zip(marks, heights, strict=True):
            at = DrawnPoint(round(x, 1), round(y + height / 2, 1))
            found.append(replace(mark, at=at, side="left" if is_left else "right"))
            y += height
        return found


def moved(mark: ActorMark, x: float, y: float) -> ActorMark:
    """The mark so far to the right and down, to a tenth of a pixel."""
    return replace(mark, at=DrawnPoint(round(mark.at.x + x, 1), round(mark.at.y + y, 1)))


def clusters_of(marks: Sequence[ActorMark], links: Sequence[tuple[int, int]]) -> list[Cluster]:
    """The marks in clusters; of two who have ties to each other alone, the first is the head."""
    tied = _tied(len(marks), links)
    head_of: dict[int, int] = {}
    for place, others in enumerate(tied):
        if len(others) == 1 and others[0] not in head_of and (len(tied[others[0]]) > 1 or others[0] < place):
            head_of[place] = others[0]
    own: dict[int, list[ActorMark]] = {}
    for place, head in head_of.items():
        own.setdefault(head, []).append(marks[place])
    return [Cluster(mark, tuple(own.get(place, ()))) for place, mark in enumerate(marks) if place not in head_of]


def _tied(number: int, links: Sequence[tuple[int, int]]) -> list[list[int]]:
    found: list[list[int]] = [[] for _ in range(number)]
    for first, second in links:
        found[first].append(second)
        found[second].append(first)
    return found


def set_down(clusters: Sequence[Cluster]) -> dict[str, ActorMark]:
    """All marks of clusters by the ids of their actors."""
    return {mark.actor.id: mark for cluster in clusters for mark in cluster.marks}
