"""Clusters moved, one by one, to where no line runs through their names and their own lines run straight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import hypot

from dossier.corpus.relations import Connection
from dossier.pictures.clusters import Cluster, set_down
from dossier.pictures.label_placement import Box, Point, TakenBoxes, nearby
from dossier.pictures.line_routing import BENDS, GENTLE, ends, lines_between, met
from dossier.pictures.network_layout import ActorMark, ConnectionLine, DrawnPoint

# Pixels: how far a cluster may be moved, and the rings around those to whom it is tied on which it may stand else.
DISTANCES, RINGS = range(20, 140, 20), range(70, 420, 25)
DIRECTIONS = 16
# How near two rooms may lie, how far the middle of a line may lie aside, and how much longer a sheet may become.
NEAR, BENT, LONGER = 4.0, 24.0, 40.0
# A cluster whose head has more ties to others than this stays, for it would take them all with it.
MOST_LINES = 4
PASSES = 2

Marks = dict[str, ActorMark]
Lines = dict[object, ConnectionLine]


@dataclass(frozen=True, slots=True)
class NetworkPart:
    """What is tied on a sheet, and how far apart the lines of one pair lie; ``ends`` are the heads to which each is."""

    ties: Sequence[Connection]
    ends: Mapping[str, Sequence[str]]
    sheet: Box
    apart: float

    def lines(self, marks: Marks, ties: Sequence[Connection], bends: Sequence[float] = BENDS) -> Lines:
        """The lines of some of the ties, by their keys."""
        return {line.connection.key: line for line in lines_between(marks, ties, self.apart, self.sheet, bends)}

    def of(self, cluster: Cluster) -> list[Connection]:
        """The ties of all in a cluster."""
        keys = {mark.actor.id for mark in cluster.marks}
        return [tie for tie in self.ties if tie.start.id in keys or tie.end.id in keys]


def cleared(clusters: Sequence[Cluster], ground: NetworkPart) -> list[Cluster]:
    """The clusters, those of them moved that are in the way of lines or whose lines bend much, as far as can be."""
    found = {cluster.key: cluster for cluster in clusters}
    for turn in range(PASSES):
        lines, moved = ground.lines(set_down(list(found.values())), ground.ties), 0
        for key, cluster in found.items():
            if len(ground.ends[key]) > MOST_LINES:
                continue
            keys = {mark.actor.id for mark in cluster.marks}
            others = [line for line in lines.values() if keys.isdisjoint(ends(line))]
            is_crossed = _is_crossed(cluster, others)
            if not is_crossed and (turn or not _is_bent(key, lines.values())):
                continue
            better = _elsewhere(found, cluster, ground, others, is_crossed=is_crossed)
            if better:
                found[key] = better
                lines |= ground.lines(set_down(list(found.values())), ground.of(better))
                moved += 1
        if not moved:
            break
    return list(found.values())


def _is_crossed(cluster: Cluster, lines: Iterable[ConnectionLine]) -> bool:
    """Whether one of these lines runs through a mark or a name."""
    boxes = [box for mark in cluster.marks for box in mark.obstacles]
    return any(met(line, boxes) for line in lines)


def _is_bent(key: str, lines: Iterable[ConnectionLine]) -> bool:
    return any(key in ends(line) and bent(line) > BENT for line in lines)


def bent(line: ConnectionLine) -> float:
    """How many pixels the middle of a line lies aside of the straight way."""
    x, y = (line.start.x + line.end.x) / 2, (line.start.y + line.end.y) / 2
    return hypot(line.middle.x - x, line.middle.y - y)


def _elsewhere(
    clusters: Mapping[str, Cluster],
    cluster: Cluster,
    ground: NetworkPart,
    lines: Sequence[ConnectionLine],
    *,
    is_crossed: bool,
) -> Cluster | None:
    """The cluster at the first place where it is in nobody's way and its own lines run as they should."""
    rest = [one for one in clusters.values() if one.key != cluster.key]
    others = [clusters[key].head.at for key in ground.ends[cluster.key]]
    taken = TakenBoxes(100)
    taken.add(*(one.room(NEAR) for one in rest))
    sheet = replace(ground.sheet, bottom=ground.sheet.bottom + LONGER)
    ties, marks = ground.of(cluster), set_down(rest)
    at, across = cluster.head.at, 2 * cluster.head.radius
    for x, y in _places(at, others, is_crossed=is_crossed):
        rim = Box.about((x, y), across, across)
        if not rim.within(sheet) or taken.meets(rim):
            continue
        tried = cluster.moved(x - at.x, y - at.y).turned(others)
        room = tried.room(NEAR)
        if not room.within(sheet) or taken.meets(room):
            continue
        if _is_crossed(tried, [line for line in lines if line.frame.meets(room)]):
            continue
        there = marks | set_down([tried])
        if all(_runs_well(there, line) for line in ground.lines(there, ties, GENTLE).values()):
            return tried
    return None


def _places(at: DrawnPoint, others: Sequence[DrawnPoint], *, is_crossed: bool) -> Iterator[Point]:
    """Where a head may go: nearby, and if it cannot stay, around those to whom it is tied."""
    yield from nearby((at.x, at.y), DISTANCES, DIRECTIONS)
    if is_crossed and others:
        middle = sum(other.x for other in others) / len(others), sum(other.y for other in others) / len(others)
        yield from nearby(middle, RINGS, 2 * DIRECTIONS)


def _runs_well(marks: Marks, line: ConnectionLine) -> bool:
    """Whether a line runs through no name and no mark of others."""
    own = ends(line)
    in_the_way = [box for key, mark in marks.items() if key not in own for box in mark.obstacles]
    return not met(line, in_the_way) and not met(line, [marks[key].name for key in own])
