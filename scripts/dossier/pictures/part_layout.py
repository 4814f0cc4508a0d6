"""Actors that hang together by ties, on a sheet of their own: placed by forces, then moved out of the way of lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from dossier.corpus.relations import Connection
from dossier.pictures.clearing import NetworkPart, cleared
from dossier.pictures.clusters import Cluster, clusters_of, set_down
from dossier.pictures.force_layout import BoxSize, Points, by_forces, part_width, pushed_apart
from dossier.pictures.label_placement import Box
from dossier.pictures.line_routing import ends, lines_between, met
from dossier.pictures.name_sides import MARGIN
from dossier.pictures.network_layout import ActorMark, ConnectionLine

# Pixels between lines of one pair.
APART = 14.0
# Rounds in which clusters step away from lines of others, each by so many pixels a line; in the first of them names and
# columns change their sides.
ROUNDS, SIDINGS = 12, 3
STEP = 14.0
# How closely boxes are packed, and then, where names stay in the way and there are few enough for another try.
DENSITIES, FEW = (0.65, 0.5), 80

Links = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class LaidPart:
    """Marks by the ids of their actors, from the upper left corner on, and the room that they need."""

    marks: Mapping[str, ActorMark]
    size: BoxSize


def laid_part(
    marks: Sequence[ActorMark], ties: Sequence[Connection], links: Links, width: float, *, is_first: bool
) -> LaidPart:
    """The marks on a sheet no wider than that; the first part has all of the width.

    ``links`` are pairs of places in ``marks``, and ``ties`` what is drawn between them.
    """
    clusters = [cluster.turned(()) for cluster in clusters_of(marks, links)]
    width = width if is_first else min(width, part_width(_sizes(clusters)))
    between = _between(marks, clusters, links)
    best, fewest = clusters, len(ties) * len(marks) + 1
    for density in DENSITIES if len(marks) <= FEW else DENSITIES[:1]:
        points = by_forces(_sizes(clusters), between, width, density)
        found = _made_clear(_at_points(clusters, points), ties, between, width)
        faults = _ways_out(found, ties, _sheet(found, width))
        if len(faults) < fewest:
            best, fewest = found, len(faults)
        if not faults:
            break
    return _fitted(best)


def _made_clear(clusters: Sequence[Cluster], ties: Sequence[Connection], between: Links, width: float) -> list[Cluster]:
    """The clusters out of the way of lines, as far as can be."""
    heads: dict[str, list[str]] = {cluster.key: [] for cluster in clusters}
    for one, two in between:
        heads[clusters[one].key].append(clusters[two].key)
        heads[clusters[two].key].append(clusters[one].key)
    aside = _stepped_aside(clusters, ties, heads, width)
    return cleared(aside, NetworkPart(ties, heads, _sheet(aside, width), APART))


def _between(marks: Sequence[ActorMark], clusters: Sequence[Cluster], links: Links) -> list[tuple[int, int]]:
    """The links between the heads of clusters, as pairs of places of these."""
    index = {cluster.key: place for place, cluster in enumerate(clusters)}
    keys = [mark.actor.id for mark in marks]
    return [(index[keys[one]], index[keys[two]]) for one, two in links if keys[one] in index and keys[two] in index]


def _stepped_aside(
    clusters: Sequence[Cluster], ties: Sequence[Connection], heads: Mapping[str, Sequence[str]], width: float
) -> list[Cluster]:
    """The clusters in that round in which the fewest were in the way of lines."""
    best, fewest = list(clusters), len(ties) * len(clusters) + 1
    for turn in range(ROUNDS):
        if turn < SIDINGS:
            clusters = _turned(clusters, heads)
        middles = [one.room(MARGIN).middle for one in clusters]
        clusters = _at_points(clusters, pushed_apart(_sizes(clusters), middles, width))
        steps = _ways_out(clusters, ties, _sheet(clusters, width))
        if turn >= SIDINGS - 1 and len(steps) < fewest:
            best, fewest = list(clusters), len(steps)
        if not fewest:
            break
        clusters = [one.moved(*steps.get(one.key, (0.0, 0.0))) for one in clusters]
    return best


def _sizes(clusters: Sequence[Cluster]) -> list[BoxSize]:
    return [BoxSize(room.width, room.height) for one in clusters for room in (one.room(MARGIN),)]


def _at_points(clusters: Sequence[Cluster], points: Points) -> list[Cluster]:
    """The clusters where the room of each has its middle at its point."""
    middles = [one.room(MARGIN).middle for one in clusters]
    return [one.moved(x - at[0], y - at[1]) for one, (x, y), at in zip(clusters, points, middles, strict=True)]


def _turned(clusters: Sequence[Cluster], heads: Mapping[str, Sequence[str]]) -> list[Cluster]:
    at = {one.key: one.head.at for one in clusters}
    return [one.turned([at[key] for key in heads[one.key]]) for one in clusters]


def _sheet(clusters: Sequence[Cluster], width: float) -> Box:
    return Box(0, 0, width, max(one.room(MARGIN).bottom for one in clusters))


def _fitted(clusters: Sequence[Cluster]) -> LaidPart:
    """A part moved to the upper left corner of a sheet that is no larger than it needs to be."""
    rooms = [one.room(MARGIN) for one in clusters]
    left, top = min(room.left for room in rooms), min(room.top for room in rooms)
    size = BoxSize(max(room.right for room in rooms) - left, max(room.bottom for room in rooms) - top)
    return LaidPart(set_down([one.moved(-left, -top) for one in clusters]), size)


def _ways_out(clusters: Sequence[Cluster], ties: Sequence[Connection], sheet: Box) -> dict[str, tuple[float, float]]:
    """A step for each cluster through one of whose marks or names a line of others runs: away from that line."""
    steps: dict[str, tuple[float, float]] = {}
    of_box = {box: (one.key, mark) for one in clusters for mark in one.marks for box in mark.obstacles}
    for line in lines_between(set_down(clusters), ties, APART, sheet):
        own = ends(line)
        in_the_way = {mark.actor.id: (key, mark) for key, mark in map(of_box.__getitem__, met(line, of_box))}
        for key, mark in in_the_way.values():
            if mark.actor.id not in own:
                x, y = steps.get(key, (0.0, 0.0))
                right, down = _away(mark, line)
                steps[key] = x + right, y + down
    return steps


def _away(mark: ActorMark, line: ConnectionLine) -> tuple[float, float]:
    """A step across a line, to the side on which the mark stands."""
    x, y = line.end.x - line.start.x, line.end.y - line.start.y
    far = sqrt(x * x + y * y) or 1.0
    side = (mark.at.x - line.middle.x) * y - (mark.at.y - line.middle.y) * x
    step = STEP if side >= 0 else -STEP
    return y / far * step, -x / far * step
