"""All actors that have relations, set down on a sheet."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.corpus.corpus import Corpus
from dossier.corpus.relations import Connection, connections_by_actor
from dossier.pictures.force_layout import BoxSize, placed
from dossier.pictures.network_layout import (
    LINE,
    ActorMark,
    DrawnPoint,
    NetworkDrawing,
    label_width,
    lines_between,
    mark_of,
)

# Pixels: the two sheets, the room around a mark with its name, and between lines of one pair.
WIDTHS = {"wide": 1000, "narrow": 740}
MARGIN = 8.0
APART = 16.0
LETTERS = 19
# More than these nobody could tell apart, and the work of placing them grows with their square.
MOST = 100


def most_tied(ties: Sequence[Connection]) -> list[Connection]:
    """The ties between those actors that have most of them, no more than can be drawn."""
    drawn = set(list(connections_by_actor(ties))[:MOST])
    return [tie for tie in ties if tie.start.id in drawn and tie.end.id in drawn]


def network(corpus: Corpus, ties: Sequence[Connection], width: int) -> NetworkDrawing:
    """All actors that have ties, on a sheet of this width; it is as high as it needs to be."""
    keys = list(connections_by_actor(ties))
    marks = [mark_of(corpus, corpus.actor(key), DrawnPoint(0, 0), LETTERS, 4) for key in keys]
    boxes = [_box(mark) for mark in marks]
    index = {key: place for place, key in enumerate(keys)}
    pairs = sorted({(min(pair), max(pair)) for tie in ties if (pair := (index[tie.start.id], index[tie.end.id]))})
    points = placed(boxes, pairs, width)
    set_down = {
        mark.actor.id: ActorMark(mark.actor, _middle(mark, box, point), mark.radius, mark.lines, mark.claims)
        for mark, box, point in zip(marks, boxes, points, strict=True)
    }
    height = max((y + box.height / 2 for (_, y), box in zip(points, boxes, strict=True)), default=0)
    return NetworkDrawing(width, round(height) + 1, tuple(set_down.values()), lines_between(set_down, ties, APART))


def _box(mark: ActorMark) -> BoxSize:
    """The room that a mark needs with its name beneath."""
    width = max(2 * mark.radius, label_width(mark.lines))
    return BoxSize(width + 2 * MARGIN, 2 * mark.radius + len(mark.lines) * LINE + 2 * MARGIN)


def _middle(mark: ActorMark, box: BoxSize, point: tuple[float, float]) -> DrawnPoint:
    """Where the mark itself stands when its box has its middle at ``point``."""
    return DrawnPoint(point[0], round(point[1] - box.height / 2 + MARGIN + mark.radius, 1))
